"""Lines of at most so many columns, in any script."""

import re
from collections.abc import Iterator
from itertools import pairwise

from newsclean.renderers.characters import columns, columns_of_each, is_whole, may_break

_SPACE = " \t\r\f"
_WORD = re.compile(r"([ \t\r\f]*)([^ \t\r\f]+)")


def wrapped(text: str, width: int) -> str:
    r"""Part the lines of a text where they are too long: at white space, which the line feed stands for; between characters of
    East Asia; inside a word only if it is longer than a line.

    >>> wrapped("Water flows again.", 12), wrapped("水位上升。", 8)
    ('Water flows\nagain.', '水位上\n升。')

    Args:
        text: Words; line feeds in it stay.
        width: Columns of a line (`newsclean.renderers.characters.columns`), at least 1.
    """
    return "\n".join(part for line in text.split("\n") for part in _lines(line, width))


def _lines(line: str, width: int) -> Iterator[str]:
    if columns(line) <= width:
        yield line
        return
    parts: list[str] = []
    used = 0
    for gap, word in _pieces(line):
        room, space = columns(word), len(gap)
        if parts and used + space + room > width:
            yield "".join(parts)
            parts, used = [], 0
        elif parts:
            parts.append(gap)
            used += space
        *whole, rest = (word,) if room <= width else _cut(word, width)
        yield from whole
        parts.append(rest)
        used += columns(rest) if whole else room
    yield "".join(parts)


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    """Give what is never parted, with the white space before it."""
    # Without white space at its end, so that the expression looks at no character twice.
    for found in _WORD.finditer(line.rstrip(_SPACE)):
        gap, word = found.groups()
        if word.isascii():
            yield gap, word
            continue
        places = [at for at in range(1, len(word)) if may_break(word, at)]
        for start, end in pairwise([0, *places, len(word)]):
            yield (gap if start == 0 else ""), word[start:end]


def _cut(word: str, width: int) -> Iterator[str]:
    """Part a word that is longer than a line; a character of several code points stays one."""
    start = whole = used = 0
    for at, room in enumerate(columns_of_each(word)):
        if at > start and is_whole(word, at):
            whole = at
        if used + room > width and whole > start:
            yield word[start:whole]
            used = columns(word[whole:at])
            start = whole
        used += room
    yield word[start:]
