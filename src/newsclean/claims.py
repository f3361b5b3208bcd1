"""What rules have claimed for blocks that the walker has yet to come to."""

from collections.abc import Iterator

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


Part = tuple[Pending, str, str | None]
"""A claimed element: the block that claims it, the field it is read into (`player`: nothing in it is read), and how:
`text` or `verbatim`; for a picture its URL, or None if it may not be shown."""


def parts_of(take: Take, draft: Draft, node: Element, accounts: Accounts) -> Iterator[tuple[Element, Part]]:
    """Give what a block claims; nothing if it has no picture that may be shown."""
    pending = Pending(draft, inline=node.tag not in BLOCKS)
    if take.kind == "embed":
        yield from ((player, (pending, "player", None)) for player in take.nodes)
    elif take.nodes:
        sources = [accounts.picture(part) for part in take.nodes]
        if not any(sources):
            return
        draft["images"] = []
        yield from ((part, (pending, "images", source)) for part, source in zip(take.nodes, sources, strict=True))
    yield from ((part, (pending, field, "text")) for field, part in take.texts.items())
    yield from ((part, (pending, field, "verbatim")) for field, part in take.verbatim.items())


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
