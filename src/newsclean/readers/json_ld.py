"""JSON-LD of a page: which of its objects is the article, and what stands under a key of it.

Source: JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/), sections 3.3 (node identifiers) and 4.9 (named graphs); schema.org.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple

from newsclean.readers.loose_json import read_loose_json
from newsclean.readers.page_titles import address_key, title_key
from newsclean.rules.page_sources import KINDS, WRAPPERS

Node = dict[str, Any]
# Of scripts, objects in them, and objects that are taken for the article.
_MOST_KEYS = 100
_MOST_SCRIPTS, _MOST_NODES, _MOST_ARTICLES = 50, 2_000, 10
# `schema:Article`, `https://schema.org/Article`.
_BEFORE_NAME = r"[/:#]"
_LONGEST_TYPE = 100
_ADDRESSES = ("url", "@id", "mainEntityOfPage")


class Linked(NamedTuple):
    """The objects that tell of the article."""

    articles: tuple[Node, ...] = ()
    """The article first, then others that say they are the same."""
    named: Mapping[str, Node] = MappingProxyType({})
    """Objects by their `@id`: others refer to them by it."""

    def values(self, key: str) -> Iterator[Any]:
        """Give what stands under a key, in the order of the objects; what lists hold one by one."""
        for node in self.articles:
            value = node.get(key)
            for part in value if isinstance(value, list) else (value,):
                if part is not None:
                    yield self.resolved(part)

    def resolved(self, value: Any) -> Any:  # noqa: ANN401 - any JSON value
        """Give the object that a reference names."""
        name = value.get("@id") if isinstance(value, dict) else None
        told = self.named.get(name, {}) if isinstance(name, str) else {}
        # Many may refer to one: what is large is not copied for each.
        return {**told, **value} if told and len(told) <= _MOST_KEYS else value


class Marks(NamedTuple):
    """What tells the article from others that a page lists."""

    titles: tuple[str, ...]
    """As the page gives them elsewhere, the best first, without case, space and punctuation."""
    urls: frozenset[str]
    """Addresses of the page."""


def read_linked(scripts: Iterable[str], marks: Marks) -> Linked:
    """Find the article in the scripts of a page."""
    nodes: list[Node] = []
    for text in islice(scripts, _MOST_SCRIPTS):
        _add_nodes(read_loose_json(text), nodes)
    named: dict[str, Node] = {}
    for node in nodes:
        name = node.get("@id")
        # The one that tells most: others hold stubs under the same name.
        if isinstance(name, str) and len(node) > len(named.get(name, ())):
            named[name] = node
    kinds: list[list[Node]] = [[] for _ in KINDS]
    for node in nodes:
        kind = kind_of(node)
        if kind is not None:
            kinds[kind].append(node)
    *others, pages = kinds
    articles = next((_same(found, marks) for found in others if found), [])
    return Linked((*articles, *pages)[:_MOST_ARTICLES], named)


def _add_nodes(values: Iterable[Any], found: list[Node]) -> None:
    """Add the objects that stand by themselves in some values, or say what a page is about; not what they are made of."""
    waiting = list(reversed(list(values)))
    while waiting and len(found) < _MOST_NODES:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            found.append(value)
            waiting += (part for key in reversed(WRAPPERS) if isinstance(part := value.get(key), dict | list))


def kind_of(node: Node) -> int | None:
    """Give the place of the row of `KINDS` that an object's type is in, or None if it is no article.

    >>> kind_of({"@type": ["Thing", "https://schema.org/ReportageNewsArticle"]}), kind_of({"@type": "Person"})
    (0, None)
    """
    written = node.get("@type", node.get("type"))
    names = {_bare(name) for name in (written if isinstance(written, list) else (written,)) if isinstance(name, str)}
    return next((at for at, row in enumerate(KINDS) if any(_is_of(name, row.types) for name in names)), None)


def _bare(name: str) -> str:
    return re.split(_BEFORE_NAME, name[-_LONGEST_TYPE:])[-1].lower()


def _is_of(name: str, types: str) -> bool:
    return any(name.endswith(row[1:]) if row[0] == "*" else name == row for row in types.split())


def _same(candidates: list[Node], marks: Marks) -> list[Node]:
    """Give the objects that have the address or the title of the page; the first one if none has."""
    by_title = [node for node in candidates if _title(node) in marks.titles]
    by_address = [node for node in candidates if not marks.urls.isdisjoint(_addresses(node))]
    found = by_address or by_title or candidates[:1]
    # Several objects of one article complete one another; the one that has the title of the page as well tells it best.
    return sorted(found, key=lambda node: _title(node) not in marks.titles)


def _title(node: Node) -> str:
    written = node.get("headline", node.get("name"))
    return title_key(written) if isinstance(written, str) else ""


def _addresses(node: Node) -> Iterator[str]:
    for key in _ADDRESSES:
        value = node.get(key)
        address = value.get("@id", value.get("url")) if isinstance(value, dict) else value
        if isinstance(address, str):
            yield address_key(address)
