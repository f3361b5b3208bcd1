"""What needs no walk: elements that hold nothing but text, and figures that hold nothing but pictures and words.

Most elements of most articles are of these kinds. What the walker does with them in a dozen steps is written out here, to the
same result (tests/test_leaves.py). For that a typical post takes a sixth less time, and one of twenty times its length as well.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeGuard

from newsclean.dom import BLOCKS, HTML_SPACE, Element, line_of
from newsclean.rules.answers import SHORT, Answer, RuleIndex, Skip, Take
from newsclean.walk.claims import Claims
from newsclean.walk.run import Draft, collapse, is_invisible
from newsclean.walk.shown import Shown
from newsclean.walk.writer import Writer

# What is no medium itself, or the medium that is claimed.
_CLOSED = BLOCKS | {"img"}


class Leaves:
    """Makes blocks of what needs no walk."""

    __slots__ = ("claims", "shown", "table", "writer")

    def __init__(self, writer: Writer, claims: Claims, shown: Shown, index: RuleIndex) -> None:
        """Go by the rows of an index; markup in the text may end a paragraph, so that every text is to be walked."""
        self.writer, self.claims, self.shown = writer, claims, shown
        self.table = index.leaves if writer.tokens is None else {}

    def settle(
        self, children: Iterator[Element], stack: list[Any], leave_out: Callable[[Element, Skip, str], None]
    ) -> Element | None:
        """Make blocks of leaves up to the first element that is none, which is given; None where there is something else to do.

        Args:
            children: The elements to go through; it stands at the end of the stack, and is taken off when it is empty.
            stack: What there is to do; the text after a leaf comes there.
            leave_out: What is done with a leaf that is no part of the article.
        """
        writer, claimed, path = self.writer, self.claims.parts, self.claims.path
        # What was found before has a say in what becomes of an element in a caption or under a mark.
        table = self.table if writer.leftovers is None and not writer.run.open else {}
        accounts, append = writer.accounts, writer.out.append
        offset, language = accounts.offset, accounts.language
        for node in children:
            tag = node.tag
            if tag not in table or len(node) or node.keys() or node in claimed or node in path:
                return node
            if writer.run.length or writer.deferred:
                writer.flush()
            writer.near = node
            text, tail = collapse(node.text or ""), node.tail
            kind, values, rule, unless = table[tag]
            if len(text) <= SHORT and unless is not None and self._is_left_out(answer := unless.look(node)):
                leave_out(node, answer, unless.name)
            elif is_invisible(text):
                accounts.drop_blank(text, node)
            else:
                origin = {"line": line_of(node, offset), "rule": rule}
                draft: Draft = {"type": kind, "text": text, "marks": (), "origin": origin}
                if values:
                    draft |= values
                append(draft | language if language else draft)
            # At a boundary white space shows nothing.
            if tail and (tail.strip(HTML_SPACE) or tag not in BLOCKS):
                stack.append(tail)
                return None
        stack.pop()
        return None

    def _is_left_out(self, answer: Answer) -> TypeGuard[Skip]:
        return isinstance(answer, Skip) and not self.shown.holds(answer)

    def settle_figure(self, node: Element, take: Take, figure: Draft, walk: Callable[[Element], None]) -> bool:
        """Put a figure where it belongs, if it holds nothing but what it claims, and that nothing but text; tell whether.

        Where none of its pictures may be shown, it is walked.
        """
        writer = self.writer
        if writer.leftovers is not None or writer.tokens is not None or writer.run.open:
            return False
        parts = _closed(node, take)
        if parts is None:
            return False
        accounts = writer.accounts
        pictures = {part: accounts.picture(part) for part in take.nodes}
        if not any(pictures.values()):
            walk(node)
            return True
        images = figure["images"] = []
        writer.flush()
        writer.out.append(figure)
        for part, field in parts:
            if field is None:
                picture = pictures[part]
                if picture is None:
                    accounts.drop_image(part)
                else:
                    picture["link"] = None
                    images.append(picture)
            elif is_invisible(text := collapse(part.text or "")):
                accounts.drop_blank(text, part)
            else:
                figure[field] = {"text": text, "marks": []}
        writer.near = parts[-1][0]
        return True


def _closed(node: Element, take: Take) -> list[tuple[Element, str | None]] | None:
    """Give what a figure holds in document order, pictures with None and texts with their fields, if that is all there is."""
    kind, _, _, texts, verbatim, nodes, own, own_credits, inferred, _ = take
    words = node.text
    if kind != "figure" or inferred or verbatim or own or own_credits or (words and words.strip(HTML_SPACE)):
        return None
    if len(node) != len(nodes) + len(texts) or node.tag not in BLOCKS:
        return None
    fields = {part: field for field, part in texts.items()}
    parts: list[tuple[Element, str | None]] = []
    for child in node:
        tail = child.tail
        if len(child) or child.tag not in _CLOSED or (tail and tail.strip(HTML_SPACE)):
            return None
        field = fields.get(child)
        if field is None and child not in nodes:
            return None
        parts.append((child, field))
    return parts
