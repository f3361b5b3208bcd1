"""The YAML reader."""

import pickle
from typing import Any

import pytest
import yaml

from newsclean import FrontMatterError
from newsclean.readers import yaml_events
from newsclean.readers.yaml_events import read_yaml


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
        (
            "a: '1'\nb: \"true\"\nc: !!str 3\nd: !ruby/object:X y",
            {"a": "1", "b": "true", "c": "3", "d": "y"},
        ),
        ("a: !binary |\n  5rC0\n  5LqV\nb: !!binary YQ==", {"a": "水井", "b": "a"}),
        ("a: !binary YQ\nb: !binary /w==\nc: !binary é", {"a": "YQ", "b": "/w==", "c": "é"}),
        ("1: a\ntrue: b\n~: c", {"1": "a", "true": "b", "~": "c"}),
        ("a: [1, [x, {b: c}]]", {"a": [1, ["x", {"b": "c"}]]}),
        ("a: !ruby/hash {b: c}", {"a": {"b": "c"}}),
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
    """The last one wins, with a note on each."""
    value, notes = read_yaml("a: 1\nb: 2\na: 3", line_offset=10)
    assert value == {"a": 3, "b": 2}
    assert [(note.code, note.line, note.text) for note in notes] == [("duplicate-key", 13, "a")]


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
        ("a: " + "[" * 60 + "]" * 60, 11, None, "nested more than 50 deep"),
        (
            "a: &a [1,1,1,1,1,1,1,1,1]\n"
            + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)),
            14,
            None,
            "aliases stand for more than 1000 values",
        ),
    ],
)
def test_errors(text: str, line: int, column: int | None, message: str) -> None:
    """Typed, placed in the source, and quick on bombs."""
    with pytest.raises(FrontMatterError, match=message) as caught:
        read_yaml(text, line_offset=10)
    assert caught.value.line == line
    assert column is None or caught.value.column == column


def test_errors_travel() -> None:
    """Through a process pool."""
    error = pickle.loads(pickle.dumps(FrontMatterError("x", line=3, column=4)))
    assert (error.problem, error.line, error.column, str(error)) == ("x", 3, 4, "line 3, column 4: x")
