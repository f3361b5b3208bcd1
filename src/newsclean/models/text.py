"""Plain text with stand-off marks."""

from typing import Literal

from pydantic import Field

from newsclean.models.base import Model

MarkKind = Literal[
    "link",
    "strong",
    "emphasis",
    "code",
    "subscript",
    "superscript",
    "underline",
    "strike",
    "highlight",
    "abbreviation",
    "quote",
    "time",
    "ruby",
    "footnote",
    "math",
    "language",
]


class Mark(Model):
    """A range of a text that is shown or meant differently.

    Marks of one text nest: of two, one holds the other or they are apart. Outer ones come first.
    """

    kind: MarkKind
    """What the range is."""
    start: int = Field(ge=0)
    """First code point, from 0."""
    end: int = Field(ge=1)
    """One past the last code point."""
    href: str | None = None
    """Of a link: a URL that passed the policy. Of a footnote reference: `#` and the `id` of its Footnote."""
    title: str | None = None
    """Of a link or an abbreviation: the tooltip, as in HTML."""
    datetime: str | None = None
    """Of a time: the machine-readable form, as written."""
    annotation: str | None = None
    """Of ruby: the reading or gloss printed above the range."""
    lang: str | None = None
    """Of a language mark: the BCP 47 tag, as written."""
    dir: Literal["ltr", "rtl", "auto"] | None = None
    """Of a language mark: the writing direction."""


class Text(Model):
    """Words as a browser would show them, without their markup.

    White space is collapsed as CSS does it; a forced line break is a line feed. Characters are never normalised.
    """

    text: str
    """The words themselves."""
    marks: tuple[Mark, ...] = ()
    """Outer before inner, then by start; a mark neither starts nor ends with white space."""


def sewn(before: Text | None, after: Text, between: str, crossing: int) -> Text:
    """Put together again what `newsclean.walk.seams.cut` has parted.

    Args:
        before: What stood before the cut.
        after: What stood after it.
        between: The white space at the cut.
        crossing: How many marks go over the cut, which the cut made two of each.

    >>> sewn(Text(text="A dam."), Text(text="(B)"), " ", 0).text
    'A dam. (B)'
    """
    if before is None:
        return after
    shift = len(before.text) + len(between)
    moved = [mark.model_copy(update={"start": mark.start + shift, "end": mark.end + shift}) for mark in after.marks]
    # The marks that touch a cut nest, and those that go over it are the outermost.
    torn = [at for at, mark in enumerate(before.marks) if mark.end == len(before.text)][:crossing]
    again = [mark.end for mark in moved[:crossing] if mark.start == shift][: len(torn)]
    marks = list(before.marks)
    for at, end in zip(torn, again, strict=False):
        marks[at] = marks[at].model_copy(update={"end": end})
    return Text(text=before.text + between + after.text, marks=(*marks, *moved[len(again) :]))
