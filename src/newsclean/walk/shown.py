"""Furniture that is shown instead of left out (`Options(boilerplate="keep")`): read apart, marked, put beside the text.

What is shown changes nothing else. It is no part of the running text that it stands in, of a block of blocks or of a pair
of neighbours: it follows them in the list of the article's own blocks. So those that are not marked are what they would be.
"""

from typing import Any, NamedTuple

from newsclean.dom import Element
from newsclean.rules.answers import Skip, Take
from newsclean.walk.accounts import Prose
from newsclean.walk.frames import Frame, Nest
from newsclean.walk.join import join
from newsclean.walk.run import Draft, Run
from newsclean.walk.writer import BARE, Writer


class _Around(NamedTuple):
    """What was going on around the furniture."""

    run: Run
    prose: Prose
    start: Element | None
    near: Element | None
    out: list[Draft]
    deferred: list[Draft]
    leftovers: list[Element] | None
    stretches: dict[str, Any]
    frame: Frame | None
    depth: int
    waiting: list[Draft]


class Shown:
    """The furniture that is being read."""

    __slots__ = ("nest", "reasons", "root", "writer")

    def __init__(self, writer: Writer, nest: Nest, reasons: frozenset[str]) -> None:
        """Begin with nothing."""
        self.writer, self.nest, self.reasons = writer, nest, reasons
        self.root: Element | None = None
        """The furniture that is being read: what is furniture inside it is a part of it."""

    def holds(self, answer: Skip) -> bool:
        """Tell whether what a rule would leave out is a part of the furniture that is being read."""
        return self.root is not None and answer.reason in self.reasons

    def within(self, node: Element, take: Take) -> Take:
        """Let a picture in the furniture have nothing of what stands outside: that is what it is without the furniture."""
        if self.root is None or node.tag != "img":  # all others point at what is in them
            return take
        nodes = tuple(node for node in take.nodes if self._has(node))
        return take._replace(nodes=nodes, texts={field: node for field, node in take.texts.items() if self._has(node)})

    def _has(self, node: Element) -> bool:
        return any(above is self.root for above in (node, *node.iterancestors()))

    def begin(self, root: Element) -> _Around:
        """Set aside what is going on; give what `end` needs."""
        writer, nest = self.writer, self.nest
        around = _Around(
            writer.run,
            writer.prose,
            writer.start,
            writer.near,
            writer.out,
            writer.deferred,
            writer.leftovers,
            writer.stretches,
            nest.frame,
            nest.depth,
            nest.waiting,
        )
        writer.run, writer.prose, writer.out, writer.deferred = writer.run.inner(), BARE, [], []
        writer.leftovers, writer.stretches = None, {}
        nest.frame, nest.depth, nest.waiting = None, 0, []
        self.root = root
        return around

    def end(self, around: _Around, reason: str) -> None:
        """Go on with what was going on; the blocks that were read follow it, marked."""
        writer, nest = self.writer, self.nest
        writer.flush()
        drafts = join(writer.out, nest.joins)
        (
            writer.run,
            writer.prose,
            writer.start,
            writer.near,
            writer.out,
            writer.deferred,
            writer.leftovers,
            writer.stretches,
            nest.frame,
            nest.depth,
            nest.waiting,
        ) = around
        self.root = None
        _mark(drafts, reason)
        if nest.frame is not None:
            nest.waiting += drafts
        elif writer.run.length or writer.deferred or writer.leftovers is not None:
            writer.deferred += drafts
        else:
            writer.out += drafts


def _mark(value: Any, reason: str) -> None:  # noqa: ANN401 - a draft, or whatever stands in one
    """Write the reason into the origin of each block, at every depth."""
    if isinstance(value, dict):
        if "origin" in value:
            value["origin"]["boilerplate"] = reason
        for part in value.values():
            _mark(part, reason)
    elif isinstance(value, list):
        for part in value:
            _mark(part, reason)
