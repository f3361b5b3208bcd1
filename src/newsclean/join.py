"""Joins: neighbouring blocks that belong together, paired on drafts before anything is validated."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from newsclean.run import Draft


class Join(NamedTuple):
    """One row: answers one draft for two neighbours, or None."""

    name: str
    pair: Callable[[Draft, Draft], Draft | None]
    why: str
    first: str | None = None
    """The `type` of the first of the two; None for any."""


def orphan_caption(before: Draft, this: Draft) -> Draft | None:
    """Put a `figcaption` that stands outside any figure under the picture right before it."""
    if this["origin"]["rule"] != "orphan-caption" or "caption" in before:
        return None
    caption = {"text": this["text"], "marks": this["marks"]}
    return {**before, "caption": caption, "origin": {**before["origin"], "inferred": True}}


JOINS = (
    Join(
        "orphan-caption",
        orphan_caption,
        why="The element says that it is a caption; only which picture it belongs to is guessed.",
        first="figure",
    ),
)


def join(drafts: list[Draft], joins: Iterable[Join]) -> list[Draft]:
    """Give the drafts with neighbours paired, in one pass; a pair may be paired again with what follows it."""
    rows = tuple(joins)
    if not rows:
        return drafts
    firsts = {row.first for row in rows}
    out = drafts[:1]
    for draft in drafts[1:]:
        kind = out[-1]["type"]
        both = _paired(out[-1], draft, rows) if kind in firsts or None in firsts else None
        if both is None:
            out.append(draft)
        else:
            out[-1] = both
    return out


def _paired(before: Draft, this: Draft, rows: tuple[Join, ...]) -> Draft | None:
    for row in rows:
        if row.first is None or row.first == before["type"]:
            both = row.pair(before, this)
            if both is not None:
                return both
    return None
