"""Rules for tables and definition lists."""

from newsclean.dom import Element
from newsclean.rules.answers import Enter, Take

_DEFINITIONS = Take("definition_list", reads="definitions")
_ENTER = Enter()
_CELLS = frozenset({"td", "th"})
_LAYOUT_ROLES = frozenset({"presentation", "none"})


def table(node: Element) -> Take | Enter:
    """Read a table of data; go into one that only places things.

    A table around another one places it: every inner table ends the search of the outer ones, so that no element is looked
    at from two of them.
    """
    if (node.get("role") or "").lower() in _LAYOUT_ROLES:
        return _ENTER
    caption = None
    cells = widest = headers = 0
    for part in node.iterdescendants():
        tag = part.tag
        if tag == "table":
            return _ENTER
        if tag == "tr":
            cells = 0
        elif tag in _CELLS:
            cells += 1
            widest = max(widest, cells)
            headers += tag == "th"
        elif tag == "caption" and caption is None:
            caption = part
    # A single column without header says nothing as a table: boxes, frames around a picture, centred pages.
    if widest <= 1 and not headers and caption is None:
        return _ENTER
    return Take("table", reads="rows", texts={} if caption is None else {"caption": caption})


def canonical_table(node: Element) -> Take:
    """Read a table as our own HTML has it: never one that places things, never deep in another element."""
    caption = next((part for part in node if part.tag == "caption"), None)
    return Take("table", reads="rows", texts={} if caption is None else {"caption": caption})


def definition_list(_: Element) -> Take:
    """Read a `dl`."""
    return _DEFINITIONS
