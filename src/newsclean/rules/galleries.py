"""Rules for galleries: several pictures in an element of their own are one figure, each with its own words."""

import re
from itertools import islice

from newsclean.dom import Element
from newsclean.rules.answers import Enter, Take
from newsclean.rules.captions import is_caption, names_of
from newsclean.rules.credits import is_credit_name
from newsclean.rules.decoration import unwanted
from newsclean.rules.figure import Box, fallback, tied
from newsclean.rules.looks import PARTS, has_words

_GUTENBERG = frozenset({"wp-block-gallery", "blocks-gallery-grid"})
_NAMED = re.compile(
    r"(?:.*[-_])?(?:gallery|galerie|galeria|galleria|bildergalerie|fotostrecke|diaporama|slider|slideshow|carousel|carrousel|swiper|"
    r"photoset|lightbox)(?:[-_]+(?:container|wrapper|list|grid|inner|block|images|photos|root|main|[0-9]+))*",
    re.IGNORECASE,
)
_HINT = re.compile(r"galler|galeri|fotostrecke|diaporama|slide|carr?ousel|swiper|photoset|lightbox", re.IGNORECASE)
_ITEMS = 16
_LONGEST_NAME = 80
# Words that are no captions: more of them make it a part of the text that holds pictures.
_OTHER_WORDS = 160
_FEWEST = 2
_NO_GALLERY = frozenset({"blockquote", "iframe", "table", "video"})


def gallery(node: Element) -> Take | None:
    """Read a list of figures that calls itself a gallery as the figure that later versions put around it."""
    label = node.get("class")
    return tied(node) if label is not None and not _GUTENBERG.isdisjoint(label.split()) else None


def wp_gallery(node: Element) -> Take | None:
    """Read WordPress's classic gallery as one figure: `.gallery-item` for each picture, its words in `.gallery-caption`."""
    if "gallery" not in names_of(node):
        return None
    box = Box()
    for part in node.iter():
        names = names_of(part)
        if part is not node and "gallery" in names:
            return None
        if part.tag == "img" and unwanted(part) is None:
            box.images.append(part)
        elif "gallery-caption" in names and box.images:
            box.own.setdefault(box.images[-1], part)
    return box.take() if any("gallery-item" in names_of(part) for part in islice(node.iter(), _ITEMS)) else None


def named_gallery(node: Element) -> Take | None:
    """Read an element that calls itself a gallery, slider or carousel, and holds pictures with at most their captions.

    One inside another is opened, as the inner one has its own pictures; that also bounds the search.
    """
    if not _is_named(node):
        return None
    box = Box()
    done: set[Element] = set()
    others = 0
    for part in node.iter():
        if part in done:
            continue
        if part is not node and (_is_named(part) or part.tag in _NO_GALLERY):
            return None
        if part.tag == "img":
            if unwanted(part) is None:
                box.images.append(part)
        elif _adds_words(box, part) or (part.tag == "noscript" and fallback(part) is not None):
            inside = list(islice(part.iter(), PARTS + 1))
            if len(inside) > PARTS:
                return None
            done.update(inside)
        else:
            others += sum(len(text or "") for text in (part.text, part.tail) if has_words(text))
    return box.take() if len(box.images) >= _FEWEST and others <= _OTHER_WORDS else None


def _adds_words(box: Box, part: Element) -> bool:
    """Give the last picture of a box its caption or credit, if an element is one."""
    label = part.get("class") or ""
    if not box.images or not (label or part.tag == "figcaption"):
        return False
    if is_credit_name(label):
        box.own_credits.setdefault(box.images[-1], part)
        return True
    if part.tag == "figcaption" or is_caption(label):
        box.own.setdefault(box.images[-1], part)
        return True
    return False


def picture_list(node: Element) -> Enter | None:
    """Open a definition list whose terms are pictures: it sets captions beside them, and defines nothing."""
    terms = [part for part in islice(node, _ITEMS) if part.tag == "dt"]
    pictured = all(_shows_only_pictures(term) for term in terms)
    return Enter() if terms and pictured else None


def _shows_only_pictures(node: Element) -> bool:
    parts = list(islice(node.iter(), _ITEMS))
    worded = any(has_words(part.text) or (part is not node and has_words(part.tail)) for part in parts)
    return not worded and any(part.tag == "img" for part in parts)


def _is_named(node: Element) -> bool:
    label = node.get("class")
    if not label or _HINT.search(label) is None:
        return False
    return any(_NAMED.fullmatch(name[:_LONGEST_NAME]) for name in label.split())
