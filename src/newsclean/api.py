"""The public functions."""

from newsclean.accounts import Settings
from newsclean.errors import OptionsError
from newsclean.join import JOINS
from newsclean.models.article import Article
from newsclean.options import DEFAULTS, Options
from newsclean.plugins import Sanitizer, resolve_sanitizer
from newsclean.readers.canonical import read_canonical
from newsclean.readers.header import Header
from newsclean.readers.post import read_post
from newsclean.rules import INDEX
from newsclean.urls import document_base, is_absolute, link_url
from newsclean.walk import walk

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
        source: The whole post: a YAML header between `---` lines, which may be missing, then an HTML body. Bytes are
            UTF-8, with or without a byte order mark.
        url: The address of the post, absolute; relative URLs in it are resolved against this.
        sanitizer: `"builtin"`, `"bleach"`, or a function that takes the canonical HTML of the article and returns what
            the article is to be made of. The policy holds with and without one.
        options: Policy, limits and defaults.
    Returns:
        A frozen Article; `blocks` and `dropped` are in document order, lines count from 1 in `source`.
    Raises:
        FrontMatterError: The header is opened but not closed, is no YAML or not a mapping; has `.line` and `.column`.
        LimitError: The source is longer than `options.max_chars`.
        InputError: There is no text, bytes are not UTF-8, or a file name was given instead of its text.
        OptionsError: `url` is not absolute or not allowed by the policy, or the sanitizer is not known.
        PluginError: The sanitizer raised or returned no string.
    Source: front matter as in Jekyll (https://jekyllrb.com/docs/front-matter/) and Hexo (https://hexo.io/docs/front-matter).
    """
    if url is not None and (not is_absolute(url) or link_url(url, None, options.policy) != url):
        msg = f"url must be absolute and allowed by the policy, not {url!r}"
        raise OptionsError(msg)
    resolved = None if sanitizer is None else resolve_sanitizer(sanitizer, options.policy)
    post = read_post(source, options)
    header = Header(post.front_matter, url, options)
    fields = header.fields()
    base = document_base(post.base, fields["url"], options.policy)
    settings = Settings(options.policy, base, post.body_line, JOINS, title=fields.get("title"))
    walked = walk(post.tree.roots, INDEX, settings)
    article = Article.model_validate(
        fields
        | {
            "blocks": walked.drafts,
            "dropped": walked.drops,
            "notes": [*post.notes, *header.notes, *walked.notes],
            "front_matter": post.front_matter,
        }
    )
    if resolved is None:
        return article
    from newsclean.sanitizing import sanitized

    return sanitized(article, *resolved, options.policy)
