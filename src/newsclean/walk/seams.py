"""One text cut in two: a caption and the credit that is printed with it.

All work is on drafts of a Text; `models.text.sewn` puts together again what `cut` has parted. Only white space goes, and a mark
over the cut becomes two.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from newsclean.walk.run import Draft, is_invisible

_SPACE = " \n"
# They stand for something that is printed once: neither of two halves would be it.
_WHOLE = frozenset({"ruby", "footnote", "math"})


class Halves(NamedTuple):
    """What a cut makes of a text."""

    before: Draft | None
    """None if nothing stands before the cut."""
    after: Draft
    between: str
    """The white space at the cut, which is in neither."""
    crossing: int
    """Marks that go over the cut: the outermost ones that end at it, and those that begin at it."""


def cut(words: Draft, at: int) -> Halves | None:
    """Part a text before a character; None if nothing is left to the right, or something indivisible stands there.

    >>> halves = cut({"text": "A dam. (B)", "marks": [{"kind": "emphasis", "start": 0, "end": 10}]}, 6)
    >>> halves.before["text"], halves.after["text"], halves.after["marks"], halves.crossing
    ('A dam.', '(B)', [{'kind': 'emphasis', 'start': 0, 'end': 3}], 1)
    """
    text = words["text"]
    if is_invisible(text[at:]) or _is_within(words, at):
        return None
    if is_invisible(text[:at]):
        return Halves(None, words, "", 0)
    left, right = len(text[:at].rstrip(_SPACE)), len(text) - len(text[at:].lstrip(_SPACE))
    crossing = sum(mark["start"] < left and mark["end"] > right for mark in words["marks"])
    return Halves(_slice(words, 0, left), _slice(words, right, len(text)), text[left:right], crossing)


def taken_out(words: Draft, start: int, end: int) -> tuple[Draft | None, Draft] | None:
    """Take a piece out of a text; give what is left, if anything is, and the piece.

    >>> rest, piece = taken_out({"text": "A dam (B) at work", "marks": []}, 6, 9)
    >>> rest["text"], piece["text"]
    ('A dam at work', '(B)')
    """
    text = words["text"]
    if is_invisible(text[start:end]) or _is_within(words, start) or _is_within(words, end):
        return None
    if is_invisible(text[:start] + text[end:]):
        return None, words
    left, right = text[:start].rstrip(_SPACE), text[end:].lstrip(_SPACE)
    gap = text[len(left) : start] + text[end : len(text) - len(right)]
    joint = ("\n" if "\n" in gap else gap[:1]) if left and right else ""
    first, last = len(left), len(text) - len(right)
    shift = last - first - len(joint)
    marks = []
    for mark in words["marks"]:
        begin = mark["start"] if mark["start"] < first else max(mark["start"], last) - shift
        stop = mark["end"] - shift if mark["end"] > last else min(mark["end"], first)
        if begin < stop:
            marks.append({**mark, "start": begin, "end": stop})
    start, end = start + _spaces(text[start:end]), start + len(text[start:end].rstrip(_SPACE))
    return {"text": left + joint + right, "marks": marks}, _slice(words, start, end)


def _spaces(text: str) -> int:
    return len(text) - len(text.lstrip(_SPACE))


def _is_within(words: Draft, at: int) -> bool:
    return any(mark["kind"] in _WHOLE and mark["start"] < at < mark["end"] for mark in words["marks"])


def _slice(words: Draft, start: int, end: int) -> Draft:
    return {"text": words["text"][start:end], "marks": list(_clipped(words, start, end))}


def _clipped(words: Draft, start: int, end: int) -> Iterator[dict[str, Any]]:
    """Give the marks of a piece; none begins or ends with white space."""
    text = words["text"]
    for mark in words["marks"]:
        first, last = max(mark["start"], start), min(mark["end"], end)
        while first < last and text[last - 1] in _SPACE:
            last -= 1
        while first < last and text[first] in _SPACE:
            first += 1
        if first < last:
            yield {**mark, "start": first - start, "end": last - start}
