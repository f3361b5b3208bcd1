"""The two ways in which an Article says what is not in its blocks."""

from collections.abc import Sequence

from newsclean.models.base import Model

EXCERPT = 80
"""Code points of dropped text that a Drop quotes."""


class Drop(Model):
    """Something of the body that is in no block."""

    reason: str
    """Why, in kebab-case: `embed`, `blank`, `no-source`, `unsafe-url`, ..."""
    rule: str
    """Name of the rule that dropped it, or `sanitizer:<name>`."""
    line: int | None = None
    """Line of the source, from 1, or None where the parser cannot tell."""
    size: int = 0
    """Characters other than HTML white space, in code points."""
    media: int = 0
    """Pictures, players and frames: `img`, `video`, `audio`, `iframe`, `object`, and `picture` without `img`."""
    excerpt: str = ""
    """Its first 80 characters, white space collapsed."""


class Note(Model):
    """A soft fault: the article is whole, but something was not as expected."""

    code: str
    """What happened, in kebab-case: `unsafe-url`, `zone-assumed`, `date-not-understood`, ..."""
    line: int | None = None
    """Line of the source, from 1, if it is known."""
    text: str = ""
    """What it is about: the URL, the date as written, ..."""


def in_order(first: Sequence[Drop], second: Sequence[Drop]) -> tuple[Drop, ...]:
    """Merge by line; a drop without one stays behind the drop before it."""
    keyed: list[tuple[int, int, Drop]] = []
    for source, drops in enumerate((first, second)):
        line = 0
        for drop in drops:
            line = drop.line if drop.line is not None else line
            keyed.append((line, source, drop))
    return tuple(drop for _, _, drop in sorted(keyed, key=lambda item: item[:2]))
