"""Words near a picture that no markup ties to it: how they stand, and what they say.

A picture is followed by prose far more often than by its caption, so each look asks for a sign beside nearness: the words end
the line of the picture, or stand apart in italics or bold; they are a short block of their own, centred, italic or marked; a
box named for a picture holds both; a credit closes them. What labelled posts say of these signs: docs/caption-labels.md.
"""

import re
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from newsclean.dom import BLOCKS, Element
from newsclean.rules.answers import Take
from newsclean.rules.credit_lines import is_credit_line, tail
from newsclean.rules.decoration import unwanted
from newsclean.rules.looks import LONGEST, MEDIA, PARTS, SPACE, has_words, is_bold, is_centred, is_italic, is_shown, words_in


class Mark(NamedTuple):
    """One row: how a line says itself that it is about a picture."""

    name: str
    pattern: str
    why: str


MARKS = (
    Mark("arrow", r"[▲△▴▵▼▽↑◀◁▶▷←→]\s?\S", why="It points at the picture: usual in Chinese and Korean papers."),
    Mark(
        "chinese",
        r"[（(【]?(?:图|圖)[）)】]?\s?(?:[0-9０-９一二三四五六七八九十]{0,3}\s?[:：/|｜．.、]|源|说|說|为|為|片)",
        why="Picture.",
    ),
    Mark("table", r"[（(【]?表\s?[0-9０-９]{1,3}\s?[:：.．]", why="A table printed as a picture is captioned as tables are."),
    Mark(
        "number",
        r"(?:figures?|fig|abbildung|abb|bild|foto|photo|image|picture|figura|imagen|afbeelding|figuur|rysunek|rys|obrázek|obr|kuva|"
        r"рис|рисунок|фото|мал|그림|사진|図|写真|شكل|صورة|איור|hình|gambar|ảnh|şekil)\.?\s?[0-9０-９]{0,3}\s?[.:：．)）]\s?\S",
        why="Books and papers number their figures, in every language.",
    ),
    Mark("angles", r"[<‹〈《＜][^<>‹›〈〉《》＜＞]{1,150}[>›〉》＞]\Z", why="Korean blogs set captions in angle brackets."),
)
_MARK = re.compile("|".join(f"(?:{row.pattern})" for row in MARKS), re.IGNORECASE)

