"""Joins: neighbouring blocks that belong together, paired on drafts before anything is validated."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from newsclean.run import Draft


class Join(NamedTuple):
    """One row: answers one draft for two neighbours, or None."""

    name: str
    pair: Callable[[Draft, Draft], Draft | None]
    why: str


def orphan_caption(before: Draft, this: Draft) -> Draft | None:
    """Put a `figcaption` that stands outside any figure under the picture right before it."""
    if this["origin"]["rule"] != "orphan-caption" or before["type"] != "figure" or "caption" in before:
        return None
    caption = {"text": this["text"], "marks": this["marks"]}
    return {**before, "caption": caption, "origin": {**before["origin"], "inferred": True}}


JOINS = (
    Join(
        "orphan-caption",
        orphan_caption,
        why="The element says that it is a caption; only which picture it belongs to is guessed.",
    ),
)


def join(drafts: list[Draft], joins: Iterable[Join]) -> list[Draft]:
    """Give the drafts with neighbours paired, in one pass; a pair may be paired again with what follows it."""
    rows = tuple(joins)
    if not rows:
        return drafts
    out = drafts[:1]
    for draft in drafts[1:]:
        for row in rows:
            both = row.pair(out[-1], draft)
            if both is not None:
                out[-1] = both
                break
        else:
            out.append(draft)
    return out
