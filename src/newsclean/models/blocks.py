"""The blocks of an article: a union tagged by `type`."""

from typing import Annotated, Any, Literal

from pydantic import Field

from newsclean.models.base import Model
from newsclean.models.text import Text


class Seam(Model):
    """Where one text of a figure was cut, by its words alone, into a caption and the credit after it."""

    image: int | None = None
    """The picture whose own caption it was, from 0; None if it was the figure's."""
    between: str = ""
    """The white space at the cut."""
    crossing: int = 0
    """Marks that went over the cut."""


class Guess(Model):
    """What is guessed about a figure or heading, and how it stands in the source; `Article.without_inferred()` goes by it."""

    joined: tuple[Literal["caption", "credit"], ...] = ()
    """Words that stand in a block of their own after the pictures, in the order of these blocks."""
    seams: tuple[Seam, ...] = ()
    """Captions whose tail became the credit."""
    bold: bool | None = None
    """Of a heading that was a bold paragraph: whether the policy allows bold. None of a figure."""


class Origin(Model):
    """Where a block comes from."""

    line: int | None = None
    """Line of the source, from 1, on which the start tag of the block's element ends; for bare text the nearest tag
    before it. None where the parser cannot tell (past line 65,534) or a sanitizer rewrote the block."""
    rule: str
    """Name of the rule that made the block, or `sanitizer:<name>`."""
    inferred: bool = False
    """True where neighbourhood made a pair, a credit was parted from its caption by its words, or a bold line became a heading;
    `Article.without_inferred()` undoes it."""
    guess: Guess | None = None
    """What was guessed about a figure or heading, if anything was."""
    boilerplate: str | None = None
    """Why it would be dropped, of page furniture that `Options(boilerplate="keep")` shows; as in `Drop.reason`."""


def content(value: Any) -> Any:  # noqa: ANN401 - any JSON-like value in, the same shape out
    """Give a dumped model without its origins.

    >>> content({"text": "a", "origin": {"rule": "p"}})
    {'text': 'a'}
    """
    if isinstance(value, dict):
        return {key: content(part) for key, part in value.items() if key != "origin"}
    if isinstance(value, list | tuple):
        return tuple(content(part) for part in value)
    return value


class BaseBlock(Model):
    """What every block has."""

    origin: Origin = Field(default_factory=lambda: Origin(rule="given"))
    """Where it comes from; not part of its content."""
    lang: str | None = None
    """The BCP 47 tag that the source declares for it, on its element or one around it, as written."""
    dir: Literal["ltr", "rtl", "auto"] | None = None
    """The writing direction that the source declares for it in the same way."""

    def same_content(self, other: "BaseBlock") -> bool:
        """Tell whether both are equal in all but their origins.

        >>> Paragraph(text="a").same_content(Paragraph(text="a", origin=Origin(rule="x", line=3)))
        True
        """
        return type(self) is type(other) and bool(content(self.model_dump()) == content(other.model_dump()))


class Paragraph(Text, BaseBlock):
    """Running text."""

    type: Literal["paragraph"] = "paragraph"


class Heading(Text, BaseBlock):
    """A section heading."""

    type: Literal["heading"] = "heading"
    level: int = Field(ge=1, le=6)
    """1 for h1 to 6 for h6, as written."""
    id: str | None = None
    """The anchor, as written; HTML output prefixes it with `user-content-`."""


class Candidate(Model):
    """One file in which a picture is offered."""

    url: str
    """A URL that passed the policy."""
    width: int | None = None
    """In pixels, from a `w` descriptor of `srcset`."""
    density: float | None = None
    """Pixels of the file for one CSS pixel, from an `x` descriptor."""


class Image(Model):
    """One picture."""

    src: str
    """A URL that passed the policy; absolute where the source or `url=` allow it."""
    alt: str = ""
    """The text alternative, as written; never used as a caption."""
    title: str | None = None
    """The tooltip, as written."""
    width: int | None = None
    """In CSS pixels, as the `width` attribute declares."""
    height: int | None = None
    """The same of `height`."""
    link: str | None = None
    """Where a click on it leads; a URL that passed the policy."""
    candidates: tuple[Candidate, ...] = ()
    """Every file that the source offers for it, in its order; empty where there is only `src`."""
    caption: Text | None = None
    """Its own words in a gallery whose pictures are captioned one by one; else the caption is the figure's."""
    credit: Text | None = None
    """Who made or owns this picture of a gallery; else the credit is the figure's."""