_UP = 6
_MOST_PICTURES = 6
_BESIDE = 6
# Words that end the line of a picture: longer ones are prose beside it.
_SHORT_LINE, _SHORT_LINES, _SHORT_BLOCK, _SHORT_TITLE = 170, 110, 170, 80
_SET_APART = frozenset({"b", "strong", "em", "i", "cite", "small"})
_BOLD = frozenset({"b", "strong"})
_HOLDERS = frozenset({"body", "p", "div", "td", "center", "li", "dd", "section", "span", "a", "font"})
_TEXTS = frozenset({"p", "div", "center", "span", "small", "em", "i", "figcaption", "td", "dd", "font"})
_CELLS = frozenset({"td", "th"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hr"})
_END = ":：;；»"
# Notes to the text begin so; they are small as captions are.
_NOTE = re.compile(r"(?:注|註|※|notes?|anm(?:erkung)?|nota|примечание|\*|†|[¹²³])\s?[0-9]{0,2}\s?[:：.)]?\s", re.IGNORECASE)
_SENTENCES = re.compile(r"[.!?。！？]\s?[^\W\d_][^.]")
_PICTURE_BOX = re.compile(
    r"(?:.*[-_])?(?:image|img|photo|picture|pic|foto|bild|figure|graphic|illustration)s?"
    r"(?:[-_](?:box|wrapper|container|widget|block|holder|frame|wrap|left|right|center))*(?:[-_]{2}[a-z0-9]+)?|"
    r"(?:align|float|pull)[-_]?(?:left|right)",
    re.IGNORECASE,
)
_FLOATED = re.compile(r"float\s*:\s*(?:left|right)", re.IGNORECASE)


def near(node: Element) -> Take | None:
    """Find the caption of a picture by what stands after it."""
    at = node
    for _ in range(_UP):
        above = at.getparent()
        if above is None or above.tag in ("html", "figure"):
            return None
        if above.tag == "body":
            return _after(at, above)
        if not _is_alone(at, above):
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
    pictures = _pictures(block)
    return pictures if 1 < len(pictures) <= _MOST_PICTURES and pictures[0] is first else ()


def _is_alone(at: Element, above: Element) -> bool:
    """Tell whether an element holds nothing to read but one in it."""
    if has_words(above.text) or has_words(at.tail):
        return False
    for others in (at.itersiblings(), at.itersiblings(preceding=True)):
        for count, part in enumerate(islice(others, _BESIDE + 1)):
            if count == _BESIDE or has_words(part.tail) or (part.tag != "noscript" and is_shown(part)):
                return False
    return True


def _is_first(at: Element, above: Element) -> bool:
    """Tell whether nothing to read stands before an element."""
    if has_words(above.text):
        return False
    before = list(islice(at.itersiblings(preceding=True), _BESIDE + 1))
    return len(before) <= _BESIDE and not any(has_words(part.tail) or is_shown(part) for part in before)


def _after(at: Element, around: Element) -> Take | None:
    following = [part for part in islice(at.itersiblings(), 2 * _BESIDE) if part.tag != "noscript"]
    if (
        at.tag not in BLOCKS
        and around.tag in _HOLDERS
        and (has_words(at.tail) or (following and following[0].tag not in BLOCKS))
    ):
        return _line(at, around, following)
    if has_words(at.tail):
        return None
    shown = [part for part in following if is_shown(part) or has_words(part.tail)]
    if not shown or has_words(shown[0].tail) or shown[0].tag not in (*_TEXTS, "tr"):
        return None
    return _row(shown) if shown[0].tag == "tr" else _block(at, around, shown)


def _line(at: Element, around: Element, following: list[Element]) -> Take | None:
    """Look at the line after a picture that begins one: words that end a paragraph, or a block."""
    words = [(at.tail or "").strip(SPACE)]
    holders = [at] if words[0] else []
    pictures = list(_pictures(at))
    breaks = count = 0
    for part in following:
        if not holders and part.tag not in BLOCKS and not has_words(part.tail) and (more := _pictures(part)):
            pictures += more
            breaks = 0
            count += 1
            continue
        if part.tag in BLOCKS or (part.tag == "br" and holders):
            break
        count += 1
        breaks += part.tag == "br"
        inside = words_in(part)
        if (not inside and is_shown(part)) or any(deep.tag in MEDIA for deep in islice(part.iter(), PARTS)):
            return None
        tail_words = (part.tail or "").strip(SPACE)
        words += [inside, tail_words]
        holders += [part] * bool(inside) + [at] * bool(tail_words)
    said = " ".join(" ".join(words).split())
    rest = following[count:]
    begins = _is_first(at, around) or _begins_line(at) or any(_is_picture(part) for part in rest[:2])
    if not said or said[-1] in _END or breaks > 1 or not begins or not _is_end(rest, around):
        return None
    found = _said(said, holders, breaks, around)
    # Of several pictures before a line the first is asked, and speaks for all.
    return found if found is None or len(pictures) == 1 else found._replace(nodes=tuple(pictures))


def _pictures(node: Element) -> tuple[Element, ...]:
    """Give the pictures of an element that holds nothing else."""
    parts = list(islice(node.iter(), PARTS))
    worded = any(has_words(part.text) or (part is not node and has_words(part.tail)) for part in parts)
    others = any(part.tag in MEDIA and part.tag != "img" for part in parts)
    found = tuple(part for part in parts if part.tag == "img")
    return () if worded or others or any(unwanted(part) for part in found) else found


def _begins_line(at: Element) -> bool:
    """Tell whether a picture begins a paragraph or stands in a row of pictures with their lines; after a single break, the
    words around it are one text."""
    before = list(islice(at.itersiblings(preceding=True), _BESIDE))
    if not before or before[0].tag != "br" or has_words(before[0].tail):
        return False
    if len(before) > 1 and before[1].tag == "br" and not has_words(before[1].tail):
        return True
    return any(_is_picture(part) for part in before[1:])


def _is_end(rest: list[Element], around: Element) -> bool:
    """Tell whether a paragraph ends with a line: two breaks follow it, or nothing in its block."""
    breaks = 0
    for _ in range(_UP):
        for part in rest:
            if part.tag in BLOCKS or (breaks and _is_picture(part)):
                return True
            if part.tag != "br" and is_shown(part):
                return False
            breaks += part.tag == "br"
            if breaks > 1:
                return True
            if has_words(part.tail):
                return False
        if around.tag in BLOCKS:
            return len(rest) < _BESIDE
        above = around.getparent()
        if above is None or has_words(around.tail):
            return False
        rest = list(islice(around.itersiblings(), _BESIDE))
        around = above
    return False


def _is_picture(node: Element) -> bool:
    """Tell whether an element holds a picture, and no words before it: the next one of a row of pictures with their lines."""
    for part in islice(node.iter(), _BESIDE):
        if part.tag == "img":
            return True
        if has_words(part.text) or part.tag in MEDIA:
            return False
    return False


def _said(said: str, holders: list[Element], breaks: int, around: Element) -> Take | None:
    only = holders[0] if len(holders) == 1 and holders[0].tag != "img" else None
    if only is not None and only.tag in _SET_APART:
        return _take(only) if len(said) <= (_SHORT_TITLE if only.tag in _BOLD else LONGEST) else None
    if around.tag == "a":
        return None
    if _is_box(around) and len(said) <= LONGEST:
        return (
            _take(only) if only is not None and only.tag not in ("img", "a", "picture") else Take("figure", announces=len(said))
        )
    if _MARK.match(said):
        return Take("figure", announces=len(said)) if len(said) <= LONGEST else None
    most = _SHORT_LINES if _SENTENCES.search(said) else _SHORT_LINE
    return Take("figure", announces=len(said)) if len(said) <= most and (breaks or tail(said) is not None) else None


def _block(at: Element, around: Element, shown: list[Element]) -> Take | None:
    """Look at the block after one that holds nothing but a picture."""
    block, rest = shown[0], shown[1:]
    said = words_in(block)
    others = MEDIA | _HEADINGS
    if not said or said[-1] in _END or _NOTE.match(said) or any(part.tag in others for part in islice(block.iter(), PARTS)):
        return None
    credit = rest[0] if rest and is_credit_line(words_in(rest[0])) and not has_words(rest[0].tail) else None
    closed = len(rest) == (credit is not None) and _is_first(at, around)
    if is_credit_line(said):
        return None  # the join does
    if at.tag == "dt":
        return _take(block)
    if closed and (_is_box(around) or (credit is not None and around.tag != "body")):
        return _take(block, credit)
    if _MARK.match(said) and len(said) <= LONGEST:
        return _take(block, credit)
    if len(said) > _SHORT_BLOCK:
        return None
    if (tail(said) or 0) > 0:
        return _take(block)
    following = rest[0] if rest else None
    if is_italic(block) and not (following is not None and is_italic(following)):
        return _take(block, credit)
    if is_centred(block) and not is_bold(block) and not (following is not None and is_centred(following)):
        return _take(block, credit)
    return None


def _row(shown: list[Element]) -> Take | None:
    """Look at the row under one that holds nothing but a picture, in a table of these two."""
    row = shown[0]
    said = words_in(row)
    fits = len(shown) == 1 and len(row) == 1 and row[0].tag in _CELLS
    return _take(row[0]) if fits and said and len(said) <= _SHORT_BLOCK else None


def _take(caption: Element, credit: Element | None = None) -> Take:
    texts = {"caption": caption} if credit is None else {"caption": caption, "credit": credit}
    return Take("figure", texts=MappingProxyType(texts), inferred=True)


def _is_box(node: Element) -> bool:
    """Tell whether an element is named for a picture, or stands beside the text as a picture does."""
    label = node.get("class") or ""
    if label and any(_PICTURE_BOX.fullmatch(name[:80]) for name in label.split()[:_BESIDE]):
        return True
    style = node.get("style")
    return style is not None and _FLOATED.search(style[:200]) is not None
