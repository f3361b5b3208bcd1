"""Rules for what stands between stretches of text: dividers and the mark of the excerpt."""

from newsclean.dom import Element
from newsclean.rules.answers import Skip, Take

_DIVIDER = Take("divider", reads="nothing")
_MORE = Take("divider", reads="nothing", values={"kind": "more"})
_COMMENT = Skip("comment")


def divider(_: Element) -> Take:
    """Read an `hr`."""
    return _DIVIDER


def comment(node: Element) -> Take | Skip:
    """Read `<!--more-->`, at which generators cut the excerpt; other comments say nothing, and are no text."""
    return _MORE if (node.text or "").strip().lower() in {"more", "truncate", "excerpt"} else _COMMENT


def more_anchor(node: Element) -> Take | None:
    """Read the empty anchor that Blogger and WordPress leave where the excerpt ends."""
    name = node.get("name") or node.get("id") or ""
    if not name.startswith("more") or len(node) or node.text or node.get("href"):
        return None
    return _MORE if name == "more" or (name.startswith("more-") and name[5:].isdigit()) else None


def canonical_divider(node: Element) -> Take:
    """Read a divider as our own HTML has it."""
    return _MORE if node.get("class") == "nc-more" else _DIVIDER
