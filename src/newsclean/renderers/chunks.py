"""Pieces of an article for retrieval: each with its headings, its blocks, its pictures and its lines.

The chunks of an article hold the text of `Article.text` once and in order: put together they are it, character by character.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from newsclean.errors import OptionsError
from newsclean.models.blocks import Block, Heading
from newsclean.models.chunk import Chunk
from newsclean.models.views import flat, image_pairs, plain_texts
from newsclean.renderers.characters import is_whole
from newsclean.renderers.choices import must_be

_Group = tuple[int, int, tuple[str, ...]]
"""A range of blocks and the headings over it."""
_GAP = "\n\n"
_SPACE = " \t\n"
# Where a text may be cut, best first: after a sentence, at a space or sign, between characters of East Asia; and the share of
# what a piece may be that it must be at least, where a poorer place makes a better size.
_CUTS = (
    (re.compile(r"\n+|[.!?…][\"'”’)\]]*\s+|[。！？][」』”’）]*"), 0.5),
    (re.compile(r"\s+|[、，；：]"), 0.0),
    (re.compile("(?<=[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"), 0.0),
)


def chunks(
    blocks: Sequence[Block], *, by: Literal["section", "block"] = "section", max_chars: int = 2_000
) -> tuple[Chunk, ...]:
    """Cut blocks into pieces of at most so many characters.

    Args:
        blocks: Of an article.
        by: `section` makes a chunk of all that stands under one heading, up to the next one; `block` makes one of each block.
        max_chars: Code points of a chunk, white space at its end apart. What is longer is cut between blocks, else after a
            sentence, else at a space, else between two characters of East Asia; inside a word only where that is longer.
    Returns:
        The chunks in order; a block without words, such as a picture, is in that of the words before it. Where no block has
        words there is none.
    Raises:
        OptionsError: `max_chars` is less than 1, or `by` is another word.
    """
    must_be("by", by, ("section", "block"))
    if max_chars < 1:
        msg = f"max_chars must be at least 1, not {max_chars}"
        raise OptionsError(msg)
    words = [_words(block) for block in blocks]
    places = [_place(block) for block in blocks]
    spoken = [at for at, word in enumerate(words) if word is not None]
    out: list[Chunk] = []
    for first, last, path in _with_words(_groups(blocks, by), words):
        starts, text = _laid(words, first, last)
        ends = [*_cuts(text, starts, max_chars), len(text)]
        gap = _GAP if last <= spoken[-1] else ""
        for start, end in pairwise([0, *ends]):
            whole = end == len(text)
            # Blocks without words go with the words before them, at the beginning with those after them.
            low = first if start == 0 else first + bisect_right(starts, start) - 1
            high = last - 1 if whole else first + bisect_left(starts, end) - 1
            goes_on = start > 0 and starts[low - first] < start
            out.append(_chunk(text[start:end] + (gap if whole else ""), places, (low, high), path, goes_on=goes_on))
    return tuple(out)


def _words(block: Block) -> str | None:
    """Give what a block adds to the text of an article, or None for a block that adds nothing."""
    texts = list(plain_texts((block,)))
    return _GAP.join(texts) if texts else None


def _with_words(groups: Iterator[_Group], words: Sequence[str | None]) -> Iterator[_Group]:
    """Put ranges without words to the one before them, the first ones to the one after them."""
    held: _Group | None = None
    begun: int | None = None
    for first, last, path in groups:
        if any(word is not None for word in words[first:last]):
            if held is not None:
                yield held
            held, begun = (first if begun is None else begun, last, path), None
        elif held is not None:
            held = (held[0], last, held[2])
        elif begun is None:
            begun = first
    if held is not None:
        yield held


def _groups(blocks: Sequence[Block], by: str) -> Iterator[_Group]:
    """Give the ranges of blocks that make a chunk if they are short, each with the headings over it."""
    path: list[Heading] = []
    first = 0
    for at, block in enumerate(blocks):
        begins = isinstance(block, Heading)
        if at > first and (begins or by == "block"):
            yield first, at, tuple(heading.text for heading in path)
            first = at
        if isinstance(block, Heading):
            while path and path[-1].level >= block.level:
                path.pop()
            path.append(block)
    if blocks:
        yield first, len(blocks), tuple(heading.text for heading in path)


def _laid(words: Sequence[str | None], first: int, last: int) -> tuple[list[int], str]:
    """Put the words of blocks together; give where each block begins too, one without words where the next one does."""
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for word in words[first:last]:
        if word is not None and parts:
            parts.append(_GAP)
            at += len(_GAP)
        starts.append(at)
        if word is not None:
            parts.append(word)
            at += len(word)
    return starts, "".join(parts)


def _cuts(text: str, starts: Sequence[int], most: int) -> Iterator[int]:
    """Give the places at which a text is cut."""
    at = 0
    while len(text) - at > most:
        limit = at + most
        block = bisect_right(starts, limit) - 1
        # At the beginning of a block, if that leaves no small piece.
        begins = block >= 0 and starts[block] - at > most // 2
        at = starts[block] if begins else _cut(text, at, limit)
        while at < len(text) and text[at] in _SPACE:
            at += 1
        if at < len(text):
            yield at


def _cut(text: str, start: int, limit: int) -> int:
    window = text[start:limit]
    for pattern, least in _CUTS:
        ends = [found.end() for found in pattern.finditer(window) if found.end() > least * len(window)]
        good = next((end for end in reversed(ends) if is_whole(text, start + end)), None)
        if good is not None:
            return start + good
    return _between_characters(text, start, limit)


def _between_characters(text: str, start: int, limit: int) -> int:
    """Give the last place up to a limit at which no character of several code points is cut; the next one if there is none."""
    at = limit
    while at > start and not is_whole(text, at):
        at -= 1
    return at if at > start else limit


class _Place(NamedTuple):
    """What a chunk tells of a block that begins in it."""

    images: tuple[str, ...]
    lines: tuple[int, ...]
    """The first and the last that it names, or none."""


def _place(block: Block) -> _Place:
    lines = [part.origin.line for part in flat((block,)) if part.origin.line is not None]
    return _Place(tuple(pair.image.src for pair in image_pairs((block,))), (min(lines), max(lines)) if lines else ())


def _chunk(text: str, places: Sequence[_Place], span: tuple[int, int], path: tuple[str, ...], *, goes_on: bool) -> Chunk:
    low, high = span
    part = places[low : high + 1]
    lines = [line for place in part for line in place.lines]
    return Chunk(
        text=text,
        headings=path,
        first_block=low,
        last_block=high,
        # Each picture once: those of a block that is cut are where it begins.
        images=tuple(image for place in part[goes_on:] for image in place.images),
        first_line=min(lines, default=None),
        last_line=max(lines, default=None),
    )
