"""What a page says of itself: one look over its elements, sorted by how it says it. Everything is limited."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple, TypeVar

from newsclean.dom import BLOCKS, UNREAD, Element, Tree, without_surrogates
from newsclean.rules.page_names import CLASSES, LINES, OTHERS
from newsclean.walk.run import collapse

_Any = TypeVar("_Any")
_MOST_SIGNS = 3_000
"""Of one way; a page of news has some 60 `meta`, 20 items and 50 elements of a class that tells."""
_MOST_HEADLINES = 30
MOST_CHARS = 10_000
"""Of one value; what is longer is cut."""
_MOST_NODES = 300
"""Elements in one whose words are read."""
_NEAR = 5
"""Levels above an element whose classes tell what it is part of."""
_MOST_NAMES = 5
"""Of one attribute that may hold several."""
# What nobody can see, and no format of ours holds.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_LD = re.compile(r"application/(?:[a-z0-9.\-]{1,30}\+)?ld\+json", re.IGNORECASE)
_SEPARATORS = re.compile(r"[:._\s-]+")
_HELD = ("content", "datetime", "href", "src", "value")
"""Attributes in which microdata holds a value, the general one first."""
_TOLD = frozenset({"h1", "html", "link", "meta", "script", "time", "title"})
_DRAWN = frozenset({"svg", "template"})
_PARTS = re.compile(r"[^a-zA-Z]+|(?<=[a-z])(?=[A-Z])")
_KINDS = tuple((row.name, frozenset(row.words.split())) for row in CLASSES)
_LONGEST_LABEL = 300
_WORDS = frozenset(word for row in CLASSES if row.name in LINES for word in row.words.split())
# Most classes hold none of them; of words that hold one another the shorter tells.
_HINTS = tuple(sorted(word for word in _WORDS if not any(other in word for other in _WORDS - {word})))
# A footer tells who wrote what it is the footer of (HTML Living Standard, 4.3.8): it is not among them.
_ASIDE = frozenset({"aside", "figure", "figcaption", "nav", "blockquote"})


class Sign(NamedTuple):
    """One place that says something."""

    at: int
    """Among the elements of the page, in document order."""
    name: str
    node: Element


class Signs(NamedTuple):
    """What was found, in document order."""

    metas: list[tuple[str, str]]
    """Names as `meta_key` gives them, and contents."""
    named: dict[str, list[str]]
    """The same by name."""
    links: list[tuple[str, str]]
    """Words of `rel` of `link` elements, and addresses."""
    relations: list[Sign]
    """Words of `rel` of `a` elements."""
    items: list[Sign]
    """Names of microdata."""
    headlines: list[Sign]
    """`h1`."""
    elements: list[Sign]
    """`title`, `time` and `html`."""
    classes: list[Sign]
    """Names of the rows of `CLASSES`."""
    scripts: list[str]
    """JSON-LD."""


def read_signs(tree: Tree) -> Signs:
    """Look over the elements of a page."""
    signs = Signs([], {}, [], [], [], [], [], [], [])
    kinds: dict[str, tuple[str, ...]] = {}
    nodes = (node for root in tree.roots for node in root.iter())
    for at, node in enumerate(nodes):
        tag = node.tag
        if tag in _TOLD:
            _add_told(Sign(at, str(tag), node), signs)
        elif tag == "a" and (relation := node.get("rel")) is not None:
            _add_words(relation, Sign(at, "", node), signs.relations)
        if (item := node.get("itemprop")) is not None:
            _add_words(item, Sign(at, "", node), signs.items)
        if (label := node.get("class")) is not None:
            found = kinds.get(label)
            if found is None:
                found = kinds[label] = _lines_of(label)
            for name in found:
                _add(signs.classes, Sign(at, name, node))
    return signs


def _add_told(sign: Sign, signs: Signs) -> None:
    """Add an element that tells something by what it is."""
    node = sign.node
    match sign.name:
        case "meta":
            _add_meta(node, signs)
        case "link":
            _add_link(node, signs.links)
        case "script":
            if node.text and _LD.match((node.get("type") or "").strip()):
                _add(signs.scripts, node.text)
        case "h1":
            if len(signs.headlines) < _MOST_HEADLINES:
                signs.headlines.append(sign)
        case "title" if is_drawn(node):
            pass
        case _:
            _add(signs.elements, sign)


def is_drawn(node: Element) -> bool:
    """Tell whether an element stands in a drawing, whose title is its own."""
    return any(above.tag in _DRAWN for above in islice(node.iterancestors(), _NEAR))


def _add_words(value: str, sign: Sign, signs: list[Sign]) -> None:
    for name in words_of(value):
        _add(signs, sign._replace(name=name))


def _add(signs: list[_Any], sign: _Any) -> None:
    if len(signs) < _MOST_SIGNS:
        signs.append(sign)


def _add_meta(node: Element, signs: Signs) -> None:
    content = node.get("content")
    if content and len(signs.metas) < _MOST_SIGNS:
        names = {meta_key(name) for attribute in ("property", "name", "http-equiv") if (name := node.get(attribute))}
        for name in sorted(names):
            signs.metas.append((name, content))
            signs.named.setdefault(name, []).append(content)


def meta_key(name: str) -> str:
    """Give the name of a `meta` without case, its parts by dots: services and plug-ins part them as they like.

    >>> meta_key("article:published_time"), meta_key("Article:Published:Time")
    ('article.published.time', 'article.published.time')
    """
    return _SEPARATORS.sub(".", name[:200].strip().lower())


def _add_link(node: Element, links: list[tuple[str, str]]) -> None:
    address, relation = node.get("href"), node.get("rel")
    if address and relation:
        for name in words_of(relation.lower()):
            _add(links, (name, address))


def words_of(value: str) -> list[str]:
    """Give the first words of an attribute that is a list of them."""
    return value[:200].split()[:_MOST_NAMES]


def _lines_of(label: str) -> tuple[str, ...]:
    """Give the names of the rows that tell a field and that a class attribute fits."""
    lower = label[:_LONGEST_LABEL].lower()
    for hint in _HINTS:
        if hint in lower:
            return tuple(name for name in kinds_of(label) if name in LINES)
    return ()


def kinds_of(label: str) -> tuple[str, ...]:
    """Give the names of the rows of `CLASSES` that a class attribute fits.

    >>> kinds_of("article__author-name"), kinds_of("comment-author"), kinds_of("entryDate")
    (('byline', 'beside'), (), ('date', 'beside'))
    """
    parts = parts_of(label)
    if not parts.isdisjoint(OTHERS):
        return ()
    return tuple(name for name, words in _KINDS if not parts.isdisjoint(words))


def parts_of(label: str) -> frozenset[str]:
    """Give the words that class names are made of."""
    return frozenset(map(str.lower, filter(None, _PARTS.split(label[:_LONGEST_LABEL]))))


def is_of_another(node: Element, around: frozenset[Element]) -> bool:
    """Tell whether an element stands in what is about something else, such as a comment, a teaser or a picture.

    What the headline stands in as well is about the article.
    """
    for above in islice(node.iterancestors(), _NEAR):
        if above in around:
            return False
        if above.tag in _ASIDE:
            return True
        label = above.get("class")
        if label and not parts_of(label).isdisjoint(OTHERS):
            return True
    return False


def text_of(value: str) -> str:
    """Give a value as it may be shown: not too long, no control characters, white space collapsed."""
    text = without_surrogates(value[:MOST_CHARS])
    return collapse(_CONTROL.sub("", text) if _CONTROL.search(text) else text).strip()


def pieces_of(node: Element, leaves_out: frozenset[str] = frozenset()) -> Iterator[str]:
    """Give the texts of an element one by one, a space where a line ends; no code, no elements of these classes."""
    waiting: list[Element | str] = [node]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        part = waiting.pop()
        if isinstance(part, str):
            yield part
            continue
        if part is not node and part.tail:
            waiting.append(part.tail)
        if part.tag in UNREAD or part.tag in _DRAWN or (part is not node and is_left_out(part, leaves_out)):
            continue
        edge = " " if part.tag in BLOCKS or part.tag == "br" else ""
        if edge:
            yield edge
            waiting.append(edge)
        waiting += reversed(part)
        if part.text:
            yield part.text


def is_left_out(node: Element, leaves_out: frozenset[str]) -> bool:
    """Tell whether an element is of a class that is left out."""
    if not leaves_out:
        return False
    label = node.get("class")
    return node.get("aria-hidden") == "true" or (label is not None and not leaves_out.isdisjoint(kinds_of(label)))


def words_in(node: Element, leaves_out: frozenset[str] = frozenset()) -> str:
    """Give the words of an element as a browser shows them."""
    return text_of("".join(pieces_of(node, leaves_out)))


def held_by(node: Element) -> str:
    """Give the value of an element of microdata: that of its attribute, else its words."""
    return next((value for name in _HELD if (value := node.get(name))), None) or words_in(node)
