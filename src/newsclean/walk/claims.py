"""What rules have claimed for blocks that the walker has yet to come to."""

from typing import NamedTuple

from newsclean.dom import BLOCKS, UNREAD, Element, is_media
from newsclean.rules.answers import Take
from newsclean.walk.accounts import Accounts
from newsclean.walk.run import Draft

_READ = frozenset({"text", "guess", "verbatim"})


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
    """`text`, `guess` (a text that only neighbourhood gives to the block), `verbatim`, `picture` or `player`."""
    target: Draft | None
    """The draft of the block or of one of its pictures; None for a picture without a file, or with none that may be shown."""


def parts_of(take: Take, draft: Draft, node: Element, accounts: Accounts) -> list[tuple[Element, Part]]:
    """Give what a block claims; nothing if it has no picture that may be shown."""
    pending = Pending(draft, inline=node.tag not in BLOCKS)
    parts: list[tuple[Element, Part]] = []
    if take.kind == "embed":
        parts.extend((player, Part(pending, "url", "player", draft)) for player in take.nodes)
    elif take.nodes:
        found = False
        for part in take.nodes:
            picture = accounts.picture(part)
            parts.append((part, Part(pending, "images", "picture", picture)))
            if picture is not None:
                found = True
                if part in take.own:
                    parts.append((take.own[part], Part(pending, "caption", "text", picture)))
                if part in take.own_credits:
                    parts.append((take.own_credits[part], Part(pending, "credit", "text", picture)))
        if not found:
            return []
        draft["images"] = []
    for field, part in take.texts.items():
        parts.append((part, Part(pending, field, "guess" if take.inferred else "text", draft)))
    for field, part in take.verbatim.items():
        parts.append((part, Part(pending, field, "verbatim", draft)))
    return parts


class Claims:
    """Elements that belong to blocks."""

    __slots__ = ("accounts", "parts", "path")

    def __init__(self, accounts: Accounts) -> None:
        """Begin without any."""
        self.accounts = accounts
        self.parts: dict[Element, Part] = {}
        self.path: set[Element] = set()
        """Elements between a block's own and those it claims: opened without asking."""

    def claim(self, take: Take, draft: Draft | None, node: Element) -> None:
        """Claim what a rule points at for a block; nothing if it has no picture that may be shown.

        What would be its words, and what stands between, is opened all the same, and no rule is asked about it: whether an
        address is safe must not change what the words around a picture are taken for.
        """
        claims = [] if draft is None else parts_of(take, draft, node, self.accounts)
        for part, claim in claims:
            self.add(part, node, claim)
        if not claims:
            for part in take.nodes:
                self._open_way(part if part is node else part.getparent(), node)
            for words in (take.texts, take.own, take.own_credits):
                for part in words.values():
                    if part.tag not in UNREAD:
                        self._open_way(part, node)

    def add(self, part: Element, node: Element, claim: Part) -> None:
        """Claim an element at or below a block's own; a script has no words, whatever its class says."""
        if part.tag in UNREAD and claim.how in _READ:
            return
        self.parts[part] = claim
        if claim.how in _READ and is_media(part):
            # Only its words are claimed: a `picture` without `img`, say, that is called a caption.
            self.accounts.drop_frame(part)
        self._open_way(part if part is node else part.getparent(), node)

    def _open_way(self, above: Element | None, node: Element) -> None:
        while above is not None and above is not node and above not in self.path:
            self.path.add(above)
            if is_media(above):
                # No rule will be asked about it: a `picture` around a caption, say, that shows nothing itself.
                self.accounts.drop_frame(above)
            above = above.getparent()
