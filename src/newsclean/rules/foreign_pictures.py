"""Rules for pictures that belong to something else than the article: to another article, to whoever wrote, to a player.

A picture is judged by the names of the elements around it, and by what the link around it leads to: a card is a picture and a
heading that lead to the same page.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from newsclean.dom import UNREAD, Element
from newsclean.rules.answers import Skip
from newsclean.walk.images import pixels

_TEASER, _AVATAR, _POSTER = Skip("teaser"), Skip("avatar"), Skip("player")


class Around(NamedTuple):
    """One row: how an element around a picture, or the picture itself, names what it is."""

    name: str
    pattern: str
    """For a whole class name, its words joined by hyphens, in lower case."""
    skip: Skip
    why: str


AROUND = (
    Around(
        "teaser",
        r"(?:.*-)?teaser-?(?:image|img|picture|media|photo|body|thumb(?:nail)?)?(?:-.*)?",
        _TEASER,
        why="Papers call the card of another article so.",
    ),
    Around(
        "avatar",
        r"(?:.*-)?(?:avatar(?:-?(?:image|img))?|profile-?(?:pic|picture|image|photo)|author-?(?:image|img|photo|picture|avatar))(?:-.*)?",
        _AVATAR,
        why="The face of whoever wrote.",
    ),
    Around(
        "poster",
        r"(?:.*-)?(?:video-?(?:placeholder|poster|teaser|thumb(?:nail)?|item|image)|player-?(?:placeholder|poster))(?:-.*)?",
        _POSTER,
        why="The still that is shown until a film plays, which the post has not.",
    ),
)
_AROUND = re.compile("|".join(f"({row.pattern})" for row in AROUND))
_HINT = re.compile(r"teaser|avatar|profile|author|video|player", re.IGNORECASE)
_JOINT = re.compile(r"[-_]+|(?<=[a-z])(?=[A-Z])")
_LONGEST = 300
_NEAR = 5
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
# What a card may say beside the words of its link: a date, a name, "read more".
_UNLINKED = 70
_CARD = 320
_PARTS = 80
_SMALL = 130
_FILE = re.compile(r"\.(?:avif|gif|jpe?g|png|svg|webp)(?:$|[?#])", re.IGNORECASE)


def foreign_picture(node: Element) -> Skip | None:
    """Leave out pictures of other articles, of authors and of players."""
    link: Element | None = None
    for above in (node, *islice(node.iterancestors(), _NEAR)):
        label = above.get("class")
        if label and (row := _named(label)) is not None and not _is_captioned(node):
            return row.skip
        if above.tag == "a" and link is None and above.get("href"):
            link = above
    return _TEASER if link is not None and _is_card(node, link) else None


def _named(label: str) -> Around | None:
    if _HINT.search(label) is None:
        return None
    for written in label[:_LONGEST].split():
        found = _AROUND.fullmatch(_JOINT.sub("-", written).lower())
        if found is not None and found.lastindex is not None:
            return AROUND[found.lastindex - 1]
    return None


def _is_captioned(node: Element) -> bool:
    """Tell whether a picture stands in a figure with words of its own: its author shows it, whatever theme or class."""
    figure = next((above for above in islice(node.iterancestors(), _NEAR) if above.tag == "figure"), None)
    return figure is not None and any(part.tag == "figcaption" for part in islice(figure.iter(), _PARTS))


def _is_card(node: Element, link: Element) -> bool:
    """Tell whether a picture leads to a page that words beside it lead to as well, and nothing else is said."""
    href = link.get("href") or ""
    if href.startswith("#") or _FILE.search(href) or _is_captioned(node):
        return False
    card = link
    for _ in range(_NEAR):
        linked, others, headed = _words(card, href)
        if linked + others > _CARD or others > _UNLINKED:
            return False
        if linked:
            return headed or card.tag in ("article", "li") or _is_small(node)
        above = card.getparent()
        if above is None or above.tag in ("body", "td"):
            return False
        card = above
    return False


def _is_small(node: Element) -> bool:
    sides = [side for side in (pixels(node.get("width")), pixels(node.get("height"))) if side is not None]
    return bool(sides) and max(sides) <= _SMALL


def _words(card: Element, href: str) -> tuple[int, int, bool]:
    """Count the characters that lead to a page, and the others; tell whether a heading is among them."""
    linked = others = 0
    headed = False
    for text, part in _texts(card):
        leads = any(above.tag == "a" and above.get("href") == href for above in (part, *islice(part.iterancestors(), _NEAR)))
        size = len(text.strip())
        linked += size if leads else 0
        others += 0 if leads else size
        headed = headed or part.tag in _HEADINGS or any(above.tag in _HEADINGS for above in islice(part.iterancestors(), 2))
        if linked + others > _CARD:
            break
    return linked, others, headed and linked > 0


def _texts(card: Element) -> Iterator[tuple[str, Element]]:
    """Give the words of a card, each with the element that it stands in; too many when it holds too much."""
    for count, part in enumerate(islice(card.iter(), _PARTS + 1)):
        if count == _PARTS:
            yield "x" * (_CARD + 1), part
            return
        if part.tag in UNREAD:
            continue
        if part.text:
            yield part.text, part
        above = part.getparent()
        if part is not card and part.tail and above is not None:
            yield part.tail, above
