"""The laws over every page of the shared bench, and the floor of what is found on them."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean import Article, Options, parse_page, read_canonical
from newsclean.readers.documents import read_document
from newsclean.readers.post import decoded
from tests import books

pytestmark = pytest.mark.corpus

SETS = ("scrapinghub", "fundus_eval", "fundus_pages", "trafilatura_eval")
PAGES = 733
OPTIONS = Options()


def pages(shared: Path) -> Iterator[tuple[str, str]]:
    """Give names and HTML of all pages."""
    for name in SETS:
        with gzip.open(shared / "bench" / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            yield from ((f"{name}:{page['id']}", page["html"]) for page in map(json.loads, lines))


@pytest.fixture(scope="module")
def articles(shared: Path) -> dict[str, tuple[str, Article]]:
    """Every page, parsed once; none is refused."""
    return {name: (html, parse_page(html)) for name, html in pages(shared)}


def test_conservation(articles: dict[str, tuple[str, Article]]) -> None:
    """Every character and medium is in a block or in a drop, blocks in the order of the page."""
    assert len(articles) == PAGES
    for name, (html, article) in articles.items():
        tree = read_document(decoded(html, OPTIONS)[0]).tree
        assert books.balance(tree, article) == (0, 0), name
        assert books.in_order(tree, article), name


def test_round_trip(articles: dict[str, tuple[str, Article]]) -> None:
    """The canonical HTML reads back to the same content, JSON to the same article."""
    for name, (_, article) in articles.items():
        again = read_canonical(article.to_html())
        assert len(again) == len(article.blocks), name
        assert all(old.same_content(new) for old, new in zip(article.blocks, again, strict=True)), name
        assert Article.model_validate_json(article.to_json()) == article, name


def test_identity_sanitizer(articles: dict[str, tuple[str, Article]]) -> None:
    """A sanitizer that changes nothing changes nothing."""
    for name, (html, article) in articles.items():
        assert parse_page(html, sanitizer=str) == article, name
