"""The repair ladder: what is wrong with a header, what it says nevertheless, and the note about it."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsclean import Article, FrontMatterError, Options, parse_article
from newsclean.readers import yaml_events
from newsclean.readers.rungs import RUNGS
from tests.cases import cases

STRICT = Options(front_matter="strict")
NOTE_CODES = ("header-", "yaml-", "duplicate-key")


def notes_of(article: Article) -> list[tuple[str, int | None, int | None]]:
    """Give the notes about the form of the header: code, line, column."""
    return [(note.code, note.line, note.column) for note in article.notes if note.code.startswith(NOTE_CODES)]


# A header, its values, and kind, line and column of each repair.
LADDER: tuple[tuple[str, Mapping[str, Any], list[tuple[str, int, int]]], ...] = (
    # An unquoted colon, in each place where a value can stand.
    ("title: Dam: it opens", {"title": "Dam: it opens"}, [("colon", 2, 11)]),
    ("title: Dam:", {"title": "Dam:"}, [("colon", 2, 11)]),
    (
        "title: 水庫: 開閘\nauthor: 王: 記者",
        {"title": "水庫: 開閘", "author": "王: 記者"},
        [("colon", 2, 10), ("colon", 3, 10)],
    ),
    ("a:\n  b: c: d\n  e: f", {"a": {"b": "c: d", "e": "f"}}, [("colon", 3, 7)]),
    ("a:\n- b: c: d\n  e: f", {"a": [{"b": "c: d", "e": "f"}]}, [("colon", 3, 7)]),
    ("a: b\n  c: d\n  e", {"a": "b c: d e"}, [("colon", 3, 4)]),
    ("two words: a: b", {"two words": "a: b"}, [("colon", 2, 13)]),
    ("'quoted': a: b", {"quoted": "a: b"}, [("colon", 2, 12)]),
    ("title: a: b # c", {"title": "a: b # c"}, [("colon", 2, 9)]),
    # A list of words of which one has a colon; a list of mappings stays one.
    (
        "tags:\n - river\n - dam : open\nx: y: z",
        {"tags": ["river", "dam : open"], "x": "y: z"},
        [("colon", 4, 8), ("colon", 5, 5)],
    ),
    ("tags:\n- The dam: open\nx: y: z", {"tags": ["The dam: open"], "x": "y: z"}, [("colon", 3, 10), ("colon", 4, 5)]),
    ("tags:\n- dam: open\n- 2\nx: y: z", {"tags": ["dam: open", 2], "x": "y: z"}, [("colon", 3, 6), ("colon", 5, 5)]),
    ("links:\n- dam: /a\n- lock: /b\nx: y: z", {"links": [{"dam": "/a"}, {"lock": "/b"}], "x": "y: z"}, [("colon", 5, 5)]),
    # Quotes, in the two styles of generators that do not escape them, and quotes that are words.
    ("title: 'It's noon'", {"title": "It's noon"}, [("quotes", 2, 11)]),
    ("title: 'It''s Ana's'", {"title": "It's Ana's"}, [("quotes", 2, 18)]),
    ("title: 'It\\'s noon'", {"title": "It's noon"}, [("quotes", 2, 11)]),
    ('title: "a "b" c"', {"title": 'a "b" c'}, [("quotes", 2, 11)]),
    ('title: ""b" c"', {"title": '"b" c'}, [("quotes", 2, 9)]),
    ('title: "a \\"b\\" "c""', {"title": 'a "b" "c"'}, [("quotes", 2, 17)]),
    ("title: 'Tis noon", {"title": "'Tis noon"}, [("quotes", 2, 8)]),
    ('title: "Noon" is near', {"title": '"Noon" is near'}, [("quotes", 2, 13)]),
    ("title: 'a\nauthor: b", {"title": "'a", "author": "b"}, [("quotes", 2, 8)]),
    ("a: 'b\n  it's\n  c'", {"a": "b it's c"}, [("quotes", 3, 5)]),
    ('a: "b\n"c" d"\ne: f', {"a": 'b "c" d', "e": "f"}, [("quotes", 3, 1)]),
    ("tags: ['it's', b]", {"tags": ["it's", "b"]}, [("quotes", 2, 11)]),
    # Escapes that YAML does not know.
    ('title: "C:\\dam \\u00e9"', {"title": "C:\\dam é"}, [("escape", 2, 11)]),
    ('title: "\\ud83d\\ude00 \\ud800"', {"title": "😀 \\ud800"}, [("escape", 2, 9)]),
    # Signs with which no plain value may begin.
    ("title: [Film] Dam", {"title": "[Film] Dam"}, [("brackets", 2, 14)]),
    ("title: {a} b", {"title": "{a} b"}, [("brackets", 2, 11)]),
    ("title: [a", {"title": "[a"}, [("brackets", 2, 8)]),
    ("title: @dam", {"title": "@dam"}, [("indicator", 2, 8)]),
    ("title: %5 more", {"title": "%5 more"}, [("indicator", 2, 8)]),
    ("title: `dam` opens", {"title": "`dam` opens"}, [("indicator", 2, 8)]),
    ("title: &amp; more", {"title": "&amp; more"}, [("indicator", 2, 8)]),
    ("title: &a b: c", {"title": "&a b: c"}, [("indicator", 2, 8)]),
    ("title: *dam* opens", {"title": "*dam* opens"}, [("indicator", 2, 8)]),
    ("title: *dam", {"title": "*dam"}, [("indicator", 2, 8)]),
    ("title: | dam |", {"title": "| dam |"}, [("indicator", 2, 8)]),
    ("title: > 100", {"title": "> 100"}, [("indicator", 2, 8)]),
    ("title: - dam", {"title": "- dam"}, [("indicator", 2, 8)]),
    ("title: ? dam", {"title": "? dam"}, [("indicator", 2, 8)]),
    ("title: ]", {"title": "]"}, [("indicator", 2, 8)]),
    ("title: !¡dam!", {"title": "!¡dam!"}, [("indicator", 2, 8)]),
    ("tags: [a, @b, 1, 'c, d']", {"tags": ["a", "@b", 1, "c, d"]}, [("indicator", 2, 11)]),
    ("tags: [a: b: c, d: e]", {"tags": ["a: b: c", {"d": "e"}]}, [("colon", 2, 9)]),
    ("tags: [\n  a,\n  %b\n]", {"tags": ["a", "%b"]}, [("indicator", 4, 3)]),
    ("layout: {{ page.layout }}", {"layout": "{{ page.layout }}"}, [("template", 2, 9)]),
    ("layout: {% if a %}b", {"layout": "{% if a %}b"}, [("template", 2, 9)]),
    ("a: &a\n  b: *a", {"a": {"b": "*a"}}, [("indicator", 3, 6)]),
    # White space.
    ("tags:\n\t- a\n\t- b", {"tags": ["a", "b"]}, [("tab", 3, 1), ("tab", 4, 1)]),
    ("\ttitle: a", {"title": "a"}, [("tab", 2, 1)]),
    ("a:\n-\tb", {"a": ["b"]}, [("tab", 3, 2)]),
    ("a: b\n\tc", {"a": "b c"}, [("tab", 3, 1)]),
    ("title:Dam\ndate:2020-01-01", {"title": "Dam", "date": "2020-01-01"}, [("space", 2, 7), ("space", 3, 6)]),
    # Keys that do not stand one under the other.
    (" title: a\ndate: 2020-01-01", {"title": "a", "date": "2020-01-01"}, [("layout", 3, 1)]),
    # Characters that are none.
    # Keys that are no text.
    ("? [a, {b: c}]\n: d\ne: f: g", {'["a", {"b": "c"}]': "d", "e": "f: g"}, [("key", 2, 13), ("colon", 4, 5)]),
    ("a: {[b]: c}", {"a": {'["b"]': "c"}}, [("key", 2, 7)]),
)


@pytest.mark.parametrize(("header", "values", "repairs"), LADDER)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_ladder(  # noqa: PLR0913, PLR0917 - the columns of the table
    header: str,
    values: Mapping[str, Any],
    repairs: list[tuple[str, int, int]],
    end: str,
    loader: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The values, and the place of each fault, whatever ends the lines and whichever parser PyYAML has."""
    monkeypatch.setattr(yaml_events, "_LOADER", getattr(yaml, loader))
    article = parse_article(f"---\n{header}\n---\n<p>b</p>".replace("\n", end))
    assert article.front_matter == values
    assert [type(value) for value in article.front_matter.values()] == [type(value) for value in values.values()]
    found = [note for note in notes_of(article) if note[0] != "yaml-anchor"]
    assert found == [(f"header-repaired:{kind}", line, column) for kind, line, column in repairs]
    assert article.text == "b"
    assert article.blocks[0].origin.line == header.count("\n") + 4


