"""Words near a picture that no markup ties to it: how they stand, and what they say.

A picture is followed by prose far more often than by its caption, so each row asks for a sign beside nearness: the words end the
line of the picture and stand apart in italics or bold; they are a short block of their own, centred, italic or marked; a box
named for a picture holds both; a credit closes them.
"""

import re
from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from newsclean.dom import BLOCKS, HTML_SPACE, UNREAD, Element
from newsclean.rules.answers import Take
from newsclean.rules.credits import is_credit_line, tail
from newsclean.rules.decoration import unwanted


class Mark(NamedTuple):
    """One row: how a line says itself that it is about a picture."""

    name: str
    pattern: str
    why: str


MARKS = (
    Mark("arrow", r"[▲△▴▵▼▽↑◀◁▶▷←→]\s?\S", why="It points at the picture: usual in Chinese and Korean papers."),
    Mark("chinese", r"[（(【]?(?:图|圖)[）)】]?\s?(?:[0-9０-９一二三四五六七八九十]{0,3}\s?[:：/|｜．.、]|源|说|說|为|為|片)", why="Picture."),
    Mark("table", r"[（(【]?表\s?[0-9０-９]{1,3}\s?[:：.．]", why="A table printed as a picture is captioned as tables are."),
    Mark(
        "number",
        r"(?:figures?|fig|abbildung|abb|bild|foto|photo|image|picture|figura|imagen|afbeelding|figuur|rysunek|rys|obrázek|obr|kuva|"
        r"рис|рисунок|фото|мал|그림|사진|図|写真|شكل|صورة|איור|hình|gambar|ảnh|şekil)\.?\s?[0-9０-９]{0,3}\s?[.:：)）]\s?\S",
        why="Books and papers number their figures, in every language.",
    ),
    Mark("angles", r"[<‹〈《＜][^<>‹›〈〉《》＜＞]{1,150}[>›〉》＞]\Z", why="Korean blogs set captions in angle brackets."),
)
_MARK = re.compile("|".join(f"(?:{row.pattern})" for row in MARKS), re.IGNORECASE)

