"""The public functions."""

from typing import Any

from newsclean.accounts import Settings
from newsclean.errors import OptionsError, PluginError
from newsclean.ledger import Note
from newsclean.models.article import Article
from newsclean.options import DEFAULTS, Options
from newsclean.plugins import Sanitizer, resolve_method, resolve_sanitizer
from newsclean.readers.canonical import read_canonical
from newsclean.readers.header import Header
from newsclean.readers.post import read_post
from newsclean.urls import document_base, is_absolute, link_url
from newsclean.walk import Walked, walk

__all__ = ["parse_article", "read_canonical"]


def parse_article(
    source: str | bytes,
    *,
    url: str | None = None,
    sanitizer: Sanitizer | str | None = None,
    options: Options = DEFAULTS,
) -> Article:
    r"""Turn one front-matter HTML post into an Article.

    >>> parse_article("---\ntitle: Dam opens\n---\n<p>Water flows.</p>").blocks[0].text
    'Water flows.'

    Args:
        source: The whole post: a header, which may be missing, then an HTML body. The header is YAML between `---` lines, TOML
            between `+++` lines, a JSON object, or what Hexo reads: JSON lines up to `;;;`, YAML without the first `---`.
            Bytes are UTF-8, with or without a byte order mark.
        url: The address of the post, absolute; relative URLs in it are resolved against this, or else against the absolute
            address that the header gives.
        sanitizer: `"builtin"`, `"bleach"`, or a function that takes the canonical HTML of the article and returns what
            the article is to be made of. The policy holds with and without one.
        options: Policy, limits and defaults.
    Returns:
        A frozen Article; `blocks` and `dropped` are in document order, lines count from 1 in `source`.
    Raises:
        FrontMatterError: The header is opened but not closed, is malformed or not a mapping; has `.line` and `.column`.
        LimitError: The source is longer than `options.max_chars`.
        InputError: There is no text, bytes are not UTF-8, or a file name was given instead of its text.
        OptionsError: `url` is not absolute or not allowed by the policy, the sanitizer is not known, or a row of the options
            is no row.
        PluginError: The sanitizer raised or returned no string, or a rule of the options raised.
    Source: front matter as in Jekyll (https://jekyllrb.com/docs/front-matter/) and Hexo (https://hexo.io/docs/front-matter).
    """
    if url is not None and (not is_absolute(url) or link_url(url, None, options.policy) != url):
        msg = f"url must be absolute and allowed by the policy, not {url!r}"
        raise OptionsError(msg)
    resolved = None if sanitizer is None else resolve_sanitizer(sanitizer, options.policy)
    method = resolve_method(options)
    post = read_post(source, options)
    header = Header(post, url, options)
    fields = header.fields() | {"front_matter": post.front_matter}
    settings = Settings(
        options.policy,
        document_base(post.base, header.base, options.policy),
        post.body_line,
        method.joins,
        tokens=method.tokens(post.body),
        double_breaks=True,
        title=fields.get("title"),
    )
    notes = [*post.notes, *header.notes]
    try:
        article = _article(walk(post.tree.roots, method.element_rules, settings), fields, notes)
    except Exception as error:
        if not method.foreign:
            raise
        msg = f"a rule or join of Options raised {type(error).__name__}, or answered what makes no block: {error}"
        raise PluginError(msg) from error
    if resolved is None:
        return article
    from newsclean.sanitizing import sanitized

    return sanitized(article, *resolved, options.policy)


def _article(walked: Walked, fields: dict[str, Any], notes: list[Note]) -> Article:
    match walked.drafts:
        case [{"text": str(words)}] if words == fields.get("title"):
            # Feeds without a text repeat the title in its place.
            notes.append(Note(code="body-repeats-title", text=words))
        case _:
            pass
    return Article.model_validate(fields | {"blocks": walked.drafts, "dropped": walked.drops, "notes": [*notes, *walked.notes]})
