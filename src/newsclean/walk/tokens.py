"""Markup that stands in the text itself: shortcodes, template tags, blank lines. What a text rule is and may answer."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from newsclean.walk.run import Draft

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Cut(NamedTuple):
    """Leave the markup out."""

    keep: str = ""
    """Characters of it that are text nevertheless."""
    name: str | None = None
    """Of the Drop: `markup:<name>`; None for the rule's own."""


class Break(NamedTuple):
    """End the paragraph."""


class Put(NamedTuple):
    """Make a block of the markup."""

    kind: str
    values: Mapping[str, object] = _NOTHING
    """Its fields; pictures and embeds are left out if the policy forbids their URL."""
    keep: str = ""
    """Characters of the markup that are words of the block."""


class Span(NamedTuple):
    """Let characters of the markup stand in the text under a mark."""

    kind: str
    keep: str


class Begin(NamedTuple):
    """Begin a stretch of blocks that `End` of the same name turns into others; without it they stay as they are."""

    name: str
    merge: Callable[[list[Draft]], list[Draft]]
    keep: str = ""
    """Characters of the markup that are the first paragraph of the stretch."""


class End(NamedTuple):
    """End the last stretch of this name."""

    name: str


TextAnswer = Cut | Break | Put | Span | Begin | End


class TextRule(NamedTuple):
    """One row: markup that is recognised by how it is written."""

    name: str
    triggers: tuple[str, ...]
    """Every match begins with one of these; a row none of which is in the source costs nothing."""
    pattern: str
    """A regular expression; compiled when a source needs it."""
    answer: Callable[[re.Match[str], str], TextAnswer | None]
    """Gets the match and, where there is an `end`, the text up to it."""
    why: str
    end: str | None = None
    """The closing markup, a regular expression; in the same stretch of text."""
    bare: bool = False
    """Only in text that stands in no paragraph or heading."""
    vague: bool = False
    """Its triggers stand in many texts: the row is needed only where its pattern is found somewhere in the source."""


class Token(NamedTuple):
    """One piece of markup in a text."""

    start: int
    end: int
    rule: str
    answer: TextAnswer


class Tokens:
    """The text rules that a source can need."""

    __slots__ = ("_by_trigger", "trigger")

    def __init__(self, rows: Iterable[TextRule]) -> None:
        """Sort the rows by what triggers them."""
        self._by_trigger: dict[str, list[TextRule]] = {}
        for row in rows:
            for trigger in row.triggers:
                self._by_trigger.setdefault(trigger, []).append(row)
        # Longest first: of `{{<` and `{{` the first is meant where both fit.
        names = sorted(self._by_trigger, key=len, reverse=True)
        self.trigger = re.compile("|".join(map(re.escape, names)))

    def find(self, text: str, *, bare: bool) -> Iterator[Token]:
        """Give the tokens of a text, from left to right."""
        at = 0
        endless: set[str] = set()
        while hit := self.trigger.search(text, at):
            at = hit.end()
            for row in self._by_trigger[hit[0]]:
                token = None if row.name in endless or (row.bare and not bare) else _token(row, text, hit.start(), endless)
                if token is not None:
                    yield token
                    at = max(at, token.end)
                    break


def tokens_for(source: str, rows: Sequence[TextRule]) -> Tokens | None:
    """Give the rows that have a trigger in a source, or None if none has: most posts need no row."""
    # One look for each first character spares most of the looks for triggers.
    signs = {sign for sign in {trigger[0] for row in rows for trigger in row.triggers} if sign in source}
    needed = [row for row in rows if any(trigger[0] in signs and trigger in source for trigger in row.triggers)]
    needed = [row for row in needed if not row.vague or re.search(row.pattern, source)]
    return Tokens(needed) if needed else None


def _token(row: TextRule, text: str, start: int, endless: set[str]) -> Token | None:
    found = re.compile(row.pattern).match(text, start)
    if found is None:
        return None
    inner, end = "", found.end()
    if row.end is not None:
        closing = re.compile(row.end).search(text, end)
        if closing is None:
            endless.add(row.name)  # nor has any later one an end: that keeps this linear
            return None
        inner, end = text[end : closing.start()], closing.end()
    answer = row.answer(found, inner)
    return None if answer is None else Token(start, end, row.name, answer)
