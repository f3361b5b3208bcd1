"""Words near a picture that no markup ties to it: how they stand, and what they say.

A picture is followed by prose far more often than by its caption, so each look asks for a sign beside nearness: the words end
the line of the picture, or stand apart in italics or bold; they are a short block of their own, centred, italic or marked; a
box named for a picture holds both; a credit closes them. What labelled posts say of these signs: docs/caption-labels.md.
"""

import re
from itertools import islice

from newsclean.dom import BLOCKS, Element
from newsclean.rules.answers import Take
from newsclean.rules.credit_lines import is_credit_line, tail
from newsclean.rules.looks import LONGEST, MEDIA, PARTS, has_words, is_bold, is_centred, is_italic, is_shown, words_in
from newsclean.rules.picture_lines import line
from newsclean.rules.picture_marks import says_so
from newsclean.rules.picture_places import BESIDE, UP, guess, is_alone, is_box, is_first, pictures_in
from newsclean.rules.signals import is_within

_MOST_PICTURES = 6
# Blocks that are longer are prose, unless a box holds them with a picture and a credit, or what stands under a picture is bare.
_SHORT_BLOCK, _LONG_BLOCK, _SHORT_CREDIT = 170, 600, 60
_HOLDERS = frozenset({"body", "p", "div", "td", "center", "li", "dd", "section", "span", "a", "font"})
_TEXTS = frozenset({"p", "div", "center", "span", "small", "em", "i", "figcaption", "td", "dd", "font"})
_CELLS = frozenset({"td", "th"})
_TITLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HEADINGS = _TITLES | {"hr"}
_BARE = frozenset({"div", "span"})
_UNDER = _TEXTS | _TITLES | {"tr"}
_CAPTION_AND_CREDIT = 2
_END = ":：;；»"
_SENTENCE_ENDS = ".。!?！？"
# Notes to the text begin so; they are small as captions are.
_NOTE = re.compile(r"(?:注|註|※|notes?|anm(?:erkung)?|nota|примечание|\*|†|[¹²³])\s?[0-9]{0,2}\s?[:：.)]?\s", re.IGNORECASE)


def near(node: Element) -> Take | None:
    """Find the caption of a picture by what stands after it."""
    at = node
    for _ in range(UP):
        above = at.getparent()
        if above is None or above.tag in ("html", "figure"):
            return None
        if above.tag == "body":
            return _after(at, above)
        if not is_alone(at, above):
            pictures = _pictures_of(above, node)
            if not pictures:
                return _after(at, above)
            found = near_block(above)
            return None if found is None else found._replace(nodes=pictures)
        at = above
    return None


def near_block(block: Element) -> Take | None:
    """The same for a block of several pictures, which share the words after it."""
    above = block.getparent()
    return None if above is None or above.tag == "html" else _after(block, above)


def _pictures_of(block: Element, first: Element) -> tuple[Element, ...]:
    """Give the pictures of a block that holds nothing else, if they are several and this is the first."""
    parts = list(islice(block.iter(), PARTS + 1))
    if block.tag not in BLOCKS or len(parts) > PARTS:
        return ()
    pictures = pictures_in(block)
    return pictures if 1 < len(pictures) <= _MOST_PICTURES and pictures[0] is first else ()


def _after(at: Element, around: Element) -> Take | None:
    following = [part for part in islice(at.itersiblings(), 2 * BESIDE) if part.tag != "noscript"]
    if (
        at.tag not in BLOCKS
        and around.tag in _HOLDERS
        and (has_words(at.tail) or (following and following[0].tag not in BLOCKS))
    ):
        return line(at, around, following)
    if has_words(at.tail):
        return None
    shown = [part for part in following if is_shown(part) or has_words(part.tail)]
    if not shown or has_words(shown[0].tail) or shown[0].tag not in _UNDER:
        return None
    return _row(shown) if shown[0].tag == "tr" else _block(at, around, shown)


def _block(at: Element, around: Element, shown: list[Element]) -> Take | None:
    """Look at the block after one that holds nothing but a picture."""
    block, rest = shown[0], shown[1:]
    credit = rest[0] if rest and is_credit_line(words_in(rest[0])) and not has_words(rest[0].tail) else None
    closed = len(rest) == (credit is not None) and is_first(at, around)
    if credit is not None and closed and around.tag != "body" and (is_box(around) or block.tag in _TITLES):
        return _closed(block, credit)
    said = words_in(block)
    if block.tag in _TITLES:
        return guess(None, block) if is_credit_line(said) else None
    others = MEDIA | _HEADINGS
    if not said or said[-1] in _END or _NOTE.match(said) or any(part.tag in others for part in islice(block.iter(), PARTS)):
        return None
    if is_credit_line(said):
        return None  # the join does
    if at.tag == "dt" or (closed and (is_box(around) or (credit is not None and around.tag != "body"))):
        return guess(block, credit)
    if says_so(said) and len(said) <= LONGEST:
        return guess(block, credit)
    if len(said) > _SHORT_BLOCK:
        return None
    if (tail(said) or 0) > 0:
        return guess(block)
    if is_first(at, around) and _is_bare(around, shown):
        return guess(block, *rest)
    return guess(block, credit) if _is_set_apart(block, rest[0] if rest else None) else None


def _is_set_apart(block: Element, following: Element | None) -> bool:
    """Tell whether a block is wholly italic or small, or centred, and the next one is not."""
    if is_italic(block) and not (following is not None and is_italic(following)):
        return True
    return is_centred(block) and not is_bold(block) and not (following is not None and is_centred(following))


def _closed(block: Element, credit: Element) -> Take | None:
    """Look at what stands between a picture and its credit, with nothing else in their box: long words too; a heading only if
    it is a sentence, as it heads nothing."""
    if not is_within(block, _LONG_BLOCK) or any(part.tag in MEDIA for part in islice(block.iter(), PARTS)):
        return None
    # lxml-stubs allow for bytes, which Python 2 knew.
    said = "".join(block.itertext()).strip()  # type: ignore[arg-type]
    return guess(block, credit) if said and (block.tag not in _TITLES or said[-1] in _SENTENCE_ENDS) else None


def _is_bare(around: Element, shown: list[Element]) -> bool:
    """Tell whether a box holds a picture, a few words, and fewer still, none of it set as a paragraph, among text that is."""
    if around.tag != "div" or len(shown) > _CAPTION_AND_CREDIT or any(part.tag not in _BARE for part in shown):
        return False
    if any(inner.tag in BLOCKS for part in shown for inner in islice(part.iter(), 1, PARTS)):
        return False
    credit = words_in(shown[-1])
    if len(shown) == _CAPTION_AND_CREDIT and (not 0 < len(credit) <= _SHORT_CREDIT or credit[-1] in _SENTENCE_ENDS):
        return False
    at: Element | None = around
    for _ in range(UP // 2):
        if at is None or at.tag == "body":
            return False
        beside = [near for near in (at.getprevious(), at.getnext()) if near is not None]
        if beside:  # in a row of such boxes, as lists of people and things are set, there are pictures beside it
            return all(_is_text(near) for near in beside)
        at = at.getparent()
    return False


def _is_text(node: Element) -> bool:
    tags = {part.tag for part in islice(node.iter(), PARTS)}
    return "p" in tags and "img" not in tags


def _row(shown: list[Element]) -> Take | None:
    """Look at the row under one that holds nothing but a picture, in a table of these two."""
    row = shown[0]
    said = words_in(row)
    fits = len(shown) == 1 and len(row) == 1 and row[0].tag in _CELLS
    return guess(row[0]) if fits and said and len(said) <= _SHORT_BLOCK else None
