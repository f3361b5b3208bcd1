"""HTML that is no article: what becomes of it under a policy, and what is said about that."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean import EMBEDS, NEWS, STRICT, InputError, OptionsError, PluginError, Policy, sanitize, sanitize_report
from newsclean.dom import parse_html
from newsclean.options import Sanitizer
from newsclean.policy import BLOCK_KINDS, MARK_KINDS, SANDBOX
from newsclean.sanitizers import bleach, nh3
from newsclean.sanitizers.allowed import allowed_tags
from newsclean.testing.audit import unsafe_parts, words_of
from tests import books, strategies


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("Plain & <b>bold</b>", "Plain &amp; <b>bold</b>"),
        (" a <i> </i>b ", " a  b "),
        # Words stay apart where a block was removed, and only there.
        ("<form>One</form>two<fieldset>three</fieldset>", "One two three"),
        ("a<x-y>b</x-y>c", "abc"),
        ("<h2><div>A</div><div>B</div></h2>", "<h2>A B</h2>"),
        ("<pre>a<div>b</div></pre>", "<pre>a\nb</pre>"),
        # No block in a line.
        ("<b>x<p>y</p>z</b>", "<b>x</b><p>y</p>z"),
        ("<em>x<div>y</div>z</em>", "<em>x</em><div><em>y</em></div><em>z</em>"),
        ("<p>a<section>b</section>c", "<p>a</p><section>b</section>c"),
        # A link ends at the next.
        ("<a href=/a>x<span><a href=/b>y</a></span>z</a>", '<a href="/a">x</a><span><a href="/b">y</a></span>z'),
        # Lists and tables hold their parts only.
        ("<ul>a<li>b</li>c<ul><li>d</ul></ul>", "<ul><li>a</li><li>b</li><li>c<ul><li>d</li></ul></li></ul>"),
        ("<li>a<dd>b<td>c", "a b c"),
        ("<dl>a<dt>b<dd>c</dl>", "<dl><dd>a</dd><dt>b</dt><dd>c</dd></dl>"),
        ("<table><tr><td>a</table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
        (
            "<table>a<caption>b</caption><col><td>c</table>",
            "<table><tbody><tr><td>a</td></tr></tbody><caption>b</caption><colgroup><col></colgroup>"  # noqa: ISC004
            "<tbody><tr><td>c</td></tr></tbody></table>",
        ),
        ("<ruby>a<rt>b<rt>c</ruby><rt>d", "<ruby>a<rt>b</rt><rt>c</rt></ruby>d"),
        ("<pre>\n\n a</pre>", "<pre> a</pre>"),
        # Never seen, never shown.
        ("a<script>b</script><style>c</style><template>d</template><title>e</title><noembed>f</noembed>g", "ag"),
        ("<noscript><img src=a.png alt=''></noscript>", '<img src="a.png" alt="">'),
        ("<textarea><b>a</b></textarea>", "&lt;b&gt;a&lt;/b&gt;"),
        # Addresses.
        ("<a href='javascript:123'>a</a><img src=javascript:x><q cite=javascript:x>b</q>", "a<q>b</q>"),
        ("<img src=a.png srcset='javascript:x 2x, b.png 3x'>", '<img src="a.png" srcset="b.png 3x">'),
        ("<a href='\\\\example.org\\a?b=\\'>x</a>", '<a href="//example.org/a?b=\\">x</a>'),
        ("<a href=https://good.example@evil.example/>x</a>", "x"),
        ("<a href=#fn1>1</a><a href=#top>2</a><li id=fn1>", '<a href="#user-content-fn1">1</a><a href="#top">2</a>'),
        # Attributes.
        (
            "<a href=/ target=_blank rel='opener nofollow'>x</a>",
            '<a href="/" target="_blank" rel="nofollow noopener">x</a>',
        ),
        ("<a href=/ target=top>x</a>", '<a href="/">x</a>'),
        (
            "<p class='wp-block language-c nc-x' style=x data-y=z onclick=w dir=RTL>a",
            '<p class="language-c nc-x" dir="rtl">a</p>',
        ),
        ("<ol start=3 type=A reversed><li value=x>a", '<ol start="3" type="A" reversed=""><li>a</li></ol>'),
        ("<td colspan='2;'>", ""),
        ('<img src=a.png width=100% height=x alt="\'&quot;">', '<img src="a.png" width="100%" alt="\'&quot;">'),
        ("<p title='a\x01\ufffe'>\x01b\x7f", '<p title="a\ufffe">b</p>'),
    ],
)
def test_fragments(html: str, clean: str) -> None:
    """As they are expected; a second pass changes nothing."""
    assert sanitize(html) == clean
    assert sanitize(clean) == clean


@given(strategies.posts)
@example("<a href='?utm_a=b'>x</a><a href='?utm_a#b'>y</a><q cite='?utm_a'>z</q><a href='\n?a&utm_a' rel=nofollow>w</a>")
def test_a_second_pass_changes_nothing(html: str) -> None:
    """For HTML as bad as the web's, under every preset, and under a policy that changes what it keeps."""
    busy = NEWS.extend("tracking_parameters", "*").extend("rel", "nofollow", "x-y").extend("classes", "*")
    for policy in (NEWS, STRICT, EMBEDS, busy, replace(NEWS, unlisted="escape"), replace(NEWS, unlisted="drop")):
        clean = sanitize(html, policy=policy)
        assert sanitize(clean, policy=policy) == clean
        assert not unsafe_parts(clean.replace("<iframe ", "<p "))


