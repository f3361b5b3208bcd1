"""Joins: neighbouring blocks that belong together, paired on drafts before anything is validated."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from newsclean.parting import with_tails
from newsclean.rules.credit_lines import LONGEST_LINE, is_credit_line
from newsclean.run import CREDIT, Draft

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


def join(drafts: list[Draft], joins: Iterable[Join]) -> list[Draft]:
    """Give the drafts with neighbours paired, in one pass; a pair may be paired again with what follows it."""
    rows = tuple(joins)
    firsts = {"figure", *(row.first for row in rows)}
    begins = [at for at, draft in enumerate(drafts) if (draft["type"] in firsts or None in firsts) and not is_shown(draft)]
    if not begins:
        return drafts
    out: list[Draft] = []
    done = 0
    for at in begins:
        if at < done:
            continue  # it is part of a pair already
        out += drafts[done:at]
        draft, done = _alone(drafts[at], rows), at + 1
        shown: list[Draft] = []
        while (beside := _beside(drafts, done)) < len(drafts) and (both := _paired(draft, drafts[beside], rows)) is not None:
            shown += drafts[done:beside]
            draft, done = _alone(both, rows), beside + 1
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


def _paired(before: Draft, this: Draft, rows: tuple[Join, ...]) -> Draft | None:
    kind = before["type"]
    for row in rows:
        if row.pair is not None and (row.first is None or row.first == kind):
            both = row.pair(before, this)
            if both is not None:
                return both
    return None


def _alone(draft: Draft, rows: tuple[Join, ...]) -> Draft:
    """Let rows change a draft before it is paired: what ends in a credit waits for no other."""
    for row in rows:
        if row.alone is not None and (row.first is None or row.first == draft["type"]):
            draft = row.alone(draft)
    return draft
