"""Page furniture: every name of the table is found, and what only looks like furniture stays."""

import re
from pathlib import Path

import pytest

from newsclean import parse_article
from newsclean.rules.class_names import BODIES
from newsclean.rules.endings import TOPS
from newsclean.rules.feet import FEET
from newsclean.rules.furniture import ROLES
from newsclean.rules.labels import FEED_TAILS, LABELS, Label
from newsclean.rules.names import NAMED, Named
from newsclean.rules.reasons import BOILERPLATE
from tests.cases import cases

ROOT = Path(__file__).parent.parent
NAMES = [pytest.param(row, name, id=f"{row.reason}-{name}") for row in NAMED for name in sorted(row.names)]
WORDS = [pytest.param(row, words, id=f"{row.reason}-{words}") for row in LABELS for words in sorted(row.words)]
FIRED = {
    (drop["reason"], drop["rule"])
    for case in cases("post")
    if case.expectation.exists()
    for drop in case.expected.get("dropped", ())
}
LINK = '<a href="/x">Elsewhere</a>'


def dropped(html: str) -> list[tuple[str, str]]:
    """Give reasons and rules of what a body loses; its text otherwise stays."""
    return [(drop.reason, drop.rule) for drop in parse_article(f"---\n---\n{html}").dropped]


@pytest.mark.parametrize(("row", "name"), NAMES)
def test_every_name_is_found(row: Named, name: str) -> None:
    """Alone, as part of a longer name, with underscores."""
    for label in (name, f"post-{name}__item wide", name.replace("-", "_")):
        assert dropped(f'<div class="{label}">{LINK}</div>') == [(row.reason, "class-name")], label
        assert not dropped(f'<div class="no-{name}">Text</div><div class="x{name}x">Text</div>')


@pytest.mark.parametrize(("row", "name"), NAMES)
def test_what_is_larger_is_no_furniture(row: Named, name: str) -> None:
    """Nor is what holds a listing or a quotation."""
    assert not dropped(f'<div class="{name}"><p>{"a" * (row.most + 1)}</p></div>')
    assert not dropped(f'<div class="{name}"><pre>a</pre></div><div class="{name}"><blockquote>a</blockquote></div>')


@pytest.mark.parametrize(("row", "words"), WORDS)
def test_every_label_is_found(row: Label, words: str) -> None:
    """Where it is all that a block says, whatever stands around it; not in a sentence, a cell or an item."""
    after = f"<ul><li>{LINK}</li></ul>" if row.reason == "related" else ""
    reasons = {reason for reason, _ in dropped(f"<p>{words.capitalize()} »</p>{after}")}
    assert reasons
    assert reasons <= {row.reason, "related", "read-more"}
    assert not dropped(
        f"<p>{words} a</p><table><tr><td>{words}</td><td><p>{words}</p></td></tr></table><ul><li>{words}</li></ul>"
    )


@pytest.mark.parametrize("tail", FEED_TAILS)
def test_every_last_sentence_of_feeds_is_found(tail: str) -> None:
    """With a link to the article and one to the site; with one of them it may be the author's."""
    links = '<a href="https://example.org/a">A dam</a>', '<a href="https://example.org/">The valley</a>'
    assert dropped(f"<p>{links[0]} {tail} {links[1]}.</p>") == [("feed-footer", "words")]
    assert not dropped(f"<p>{links[0]} {tail} the valley, they said to all of us.</p>")


@pytest.mark.parametrize("reason", sorted({row.reason for row in NAMED}))
def test_every_reason_of_a_class_has_a_fixture(reason: str) -> None:
    """A row that no reviewed post exercises fails the suite."""
    assert (reason, "class-name") in FIRED


@pytest.mark.parametrize("reason", sorted({row.reason for row in LABELS}))
def test_every_reason_of_a_label_has_a_fixture(reason: str) -> None:
    """The same for words."""
    assert (reason, "words") in FIRED


def test_the_docs_name_every_reason() -> None:
    """And no other."""
    rules = [path.read_text("utf-8") for path in (ROOT / "src" / "newsclean" / "rules").glob("*.py")]
    given = {reason for text in rules for reason in re.findall(r'Skip\("([a-z-]+)"\)', text)}
    given |= {row.reason for row in (*NAMED, *LABELS, *TOPS, *FEET)} | {reason for reason, _ in ROLES.values()}
    given |= {"kicker", "title-again"}
    documented = re.findall(r"^\| `([a-z-]+)` \|", (ROOT / "docs" / "boilerplate.md").read_text("utf-8"), re.MULTILINE)
    assert documented == sorted(given)


def test_the_docs_say_what_can_be_shown() -> None:
    """Of each reason; and every reason that is shown is one."""
    text = (ROOT / "docs" / "boilerplate.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([a-z-]+)` \| yes \|", text, re.MULTILINE)) == BOILERPLATE


