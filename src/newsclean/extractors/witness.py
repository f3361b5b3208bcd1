"""What the head of a page says about its article: witnesses for where its title, standfirst and picture stand."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import NamedTuple

from newsclean.dom import Element
from newsclean.same_file import file_key

_NAMES = MappingProxyType(
    {
        "og:title": "title", "twitter:title": "title", "dc.title": "title",
        "description": "description", "og:description": "description", "twitter:description": "description",
        "og:image": "picture", "og:image:url": "picture", "twitter:image": "picture", "twitter:image:src": "picture",
    }
)  # fmt: skip
# Pages without a `body` tag of their own have one all the same; what stands further down is no head.
_MOST = 600
# Letters and digits of a title below which likeness says nothing, and of a description that tell it.
_SHORTEST, _BEGINNING = 8, 32
# Letters of the pieces that two texts are compared by, and the share of them that makes the texts one.
_PIECE, _SHARED = 3, 0.5


class Witness(NamedTuple):
    """Letters and digits of titles and descriptions, without case; keys of pictures."""

    titles: frozenset[str]
    descriptions: frozenset[str]
    pictures: frozenset[str]

    def is_title(self, words: str) -> bool:
        """Tell whether a text says the title, or most of it."""
        folded = fold(words)
        if len(folded) < _SHORTEST:
            return folded in self.titles
        return any(_are_alike(folded, title) for title in self.titles)

    def is_description(self, words: str) -> bool:
        """Tell whether a text begins as a description of the page does."""
        start = fold(words)[:_BEGINNING]
        return len(start) == _BEGINNING and any(said.startswith(start) for said in self.descriptions)


def _are_alike(one: str, other: str) -> bool:
    """Tell whether one text holds the other and little more, or both are made of the same pieces."""
    short, long = sorted((one, other), key=len)
    if 2 * len(short) < len(long):
        return False
    if short in long:
        return True
    pieces, others = ({text[at : at + _PIECE] for at in range(len(text) - _PIECE + 1)} for text in (one, other))
    return 2 * len(pieces & others) >= _SHARED * (len(pieces) + len(others))


def fold(text: str) -> str:
    """Give letters and digits alone, without case."""
    return "".join(filter(str.isalnum, text)).casefold()


def witness_of(nodes: Iterable[Element]) -> Witness:
    """Read the head of a page."""
    found: dict[str, set[str]] = {"title": set(), "description": set(), "picture": set()}
    for at, node in enumerate(nodes):
        if node.tag == "body" or at > _MOST:
            break
        if node.tag == "title" and node.text:
            found["title"].add(fold(node.text))
        elif node.tag == "meta" and (content := node.get("content")):
            kind = _NAMES.get((node.get("property") or node.get("name") or "").lower())
            if kind is not None:
                found[kind].add(file_key(content) if kind == "picture" else fold(content))
    titles = (title for title in found["title"] if len(title) >= _SHORTEST)
    return Witness(frozenset(titles), frozenset(found["description"]), frozenset(found["picture"]))
