"""Plain text: the words as they are read, without addresses and without markup."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, assert_never, get_args

from newsclean.errors import OptionsError
from newsclean.models.blocks import (
    Block,
    Code,
    Definition,
    DefinitionList,
    Divider,
    Embed,
    Figure,
    Footnote,
    Heading,
    List,
    ListItem,
    Math,
    Paragraph,
    Quote,
    Row,
    Table,
)
from newsclean.models.text import Text
from newsclean.renderers.characters import columns
from newsclean.renderers.choices import must_be
from newsclean.renderers.wrapping import wrapped

HeadingStyle = Literal["plain", "underlined", "marked", "none"]
# White space of HTML; any other is a character.
_SPACE = re.compile(r"[ \t\n\r\f]+")
# However deep a list stands, its lines have this many columns, or all there are.
_LEAST = 10


class _Style(NamedTuple):
    """How blocks are written."""

    captions: bool
    headings: HeadingStyle
    width: int | None
    """Columns that are left, or None for lines of any length."""

    def narrower(self, by: int) -> "_Style":
        """Give the style of what stands to the right."""
        return self if self.width is None else self._replace(width=max(self.width - by, min(self.width, _LEAST)))

    def prose(self, text: str) -> str:
        """Write running text."""
        return text if self.width is None else wrapped(text, self.width)


def to_text(
    blocks: Iterable[Block], *, captions: bool = True, headings: HeadingStyle = "plain", width: int | None = None
) -> str:
    r"""Render blocks, a blank line between two.

    Items of lists begin with `- ` or their number, lines of quotes with `> `; definitions stand two spaces to the right of
    their terms; the cells of a row are one line, by tabs. Pictures, dividers and embeds without words leave nothing, nor do
    text alternatives: they are for those who do not see the picture, and often say only its file name.

    >>> print(to_text([Heading(text="News", level=2), Quote(blocks=(Paragraph(text="a"), Code(text="b")))]))
    News
    <BLANKLINE>
    > a
    >
    > b
    >>> quote = Quote(blocks=(Paragraph(text="Water flows"),))
    >>> print(to_text([Heading(text="水位", level=2), quote], headings="underlined", width=9))
    水位
    ----
    <BLANKLINE>
    > Water
    > flows

    Args:
        blocks: Of an article or of one block.
        captions: Whether the words under pictures, tables and players are given, each a paragraph of its own.
        headings: `plain` as they are; `underlined` with `=` for level 1, `-` for others; `marked` with a `#` for each level;
            `none` leaves them out.
        width: Columns of a line, in which a character of East Asia takes two; longer lines are parted at white space, between
            characters of East Asia, and inside a word only if it is longer than a line. Code, formulas and rows of tables
            stay as they are. None parts nothing.
    Raises:
        OptionsError: `width` is less than 1, or `headings` is another word.
    """
    must_be("headings", headings, get_args(HeadingStyle))
    if width is not None and width < 1:
        msg = f"width must be at least 1, not {width}"
        raise OptionsError(msg)
    return _written(blocks, _Style(captions, headings, width))


def _written(blocks: Iterable[Block], style: _Style) -> str:
    return "\n\n".join(filter(None, (_block(block, style) for block in blocks)))


def _block(block: Block, style: _Style) -> str:
    """Render one block."""
    match block:
        case Paragraph():
            return style.prose(block.text)
        case Heading():
            return _heading(block, style)
        case Code() | Math():
            return block.text
        case Divider():
            return ""
        case Figure():
            own = (words for image in block.images for words in (image.caption, image.credit))
            return _paragraphs(*_captions((*own, block.caption, block.credit), style))
        case _:
            return _holder(block, style)


def _holder(block: Quote | List | DefinitionList | Table | Embed | Footnote, style: _Style) -> str:
    """Render a block that is made of others."""
    match block:
        case Quote():
            return _quoted(block.blocks, style)
        case List():
            return _list(block, style)
        case DefinitionList():
            return _paragraphs(*(_definition(item, style) for item in block.items))
        case Table():
            rows = "\n".join(_row(row, style) for row in block.rows)
            return _paragraphs(*_captions((block.caption,), style), rows if rows.strip() else "")
        case Embed():
            words = _quoted(block.blocks, style)
            return _paragraphs(style.prose(block.title or ""), words, *_captions((block.caption,), style))
        case Footnote():
            return _written(block.blocks, style)
        case _:
            assert_never(block)


def _heading(block: Heading, style: _Style) -> str:
    if not block.text:
        return ""
    match style.headings:
        case "plain":
            return style.prose(block.text)
        case "underlined":
            words = style.prose(block.text)
            return f"{words}\n{('=' if block.level == 1 else '-') * max(map(columns, words.split(chr(10))))}"
        case "marked":
            mark = "#" * block.level + " "
            return mark + _indented(style.narrower(len(mark)).prose(block.text), len(mark))
        case "none":
            return ""
        case _:
            assert_never(style.headings)


def _captions(given: Iterable[Text | None], style: _Style) -> Iterator[str]:
    yield from (style.prose(caption.text) for caption in given if style.captions and caption is not None)


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(filter(None, parts))


def _quoted(blocks: Iterable[Block], style: _Style) -> str:
    inside = _written(blocks, style.narrower(2))
    return "\n".join(f"> {line}" if line else ">" for line in inside.split("\n")) if inside else ""


def _list(block: List, style: _Style) -> str:
    first = 1 if block.start is None else block.start
    dense = all(map(_is_dense, block.items))
    items: list[str] = []
    for at, item in enumerate(block.items):
        mark = f"{first + at}. " if block.ordered else "- "
        inside = style.narrower(len(mark))
        words = (
            "\n".join(filter(None, (_block(part, inside) for part in item.blocks))) if dense else _written(item.blocks, inside)
        )
        if words:
            items.append(mark + _indented(words, len(mark)))
    return ("\n" if dense else "\n\n").join(items)


def _is_dense(item: ListItem) -> bool:
    """Tell whether an item is one block, which a list may follow."""
    match item.blocks:
        case (_,) | (_, List()):
            return True
        case _:
            return False


def _indented(inside: str, width: int) -> str:
    return inside.replace("\n", "\n" + " " * width).replace("\n" + " " * width + "\n", "\n\n")


def _definition(item: Definition, style: _Style) -> str:
    terms = [style.prose(term.text) for term in item.terms]
    inside = style.narrower(2)
    parts = [f"  {_indented(words, 2)}" for part in item.definitions if (words := _written(part.blocks, inside))]
    return "\n".join(filter(None, (*terms, *parts)))


def _row(row: Row, style: _Style) -> str:
    """Render a row as one line; what is over a line in a cell joins with spaces."""
    plain = style._replace(width=None, headings="none" if style.headings == "none" else "plain")
    return "\t".join(_SPACE.sub(" ", _written(cell.blocks, plain)).strip(" ") for cell in row.cells)
