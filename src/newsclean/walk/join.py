"""Joins: neighbouring blocks that belong together, paired on drafts before anything is validated."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from newsclean.rules.credit_lines import LONGEST_LINE, is_credit_line
from newsclean.walk.parting import with_tails
from newsclean.walk.run import CREDIT, Draft

ANNOUNCES = "announces"
"""A field of drafts that no block has: the rule that made the figure says that the words after it are its caption."""


class Join(NamedTuple):
    """One row: makes one draft of two neighbours, or changes one."""

    name: str
    pair: Callable[[Draft, Draft], Draft | None] | None
    """Answers one draft for two neighbours; None where the row looks at single drafts only."""
    why: str
    first: str | None = None
    """The `type` of the first of the two; None for any."""
    alone: Callable[[Draft], Draft] | None = None
    """Looks at the first by itself, before anything is paired with it and after."""


def _joined(figure: Draft, field: str, this: Draft) -> Draft | None:
    """Give a figure the words of the paragraph after it, if both are in one language."""
    if any(figure.get(key) != this.get(key) for key in ("lang", "dir")):
        return None
    return {**figure, field: {"text": this["text"], "marks": this["marks"]}, "origin": guessed(figure["origin"], field)}


def guessed(origin: Draft, field: str) -> Draft:
    """Give the origin of a figure to which a block of words was given by guess."""
    guess = origin.get("guess", {})
    return {**origin, "inferred": True, "guess": {**guess, "joined": [*guess.get("joined", ()), field]}}


def _has_caption(figure: Draft) -> bool:
    """Tell whether a figure has a caption, or had one that was a credit and nothing else."""
    return "caption" in figure or any(seam["image"] is None for seam in figure["origin"].get("guess", {}).get("seams", ()))


def announced(before: Draft, this: Draft) -> Draft | None:
    """Put the words that end the line of a picture, or stand alone under it, under the picture."""
    if ANNOUNCES not in before or this["type"] != "paragraph":
        return None
    if len(this["text"]) > before[ANNOUNCES] or _has_caption(before):
        return None
    return _joined({key: value for key, value in before.items() if key != ANNOUNCES}, "caption", this)


def orphan_caption(before: Draft, this: Draft) -> Draft | None:
    """Put a `figcaption` that stands outside any figure under the picture right before it."""
    if this["origin"]["rule"] != "orphan-caption" or _has_caption(before):
        return None
    return _joined(before, "caption", this)


def credit_line(before: Draft, this: Draft) -> Draft | None:
    """Give a picture the line under it that says who made or owned it."""
    if this["type"] != "paragraph" or len(this["text"]) > LONGEST_LINE or CREDIT in before or not is_credit_line(this["text"]):
        return None
    return _joined(before, CREDIT, this)


JOINS = (
    Join(
        "announced",
        announced,
        why="What stands under a picture in its own line or block has no element to point at; the rule of the picture saw it.",
        first="figure",
    ),
    Join(
        "orphan-caption",
        orphan_caption,
        why="The element says that it is a caption; only which picture it belongs to is guessed.",
        first="figure",
    ),
    Join(
        "credit-line",
        credit_line,
        why="A short line under a picture that begins with a word for it or ends with an agency says whose it is.",
        first="figure",
    ),
    Join(
        "credit-tail",
        None,
        why="Most papers print the credit as the last words of the caption; what announces it is the same everywhere.",
        first="figure",
        alone=with_tails,
    ),
)


_Pair = Callable[[Draft, Draft], Draft | None]
_Change = Callable[[Draft], Draft]


class JoinIndex:
    """Joins by the `type` of the first of two neighbours, each type's in the order of the table."""

    __slots__ = ("_alone", "_others", "_pairs", "types")

    def __init__(self, joins: Iterable[Join]) -> None:
        """Sort the rows once, so that a draft costs one look-up."""
        rows = tuple(joins)
        types = frozenset(row.first for row in rows if row.first is not None) | {"figure"}
        self.types = None if any(row.first is None for row in rows) else types
        """Types that any row looks at, and figures; None for all."""
        self._alone = tuple((row.first, row.alone) for row in rows if row.alone is not None)
        self._pairs: Mapping[str, tuple[_Pair, ...]] = {name: _pairs_of(rows, name) for name in types}
        self._others = _pairs_of(rows, None)

    def alone(self, draft: Draft) -> Draft:
        """Let rows change a draft before it is paired: what ends in a credit waits for no other."""
        for first, change in self._alone:
            if first is None or first == draft["type"]:
                draft = change(draft)
        return draft

    def paired(self, before: Draft, this: Draft) -> Draft | None:
        """Give one draft for two, or None."""
        for pair in self._pairs.get(before["type"], self._others):
            both = pair(before, this)
            if both is not None:
                return both
        return None


def _pairs_of(rows: Iterable[Join], first: str | None) -> tuple[_Pair, ...]:
    return tuple(row.pair for row in rows if row.pair is not None and row.first in {None, first})


OWN_JOINS = JoinIndex(JOINS)
NO_JOINS = JoinIndex(())


def join(drafts: list[Draft], joins: JoinIndex) -> list[Draft]:
    """Give the drafts with neighbours paired, in one pass; a pair may be paired again with what follows it."""
    types = joins.types
    begins = [at for at, draft in enumerate(drafts) if types is None or draft["type"] in types]
    if not begins:
        return drafts
    out: list[Draft] = []
    done = 0
    for at in begins:
        if at < done or is_shown(drafts[at]):
            continue  # it is part of a pair already
        out += drafts[done:at]
        draft, done = joins.alone(drafts[at]), at + 1
        shown: list[Draft] = []
        while (beside := _beside(drafts, done)) < len(drafts) and (both := joins.paired(draft, drafts[beside])) is not None:
            shown += drafts[done:beside]
            draft, done = joins.alone(both), beside + 1
        draft.pop(ANNOUNCES, None)
        out.append(draft)
        out += shown
    return out + drafts[done:]


def is_shown(draft: Draft) -> bool:
    """Tell whether a block is furniture that is only shown: it pairs with nothing, and parts no pair."""
    return "boilerplate" in draft["origin"]


def _beside(drafts: list[Draft], at: int) -> int:
    while at < len(drafts) and is_shown(drafts[at]):
        at += 1
    return at
