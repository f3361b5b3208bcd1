"""What rules ask of an element before they leave it out: bounded looks, so that time stays linear."""

from collections.abc import Iterator
from itertools import islice

from newsclean.dom import UNREAD, Element

CONTAINERS = frozenset("article aside center details div fieldset figure footer form header hgroup ol section ul".split())
"""Elements that hold what belongs together."""
# Furniture is small; what holds more elements is not looked through. This bounds every look, also of elements that stand
# in one another and are all too large: time is linear in the input.
_ELEMENTS = 400
# Levels between an element and what it stands in.
_NEAR = 8
# Who wrote a teaser and when, beside its link.
_BESIDE = frozenset({"footer", "time"})
_QUOTES = frozenset({"blockquote", "figure", "q"})


def is_within(node: Element, most: int) -> bool:
    """Tell whether an element holds at most so many characters, white space at the ends of texts and code apart."""
    # Counted first, in C: whatever is nested deeply ends here.
    if next(islice(node.iter(), _ELEMENTS, None), None) is not None:
        return False
    size = 0
    for part in node.iter():
        for text in (None if part.tag in UNREAD else part.text, None if part is node else part.tail):
            if text:
                size += len(text.strip())
                if size > most:
                    return False
    return True


def holds(node: Element, tags: frozenset[str]) -> bool:
    """Tell whether an element of these tags is inside."""
    return any(part.tag in tags and part is not node for part in _parts(node))


def is_linked(node: Element) -> bool:
    """Tell whether at least half of the text stands in links to elsewhere."""
    size, linked, link = 0, 0, None
    stack = [(node, False)]
    seen = 0
    while stack and seen < _ELEMENTS:
        part, inside = stack.pop()
        seen += 1
        if part.tag in _BESIDE:
            continue
        link = inside or (part.tag == "a" and not (part.get("href") or "#").startswith("#"))
        length = 0 if part.tag in UNREAD else len((part.text or "").strip())
        size += length
        linked += length if link else 0
        for child in part:
            stack.append((child, link))
            length = len((child.tail or "").strip())
            size += length
            linked += length if link else 0
    return linked > 0 and 2 * linked >= size


def is_quoted(node: Element) -> bool:
    """Tell whether an element stands in a quotation or a figure, whose author and date are its own."""
    return any(above.tag in _QUOTES or "quot" in (above.get("class") or "") for above in islice(node.iterancestors(), _NEAR))


def _parts(node: Element) -> Iterator[Element]:
    return islice(node.iter(), _ELEMENTS)