@given(strategies.posts)
def test_every_parser_reads_what_is_written(html: str) -> None:
    """html5lib (in bleach) and html5ever (in nh3) parse and serialise it to the same string."""
    clean = sanitize(html.replace("&#13", "").replace("\x0b", "").replace("\f", ""))
    assert bleach.sanitize(clean, NEWS).replace("<details open>", '<details open="">') == clean
    pytest.importorskip("nh3", reason="nh3 is an extra")
    assert nh3.sanitize(clean, NEWS) == clean


def missing(html: str, policy: Policy = NEWS, backend: Sanitizer | str = "builtin") -> tuple[int, int]:
    """Count the characters and media that are neither in the output nor in the report."""
    report = sanitize_report(html, policy=policy, backend=backend)
    before, after = (books.read(parse_html(f"<body>{part}")) for part in (html.replace("\0", ""), report.html))
    controls = [int(note.text.split()[0]) for note in report.notes if note.code == "control-characters"]
    size = sum(drop.size for drop in report.dropped) + sum(controls) - html.count("\0")
    brought = [
        re.findall("[0-9]+(?= characters| pictures)", note.text) for note in report.notes if note.code == "sanitizer-added"
    ]
    more = [sum(int(found[at]) for found in brought) for at in (0, 1)]
    gone = sum(drop.media for drop in report.dropped)
    return before[0] + more[0] - after[0] - size, before[1] + more[1] - after[1] - gone


@given(st.one_of(st.text(), strategies.posts))
@example("a\x01\0b<iframe src=x>c</iframe><video><img src=javascript:x></video><picture></picture><object data=x>d</object>")
@example("<video src=https://vimeo.com/1>a<div>b</div><p>c<hr><table><col></table><a href=/>d<a href=/>e</video>f")
@example(
    "<a href=/><picture><source srcset=a><a href=/b>x</a><div>y</div><img src=c>"
    + "<q>" * 300
    + "<video>z<iframe src=//vimeo.com/1>"
)
@example("<table>a<form>b<td>c</form><p>d<select><option>e<ruby>f<rt>g")
@example("<div>" * 300 + "a<img src=a.png><b>b</b>" + "</div>" * 300)
def test_nothing_is_lost(html: str) -> None:
    """Characters in = characters out + characters in the report, under every preset; media likewise."""
    for policy in (NEWS, STRICT, EMBEDS, replace(NEWS, unlisted="drop"), replace(NEWS, blocks=frozenset())):
        assert missing(html, policy) == (0, 0)
    # Of elements that are shown as text, the tags come on top.
    assert missing(html, replace(NEWS, unlisted="escape"))[1] == 0


