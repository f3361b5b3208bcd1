"""Rules for pictures and the words under them."""

from collections.abc import Iterable

from newsclean.dom import Element, is_media
from newsclean.rules.answers import Skip, Take

_ORPHAN = Take("paragraph", reads="text")


def figure(node: Element) -> Take | None:
    """Tie the pictures of a `figure` to its `figcaption`, wherever in the figure either stands.

    A figure of figures is opened: each inner one has its own pictures.
    """
    return None if node.find(".//figure") is not None else _take(node, node.iter("img"), node.find(".//figcaption"))


def wp_caption(node: Element) -> Take | None:
    """Tie the pictures of WordPress's `div.wp-caption` to its `.wp-caption-text`.

    One inside another is opened, as is one around a figure: the inner one has its own pictures. That also bounds the
    search, as no element is looked at from two of them.
    """
    if "wp-caption" not in (node.get("class") or ""):
        return None
    images, caption = [], None
    for part in node.iter():
        names = _classes(part)
        if part is not node and (part.tag == "figure" or "wp-caption" in names):
            return None
        if part is node and "wp-caption" not in names:
            return None
        if part.tag == "img":
            images.append(part)
        if caption is None and "wp-caption-text" in names:
            caption = part
    return _take(node, images, caption)


def image(node: Element) -> Take:
    """Make a figure of a picture that stands alone or in running text."""
    return Take("figure", nodes=(node,))


def picture(node: Element) -> Skip | None:
    """Account for a `picture` that holds no `img`: browsers show nothing for it."""
    return Skip("no-source") if is_media(node) else None


def orphan_caption(_: Element) -> Take:
    """Read a `figcaption` that no figure claims, as a paragraph of this name for the join of the same name."""
    return _ORPHAN


def _take(node: Element, images: Iterable[Element], caption: Element | None) -> Take | None:
    # What a player holds is shown only where the player is not: it is dropped with it, not taken out of it.
    fallback: set[Element] = set()
    for player in node.iter("object", "video", "audio", "svg"):
        if player not in fallback:
            fallback.update(player.iter())
    nodes = tuple(image for image in images if image not in fallback)
    texts = {} if caption is None or caption in fallback else {"caption": caption}
    return Take("figure", texts=texts, nodes=nodes) if nodes else None


def _classes(node: Element) -> list[str]:
    return (node.get("class") or "").split()
