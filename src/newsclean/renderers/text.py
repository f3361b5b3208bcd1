"""Plain text: the words as they are read, without addresses and without markup."""

from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

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

_Write = Callable[[Iterable[Block]], str]


def to_text(blocks: Iterable[Block], *, captions: bool = True) -> str:
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

    Args:
        blocks: Of an article or of one block.
        captions: Whether the words under pictures, tables and players are given, each a paragraph of its own.
    """

    def write(inside: Iterable[Block]) -> str:
        return "\n\n".join(filter(None, (_block(block, write, captions=captions) for block in inside)))

    return write(blocks)


def _block(block: Block, write: _Write, *, captions: bool) -> str:
    """Render one block; `write` renders those in it."""
    match block:
        case Paragraph() | Heading() | Code() | Math():
            return block.text
        case Divider():
            return ""
        case Figure():
            own = (words for image in block.images for words in (image.caption, image.credit))
            return _paragraphs(*_captions((*own, block.caption, block.credit), shown=captions))
        case Quote():
            return _quoted(write(block.blocks))
        case List():
            return _list(block, write)
        case DefinitionList():
            return _paragraphs(*(_definition(item, write) for item in block.items))
        case Table():
            rows = "\n".join(_row(row, write) for row in block.rows)
            return _paragraphs(*_captions((block.caption,), shown=captions), rows if rows.strip() else "")
        case Embed():
            words = _quoted(write(block.blocks))
            return _paragraphs(block.title or "", words, *_captions((block.caption,), shown=captions))
        case Footnote():
            return write(block.blocks)
        case _:
            assert_never(block)


def _captions(given: Iterable[Text | None], *, shown: bool) -> Iterator[str]:
    yield from (caption.text for caption in given if shown and caption is not None)


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(filter(None, parts))


def _quoted(inside: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in inside.split("\n")) if inside else ""


def _list(block: List, write: _Write) -> str:
    first = 1 if block.start is None else block.start
    dense = all(map(_is_dense, block.items))
    written = ["\n".join(map(write, zip(item.blocks))) if dense else write(item.blocks) for item in block.items]
    marks = [f"{first + at}. " if block.ordered else "- " for at in range(len(written))]
    gap = "\n" if dense else "\n\n"
    return gap.join(mark + _indented(words, len(mark)) for mark, words in zip(marks, written, strict=True) if words)


def _is_dense(item: ListItem) -> bool:
    """Tell whether an item is one block, which a list may follow."""
    match item.blocks:
        case (_,) | (_, List()):
            return True
        case _:
            return False


def _indented(inside: str, width: int) -> str:
    return inside.replace("\n", "\n" + " " * width).replace("\n" + " " * width + "\n", "\n\n")


def _definition(item: Definition, write: _Write) -> str:
    terms = [term.text for term in item.terms]
    parts = [f"  {_indented(words, 2)}" for part in item.definitions if (words := write(part.blocks))]
    return "\n".join(filter(None, (*terms, *parts)))


def _row(row: Row, write: _Write) -> str:
    """Render a row as one line; what is over a line in a cell joins with spaces."""
    return "\t".join(" ".join(write(cell.blocks).split()) for cell in row.cells)
