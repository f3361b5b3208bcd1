"""A second way to build a tree, for bodies nested deeper than libxml2 builds one: it reads the parser's events instead.

The events have no limit of depth and come in linear time. Inline elements and pictures beyond a depth become neighbours of
those they stood in, as in browsers; of blocks only the boundaries are left. No word is lost, moved or joined to another's.
"""

import re
from contextlib import suppress

from lxml import etree

from newsclean.dom import BLOCKS

MAX_OPEN = 512
"""Elements within one another; the same number as in Chromium."""

# Blocks that say something by themselves.
_WITHOUT_TEXT = frozenset({"hr"})
# The characters that lxml refuses in a tree that it did not parse itself; references such as `&#1;` stand for them.
_REFUSED = re.compile("[\0-\x08\x0b\x0e-\x1f\ufffe\uffff]")


def flat_roots(encoded: bytes) -> tuple[etree._Element, ...]:
    """Parse UTF-8 into trees whose elements stand at most 512 deep; without lines.

    >>> [root.tag for root in flat_roots(b"<p>The dam.")]
    ['html']
    """
    target = _Target()
    # lxml-stubs allow for bytes, which Python 2 knew, and ask for a method that lxml does not.
    etree.HTML(encoded, etree.HTMLParser(encoding="utf-8", huge_tree=True, target=target))  # type: ignore[arg-type]
    return tuple(target.roots)


class _Target:
    """Takes the events; lxml calls these methods."""

    def __init__(self) -> None:
        self.roots: list[etree._Element] = []
        self._open: list[etree._Element | None] = []
        """Outer first; None for a block beyond `MAX_OPEN`, of which only the boundaries are left."""
        self._words: list[str] = []
        self._boundary = False
        """Whether such a block began or ended after the last words."""
        self._make = etree.HTMLParser().makeelement

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element, inside the innermost one or, where that is too deep, after it."""
        self._write()
        if len(self._open) >= MAX_OPEN and tag in BLOCKS and tag not in _WITHOUT_TEXT:
            self._boundary = True
            self._open.append(None)
            return
        node = self._element(tag, attributes)
        holder = self._holder()
        if holder is None:
            self.roots.append(node)
        else:
            self._separate(holder)
            holder.append(node)
        self._open.append(node)

    def end(self, tag: str) -> None:  # noqa: ARG002 - lxml passes it; elements end in the order they began
        """Close the innermost element."""
        node, holder = self._open[-1], self._holder()
        # The words after an element go where those before its end went, if other elements came in between.
        if holder is None or node is None or len(self._open) <= MAX_OPEN or _last_of(holder) is node:
            self._write()
        if node is None:
            self._boundary = True
        elif node is holder:
            self._separate(node)
        self._open.pop()

    def data(self, text: str) -> None:
        """Take in characters; they come in pieces."""
        self._words.append(text)

    def close(self) -> None:
        """End the last text."""
        self._write()

    def _holder(self) -> etree._Element | None:
        """Give the innermost element that has children of its own, if any is open."""
        return self._open[min(len(self._open), MAX_OPEN) - 1] if self._open else None

    def _separate(self, holder: etree._Element) -> None:
        """Part what comes from the words before it, if a block began or ended between them."""
        if self._boundary:
            holder.append(self._make("div"))
            self._boundary = False

    def _element(self, tag: str, attributes: dict[str, str]) -> etree._Element:
        try:
            node = self._make(tag)
        except ValueError:
            # A name that cannot stand in a tree: no element of HTML, thus one that says nothing.
            node = self._make("span")
        for name, value in attributes.items():
            with suppress(ValueError):  # a name that cannot stand in a tree: no attribute of HTML
                node.set(name, _allowed(value))
        return node

    def _write(self) -> None:
        """Put the words so far where they stand."""
        if not self._words:
            return
        text = _allowed("".join(self._words))
        self._words = []
        holder = self._holder()
        if holder is None:
            holder = self._make("span")
            self.roots.append(holder)
        self._separate(holder)
        inner, last = self._open[-1] if self._open else holder, _last_of(holder)
        if last is None:
            holder.text = (holder.text or "") + text
        elif inner is last and inner is not holder:
            last.text = text
        else:
            last.tail = (last.tail or "") + text


def _last_of(node: etree._Element) -> etree._Element | None:
    return next(node.iterchildren(reversed=True), None)


def _allowed(text: str) -> str:
    return _REFUSED.sub("\ufffd", text)
