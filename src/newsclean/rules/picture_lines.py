"""Words in the line of a picture, or in the one right after it, in the same block."""

import re
from itertools import islice

from newsclean.dom import BLOCKS, Element
from newsclean.rules.answers import Take
from newsclean.rules.credit_lines import tail
from newsclean.rules.looks import LONGEST, MEDIA, PARTS, SPACE, has_words, is_shown, words_in
from newsclean.rules.picture_marks import says_so
from newsclean.rules.picture_places import BESIDE, UP, guess, is_box, is_first, pictures_in

# Words that end the line of a picture: longer ones are prose beside it.
_SHORT_LINE, _SHORT_LINES, _SHORT_TITLE = 170, 110, 80
_SET_APART = frozenset({"b", "strong", "em", "i", "cite", "small"})
_BOLD = frozenset({"b", "strong"})
_END = ":：;；»"
_SENTENCES = re.compile(r"[.!?。！？]\s?[^\W\d_][^.]")


def line(at: Element, around: Element, following: list[Element]) -> Take | None:
    """Look at the line after a picture that begins one: words that end a paragraph, or a block."""
    words = [(at.tail or "").strip(SPACE)]
    holders = [at] if words[0] else []
    pictures = list(pictures_in(at))
    breaks = count = 0
    for part in following:
        if not holders and part.tag not in BLOCKS and not has_words(part.tail) and (more := pictures_in(part)):
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
    begins = is_first(at, around) or _begins_line(at) or any(_is_picture(part) for part in rest[:2])
    if not said or said[-1] in _END or breaks > 1 or not begins or not _is_end(rest, around):
        return None
    found = _said(said, holders, breaks, at)
    # Of several pictures before a line the first is asked, and speaks for all.
    return found if found is None or len(pictures) == 1 else found._replace(nodes=tuple(pictures))


def _begins_line(at: Element) -> bool:
    """Tell whether a picture begins a paragraph or stands in a row of pictures with their lines; after a single break, the
    words around it are one text."""
    before = list(islice(at.itersiblings(preceding=True), BESIDE))
    if not before or before[0].tag != "br" or has_words(before[0].tail):
        return False
    if len(before) > 1 and before[1].tag == "br" and not has_words(before[1].tail):
        return True
    return any(_is_picture(part) for part in before[1:])


def _is_end(rest: list[Element], around: Element) -> bool:
    """Tell whether a paragraph ends with a line: two breaks follow it, or nothing in its block."""
    breaks = 0
    for _ in range(UP):
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
            return len(rest) < BESIDE
        above = around.getparent()
        if above is None or has_words(around.tail):
            return False
        rest = list(islice(around.itersiblings(), BESIDE))
        around = above
    return False


def _is_picture(node: Element) -> bool:
    """Tell whether an element holds a picture, and no words before it: the next one of a row of pictures with their lines."""
    for part in islice(node.iter(), BESIDE):
        if part.tag == "img":
            return True
        if has_words(part.text) or part.tag in MEDIA:
            return False
    return False


def _said(said: str, holders: list[Element], breaks: int, at: Element) -> Take | None:
    only = holders[0] if len(holders) == 1 and holders[0].tag != "img" else None
    if only is not None and only.tag in _SET_APART:
        return guess(only) if len(said) <= (_SHORT_TITLE if only.tag in _BOLD else LONGEST) else None
    around = at.getparent()
    if around is None or around.tag == "a":
        return None
    if is_box(around) and len(said) <= LONGEST:
        whole = only is not None and only.tag not in ("img", "a", "picture")
        return guess(only) if whole else Take("figure", announces=len(said))
    most = _SHORT_LINES if _SENTENCES.search(said) else _SHORT_LINE
    if says_so(said):
        most = LONGEST
    elif not breaks and tail(said) is None:
        return None
    return Take("figure", announces=len(said)) if len(said) <= most else None
