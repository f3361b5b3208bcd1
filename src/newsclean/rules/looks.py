"""How the words of an element stand on a page: whether it shows any, and whether they are set apart. Every look is bounded."""

from collections.abc import Iterator
from itertools import islice

from newsclean.dom import HTML_SPACE, UNREAD, Element
from newsclean.rules.credit_lines import is_credit_line
from newsclean.rules.credits import is_credit_name

PARTS = 48
"""Elements that are looked at inside one."""
LONGEST = 260
"""Characters of words that may be a caption without saying so."""
MEDIA = frozenset({"img", "iframe", "video", "audio", "object", "table", "figure", "form", "input", "select", "svg"})
SPACE = HTML_SPACE + "\u00a0\u200b\ufeff"
_ITALIC = frozenset({"em", "i", "cite", "small"})
_BOLD = frozenset({"b", "strong"})
_UP, _BESIDE = 6, 6
_LONGEST_CREDIT = 120


def last_credit(caption: Element) -> Element | None:
    """Give the last element of a caption if it holds a credit, and other words stand before it."""
    if not len(caption):
        return None
    parts = list(islice(caption.iter(), PARTS + 1))
    if len(parts) > PARTS:
        return None
    for part in reversed(parts[1:]):
        if has_words(part.tail):
            return None
        words = words_in(part)
        if words:
            return part if is_credit_line(words) else None
    return None


def credit_of(caption: Element) -> Element | None:
    """Give the element that says whose a captioned picture is: in the caption, or right after it."""
    for part in islice(caption.iter(), 1, PARTS):
        if is_credit_name(part.get("class") or ""):
            return part
    after = caption.getnext()
    if after is not None and not has_words(caption.tail) and after.tag not in MEDIA and not _holds_media(after):
        words = words_in(after)
        if words and (is_credit_line(words) or (is_credit_name(after.get("class") or "") and len(words) <= _LONGEST_CREDIT)):
            return after
    return last_credit(caption)


def _holds_media(node: Element) -> bool:
    return any(part.tag in MEDIA for part in islice(node.iter(), PARTS))


def words_in(node: Element) -> str:
    """Give the words of an element with white space collapsed; nothing of a long one."""
    found: list[str] = []
    size = 0
    for part in islice(node.iter(), PARTS + 1):
        for text in (part.text if part.tag not in UNREAD else None, None if part is node else part.tail):
            if text:
                found.append(text)
                size += len(text)
        if part.tag == "br" or size > 4 * LONGEST:
            found.append(" ")
    words = " ".join("".join(found).split())
    return words if len(words) <= LONGEST and len(found) <= 4 * PARTS else ""


def has_words(text: str | None) -> bool:
    """Tell whether a piece of text shows anything."""
    return text is not None and bool(text.strip(SPACE))


def is_shown(node: Element) -> bool:
    """Tell whether an element shows words or another medium; a large one does."""
    count = 0
    for part in islice(node.iter(), PARTS):
        count += 1
        if (
            part.tag in MEDIA
            or part.tag == "hr"
            or (part.tag not in UNREAD and (has_words(part.text) or (part is not node and has_words(part.tail))))
        ):
            return True
    return count == PARTS


def _wholly(node: Element) -> Iterator[Element]:
    """Give the elements, outermost first, that hold all words of one."""
    for _ in range(_UP):
        yield node
        worded = [part for part in islice(node, _BESIDE + 1) if is_shown(part)]
        tails = any(has_words(part.tail) for part in islice(node, _BESIDE + 1))
        if has_words(node.text) or tails or len(worded) != 1:
            return
        node = worded[0]


def is_italic(node: Element) -> bool:
    """Tell whether all words of an element are italic or small."""
    return any(part.tag in _ITALIC or "italic" in (part.get("style") or "") for part in _wholly(node))


def is_bold(node: Element) -> bool:
    """Tell whether all words of an element are bold."""
    return any(part.tag in _BOLD for part in _wholly(node))


def is_centred(node: Element) -> bool:
    """Tell whether an element, or one that holds all of its words, is centred."""
    return node.tag == "center" or any(
        "center" in (part.get("align") or "")
        or "center" in (part.get("style") or "").replace(" ", "").partition("text-align:")[2][:7]
        for part in _wholly(node)
    )