class Figure(BaseBlock):
    """One or more pictures with the words printed under them."""

    type: Literal["figure"] = "figure"
    images: tuple[Image, ...] = Field(min_length=1)
    """In reading order, at least one; several make a gallery."""
    caption: Text | None = None
    """White space collapsed, links and emphasis kept as marks; `None` if none was found. Never the `alt` text."""
    credit: Text | None = None
    """Who made or owns the pictures, as printed: with the words that announce it, such as `Photo:`, and the signs around it.
    What is credit is no part of the caption: both together are all that is printed."""


class Quote(BaseBlock):
    """A quotation set apart from the text."""

    type: Literal["quote"] = "quote"
    blocks: "tuple[Block, ...]" = Field(min_length=1)
    """What is quoted."""
    cite: str | None = None
    """URL of what is quoted; passed the policy for links."""


class ListItem(Model):
    """One entry of a list."""

    blocks: "tuple[Block, ...]" = Field(min_length=1)
    """What it holds; mostly one paragraph, and a list below it."""


class List(BaseBlock):
    """A bulleted or numbered list."""

    type: Literal["list"] = "list"
    items: tuple[ListItem, ...] = Field(min_length=1)
    """In reading order."""
    ordered: bool = False
    """Whether the items are numbered."""
    start: int | None = None
    """The first number of an ordered list, if it is declared."""


class Definition(Model):
    """One entry of a definition list: what is explained, then how."""

    terms: tuple[Text, ...] = ()
    """What is explained; several have the same meaning."""
    definitions: tuple[ListItem, ...] = ()
    """How; several are meanings of their own."""


class DefinitionList(BaseBlock):
    """Terms with their definitions."""

    type: Literal["definition_list"] = "definition_list"
    items: tuple[Definition, ...] = Field(min_length=1)
    """In reading order."""


class Cell(Model):
    """One cell of a table."""

    blocks: "tuple[Block, ...]" = ()
    """What it holds; nothing in an empty cell."""
    header: bool = False
    """True for `th`."""
    colspan: int = Field(default=1, ge=1)
    """Columns that it covers."""
    rowspan: int = Field(default=1, ge=0)
    """Rows that it covers; 0 for all that are left in its part, as in HTML."""


class Row(Model):
    """One row of a table."""

    cells: tuple[Cell, ...] = Field(min_length=1)
    """Those that begin in this row, in reading order."""
    part: Literal["head", "body", "foot"] = "body"
    """The part of the table that it stands in: `thead`, `tbody` or `tfoot`."""


class Table(BaseBlock):
    """A table of data; tables that only place things on a page are opened instead."""

    type: Literal["table"] = "table"
    rows: tuple[Row, ...] = Field(min_length=1)
    """As written; spans are not spread out."""
    caption: Text | None = None
    """The words over or under it, in its `caption`."""


class Code(BaseBlock):
    """Preformatted text."""

    type: Literal["code"] = "code"
    text: str
    """White space as written; no line feed at either end."""
    language: str | None = None
    """As the source names it, in lower case: `python`, `c++`."""


class Math(BaseBlock):
    """A formula that stands by itself."""

    type: Literal["math"] = "math"
    text: str
    """TeX without its delimiters; where a source has only MathML, the characters of the formula."""


class Embed(BaseBlock):
    """A player, frame or post of another site."""

    type: Literal["embed"] = "embed"
    kind: Literal["video", "audio", "post", "frame"]
    """`frame` for what is not known to be one of the others: maps, slides, forms."""
    url: str
    """Of the page of what is embedded where the provider is known, else of the frame or file; passed the policy."""
    provider: str | None = Field(default=None, pattern=r"^[a-z0-9.-]+$")
    """In lower case: `youtube`, `x`; None for files and unknown hosts."""
    title: str | None = None
    """What the source calls it, in the `title` of its element."""
    blocks: "tuple[Block, ...]" = ()
    """What the source says in its place: the words of an embedded post."""
    caption: Text | None = None
    """The words under it, as for a Figure."""


class Divider(BaseBlock):
    """A break between two stretches of the text."""

    type: Literal["divider"] = "divider"
    kind: Literal["rule", "more"] = "rule"
    """`rule` for `<hr>`; `more` for the mark at which lists of posts cut an excerpt (`<!--more-->`)."""


class Footnote(BaseBlock):
    """A note that a footnote mark refers to."""

    type: Literal["footnote"] = "footnote"
    id: str
    """A mark with `href` `#` and this refers to it; as written."""
    blocks: "tuple[Block, ...]" = Field(min_length=1)
    """What it says."""


Block = Annotated[
    Paragraph | Heading | Figure | List | DefinitionList | Quote | Table | Code | Math | Embed | Divider | Footnote,
    Field(discriminator="type"),
]
