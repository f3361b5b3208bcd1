"""The blocks of an article: a union tagged by `type`."""

from typing import Annotated, Any, Literal

from pydantic import Field

from newsclean.models.base import Model
from newsclean.models.text import Text


class Origin(Model):
    """Where a block comes from."""

    line: int | None = None
    """Line of the source, from 1, on which the start tag of the block's element ends; for bare text the nearest tag
    before it. None where the parser cannot tell (past line 65,534) or a sanitizer rewrote the block."""
    rule: str
    """Name of the rule that made the block, or `sanitizer:<name>`."""
    inferred: bool = False
    """True where a pair was made from neighbourhood; `Article.without_inferred()` undoes it."""


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


class Image(Model):
    """One picture."""

    src: str
    """A URL that passed the policy; absolute where the source or `url=` allow it."""
    alt: str = ""
    """The text alternative, as written; never used as a caption."""
    title: str | None = None
    width: int | None = None
    """In CSS pixels, as the `width` attribute declares."""
    height: int | None = None
    link: str | None = None
    """Where a click on it leads; a URL that passed the policy."""


class Figure(BaseBlock):
    """One or more pictures with the words printed under them."""

    type: Literal["figure"] = "figure"
    images: tuple[Image, ...] = Field(min_length=1)
    """In reading order, at least one; several make a gallery."""
    caption: Text | None = None
    """White space collapsed, links and emphasis kept as marks; `None` if none was found. Never the `alt` text."""


class Quote(BaseBlock):
    """A quotation set apart from the text."""

    type: Literal["quote"] = "quote"
    blocks: "tuple[Block, ...]" = Field(min_length=1)
    cite: str | None = None
    """URL of what is quoted; passed the policy for links."""


class ListItem(Model):
    """One entry of a list."""

    blocks: "tuple[Block, ...]" = Field(min_length=1)


class List(BaseBlock):
    """A bulleted or numbered list."""

    type: Literal["list"] = "list"
    items: tuple[ListItem, ...] = Field(min_length=1)
    ordered: bool = False
    start: int | None = None
    """The first number of an ordered list, if it is declared."""


class Code(BaseBlock):
    """Preformatted text."""

    type: Literal["code"] = "code"
    text: str
    """White space as written; no line feed at either end."""


Block = Annotated[Paragraph | Heading | Figure | List | Quote | Code, Field(discriminator="type")]