@pytest.mark.corpus
def test_nothing_is_lost_of_posts(shared: Path) -> None:
    """The same for real bodies; and a second pass changes none of them."""
    for path in sorted(path for path in (shared / "corpus").rglob("*.*") if path.is_file() and path.parent.parent != shared):
        html = path.read_bytes().decode("utf-8", "replace").split("---", 2)[-1]
        assert missing(html) == (0, 0), path
        clean = sanitize(html)
        assert sanitize(clean) == clean, path


@pytest.mark.usefixtures("no_network")
def test_nothing_is_opened() -> None:
    """No socket, no file: whatever a fragment names."""
    html = "<!DOCTYPE html SYSTEM 'http://example.org/x.dtd'><link href=http://example.org/a.css><img src=http://example.org/a.png>"
    assert sanitize(html) == '<img src="http://example.org/a.png">'


@given(st.one_of(st.text(), strategies.posts))
def test_any_string_gives_a_string(html: str) -> None:
    """The same each time; one that can be encoded and is safe."""
    clean = sanitize(html)
    assert clean == sanitize(html)
    assert clean.encode().decode() == clean
    assert not unsafe_parts(clean)
    assert sanitize_report(html).html == clean


def test_report() -> None:
    """Says what was removed, where and why."""
    report = sanitize_report(
        "<p onclick=x>a</p>\n<form><b class=y>b</b>\n<a href=javascript:x>c</a></form>\n"
        "<script>d</script><iframe src=https://example.org/></iframe>\n<img src=data:,x><img alt=e><video src=v.mp4>f</video>"
    )
    assert report.html == "<p>a</p>\n<b>b</b>\nc\n\nf"
    assert [(drop.reason, drop.line, drop.media, drop.excerpt) for drop in report.dropped] == [
        ("unseen", 4, 0, "d"),
        ("medium", 4, 1, "https://example.org/"),
        ("unsafe-url", 5, 1, "data:,x"),
        ("no-source", 5, 1, ""),
        ("medium", 5, 1, "v.mp4"),
    ]
    assert {drop.rule for drop in report.dropped} == {"sanitize"}
    assert [(note.code, note.line, note.text) for note in report.notes] == [
        ("attribute", 1, "<p onclick>"),
        ("unwrapped", 2, "<form>"),
        ("attribute", 2, "<b class>"),
        ("unsafe-url", 3, "javascript:x"),
        ("unsafe-url", 5, "data:,x"),
        ("unwrapped", 5, "<video>"),
    ]


def test_unlisted_elements() -> None:
    """Unwrapped, shown or dropped, as the policy says; code is shown in no case."""
    html = "a<x-y b='\"<'>c<script>d</script></x-y>e<input>"
    assert sanitize(html) == "ace"
    assert (
        sanitize(html, policy=replace(NEWS, unlisted="escape"))
        == 'a&lt;x-y b="&amp;quot;&amp;lt;"&gt;c&lt;/x-y&gt;e&lt;input&gt;'
    )
    report = sanitize_report(html, policy=replace(NEWS, unlisted="drop"))
    assert report.html == "ae"
    assert [(drop.reason, drop.size, drop.excerpt) for drop in report.dropped] == [("element", 1, "c"), ("element", 0, "")]


