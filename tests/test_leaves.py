"""What needs no walk becomes what the walker would make of it."""

from importlib import import_module

import pytest
from hypothesis import given

from newsclean import STRICT, Article, Options, parse_article, read_canonical
from newsclean.rules import INDEX, RULES, Rule, Take
from newsclean.rules.canonical import CANONICAL_INDEX
from newsclean.testing.body_strategies import bodies
from newsclean.walk.leaves import Leaves
from tests.cases import Case, cases

OPTIONS = (Options(), Options(boilerplate="keep"), Options(policy=STRICT))


def walked(source: str | bytes, options: Options) -> Article:
    """Parse with every element walked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(INDEX, "leaves", {})
        patch.setattr(Leaves, "settle_figure", lambda *_: False)
        patch.setattr(import_module("newsclean.rules.figure"), "_PICTURE_AND_WORDS", -1)
        return parse_article(source, options=options)


def assert_same(source: str | bytes) -> None:
    """Origins, drops, notes and which fields are set included."""
    for options in OPTIONS:
        here, there = parse_article(source, options=options), walked(source, options)
        assert here == there
        assert here.model_dump(exclude_unset=True) == there.model_dump(exclude_unset=True)


@pytest.mark.parametrize("case", cases("post"), ids=str)
def test_fixtures(case: Case) -> None:
    """All constructions that a fixture was written for."""
    assert_same(case.source)


@pytest.mark.parametrize(
    "body",
    [
        "a<p>b</p>c\n<p>d</p> <h2>e</h2>f",
        "<b><p>a</p></b><p lang=de>b</p><div lang=fr dir=rtl><p>c</p></div>",
        "<p>\u00a0</p><p></p><h2>\u3000</h2><p> a\n b </p>",
        "<p>Advertisement</p>a<p>b</p><h3>Read more</h3>c",
        "<table><tr><td><p>a</p>b</table><ul><li><p>c</p><p>d</p></ul>",
        "<figure><img src=a.png><figcaption>b</figcaption></figure>c",
        "<figure><figcaption>b</figcaption><img src=a.png></figure>c",
        "<figure>\n<img src=a.png>\n<figcaption> b\n c </figcaption>\n</figure>c<p>d</p>",
        "<figure><img src=a.png>t<figcaption>b</figcaption></figure>",
        "<figure>t<img src=a.png><figcaption>b</figcaption>u</figure>",
        "<figure><img src=a.png><figcaption>\u00a0</figcaption></figure>c",
        "<figure><img><figcaption>b</figcaption></figure>c",
        "<figure><img src=data:image/gif;base64,R0><figcaption>b</figcaption></figure>c",
        "<figure><img src=javascript:a><figcaption>b</figcaption></figure><p>c</p>",
        "<figure><img src=a.png><img src=javascript:a><figcaption>b</figcaption></figure><p>c</p>",
        "<figure><img src=a.png><figcaption>A dam. (Photo: B)</figcaption></figure><p>Photo: C</p>",
        "<figure><img src=a.png><figcaption>b</figcaption><footer>c</footer></figure>",
        "<figure><img src=a.png><figcaption class=wp-caption-text><i>b</i></figcaption></figure>",
        "<a href=x><figure><img src=a.png><figcaption>b</figcaption></figure></a>d",
        "a <figure lang=de><img src=a.png><figcaption>b</figcaption></figure> c",
        "<figure><picture><source srcset=b.png><img src=a.png></picture><figcaption>b</figcaption></figure>",
        "<blockquote><figure><img src=a.png><figcaption>b</figcaption></figure>c</blockquote>d",
        "<div class=wp-caption><img src=a.png><p class=wp-caption-text>b</p></div><p>c</p>",
        "<figure><img src=a.png><figcaption>[gallery] {{ b }}</figcaption></figure><p>a [b] $c$</p>",
    ],
)
def test_kinds(body: str) -> None:
    """Whatever stands before, in, between and after them."""
    assert_same(body)


@given(bodies())
def test_bodies(body: str) -> None:
    """Whatever anybody writes."""
    assert_same(f"---\ntitle: A dam\n---\n{body}")


@pytest.mark.parametrize("case", cases("post"), ids=str)
def test_our_own_html(case: Case) -> None:
    """The same of what is read back."""
    html = parse_article(case.source).to_html()
    here = read_canonical(html)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CANONICAL_INDEX, "leaves", {})
        patch.setattr(Leaves, "settle_figure", lambda *_: False)
        assert here == read_canonical(html)


def test_rows_of_ones_own() -> None:
    """One that stands before ours is asked about every paragraph; one that says what it always answers is not."""
    asked: list[object] = []
    mine = Rule("mine", frozenset({"p"}), lambda node: asked.append(node.tag), why="Counts.")
    plain = mine._replace(name="plain", plain={"p": Take("paragraph", reads="text")})
    for row, count in ((mine, 2), (plain, 1)):
        asked.clear()
        article = parse_article("<p>a</p><p class=b>c</p>", options=Options(rules=(row, *RULES)))
        assert len(asked) == count
        assert [block.origin.rule for block in article.blocks] == ["plain" if row is plain else "paragraph", "paragraph"]