@pytest.mark.parametrize("header", [header for header, *_ in LADDER])
def test_strict_refuses_what_repair_repairs(header: str) -> None:
    """With the line of the fault, the line itself and a caret under the column."""
    with pytest.raises(FrontMatterError) as caught:
        parse_article(f"---\n{header}\n---\n<p>b</p>", options=STRICT)
    error = caught.value
    assert error.excerpt == ["---", *header.split("\n"), "---"][error.line - 1]
    assert str(error).startswith(f"line {error.line}, column {error.column}: {error.problem}\n  {error.excerpt}\n  ")


def test_the_caret_stands_under_the_fault() -> None:
    """Tabs stay tabs, East Asian characters take two columns, long lines are cut."""

    def message(header: str) -> list[str]:
        with pytest.raises(FrontMatterError) as caught:
            parse_article(f"---\n{header}\n---\n", options=STRICT)
        return str(caught.value).split("\n")

    assert message("title: Dam: it opens")[1:] == ["  title: Dam: it opens", "            ^"]
    assert message("a: \t水庫: b")[1:] == ["  a: \t水庫: b", "     \t\u3000\u3000^"]
    place, line, caret = message(f"a: {'b' * 200}: {'c' * 200}")
    assert place.startswith("line 2, column 204: ")
    assert line == f"  {'b' * 60}: {'c' * 58}"
    assert caret == f"  {' ' * 60}^"


