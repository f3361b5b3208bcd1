"""Chunks: the whole text, once, in order."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Article, Chunk, OptionsError, Paragraph, parse_article
from newsclean.models.views import image_pairs
from tests import strategies
from tests.cases import Case, cases
from tests.test_corpus import html_posts

SPACE = " \t\n"
BYS: tuple[Literal["section", "block"], ...] = ("section", "block")


def assert_chunks(article: Article, size: int) -> tuple[Chunk, ...]:
    """Check what holds for all chunks: text, size, order of blocks, pictures."""
    for by in BYS:
        found = article.chunks(by=by, max_chars=size)
        assert "".join(chunk.text for chunk in found) == article.text
        assert all(len(chunk.text.rstrip(SPACE)) <= size for chunk in found)
        if found:
            assert (found[0].first_block, found[-1].last_block) == (0, len(article.blocks) - 1)
        for before, after in pairwise(found):
            assert before.first_block <= before.last_block
            assert after.first_block in {before.last_block, before.last_block + 1}
        images = [pair.image.src for pair in image_pairs(article.blocks)] if found else []
        assert [image for chunk in found for image in chunk.images] == images
    return found


@pytest.mark.parametrize("case", cases("post"), ids=str)
def test_fixtures(case: Case) -> None:
    """Of every fixture, whatever the size; no chunk is white space of HTML alone."""
    article = parse_article(case.source)
    for size in (7, 80, 2_000):
        assert all(chunk.text.strip(SPACE) for chunk in assert_chunks(article, size))


@given(strategies.bodies, st.integers(1, 60))
def test_any_article(blocks: tuple[Paragraph, ...], size: int) -> None:
    """With every kind of block, empty texts included."""
    assert_chunks(Article(blocks=blocks), size)


@pytest.mark.corpus
def test_corpus(shared: Path) -> None:
    """No word in letters is cut that is shorter than a chunk, and no character of several code points."""
    for path in html_posts(shared):
        article = parse_article(path.read_bytes())
        found = assert_chunks(article, 200)
        for before, after in pairwise(found):
            seam = before.text[-100:] + after.text[:100]
            cut = re.search(r"[a-z]+\Z", before.text) and re.match("[a-z]", after.text)
            assert not cut or not re.search(r"\s", seam), (path, seam)


def texts(article: Article, size: int) -> list[str]:
    """Give the texts of chunks."""
    return [chunk.text for chunk in article.chunks(max_chars=size)]


@pytest.mark.parametrize(
    ("text", "size", "pieces"),
    [
        ("A dam opens. Water flows. It is late.", 26, ["A dam opens. Water flows. ", "It is late."]),
        ("Water flows over", 12, ["Water flows ", "over"]),
        ("水位上升。大坝开闸放水。", 8, ["水位上升。", "大坝开闸放水。"]),
        ("水位上升大坝开闸放水", 4, ["水位上升", "大坝开闸", "放水"]),
        ("e\u0301e\u0301e\u0301", 3, ["e\u0301", "e\u0301", "e\u0301"]),
        ("👩‍🔧👩‍🔧", 4, ["👩‍🔧", "👩‍🔧"]),
        ("🇩🇪🇫🇷", 3, ["🇩🇪", "🇫🇷"]),
        ("abcdef", 4, ["abcd", "ef"]),
    ],
)
def test_where_a_text_is_cut(text: str, size: int, pieces: list[str]) -> None:
    """After sentences, at spaces, between characters."""
    assert texts(Article(blocks=(Paragraph(text=text),)), size) == pieces


def test_sections_pictures_and_lines() -> None:
    """Each chunk knows its headings; a picture goes with the words before it."""
    source = "<p>a</p>\n<h2>b</h2>\n<img src=c.png>\n<p>d</p>\n<h3>e</h3>\n<p>f</p>\n<h2>g</h2><img src=h.png>"
    found = [tuple(chunk.model_dump().values()) for chunk in parse_article(source).chunks()]
    assert found == [
        ("a\n\n", (), 0, 0, (), 1, 1),
        ("b\n\nd\n\n", ("b",), 1, 3, ("c.png",), 2, 4),
        ("e\n\nf\n\n", ("b", "e"), 4, 5, (), 5, 6),
        ("g", ("g",), 6, 7, ("h.png",), 7, 7),
    ]
    single = parse_article(source).chunks(by="block")
    assert [(chunk.text, chunk.first_block, chunk.last_block) for chunk in single][1:3] == [("b\n\n", 1, 2), ("d\n\n", 3, 3)]
    first = parse_article("<img src=a.png><p>b").chunks(by="block")
    assert [(chunk.text, chunk.images) for chunk in first] == [("b", ("a.png",))]
    assert parse_article("<img src=a.png>").chunks() == ()


def test_a_size_that_makes_no_sense() -> None:
    """Is refused."""
    with pytest.raises(OptionsError, match="max_chars"):
        Article().chunks(max_chars=0)
