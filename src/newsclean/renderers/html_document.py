"""A whole page: a head with what the article says of itself, then the body in the canonical dialect."""

from collections.abc import Iterator
from datetime import datetime

from newsclean.habits import ITEMS, PAGE_MARK, PAGE_NAMES
from newsclean.models.article import Article
from newsclean.renderers.dates import written_date
from newsclean.renderers.html import to_html
from newsclean.renderers.html_text import attribute

# Languages that are written from right to left, by their primary subtag.
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ks ps sd ug ur yi".split())
_TITLE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})


def to_document(article: Article) -> str:
    """Write an article as a page.

    >>> print(to_document(Article(title="Dam opens", language="en")))
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="generator" content="newsclean 1">
    <title>Dam opens</title>
    <meta property="og:title" content="Dam opens">
    <meta property="og:type" content="article">
    </head>
    <body>
    </body>
    </html>
    """
    language = article.language
    turned = language is not None and language.partition("-")[0].lower() in _RIGHT_TO_LEFT
    root = f"<html{attribute('lang', language)}{attribute('dir', 'rtl' if turned else None)}>"
    title = f"<title>{(article.title or '').translate(_TITLE)}</title>"
    body = to_html(article.blocks)
    lines = (f"<!DOCTYPE html>\n{root}\n{PAGE_MARK}{title}", *_head(article), "</head>\n<body>", *([body] if body else []))
    return "\n".join((*lines, "</body>\n</html>"))


def _head(article: Article) -> Iterator[str]:
    """Give a line for each thing that is said, in the order of the table."""
    for field, name in PAGE_NAMES:
        value = getattr(article, field)
        for part in value if field in ITEMS else (value,):
            if part is not None:
                yield _meta(name, part if isinstance(part, str) else _written(part))
    for author in article.authors:
        yield _meta("author", author.name)
        if author.url is not None:
            yield f'<link rel="author"{attribute("href", author.url)}>'
    if article.tags:
        yield _meta("keywords", ", ".join(article.tags))
    if article.url is not None:
        yield f'<link rel="canonical"{attribute("href", article.url)}>'
    yield _meta("og:type", "article")


def _written(value: datetime | object) -> str:
    return written_date(value) if isinstance(value, datetime) else str(value).lower()


def _meta(name: str, content: str) -> str:
    return f"<meta{attribute('property' if ':' in name else 'name', name)}{attribute('content', content)}>"
