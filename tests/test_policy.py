"""What a policy is, and what it takes out of an article."""

from dataclasses import FrozenInstanceError, replace
from typing import Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean import EMBEDS, NEWS, STRICT, Options, OptionsError, Policy, parse_article, read_canonical
from newsclean.models.blocks import Block, Figure, content
from newsclean.models.text import MarkKind
from newsclean.models.views import flat, texts
from newsclean.options import DEFAULTS
from newsclean.policy import BLOCK_KINDS, EMBED_HOSTS, MARK_KINDS
from newsclean.providers import PROVIDERS
from newsclean.readers.post import read_post
from newsclean.urls import has_host, link_url
from tests import books, strategies
from tests.guesses import undone

POST = """<h2>Head</h2>
<p>One <b>bold</b> <a href="https://example.org/?utm_source=x&amp;id=1">link</a> <ruby>水<rt>mizu</rt></ruby></p>
<figure><a href="/full"><img src="https://example.org/a.png" alt="A dam"></a><figcaption>Caption.</figcaption></figure>
<ul><li>Item<blockquote><p>Quoted.</p></blockquote></ul>
<dl><dt>Term<dd>Meaning.</dl>
<table><caption>Votes</caption><tr><th>North<td>12</table>
<pre>code()</pre><hr>
<iframe src="https://www.youtube.com/embed/abc"></iframe>
<iframe src="https://maps.example.org/1"></iframe>
"""


def types(policy: Policy) -> list[str]:
    """Give the types of the blocks of the post."""
    return [block.type for block in parse_article(POST, options=Options(policy=policy)).blocks]


def test_kinds_are_those_of_the_model() -> None:
    """A kind that is added to the model must be added to the policy."""
    union = get_args(get_args(Block)[0])
    assert {kind.model_fields["type"].default for kind in union} == BLOCK_KINDS
    assert set(get_args(MarkKind)) == MARK_KINDS


def test_policies_are_frozen_and_hashable() -> None:
    """They can be shared, compared and used as keys."""
    assert Policy() == NEWS
    assert hash(Policy()) == hash(NEWS)
    with pytest.raises(FrozenInstanceError):
        NEWS.name = "x"  # type: ignore[misc]


def test_extend_adds_and_never_replaces() -> None:
    """The policy itself stays as it is."""
    more = NEWS.extend("link_schemes", "SMS").extend("classes", "twitter-tweet")
    assert more.link_schemes == NEWS.link_schemes | {"sms"}
    assert more.classes == NEWS.classes | {"twitter-tweet"}
    assert replace(more, link_schemes=NEWS.link_schemes, classes=NEWS.classes) == NEWS
    assert Policy() == NEWS


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("link_schemes", "javascript"),
        ("link_schemes", "DATA"),
        ("media_schemes", "blob"),
        ("data_images", "image/svg+xml"),
        ("blocks", "paragraf"),
        ("marks", "blink"),
        ("name", "x"),
        ("nothing", "x"),
        # Words that nothing can be equal to.
        ("rel", "nofollow ugc"),
        ("classes", ""),
        ("classes", "a\u00a0b"),
        ("tracking_parameters", "a\x01"),
        ("link_schemes", "sms:"),
        ("media_schemes", "https://"),
        ("embed_hosts", "https://example.org"),
        ("embed_hosts", "example.org:8080"),
        ("embed_hosts", "*.example.org"),
    ],
)
def test_what_no_policy_can_allow(field: Any, value: str) -> None:  # noqa: ANN401 - wrong on purpose
    """Neither by `extend` nor otherwise."""
    with pytest.raises(OptionsError, match=field):
        NEWS.extend(field, value)


@pytest.mark.parametrize(
    "fields",
    [
        {"link_schemes": "https"},
        {"link_schemes": 3},
        {"marks": [1]},
        {"embeds": "frame"},
        {"embeds": "object"},
        {"unlisted": "keep"},
    ],
)
def test_wrong_fields(fields: dict[str, Any]) -> None:
    """Are told when the policy is made; frames of any host are one of them."""
    with pytest.raises(OptionsError, match="Policy"):
        Policy(**fields)


