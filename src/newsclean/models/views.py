"""Ways to look at a sequence of blocks; each is linear in it."""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar
from unicodedata import category

from newsclean.models.blocks import (
    Block,
    Cell,
    Code,
    DefinitionList,
    Divider,
    Embed,
    Figure,
    Footnote,
    Guess,
    Heading,
    Image,
    List,
    ListItem,
    Math,
    Origin,
    Paragraph,
    Quote,
    Table,
)
from newsclean.models.text import Mark, Text, sewn


class ImagePair(NamedTuple):
    """A picture and the words under it."""

    image: Image
    caption: Text | None
    credit: Text | None


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


# Most blocks hold no others, and need not be asked: of a pydantic model to be no instance of a class is slow to tell.
_LEAVES = frozenset({Paragraph, Heading, Figure, Code, Math, Divider})


def inner(block: Block) -> Iterator[tuple[Block, ...]]:
    """Give the sequences of blocks that one block holds: one of a quote, one for each item of a list or cell of a table."""
    match block:
        case Quote() | Embed() | Footnote():
            yield block.blocks
        case List():
            yield from (item.blocks for item in block.items)
        case DefinitionList():
            yield from (part.blocks for item in block.items for part in item.definitions)
        case Table():
            yield from (cell.blocks for row in block.rows for cell in row.cells)
        case _:
            pass


