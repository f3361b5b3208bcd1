"""What `../shared/bench/quality.py` compares of a page: `--plugin benchmarks.pages:whole` and `--plugin benchmarks.pages:body`.

The text is that of headings, paragraphs, lists, tables, quotations, code and posts shown in the article. Paragraphs are those
that stand in the article itself or in a quotation of it. `body` is without the standfirst, which some sets count as no part of
the text.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from newsclean import Article, Block, Code, DefinitionList, Heading, Math, OptionsError, Paragraph, Quote, parse_page
from newsclean.models.views import flat

# The sets say whose a picture is, without the word that announces it: `Photo: Ada Example`.
_ANNOUNCED = re.compile(r"\A[^:：]{1,20}[:：]\s*")


def whole(html: str, url: str | None) -> dict[str, Any]:
    """Give all of an article."""
    return _told(_article(html, url))


def body(html: str, url: str | None) -> dict[str, Any]:
    """Give it without its standfirst."""
    article = _article(html, url)
    blocks = tuple(block for block in article.blocks if block.origin.rule != "standfirst")
    return _told(article.model_copy(update={"blocks": blocks}))


def _article(html: str, url: str | None) -> Article:
    try:
        return parse_page(html, url=url)
    except OptionsError:  # some sets have names of files in the place of addresses
        return parse_page(html)


def _told(article: Article) -> dict[str, Any]:
    sections: list[dict[str, Any]] = [{"heading": None, "paragraphs": []}]
    for block in _own(article.blocks):
        if isinstance(block, Heading):
            sections.append({"heading": block.text, "paragraphs": []})
        elif isinstance(block, Paragraph):
            sections[-1]["paragraphs"].append(block.text)
    return {
        "text": "\n".join(_texts(article.blocks)),
        "title": article.title,
        "paragraphs": [text for section in sections for text in section["paragraphs"]],
        "sections": sections,
        "images": [
            {
                "url": pair.image.src,
                "alt": pair.image.alt,
                "caption": None if pair.caption is None else pair.caption.text,
                "credit": None if pair.credit is None else _ANNOUNCED.sub("", pair.credit.text),
            }
            for pair in article.images
        ],
        "authors": [author.name for author in article.authors],
        "date": None if article.published is None else article.published.isoformat(),
        "topics": list(article.tags),
        "lang": article.language,
        "site_name": article.site_name,
        "description": article.summary,
    }


def _own(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks, and what stands in quotations."""
    for block in blocks:
        yield from flat(block.blocks) if isinstance(block, Quote) else (block,)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in flat(blocks):
        if isinstance(block, Heading | Paragraph | Code | Math):
            yield block.text
        elif isinstance(block, DefinitionList):
            yield from (term.text for item in block.items for term in item.terms)
