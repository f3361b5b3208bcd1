"""Where a picture stands: whether it is alone in its element, the first in it, in a box made for it, or beside the text."""

import re
from itertools import islice
from types import MappingProxyType

from newsclean.dom import Element
from newsclean.rules.answers import Take
from newsclean.rules.decoration import unwanted
from newsclean.rules.looks import MEDIA, PARTS, has_words, is_shown

BESIDE = 6
"""Neighbours of an element that are looked at."""
UP = 6
"""Levels above an element that are looked at."""
_PICTURE_BOX = re.compile(
    r"(?:.*[-_])?(?:image|img|photo|picture|pic|foto|bild|figure|graphic|illustration)s?"
    r"(?:[-_]?(?:box|wrapper|container|widget|block|holder|frame|wrap|left|right|center))*(?:[-_]{2}[a-z0-9-]+)?|"
    r"(?:align|float|pull)[-_]?(?:left|right)",
)
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])")
_STYLED_FLOAT = re.compile(r"float\s*:\s*(?:left|right)", re.IGNORECASE)
_LONGEST = 200


def pictures_in(node: Element) -> tuple[Element, ...]:
    """Give the pictures of an element that holds nothing else."""
    parts = list(islice(node.iter(), PARTS))
    worded = any(has_words(part.text) or (part is not node and has_words(part.tail)) for part in parts)
    others = any(part.tag in MEDIA and part.tag != "img" for part in parts)
    found = tuple(part for part in parts if part.tag == "img")
    return () if worded or others or any(unwanted(part) for part in found) else found


def is_alone(at: Element, above: Element) -> bool:
    """Tell whether an element holds nothing to read but one in it."""
    if has_words(above.text) or has_words(at.tail):
        return False
    for others in (at.itersiblings(), at.itersiblings(preceding=True)):
        for count, part in enumerate(islice(others, BESIDE + 1)):
            if count == BESIDE or has_words(part.tail) or (part.tag != "noscript" and is_shown(part)):
                return False
    return True


def is_first(at: Element, above: Element) -> bool:
    """Tell whether nothing to read stands before an element."""
    if has_words(above.text):
        return False
    before = list(islice(at.itersiblings(preceding=True), BESIDE + 1))
    return len(before) <= BESIDE and not any(has_words(part.tail) or is_shown(part) for part in before)


def is_box(node: Element) -> bool:
    """Tell whether an element is named for a picture, or stands beside the text as a picture does."""
    label = node.get("class") or ""
    if label and any(_PICTURE_BOX.fullmatch(_JOINT.sub("-", name[:80]).lower()) for name in label.split()[:BESIDE]):
        return True
    style = node.get("style")
    return style is not None and _STYLED_FLOAT.search(style[:_LONGEST]) is not None


def guess(caption: Element | None, credit: Element | None = None) -> Take:
    """Answer that these words are a picture's, by neighbourhood."""
    texts = {name: part for name, part in (("caption", caption), ("credit", credit)) if part is not None}
    return Take("figure", texts=MappingProxyType(texts), inferred=True)
