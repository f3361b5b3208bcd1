"""Rules for players, frames and posts of other sites."""

from collections.abc import Mapping
from itertools import chain, islice, takewhile
from types import MappingProxyType

from newsclean.dom import Element
from newsclean.providers import POST_CLASSES, Embedded, Kind, embedded
from newsclean.rules.answers import Skip, Take

_NO_SOURCE = Skip("no-source")
_FALLBACK = Skip("embed")
_LINK = Skip("embed-link")
# Children of an `object` or `video` that are looked at for its address.
_NEAR = 40
_KINDS: Mapping[object, Kind] = MappingProxyType({"video": "video", "audio": "audio"})
PLAYERS = frozenset({"iframe", "video", "audio", "object"})
_LAST_LINKS, _FIRST_LINKS = 5, 15


def player(node: Element) -> Take | Skip:
    """Read a player or frame; what it holds is a fallback that readers do not see."""
    found = source_of(node)
    return _NO_SOURCE if found is None else Take("embed", reads="nothing", values=_values(found, node))


def fallback(_: Element) -> Skip:
    """Leave out a player where our own HTML is read: it has none."""
    return _FALLBACK


def figure_of_player(node: Element) -> Take | None:
    """Tie the one player of a `figure` without picture to its `figcaption`."""
    found, caption = None, None
    for part in node.iterdescendants():
        if part.tag in {"img", "figure"}:
            return None
        if part.tag == "figcaption" and caption is None:
            caption = part
        elif part.tag in PLAYERS and found is None:
            found = part
        elif part.tag in PLAYERS and found is not None and found not in islice(part.iterancestors(), 3):
            return None
    source = None if found is None else source_of(found)
    if found is None or source is None:
        return None
    if caption is not None and found in takewhile(lambda above: above is not node, caption.iterancestors()):
        # The player was not closed: what it holds is dropped with it.
        caption = None
    return Take("embed", nodes=(found,), texts={} if caption is None else {"caption": caption}, values=_values(source, found))


def gist(node: Element) -> Take | None:
    """Read the script by which GitHub shows a gist."""
    address = node.get("src") or ""
    if "gist.github" not in address:
        return None
    return Take("embed", reads="nothing", values=_values(embedded(address), node))


def post(node: Element) -> Take | None:
    """Read the quotation that a script of its site turns into a post: its words stay, and the address of the post."""
    label = node.get("class")
    provider = next((POST_CLASSES[name] for name in label.split() if name in POST_CLASSES), None) if label else None
    if provider is None:
        return None
    named = node.get("data-instgrm-permalink") or node.get("cite") or node.get("data-href") or node.get("data-embed-url")
    # The date at the end links to the post itself; some sites wrap it.
    links = chain(islice(node.iterchildren("a", reversed=True), _LAST_LINKS), islice(node.iterdescendants("a"), _FIRST_LINKS))
    addresses = [named] if named else (part.get("href") or "" for part in links)
    known = next((found for address in addresses if (found := embedded(address)).provider == provider), None)
    url = named or "" if known is None else known.url
    return Take("embed", reads="blocks", values={"kind": "post", "provider": provider, "url": url}) if url else None


def canonical_embed(node: Element) -> Take | None:
    """Read an embed as our own HTML has it."""
    names = (node.get("class") or "").split()
    link = _link_of(node)
    if names[:1] != ["nc-embed"] or link is None:
        return None
    kind, provider = (*(name.removeprefix("nc-") for name in names[1:3]), None, None)[:2]
    values = {"kind": kind, "provider": provider, "url": link.get("href"), "title": link.get("title")}
    last = node[-1]
    texts = {"caption": last} if last.tag == "figcaption" else {}
    if kind not in {"video", "audio", "post", "frame"}:
        return None
    if len(node) == node.index(link) + 1 + len(texts):
        # Nothing is said about it: it takes no more room than the player did.
        return Take("embed", nodes=(link,), values=values, texts=texts)
    return Take("embed", reads="blocks", values=values, texts=texts)


def canonical_embed_link(node: Element) -> Skip | None:
    """Leave out the link that stands for the embed in our own HTML."""
    above = node.getparent()
    if above is None or above.tag != "figure" or not (above.get("class") or "").startswith("nc-embed "):
        return None
    return _LINK if _link_of(above) is node else None


def _link_of(node: Element) -> Element | None:
    """Give the link that stands for an embed: its first element, but for the frame that `to_html(embeds="iframe")` writes."""
    first = next(node.iterchildren(), None)
    if first is not None and first.tag == "iframe":
        first = first.getnext()
    return first if first is not None and first.tag == "a" else None


def source_of(node: Element) -> Embedded | None:
    """Give what a player or frame shows, or None if it names nothing."""
    kind: Kind = _KINDS.get(node.tag, "frame")
    own = node.get("src") or node.get("data") or node.get("data-src") or node.get("data-lazy-src") or ""
    if not own.strip() or own.strip().startswith("about:"):
        own = next(filter(None, map(_address, islice(node.iterdescendants(), _NEAR))), "")
    return embedded(own, kind) if own.strip() else None


def _address(part: Element) -> str:
    if part.tag == "param":
        return (part.get("value") or "") if (part.get("name") or "").lower() in {"movie", "src", "url"} else ""
    return (part.get("src") or "") if part.tag in {"source", "embed", "iframe"} else ""


def _values(found: Embedded, node: Element) -> dict[str, object]:
    return {"kind": found.kind, "provider": found.provider, "url": found.url, "title": node.get("title") or None}
