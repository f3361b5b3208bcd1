"""The YAML reader."""

import pickle
from typing import Any

import pytest
import yaml

from newsclean import FrontMatterError
from newsclean.readers import yaml_events
from newsclean.readers.yaml_events import read_yaml

# A set is a mapping of keys without values, ordered mappings are lists of mappings of one key: nothing of either is lost.
SETS = {"a": {"b": None, "c": None}, "d": [{"e": 1}], "f": [{"g": 1}, {"g": 2}]}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", {"a": "no"}),
        ("a: True", {"a": True}),
        ("a: FALSE", {"a": False}),
        ("a: tRue", {"a": "tRue"}),
        ("a: ~\nb:\nc: Null\nd: ''", {"a": None, "b": None, "c": None, "d": ""}),
        ("a: 12:30:00", {"a": "12:30:00"}),
        ("a: 2022-02-31", {"a": "2022-02-31"}),
        ("a: 017\nb: 0o17\nc: 0x1F\nd: -5\ne: +5", {"a": 17, "b": 15, "c": 31, "d": -5, "e": 5}),
        ("a: 1.50\nb: .5\nc: 1e3\nd: -1.", {"a": 1.5, "b": 0.5, "c": 1000.0, "d": -1.0}),
        ("a: .inf\nb: .nan\nc: 1e999\nd: 1_000", {"a": ".inf", "b": ".nan", "c": "1e999", "d": "1_000"}),
        ("a: 123456789012345678\nb: 1234567890123456789", {"a": 123456789012345678, "b": "1234567890123456789"}),
        ("a: '1'\nb: \"true\"\nc: !!str 3\nd: ! 3", {"a": "1", "b": "true", "c": "3", "d": "3"}),
        ("a: !!int '3'\nb: !!float 3\nc: !!bool true\nd: !!null ''", {"a": 3, "b": 3.0, "c": True, "d": None}),
        ("a: !!timestamp 2022-02-31", {"a": "2022-02-31"}),
        ("a: !!set {b, c}\nd: !!omap [e: 1]\nf: !!pairs [g: 1, g: 2]", SETS),
        ("a: !!map {b: c}\nd: !!seq [e]", {"a": {"b": "c"}, "d": ["e"]}),
        ("1: a\ntrue: b\n~: c", {"1": "a", "true": "b", "~": "c"}),
        ("a: [1, [x, {b: c}]]", {"a": [1, ["x", {"b": "c"}]]}),
        ("a: &x [1]\nb: *x", {"a": [1], "b": [1]}),
        ("&k a: &v 1\nb: *v\nc: *k", {"a": 1, "b": 1, "c": "a"}),
        ("a: |\n  x\n  y\nb: >\n  x\n  y", {"a": "x\ny\n", "b": "x y"}),
        ("", None),
        ("# c", None),
        ("x", "x"),
    ],
)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_values(text: str, value: Any, loader: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401 - any YAML value
    """The core schema of YAML 1.2; with PyYAML's C parser and with its pure one."""
    monkeypatch.setattr(yaml_events, "_LOADER", getattr(yaml, loader))
    found, notes = read_yaml(text)
    assert (found, notes) == (value, [])


def test_duplicate_keys() -> None:
    """The last one wins, with a note on the value that is gone."""
    value, notes = read_yaml("a: 1\nb: 2\na: 3", line_offset=10)
    assert value == {"a": 3, "b": 2}
    assert [(note.code, note.line, note.text) for note in notes] == [("duplicate-key", 13, "a: 1")]


@pytest.mark.parametrize(
    ("text", "value", "code", "column", "note"),
    [
        ("d: !ruby/object:X y", "y", "yaml-tag", 4, "!ruby/object:X"),
        ("d: !ruby/hash {b: c}", {"b": "c"}, "yaml-tag", 4, "!ruby/hash"),
        ("d: !!python/object/apply:os.getcwd []", [], "yaml-tag", 4, "!!python/object/apply:os.getcwd"),
        ("d: !!python/name:os.system", "", "yaml-tag", 4, "!!python/name:os.system"),
        ("d: !binary |\n  5rC0\n  5LqV", "水井", "yaml-tag", 4, "!binary"),
        ("d: !!binary YQ==", "a", "yaml-tag", 4, "!!binary"),
        ("d: !binary YQ", "YQ", "yaml-tag", 4, "!binary"),
        ("d: !binary /w==", "/w==", "yaml-tag", 4, "!binary"),
        ("d: !binary 87CAhQ==", "87CAhQ==", "yaml-tag", 4, "!binary"),
        ("d: !binary é", "é", "yaml-tag", 4, "!binary"),
        ("d: !!int three", "three", "yaml-tag", 4, "!!int"),
        ("d: !foo bar", "bar", "yaml-tag", 4, "!foo"),
        ("d: &Rock and roll", "and roll", "yaml-anchor", 4, "&Rock"),
        ("d: {<<: {a: b}}", {"<<": {"a": "b"}}, "yaml-merge-key", 5, "<<"),
    ],
)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_what_is_not_done(  # noqa: PLR0913, PLR0917 - the columns of the table
    text: str, value: object, code: str, column: int, note: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tags build no objects, merge keys merge nothing, an anchor without alias may be a word: the text stays, with a note."""
    monkeypatch.setattr(yaml_events, "_LOADER", getattr(yaml, loader))
    found, notes = read_yaml(text, line_offset=10)
    assert found == {"d": value}
    assert [(each.code, each.line, each.column, each.text) for each in notes] == [(code, 11, column, note)]


def test_anchors_that_are_used_are_no_words() -> None:
    """And need no note."""
    assert read_yaml("a: &x b\nc: *x") == ({"a": "b", "c": "b"}, [])


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: b: c", 11, 5, "mapping values are not allowed"),
        ("x: 1\na: 'b", 12, None, "end of stream"),
        ("a: \x01", 11, 4, r"U\+0001 is not allowed"),
        ("x: é\n水: \x07", 12, 4, r"U\+0007 is not allowed"),
        ("? [a]\n: b", 11, None, "a key is a list or mapping"),
        ("a: *x", 11, 4, r"alias \*x has no anchor"),
        ("a: &x [*x]", 11, 8, r"alias \*x has no anchor"),
        ("a: 1\n--- \nb: 2", 12, 1, "second YAML document"),
        ('a: "\\ud800"', 11, None, "invalid Unicode character escape"),
        ('a: "\\UFFFFFFFF"', 11, None, "."),
        ('a: "\\U00110000"', 11, None, "."),
        ("a: x\u2028b\nc: d", 12, 1, "could not find expected"),
    ],
)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_errors(  # noqa: PLR0913, PLR0917 - the columns of the table
    text: str, line: int, column: int | None, message: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typed, and placed in the source, whichever parser of PyYAML found them."""
    monkeypatch.setattr(yaml_events, "_LOADER", getattr(yaml, loader))
    with pytest.raises(FrontMatterError, match=message) as caught:
        read_yaml(text, line_offset=10)
    assert caught.value.line == line
    assert column is None or caught.value.column == column


def test_errors_travel() -> None:
    """Through a process pool."""
    error = pickle.loads(pickle.dumps(FrontMatterError("x", line=3, column=4)))
    assert (error.problem, error.line, error.column, str(error)) == ("x", 3, 4, "line 3, column 4: x")
    error = pickle.loads(pickle.dumps(FrontMatterError("x", line=3, column=2, excerpt="abc")))
    assert (error.excerpt, str(error)) == ("abc", "line 3, column 2: x\n  abc\n   ^")
