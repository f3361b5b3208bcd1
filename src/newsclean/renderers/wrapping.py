"""Lines of at most so many columns, in any script."""

from collections.abc import Iterator

from newsclean.renderers.characters import fitting, is_whole, may_break

_SPACE = " \t\r\f"


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
    if fitting(line, 0, width) == len(line):
        yield line
        return
    whole = line.strip(_SPACE)
    start = 0
    while (end := fitting(whole, start, width)) < len(whole):
        cut = _cut(whole, start, end)
        yield whole[start:cut].rstrip(_SPACE)
        start = cut
        while start < len(whole) and whole[start] in _SPACE:
            start += 1
    if start < len(whole) or not whole:
        yield whole[start:]


def _cut(line: str, start: int, end: int) -> int:
    """Give the last place up to an end at which a line may end; inside a word, where it has no other.

    No line looks at more than itself: what is behind the place is looked at once more, as the begin of the next.
    """
    for at in range(end, start, -1):
        if line[at] in _SPACE or line[at - 1] in _SPACE or may_break(line, at):
            return at
    inside = next((at for at in range(end, start, -1) if is_whole(line, at)), None)
    # Not even one character of several code points has room.
    return inside or next(at for at in range(max(end, start) + 1, len(line) + 1) if is_whole(line, at))
