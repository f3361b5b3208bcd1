"""Rules for what stands between stretches of text: dividers and the mark of the excerpt."""

from newsclean.dom import Element
from newsclean.rules.answers import Take

_DIVIDER = Take("divider", reads="nothing")
_MORE = Take("divider", reads="nothing", values={"kind": "more"})


def divider(_: Element) -> Take:
    """Read an `hr`."""
    return _DIVIDER


def more_anchor(node: Element) -> Take | None:
    """Read the empty anchor that Blogger and WordPress leave where the excerpt ends.

    `readers.body` makes one of `<!--more-->`.
    """
    name = node.get("name") or node.get("id") or ""
    if not name.startswith("more") or len(node) or node.text or node.get("href"):
        return None
    return _MORE if name == "more" or (name.startswith("more-") and name[5:].isdigit()) else None


def canonical_divider(node: Element) -> Take:
    """Read a divider as our own HTML has it."""
    return _MORE if node.get("class") == "nc-more" else _DIVIDER
