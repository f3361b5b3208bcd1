"""What the walker keeps in mind while something is open."""

from typing import NamedTuple

from newsclean.dom import Element
from newsclean.rules.answers import Take
from newsclean.run import Draft

Prose = tuple[Take, str, Element | None]
"""What the running text becomes: the answer that says so, its rule, and the block's element or None for bare text."""


class Frame(NamedTuple):
    """A block that holds blocks."""

    take: Take
    draft: Draft
    parts: list[list[Draft]]
    """The blocks of each item; a quote has one part."""

    def closed(self, parts: list[list[Draft]]) -> Draft:
        """Give the block with its parts."""
        if self.take.reads == "items":
            return self.draft | {"items": [{"blocks": part} for part in parts]}
        return self.draft | {"blocks": parts[0]}


class Pending:
    """A block whose parts the walker has yet to come to; it is emitted at the first of them."""

    __slots__ = ("draft", "emitted", "inline")

    def __init__(self, draft: Draft, *, inline: bool) -> None:
        """Begin without any part."""
        self.draft, self.inline, self.emitted = draft, inline, False


class Part(NamedTuple):
    """A claimed element."""

    pending: Pending
    """The block that claims it."""
    field: str
    """What it is read into: `images`, or a field of `target`."""
    how: str
    """`text`, `verbatim` or `picture`."""
    target: Draft | None
    """The draft of the block or of one of its pictures; None for a picture that may not be shown."""