@pytest.mark.parametrize(
    ("source", "values", "text", "notes"),
    [
        ("---\ntitle: a\n<p>b", {"title": "a"}, "b", [("repaired:closing", 3, 1)]),
        ("---\ntitle: a\n\n\n<p>b", {"title": "a"}, "b", [("repaired:closing", 5, 1)]),
        ("\n\n---\ntitle: a\nb: - c\nWords.", {"title": "a", "b": "- c"}, "Words.", [("repaired:indicator", 5, 4), ("repaired:closing", 6, 1)]),
        ("---\ntitle: a", {"title": "a"}, "", [("repaired:closing", 2, 9)]),
        ("---\ntags:\n\n- a\n\n  # c\n- b", {"tags": ["a", "b"]}, "", [("repaired:closing", 7, 4)]),
        ("---\na: b\n\n- c\n", {"a": "b"}, "- c", [("repaired:closing", 4, 1)]),
        ("---\na: |\n  <p>b\n\n  c\n<p>f", {"a": "<p>b\n\nc\n"}, "f", [("repaired:closing", 6, 1)]),
        ("---\na: b\n  <p>c", {"a": "b"}, "c", [("repaired:closing", 3, 3)]),
        ("---\na: b\n<p>c</p>\n---\nd", {"a": "b"}, "c\n\n--- d", [("repaired:closing", 3, 1)]),
        ("---\na: b: c\n<p>d: e\n---\n", {"a": "b: c"}, "d: e ---", [("repaired:colon", 2, 5), ("repaired:closing", 3, 1)]),
        ("---\na: b\n<hr>\nc: d\n---\n<p>e", {"a": "b", "c": "d"}, "e", [("unread", 3, 1)]),
        ("---\na: b\n-----\n<p>c", {"a": "b"}, "-----\n\nc", [("repaired:closing", 3, 1)]),
        ('+++\ntitle = "a"\nx = [\n 1,\n]\n[y]\nz = """\n<p>\n"""\n\n<p>b', {"title": "a", "x": [1], "y": {"z": "<p>\n"}}, "b", [("repaired:closing", 11, 1)]),
        ('{"title": "a",\n"x": [1\n<p>b', {"title": "a", "x": "[1"}, "b", [("salvaged", 2, 1), ("repaired:closing", 3, 1)]),
        ('{"title": "a" b",\n"c": 1}\n<p class="d">}', {"title": 'a" b', "c": 1}, "}", [("repaired:quotes", 1, 2), ("repaired:closing", 3, 1)]),
        (';;;\n"title": "a"\n<p>b', {"title": "a"}, "b", [("repaired:closing", 3, 1)]),
    ],
)  # fmt: skip
def test_headers_that_no_line_closes(
    source: str, values: Mapping[str, Any], text: str, notes: list[tuple[str, int, int]]
) -> None:
    """End at the first line that has no key and does not go on with one; the rest is body."""
    article = parse_article(source)
    assert article.front_matter == values
    assert article.text == text
    assert [(code, line, column) for code, line, column in notes_of(article)] == [
        (f"header-{code}", *at) for code, *at in notes
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("---\nThe dam is open.\n", "--- The dam is open."),
        ("---\nThe mayor: it is open.\n", "--- The mayor: it is open."),
        ("---\n<p>a</p>\n---\n<p>b", "---\n\na\n\n---\n\nb"),
        ("---\n- a\n- b\n---\nc", "--- - a - b --- c"),
        ("---\njust words\n---\nc", "--- just words --- c"),
        ("---\n42\n---\nc", "--- 42 --- c"),
        ("---\n", "---"),
        ("\n---\n\n\n", "---"),
        ("---\n" + "-" * 1_000, "--- " + "-" * 1_000),
        ("+++\na b\n+++\nc", "+++ a b +++ c"),
        ("+++\na b\n", "+++ a b"),
        (";;;\na\n;;;\nb", ";;; a ;;; b"),
        ('{"a\nb', '{"a b'),
    ],
)
def test_bodies_that_open_like_headers(source: str, text: str) -> None:
    """A rule above a text is no header: all of it is body, with a note; who wants a header is told that there is none."""
    article = parse_article(source)
    assert article.front_matter == {}
    assert article.text == text
    assert [note[0] for note in notes_of(article)] == ["header-as-body"]
    assert notes_of(article)[0][1] == source[: source.index(source.strip()[0])].count("\n") + 1
    with pytest.raises(FrontMatterError):
        parse_article(source, options=STRICT)


