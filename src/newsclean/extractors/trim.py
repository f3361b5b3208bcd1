"""What inside the body node is no text of the article: lines above the first and below the last prose, links that lead away.

Only how a block is built and where it stands is looked at, never a word.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

from newsclean.dom import BLOCKS, Element
from newsclean.extractors.measures import END, FEWEST, Measured, words_of
from newsclean.extractors.witness import Witness, fold

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ITEMS = frozenset({"li", "td", "th", "dd", "dt", "caption"})
_TEXTS = frozenset({"p", "blockquote", "pre", *_ITEMS})
_MEDIA = frozenset({"img", "picture", "video", "audio", "iframe", "object", "figure", "amp-img", "math", "pre"})
# Share of a block's letters that are links from which on it leads away.
_LED = 0.8
# Letters from which on a paragraph is a sentence, however many of its words are links.
_SENTENCE = 60
# Share of the article's letters up to which such blocks are furniture; beyond, the article is a list of links.
_MOST_LED = 0.3
# Share of the prose that stands in paragraphs from which on other short lines are none of it.
_IN_PARAGRAPHS = 0.8
# Levels between the headline of a teaser and what holds all of it, and letters of its prose.
_LEVELS, _MOST_CARD = 6, 500
_FEWEST_QUOTED, _MOST_QUOTED = 20, 24
_TAIL = 8
# How many last lines may be no text, and how long one may be; and a line that says where to write to.
_LAST, _PROMOTION, _CONTACT = 4, 400, 260
_ADDRESS = re.compile(r"(?<![\w@])@\w{3}|\w@\w[\w-]*\.\w")
_SHOWN = frozenset({"figure", "embed"})
_EMPHASIS = frozenset({"em", "i", "strong", "b", "small"})
_QUOTES = frozenset({"blockquote", "q", "aside"})


class Unit(NamedTuple):
    """A block with text."""

    at: int
    tag: str
    size: int
    linked: int
    prose: int


def trimmed(page: Measured, body: int, witness: Witness) -> dict[Element, str]:
    """Give the elements inside the body that do not belong to the text."""
    units = _units(page, body)
    cards = _cards(page, body, units, witness) | _said_twice(page, units)
    junk = _junk(page, body, [unit for unit in units if unit.at not in cards], witness) | cards
    if not junk:
        return {}
    kept = _kept(page, body, junk)
    found: dict[Element, str] = {}
    at = body + 1
    while at < page.ends[body]:
        if at in page.outs:
            at = page.ends[at]
            continue
        if kept[at - body]:
            if at in junk:
                found |= _inline_parts(page, at, kept, body)
            at += 1
            continue
        reasons = [junk[inner] for inner in range(at, page.ends[at]) if inner in junk]
        if reasons:
            found[page.nodes[at]] = reasons[0]
        at = page.ends[at]
    return found


def _inline_parts(page: Measured, at: int, kept: list[int], body: int) -> dict[Element, str]:
    """Give the inline elements that hold words of a block which holds other blocks."""
    found = {}
    part = at + 1
    while part < page.ends[at]:
        if page.nodes[part].tag not in BLOCKS and not kept[part - body] and part not in page.outs:
            found[page.nodes[part]] = "edge"
        part = page.ends[part]
    return found


def _units(page: Measured, body: int) -> list[Unit]:
    units = []
    at = body
    while at < page.ends[body]:
        if at in page.outs and at != body:
            at = page.ends[at]
            continue
        if page.sizes[at]:
            units.append(Unit(at, page.nodes[at].tag, page.sizes[at], page.linked[at], page.prose[at]))
        at += 1
    return units


def _cards(page: Measured, body: int, units: list[Unit], witness: Witness) -> dict[int, str]:
    """Find other articles, each under a headline that leads to it."""
    heads = [unit.at for unit in units if unit.tag in HEADINGS]
    places = [unit.at for unit in units]
    junk: dict[int, str] = {}
    for unit in units:
        if unit.tag not in HEADINGS or unit.at in junk or unit.linked < _LED * unit.size:
            continue
        if witness.is_title(words_of(page, unit.at)):
            continue
        card = _card(page, body, unit.at, heads)
        inside = places[bisect_left(places, card) : bisect_left(places, page.ends[card])]
        junk |= dict.fromkeys(inside, "related")
    return junk


def _card(page: Measured, body: int, head: int, heads: list[int]) -> int:
    """Give what holds a headline with all that stands under it: the largest element without another headline."""
    card = head
    for _ in range(_LEVELS):
        up = page.parents[card]
        several = bisect_left(heads, page.ends[up]) - bisect_left(heads, up) > 1
        if up <= body or several or page.total[up] > _MOST_CARD:
            break
        card = up
    return card


def _said_twice(page: Measured, units: list[Unit]) -> dict[int, str]:
    """Find quotations whose words stand in the text as well: they are printed large once more."""
    quotes = [unit for unit in units if unit.size >= _FEWEST_QUOTED and _is_quote(page, unit.at)]
    # Each is looked for in the whole text.
    if not 1 <= len(quotes) <= _MOST_QUOTED:
        return {}
    quoted = {unit.at for unit in quotes}
    text = fold(" ".join(words_of(page, unit.at) for unit in units if unit.at not in quoted and unit.tag in _TEXTS))
    return {unit.at: "pull-quote" for unit in quotes if fold(words_of(page, unit.at)) in text}


def _is_quote(page: Measured, at: int) -> bool:
    for _ in range(_LEVELS):
        node = page.nodes[at]
        if node.tag in _QUOTES or "quote" in (node.get("class") or "").lower():
            return True
        at = page.parents[at]
        if at < 0:
            return False
    return False


def _junk(page: Measured, body: int, units: list[Unit], witness: Witness) -> dict[int, str]:
    prose = [place for place, unit in enumerate(units) if unit.prose and (unit.size >= _SENTENCE or _ends(page, unit))]
    if not prose:
        return {}
    first, last = prose[0], prose[-1]
    top = [place for place, unit in enumerate(units[: first + 1]) if unit.tag in HEADINGS]
    titles = [place for place in top if witness.is_title(words_of(page, units[place].at))]
    title = titles[0] if titles else next((place for place in top if units[place].tag == "h1"), -1)
    whole = sum(unit.size for unit in units[first : last + 1])
    leading = [unit.size for unit in units[first : last + 1] if _leads(unit)]
    is_list = sum(leading) > _MOST_LED * whole or len(leading) > max(_TAIL, _MOST_LED * (last + 1 - first))
    plain = sum(unit.prose for unit in units if unit.tag in _TEXTS) >= _IN_PARAGRAPHS * sum(unit.prose for unit in units)
    junk: dict[int, str] = {}
    # A long tail of short lines is a list.
    tail = [unit for unit in units[last + 1 :] if unit.tag in _TEXTS and not _leads(unit)]
    for place, unit in enumerate(units):
        if place < title:
            junk[unit.at] = "above-title"
        elif place in titles:
            junk[unit.at] = "title-again"
        elif place < first or place > last:
            # Below the text a paragraph of few words may be one, above it is a place or a name.
            said = place > last and unit.tag in _TEXTS and not _leads(unit) and (len(tail) > _TAIL or _is_cry(page, unit))
            if _is_edge(page, unit) and not said:
                junk[unit.at] = "edge"
        elif not unit.prose and unit.tag not in HEADINGS:
            if not is_list and _leads(unit):
                junk[unit.at] = "links"
            elif plain and unit.tag not in _TEXTS:
                junk[unit.at] = "beside"
    return junk | _last_words(page, body, [unit for unit in units if unit.at not in junk])


def _last_words(page: Measured, body: int, units: list[Unit]) -> dict[int, str]:
    """Find what a house says below its text, from the last line upwards: set apart and with a link, or with an address."""
    junk: dict[int, str] = {}
    last_picture = _last_picture(page, body)
    for unit in reversed(units[1:]):
        if unit.tag in HEADINGS and unit.at > last_picture:
            junk[unit.at] = "heading-of-nothing"
        elif len(junk) < _LAST and unit.size <= _PROMOTION and _is_promotion(page, unit):
            junk[unit.at] = "promotion"
        else:
            break
    return junk


def _last_picture(page: Measured, body: int) -> int:
    """Give the place of the last picture or film of the body, furniture apart; -1 if it has none."""
    last, at = -1, body
    while at < page.ends[body]:
        said = page.outs.get(at)
        if said is not None and said.reason not in _SHOWN:
            at = page.ends[at]
            continue
        if page.nodes[at].tag in _MEDIA:
            last = at
        at += 1
    return last


def _is_promotion(page: Measured, unit: Unit) -> bool:
    if _ADDRESS.search(words_of(page, unit.at)) is not None:
        return unit.size <= _CONTACT
    node = page.nodes[unit.at]
    alone = len(node) == 1 and node[0].tag in _EMPHASIS and not (node.text or "").strip() and not (node[0].tail or "").strip()
    return unit.linked > 0 and alone


def _leads(unit: Unit) -> bool:
    return unit.linked >= _LED * unit.size and unit.linked >= _FEWEST_QUOTED


def _is_cry(page: Measured, unit: Unit) -> bool:
    """Tell whether a line is too short to be measured, but ends as a sentence does."""
    return unit.size < FEWEST and not unit.linked and _ends(page, unit)


def _ends(page: Measured, unit: Unit) -> bool:
    return END.search(words_of(page, unit.at)) is not None


def _is_edge(page: Measured, unit: Unit) -> bool:
    if unit.tag in HEADINGS:
        return False
    if unit.tag in _ITEMS:
        return 2 * unit.linked >= unit.size
    if unit.tag not in _TEXTS or page.clauses[unit.at] <= 0 or (unit.size < _SENTENCE and not _ends(page, unit)):
        return True
    return unit.linked >= (_LED if unit.size >= _SENTENCE else 0.5) * unit.size


def _kept(page: Measured, body: int, junk: dict[int, str]) -> list[int]:
    """Count what is kept in each element of the body: blocks with text, and media."""
    kept = [0] * (page.ends[body] - body)
    for at in range(page.ends[body] - 1, body, -1):
        here = kept[at - body]
        if page.nodes[at].tag in _MEDIA or (page.sizes[at] and at not in junk):
            here += 1
        kept[at - body] = here
        kept[page.parents[at] - body] += here
    return kept
