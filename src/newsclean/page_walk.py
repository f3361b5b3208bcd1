"""The walk over a page: the body node as any body is walked, what lies outside it in one Drop a subtree."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsclean.accounts import Settings, Walked
from newsclean.dom import BLOCKS, Element, excerpt, visible_size
from newsclean.elements import language_of
from newsclean.join import join
from newsclean.ledger import Drop
from newsclean.rules.answers import RuleIndex, Skip
from newsclean.run import Draft
from newsclean.walk import Walker

OUTSIDE = "outside-body"
_RULE = "page:outside"


# What is taken for the body is no furniture, whatever it is called.
_OPENED = frozenset("article aside body center details div fieldset footer form header html main section td tr table".split())


class Ground(NamedTuple):
    """What of a page is read."""

    body: Element | None
    around: tuple[Element, ...]
    """Elements outside the body that are walked as well."""
    left_out: Mapping[Element, str]
    """Elements inside these that are not, with the reason of the Drop."""


def walk_page(roots: Iterable[Element], ground: Ground, index: RuleIndex, settings: Settings) -> Walked:
    """Read a page into drafts of blocks, in document order, with everything left out beside them."""
    walker = _PageWalker(index, settings, ground)
    kept = frozenset(node for node in (ground.body, *ground.around) if node is not None)
    walker.stack.extend((walker.read, step) for step in reversed(list(_steps(roots, kept))))
    walker.loop()
    walker.writer.flush()
    return Walked(join(walker.writer.out, settings.joins), walker.accounts.drops, walker.accounts.notes)


class _Step(NamedTuple):
    """A piece of a page."""

    node: Element
    text: str | None = None
    """Words that stand in or after the element, if they are the piece."""
    is_kept: bool = False


def _steps(roots: Iterable[Element], kept: frozenset[Element]) -> Iterator[_Step]:
    """Cut a page into what is read and what is not, in document order; of two that hold one another, the outer is read."""
    above = {parent for node in kept for parent in node.iterancestors()}
    stack: list[Element | _Step] = list(reversed(list(roots)))
    while stack:
        item = stack.pop()
        if isinstance(item, _Step):
            yield item
            continue
        if item.tail:
            stack.append(_Step(item, item.tail))
        if item in above and item not in kept:
            stack.extend(item.iterchildren(reversed=True))
            if item.text:
                yield _Step(item, item.text)
        else:
            yield _Step(item, is_kept=item in kept)


def _language(node: Element) -> Draft:
    """Give what is declared for a part of the page within it: what the page says is told by the article."""
    found: Draft = {}
    for part in (node, *node.iterancestors()):
        if part.tag == "html":
            break
        own = language_of(part) or {}
        found = {key: own[key] for key in ("lang", "dir") if own.get(key)} | found
    return found


class _PageWalker(Walker):
    """A walk that leaves out what the extractor has told."""

    def __init__(self, index: RuleIndex, settings: Settings, ground: Ground) -> None:
        super().__init__(index, settings)
        self.body, self.left_out = ground.body, ground.left_out

    def read(self, step: _Step) -> None:
        """Take a piece of the page."""
        node, text, is_kept = step
        if is_kept:
            self.accounts.language = _language(node)
            self.stack.append((self.writer.boundary, None))
            if node.tag in _OPENED and node is self.body:
                self._open(node)
            else:
                self._judge(node)
        elif text is None:
            self.accounts.drop(node, OUTSIDE, _RULE)
        elif size := visible_size(text):
            line = self.accounts.line(node)
            self.accounts.drops.append(Drop(reason=OUTSIDE, rule=_RULE, line=line, size=size, excerpt=excerpt(text)))

    def _judge(self, node: Element) -> None:
        reason = self.left_out.get(node)
        # A block whose parts are being read must come to them.
        if reason is None or self.writer.leftovers is not None or (self.claimed and self._holds_claimed(node)):
            super()._judge(node)
            return
        self.writer.near = node
        if node.tag in BLOCKS:
            self.writer.boundary()
        self._leave_out(node, Skip(reason), f"page:{reason}")

    def _holds_claimed(self, node: Element) -> bool:
        return any(part in self.claimed for part in node.iter())
