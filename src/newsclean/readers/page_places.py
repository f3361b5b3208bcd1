"""The places of a page that may tell a field, as the table names them: from a name to what stands there."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple

from newsclean.dom import UNREAD, Element
from newsclean.readers.json_ld import Linked
from newsclean.readers.page_names import Name, announces, is_full_name, names_in, names_in_pieces, names_of, shown
from newsclean.readers.page_signs import Sign, Signs, held_by, is_of_another, meta_key, pieces_of, text_of, words_in
from newsclean.readers.shown_dates import found_date
from newsclean.rules.page_sources import SOURCES, Source

_MOST_VALUES = 100
"""Of one place, such as `meta` of one name."""
_MOST_LEVELS = 3
"""Between two names of one line and what holds both."""
_LONGEST_LINE = 400
_MOST_LINKS = 20
_UNDER = 25
"""Elements between a headline and what stands under it: a by-line, buttons."""
# A line says little but a date if that is a third of it; captions and sentences tell dates too.
_MOST_BESIDE = 3
# Of elements after the headline whose words are looked at, and of these words.
_MOST_AFTER, _LONGEST_SHORT = 80, 80
_DATED = re.compile(r"/((?:19|20)[0-9]{2})(?:[/-]([0-9]{1,2})[/-]([0-9]{1,2})|([0-9]{2})([0-9]{2}))(?=[/_.-]|$)")
# What stands between a kicker and its headline.
_JOINTS = " \t\n\u00a0:|–—-/"
_META_KEYS = MappingProxyType({name: meta_key(name) for row in SOURCES if row.way == "meta" for name in row.names.split()})
_OWN = frozenset(_META_KEYS.values())
"""Names with a place of their own in the table."""
_LABELLED = "twitter:data1"
_BESIDE = frozenset({"kicker", "beside"})


class Said(NamedTuple):
    """What one place says."""

    source: str
    """Way and name."""
    value: Any
    """A text, a JSON value, or a list of names."""


class Page(NamedTuple):
    """A page, looked over."""

    signs: Signs
    linked: Linked
    url: str | None
    headline: Sign | None = None
    """The element of the headline."""
    around: frozenset[Element] = frozenset()
    """What the headline stands in."""

    def said(self, row: Source) -> Iterator[Said]:
        """Give what the places of a row say, in the order in which they are asked."""
        for name in row.names.split():
            source = f"{row.way}:{name}"
            values = self._names(row, name) if row.field == "authors" else self._values(row, name)
            for value in islice(values, _MOST_VALUES):
                yield Said(source, value)

    def _values(self, row: Source, name: str) -> Iterator[Any]:
        signs = self.signs
        match row.way:
            case "json-ld":
                yield from self.linked.values(name)
            case "meta":
                yield from metas_of(signs, name)
            case "itemprop":
                yield from (held_by(node) for _, found, node in signs.items if found == name)
            case "link":
                yield from (address for relation, address in signs.links if relation == name)
            case "rel":
                yield from (words_in(node) for node in self._near(signs.relations, name))
            case "element":
                yield from self._elements(name)
            case "class":
                yield from map(words_in, self._under(name) if name == "subtitle" else self._near(signs.classes, name))
            case _:
                yield from self._dated() if row.way == "line" else self._folders()

    def _folders(self) -> Iterator[str]:
        """Give the date in the address."""
        found = _DATED.search(self.url or "")
        if found is not None:
            yield "-".join(filter(None, found.groups()))

    def _elements(self, name: str) -> Iterator[str]:
        tag, _, attribute = name.partition("@")
        signs = self.signs.headlines if tag == "h1" else self.signs.elements
        nodes = self._near(signs, tag) if tag == "time" else (node for _, found, node in signs if found == tag)
        for node in nodes:
            if attribute:
                value = node.get(attribute)
                if value:
                    yield value
            elif tag == "h1":
                # Whole first: what is called a kicker may be a part of it.
                yield from dict.fromkeys((words_in(node), words_in(node, _BESIDE).strip(_JOINTS)))
            else:
                yield words_in(node)

    def _under(self, name: str) -> Iterator[Element]:
        """Give the elements of a class right after the headline; further down it names the headings of sections."""
        if self.headline is not None:
            first = self.headline.at
            yield from (node for at, found, node in self.signs.classes if found == name and first < at <= first + _UNDER)

    def _near(self, signs: Iterable[Sign], name: str) -> Iterator[Element]:
        """Give the elements of a name, those after the headline first; not those of other articles."""
        start = 0 if self.headline is None else self.headline.at
        named = [(at, node) for at, found, node in signs if found == name]
        for _, node in sorted(named, key=lambda sign: (sign[0] < start, sign[0])):
            if not is_of_another(node, self.around):
                yield node

    def _names(self, row: Source, name: str) -> Iterator[list[Name]]:
        signs = self.signs
        match row.way:
            case "json-ld":
                found = (one for value in self.linked.values(name) for one in names_of(value))
                yield list(islice(found, _MOST_VALUES))
            case "meta":
                contents = metas_of(signs, name) if name != _LABELLED or self._is_labelled() else ()
                told = (Name(one, shown(content)) for content in contents for one in names_in(content))
                yield list(islice(told, _MOST_VALUES))
            case "itemprop":
                yield from self._lines(signs.items, name)
            case "rel":
                yield from self._lines(signs.relations, name)
            case "class":
                yield from self._lines(signs.classes, name)
            case "line":
                yield from self._bylines()
            case _:
                pass

    def _is_labelled(self) -> bool:
        """Tell whether the label of a Twitter card announces names, as `Written by` does; others announce minutes or prices."""
        return any(announces(f"{label}: a") for label in self.signs.named.get("twitter.label1", ())[:1])

    def _lines(self, signs: Iterable[Sign], name: str) -> Iterator[list[Name]]:
        """Give the names of elements that stand in one line, line by line; those after the headline first."""
        line: list[Name] = []
        first: Element | None = None
        for node in islice(self._near(signs, name), _MOST_VALUES):
            if first is not None and not _is_beside(node, first):
                yield line
                first, line = None, []
            elif first is not None and first in islice(node.iterancestors(), _MOST_LEVELS):
                continue
            names = list(names_at(node))
            if names:
                first, line = first if first is not None else node, [*line, *names]
        if line:
            yield line

    def _dated(self) -> Iterator[str]:
        """Give short lines near the headline that say little but a date."""
        for line in self._lines_after():
            shown = found_date(line)
            if shown is not None and shown.size * _MOST_BESIDE >= len(line):
                yield line

    def _bylines(self) -> Iterator[list[Name]]:
        """Give the names in short lines near the headline that begin with a word that announces names."""
        for line in self._lines_after():
            if announces(line) and (names := [name for name in names_in(line) if is_full_name(name)]):
                yield [Name(name, line) for name in names]

    def _lines_after(self) -> Iterator[str]:
        """Give the lines after the headline: of few elements, since the text follows."""
        if self.headline is None:
            return
        for node in islice(following(self.headline.node), _MOST_AFTER):
            if node.tag not in UNREAD and (node.text or "").strip():
                whole = words_in(node)
                if len(whole) <= _LONGEST_SHORT:
                    yield whole


def following(node: Element) -> Iterator[Element]:
    """Give the elements after one, in document order."""
    above: Element | None = node
    while above is not None:
        for sibling in above.itersiblings():
            yield from sibling.iter()
        above = above.getparent()


def og_details(signs: Signs, written: Any) -> dict[str, str]:  # noqa: ANN401 - any JSON value
    """Give what Open Graph says of the picture at this address: its structured properties follow it.

    Source: https://ogp.me/#structured and #array.
    """
    told: dict[str, str] = {}
    found = False
    for name, content in signs.metas:
        if name in {"og.image", "og.image.url"}:
            if told:
                break
            found = content == written
        elif found and name.startswith("og.image."):
            told.setdefault(name.removeprefix("og.image."), content)
    return told


def _is_beside(node: Element, first: Element) -> bool:
    """Tell whether two elements stand in one line: in one another, or in something small around both."""
    near = [first, *islice(first.iterancestors(), _MOST_LEVELS)]
    return node in near or any(above in near for above in islice(node.iterancestors(), _MOST_LEVELS))


def metas_of(signs: Signs, name: str) -> Iterable[str]:
    """Give the contents of the `meta` of a name; one that begins with a star is that of any service."""
    key = _META_KEYS[name]
    if name[0] == "*":
        return (
            content for found, told in signs.named.items() if found.endswith(key[1:]) and found not in _OWN for content in told
        )
    return signs.named.get(key, ())


def names_at(node: Element) -> list[Name]:
    """Give the names in an element that tells authors."""
    content = node.get("content")
    if content:
        return [Name(name, shown(content)) for name in names_in(content)]
    pieces = [text for piece in pieces_of(node) if (text := text_of(piece))]
    whole = " ".join(pieces)
    if not whole or len(whole) > _LONGEST_LINE:
        return []
    found = names_in_pieces(pieces)
    links = (link for link in islice(node.iter("a"), _MOST_LINKS) if link.get("href"))
    addresses = {name: link.get("href") for link in links for name in names_in(words_in(link))}
    return [Name(name, words_in(node), addresses.get(name)) for name in found]
