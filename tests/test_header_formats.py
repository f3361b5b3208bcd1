"""The formats of headers: where each begins and ends, what it holds, and where it is wrong."""

import json
import sys

import pytest

from newsclean import FrontMatterError, LimitError, Options, parse_article
from newsclean.readers.fences import FENCES
from newsclean.readers.json_header import read_json
from newsclean.readers.toml_header import read_toml

STRICT = Options(front_matter="strict")


@pytest.mark.parametrize(
    "source",
    [
        '+++\ntitle = "a"\n+++\n<p>b',
        '\ufeff\n \n+++ \ntitle = "a"\n+++\t\n<p>b',
        '+++\r\ntitle = "a"\r\n+++\r\n<p>b',
        '{"title": "a"}\n<p>b',
        '\n  {\n "title": "a"\n}<p>b',
        '{"title": "a", "x": "}{\\"", "y": [{}]} \n<p>b',
        '"title": "a",\n"x": {"y": 1}\n;;;\n<p>b',
        '  "title": "a"\n;;;\n<p>b',
        ';;;\n"title": "a"\n;;;\n<p>b',
        "title: a\n---\n<p>b",
        "title: a\ntags:\n- x\n  - y\n---\n<p>b".replace("  - y\n", "- y\n"),
        "\n\ntitle:\n  a\ndate: 2020-01-01\n---\n<p>b",
    ],
)
def test_headers_that_can(source: str) -> None:
    """TOML, JSON, and the two short forms of Hexo; the line of the block says that lines are counted right."""
    article = parse_article(source)
    assert (article.title, article.text) == ("a", "b")
    lines = source.replace("\r\n", "\n").split("\n")
    assert article.blocks[0].origin.line == next(at for at, line in enumerate(lines, start=1) if "<p>" in line)


@pytest.mark.parametrize(
    "source",
    [
        "{ a }<p>b",
        "{{ page.title }}",
        "{}<p>b",
        '"a": said she\n<p>b',
        '"a", said she.\n;;;\n<p>b',
        "title: a\n\n---\n<p>b",
        "title: a\nwords\n---\n<p>b",
        "title: a\n;;;\n",
        "title: a\n<p>b",
        "http://example.org/\n---\n",
        "+++ a\n<p>b\n+++\n",
        "++++\n<p>b",
        ";;; a\n;;;\n",
        " +++\n<p>b\n+++\n",
    ],
)
def test_bodies_that_look_like_headers(source: str) -> None:
    """What is not clearly a header is body."""
    article = parse_article(source)
    assert article.front_matter == {}
    assert article.text or article.dropped


@pytest.mark.parametrize(
    ("source", "line", "column", "message"),
    [
        ('+++\ntitle = "a"\n<p>b', 1, 1, r"opens with \+\+\+ but no line closes it"),
        ('\n+++\ntitle = "a"\nx = \n+++\n', 4, 5, "Invalid value"),
        ("+++\nd = 2020-01-01\ne = [2020-01-01, x]\n+++\n", 3, 18, "Invalid value"),
        ("+++\na = 1\na = 2\n+++\n", 3, 6, "Cannot overwrite"),
        ('+++\na = 1\nb = """x\n+++\n', 3, None, "Unterminated string"),
        ("\n;;;\n", 2, 1, "opens with ;;; but no line closes it"),
        ('\n{"title": "a"', 2, 1, "opens with { but no } closes it"),
        ('  {"title": a}', 1, 13, "Expecting value"),
        ('{"title": "a",\n "b" 1}\n', 2, 6, "Expecting ':'"),
        ('\n"title": "a",\n"b" 1\n;;;\n', 3, 5, "Expecting ':'"),
        ('"title": a\n;;;\n', 1, 10, "Expecting value"),
        ('"title": "a"}\n;;;\n', 1, 13, "a brace that opens nowhere"),
        ("title: a\nb: c: d\n---\n", 2, 5, "mapping values"),
    ],
)
def test_headers_that_cannot_be_read(source: str, line: int, column: int | None, message: str) -> None:
    """Where repair is not wanted, the error has the place in the source, and shows it."""
    with pytest.raises(FrontMatterError, match=message) as caught:
        parse_article(source, options=STRICT)
    assert caught.value.line == line
    assert column is None or caught.value.column == column
    assert caught.value.excerpt == source.split("\n")[line - 1]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("+++\na = " + "[" * 60 + "]" * 60 + "\n+++\n", 2),
        ("+++\n" + "a." * 60 + "b = 1\n+++\n", 2),
        ("+++\n[" + "a." * 40 + "b]\n" + "a." * 40 + "b = 1\n+++\n", 2),
        ("+++\na = 1\nb = " + "[" * 60 + "\n+++\n", 3),
        ('{"a": ' + "[" * 60 + "]" * 60 + "}", 1),
        ('{"a": 1,\n"b": ' + "[" * 60 + "]" * 60 + "}", 2),
        (';;;\n"a": ' + "[" * 60 + "]" * 60 + "\n;;;\n", 2),
        ("---\na: " + "[" * 60 + "]" * 60 + "\n---\n", 2),
        ("---\na: " + "[" * 2_000 + "\n---\n", 2),
        ("---\na: &a " + "[" * 30 + "]" * 30 + "\nb: " + "[" * 30 + "*a" + "]" * 30 + "\n---\n", 3),
    ],
)
@pytest.mark.parametrize("options", [STRICT, Options()])
def test_headers_that_nest_too_deep(source: str, line: int, options: Options) -> None:
    """Are refused in every format, broken or not, before anything recurses into them."""
    with pytest.raises(LimitError, match="nests too deep") as caught:
        parse_article(source, options=options)
    assert (caught.value.option, caught.value.allowed, caught.value.line) == ("max_header_depth", 50, line)


