"""The law of options: furniture that is shown is marked, and changes nothing else."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean import Article, Options, OptionsError, parse_article, read_canonical
from newsclean.models.views import flat
from newsclean.readers.post import read_post
from newsclean.rules.reasons import BOILERPLATE
from tests import books, strategies
from tests.cases import Case, cases

DROP, KEEP = Options(), Options(boilerplate="keep")
FURNITURE = (
    "<div class=share><a href=/s>s</a></div>",
    "<span class=sr-only>r<img src=r.png></span>",
    "<p>Advertisement</p>",
    "<h3>Related articles</h3><ul><li><a href=/a>a</a></ul>",
    "<nav><ul><li><a href=/n>n</a></ul></nav>",
    "<div class=newsletter><form><p>f<input></p></form><blockquote>q</blockquote></div>",
    "<aside><table><tr><td><a href=/t>t</a></table></aside>",
    "<div class=related-posts lang=he><b>c<div class=wp-caption><img src=a><p class=wp-caption-text>d</div>",
    "<div class=byline>[caption]<img src=b>e[/caption]",
)


def assert_law(source: str | bytes) -> Article:
    """Check that blocks without a mark are those of the default, that nothing is lost, and that it all reads back."""
    usual, article = parse_article(source), parse_article(source, options=KEEP)
    plain = tuple(block for block in article.blocks if block.origin.boilerplate is None)
    assert plain == usual.blocks
    assert books.balance(read_post(source, KEEP).tree, article) == (0, 0)
    again = read_canonical(article.to_html())
    assert len(again) == len(article.blocks)
    assert all(old.same_content(new) for old, new in zip(article.blocks, again, strict=True))
    assert not BOILERPLATE & {drop.reason for drop in article.dropped}
    hidden = {drop.reason for drop in usual.dropped}
    assert {block.origin.boilerplate for block in article.blocks} - {None} <= hidden
    for block in article.blocks:
        assert {part.origin.boilerplate for part in flat([block])} == {block.origin.boilerplate}
    said = iter(article.notes)
    assert all(note in said for note in usual.notes)
    told = {"blocks", "dropped", "notes"}
    assert article.model_dump(exclude=told) == usual.model_dump(exclude=told)
    apart = article.without_inferred().blocks
    assert tuple(block for block in apart if block.origin.boilerplate is None) == usual.without_inferred().blocks
    return article


@pytest.mark.parametrize("case", cases("post"), ids=str)
def test_fixtures(case: Case) -> None:
    """Every fixture obeys."""
    assert_law(case.source)


@given(strategies.posts)
@example("---\na: b\n---\n<p>\n<time><hr></time>")
@example("---\na: b\n---\n<p class=byline><img src=a><p class=caption>b")
@example("---\na: b\n---\n<img src=a><div class=wp-caption><div class=byline><div class=byline>© B")
@example("---\na: b\n---\n<p>a<div class=related-posts><a href=/b><img src=c></a><p>Photo: D</p></div>")
@example(
    "---\nheadimg: /a/b/c-300x200.jpg\n---\n<div class=related-posts><a href=/d><img src=/e/a/b/c.jpg></a></div>f<img src=/a/b/c.jpg>"
)
def test_any_html(source: str) -> None:
    """Generated HTML obeys."""
    assert_law(source)


@given(strategies.posts, st.sampled_from(FURNITURE), st.integers(0))
@example("---\na: b\n---\n<p>a {} b</p>", FURNITURE[1], 18)
@example("---\na: b\n---\n<figure><img src=a><figcaption>b  c</figcaption></figure><p>d", FURNITURE[1], 45)
@example("---\na: b\n---\n<table><caption>b  c</caption><tr><td>d</table>", FURNITURE[1], 31)
@example("---\na: b\n---\n<img src=a> <figcaption>c</figcaption>", FURNITURE[0], 25)
@example("---\na: b\n---\n[caption]<img src=a> c[/caption]", FURNITURE[0], 34)
@example("---\na: b\n---\n<ul><li>a<li> <li>b</ul>c", FURNITURE[0], 25)
def test_furniture_anywhere(source: str, furniture: str, place: int) -> None:
    """Wherever furniture stands, between the tags or in the middle of one."""
    at = place % (len(source) + 1) if place < len(source) else len(source)
    head = source.find("\n---\n") + 5
    at = max(at, head) if head > 4 else at
    assert_law(source[:at] + furniture + source[at:])


@pytest.mark.corpus
def test_corpus(request: pytest.FixtureRequest) -> None:
    """Every readable post of the shared corpus obeys; what is shown is counted, with `-s`."""
    from newsclean import InputError
    from tests.test_corpus import html_posts

    shown = 0
    for path in html_posts(request.getfixturevalue("shared")):
        try:
            article = assert_law(path.read_bytes())
        except InputError:
            continue
        shown += sum(block.origin.boilerplate is not None for block in article.blocks)
    print(f"{shown} blocks of furniture shown")
    assert shown > 0


def test_every_choice_is_checked() -> None:
    """A choice that is none is refused."""
    with pytest.raises(OptionsError, match="'drop' or 'keep'"):
        Options(boilerplate="hide")  # type: ignore[arg-type]


def test_the_mark_is_in_json() -> None:
    """And comes back from it."""
    article = parse_article("<p>a</p><p>Advertisement</p>", options=KEEP)
    assert json.loads(article.to_json())["blocks"][1]["origin"]["boilerplate"] == "advertisement"
    assert Article.model_validate_json(article.to_json()) == article
