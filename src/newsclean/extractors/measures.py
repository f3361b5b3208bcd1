"""One pass over a page: how much prose each element holds, and how much of it is links. Nothing is decided here.

The unit is a block: an element of block kind with the text that stands in it directly or in inline elements. It counts as
prose by its length, by the signs that end sentences, and by how little of it is links; no word of any language is looked at.
"""

import re
from typing import NamedTuple

from newsclean.dom import BLOCKS, UNREAD, Element
from newsclean.extractors.signs import Said, said_by

# Han, Kana and Hangul say in a character what others say in two or three letters.
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
END = re.compile("[.!?…。！？；؟۔।]")
_SIGNS = re.compile("[.!?…。！？；؟۔।,;:，、،：]")
_DENSE_LETTERS = 2
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Fewer letters are a label, a name, a line of an index; so many more make the most that one block can count.
FEWEST, MOST = 24, 1500
# Without any sign that ends a clause, so long is prose all the same.
_UNSIGNED = 110
# Of a short text with so many digits in it, that it is a date, a time, a count.
_DIGITS = re.compile("[0-9]")
_NUMERIC, _LONG = 0.1, 100
# Prose of an article, and its share of all prose, below which the names of elements are not believed.
_LEAST, _SHARE = 400, 0.35
# How much of its prose an element has from a child.
DECAY = 0.88


class Measured(NamedTuple):
    """What the pass has found, by the place of an element in the order of the document."""

    nodes: list[Element]
    parents: list[int]
    """-1 for roots."""
    ends: list[int]
    """The place after the last element inside."""
    outs: dict[int, Said]
    """What is no place for the article; nothing that stands in one of these is listed."""
    words: list[str]
    """The element's own text, if it is a block."""
    sizes: list[int]
    """Letters of the element's own text, if it is a block."""
    linked: list[int]
    """Of these, in links."""
    clauses: list[int]
    """Signs that end a sentence or a clause in it."""
    prose: list[int]
    """What the own text counts as prose."""
    total: list[int]
    """Prose of the element with all that it holds, `outs` apart."""
    dense: list[float]
    """The same, of which each level takes its part."""
    texts: list[int]
    """Letters of the element with all that it holds, `outs` apart."""


def measure_page(roots: tuple[Element, ...]) -> Measured:
    """Measure a page."""
    nodes = [node for root in roots for node in root.iter()]
    count = len(nodes)
    places = _places(nodes)
    read, parents = _read(nodes, places), places.parents
    sizes, prose = read.sizes, read.prose
    ends, full = list(range(1, count + 1)), prose[:]
    for at in range(count - 1, -1, -1):
        parent = parents[at]
        if parent >= 0:
            full[parent] += full[at]
            if ends[parent] == parent + 1:  # the last child comes first
                ends[parent] = ends[at]
    outs, seen = _outs(nodes, ends, full, {})
    whole, left = max(full, default=0), sum(prose[at] for at in seen)
    if left < _LEAST and left < _SHARE * whole:
        # Names lie: all of the page is called a comment, a widget, a form.
        outs, seen = _outs(nodes, ends, full, None)
    total, dense, texts = [0] * count, [0.0] * count, [0] * count
    for at in reversed(seen):
        total[at] += prose[at]
        dense[at] += prose[at]
        texts[at] += sizes[at]
        parent = parents[at]
        if parent >= 0:
            texts[parent] += texts[at]
            if total[at]:
                total[parent] += total[at]
                dense[parent] += DECAY * dense[at]
    return Measured(nodes, parents, ends, outs, *read, total, dense, texts)


def _outs(
    nodes: list[Element], ends: list[int], full: list[int], names: dict[str, Said | None] | None
) -> tuple[dict[int, Said], list[int]]:
    """Find what says that it is no place for the article, and list what stands outside of that."""
    outs: dict[int, Said] = {}
    seen: list[int] = []
    whole = max(full, default=0)
    at = 0
    while at < len(nodes):
        said = said_by(nodes[at], names)
        if said is not None and full[at] <= said.most * whole:
            outs[at] = said
            at = ends[at]
        else:
            seen.append(at)
            at += 1
    return outs, seen


class _Places(NamedTuple):
    """Where each element stands."""

    parents: list[int]
    blocks: list[int]
    """The nearest block, itself included."""
    in_link: list[bool]


def _places(nodes: list[Element]) -> _Places:
    count = len(nodes)
    place = {node: at for at, node in enumerate(nodes)}
    parents, blocks, in_link = [-1] * count, list(range(count)), [False] * count
    for at, node in enumerate(nodes):
        tag, above = node.tag, node.getparent()
        in_link[at] = tag == "a"
        if above is not None:
            parent = parents[at] = place[above]
            if tag not in BLOCKS:
                blocks[at] = blocks[parent]
            if in_link[parent]:
                in_link[at] = True
    return _Places(parents, blocks, in_link)


class _Read(NamedTuple):
    """What stands in each block itself."""

    words: list[str]
    sizes: list[int]
    linked: list[int]
    clauses: list[int]
    prose: list[int]


def _read(nodes: list[Element], places: _Places) -> _Read:
    parents, blocks, in_link = places
    count = len(nodes)
    texts: dict[int, list[str]] = {}
    linked, clauses, prose = [0] * count, [0] * count, [0] * count
    for at, node in enumerate(nodes):
        text, tail = node.text, node.tail
        if text and not text.isspace() and node.tag not in UNREAD:
            texts.setdefault(blocks[at], []).append(text)
            if in_link[at]:
                linked[blocks[at]] += _letters(text.strip())
        if tail and not tail.isspace() and (parent := parents[at]) >= 0:
            texts.setdefault(blocks[parent], []).append(tail)
            if in_link[parent]:
                linked[blocks[parent]] += _letters(tail.strip())
    words, sizes = [""] * count, [0] * count
    for at, parts in texts.items():
        said = words[at] = " ".join(" ".join(parts).split())
        size = sizes[at] = _letters(said)
        if size >= FEWEST:
            clauses[at] = _clauses(said, size)
            tag = nodes[at].tag
            if tag not in _HEADINGS:
                prose[at] = _prose(size, linked[at] if tag == "p" else 2 * linked[at], clauses[at])
    return _Read(words, sizes, linked, clauses, prose)


def _clauses(text: str, size: int) -> int:
    """Count the signs that end sentences and clauses; those of a date, a time or a count end none."""
    if size < _LONG and len(_DIGITS.findall(text)) > _NUMERIC * size:
        return 0
    return len(_SIGNS.findall(text))


def words_of(page: Measured, at: int) -> str:
    """Give the words of a block itself, or of all that an element holds which is none."""
    own = page.words[at]
    # lxml-stubs allow for bytes, which Python 2 knew.
    return own or " ".join("".join(page.nodes[at].itertext()).split())  # type: ignore[arg-type]


def _letters(text: str) -> int:
    """Count letters and signs."""
    if text.isascii():
        return len(text)
    return len(text) + _DENSE_LETTERS * len(_DENSE.findall(text))


def _prose(size: int, linked: int, clauses: int) -> int:
    own = size - linked
    if own < FEWEST or (clauses <= 0 and own < _UNSIGNED):
        return 0
    return min(own, MOST)