def test_the_default_allows_all_kinds() -> None:
    """`NEWS` is the policy of the default options."""
    assert DEFAULTS.policy == NEWS
    assert types(NEWS) == [
        "heading", "paragraph", "figure", "list", "definition_list", "table", "code", "divider", "embed", "embed",
    ]  # fmt: skip


def test_strict_leaves_words_and_links() -> None:
    """Pictures and players are in the ledger, the caption is a paragraph."""
    article = parse_article(POST, options=Options(policy=STRICT))
    assert [block.type for block in article.blocks] == [
        "heading", "paragraph", "paragraph", "list", "definition_list", "table", "code", "divider",
    ]  # fmt: skip
    assert [(drop.reason, drop.media) for drop in article.dropped] == [("unsafe-url", 1)] * 3
    assert article.links[0].href == "https://example.org/?id=1"
    assert "tracking-removed" in {note.code for note in article.notes}


def test_embed_hosts() -> None:
    """Of two frames the known one stays; the other is dropped by its name."""
    article = parse_article(POST, options=Options(policy=EMBEDS))
    assert [block.provider for block in article.blocks if block.type == "embed"] == ["youtube"]
    (drop,) = article.dropped
    assert (drop.reason, drop.rule, drop.media, drop.line, drop.excerpt) == (
        "embed-host", "policy", 1, 9, "https://maps.example.org/1",
    )  # fmt: skip


def test_embed_hosts_cover_the_providers() -> None:
    """But for those of many hosts; the page of each other is let in."""
    for row in PROVIDERS:
        page = row.page.format("a", "b")
        if row.page not in {"{0}", "https://{0}"}:
            assert has_host(page, EMBED_HOSTS), page


@pytest.mark.parametrize("kind", sorted(BLOCK_KINDS))
def test_one_kind_less(kind: str) -> None:
    """It is gone at every depth, all others are as before or unwrapped, and the books balance."""
    policy = replace(NEWS, blocks=BLOCK_KINDS - {kind})
    article = parse_article(POST, options=Options(policy=policy))
    assert f'"type":"{kind}"' not in article.to_json()
    assert books.balance(read_post(POST, DEFAULTS).tree, article) == (0, 0)
    assert {drop.reason for drop in article.dropped} <= {"block-kind"}


def test_holders_are_unwrapped() -> None:
    """What they hold stands for itself, in order, under its own origin."""
    kept = BLOCK_KINDS - {"list", "quote", "table", "definition_list"}
    article = parse_article(POST, options=Options(policy=replace(NEWS, blocks=kept)))
    assert [block.text for block in article.paragraphs][1:] == [
        "Item", "Quoted.", "Term", "Meaning.", "Votes", "North", "12",
    ]  # fmt: skip
    assert not article.dropped
    assert [note.text for note in article.notes if note.code == "block-kind"] == ["quote", "list", "definition_list", "table"]
    (term,) = parse_article("<dl lang=he><dt>א", options=Options(policy=replace(NEWS, blocks=kept))).blocks
    assert (term.type, term.lang) == ("paragraph", "he")


def test_marks_leave_their_words() -> None:
    """A reading above the line is no word of the text: it is dropped."""
    article = parse_article(POST, options=Options(policy=replace(NEWS, marks=MARK_KINDS - {"strong", "ruby"})))
    assert article.paragraphs[0].text == "One bold link 水"
    assert [mark.kind for mark in article.paragraphs[0].marks] == ["link"]
    assert [(drop.reason, drop.size, drop.excerpt) for drop in article.dropped] == [("mark-kind", 4, "mizu")]
    assert [note.text for note in article.notes] == ["ruby, strong"]


# Of addresses with a scheme or a host they let in none; or no address at all.
BASES = st.sampled_from([NEWS, Policy("own", frozenset({"ftp"}), frozenset({"ftp"}), frozenset()), STRICT])


