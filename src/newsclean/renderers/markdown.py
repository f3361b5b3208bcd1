"""CommonMark with the tables and the strike-through of GFM, and footnotes as GitHub and markdown-it write them.

What Markdown has no word for goes as inline HTML (underline, ruby, languages of words…) or as a block of HTML without a blank
line in it (definition lists, tables with spans). Not said at all: languages of whole blocks, anchors of headings, sizes and
further files of pictures, sources of quotes.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from types import MappingProxyType
from typing import Literal, NamedTuple, assert_never, get_args

from newsclean.models.blocks import (
    BaseBlock,
    Block,
    Code,
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
    Table,
)
from newsclean.models.text import Text
from newsclean.models.views import flat, inner, texts
from newsclean.renderers.choices import must_be
from newsclean.renderers.html import block_html
from newsclean.renderers.markdown_marks import Labels, emphasised, marked, references
from newsclean.renderers.markdown_table import grid, is_grid, picture
from newsclean.renderers.markdown_text import HTML_SPACE, backticks, escaped, target, with_edges, with_line_starts

_BLANK_LINE = re.compile(r"\n([ \t]*)\n")
_LABEL = re.compile(r"[A-Za-z0-9_-]+")
_LAST_NUMBER = 999_999_999
# Not for readers without formulas: in them this is a paragraph, which must neither end early nor hold markup that acts.
_RISKY_MATH = re.compile(r"[$`]|<[A-Za-z/!?]|\]\s*[(:\[]|^[ \t]*(?:$|[-+*#>=~|:]|[0-9]+[.)])", re.MULTILINE)


Figures = Literal["markdown", "html"]


class Style(NamedTuple):
    """How blocks are written."""

    labels: Labels
    figures: Figures


def to_markdown(blocks: Iterable[Block], *, figures: Figures = "markdown") -> str:
    r"""Render blocks, a blank line between two; a reader of CommonMark and GFM finds the same blocks and words again.

    - A figure is a paragraph: its pictures, then, each on a line of its own and emphasised, caption and credit. Or it is HTML,
      which also says sizes and further files; in a cell of a table its pictures are always Markdown.
    - A table is one of GFM where each cell holds one paragraph or pictures; without a head its first row is empty, the words
      under a `th` elsewhere are plain, and a caption goes before it. Else it is HTML, as definition lists are.
    - An embed is a link; what the source says in its place is a quote around it.
    - A formula is a paragraph between lines of `$$`, or a code block `math` where that could be misread. In a line it is
      a code span between `$`, as on GitHub.
    - A footnote to which nothing refers is opened: readers do not show those.

    >>> print(to_markdown([Heading(text="News", level=2), Paragraph(text="* a dam"), Code(text="x", language="c")]))
    ## News
    <BLANKLINE>
    \* a dam
    <BLANKLINE>
    ```c
    x
    ```

    Args:
        blocks: Of an article.
        figures: `markdown`, or `html` for the canonical `figure`.
    Raises:
        OptionsError: `figures` is another word.
    """
    must_be("figures", figures, get_args(Figures))
    given = tuple(blocks)
    return _blocks(given, Style(labels_of(given, figures), figures))


def _blocks(blocks: Iterable[Block], style: Style) -> str:
    """Render what stands directly in the article or in one block."""
    parts: list[str] = []
    before: Block | None = None
    for block in _opened(blocks, style):
        part = _block(block, style)
        if not part:
            continue
        if isinstance(block, List) and isinstance(before, List) and block.ordered == before.ordered:
            parts.append("<!-- -->")  # else it would go on
        parts.append(part)
        before = block
    return "\n\n".join(parts)


def _opened(blocks: Iterable[Block], style: Style) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Footnote) and f"#{block.id}" not in style.labels:
            yield from _opened(block.blocks, style)
        else:
            yield block


def _block(block: Block, style: Style) -> str:
    match block:
        case Paragraph():
            return _prose(block, style)
        case Heading():
            words = with_edges(marked(block, style.labels).replace("\\\n", "<br>"))
            # What a heading ends with would be taken for its closing sequence.
            return f"{'#' * block.level} {words[:-1]}\\#" if words.endswith("#") else f"{'#' * block.level} {words}"
        case Figure():
            return _figure(block, style) if style.figures == "markdown" else _html(block)
        case Quote():
            return _quoted(_blocks(block.blocks, style))
        case Code():
            return _code(block)
        case Math():
            formula = block.text.replace("\r", "\n")
            risky = not formula or _RISKY_MATH.search(formula)
            return _code(Code(text=formula, language="math")) if risky else f"$$\n{formula}\n$$"
        case Divider():
            # Not `---`: at the start of a file that opens a header.
            return "<!--more-->" if block.kind == "more" else "***"
        case _:
            return _holder(block, style)


def _holder(block: List | DefinitionList | Table | Embed | Footnote, style: Style) -> str:
    """Render a block that is made of others."""
    match block:
        case List():
            return _list(block, style)
        case DefinitionList():
            return _html(block)
        case Table():
            if not is_grid(block):
                return _html(block)
            return "\n\n".join([*_caption(block.caption, style), grid(block, style.labels)])
        case Embed():
            return _embed(block, style)
        case Footnote():
            # What counts columns, as lists do, begins on the next line.
            gap = " " if isinstance(block.blocks[0], Paragraph) else "\n    "
            return f"[^{style.labels[f'#{block.id}']}]:{gap}{_indented(_blocks(block.blocks, style), 4)}"
        case _:
            assert_never(block)


def _prose(text: Text, style: Style) -> str:
    """Render text as the lines of a paragraph."""
    return with_edges(with_line_starts(marked(text, style.labels)))


def _figure(block: Figure, style: Style) -> str:
    """Render pictures and captions, each on its line; hard breaks before and after captions."""
    lines: list[str] = []
    for image in block.images:
        lines.append(picture(image))
        lines.extend(_caption(image.caption, style))
        lines.extend(_caption(image.credit, style))
    lines.extend(_caption(block.caption, style))
    lines.extend(_caption(block.credit, style))
    return "".join(f"{_break(line, after)}{after}" for line, after in pairwise(["", *lines]))


def _break(line: str, after: str) -> str:
    if not line:
        return ""
    return "\n" if line[-1] == after[-1] == ")" else "\\\n"


def _caption(caption: Text | None, style: Style) -> Iterator[str]:
    """Give the line of a caption, if it has words; it ends with a star or a tag, pictures with a parenthesis."""
    if caption is not None and (words := _prose(emphasised(caption), style)):
        yield words


def _embed(block: Embed, style: Style) -> str:
    words = (block.title or "").replace("\n", " ").strip(HTML_SPACE) or block.url
    link = f"[{escaped(words, in_link=True)}]({target(block.url, None)})"
    link = "\\\n".join([link, *_caption(block.caption, style)])
    inside = _blocks(block.blocks, style)
    return _quoted(f"{inside}\n\n{link}") if inside else link


def _code(block: Code) -> str:
    if "\r" in block.text:  # a line feed in Markdown
        return _html(block)
    fence = backticks(block.text, 3)
    language = block.language or ""
    if "`" in language or "\n" in language:
        language = ""
    return f"{fence}{escaped(language)}\n{block.text}\n{fence}"


def _html(block: Block) -> str:
    """Render a block in the canonical dialect, as one block of HTML in Markdown: a blank line would end it."""
    return _BLANK_LINE.sub(r"\n\1&#10;", block_html(block))


# Lists and quotes


def _quoted(inside: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in inside.split("\n")) if inside else ""


def _indented(inside: str, width: int) -> str:
    """Move all lines but the first to the right; blank ones stay empty."""
    return re.sub(r"\n(?!\n)", "\n" + " " * width, inside)


def _list(block: List, style: Style) -> str:
    number = block.start if block.start is not None else 1
    if not 0 <= number <= _LAST_NUMBER:
        number = 1
    items: list[str] = []
    tight = all(map(_is_tight, block.items))
    for item in block.items:
        parts = filter(None, (_block(part, style) for part in item.blocks))
        inside = "\n".join(parts) if tight else _blocks(item.blocks, style)
        if not inside:
            continue
        marker = f"{min(number + len(items), _LAST_NUMBER)}. " if block.ordered else "- "
        items.append(marker + _indented(inside, len(marker)))
    return ("\n" if tight else "\n\n").join(items)


def _is_tight(item: ListItem) -> bool:
    """Tell whether an item needs no blank line: it is one paragraph, which a list may follow."""
    match item.blocks:
        case (Paragraph(),):
            return True
        case (Paragraph(text=words), List() as below):
            # Only a list from 1 may follow a line of text.
            return bool(words.strip()) and (not below.ordered or below.start in {None, 1})
        case _:
            return False


# Footnotes


def labels_of(blocks: tuple[Block, ...], figures: Figures = "markdown") -> Labels:
    """Name the footnotes that something in the Markdown refers to: by their id where it can be a label, else by number."""
    of_html: tuple[type[BaseBlock], ...] = (DefinitionList,) if figures == "markdown" else (DefinitionList, Figure)
    notes = [block.id for block in flat(blocks) if isinstance(block, Footnote)]
    if not notes:
        return MappingProxyType({})
    used = {href for text in _texts(blocks, of_html) for href in references(text)}
    labels: dict[str, str] = {}
    taken = {note.casefold() for note in notes}
    for number, note in enumerate(notes, 1):
        if f"#{note}" in used and f"#{note}" not in labels:
            labels[f"#{note}"] = note if _LABEL.fullmatch(note) else _free(f"n{number}", taken)
    return labels


def _free(label: str, taken: set[str]) -> str:
    while label in taken:
        label += "n"
    taken.add(label)
    return label


def _texts(blocks: Iterable[Block], of_html: tuple[type[BaseBlock], ...]) -> Iterator[Text]:
    """Give the texts that are rendered as Markdown."""
    for block in blocks:
        if isinstance(block, of_html) or (isinstance(block, Table) and not is_grid(block)):
            continue
        yield from texts(block)
        for part in inner(block):
            yield from _texts(part, of_html)
