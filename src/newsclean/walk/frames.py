"""Blocks that hold blocks, while they are open: where the next block in them goes, and what they become when they close."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from newsclean.dom import Element
from newsclean.walk.accounts import Prose
from newsclean.walk.join import JoinIndex, join
from newsclean.walk.run import Draft
from newsclean.walk.writer import BARE, Writer

Joined = Callable[[list[Draft]], list[Draft]]
"""Pairs neighbours in one part."""

_PARTS: Mapping[object, str] = MappingProxyType({"thead": "head", "tfoot": "foot"})
# HTML Living Standard, 4.9.11: larger spans are clamped by browsers too.
_MOST_COLUMNS, _MOST_ROWS = 1000, 65534


class Frame:
    """A block of blocks: a quote, a note."""

    starts: frozenset[str] = frozenset()
    """Elements that begin a part."""
    terms: frozenset[str] = frozenset()
    """Elements that are read as one text, for `add_term`."""
    weight = 1
    """What it counts towards the cap on nesting: a third of the levels it has in JSON, rounded up."""

    def __init__(self, draft: Draft) -> None:
        """Begin with the block's plain fields."""
        self.draft = draft
        self.parts: list[list[Draft]] = [[]]
        self.out = self.parts[0]
        """Where the next block goes."""

    def begin(self, node: Element) -> None:  # noqa: ARG002 - tables look at it
        """Begin the part that an element of `starts` stands for: the next blocks go there."""
        self.begin_part()

    def add_term(self, text: str, marks: Sequence[Draft]) -> None:
        """Take in the text of an element of `terms`."""

    def closed(self, joined: Joined) -> Iterable[Draft]:
        """Give what the block is when its element ends; nothing if it is empty."""
        blocks = joined(self.parts[0])
        # A post of another site is shown even if nothing is said about it; a quote of nothing is no block.
        if blocks or self.draft["type"] == "embed":
            return (self.draft | {"blocks": blocks},)
        return without_body(self.draft)

    def begin_part(self) -> None:
        """Let the next blocks go to a part of their own."""
        self.out = []
        self.parts.append(self.out)


class Items(Frame):
    """A list; what stands in it before the first item is an item too."""

    starts = frozenset({"li"})
    weight = 2

    def closed(self, joined: Joined) -> Iterable[Draft]:
        """Give the list of its items that hold anything."""
        items = [{"blocks": joined(part)} for part in self.parts if part]
        return (self.draft | {"items": items},) if items else ()


class Definitions(Frame):
    """A definition list; what stands in it outside `dd` goes to a definition of its own."""

    starts = frozenset({"dd"})
    terms = frozenset({"dt"})
    weight = 3

    def __init__(self, draft: Draft) -> None:
        """Begin with an entry without term."""
        super().__init__(draft)
        self.items: list[tuple[list[Draft], list[list[Draft]]]] = [([], self.parts)]

    def add_term(self, text: str, marks: Sequence[Draft]) -> None:
        """Add a term; a new entry, unless it follows another term."""
        if any(self.parts):
            self.parts = []
            self.items.append(([], self.parts))
        self.items[-1][0].append({"text": text, "marks": marks})
        self.begin_part()

    def closed(self, joined: Joined) -> Iterable[Draft]:
        """Give the list of its entries."""
        items = [
            {"terms": terms, "definitions": [{"blocks": joined(part)} for part in parts if part]}
            for terms, parts in self.items
            if terms or any(parts)
        ]
        return (self.draft | {"items": items},) if items else ()


