"""Rules for pictures and the words under them."""

from itertools import islice

from newsclean.dom import Element, is_media
from newsclean.rules.answers import Skip, Take

_PLAYERS = frozenset({"audio", "object", "svg", "video"})
# Levels between a figure and its figcaption: far more than real ones have.
_NEAR = 8
_ORPHAN = Take("paragraph", reads="text")


def figure(node: Element) -> Take | None:
    """Tie the pictures of a `figure` to its `figcaption`, wherever in the figure either stands.

    A figure of figures is opened: each inner one has its own pictures.
    """
    images, captions, players = [], [], []
    for part in node.iter():
        tag = part.tag
        if tag == "img":
            images.append(part)
        elif tag == "figcaption":
            captions.append(part)
        elif tag in _PLAYERS:
            players.append(part)
        elif tag == "figure" and part is not node:
            return None
    return _take(images, captions, players)


def wp_caption(node: Element) -> Take | None:
    """Tie the pictures of WordPress's `div.wp-caption` (`dl` in old galleries) to its `.wp-caption-text`.

    One inside another is opened, as is one around a figure: the inner one has its own pictures. That also bounds the
    search, as no element is looked at from two of them.
    """
    label = node.get("class")
    if label is None or "wp-caption" not in label.split():
        return None
    images, captions, players = [], [], []
    for part in node.iter():
        names = (part.get("class") or "").split()
        if part is not node and (part.tag == "figure" or "wp-caption" in names):
            return None
        if part.tag == "img":
            images.append(part)
        elif part.tag in _PLAYERS:
            players.append(part)
        elif "wp-caption-text" in names:
            captions.append(part)
    return _take(images, captions, players)


def image(node: Element) -> Take:
    """Make a figure of a picture that stands alone or in running text."""
    return Take("figure", nodes=(node,))


def picture(node: Element) -> Skip | None:
    """Account for a `picture` that holds no `img`: browsers show nothing for it."""
    return Skip("no-source") if is_media(node) else None


def orphan_caption(node: Element) -> Take | None:
    """Read a `figcaption` outside any figure as a paragraph of this name, for the join of the same name.

    Inside a figure that has no picture it tells about something else, and must not go to a picture nearby.
    """
    near = islice(node.iterancestors(), _NEAR)
    return None if any(above.tag == "figure" for above in near) else _ORPHAN


def _take(images: list[Element], captions: list[Element], players: list[Element]) -> Take | None:
    # What a player holds is shown only where the player is not: it is dropped with it, not taken out of it.
    if players:
        fallback: set[Element] = set()
        for player in players:
            if player not in fallback:
                fallback.update(player.iter())
        images = [part for part in images if part not in fallback]
        captions = [part for part in captions if part not in fallback]
    if not images:
        return None
    return Take("figure", texts={"caption": captions[0]} if captions else {}, nodes=tuple(images))
