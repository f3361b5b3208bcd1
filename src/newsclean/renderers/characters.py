"""Where running text may be parted, and how wide it is in a terminal or a plain text file.

Sources: UAX 11 "East Asian Width", UAX 14 "Unicode Line Breaking Algorithm" (what needs no dictionary), JIS X 4051 and
GB/T 15834 for signs that may not begin or end a line.
"""

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width

# What belongs to the character before it: joiners, variation selectors and skin tones beside the marks of Unicode.
_JOINER = "\u200d"
_TIED = re.compile("[\u200c\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
# An even number.
_LONGEST_ROW = 64
_SKIN_TONE = re.compile("[\U0001f3fb-\U0001f3ff]")
_SHOWN_AS_PICTURE = "\ufe0f"
# Vowels and finals of Hangul that are written out join the consonant before them.
_JAMO = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")
# Most of what is written: letters and signs of one column, and of two, which neither join what is before them nor combine.
_NARROW = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u0391-\u03a1\u03a3-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]+"
)
_WIDE = re.compile("[\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]+")
_SOFT_HYPHEN = "\u00ad"
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc]")
# Besides closing brackets and quotes.
_NEVER_FIRST = frozenset(
    "、。，．：；！？・ー々〻ゝゞヽヾ〜～…‥—–‐%‰％℃°′″,.:;!?/)]}ｰﾞﾟ､｡･"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ\u3000\"'"
)
# Besides opening brackets and quotes; a straight quote may be either.
_NEVER_LAST = frozenset("￥＄￡¥$£#＃№@([{\"'")
# Spaces that are characters of their own here: after them a line may end.
_WIDE_SPACES = re.compile("[\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]")


def is_whole(text: str, at: int) -> bool:
    """Tell whether a text may be parted at a place: before no mark, joiner or second half of a flag or line end.

    >>> is_whole("e\u0301a", 1), is_whole("e\u0301a", 2)
    (False, True)
    """
    if at in {0, len(text)}:
        return True
    before, after = text[at - 1], text[at]
    if category(after).startswith("M") or _TIED.match(after) or before == _JOINER or (before == "\r" and after == "\n"):
        return False
    if _JAMO.match(after):
        return not _HANGUL.match(before)
    if not _FLAG.match(after):
        return True
    # Two letters make a flag: between flags a row of them may be parted.
    row = text[max(0, at - _LONGEST_ROW) : at]
    return (len(row) - len(row.rstrip(_FLAGS))) % 2 == 0


def columns(text: str) -> int:
    """Count the columns that a text takes in letters of one width: two for a wide character, none for one that combines.

    >>> columns("dam"), columns("水位"), columns("e\u0301")
    (3, 4, 1)
    """
    return len(text) if text.isascii() else sum(columns_of_each(text))


def columns_of_each(text: str) -> Iterator[int]:
    """Give for each character how many columns it adds to those before it."""
    before, width = "", 0
    for character in text:
        width = _added(before, width, character)
        yield width
        before = character


def fitting(text: str, start: int, width: int) -> int:
    """Give the last place up to which a text from a place on takes at most so many columns."""
    at, left = start, width
    before, room = "", 0
    while at < len(text):
        # Runs of one width are counted at once; no more of one is looked at than can matter.
        run = _NARROW.match(text, at, at + left + 1)
        each = 1 if run else 2
        run = run or _WIDE.match(text, at, at + left + 1)
        if run:
            count = run.end() - at
            if count * each > left:
                return at + left // each
            at, left = run.end(), left - count * each
            before, room = text[at - 1], each
        else:
            room = _added(before, room, text[at])
            if room > left:
                return at
            before, left, at = text[at], left - room, at + 1
    return at


def _added(before: str, width: int, character: str) -> int:
    """Give the columns that a character adds after one that has added so many."""
    if character == _SHOWN_AS_PICTURE:
        return int(width == 1)
    joins = before == _JOINER or _SKIN_TONE.match(character)
    if joins and before and _is_wide(character) and not _WIDE.match(character):
        return 0
    return _columns(character)


def _columns(character: str) -> int:
    if character.isascii() or character == _SOFT_HYPHEN:
        return 1
    if category(character) in {"Mn", "Me", "Cf", "Cc", "Zl", "Zp"} or _JAMO.match(character):
        return 0
    return 2 if _is_wide(character) else 1


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in "WF"


def may_break(text: str, at: int) -> bool:
    """Tell whether a line may end between two characters that no white space parts.

    It may beside a character of East Asia that is no Hangul, whose words stand between spaces, and after a space that is a
    character of its own; where the signs on both sides allow it, and no character of several code points is parted.

    >>> [at for at in range(1, 6) if may_break("水位（升）。", at)]
    [1, 2]
    """
    before, after = text[at - 1], text[at]
    if before.isascii() and after.isascii():
        return False
    if not is_whole(text, at):
        return False
    if _WIDE_SPACES.match(before):
        return not _WIDE_SPACES.match(after)
    if after in _NEVER_FIRST or before in _NEVER_LAST or category(after) in {"Pe", "Pf"} or category(before) in {"Ps", "Pi"}:
        return False
    return _has_no_spaces(before) or _has_no_spaces(after)


def _has_no_spaces(character: str) -> bool:
    """Tell whether a character is of a script that is written without spaces, and may be parted anywhere."""
    return east_asian_width(character) in "WFH" and not _HANGUL.match(character)