def test_kinds_decide_about_elements() -> None:
    """What an Article may not hold, a fragment may not hold either; its words stay."""
    html = "<h2>a</h2><ul><li>b</ul><table><tr><td>c</table><p><b>d</b> <a href=/>e</a> <q>f</q></p><img src=a.png>"
    policy = replace(NEWS, blocks=frozenset({"paragraph"}), marks=frozenset({"link"}))
    assert sanitize(html, policy=policy) == 'a b c<p>d <a href="/">e</a> f</p>'
    assert allowed_tags(replace(NEWS, blocks=frozenset(), marks=frozenset())) < allowed_tags(NEWS)
    for kind in BLOCK_KINDS:
        assert allowed_tags(replace(NEWS, blocks=BLOCK_KINDS - {kind})) <= allowed_tags(NEWS)
    for kind in MARK_KINDS:
        assert allowed_tags(replace(NEWS, marks=MARK_KINDS - {kind})) <= allowed_tags(NEWS)


def test_frames() -> None:
    """Of the hosts of the policy only, in a sandbox; another is named."""
    html = (
        "<iframe src=https://www.youtube.com/embed/a width=5 srcdoc=x onload=y>f</iframe><iframe src=https://evil.example/></iframe>"
        "<iframe src=/own></iframe><iframe src=https://youtube.com.example/></iframe><video src=https://vimeo.com/a controls>No.</video>"
    )
    report = sanitize_report(html, policy=EMBEDS)
    assert report.html == (
        f'<iframe src="https://www.youtube.com/embed/a" width="5" sandbox="{SANDBOX}"></iframe>'
        '<video src="https://vimeo.com/a" controls="">No.</video>'
    )
    assert [(drop.reason, drop.excerpt) for drop in report.dropped] == [
        ("embed-host", "https://evil.example/"),
        ("embed-host", "/own"),
        ("embed-host", "https://youtube.com.example/"),
    ]
    assert sanitize(report.html, policy=EMBEDS) == report.html
    assert sanitize(report.html, policy=EMBEDS.extend("embed_hosts", "own.example")) == report.html


def test_policies_of_links() -> None:
    """Relations are added, tracking parameters taken off, schemes let in."""
    policy = NEWS.extend("rel", "nofollow").extend("tracking_parameters", "utm_*").extend("link_schemes", "sms")
    report = sanitize_report("<a href=/?utm_a=b&amp;c=d>x</a><a href=sms:1>y</a><a>z</a>", policy=policy)
    assert report.html == '<a href="/?c=d" rel="nofollow">x</a><a href="sms:1" rel="nofollow">y</a>z'
    assert [note.code for note in report.notes] == ["tracking-removed"]
    assert sanitize(report.html, policy=policy) == report.html
    assert sanitize("<p class='a b'>x", policy=NEWS.extend("classes", "a")) == '<p class="a">x</p>'


def test_links_to_the_page_itself() -> None:
    """Stay links when the tracking parameters go."""
    clean = sanitize("<a href='?utm_source=x'>a</a><a href='?utm_source=x#b'>c</a>", policy=STRICT)
    assert clean == '<a href="?">a</a><a href="?#b">c</a>'
    assert sanitize(clean, policy=STRICT) == clean


@pytest.mark.parametrize(
    ("html", "clean", "note"),
    [
        ("<q cite='/?utm_source=x'>a</q>", '<q cite="/">a</q>', ("tracking-removed", "/?utm_source=x")),
        ("<a id=b title=c>a</a>", "a", ("unwrapped", "<a>")),
        (
            "<img src=a.png srcset='javascript:x 2x, b.png 3x'>",
            '<img src="a.png" srcset="b.png 3x">',
            ("unsafe-url", "javascript:x"),
        ),
    ],
)
def test_parts_of_what_stays_are_in_the_report(html: str, clean: str, note: tuple[str, str]) -> None:
    """Each file of a list, each parameter, each tag."""
    policy = NEWS.extend("tracking_parameters", "utm_*")
    report = sanitize_report(html, policy=policy)
    assert report.html == clean
    assert [(each.code, each.text) for each in report.notes] == [note]
    assert sanitize_report(clean, policy=policy).notes == ()


