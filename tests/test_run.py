"""White space and marks of running text."""

import pytest

from newsclean import Paragraph, parse_article


def paragraph(html: str) -> Paragraph:
    """Parse a body that is one paragraph."""
    (block,) = parse_article(f"<p>{html}").blocks
    assert isinstance(block, Paragraph)
    return block


def marks(html: str) -> list[tuple[str, str]]:
    """Give (kind, words) of each mark."""
    block = paragraph(html)
    return [(mark.kind, block.text[mark.start : mark.end]) for mark in block.marks]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (" a \n\t b ", "a b"),
        ("a&nbsp; b", "a\u00a0 b"),
        ("\u3000水位", "\u3000水位"),
        ("水位\n上升", "水位上升"),
        ("水位 上升", "水位 上升"),
        ("水位\n <b>上升</b>", "水位上升"),
        ("<b>水位\n</b>上升", "水位上升"),
        ("수위\n상승", "수위 상승"),
        ("水位\nrises", "水位 rises"),
        ("a<br>b", "a\nb"),
        ("a <br> b", "a\nb"),
        ("<br>a<br>", "a"),
        ("a<wbr>b", "ab"),
        ("a<span> </span>b", "a b"),
        ("a <b> b", "a b"),
        ("a&#13;b", "a b"),
        ("a\u000bb", "a\u000bb"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_white_space(html: str, text: str) -> None:
    """As a browser shows it (CSS Text 3, 4.1): collapsed, but characters stay what they are."""
    assert paragraph(html).text == text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<b>a</b> b", [("strong", "a")]),
        ("x<b> a </b>y", [("strong", "a")]),
        ("x<b> </b>y", []),
        ("<b><b>a</b> c</b>", [("strong", "a c")]),
        ("<b>a</b><b>c</b>", [("strong", "a"), ("strong", "c")]),
        ("<a href=/x><i>a</i></a>", [("link", "a"), ("emphasis", "a")]),
        ("<i><a href=/x>a</a></i>", [("emphasis", "a"), ("link", "a")]),
        (
            "<b><a href=/x>a<i>b<a href=/y>c</a>d</i></a>e</b>",
            [("strong", "abcde"), ("link", "ab"), ("emphasis", "b"), ("emphasis", "cd"), ("link", "c")],
        ),
        ("<a name=x>a</a>", []),
        ("<a href=''>a</a>", []),
        ("<span lang=he dir=RTL>a</span>", [("language", "a")]),
        ("<span dir=sideways>a</span>", []),
        ("<q>a</q><u>b</u><s>c</s><mark>d</mark>", [("quote", "a"), ("underline", "b"), ("strike", "c"), ("highlight", "d")]),
        ("H<sub>2</sub>O<sup>1</sup> <kbd>k</kbd>", [("subscript", "2"), ("superscript", "1"), ("code", "k")]),
    ],
)
def test_marks(html: str, expected: list[tuple[str, str]]) -> None:
    """Marks nest, outer first, and neither begin nor end with white space."""
    assert marks(html) == expected


def test_marks_carry_their_attributes() -> None:
    """Each kind has its own."""
    block = paragraph(
        "<a href='/x' title=t>a</a> <abbr title=b>c</abbr> <time datetime=2022-03-31>d</time> <bdo lang=ar dir=rtl>e</bdo>"
    )
    link, abbreviation, time, language = block.marks
    assert (link.href, link.title) == ("/x", "t")
    assert abbreviation.title == "b"
    assert time.datetime == "2022-03-31"
    assert (language.lang, language.dir) == ("ar", "rtl")


def test_marks_go_on_over_block_boundaries() -> None:
    """A mark around blocks marks the text of each."""
    first, second = parse_article("<b>a<div>b</div></b>").blocks
    for block in (first, second):
        assert isinstance(block, Paragraph)
        assert [(mark.kind, mark.start, mark.end) for mark in block.marks] == [("strong", 0, 1)]


def test_caption_inside_a_link_is_a_link() -> None:
    """Marks that are open around a figure hold for its caption, and its picture leads where they lead."""
    (pair,) = parse_article("<a href=/x><figure><img src=a.png><figcaption>A <b>dam</b></figcaption></figure></a>").images
    assert pair.caption is not None
    assert [(mark.kind, mark.start, mark.end) for mark in pair.caption.marks] == [("link", 0, 5), ("strong", 2, 5)]
    assert pair.image.link == "/x"
