"""The laws of the architecture (docs/architecture.md), over generated HTML and over every fixture."""

import pickle
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean import Article, NewscleanError, Options, Policy, parse_article, read_canonical
from newsclean.readers.post import read_post
from tests import books, strategies
from tests.cases import Case, cases

OPTIONS = Options()


def assert_laws(source: str | bytes) -> Article:
    """Check conservation, order, round trip, the sanitizer's identity, JSON and pickle on one post."""
    article = parse_article(source)
    tree = read_post(source, OPTIONS).tree
    assert books.balance(tree, article) == (0, 0)
    assert books.in_order(tree, article)
    again = read_canonical(article.to_html())
    assert len(again) == len(article.blocks)
    for old, new in zip(article.blocks, again, strict=True):
        assert old.same_content(new), (old, new)
    assert parse_article(source, sanitizer=lambda html: html) == article
    assert Article.model_validate_json(article.to_json()) == article
    assert pickle.loads(pickle.dumps(article)) == article
    return article


@pytest.mark.parametrize("case", cases("post"), ids=str)
def test_laws_hold_for_fixtures(case: Case) -> None:
    """Every fixture obeys all laws."""
    assert_laws(case.source)


@given(strategies.posts)
@example("---\na: b\n---\n<p>\n<b>a<a href=x>b<i>c<a href=y>d</a>e</i></a>f</b>")
@example("---\na: b\n---\n<p>\na<figure><img src=a><figcaption>b<img src=c>d<ul><li>e</ul></figcaption></figure>f")
@example("---\na: b\n---\n<p>\n水\n<b>位 </b> <i> x</i><pre>\n\n a\n</pre>")
def test_laws_hold_for_any_html(source: str) -> None:
    """Generated HTML obeys all laws."""
    assert_laws(source)


@given(strategies.anything)
def test_every_input_has_an_answer(source: str | bytes) -> None:
    """An Article or an error of ours, never anything else."""
    try:
        article = parse_article(source)
    except NewscleanError:
        return
    assert isinstance(article, Article)
    assert Article.model_validate_json(article.to_json()) == article


@given(strategies.posts, st.sampled_from(["builtin", "bleach"]))
def test_a_sanitizer_accounts_for_what_it_removes(source: str, name: str) -> None:
    """Read = kept + dropped - added, whatever comes back."""
    article = parse_article(source, sanitizer=name)
    balance = books.balance(read_post(source, OPTIONS).tree, article)
    assert balance[0] == 0
    if name == "builtin":
        assert article == parse_article(source)


@given(strategies.posts, st.integers(0, 5), st.integers(1, 4))
def test_a_removing_sanitizer_is_in_the_ledger(source: str, first: int, count: int) -> None:
    """Blocks that a sanitizer cuts out are dropped under its name; the others keep their origin."""

    def cut(html: str) -> str:
        lines = html.split("\n")
        return "\n".join(lines[:first] + lines[first + count :])

    before, after = parse_article(source), parse_article(source, sanitizer=cut)
    assert books.balance(read_post(source, OPTIONS).tree, after)[0] == 0
    for block in after.blocks:
        assert block in before.blocks or block.origin.rule == "sanitizer:cut"
    assert set(before.dropped) <= set(after.dropped)


@given(strategies.posts)
def test_purity(source: str) -> None:
    """The same input gives the same article."""
    assert parse_article(source) == parse_article(source)


@pytest.mark.usefixtures("no_network")
def test_parsing_opens_nothing() -> None:
    """No socket, no file: whatever the post names."""
    source = "---\ntitle: x\n---\n<!DOCTYPE html SYSTEM 'http://example.org/x.dtd'><link href=http://example.org/a.css><img src=http://example.org/a.png>"
    assert parse_article(source, sanitizer="builtin").images[0].image.src == "http://example.org/a.png"


@given(strategies.posts)
def test_options_remove_or_unwrap_only(source: str) -> None:
    """Without links, words and blocks are the same; without media, nothing is lost from the account."""
    full = parse_article(source)
    no_links = parse_article(source, options=replace(OPTIONS, policy=Policy("no-links", link_schemes=frozenset())))
    assert [type(block) for block in no_links.blocks] == [type(block) for block in full.blocks]
    assert no_links.text == full.text
    no_media = parse_article(
        source, options=replace(OPTIONS, policy=Policy("no-media", media_schemes=frozenset(), data_images=frozenset()))
    )
    assert not no_media.images
    assert books.balance(read_post(source, OPTIONS).tree, no_media) == (0, 0)
    assert books.characters(no_media) == books.characters(full)


@given(strategies.posts)
def test_without_inferred_gives_the_words_back(source: str) -> None:
    """Taking guesses apart changes no character."""
    article = parse_article(source)
    apart = article.without_inferred()
    assert books.characters(apart) == books.characters(article)
    assert '"inferred":true' not in apart.to_json()