@pytest.mark.parametrize(
    ("header", "values", "notes"),
    [
        ("a: [b, [c: d: e]]", {"a": "[b, [c: d: e]]"}, [("header-salvaged", 2, "a: [b, [c: d: e]]")]),
        ("a: {b: c\nd: e\n}\nf: g", {"a": "{b: c", "d": "e", "f": "g"}, [("header-repaired:brackets", 2, "a: {b: c"), ("header-unread", 4, "}")]),
        ("a: b\n- c", {"a": "b"}, [("header-unread", 3, "- c")]),
        ("a: b\n=====\nc: d", {"a": "b", "c": "d"}, [("header-unread", 3, "=====")]),
        ("<<<<<<< HEAD\na: b\nc: d", {"a": "b", "c": "d"}, [("header-unread", 2, "<<<<<<< HEAD")]),
        ("- a\nb: c", {"b": "c"}, [("header-unread", 2, "- a")]),
        ("null\na: b", {"a": "b"}, [("header-unread", 2, "null")]),
        ("a: b\na: c: d", {"a": "c: d"}, [("duplicate-key", 3, "a: b"), ("header-repaired:colon", 3, "a: c: d")]),
        ("%TAG ! x\na: b", {"a": "b"}, [("header-unread", 2, "%TAG ! x")]),
        ("a: b\n--- c\nd: e", {"a": "b", "d": "e"}, [("header-unread", 3, "--- c")]),
        ("a:\n  - b\n c: d\n e", {"a": "- b\nc: d\ne"}, [("header-salvaged", 2, "a:\n  - b\n c: d\n e")]),
    ],
)  # fmt: skip
def test_lines_that_stay_broken(header: str, values: Mapping[str, Any], notes: list[tuple[str, int, str]]) -> None:
    """Are kept as text, or quoted in a note; those around them are read."""
    article = parse_article(f"---\n{header}\n---\n<p>z")
    assert article.front_matter == values
    assert [(note.code, note.line, note.text) for note in article.notes if note.code.startswith(NOTE_CODES)] == notes


def codes_fired() -> set[str]:
    """Give the codes of the notes of all fixtures."""
    return {note["code"] for case in cases("post") for note in case.expected["notes"]}


def test_each_rung_is_fired_by_a_fixture_and_documented() -> None:
    """A rung that no fixture needs has no place; a code that is not in the table cannot be found."""
    kinds = [kind for rung in RUNGS for kind in rung.kinds.split()]
    assert len(set(kinds)) == len(kinds)
    assert all(rung.why.endswith(".") for rung in RUNGS)
    assert {f"header-repaired:{kind}" for kind in kinds} <= codes_fired()
    documented = (Path(__file__).parent.parent / "docs" / "headers.md").read_text("utf-8")
    fired = {code for code in codes_fired() if code.startswith(NOTE_CODES)}
    assert [code for code in sorted(fired) if f"`{code}`" not in documented] == []


def test_the_ladder_costs_nothing_until_it_is_needed() -> None:
    """No module of it is loaded for a header that can be read; PyYAML only for one that the line reader cannot."""
    program = """
import sys
from newsclean import parse_article
def loaded():
    return sorted(name[18:] for name in sys.modules if name.startswith('newsclean.readers.')) + ['yaml'] * ('yaml' in sys.modules)
parse_article('---\\ntitle: a\\ntags:\\n- b\\n---\\n<p>c')
first = loaded()
parse_article('---\\ntitle: [a]\\n---\\n<p>c')
second = loaded()
parse_article('---\\ntitle: a: b\\n---\\n<p>c')
print(first, sorted(set(second) - set(first)), sorted(set(loaded()) - set(second)), sep=';')
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    first, second, third = (eval(names) for names in done.stdout.split(";"))  # noqa: S307 - our own lists
    assert "yaml_lines" in first
    assert "yaml" not in first
    assert second == ["places", "stand_ins", "yaml", "yaml_events"]
    assert third == ["collected", "endings", "entries", "repair", "rungs", "yaml_parts"]