# Elements of a caption that are looked at, and characters of one that may be a credit.
_PARTS = 48
_LONGEST = 260
_SPACE = HTML_SPACE + "\u00a0\u200b\ufeff"
_UP = 6
_MOST_PICTURES = 6
_BESIDE = 6
# Words that end the line of a picture: longer ones are prose beside it.
_SHORT_LINE, _SHORT_LINES, _SHORT_BLOCK, _SHORT_TITLE = 170, 110, 170, 80
_SET_APART = frozenset({"b", "strong", "em", "i", "cite", "small"})
_ITALIC = frozenset({"em", "i", "cite", "small"})
_BOLD = frozenset({"b", "strong"})
_MEDIA = frozenset({"img", "iframe", "video", "audio", "object", "table", "figure", "form", "input", "select", "svg"})
_HOLDERS = frozenset({"body", "p", "div", "td", "center", "li", "dd", "section", "span", "a", "font"})
_TEXTS = frozenset({"p", "div", "center", "span", "small", "em", "i", "figcaption", "td", "font"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hr"})
_END = ":：;；»"
# Notes to the text begin so; they are small as captions are.
_NOTE = re.compile(r"(?:注|註|※|notes?|anm(?:erkung)?|nota|примечание|\*|†|[¹²³])\s?[0-9]{0,2}\s?[:：.)]?\s", re.IGNORECASE)
_SENTENCES = re.compile(r"[.!?。！？]\s?[^\W\d_][^.]")
_PICTURE_BOX = re.compile(
    r"(?:.*[-_])?(?:image|img|photo|picture|pic|foto|bild|figure|graphic|illustration)s?(?:[-_](?:box|wrapper|container|widget|block|holder|frame|"
    r"wrap|left|right|center))*(?:[-_]{2}[a-z0-9]+)?|(?:align|float|pull)[-_]?(?:left|right)|image[-_](?:left|right)",
    re.IGNORECASE,
)

_FLOATED = re.compile(r"float\s*:\s*(?:left|right)", re.IGNORECASE)


def last_credit(caption: Element) -> Element | None:
    """Give the last element of a caption if it holds a credit, and other words stand before it."""
    if not len(caption):
        return None
    parts = list(islice(caption.iter(), _PARTS + 1))
    if len(parts) > _PARTS:
        return None
    for part in reversed(parts[1:]):
        if _has_words(part.tail):
            return None
        words = words_in(part)
        if words:
            return part if is_credit_line(words) else None
    return None


def words_in(node: Element) -> str:
    """Give the words of an element with white space collapsed; nothing of a long one."""
    found: list[str] = []
    size = 0
    for part in islice(node.iter(), _PARTS + 1):
        for text in (part.text if part.tag not in UNREAD else None, None if part is node else part.tail):
            if text:
                found.append(text)
                size += len(text)
        if part.tag == "br" or size > 4 * _LONGEST:
            found.append(" ")
    words = " ".join("".join(found).split())
    return words if len(words) <= _LONGEST and len(found) <= 4 * _PARTS else ""


def _has_words(text: str | None) -> bool:
    return text is not None and bool(text.strip(_SPACE))


def _is_shown(node: Element) -> bool:
    """Tell whether an element shows words or another medium; a large one does."""
    count = 0
    for part in islice(node.iter(), _PARTS):
        count += 1
        if part.tag in _MEDIA or part.tag == "hr" or (
            part.tag not in UNREAD and (_has_words(part.text) or (part is not node and _has_words(part.tail)))
        ):
            return True
    return count == _PARTS


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
    parts = list(islice(block.iter(), _PARTS + 1))
    if block.tag not in BLOCKS or len(parts) > _PARTS:
        return ()
    pictures = _pictures(block)
    return pictures if 1 < len(pictures) <= _MOST_PICTURES and pictures[0] is first else ()


def _is_alone(at: Element, above: Element) -> bool:
    """Tell whether an element holds nothing to read but one in it."""
    if _has_words(above.text) or _has_words(at.tail):
        return False
    for others in (at.itersiblings(), at.itersiblings(preceding=True)):
        for count, part in enumerate(islice(others, _BESIDE + 1)):
            if count == _BESIDE or _has_words(part.tail) or (part.tag != "noscript" and _is_shown(part)):
                return False
    return True


def _is_first(at: Element, above: Element) -> bool:
    """Tell whether nothing to read stands before an element."""
    if _has_words(above.text):
        return False
    before = list(islice(at.itersiblings(preceding=True), _BESIDE + 1))
    return len(before) <= _BESIDE and not any(_has_words(part.tail) or _is_shown(part) for part in before)


def _after(at: Element, around: Element) -> Take | None:
    following = [part for part in islice(at.itersiblings(), 2 * _BESIDE) if part.tag != "noscript"]
    if at.tag not in BLOCKS and around.tag in _HOLDERS and (_has_words(at.tail) or (following and following[0].tag not in BLOCKS)):
        return _line(at, around, following)
    if _has_words(at.tail):
        return None
    shown = [part for part in following if _is_shown(part) or _has_words(part.tail)]
    if not shown or _has_words(shown[0].tail) or shown[0].tag not in (*_TEXTS, "tr"):
        return None
    return _row(shown) if shown[0].tag == "tr" else _block(at, around, shown)


def _line(at: Element, around: Element, following: list[Element]) -> Take | None:
    """Look at the line after a picture that begins one: words that end a paragraph, or a block."""
    if not (_is_first(at, around) or _follows_break(at)):
        return None
    words = [(at.tail or "").strip(_SPACE)]
    holders = [at] if words[0] else []
    pictures = list(_pictures(at))
    breaks = count = 0
    for part in following:
        if not holders and part.tag not in BLOCKS and not _has_words(part.tail) and (more := _pictures(part)):
            pictures += more
            breaks = 0
            count += 1
            continue
        if part.tag in BLOCKS or (part.tag == "br" and holders):
            break
        count += 1
        breaks += part.tag == "br"
        inside = words_in(part)
        if (not inside and _is_shown(part)) or any(deep.tag in _MEDIA for deep in islice(part.iter(), _PARTS)):
            return None
        tail_words = (part.tail or "").strip(_SPACE)
        words += [inside, tail_words]
        holders += [part] * bool(inside) + [at] * bool(tail_words)
    said = " ".join(" ".join(words).split())
    if not said or said[-1] in _END or breaks > 1 or not _is_end(following[count:], around):
        return None
    found = _said(said, holders, breaks, around)
    # Of several pictures before a line the first is asked, and speaks for all.
    return found if found is None or len(pictures) == 1 else found._replace(nodes=tuple(pictures))


def _pictures(node: Element) -> tuple[Element, ...]:
    """Give the pictures of an element that holds nothing else."""
    parts = list(islice(node.iter(), _PARTS))
    worded = any(_has_words(part.text) or (part is not node and _has_words(part.tail)) for part in parts)
    others = any(part.tag in _MEDIA and part.tag != "img" for part in parts)
    found = tuple(part for part in parts if part.tag == "img")
    return () if worded or others or any(unwanted(part) for part in found) else found


def _follows_break(at: Element) -> bool:
    before = at.getprevious()
    return before is not None and before.tag == "br" and not _has_words(before.tail)


def _is_end(rest: list[Element], around: Element) -> bool:
    """Tell whether a paragraph ends with a line: two breaks follow it, or nothing in its block."""
    breaks = 0
    for _ in range(_UP):
        for part in rest:
            if part.tag in BLOCKS or (breaks and _is_picture(part)):
                return True
            if part.tag != "br" and _is_shown(part):
                return False
            breaks += part.tag == "br"
            if breaks > 1:
                return True
            if _has_words(part.tail):
                return False
        if around.tag in BLOCKS or _is_box(around):
            return len(rest) < _BESIDE
        above = around.getparent()
        if above is None or _has_words(around.tail):
            return False
        rest = list(islice(around.itersiblings(), _BESIDE))
        around = above
    return False


def _is_picture(node: Element) -> bool:
    """Tell whether an element holds a picture, and no words before it: the next one of a row of pictures with their lines."""
    for part in islice(node.iter(), _BESIDE):
        if part.tag == "img":
            return True
        if _has_words(part.text) or part.tag in _MEDIA:
            return False
    return False


def _said(said: str, holders: list[Element], breaks: int, around: Element) -> Take | None:
    only = holders[0] if len(holders) == 1 and holders[0].tag != "img" else None
    if only is not None and only.tag in _SET_APART:
        return _take(only) if len(said) <= (_SHORT_TITLE if only.tag in _BOLD else _LONGEST) else None
    if around.tag == "a":
        return None
    if _is_box(around) and len(said) <= _LONGEST:
        return _take(only) if only is not None and only.tag not in ("img", "a", "picture") else Take("figure", announces=True)
    if _MARK.match(said):
        return Take("figure", announces=True) if len(said) <= _LONGEST else None
    most = _SHORT_LINES if _SENTENCES.search(said) else _SHORT_LINE
    return Take("figure", announces=True) if len(said) <= most and (breaks or tail(said) is not None) else None


def _block(at: Element, around: Element, shown: list[Element]) -> Take | None:
    """Look at the block after one that holds nothing but a picture."""
    block, rest = shown[0], shown[1:]
    said = words_in(block)
    others = _MEDIA | _HEADINGS
    if not said or said[-1] in _END or _NOTE.match(said) or any(part.tag in others for part in islice(block.iter(), _PARTS)):
        return None
    credit = rest[0] if rest and is_credit_line(words_in(rest[0])) and not _has_words(rest[0].tail) else None
    closed = len(rest) == (credit is not None) and _is_first(at, around)
    if is_credit_line(said):
        return None  # the join does
    if closed and (_is_box(around) or (credit is not None and around.tag != "body")):
        return _take(block, credit)
    if _MARK.match(said) and len(said) <= _LONGEST:
        return _take(block, credit)
    if len(said) > _SHORT_BLOCK:
        return None
    if (tail(said) or 0) > 0:
        return _take(block)
    following = rest[0] if rest else None
    if _is_italic(block) and not (following is not None and _is_italic(following)):
        return _take(block, credit)
    if _is_centred(block) and not _is_bold(block) and not (following is not None and _is_centred(following)):
        return _take(block, credit)
    return None


def _row(shown: list[Element]) -> Take | None:
    """Look at the row under one that holds nothing but a picture, in a table of these two."""
    row = shown[0]
    said = words_in(row)
    return _take(row[0]) if len(shown) == 1 and len(row) == 1 and said and len(said) <= _SHORT_BLOCK else None


def _take(caption: Element, credit: Element | None = None) -> Take:
    texts = {"caption": caption} if credit is None else {"caption": caption, "credit": credit}
    return Take("figure", texts=MappingProxyType(texts), inferred=True)


def _is_box(node: Element) -> bool:
    """Tell whether an element is named for a picture, or stands beside the text as a picture does."""
    label = node.get("class")
    if label and any(_PICTURE_BOX.fullmatch(name[:80]) for name in label.split()[:_BESIDE]):
        return True
    style = node.get("style")
    return bool(style) and _FLOATED.search(style[:200]) is not None


def _wholly(node: Element) -> Iterator[Element]:
    """Give the elements, outermost first, that hold all words of one."""
    for _ in range(_UP):
        yield node
        worded = [part for part in islice(node, _BESIDE + 1) if _is_shown(part)]
        tails = any(_has_words(part.tail) for part in islice(node, _BESIDE + 1))
        if _has_words(node.text) or tails or len(worded) != 1:
            return
        node = worded[0]


def _is_italic(node: Element) -> bool:
    return any(part.tag in _ITALIC or "italic" in (part.get("style") or "") for part in _wholly(node))


def _is_bold(node: Element) -> bool:
    return any(part.tag in _BOLD for part in _wholly(node))


def _is_centred(node: Element) -> bool:
    return node.tag == "center" or any(
        "center" in (part.get("align") or "") or "center" in (part.get("style") or "").replace(" ", "").partition("text-align:")[2][:7]
        for part in _wholly(node)
    )
