"""What rules have claimed for blocks that the walker has yet to come to."""

from collections.abc import Iterator
from typing import NamedTuple

from newsclean.accounts import Accounts
from newsclean.dom import Element
from newsclean.elements import BLOCKS
from newsclean.rules.answers import Take
from newsclean.run import Draft


class Pending:
    """A block whose parts the walker has yet to come to; it is emitted at the first of them."""

    __slots__ = ("draft", "emitted", "inline")

    def __init__(self, draft: Draft, *, inline: bool, emitted: bool = False) -> None:
        """Begin without any part."""
        self.draft, self.inline, self.emitted = draft, inline, emitted


class Part(NamedTuple):
    """A claimed element."""

    pending: Pending
    """The block that claims it."""
    field: str
    """What it is read into: `images`, or a field of `target`; nothing of a player is read."""
    how: str
    """`text`, `verbatim`, `picture` or `player`."""
    target: Draft | None
    """The draft of the block or of one of its pictures; None for a picture that may not be shown."""


def parts_of(take: Take, draft: Draft, node: Element, accounts: Accounts) -> Iterator[tuple[Element, Part]]:
    """Give what a block claims; nothing if it has no picture that may be shown."""
    pending = Pending(draft, inline=node.tag not in BLOCKS)
    if take.kind == "embed":
        yield from ((player, Part(pending, "url", "player", draft)) for player in take.nodes)
    elif take.nodes:
        pictures = [accounts.picture(part) for part in take.nodes]
        if not any(pictures):
            return
        draft["images"] = []
        for part, picture in zip(take.nodes, pictures, strict=True):
            yield part, Part(pending, "images", "picture", picture)
            if picture is not None and part in take.own:
                yield take.own[part], Part(pending, "caption", "text", picture)
    yield from ((part, Part(pending, field, "text", draft)) for field, part in take.texts.items())
    yield from ((part, Part(pending, field, "verbatim", draft)) for field, part in take.verbatim.items())


class Claims:
    """Elements that belong to blocks."""

    __slots__ = ("parts", "path")

    def __init__(self) -> None:
        """Begin without any."""
        self.parts: dict[Element, Part] = {}
        self.path: set[Element] = set()
        """Elements between a block's own and those it claims: opened without asking."""

    def add(self, part: Element, node: Element, claim: Part) -> None:
        """Claim an element at or below a block's own."""
        self.parts[part] = claim
        if part is node:
            return
        above = part.getparent()
        while above is not None and above is not node and above not in self.path:
            self.path.add(above)
            above = above.getparent()
