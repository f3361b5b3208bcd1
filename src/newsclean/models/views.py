"""Ways to look at a sequence of blocks; each is linear in it."""

import math
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsclean.models.blocks import Block, Code, Figure, Heading, Image, List, Origin, Paragraph, Quote
from newsclean.models.text import Text


class ImagePair(NamedTuple):
    """A picture and the words under it."""

    image: Image
    caption: Text | None


class Link(NamedTuple):
    """A link and the words that carry it."""

    href: str
    text: str


class Section(NamedTuple):
    """A heading and what stands under it."""

    heading: Heading | None
    blocks: tuple[Block, ...]
    """Those before the first subsection, without the heading itself."""
    sections: "tuple[Section, ...]"
    """Subsections: headings of a deeper level than this one."""


class _Open:
    """A section that is still being filled."""

    def __init__(self, heading: Heading | None) -> None:
        self.heading = heading
        self.blocks: list[Block] = []
        self.sections: list[Section] = []

    def closed(self) -> Section:
        return Section(self.heading, tuple(self.blocks), tuple(self.sections))


def sections(blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Nest blocks under their headings: a heading closes all open sections of its level or deeper."""
    top: list[Section] = []
    chain = [_Open(None)]

    def close() -> None:
        done = chain.pop().closed()
        if done.heading is not None or done.blocks:
            (chain[-1].sections if chain else top).append(done)

    for block in blocks:
        if isinstance(block, Heading):
            while chain and (chain[-1].heading is None or chain[-1].heading.level >= block.level):
                close()
            chain.append(_Open(block))
        else:
            chain[-1].blocks.append(block)
    while chain:
        close()
    return tuple(top)


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give every block, outer before inner, in reading order."""
    for block in blocks:
        yield block
        match block:
            case Quote():
                yield from flat(block.blocks)
            case List():
                for item in block.items:
                    yield from flat(item.blocks)
            case _:
                pass


def texts(block: Block) -> Iterator[Text]:
    """Give the Text parts of one block, not those of blocks inside it."""
    match block:
        case Paragraph() | Heading():
            yield block
        case Figure(caption=Text() as caption):
            yield caption
        case _:
            pass


def image_pairs(blocks: Iterable[Block]) -> Iterator[ImagePair]:
    """Pair each picture with the caption of its figure."""
    for block in flat(blocks):
        if isinstance(block, Figure):
            for image in block.images:
                yield ImagePair(image, block.caption)


def links(blocks: Iterable[Block]) -> Iterator[Link]:
    """Give each link mark with its words."""
    for block in flat(blocks):
        for text in texts(block):
            for mark in text.marks:
                if mark.kind == "link" and mark.href is not None:
                    yield Link(mark.href, text.text[mark.start : mark.end])


def plain_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the words of each block that is no figure."""
    for block in flat(blocks):
        if isinstance(block, Paragraph | Heading | Code):
            yield block.text


# Han, Hiragana and Katakana are written without spaces, one character being close to one word.
_CHARACTER = "[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_WORD = rf"{_CHARACTER}|(?:(?!{_CHARACTER})\w)+(?:['\u2019](?:(?!{_CHARACTER})\w)+)*"
_WORDS_A_MINUTE = 238


def word_count(text: str) -> int:
    """Count words; a run of letters and digits of other scripts is one, an apostrophe inside does not split it.

    >>> word_count("It's 2022"), word_count("水位上升")
    (2, 4)
    """
    return sum(1 for _ in re.finditer(_WORD, text))


def reading_time(words: int) -> int:
    """Give the seconds that so many words take."""
    return math.ceil(words * 60 / _WORDS_A_MINUTE)


def without_inferred(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Take guessed pairs apart, at every depth."""
    out: list[Block] = []
    for block in blocks:
        match block:
            case Figure(caption=Text() as caption) if block.origin.inferred:
                origin = Origin(line=block.origin.line, rule=block.origin.rule)
                out.append(block.model_copy(update={"caption": None, "origin": origin}))
                out.append(Paragraph(text=caption.text, marks=caption.marks, origin=origin))
            case Quote():
                out.append(block.model_copy(update={"blocks": without_inferred(block.blocks)}))
            case List():
                items = tuple(item.model_copy(update={"blocks": without_inferred(item.blocks)}) for item in block.items)
                out.append(block.model_copy(update={"items": items}))
            case _:
                out.append(block)
    return tuple(out)
