"""Whole articles, those that no post was the source of among them: each writer gives what reads back, is valid and holds all words.

`tox run -e soak` tries 20,000 of them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from newsclean import Article, Block, parse_article, read_canonical
from newsclean.models.blocks import Code, Embed, Math
from newsclean.models.text import Text
from newsclean.models.views import flat, texts
from newsclean.renderers.markdown import Figures, labels_of, to_markdown
from newsclean.renderers.markdown_marks import references
from tests import strategies, test_jsonld, test_ninjs
from tests.cases import Case, cases
from tests.markdown_structure import EDGES, READER, of_article, of_markdown
from tests.test_corpus import html_posts
from tests.test_to_post import assert_comes_back

FIGURES: tuple[Figures, ...] = ("markdown", "html")
# What is no word for HTML, and controls that readers of Markdown take for white space.
SPACE = re.compile(f"[{EDGES}]+")


def markdown_comes_back(blocks: tuple[Block, ...]) -> bool:
    """Tell whether a reader of Markdown finds the same structure, whichever way figures are written."""
    return all(
        of_markdown(to_markdown(blocks, figures=figures)) == of_article(blocks, dict(labels_of(blocks, figures)), figures)
        for figures in FIGURES
    )


@given(strategies.articles)
def test_any_article(article: Article) -> None:
    """HTML, JSON, posts of every habit and pages read back without a difference, Markdown with the same structure; our JSON and
    that of others is valid; HTML, Markdown and text hold all words.
    """
    assert_reads_back(article)
    assert_comes_back(article)
    assert markdown_comes_back(article.blocks)
    assert_valid(article)
    assert_has_all_words(article)


def assert_reads_back(article: Article) -> None:
    """Check HTML, with frames too, and JSON."""
    for embeds in ("link", "iframe"):
        again = read_canonical(article.render("html", {"embeds": embeds}))
        assert len(again) == len(article.blocks)
        assert all(old.same_content(new) for old, new in zip(article.blocks, again, strict=True))
    assert Article.model_validate_json(article.to_json()) == article


@cache
def validator() -> Draft202012Validator:
    """Give the validator of our own JSON."""
    schema = Article.model_json_schema(mode="serialization")
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def assert_valid(article: Article) -> None:
    """Check JSON, JSON-LD and ninjs."""
    assert not list(validator().iter_errors(article.model_dump(mode="json")))
    test_jsonld.check(article)
    test_ninjs.check(article)


# Words


def squeezed(text: str) -> str:
    """Give a text without white space."""
    return SPACE.sub("", text)


def runs_of(blocks: Iterable[Block], *, shown_as_label: frozenset[str]) -> Iterator[str]:
    """Give every stretch of words over which no mark begins or ends, captions too, without references that show a label."""
    for block in flat(blocks):
        match block:
            case Code() | Math():
                yield from block.text.split("\n")
            case Embed():
                yield from (block.title or "").split("\n")
        for text in texts(block):
            yield from _runs_of(text, shown_as_label)


def _runs_of(text: Text, shown_as_label: frozenset[str]) -> Iterator[str]:
    notes = [mark for mark in text.marks if mark.kind == "footnote" and mark.href in shown_as_label]
    ends = sorted({0, len(text.text), *(place for mark in text.marks for place in (mark.start, mark.end))})
    for start, end in pairwise(ends):
        if not any(mark.start <= start and end <= mark.end for mark in notes):
            yield from text.text[start:end].split("\n")


def shown(html: str) -> str:
    """Give the words that a reader of HTML sees."""
    return squeezed("".join(html5lib.parse(html, namespaceHTMLElements=False).itertext()))


def assert_has_all_words(article: Article) -> None:
    """Check that every run stands in HTML, Markdown and text as it is, and text of a width has each character as often."""
    blocks = article.blocks
    everything = [run for run in map(squeezed, runs_of(blocks, shown_as_label=frozenset())) if run]
    html, text = shown(article.to_html()), squeezed(article.to_text())
    for run in everything:
        assert run in html, run
        assert run in text, run
    narrow = squeezed(article.to_text(width=20, headings="marked"))
    assert not Counter("".join(everything)) - Counter(narrow)
    referred = frozenset(href for block in flat(blocks) for words in texts(block) for href in references(words))
    for figures in FIGURES:
        labels = labels_of(blocks, figures)
        markdown = article.to_markdown(figures=figures)
        # A formula stands in the source as it is: what shows it reads no Markdown in it.
        words = shown(READER.render(markdown)) + squeezed(markdown.replace("\n> ", "\n"))
        for run in map(squeezed, runs_of(blocks, shown_as_label=referred & labels.keys())):
            assert run in words, (run, figures)


@pytest.mark.parametrize("case", cases("post"), ids=str)
def test_fixtures(case: Case) -> None:
    """Every reviewed article."""
    article = parse_article(case.source, url=case.url)
    assert_valid(article)
    assert_has_all_words(article)
    assert markdown_comes_back(article.blocks)


@pytest.mark.corpus
def test_corpus(shared: Path) -> None:
    """Every post: no fault in any JSON, no word gone; Markdown with figures in HTML has the structure of at least 99.5 %."""
    total, failed = 0, list[Path]()
    for path in html_posts(shared):
        article = parse_article(path.read_bytes())
        assert not list(validator().iter_errors(article.model_dump(mode="json"))), path
        assert_has_all_words(article)
        total += 1
        if not markdown_comes_back(article.blocks):
            failed.append(path)
    print(f"{total - len(failed)} of {total} come back from Markdown", *failed, sep="\n")
    assert total - len(failed) >= 0.995 * total


def test_the_judges_say_no() -> None:
    """What is gone is missed, what is wrong is seen."""
    article = parse_article("<p>Water <b>flows</b>.</p><figure><img src=a.png><figcaption>A dam</figcaption></figure>")
    value: dict[str, Any] = article.model_dump(mode="json")
    for wrong in ({"blocks": [{"type": "page"}]}, {"title": 1}, {"extra": 1}, {"schema_version": 9}):
        assert list(validator().iter_errors(value | wrong))
    runs = list(runs_of(article.blocks, shown_as_label=frozenset()))
    assert runs == ["Water ", "flows", ".", "A dam"]
