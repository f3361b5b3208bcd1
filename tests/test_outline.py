"""What only a look at the whole article tells: rows for its first and last lines, its title again, headings that are bold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Article, Heading, Options, Paragraph, parse_article
from newsclean.rules.endings import TOPS, Ending
from newsclean.rules.feet import FEET
from newsclean.rules.reasons import BOILERPLATE
from tests.cases import cases

FIRED = {drop["rule"] for case in cases("post") if case.expectation.exists() for drop in case.expected.get("dropped", ())}
WORDS = "<p>The dam opens in spring, and the boats go up to the old mill again, as they did for years before the flood.</p>"


def parsed(body: str, title: str = "The dam opens", **options: str) -> Article:
    """Parse a body under a title."""
    return parse_article(f"---\ntitle: '{title}'\n---\n{body}", options=Options(**options))  # type: ignore[arg-type]


def dropped(body: str, title: str = "The dam opens") -> list[str]:
    """Give the rules by which a body loses something."""
    return [drop.rule for drop in parsed(body, title).dropped]


@pytest.mark.parametrize("row", [*TOPS, *FEET], ids=lambda row: row.name)
def test_every_row_has_a_fixture_and_a_reason(row: Ending) -> None:
    """A row that no reviewed post exercises fails the suite; what it leaves out can be shown."""
    assert row.name in FIRED
    assert row.reason in BOILERPLATE
    assert row.why.endswith(".")


@pytest.mark.parametrize("rule", ["title-again", "over-title", "last-label", "heading-of-nothing"])
def test_every_other_rule_has_a_fixture(rule: str) -> None:
    """The same for what is no row."""
    assert rule in FIRED


@pytest.mark.parametrize(
    ("body", "title", "rules"),
    [
        ("<h1>The Dam opens!</h1>" + WORDS, "The dam opens", ["title-again"]),
        ("<p>The dam opens</p>" + WORDS, "The dam opens", ["title-again"]),
        ("<h3>The dam opens</h3>", "The dam opens", []),
        ("<h3>The dam opens</h3><img src=a.png>", "The dam opens", []),
        (WORDS + "<h3>The dam opens</h3>" + WORDS, "The dam opens", []),
        ("<p>A line.</p><h2>The dam opens</h2>" + WORDS, "The dam opens", []),
        ("<p>A line</p><h2>The dam opens</h2>" + WORDS, "The dam opens", ["over-title", "title-again"]),
        ("<p>1</p><p>2</p><p>3</p><h2>The dam opens</h2>" + WORDS, "The dam opens", []),
        ("<p>A line</p><p>The dam opens</p>" + WORDS, "The dam opens", []),
        ("<h2>The dam opens</h2>" + WORDS, "At last: the dam opens", ["title-again"]),
        ("<h2>The dam</h2>" + WORDS, "The dam of the old mill opens in spring", []),
        ("<h2>What is a dam?</h2>" + WORDS, "Dam", []),
        ("<h1>Open</h1>" + WORDS, "The dam in spring: open", ["title-again"]),
        ("<h2>Open</h2>" + WORDS, "The dam in spring: open", []),
        ("<h2>水門</h2>" + "<p>水門は春に開く。</p>", "水門", ["title-again"]),
        ("<h2>***</h2>" + WORDS, "???", []),
        (WORDS + "<p>Source: the town</p>", "Dam", ["source-line"]),
        (WORDS + "<p>Source: the town</p>" + WORDS, "Dam", []),
        ("<p>Source: the town</p>" + WORDS, "Dam", []),
        (WORDS + "<img src=a.png><p>Source: the town</p>", "Dam", []),
        (WORDS + "<p>Source: the town</p><hr>", "Dam", ["source-line"]),
        (WORDS + "<p>Source: the town</p><ul><li>a</ul>", "Dam", []),
        (WORDS + "<h2>More</h2><p>© The Mill</p>", "Dam", ["heading-of-nothing", "rights"]),
        (WORDS + "<h2>Newsletter</h2>", "Dam", []),
        (WORDS + "<h2>Leave <i>a</i> comment</h2>", "Dam", ["last-label"]),
        (WORDS + "<p>Follow us on Twitter, says the mill.</p>", "Dam", []),
        (WORDS + "<p>Follow us on <a href=/t>Twitter</a>.</p>", "Dam", ["come-again"]),
        (WORDS + "<p>" + "The mill gave copies of it. " * 5 + "Wood contributed to this report.</p>", "Dam", ["contributors"]),
        (WORDS + "<p>By Ida Berg</p>", "Dam", []),
        ("<p>By Ida Berg</p>" + WORDS, "Dam", ["by-line"]),
        ("<p>By the mill stands a tree</p>" + WORDS, "Dam", []),
        ("<p>2023-05-02 10:00</p>" + WORDS, "Dam", ["date-line"]),
        ("<p>On 2023-05-02 it rained.</p>" + WORDS, "Dam", []),
        (WORDS + "<p>2023-05-02 10:00</p>" + WORDS, "Dam", []),
    ],
)
def test_lines_above_and_below(body: str, title: str, rules: list[str]) -> None:
    """Each is left out for this, or stays."""
    assert sorted(dropped(body, title)) == rules


BOLD = f"{WORDS}<p><b>On foot</b></p>{WORDS}<p><b>By <i>boat</i></b></p>{WORDS}"


def test_bold_lines_are_headings_where_there_are_none() -> None:
    """They keep their other marks, and become the same paragraphs again."""
    article = parsed(BOLD)
    assert [(head.text, head.level, head.origin.inferred) for head in article.headings] == [
        ("On foot", 2, True),
        ("By boat", 2, True),
    ]
    assert [[mark.kind for mark in head.marks] for head in article.headings] == [[], ["emphasis"]]
    apart = article.without_inferred()
    plain = parse_article(BOLD.replace(WORDS, "<blockquote>a</blockquote>"))  # nothing follows that they could head
    assert apart.headings == plain.headings == ()
    bold = [block for block in apart.blocks if isinstance(block, Paragraph) and block.marks]
    assert [block.same_content(other) for block, other in zip(bold, plain.paragraphs, strict=True)] == [True, True]
    assert [block.origin.rule for block in bold] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "body",
    [
        f"<h4>a</h4>{BOLD}",
        f"{WORDS}<p><b>On foot</b></p>{WORDS}",
        BOLD.replace("On foot", "On foot."),
        BOLD.replace("On foot", "On foot:"),
        BOLD.replace("On foot", "On foot？"),
        BOLD.replace("On foot", "<a href=/a>On foot</a>"),
        BOLD.replace("On foot", "On<br>foot"),
        BOLD.replace("On foot", "a" * 81),
        BOLD.replace("On foot", "***"),
        BOLD.replace("<b>On foot</b>", "<b>On</b> foot"),
        f"{WORDS}<p><b>On foot</b></p><p><b>By boat</b></p>{WORDS}",
        f"<p><b>On foot</b></p>{WORDS}<p><b>By boat</b></p>{WORDS}",
    ],
)
def test_other_bold_lines_stay(body: str) -> None:
    """Those of an article with headings, single ones, sentences, links, first lines, what heads nothing."""
    assert not any(isinstance(block, Heading) and block.origin.inferred for block in parsed(body).blocks)


@given(
    st.lists(st.sampled_from(["<p><b>On foot</b></p>", "<p><strong><i>a</i></strong></p>", WORDS, "<p>a</p>", "<hr>", "<p>水"]))
)
def test_bold_lines_come_back_exactly(parts: list[str]) -> None:
    """Whatever was guessed: the paragraphs are those that the source has."""
    article = parsed("".join(parts)).without_inferred()
    apart = parsed("<h4>a</h4>" + "".join(parts))
    assert [block for block in apart.blocks if block.origin.rule != "heading"] == list(article.blocks)


def test_the_summary_is_a_standfirst() -> None:
    """Of the body, if the header has none, and only near the top; it stays a block."""
    body = "<p class=standfirst>In short.</p>" + WORDS
    assert (parsed(body).summary, len(parsed(body).blocks)) == ("In short.", 2)
    assert parse_article(f"---\ndescription: Given.\n---\n{body}").summary == "Given."
    assert parsed(WORDS * 6 + body).summary is None


def test_what_is_left_out_can_be_shown() -> None:
    """With the same reason."""
    article = parsed("<h2>The dam opens</h2><p>By Ida Berg</p>" + WORDS + "<p>© The Mill</p>", boilerplate="keep")
    assert [block.origin.boilerplate for block in article.blocks] == ["title-again", "byline", None, "footer"]
    assert article.dropped == ()


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        ("<p>Ida Berg</p>" + WORDS, ["author-again"]),
        ("<p><b>IDA BERG</b></p>" + WORDS, ["author-again"]),
        (WORDS + "<p>Ida Berg</p>", ["author-again"]),
        (WORDS + "<p>Ida Berg</p>" + WORDS, ["author-again"]),  # the first long one may be a standfirst
        (2 * WORDS + "<p>Ida Berg</p>" + WORDS, []),
        ("<h2>Ida Berg</h2>" + WORDS, []),
        ("<p>Ida Berg writes</p>" + WORDS, []),
        ("<p>Jan Holm</p>" + WORDS, []),
        ("<p>…</p>" + WORDS, []),
        ("<p>Ida Berg</p>", []),
    ],
)
def test_authors_are_not_named_again(body: str, rules: list[str]) -> None:
    """Over the text and below it; in the middle, in a heading or in a sentence the name is a part of it, as is the only line."""
    article = parse_article(f"---\nauthor: Ida Berg\n---\n{body}")
    assert [drop.rule for drop in article.dropped] == rules