class Rows(Frame):
    """A table.

    Text outside the cells goes to the cell before it, or else to a cell of its own, as CSS 2.1 makes anonymous ones
    (section 17.2.1); an HTML parser would put it before the table, out of its order.
    """

    starts = frozenset({"tr", "td", "th"})
    weight = 3

    def __init__(self, draft: Draft) -> None:
        """Begin with an anonymous cell, which is left out if nothing comes into it."""
        super().__init__(draft)
        self.rows: list[tuple[str, list[Draft]]] = []
        self._begin_row("body")

    def _begin_row(self, part: str) -> None:
        self.rows.append((part, []))
        self._begin_cell({"anonymous": True})

    def _begin_cell(self, fields: Draft) -> None:
        self.out = []
        self.rows[-1][1].append(fields | {"blocks": self.out})

    def begin(self, node: Element) -> None:
        """Begin a row or a cell."""
        if node.tag == "tr":
            above = node.getparent()
            self._begin_row("body" if above is None else _PARTS.get(above.tag, "body"))
            return
        spans = {"colspan": _span(node, "colspan", 1, _MOST_COLUMNS), "rowspan": _span(node, "rowspan", 0, _MOST_ROWS)}
        self._begin_cell({"header": node.tag == "th", **spans})

    def closed(self, joined: Joined) -> Iterable[Draft]:
        """Give the table, if any cell holds anything."""
        rows: list[Draft] = []
        for part, cells in self.rows:
            kept = [cell for cell in cells if cell["blocks"] or "anonymous" not in cell]
            for cell in kept:
                cell.pop("anonymous", None)
                cell["blocks"] = joined(cell["blocks"])
            if kept:
                rows.append({"part": part, "cells": kept})
        if any(cell["blocks"] for row in rows for cell in row["cells"]):
            return (self.draft | {"rows": rows},)
        return without_body(self.draft)


def without_body(draft: Draft) -> Iterable[Draft]:
    """Give what is left of a block of which only the caption has words."""
    caption = draft.get("caption")
    if caption is None:
        return ()
    language = {key: draft[key] for key in ("lang", "dir") if key in draft}
    return ({"type": "paragraph", "origin": draft["origin"], **language, **caption},)


def _span(node: Element, name: str, least: int, most: int) -> int:
    """Read a span by HTML's rules: what is no number, or too small a one, is 1."""
    digits = (node.get(name) or "").strip()
    value = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= len(str(most)) else 1
    return min(value, most) if value >= least else 1


FRAMES: Mapping[str, type[Frame]] = MappingProxyType(
    {"blocks": Frame, "items": Items, "definitions": Definitions, "rows": Rows}
)
"""By what a `Take` reads."""

Outer = tuple[Frame | None, list[Draft], Prose]
"""What was going on before a frame was opened."""


class Nest:
    """The open frames; the innermost takes what the writer writes."""

    __slots__ = ("depth", "frame", "joins", "room", "waiting", "writer")

    def __init__(self, writer: Writer, joins: JoinIndex, room: int) -> None:
        """Begin in the article itself, with room for frames of so much weight within one another."""
        self.writer, self.joins, self.room = writer, joins, room
        self.frame: Frame | None = None
        self.depth = 0
        self.waiting: list[Draft] = []
        """Blocks that are to follow the outermost frame."""

    def has_room(self, reads: str) -> bool:
        """Tell whether another frame of this kind may be opened."""
        return self.depth + FRAMES[reads].weight <= self.room

    def open(self, reads: str, draft: Draft) -> Outer:
        """Open a frame; give what `close` needs."""
        writer, frame = self.writer, FRAMES[reads](draft)
        outer = (self.frame, writer.out, writer.prose)
        self.frame, writer.out, writer.prose = frame, frame.out, BARE
        self.depth += frame.weight
        return outer

    def close(self, outer: Outer) -> None:
        """End the innermost frame; its block goes where the writer wrote before."""
        writer, frame = self.writer, self.frame
        writer.flush()
        self.frame, writer.out, writer.prose = outer
        if frame is not None:
            self.depth -= frame.weight
            writer.out.extend(frame.closed(lambda drafts: join(drafts, self.joins)))
        if self.waiting and self.frame is None:
            writer.out += self.waiting
            self.waiting = []

    def begin(self, node: Element) -> None:
        """Begin the part that an element stands for, if the innermost frame has such parts."""
        frame = self.frame
        if frame is not None and node.tag in frame.starts and self.writer.leftovers is None:
            frame.begin(node)
            self.writer.out = frame.out

    def add_term(self, text: str, marks: Sequence[Draft]) -> None:
        """Add a term to the innermost frame."""
        if self.frame is not None:
            self.frame.add_term(text, marks)
            self.writer.out = self.frame.out