@given(strategies.posts, BASES, st.sets(st.sampled_from(sorted(BLOCK_KINDS))), st.sets(st.sampled_from(sorted(MARK_KINDS))))
@example("<dl lang=he><dt>a", NEWS, {"definition_list", "paragraph"}, set())
@example("<dl lang=he><dt>a", NEWS, {"definition_list"}, set())
def test_books_balance_under_any_policy(source: str, base: Policy, blocks: set[str], marks: set[str]) -> None:
    """Whatever is not allowed is in the ledger; what is read back under the policy is the same."""
    policy = replace(base, blocks=BLOCK_KINDS - blocks, marks=MARK_KINDS - marks, embed_hosts=frozenset({"example.org"}))
    article = parse_article(source, options=Options(policy=policy))
    assert books.balance(read_post(source, DEFAULTS).tree, article) == (0, 0)
    back = read_canonical(article.to_html(), policy=policy)
    assert len(back) == len(article.blocks)
    assert all(one.same_content(other) for one, other in zip(back, article.blocks, strict=True))


@given(strategies.posts)
def test_a_sanitizer_cannot_bring_back_a_kind(source: str) -> None:
    """Its output is read under the same policy."""
    policy = replace(NEWS, blocks=frozenset({"paragraph"}), marks=frozenset())
    article = parse_article(
        source, sanitizer=lambda html: f"<h2>x</h2>{html}<ul><li><b>y</b></ul>", options=Options(policy=policy)
    )
    assert {block.type for block in article.blocks} == {"paragraph"}
    assert '"kind"' not in article.to_json()


GALLERY = (
    "<figure><figure><img src=a.png><figcaption>A.</figcaption><p class=credit><a href=/b>© B</a></p></figure>"
    "<figure><img src=c.png><figcaption>C. Photo: D</figcaption></figure></figure>"
)
BOLD = "<p>Some text.</p>" + 2 * "<p><b>A <i>head</i></b></p><p>Text that is longer.</p>"
TORN = "<figure><img src=a.png><figcaption><i><a href=/b>A dam.</a> <a href=/c>Photo</a>: B</i></figcaption></figure>"

MIXED = (
    "<figure><figure><img src=https://example.org/a.png><figcaption>A. © A</figcaption></figure>"
    "<figure><img src=http://example.org/b.png><figcaption>B. <a href=//c.example>Photo: C</a></figcaption></figure>"
    "<figure><img src=https://example.org/d.png><figcaption>D. © D</figcaption></figure></figure><p>© E</p>"
)
HTTPS = Policy("https", frozenset({"ftp"}), frozenset({"https"}))


@pytest.mark.parametrize("kind", sorted(BLOCK_KINDS))
def test_credits_of_single_pictures_are_kept(kind: str) -> None:
    """Where the gallery goes, they are text; the marks in them are looked at like all others."""
    policy = replace(NEWS, blocks=BLOCK_KINDS - {kind}, marks=MARK_KINDS - {"link"})
    article = parse_article(GALLERY, options=Options(policy=policy))
    assert books.balance(read_post(GALLERY, DEFAULTS).tree, article) == (0, 0)
    assert not article.links
    if kind == "figure":
        assert [block.text for block in article.paragraphs] == ["A.", "© B", "C. Photo: D"]


@given(
    strategies.posts,
    BASES,
    st.sets(st.sampled_from(sorted(BLOCK_KINDS - {"paragraph"}))),
    st.sets(st.sampled_from(sorted(MARK_KINDS))),
)
@example(GALLERY, NEWS, {"figure"}, set())
@example(BOLD, NEWS, {"heading"}, set())
@example(BOLD, NEWS, set(), {"strong"})
@example(TORN, NEWS, set(), {"emphasis"})
@example(TORN.replace("href=", "href=//a.example"), STRICT, set(), set())
@example(MIXED, HTTPS, set(), set())
@example(MIXED, HTTPS, {"figure"}, set())
@example("<p><img src=a.png><br>A dam. Photo: B</p>", NEWS, {"figure"}, set())
def test_guesses_can_be_undone_under_any_policy(source: str, base: Policy, blocks: set[str], marks: set[str]) -> None:
    """That gives what the policy leaves of an article without guesses, and no kind or mark that it does not allow."""
    policy = replace(base, blocks=BLOCK_KINDS - blocks, marks=MARK_KINDS - marks)
    apart, alone = undone(source, Options(policy=policy))
    assert '"inferred":true' not in apart.to_json()
    assert {block.type for block in flat(apart.blocks)} <= policy.blocks
    assert {mark.kind for block in flat(apart.blocks) for text in texts(block) for mark in text.marks} <= policy.marks
    assert [content(block.model_dump()) for block in apart.blocks] == [content(block.model_dump()) for block in alone.blocks]