def test_rows_say_why() -> None:
    """Every row has a reason that is a sentence, and no name stands in two rows of one table."""
    for row in (*NAMED, *LABELS):
        assert row.why.endswith(".")
    names = [name for row in NAMED for name in row.names]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+){0,3}", name) for name in names)


@pytest.mark.parametrize(("row", "name"), NAMES)
def test_no_name_is_idle(row: Named, name: str) -> None:
    """A shorter name of the same row would find it: it tells nothing."""
    words = name.split("-")
    runs = {"-".join(words[at:end]) for at in range(len(words)) for end in range(at + 1, len(words) + 1)}
    # Where `content` or its like follows, the shorter name does not count.
    assert not {run for run in runs - {name} if not re.search(rf"\b{run}-(?:{'|'.join(BODIES)})\b", name)} & row.names


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div class=AudioPlayer_box__Xy>a</div>", [("player", "class-name")]),
        ("<div class=bcAdq>a</div><div class=fAd>a</div>", []),
        ("<div class=AD-slot>a</div>", [("advertisement", "class-name")]),
        ("<div class=newsletter-body>a<a href=/b>b</a></div>", []),
        ("<p class=login>a</p>", []),
        ("<p class=teaser>a <a href=/b>b</a> cde</p>", []),
        ("<p class=teaser>a <a href=/b>bcd</a></p>", [("related", "class-name")]),
        ("<p class=teaser>a <a href=#b>bcd</a></p>", []),
        ("<figure class=promo><img src=a.png></figure>", []),
        ("<div class=modal><img src=a.png>a</div>", []),
        ("<div class=video-player><iframe src=a></iframe>a</div>", []),
        ("<div class=video-player><img src=a.png>a</div>", []),
        ("<div class=quote-box><div class=author>a</div></div>", []),
        ("<h2 class=share>a</h2><span class=share>b</span>", []),
        ("<span class=sr-only>a</span>b", [("screen-reader", "class-name")]),
        ("<div class=hidden>a</div>", [("hidden", "class-name")]),
        ("<div class='d-none d-md-block'>a</div><div class='hidden lg:flex'>b</div>", []),
        ("<div class=hidden><img src=a.png></div>", []),
        ("<div hidden>a</div>", [("hidden", "hidden")]),
        ("<div style='display:none'><img src=a.png></div><div style='x-display:none'>a</div>", []),
        ("<p>a<span style='display:none'>b</span></p><p hidden>c</p>", [("hidden", "hidden")] * 2),
        ("<p>a <span style='display: none'><math><mi>b</mi></math></span></p>", []),
        ("<p><span class=dateline>Town —</span></p><p><span class=dateline>Town</span> b</p>", [("byline", "class-name")]),
        ("<div class=video-card><h3>a</h3><p>b</p></div>", [("player", "film-card")]),
        ("<div class=video-card><h3>a</h3><iframe src=https://www.youtube.com/embed/a></iframe><p>b</p></div>", []),
        ("<aside class=pullquote>a</aside><aside class=pullquote aria-hidden=true>b</aside>", [("pull-quote", "pull-quote")]),
        ("<div role=dialog>a</div><div role=main>b</div>", [("dialog", "role")]),
        ("<button>a</button><button><p>b</p></button>", [("control", "control")]),
        ("<form>a<input></form><form>b</form>", [("control", "form")]),
        (f"<form><input>{'a' * 1501}</form>", []),
        ("<footer>a</footer><blockquote>b<footer>c</footer></blockquote><footer><p>d</p></footer>", [("footer", "footer")]),
        ("<aside><a href=/a>abc</a> d</aside><aside>abc <a href=/a>d</a></aside>", [("related", "aside")]),
        ("<a href=/a><b>a</b><h3>b</h3></a>", [("related", "card")]),
        ("<a href=#a><h3>b</h3></a><a name=a><h3>b</h3></a><a href=/a><h1>b</h1></a>", []),
        ("<h3>3) Advertising</h3><p><b>Newsletter</b></p>", []),
        ("<p><b>Leave a comment</b></p><p>(Advertisement)</p>", [("comments", "words"), ("advertisement", "words")]),
        ("<p>Read more:</p><p>a</p>", []),
        ("<h3>Related articles</h3><p>a</p>", []),
        ("<h3>Related</h3>a<ul><li><a href=/a>a</a></ul>", []),
        ("<p>Related: <a href=/a>another one</a></p>", [("related", "words")]),
        ("<p><a href=/a>Related: abc</a></p>", [("related", "words")]),
        ("<p>Related: a long remark with <a href=/a>abc</a></p>", []),
        ("<p>As I said: <a href=/a>abc</a></p>", []),
        ("<p>The post <a href=/a>a</a> appeared first on <a href=/>b</a>.</p>", [("feed-footer", "words")]),
        ("<p>It appeared first on <a href=/a>a</a> and <a href=/b>b</a>.</p>", []),
    ],
)
def test_shapes(html: str, expected: list[tuple[str, str]]) -> None:
    """Each construction is left out for this reason, or stays."""
    assert dropped(html) == expected
