"""Whole HTML documents: how they are told from posts, and what of one is read."""

import re
from typing import NamedTuple

from newsclean.dom import Tree, parse_html
from newsclean.ledger import Note

# What may stand before it: white space, an XML declaration, comments.
_START = re.compile(
    r"(?:\s|<\?xml[^>]{0,200}\?>|<!--(?:(?!-->).){0,2000}-->){0,20}<(?:!doctype\s+html|html)(?=[\s>])",
    re.IGNORECASE | re.DOTALL,
)

# What AMP puts in the place of HTML's own elements; attributes are the same.
_AMP = re.compile(r"<(/?)amp-(img|anim|video|audio|iframe)(?=[\s/>])", re.IGNORECASE)


class PageSource(NamedTuple):
    """A page as it was given, decoded."""

    text: str
    notes: list[Note]
    url: str | None


class Document(NamedTuple):
    """A page, parsed."""

    tree: Tree
    notes: list[Note]
    base: str | None
    """What its `<base href>` says, as written."""


def is_document(text: str) -> bool:
    """Tell whether a source begins as a whole HTML document does: no post has that before its header, and none without one.

    >>> is_document("<!DOCTYPE html><p>a"), is_document("<p>a")
    (True, False)
    """
    return text[:1] != "-" and _START.match(text) is not None


def read_document(text: str) -> Document:
    """Parse a page."""
    tree = parse_html(_AMP.sub(_plain, text) if "<amp-" in text else text)
    base = next((href for root in tree.roots for node in root.iter("base") if (href := node.get("href"))), None)
    return Document(tree, list(tree.notes), base)


def _plain(found: re.Match[str]) -> str:
    name = found[2].lower()
    if name in {"img", "anim"}:
        return f"<{found[1]}img"
    return f"<{found[1]}{name}"
