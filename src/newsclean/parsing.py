"""One parse, put together: header, walk, validation, sanitizer. Loaded with all that it needs when the first post is parsed."""

from typing import TYPE_CHECKING

from newsclean.assembly import assembled, fault_of_rows
from newsclean.errors import OptionsError
from newsclean.habits import MARKER, PAGE_START, is_page, keys_of
from newsclean.models.article import Article
from newsclean.options import Options, Sanitizer
from newsclean.plugins import Method, resolve_extractor, resolve_method, resolve_sanitizer
from newsclean.readers.documents import PageSource, is_document
from newsclean.readers.header import Header
from newsclean.readers.post import Post, decoded, split_post
from newsclean.rules.reasons import shown_reasons
from newsclean.urls import document_base, is_absolute, link_url
from newsclean.walk.accounts import Settings
from newsclean.walk.walker import walk

if TYPE_CHECKING:
    from newsclean.extractors import Extractor


def parse(
    source: str | bytes,
    url: str | None,
    extractor: "Extractor | str | None",
    sanitizer: Sanitizer | str | None,
    options: Options,
) -> Article:
    """Do what `newsclean.parse_article` says, or, if an extractor is given, `newsclean.parse_page`."""
    if url is not None and (not is_absolute(url) or link_url(url, None, options.policy) != url):
        msg = f"url must be absolute and allowed by the policy, not {url!r}"
        raise OptionsError(msg)
    resolved = None if sanitizer is None else resolve_sanitizer(sanitizer, options.policy)
    if sanitizer == "builtin":
        # What it would build of canonical HTML is that HTML, control characters apart (test_sanitizers.py): the walk has built
        # it under the same policy.
        resolved = None
    method = resolve_method(options)
    finds = None if extractor is None else resolve_extractor(extractor)
    text, notes = decoded(source, options)
    # A page of ours is read as what it was written from.
    own = text.startswith(PAGE_START) and is_page(text) and not method.foreign
    if not own and (finds is not None or is_document(text)):
        from newsclean.pages import page_article

        article = page_article(PageSource(text, notes, url), finds, method, options)
    elif own:
        from newsclean.readers.own_page import own_page

        article = own_page(split_post(text, notes, options), url, options)
    else:
        article = _of_post(split_post(text, notes, options), url, method, options)
    if resolved is None:
        return article
    from newsclean.sanitizing import sanitized

    return sanitized(article, *resolved, options.policy)


def _of_post(post: Post, url: str | None, method: Method, options: Options) -> Article:
    # Whoever brings rules of their own wants them asked.
    keys = keys_of(post.front_matter[MARKER]) if MARKER in post.front_matter and not method.foreign else None
    if keys is not None:
        from newsclean.readers.own_post import own_article

        return own_article(post, keys, url, options)
    return _parsed(post, url, method, options)


def _parsed(post: Post, url: str | None, method: Method, options: Options) -> Article:
    header = Header(post, url, options)
    fields = header.fields()
    fields["front_matter"] = post.front_matter
    settings = Settings(
        options.policy,
        document_base(post.base, header.base, options.policy),
        post.body_line,
        method.joins,
        tokens=method.tokens(post.body),
        double_breaks=True,
        title=fields.get("title"),
        max_nesting=options.max_nesting,
        shows=shown_reasons(options),
    )
    notes = [*post.notes, *header.notes]
    try:
        walked = walk(post.tree.roots, method.element_rules, settings)
        return assembled(walked, fields, notes, settings.shows, options.policy)
    except Exception as error:
        if not method.foreign:
            raise
        raise fault_of_rows(error) from error
