"""The canonical HTML dialect: what `read_canonical` reads back to the same blocks.

Escaping is that of the HTML standard's serialiser (https://html.spec.whatwg.org/#escapingString), so that a sanitizer which
parses and serialises by the standard returns the same string.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import assert_never

from newsclean.models.blocks import Block, Code, Figure, Heading, Image, List, ListItem, Paragraph, Quote
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
        "language": "span",
    }
)
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;", "\n": "<br>", "\r": "&#13;"})
_CODE = _TEXT | {ord("\n"): "\n"}
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;", '"': "&quot;", "\r": "&#13;"})


def to_html(blocks: Iterable[Block]) -> str:
    r"""Render blocks, one after another, each from a line of its own.

    >>> to_html([Heading(text="News", level=2), Paragraph(text="1 < 2")])
    '<h2>News</h2>\n<p>1 &lt; 2</p>'
    """
    return "\n".join(map(block_html, blocks))


def block_html(block: Block) -> str:
    """Render one block; blocks of the same content, and only those, give the same string."""
    match block:
        case Paragraph():
            return f"<p>{text_html(block)}</p>"
        case Heading():
            anchor = _attribute("id", None if block.id is None else ID_PREFIX + block.id)
            return f"<h{block.level}{anchor}>{text_html(block)}</h{block.level}>"
        case Figure():
            caption = "" if block.caption is None else f"<figcaption>{text_html(block.caption)}</figcaption>"
            return f"<figure>{''.join(map(_image, block.images))}{caption}</figure>"
        case Quote():
            return f"<blockquote{_attribute('cite', block.cite)}>\n{to_html(block.blocks)}\n</blockquote>"
        case List():
            tag = "ol" if block.ordered else "ul"
            start = "" if block.start is None else _attribute("start", str(block.start))
            return f"<{tag}{start}>\n" + "".join(map(_item, block.items)) + f"</{tag}>"
        case Code():
            return f"<pre><code>{block.text.translate(_CODE)}</code></pre>"
        case _:
            assert_never(block)


def text_html(text: Text) -> str:
    """Render text with its marks as nested elements."""
    if not text.marks:
        return text.text.translate(_TEXT)
    parts: list[str] = []
    open_marks: list[Mark] = []
    at = 0

    def go_to(place: int) -> None:
        nonlocal at
        while open_marks and open_marks[-1].end <= place:
            mark = open_marks.pop()
            parts.append(text.text[at : mark.end].translate(_TEXT))
            parts.append(f"</{_TAGS[mark.kind]}>")
            at = mark.end
        parts.append(text.text[at:place].translate(_TEXT))
        at = place

    for mark in text.marks:
        go_to(mark.start)
        parts.append(_start_tag(mark))
        open_marks.append(mark)
    go_to(len(text.text))
    return "".join(parts)


def _start_tag(mark: Mark) -> str:
    attributes = (
        ("href", _anchored(mark.href)),
        ("title", mark.title),
        ("datetime", mark.datetime),
        ("lang", mark.lang),
        ("dir", mark.dir),
    )
    return f"<{_TAGS[mark.kind]}{''.join(_attribute(name, value) for name, value in attributes)}>"


def _image(image: Image) -> str:
    size = (("width", image.width), ("height", image.height))
    numbers = "".join(_attribute(name, None if value is None else str(value)) for name, value in size)
    tag = f"<img{_attribute('src', image.src)}{_attribute('alt', image.alt)}{_attribute('title', image.title)}{numbers}>"
    return tag if image.link is None else f"<a{_attribute('href', _anchored(image.link))}>{tag}</a>"


def _item(item: ListItem) -> str:
    match item.blocks:
        case (Paragraph() as only,):
            return f"<li>{text_html(only)}</li>\n"
        case _:
            return f"<li>\n{to_html(item.blocks)}\n</li>\n"


def _anchored(href: str | None) -> str | None:
    """Point a link inside the article at the prefixed id."""
    return f"#{ID_PREFIX}{href[1:]}" if href is not None and href.startswith("#") else href


def _attribute(name: str, value: str | None) -> str:
    return "" if value is None else f' {name}="{value.translate(_ATTRIBUTE)}"'
