"""Furniture that names itself in its class.

A class name is cut at hyphens, underscores and capitals into lower-case words; a row of the table matches if one of its names
is a run of them: `share` is in `post-share`, `share__icon` and `socialShare`, not in `shareholder`.
"""

import re
from types import MappingProxyType

from newsclean.dom import Element
from newsclean.rules.answers import Skip
from newsclean.rules.labels import is_alone
from newsclean.rules.names import NAMED, PICTURES, PLAYERS, Named
from newsclean.rules.signals import CONTAINERS, holds, is_linked, is_quoted, is_within

_LINKS = frozenset({"a", "button", "form", "input"})
# Never furniture, whatever the class: `code-toolbar` is what Prism puts around a listing.
_TEXT = frozenset({"blockquote", "math", "pre"})
# With less text than this a box is a label.
_LABEL = 60
_UNSEEN = frozenset(
    "a11y-hidden element-invisible hide-visually hidden-content off-screen offscreen screen-reader screen-reader-text "
    "screenreader screenreader-only show-for-sr sr-only u-hidden-visually visually-hidden visuallyhidden".split()
)
_HIDDEN_NAMES = frozenset({"d-none", "hidden"})
_HIDDEN, _SCREEN_READER = Skip("hidden"), Skip("screen-reader")
# On some screens it is shown: `md:block`, `d-md-flex`, `visible-lg`.
_SHOWN = re.compile(r":!?(?:block|flex|grid|inline|table|contents)|^d-[a-z]+-(?!none)|visible")
# What stands after says of which state the element is, or what it holds, not what it is.
_STATES = frozenset("category has hide is market no non not tag with without".split())
# What stands after may say that it is the text itself: `newsletter-body` of one that was sent.
BODIES = frozenset("article body content issue main text".split())
_QUOTED = frozenset({"byline"})
# Words of an inline element or a heading tell of what it looks like or where it sticks.
_FURNISHED = CONTAINERS | {"dl", "p", "table"}
# Lines of their own, which some themes set as a span that stands alone.
_LINES = frozenset({"byline", "tags"})
_SPLIT = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z0-9]+")
# Generated class names are random letters: a capital in them begins no word, and the shortest words come up by chance.
_SHORT = 3


def _heads(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name.partition("-")[0] for name in names)


_HEADS = _heads(_UNSEEN.union(*(row.names for row in NAMED)))
_ROWS = MappingProxyType(
    {name: tuple(row for row in NAMED if name in row.names) for name in sorted(set().union(*(row.names for row in NAMED)))}
)
_LONGEST = 4


def named(node: Element) -> Skip | None:
    """Leave out furniture by its class names."""
    label = node.get("class")
    if label is None:
        return None
    for name in _names_in(label):
        if name in _UNSEEN:
            if is_within(node, 300):
                return _SCREEN_READER
        elif node.tag in _FURNISHED or node.tag == "span":
            for row in _ROWS.get(name, ()):
                if _is(row, node) and (node.tag != "span" or (row.reason in _LINES and is_alone(node))):
                    return Skip(row.reason)
    return _HIDDEN if ("hidden" in label or "d-none" in label) and _is_hidden(label, node) else None


def has_name(label: str, names: frozenset[str]) -> bool:
    """Tell whether a class is called by one of these names: a run of words in one of its class names."""
    for piece in _SPLIT.sub("-", label).lower().split():
        words = _WORD.findall(piece)
        for at in range(len(words)):
            for end in range(at + 1, min(len(words), at + _LONGEST) + 1):
                if "-".join(words[at:end]) in names:
                    return True
    return False


def _is_hidden(label: str, node: Element) -> bool:
    names = label.split()
    if _HIDDEN_NAMES.isdisjoint(names) or any(_SHOWN.search(name) for name in names):
        return False
    return is_within(node, 1500) and not holds(node, PICTURES | PLAYERS)


def _is(row: Named, node: Element) -> bool:
    if not is_within(node, row.most) or holds(node, row.spares | _TEXT):
        return False
    match row.links:
        case "most" if not is_linked(node):
            return False
        case "some" if not (holds(node, _LINKS) or is_within(node, _LABEL)):
            return False
    return node.tag not in row.not_tags and not (row.reason in _QUOTED and is_quoted(node))


def _names_in(label: str) -> list[str]:
    """Give the runs of words in each class name, longer ones first; none unless a word of the label begins a name."""
    lower = label.lower()
    text = lower if lower == label else _SPLIT.sub("-", label).lower()
    if _HEADS.isdisjoint(_WORD.findall(text)):
        return []
    found = []
    for piece in text.split():
        words = _WORD.findall(piece)
        for at, word in enumerate(words):
            if word in _HEADS:
                ends = range(min(len(words), at + _LONGEST), at, -1)
                found += ["-".join(words[at:end]) for end in ends if end == len(words) or words[end] not in BODIES]
            if word in _STATES:
                break
    return [name for name in found if len(name) > _SHORT or name in _WORD.findall(lower)]
