"""Where a header ends that no line closes, and whether what stands between two fences is a header at all."""

import re
from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from newsclean.readers.entries import Line, entry_of, is_long_key, is_name
from newsclean.readers.fences import Cut, Format
from newsclean.readers.rungs import is_block

_HTML = re.compile(r"<[A-Za-z/!]")
_HTML_LINE = re.compile(r"^<[A-Za-z/!]", re.MULTILINE)


# Names at the left edge of YAML and TOML.
_KEY_LINE = re.compile(r"^[^\W\d][\w.\-]*(?::(?=[ \t\n]|\Z)|[ \t]*=)", re.MULTILINE)
# No more lines are asked whether they look like a header.
_LINES = 1_000


class Look(NamedTuple):
    """How lines of a format look."""

    key: re.Pattern[str]
    """A line with a key."""
    more: re.Pattern[str]
    """A line that may go on with what stands above it."""
    string: str
    """What begins and ends a text of several lines, as a pattern."""


_JSON = Look(
    re.compile(r'[ \t]*\{?[ \t]*"[^"\n]*"[ \t]*:'), re.compile(r'[ \t]*(?:[\[\]{}",]|-?[0-9]|true|false|null)'), string=r"(?!)"
)
# YAML is asked by `entries`, which knows it better than a pattern.
_LOOKS = MappingProxyType(
    {
        "toml": Look(
            re.compile(r"""(?:[\w.\- ]|"[^"\n]*"|'[^'\n]*')+=|\[{1,2}[^\[\]\n]+\]{1,2}[ \t]*$""", re.MULTILINE),
            re.compile(r"""[ \t\]}"',#]"""),
            string="\"{3}|'{3}",
        ),
        "json": _JSON,
        "json-lines": _JSON,
    }
)


def lines_of(text: str, at: int, end: int) -> Iterator[Line]:
    """Give the lines of a stretch of a text."""
    while at < end:
        after = text.find("\n", at, end)
        after = end if after < 0 else after
        yield Line(at, text[at:after])
        at = after + 1


def begins_like_a_header(text: str, cut: Cut) -> bool:
    r"""Tell whether there are keys between two fences: first of all, or in half of the lines that could have one.

    >>> begins_like_a_header("---\n<p>Water: it flows.\n---\n", Cut("yaml", 4, 24, 28))
    False
    """
    keys = others = 0
    for line in islice(lines_of(text, cut.start, cut.end), _LINES):
        is_key = _has_key(line.text, cut.format)
        if not is_key and (line.says_nothing or line.text[0] in "-{}] \t"):
            continue
        if is_key and not others:
            return True
        keys, others = keys + is_key, others + (not is_key)
    return keys > 0 and keys >= others


def end_of(text: str, cut: Cut, most: int) -> int | None:
    r"""Find the end of a header that no line closes: the first line that has no key and does not go on with one.

    >>> end_of("---\ntitle: Dam opens\ntags:\n- dam\n<p>Water", Cut("yaml", 4, 41, 41), 1000)
    33
    >>> end_of("---\nWater flows.", Cut("yaml", 4, 16, 16), 1000) is None
    True

    Returns:
        The offset of that line, or of one past the size that a header may have; None if the first line has no key.
    """
    return _yaml_end(text, cut, most) if cut.format == "yaml" else _other_end(text, cut, most)


def html_line(text: str, cut: Cut) -> int | None:
    """Find the line of HTML that begins the body, if what seemed to close the header is a line of the body."""
    found = _HTML_LINE.search(text, cut.start, cut.end)
    return None if found is None or _KEY_LINE.search(text, found.start(), cut.end) else found.start()


def _has_key(text: str, form: Format) -> bool:
    if form != "yaml":
        return _LOOKS[form].key.match(text) is not None
    entry = entry_of(text)
    return (entry.key != "" and not text.startswith("<")) or is_long_key(text)


def _yaml_end(text: str, cut: Cut, most: int) -> int | None:
    seen = blank = False
    block: int | None = None  # the column of a key whose text is deeper
    empty = False  # the last key has no value yet
    for line in lines_of(text, cut.start, len(text)):
        if line.at - cut.start > most:
            return line.at
        words = line.text.strip(" \t")
        if not words:
            blank = True
            continue
        if block is not None and line.indent > block:
            blank = False
            continue
        block = None
        entry = entry_of(line.text)
        key = line.indent == 0 and not entry.dashes and is_name(entry.key) and not entry.tight
        more = (line.says_nothing or line.indent > 0 or entry.dashes != "") and not (blank and seen and not empty)
        if _HTML.match(words) or not (key or more) or (more and not key and not seen and not line.says_nothing):
            return line.at if seen else None
        seen, blank = seen or key, False
        if entry.key:
            value = line.text[entry.value :].rstrip(" \t")
            empty = not value
            block = line.indent + len(entry.dashes) if is_block(value) else None
    return len(text) if seen else None


def _other_end(text: str, cut: Cut, most: int) -> int | None:
    look = _LOOKS[cut.format]
    seen = inside = False
    for line in lines_of(text, cut.start, len(text)):
        if line.at - cut.start > most:
            return line.at
        words = line.text.strip(" \t")
        key = not inside and look.key.match(line.text) is not None
        if not inside and words and (_HTML.match(words) or not (key or look.more.match(line.text))):
            return line.at if seen else None
        seen = seen or key
        if len(re.findall(look.string, line.text)) % 2:
            inside = not inside
    return len(text) if seen else None
