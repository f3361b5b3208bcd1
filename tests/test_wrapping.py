"""Lines of a width, and the columns of characters."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Article, OptionsError
from newsclean.models.blocks import Cell, Code, Figure, Heading, Image, List, ListItem, Paragraph, Quote, Row, Table
from newsclean.models.text import Text
from newsclean.renderers.characters import _NARROW, _WIDE, columns, columns_of_each, fitting, is_whole, may_break
from newsclean.renderers.text import to_text
from newsclean.renderers.wrapping import wrapped

SPACE = re.compile(r"[ \t\n\r\f]+")


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("dam", 3),
        ("水位", 4),
        ("ﾀﾞﾑ", 3),
        ("Ａ", 2),
        ("댐", 2),
        ("\u1103\u1162\u11b7", 2),  # the same in letters
        ("e\u0301\u0308", 1),
        ("हि", 2),  # a vowel sign that takes room
        ("क्", 1),
        ("ก้", 1),
        ("a\u200bb\u200d\u2060\ufeff", 2),
        ("a\u00adb", 3),
        ("か\u3099", 2),
        ("❤", 1),
        ("❤\ufe0f", 2),
        ("👍🏽", 2),
        ("👩\u200d👧", 2),
        ("🇺🇦", 2),
        ("سدّ", 2),
        ("\u3000\u00a0", 3),
    ],
)
def test_columns(text: str, width: int) -> None:
    """As terminals show them that know Unicode."""
    assert columns(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Water flows again.", 100, ["Water flows again."]),
        ("Water flows again.", 11, ["Water flows", "again."]),
        ("Water flows again.", 5, ["Water", "flows", "again", "."]),
        ("a\nWater flows", 5, ["a", "Water", "flows"]),
        ("水位上升了", 4, ["水位", "上升", "了"]),
        ("水位上升。", 8, ["水位上", "升。"]),
        ("水位（上升）", 6, ["水位", "（上", "升）"]),
        ("他说“水位”。", 6, ["他说", "“水", "位”。"]),
        ("ダムのチャート", 6, ["ダムの", "チャー", "ト"]),
        ("長いーー", 4, ["長", "いー", "ー"]),  # not even one character and its sign in a line
        ("水位3.5米", 6, ["水位", "3.5米"]),
        ("水 dam 位", 4, ["水", "dam", "位"]),
        ("2022年3月", 6, ["2022年", "3月"]),
        ("댐이 열렸다", 6, ["댐이", "열렸다"]),
        ("댐이열렸다", 4, ["댐이", "열렸", "다"]),  # only since the word is longer
        ("100\u00a0km away", 6, ["100\u00a0km", "away"]),
        ("水\u3000位", 4, ["水\u3000", "位"]),
        ("a\u200bb", 1, ["a\u200b", "b"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("👩\u200d👧👩\u200d👧", 3, ["👩\u200d👧", "👩\u200d👧"]),
        ("🇺🇦🇫🇷", 2, ["🇺🇦", "🇫🇷"]),
        ("水", 1, ["水"]),
        ("   ", 2, [""]),
        ("---- ----", 4, ["----", "----"]),
    ],
)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    """Where each may end."""
    assert wrapped(text, width).split("\n") == lines


words = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            list("ab.,-(\"'水位升、。（）「」“”ーゃか\u3099댐\u11b7ก้e\u0301\u0308\u200d\ufe0f👩🏽🇺🇦\u3000\u00a0\u200b \n\t")
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


@given(words, st.integers(1, 30))
def test_every_line_fits(text: str, width: int) -> None:
    """Or holds one character of several code points that alone is wider; nothing but white space goes, none comes between
    what stands together but where a line may end or must.
    """
    written = wrapped(text, width)
    assert SPACE.sub("", written) == SPACE.sub("", text)
    for line in written.split("\n"):
        inner = [at for at in range(1, len(line)) if is_whole(line, at)]
        assert columns(line) <= width or not inner, line
    assert wrapped(written, width) == written


@given(st.lists(st.text(alphabet="abé.댐س", min_size=1, max_size=9)), st.integers(18, 30))
def test_words_stay_whole(parts: list[str], width: int) -> None:
    """Of scripts that have spaces, and no line is begun that still had room for the next word."""
    lines = [line.split() for line in wrapped(" ".join(parts), width).split("\n")]
    assert [word for line in lines for word in line] == parts
    for line, after in pairwise(lines):
        assert columns(" ".join([*line, after[0]])) > width


@given(words)
def test_columns_are_of_characters(text: str) -> None:
    """None is negative, and the sum is that of the text."""
    each = list(columns_of_each(text))
    assert set(each) <= {0, 1, 2}
    if text.isascii():
        assert columns(text) == len(text)
    else:
        assert columns(text) == sum(each)
    for at in range(1, len(text)):
        assert not may_break(text, at) or is_whole(text, at)


def test_runs_of_one_width() -> None:
    """What is counted at once is as wide as it is one by one."""
    for code in range(0x11000):
        character = chr(code)
        for pattern, width in ((_NARROW, 1), (_WIDE, 2)):
            if pattern.match(character):
                assert list(columns_of_each(f"a{character}")) == [1, width], hex(code)
                assert is_whole(f"a{character}", 1)


@given(words, st.integers(1, 30))
def test_what_fits(text: str, width: int) -> None:
    """Counted in runs as one by one."""
    end = fitting(text, 0, width)
    each = list(columns_of_each(text))
    assert sum(each[:end]) <= width
    assert end == len(text) or sum(each[: end + 1]) > width


@pytest.mark.timing
@pytest.mark.parametrize("unit", ["a", "水", "水。", "e\u0301", "\u0301", "🇺", "👩\u200d", "a ", " ", "(", "ก้"])
def test_time_is_linear(unit: str) -> None:
    """Four times the characters, not sixteen times as long."""

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        rounds = []
        for _ in range(3):
            start = time.process_time()
            wrapped(text, 40)
            rounds.append(time.process_time() - start)
        return min(rounds)

    assert seconds(80_000) <= 9 * seconds(20_000)


A = Paragraph(text="Water flows again")
LONG = (
    (A, 11, "Water flows\nagain"),
    (Heading(text="Water flows", level=1), 8, "Water\nflows"),
    (Quote(blocks=(A, Quote(blocks=(A,)))), 13, "> Water flows\n> again\n>\n> > Water\n> > flows\n> > again"),
    (
        List(items=(ListItem(blocks=(A, List(items=(ListItem(blocks=(A,)),)))),), ordered=True, start=10),
        15,
        "10. Water flows\n    again\n    - Water\n      flows\n      again",
    ),
    (Code(text="Water flows  again"), 5, "Water flows  again"),
    (Table(rows=(Row(cells=(Cell(blocks=(A,)), Cell(blocks=(Heading(text="b", level=1),)))),)), 5, "Water flows again\tb"),
    (Figure(images=(Image(src="/a"),), caption=Text(text="Water flows")), 5, "Water\nflows"),
)


@pytest.mark.parametrize(("block", "width", "text"), LONG)
def test_blocks_in_lines(block: Paragraph, width: int, text: str) -> None:
    """The signs and the room of quotes and lists stand before every line."""
    assert to_text((block,), width=width) == text
    assert SPACE.sub(" ", to_text((block,), width=200)) == SPACE.sub(" ", to_text((block,)))


def test_deep_blocks_keep_some_room() -> None:
    """However little is left."""
    block: Quote = Quote(blocks=(A,))
    for _ in range(20):
        block = Quote(blocks=(block,))
    lines = to_text((block,), width=20).split("\n")
    assert lines == ["> " * 21 + "Water", "> " * 21 + "flows", "> " * 21 + "again"]


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("plain", "水位\nb\n\n2"),
        ("underlined", "水位\nb\n====\n\n2\n-"),
        ("marked", "# 水位\n  b\n\n## 2"),
        ("none", ""),
    ],
)
def test_headings(style: str, text: str) -> None:
    """Their four forms; one without words is none."""
    headings = (Heading(text="水位\nb", level=1), Heading(text="2", level=2), Heading(text="", level=3))
    assert Article(blocks=headings).render("text", {"headings": style}) == text


def test_cells_keep_their_characters() -> None:
    """Only white space of HTML joins what is over a line."""
    cell = Cell(blocks=(Paragraph(text="a\u3000b\u00a0c\nd"), Heading(text="e", level=1)))
    table = Table(rows=(Row(cells=(cell,)),))
    assert to_text((table,), headings="underlined") == "a\u3000b\u00a0c d e"
    assert to_text((table,), headings="none") == "a\u3000b\u00a0c d"


@pytest.mark.parametrize("options", [{"width": 0}, {"width": -1}, {"headings": "bold"}])
def test_wrong_options(options: dict[str, object]) -> None:
    """Before anything is written."""
    with pytest.raises(OptionsError):
        Article().render("text", options)
