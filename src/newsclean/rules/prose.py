"""Rules for what HTML names itself: paragraphs, headings, lists, quotes, preformatted text."""

import re
from types import MappingProxyType

from newsclean.dom import Element
from newsclean.rules.answers import Take

_PARAGRAPH = Take("paragraph", reads="text")
PARAGRAPH = MappingProxyType({"p": _PARAGRAPH})
_NUMBER = re.compile(r"\s*([+-]?[0-9]{1,9})")
HEADINGS = MappingProxyType({f"h{level}": level for level in range(1, 7)})
# Most have no anchor: these are made once.
PLAIN_HEADINGS = MappingProxyType(
    {tag: Take("heading", reads="text", values={"level": level, "id": None}) for tag, level in HEADINGS.items()}
)


def paragraph(_: Element) -> Take:
    """Read a `p`."""
    return _PARAGRAPH


def heading(node: Element) -> Take:
    """Read `h1` to `h6`, with its anchor."""
    anchor = node.get("id")
    return (
        Take("heading", reads="text", values={"level": HEADINGS[node.tag], "id": anchor})
        if anchor
        else PLAIN_HEADINGS[node.tag]
    )


def quote(node: Element) -> Take:
    """Read a `blockquote` with the blocks in it."""
    return Take("quote", reads="blocks", values={"cite": node.get("cite")})


def item_list(node: Element) -> Take:
    """Read a list; HTML's number rules for `start`."""
    ordered = node.tag == "ol"
    start = _NUMBER.match(node.get("start") or "") if ordered else None
    values = {"ordered": ordered, "start": int(start[1]) if start else None}
    return Take("list", reads="items", values=values)
