"""One page, put together: extractor, walk, validation."""

from typing import Any

from newsclean.assembly import assembled, fault_of_rows
from newsclean.dom import Element, Tree
from newsclean.errors import PluginError
from newsclean.extractors import Extraction
from newsclean.ledger import Note
from newsclean.models.article import Article
from newsclean.options import Options
from newsclean.plugins import Method, NamedExtractor, resolve_extractor
from newsclean.readers.documents import PageSource, read_document
from newsclean.readers.page_metadata import read_page_metadata
from newsclean.rules.reasons import shown_reasons
from newsclean.urls import document_base
from newsclean.walk.accounts import Settings
from newsclean.walk.page_walk import Ground, walk_page


def page_article(source: PageSource, extractor: NamedExtractor | None, method: Method, options: Options) -> Article:
    """Read a page; the extractor is our own if none is given."""
    text, notes, url = source
    page = read_document(text)
    extractor = extractor or resolve_extractor("newsclean")
    found = _found(page.tree, url, extractor)
    notes = [*notes, *(Note(code=f"page-{reason}", text=extractor.name) for reason in found.reasons)]
    metadata = read_page_metadata(page.tree, url, options)
    fields: dict[str, Any] = metadata.fields() | {"confidence": found.confidence}
    settings = Settings(
        options.policy,
        document_base(page.base, url, options.policy),
        joins=method.joins,
        # Of the rows that read markup in the text only those that a caller asks for: what made the page has read it.
        tokens=None if method.text_rules is None else method.tokens(text),
        double_breaks=True,
        title=metadata.title,
        max_nesting=options.max_nesting,
        shows=shown_reasons(options),
    )
    ground = Ground(found.node, found.standfirst, found.pictures, found.left_out)
    try:
        walked = walk_page(page.tree.roots, ground, method.element_rules, settings)
        return assembled(walked, fields, [*notes, *page.notes, *metadata.notes], settings.shows, options.policy)
    except Exception as error:
        if not method.foreign:
            raise
        raise fault_of_rows(error) from error


def _found(tree: Tree, url: str | None, extractor: NamedExtractor) -> Extraction:
    """Ask an extractor; what another package answers is checked."""
    name, extract, foreign = extractor
    if not foreign:
        return extract(tree, url)
    try:
        found = extract(tree, url)
    except Exception as error:  # whatever a plug-in may raise
        msg = f"extractor {name!r} raised {type(error).__name__}: {error}"
        raise PluginError(msg) from error
    problem = _problem(found, tree)
    if problem is not None:
        msg = f"extractor {name!r} {problem}"
        raise PluginError(msg)
    return found


def _problem(found: object, tree: Tree) -> str | None:
    """Tell what is wrong with an answer."""
    if not isinstance(found, Extraction):
        return f"must answer an Extraction, not {type(found).__name__}"
    named = (*(() if found.node is None else (found.node,)), *found.standfirst, *found.pictures, *found.left_out)
    if not all(isinstance(node, Element) and _root(node) in tree.roots for node in named):
        return "answered an element that is not of the tree it was given"
    return None if 0 <= found.confidence <= 1 else f"must be sure from 0 to 1, not {found.confidence}"


def _root(node: Element) -> Element:
    *_, root = (node, *node.iterancestors())
    return root
