"""Running text and attributes of the canonical HTML dialect."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from newsclean.models.text import Mark, MarkKind, Text
from newsclean.policy import ID_PREFIX

_TAGS: Mapping[MarkKind, str] = MappingProxyType(
    {
        "link": "a",
        "strong": "strong",
        "emphasis": "em",
        "code": "code",
        "subscript": "sub",
        "superscript": "sup",
        "underline": "u",
        "strike": "s",
        "highlight": "mark",
        "abbreviation": "abbr",
        "quote": "q",
        "time": "time",
        "ruby": "ruby",
        "footnote": "a",
        "math": "code",
        "language": "span",
    }
)
# Kinds that share their element with another carry a class.
_CLASSES: Mapping[MarkKind, str] = MappingProxyType({"footnote": "nc-footnote", "math": "nc-math"})
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;", "\n": "<br>", "\r": "&#13;"})
_CODE = _TEXT | {ord("\n"): "\n"}
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;", '"': "&quot;", "\r": "&#13;"})


# Most texts hold none of them, and `translate` looks up each character of those that are not ASCII.
_QUOTED = re.compile('[&<>\u00a0"\r]')
_SPECIAL = re.compile("[&<>\u00a0\n\r]")


def escaped(text: str) -> str:
    """Escape running text; a line feed in it is a line break."""
    return text.translate(_TEXT) if _SPECIAL.search(text) else text


def escaped_code(text: str) -> str:
    """Escape text whose white space is meant."""
    return text.translate(_CODE) if _SPECIAL.search(text) else text


def attribute(name: str, value: str | None) -> str:
    """Render an attribute, a space before it; nothing for None."""
    if value is None:
        return ""
    return f' {name}="{value.translate(_ATTRIBUTE)}"' if _QUOTED.search(value) else f' {name}="{value}"'


def anchored(href: str | None) -> str | None:
    """Point a link inside the article at the prefixed id."""
    return f"#{ID_PREFIX}{href[1:]}" if href is not None and href.startswith("#") else href


def text_html(text: Text) -> str:
    """Render text with its marks as nested elements."""
    if not text.marks:
        return escaped(text.text)
    parts: list[str] = []
    open_marks: list[Mark] = []
    at = 0

    def go_to(place: int) -> None:
        nonlocal at
        while open_marks and open_marks[-1].end <= place:
            mark = open_marks.pop()
            parts.append(escaped(text.text[at : mark.end]))
            parts.append(_end_tag(mark))
            at = mark.end
        parts.append(escaped(text.text[at:place]))
        at = place

    for mark in text.marks:
        go_to(mark.start)
        parts.append(_start_tag(mark))
        open_marks.append(mark)
    go_to(len(text.text))
    return "".join(parts)


def _start_tag(mark: Mark) -> str:
    attributes = (
        ("class", _CLASSES.get(mark.kind)),
        ("href", anchored(mark.href)),
        ("title", mark.title),
        ("datetime", mark.datetime),
        ("lang", mark.lang),
        ("dir", mark.dir),
    )
    return f"<{_TAGS[mark.kind]}{''.join(attribute(name, value) for name, value in attributes)}>"


def _end_tag(mark: Mark) -> str:
    reading = "" if mark.annotation is None else f"<rt>{escaped(mark.annotation)}</rt>"
    return f"{reading}</{_TAGS[mark.kind]}>"