@pytest.mark.parametrize(
    ("source", "blocks", "marks", "left"),
    [
        (BOLD, {"heading"}, {"strong"}, ["Some text.", "A head", "Text that is longer.", "A head", "Text that is longer."]),
        (BOLD, set(), {"strong"}, ["Some text.", "A head", "Text that is longer.", "A head", "Text that is longer."]),
        ("<p><img src=a.png><br>A dam. Photo: B</p>", {"figure"}, set(), ["A dam. Photo: B"]),
    ],
)
def test_nothing_is_left_out_for_a_guess(source: str, blocks: set[str], marks: set[str], left: list[str]) -> None:
    """What a guess has made a heading or a caption is a paragraph where headings or figures are not allowed."""
    policy = replace(NEWS, blocks=BLOCK_KINDS - blocks, marks=MARK_KINDS - marks)
    article = parse_article(source, options=Options(policy=policy))
    assert [block.text for block in article.without_inferred().paragraphs] == left
    assert not sum(drop.size for drop in article.dropped)
    assert {block.type for block in article.blocks} <= policy.blocks


def test_a_picture_of_a_gallery_that_may_not_be_shown() -> None:
    """Its words stand before the others; all else is as without the policy, guesses and lines below the text too."""
    article = parse_article(MIXED, options=Options(policy=HTTPS))
    caption, credit, figure = article.blocks
    assert isinstance(figure, Figure)
    shown = [(image.src[-5:], image.caption and image.caption.text) for image in figure.images]
    assert shown == [("a.png", "A."), ("d.png", "D.")]
    assert figure.credit is not None
    assert figure.credit.text == "© E"
    assert figure.origin.guess is not None
    assert [seam.image for seam in figure.origin.guess.seams] == [0, 1]
    assert [content(block.model_dump(include={"text", "marks"})) for block in (caption, credit)] == [
        {"text": "B.", "marks": ()},
        {"text": "Photo: C", "marks": ()},
    ]
    assert not caption.origin.inferred
    (drop,) = article.dropped
    assert (drop.reason, drop.rule, drop.media, drop.excerpt) == ("unsafe-url", "image", 1, "http://example.org/b.png")
    assert [note.text for note in article.notes] == ["//c.example"]


def test_a_cut_is_mended_without_the_marks_that_are_gone() -> None:
    """Two links that meet at it stay two."""
    policy = replace(NEWS, marks=MARK_KINDS - {"emphasis"})
    (figure,) = parse_article(TORN, options=Options(policy=policy)).without_inferred().blocks
    assert isinstance(figure, Figure)
    assert figure.caption is not None
    assert [(mark.href, mark.start, mark.end) for mark in figure.caption.marks] == [("/b", 0, 6), ("/c", 7, 12)]


def test_tracking_parameters() -> None:
    """Only they go, whatever stands around them."""
    policy = NEWS.extend("tracking_parameters", "utm_*", "ref")
    for before, after in (
        ("/a?utm_source=x", "/a"),
        ("/a?id=1&UTM_x=2&ref#top", "/a?id=1#top"),
        ("/a?reference=1&utmx=2", "/a?reference=1&utmx=2"),
        ("/a#?utm_x=1", "/a#?utm_x=1"),
        # What is left still leads to the page itself, and not to nowhere or to a place in the post.
        ("?utm_x=1", "?"),
        ("?utm_x=1#top", "?#top"),
    ):
        assert link_url(before, None, policy) == after
        assert link_url(after, None, policy) == after
        html = parse_article(f"<p><a href='{before}'>a</a></p>", options=Options(policy=policy)).to_html()
        assert f'href="{after}"'.replace("&", "&amp;") in html
        assert "href" in read_canonical(html, policy=policy)[0].model_dump_json()
