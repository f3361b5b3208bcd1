"""Texts that are cut in two: nothing but white space goes, and what was cut can be put together again."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.models.text import Mark, Text, sewn
from newsclean.walk.run import Draft, is_invisible
from newsclean.walk.seams import cut, taken_out
from tests import books, strategies


def draft(text: Text) -> Draft:
    """Give a text as the walk has it."""
    return {"text": text.text, "marks": [mark.model_dump(exclude_none=True) for mark in text.marks]}


def model(words: Draft | None) -> Text | None:
    """Give a draft as articles have it."""
    return None if words is None else Text.model_validate(words)


def letters(text: str) -> str:
    """Give a text without white space."""
    return "".join(sign for sign in text if sign not in books.HTML_SPACE)


@given(strategies.texts, st.integers(0, 30))
def test_what_is_cut_can_be_sewn(text: Text, at: int) -> None:
    """The two halves hold every character, and together are the text with its marks."""
    halves = cut(draft(text), min(at, len(text.text)))
    if halves is None:
        return
    before, after = model(halves.before), model(halves.after)
    assert after is not None
    assert sewn(before, after, halves.between, halves.crossing) == text
    assert letters(halves.between) == ""
    assert not is_invisible(after.text)
    assert before is None or (not is_invisible(before.text) and not before.text.endswith((" ", "\n")))


@given(strategies.texts, st.integers(0, 30), st.integers(0, 30))
def test_what_is_taken_out_is_not_left(text: Text, first: int, second: int) -> None:
    """The piece and the rest hold every character once, in order, and their marks nest and have no white space at their ends."""
    start, end = sorted((min(first, len(text.text)), min(second, len(text.text))))
    found = taken_out(draft(text), start, end)
    if found is None:
        return
    rest, piece = found
    inside, outside = letters(text.text[start:end]), letters(text.text[:start] + text.text[end:])
    if rest is None:
        assert piece["text"] == text.text
        return
    assert letters(piece["text"]) == inside
    assert letters(rest["text"]) == outside
    for words in (rest, piece):
        marks: list[dict[str, Any]] = words["marks"]
        for mark in marks:
            covered = words["text"][mark["start"] : mark["end"]]
            assert covered == covered.strip(" \n") != ""
        for at, outer in enumerate(marks):
            for inner in marks[at + 1 :]:
                assert inner["start"] >= outer["end"] or (outer["start"] <= inner["start"] and inner["end"] <= outer["end"])


@pytest.mark.parametrize("kind", ["ruby", "footnote", "math"])
def test_what_is_printed_once_is_not_cut(kind: str) -> None:
    """Two halves of a word under one annotation would say it twice."""
    words = {"text": "abcd", "marks": [{"kind": kind, "start": 1, "end": 3, "annotation": "x"}]}
    assert cut(words, 2) is None
    assert taken_out(words, 2, 4) is None
    assert cut(words, 3) is not None


def test_marks_that_only_touch_a_cut_stay_two() -> None:
    """Two emphasised pieces beside each other are not one."""
    two = (Mark(kind="emphasis", start=0, end=1), Mark(kind="emphasis", start=2, end=3))
    text = Text(text="a b", marks=two)
    halves = cut(draft(text), 2)
    assert halves is not None
    assert halves.crossing == 0
    after = model(halves.after)
    assert after is not None
    assert sewn(model(halves.before), after, halves.between, halves.crossing) == text
