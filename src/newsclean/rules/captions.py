"""Captions that only a class names, and how far from a picture they are looked for."""

import re
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from newsclean.dom import UNREAD, Element
from newsclean.rules.answers import Take
from newsclean.rules.decoration import unwanted


class Label(NamedTuple):
    """One row: how a class says that an element holds the words under a picture."""

    name: str
    pattern: str
    """The whole class name, its words joined by hyphens, in lower case."""
    why: str


# A class name is split where it says so itself: `image_caption`, `imageCaption`, `image__caption`.
_PICTURE = r"(?:image|images|img|photo|photos|picture|pic|media|figure|foto|bild|lead)"
LABELS = (
    Label(
        "caption",
        r"(?:.*-)?captions?(?:-(?:text|wrapper|container|inner|content|body))?",
        why="The word for it, in class names of any language.",
    ),
    Label(
        "joined-caption",
        r"(?:.*-)?(?:image|img|photo|picture|news|fig|media|foto|wp)captions?",
        why="The same, written as one word.",
    ),
    Label(
        "media-description",
        rf"(?:.*-)?{_PICTURE}-(?:block-)?(?:description|desc|subtitle|subtitle-text|legend)",
        why="A description of what is called image, photo, media.",
    ),
    Label(
        "media-info",
        rf"(?:.*-)?{_PICTURE}-(?:info|text|title|note|credits?)",
        why="What else stands under an image, photo, medium.",
    ),
    Label("legend", r"(?:.*-)?(?:legende|leyenda|legenda|didascalia)", why="French, Spanish, Slavic and Italian for it."),
    Label("german", r"(?:.*-)?bild-?(?:unterschrift|text|unterzeile|beschreibung)", why="German for it."),
    Label("spanish", r"(?:.*-)?pie-?(?:de-?)?(?:foto|imagen)", why="Spanish for it."),
)
_LABEL = "|".join(f"({row.pattern})" for row in LABELS)
# One search tells the many classes that are none of these.
_HINT = re.compile(r"caption|legend|leyenda|didascalia|bild|pie|desc|subtitle|info|text|title|note|credit", re.IGNORECASE)
# The state of a picture, or what a click does: not the name of its caption.
_STATE = r"(?:.*-)?(?:has|have|hide|is|no|show|toggle|with|without)-.*"
_JOINT = re.compile(r"[-_]+|(?<=[a-z])(?=[A-Z])")
_LONGEST = 400

# How far a caption is looked for: steps up from the picture, and elements without words between both.
_UP = 5
_NEXT = 4
_INSIDE = 24
_MOST_SOURCES = 32
_WRAPPERS = frozenset({"picture", "source", "noscript"})
_BOXES = frozenset({"a", "aside", "center", "div", "p", "section", "span", "td"})
_SEVERAL = frozenset({"blockquote", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "noscript", "ol", "table", "ul", "video"})
_UNSEEN = " \t\n\f\r\u00a0\u200b\ufeff"


def names_of(node: Element) -> list[str]:
    """Give the names in the class of an element."""
    label = node.get("class")
    return label.split() if label is not None else []


def is_caption(label: str) -> bool:
    """Tell whether a class names a caption.

    >>> is_caption("imageCaption big"), is_caption("media-block__description"), is_caption("withoutCaption"), is_caption("text")
    (True, True, False, False)
    """
    return label_of(label) is not None


def label_of(label: str) -> Label | None:
    """Give the row of a class that names a caption."""
    if _HINT.search(label) is None:
        return None
    for written in label[:_LONGEST].split():
        name = _JOINT.sub("-", written).lower()
        found = re.fullmatch(_LABEL, name)
        if found is not None and found.lastindex is not None and not re.fullmatch(_STATE, name):
            return LABELS[found.lastindex - 1]
    return None


def beside(node: Element) -> tuple[Element, bool] | None:
    """Find the element right after a picture whose class calls it a caption; and whether that is a guess.

    No words stand between both. Where the element around both holds nothing else to read, it was made for the two of them;
    otherwise only their neighbourhood says that they belong together.
    """
    at: Element | None = _whole(node)
    for _ in range(_UP):
        if at is None or _has_words(at.tail):
            return None
        for following in islice(at.itersiblings(), _NEXT):
            if following.tag == "noscript" and not _has_words(following.tail):
                continue  # the copy of a lazy picture
            found = _caption_in(following)
            if found is not None:
                around = at.getparent()
                boxed = around is not None and _is_box(around, at, following)
                # In a box of their own all words belong to the caption, the photographer's name beside it too.
                return (following, False) if boxed else (found, True)
            if _is_read(following) or _has_words(following.tail):
                return None
        above = at.getparent()
        at = above if above is not None and above.tag in _BOXES else None
    return None


def _whole(node: Element) -> Element | None:
    """Give the `picture` around an `img`, which may stand in many nested sources; None if words follow inside it."""
    at = node
    for above in islice(node.iterancestors(), _MOST_SOURCES):
        if above.tag not in _WRAPPERS:
            break
        if _has_words(at.tail):
            return None
        at = above
    return at


def _has_words(text: str | None) -> bool:
    return text is not None and not text.isspace() and bool(text.strip(_UNSEEN))


def _caption_in(node: Element) -> Element | None:
    """Give the outermost element that is called a caption, if no words stand before it and it holds no picture."""
    for part in islice(node.iter(), _INSIDE):
        if part.tag in UNREAD:
            continue
        if part.tag in ("img", "iframe", "video"):
            return None
        label = part.get("class")
        if label and part.tag != "figcaption" and is_caption(label):
            return part if _is_read(part) and not _holds_picture(part) else None
        if _has_words(part.text) or (part is not node and _has_words(part.tail)):
            return None
    return None


def _holds_picture(node: Element) -> bool:
    return any(part.tag in ("img", "figure", "picture") for part in islice(node.iter(), _INSIDE))


def _is_read(node: Element) -> bool:
    """Tell whether an element shows words or another medium; a large one does."""
    count = 0
    for part in islice(node.iter(), _INSIDE):
        count += 1
        if part.tag in ("img", "iframe", "video", "audio", "figure"):
            return True
        if part.tag not in UNREAD and (_has_words(part.text) or (part is not node and _has_words(part.tail))):
            return True
    return count == _INSIDE


def _is_box(around: Element, picture: Element, caption: Element) -> bool:
    """Tell whether an element holds nothing to read but a picture and the words under it."""
    if _has_words(around.text) or around.tag not in _BOXES:
        return False
    parts = list(islice(around, 2 * _NEXT + 1))
    others = [part for part in parts if part is not picture and part is not caption and part.tag != "noscript"]
    return len(parts) <= 2 * _NEXT and not any(_is_read(part) or _has_words(part.tail) for part in others)


def caption_box(node: Element) -> Take | None:
    """Read an element that is called a caption and holds a picture with the words to it, in one."""
    label = node.get("class")
    if not label or not is_caption(label):
        return None
    parts = list(islice(node.iter(), _INSIDE))
    images = tuple(part for part in parts if part.tag == "img" and unwanted(part) is None)
    worded = any(_has_words(part.text) or (part is not node and _has_words(part.tail)) for part in parts)
    if not images or not worded or len(parts) == _INSIDE or any(_is_other(part) for part in parts[1:]):
        return None
    return Take("figure", nodes=images, texts=MappingProxyType({"caption": node}))


def _is_other(part: Element) -> bool:
    """Tell whether an element says otherwise what its own words are."""
    label = part.get("class")
    return part.tag in _SEVERAL or bool(label and is_caption(label))