def with_inner(block: Block, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Block:
    """Give a block with the sequences of blocks in it changed."""
    match block:
        case Quote() | Embed() | Footnote():
            return block.model_copy(update={"blocks": change(block.blocks)})
        case List():
            return block.model_copy(update={"items": _changed(block.items, change)})
        case DefinitionList():
            items = (item.model_copy(update={"definitions": _changed(item.definitions, change)}) for item in block.items)
            return block.model_copy(update={"items": tuple(items)})
        case Table():
            rows = (row.model_copy(update={"cells": _changed(row.cells, change)}) for row in block.rows)
            return block.model_copy(update={"rows": tuple(rows)})
        case _:
            return block


_Holder = TypeVar("_Holder", ListItem, Cell)


def _changed(holders: tuple[_Holder, ...], change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> tuple[_Holder, ...]:
    return tuple(holder.model_copy(update={"blocks": change(holder.blocks)}) for holder in holders)


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give every block, outer before inner, in reading order."""
    for block in blocks:
        yield block
        if type(block) not in _LEAVES:
            for part in inner(block):
                yield from flat(part)


def texts(block: Block) -> Iterator[Text]:
    """Give the Text parts of one block, not those of blocks inside it."""
    match block:
        case Paragraph() | Heading():
            yield block
        case Figure():
            yield from (words for image in block.images for words in (image.caption, image.credit) if words is not None)
        case DefinitionList():
            yield from (term for item in block.items for term in item.terms)
        case _:
            pass
    match block:
        case Figure(caption=Text() as caption) | Table(caption=Text() as caption) | Embed(caption=Text() as caption):
            yield caption
        case _:
            pass
    if isinstance(block, Figure) and block.credit is not None:
        yield block.credit


def image_pairs(blocks: Iterable[Block]) -> Iterator[ImagePair]:
    """Pair each picture with its own caption, or else that of its figure."""
    for block in flat(blocks):
        if isinstance(block, Figure):
            for image in block.images:
                yield ImagePair(image, image.caption or block.caption, image.credit or block.credit)


def links(blocks: Iterable[Block]) -> Iterator[Link]:
    """Give each link mark with its words."""
    for block in flat(blocks):
        for text in texts(block):
            for mark in text.marks:
                if mark.kind == "link" and mark.href is not None:
                    yield Link(mark.href, text.text[mark.start : mark.end])


def plain_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the words of each block that is not said beside the text, as captions are."""
    for block in flat(blocks):
        match block:
            case Paragraph() | Heading() | Code() | Math():
                yield block.text
            case DefinitionList():
                yield from (term.text for item in block.items for term in item.terms)
            case _:
                pass


# Han, Hiragana and Katakana are written without spaces, one character being close to one word; two marks among them combine.
_CHARACTER = "\u3040-\u3098\u309b-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CHARACTERS = re.compile(f"[{_CHARACTER}]+")
# Thai, Lao, Khmer and Burmese are written without spaces too; a word has about four letters, combining vowels apart.
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
_UNSPACED_WORD = 4
_SIGN = rf"(?:(?!{_UNSPACED})\w)"
_WORD = re.compile(rf"({_UNSPACED}+)|{_SIGN}+(?:['\u2019\u05f3\u05f4\u00b7]{_SIGN}+)*")
# The same where none of these scripts occurs, which most texts show at a glance.
_SPACED_WORD = re.compile(r"\w+(?:['\u2019\u05f3\u05f4\u00b7]\w+)*")
_UNSPACED_SIGN = re.compile(_UNSPACED)
# Marks that combine are no letters to `re`, but part of their word: vowel signs, points, accents. They are among these, from
# which blocks of punctuation are left out because they are common.
_MAYBE_MARK = re.compile(r"[^\w\x00-\xbf\u2000-\u206f\u3000-\u3029\u3030-\u303f\uff00-\uffef]")
_KANA = re.compile("[\u3040-\u30ff]")
# Words a minute, and characters a minute of texts in Chinese and in Japanese, which mixes Kana and Han.
_WORDS, _CHINESE, _JAPANESE = 238, 255, 357


def _words(text: str) -> tuple[int, int]:
    """Count the words of scripts with spaces, or some measure of them, and the characters of those without."""
    between = [text] if text.isascii() else _CHARACTERS.split(text)
    characters = len(text) - sum(map(len, between))
    spaced = " ".join(between)
    if not spaced.isascii():
        spaced = _MAYBE_MARK.sub(_without_mark, spaced)
    if not _UNSPACED_SIGN.search(spaced):
        return len(_SPACED_WORD.findall(spaced)), characters
    words = sum(-(-len(found[1]) // _UNSPACED_WORD) if found[1] else 1 for found in _WORD.finditer(spaced))
    return words, characters


def _without_mark(found: re.Match[str]) -> str:
    return "" if category(found[0]).startswith("M") else found[0]


def word_count(text: str) -> int:
    """Count words: a run of letters and digits is one, an apostrophe inside does not split it; of Han and Kana each character
    counts; Thai, Lao, Khmer and Burmese are estimated, as telling their words takes a dictionary.

    >>> word_count("It's 2022"), word_count("水位上升"), word_count("हिन्दी")
    (2, 4, 1)
    """
    return sum(_words(text))


def reading_time(text: str) -> int:
    """Give the seconds that reading a text takes, rounded up: 238 words a minute, 255 characters of Chinese, 357 of Japanese.

    Sources: M. Brysbaert, How many words do we read per minute? (2019); S. Trauzettel-Klosinski and K. Dietz, Standardized
    assessment of reading performance: the new International Reading Speed Texts IReST (2012).

    >>> reading_time("word " * 238), reading_time("水" * 255)
    (60, 60)
    """
    words, characters = _words(text)
    speed = _JAPANESE if _KANA.search(text) else _CHINESE
    return math.ceil(60 * (words / _WORDS + characters / speed))


def without_inferred(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Take guessed pairs apart, at every depth."""
    out: list[Block] = []
    for block in blocks:
        match block:
            case Figure(origin=Origin(guess=Guess() as guess)):
                out.extend(_apart(block, guess))
            case Heading() if block.origin.inferred:
                out.append(_bold(block))
            case _:
                out.append(with_inner(block, without_inferred))
    return tuple(out)


def _bold(heading: Heading) -> Paragraph:
    """Give the bold paragraph that a guessed heading was."""
    bold = (Mark(kind="strong", start=0, end=len(heading.text)),)
    allowed = heading.origin.guess is not None and heading.origin.guess.bold
    marks = (*bold, *heading.marks) if allowed else heading.marks
    return Paragraph(text=heading.text, marks=marks, lang=heading.lang, dir=heading.dir, origin=_sure(heading.origin))


def _sure(origin: Origin) -> Origin:
    return origin.model_copy(update={"inferred": False, "guess": None})


def _apart(figure: Figure, guess: Guess) -> Iterator[Block]:
    """Give a figure as its markup says it, and the words that were blocks after it as paragraphs."""
    origin = _sure(figure.origin)
    update: dict[str, Any] = {"origin": origin, "caption": figure.caption, "credit": figure.credit}
    images = list(figure.images)
    for seam in guess.seams:
        holder = figure if seam.image is None else images[seam.image]
        if holder.credit is None:
            continue
        whole = sewn(holder.caption, holder.credit, seam.between, seam.crossing)
        if seam.image is None:
            update |= {"caption": whole, "credit": None}
        else:
            images[seam.image] = images[seam.image].model_copy(update={"caption": whole, "credit": None})
    update["images"] = tuple(images)
    words = [update[name] for name in guess.joined]
    update |= dict.fromkeys(guess.joined)
    yield figure.model_copy(update=update)
    around: dict[str, Any] = {"origin": origin, "lang": figure.lang, "dir": figure.dir}
    yield from (Paragraph(text=text.text, marks=text.marks, **around) for text in words if text is not None)
