"""Finding the body of a page: every row says what it is for and is heard, and scripts without spaces count."""

import re
from pathlib import Path

import pytest

from newsclean import parse_page
from newsclean.dom import parse_html
from newsclean.extractors import own
from newsclean.extractors.measures import measure_page
from newsclean.extractors.signs import ELEMENTS, SIGNS
from newsclean.extractors.witness import witness_of

ROOT = Path(__file__).parent.parent
PROSE = "<p>The dam at the upper end of the valley was opened on Monday, three weeks after the first flood.</p>" * 4
# One name of each row, in the forms that sites write.
NAMES = {
    "comments": ("comments", "article-commentList", "comment_section"),
    "related": ("related-articles", "mostRead", "story__card"),
    "share": ("social", "article-share-bar"),
    "newsletter": ("newsletter-box", "SignUp"),
    "advertisement": ("ad-slot", "sponsored", "promo"),
    "navigation": ("breadcrumb", "main-nav"),
    "footer": ("site-footer",),
    "site-header": ("masthead",),
    "sidebar": ("right-column", "sidebar-1"),
    "consent": ("cookie-banner", "gdpr"),
    "dialog": ("modal", "notification-bar"),
    "author-bio": ("author-bio",),
    "tags": ("tag-list", "topics"),
    "byline": ("byline", "author", "entry-meta"),
    "hidden": ("hidden", "sr-only"),
    "aside": ("factbox", "info-box"),
    "login": ("login-form",),
}


def test_every_row_has_a_name_here() -> None:
    """And a reason that is a sentence."""
    assert [row.reason for row in SIGNS] == list(NAMES)
    assert all(row.why.endswith(".") for row in SIGNS)


@pytest.mark.parametrize(("reason", "name"), [(reason, name) for reason, names in NAMES.items() for name in names])
def test_names_are_heard(reason: str, name: str) -> None:
    """In the body they are left out; as a state, or as part of another word, they say nothing."""
    box = "<div {}='{}'><p>Some other words that have nothing to do with it, as you see.</p></div>"
    for attribute in ("class", "id"):
        article = parse_page(f"<html><div>{PROSE}{box.format(attribute, name)}{PROSE}</div></html>")
        assert [drop.reason for drop in article.dropped] == [reason]
    for other in (f"has-{name}", f"x{name.replace('-', '').replace('_', '').lower()}x"):
        assert len(parse_page(f"<html><div>{PROSE}{box.format('class', other)}{PROSE}</div></html>").paragraphs) == 9


def test_names_of_large_elements_are_not_believed() -> None:
    """What holds most of the prose is named after a part of it; and so is everything, if nothing else is left."""
    assert len(parse_page(f"<html><div class=sidebar>{PROSE}</div></html>").paragraphs) == 4
    parts = "".join(f"<div class=comment id=c{at}>{PROSE}</div>" for at in range(4))
    assert len(parse_page(f"<html><main>{parts}</main></html>").paragraphs) == 16


def test_the_docs_name_every_reason() -> None:
    """Those of rows, elements and of the trimming."""
    text = (ROOT / "docs" / "full-pages.md").read_text("utf-8")
    table = text.partition("## What goes with it")[2].partition("## How sure")[0]
    told = {name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`([a-z-]+)`", row)}
    left_to_rules = {"figure", "embed", "drawing", "head", "control", "header"}
    given = {row.reason for row in SIGNS} | set(ELEMENTS.values())
    sources = [
        (ROOT / "src" / "newsclean" / "extractors" / f"{name}.py").read_text("utf-8") for name in ("trim", "own", "readability")
    ]
    given |= {name for source in sources for name in re.findall(r'"([a-z]+(?:-[a-z]+)*)"', source, re.MULTILINE)}
    assert told <= given
    assert {row.reason for row in SIGNS} - left_to_rules <= told


@pytest.mark.parametrize(
    "text",
    [
        "市议会周二晚间表决通过，拆除旧水坝。",
        "町議会は古い堰を取り壊すことを決めた。",
        "군의회는 낡은 보를 헐기로 했다고 밝혔다.",
    ],
)
def test_scripts_without_spaces_are_prose(text: str) -> None:
    """A sentence of twenty characters is one, as it is in other scripts."""
    page = measure_page(parse_html(f"<html><div><p>{text}</p></div><ul><li><a href=a>{text}</a></li></ul></html>").roots)
    assert [page.nodes[at].tag for at, prose in enumerate(page.prose) if prose] == ["p"]


def test_a_body_in_parts_is_one() -> None:
    """What holds all parts is the body, unless they are of different articles."""
    part = f"<section class=text>{PROSE}</section>"
    page = f"<html><body><div class=page><div class=body>{part}<div>x</div>{part}</div></div></body></html>"
    assert len(parse_page(page).paragraphs) == 8


def test_witnesses() -> None:
    """Titles are told in other words too, descriptions by how they begin."""
    head = "<title>Dam opens after the flood - Paper</title><meta name=description content='Water flows over the wall again since Monday.'>"
    witness = witness_of(measure_page(parse_html(f"<html><head>{head}</head><body>a").roots).nodes)
    assert witness.is_title("DAM OPENS after the flood")
    assert witness.is_title("Dam opened after the floods")
    assert not witness.is_title("Mill sold again, the third time")
    assert witness.is_description("Water flows over the wall again since Monday. By Ada")
    assert not witness.is_description("Water flows")


def test_extraction_is_the_same_every_time() -> None:
    """The answer depends on nothing but the page."""
    page = f"<html><body><h1>Dam</h1><p>Water flows over the wall again, they say.</p><div>{PROSE}</div></body></html>"
    found = [own.extract(parse_html(page), None) for _ in range(2)]
    assert found[0].confidence == found[1].confidence
    assert [len(found[0].standfirst), len(found[0].left_out)] == [len(found[1].standfirst), len(found[1].left_out)]
