"""The laws over every HTML post of the shared corpus, and the founding post."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean import Article, Options, parse_article, read_canonical
from newsclean.readers.post import read_post
from tests import books

pytestmark = pytest.mark.corpus

OPTIONS = Options()
POSTS = 2_672
# Of these, with a header that PyYAML's parser rejects (test_headers_corpus.py compares what they say).
REPAIRED = 39


def html_posts(shared: Path) -> Iterator[Path]:
    """Give the posts with an HTML body."""
    for folder in ("posts", "feedposts"):
        yield from sorted(path for path in (shared / "corpus" / folder).rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def articles(shared: Path) -> dict[Path, Article]:
    """Every post, parsed once; none is refused."""
    return {path: parse_article(path.read_bytes()) for path in html_posts(shared)}


def test_every_post_is_read(articles: dict[Path, Article]) -> None:
    """Those with a broken header say so, with line and column; all have their header, and no line of it is unread."""
    assert len(articles) == POSTS
    repaired = 0
    for path, article in articles.items():
        assert article.front_matter, path
        codes = {note.code.partition(":")[0] for note in article.notes}
        assert not codes & {"header-unread", "header-salvaged", "header-as-body"}, path
        repaired += "header-repaired" in codes
        for note in article.notes:
            if note.code.startswith("header-"):
                assert note.text in path.read_text("utf-8").split("\n")[(note.line or 0) - 1], path
                assert note.column is not None
    assert repaired == REPAIRED


def test_conservation(articles: dict[Path, Article]) -> None:
    """Every character and medium is in a block or in a drop."""
    for path, article in articles.items():
        tree = read_post(path.read_bytes(), OPTIONS).tree
        assert not tree.notes, path
        assert books.balance(tree, article) == (0, 0), path
        assert books.in_order(tree, article), path


def test_round_trip(articles: dict[Path, Article]) -> None:
    """The canonical HTML reads back to the same content, JSON to the same article."""
    for path, article in articles.items():
        again = read_canonical(article.to_html())
        assert len(again) == len(article.blocks), path
        assert all(old.same_content(new) for old, new in zip(article.blocks, again, strict=True)), path
        assert Article.model_validate_json(article.to_json()) == article, path


def test_identity_sanitizer(articles: dict[Path, Article]) -> None:
    """A sanitizer that changes nothing changes nothing."""
    for path, article in articles.items():
        assert parse_article(path.read_bytes(), sanitizer=str) == article, path


@pytest.mark.parametrize("name", ["builtin", "bleach"])
def test_named_sanitizers(articles: dict[Path, Article], name: str) -> None:
    """What a sanitizer takes out or puts in is in the ledger, to the character; the builtin one changes nothing."""
    changed = 0
    for path, article in articles.items():
        clean = parse_article(path.read_bytes(), sanitizer=name)
        changed += clean != article
        tree = read_post(path.read_bytes(), OPTIONS).tree
        assert books.balance(tree, clean) == (0, 0), path
        lost = books.characters(article) - books.characters(clean)
        written = [drop for drop in clean.dropped if drop.rule == f"sanitizer:{name}"]
        assert sum(drop.size for drop in written) >= lost.total(), path
        if clean != article:
            assert written or any(note.code.startswith("sanitizer") for note in clean.notes), path
    print(f"{name}: {changed} of {len(articles)} articles changed")
    if name == "builtin":
        assert changed == 0


def test_founding_post(shared: Path) -> None:
    """The post that the project was created from is read as a person reads it: every field, every block."""
    article = parse_article((shared / "seed" / "post.md").read_bytes())
    expected = json.loads((shared / "seed" / "expected.json").read_text("utf-8"))
    assert article.published is not None
    found = {
        "title": article.title,
        "authors": [author.name for author in article.authors],
        "published": article.published.isoformat(),
        "categories": list(article.categories),
        "lead_image": article.lead_image,
        "thumbnail": article.thumbnail,
        "blocks": [_plain(block.model_dump(exclude_none=True)) for block in article.blocks],
    }
    assert found == expected
    assert (article.dropped, article.notes) == ((), ())
    assert article.front_matter["comments"] is False


def _plain(block: dict[str, object]) -> dict[str, object]:
    """Reduce a block to what the expectation lists: captions as strings, pictures by address and alt."""
    match block:
        case {"type": "figure", "images": images, "caption": {"text": caption, "marks": ()}}:
            assert isinstance(images, tuple)
            return {
                "type": "figure",
                "images": [{"src": image["src"], "alt": image["alt"]} for image in images],
                "caption": caption,
            }
        case {"marks": (), "origin": _, **content}:
            return content
        case _:
            return block