def test_what_a_backend_does_is_in_the_report() -> None:
    """What it takes, what it brings, and that it wrote the same in another way."""
    html = "<p>a</p><img src=a.png>"
    assert sanitize_report(html, backend=lambda clean: clean).notes == ()

    def cut(clean: str) -> str:
        return clean.replace("a</p>", "</p>").partition("<img")[0]

    report = sanitize_report(html, backend=cut)
    assert report.html == "<p></p>"
    assert [(drop.reason, drop.rule, drop.size, drop.media) for drop in report.dropped] == [
        ("sanitizer", "sanitizer:cut", 1, 1)
    ]
    added = sanitize_report(html, backend=lambda clean: f"{clean}<script>b</script>c")
    assert added.html == '<p>a</p><img src="a.png">c'
    assert [(note.code, note.text) for note in added.notes] == [
        ("sanitizer-added", "sanitizer:<lambda>: 1 characters, 0 pictures")
    ]
    assert added.dropped[0].reason == "unseen"
    other = sanitize_report(html, backend=lambda clean: clean.replace("<p>", "<div>").replace("</p>", "</div>"))
    assert [note.code for note in other.notes] == ["sanitizer-changed"]
    shouted = sanitize_report("<p>abc d</p>", backend=lambda clean: clean.replace("abc", "ABC"))
    assert [(drop.rule, drop.size) for drop in shouted.dropped] == [("sanitizer:<lambda>", 3)]
    assert [note.text for note in shouted.notes] == ["sanitizer:<lambda>: 3 characters, 0 pictures"]


@given(strategies.posts, strategies.posts)
@example("<p>abc</p>", "<x-y>abc</x-y>")
@example("<p>abc</p>", "<p>abc</p><img src=javascript:x>")
@example("<p>a</p>", "<script>a</script>\0\x01\r\n")
def test_no_backend_breaks_the_account(html: str, returned: str) -> None:
    """Characters in + brought by the backend = characters out + characters in the report; media likewise."""
    for policy in (NEWS, STRICT, replace(NEWS, unlisted="drop")):
        assert missing(html, policy, lambda _: returned) == (0, 0)


@pytest.mark.parametrize("html", [None, b"<p>", 3])
def test_only_strings(html: Any) -> None:  # noqa: ANN401 - wrong on purpose
    """Bytes are decoded by who knows how."""
    with pytest.raises(InputError, match="must be a str"):
        sanitize(html)


def test_backends_that_fail() -> None:
    """As for an Article."""
    with pytest.raises(OptionsError, match="unknown sanitizer"):
        sanitize("a", backend="nh4")
    with pytest.raises(PluginError, match="returned NoneType"):
        sanitize("a", backend=lambda _: None)  # type: ignore[arg-type,return-value]


def test_repeated_links_are_bounded() -> None:
    """A link around many blocks is written in each, but never for more than the fragment is long."""
    html = f"<a href='/{'x' * 1000}'>{'<div>y</div>' * 1000}"
    clean = sanitize(html)
    assert clean.count("<a ") > 3
    assert len(clean) < 4 * len(html)
    assert words_of(clean) == "y" * 1000
    assert sanitize(clean) == clean


def test_depth_is_bounded() -> None:
    """Deeper elements are unwrapped, their words kept, whatever was open."""
    for tag, inner in (
        ("div", "{}"),
        ("b", "{}"),
        ("blockquote", "<p>{}"),
        ("ul", "<li>{}"),
        ("table", "<tr><td>{}"),
        ("q", "<i>{}"),
    ):
        html = f"<{tag}>" + "a"
        for _ in range(700):
            html = f"<{tag}>{inner.format(html)}</{tag}>"
        clean = sanitize(html)
        assert clean.count(f"<{tag}>") <= 256
        assert words_of(clean) == "a"
        assert sanitize(clean) == clean