def test_toml_values() -> None:
    """Dates, what JSON cannot say and long integers stay as written, in strings nothing changes."""
    text = """
a = 2022-03-31
b = 2022-03-31 09:33:00
c = 2022-03-31T09:33:00.5+02:00
d = 09:33:00
e = [nan, -inf, 1_000.5, 0x1F, 1e400]
f = 1234567890123456789
g = [-12345678901234567890, 123456789012345678]
h = "2022-03-31 \\" 2022-03-31" # 2022-03-31
i = '2022-03-31'
j = QQQ
2022-03-31 \\QQQ 2022-03-31QQQ"
k = '''2022-03-31''''
2022-03-31 = true
l = {m = 2022-03-31, "n.o" = []}
[p.q]
r = 1.5
""".replace("QQQ", '"' * 3)
    assert read_toml(text) == {
        "a": "2022-03-31",
        "b": "2022-03-31 09:33:00",
        "c": "2022-03-31T09:33:00.5+02:00",
        "d": "09:33:00",
        "e": ["nan", "-inf", 1000.5, 31, "1e400"],
        "f": "1234567890123456789",
        "g": ["-12345678901234567890", 123456789012345678],
        "h": '2022-03-31 " 2022-03-31',
        "i": "2022-03-31",
        "j": '2022-03-31 """ 2022-03-31"',
        "k": "2022-03-31'",
        "2022-03-31": True,
        "l": {"m": "2022-03-31", "n.o": []},
        "p": {"q": {"r": 1.5}},
    }


def test_json_values() -> None:
    """Duplicate keys are noted with the value that is gone, the last one wins; what JSON cannot say stays text; no lone surrogate gets through."""
    values, notes = read_json(
        r'{"a": 1, "a": NaN, "b": 12345678901234567890, "c": 1e999, "d": "\ud83d\ude00 \ud800 \\ud800", "e": 1.5}'
    )
    assert values == {"a": "NaN", "b": "12345678901234567890", "c": "1e999", "d": "\U0001f600 \ufffd \\ud800", "e": 1.5}
    assert [(note.code, note.text) for note in notes] == [("duplicate-key", "a: 1")]
    article = parse_article('{"title": "a\\ud800", "\\udfff": 1}')
    assert article.title == "a\ufffd"
    assert json.loads(article.to_json())["front_matter"] == {"title": "a\ufffd", "\ufffd": 1}


def test_readers_are_loaded_on_demand() -> None:
    """Each fence has a reason, and the rare formats cost nothing until used."""
    assert [fence.line for fence in FENCES] == ["---", "+++", ";;;"]
    assert all(fence.why.endswith(".") for fence in FENCES)
    assert "newsclean.readers.toml_header" in sys.modules


@pytest.mark.parametrize(
    ("header", "places"),
    [
        ('{"a": 1,\n "a": 2}', [("a: 1", 2, 2)]),
        ('  {"a": 1, "a": 2}', [("a: 1", 1, 12)]),
        ('{"x": {"a": 1,\n"a": 2}, "y": "a",\n"a": 3}', [("a: 1", 2, 1)]),
        ('{"a": [{"b": 1, "b": 2}], "c": 3,\n"a": 4}', [("b: 1", 1, 17), ('a: [{"b": 2}]', 2, 1)]),
        ('{"a\\u0062": 1,\n"ab": 2}', [("ab: 1", 2, 1)]),
        (';;;\n"a": 1,\n"a": 2\n;;;', [("a: 1", 3, 1)]),
        ('{"t": "b\n\tc", "a": 1,\n"a": 2,}', [("a: 1", 3, 1)]),
        ('{"t": "b"\n"a": 1, "a": 2}', [("a: 1", 2, 9)]),
        ('{"s": "b",\n"t": b,\n"x": {"a": 1,\n  "a": 2}}', [("a: 1", 4, 3)]),
    ],
)
def test_places_of_duplicate_keys_of_json(header: str, places: list[tuple[str, int, int]]) -> None:
    """Where the key stands again, in the object that has it twice, as the source is written."""
    notes = parse_article(f"{header}\n<p>b").notes
    assert [(note.text, note.line, note.column) for note in notes if note.code == "duplicate-key"] == places
