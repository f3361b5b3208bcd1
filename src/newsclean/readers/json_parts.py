"""JSON that does not parse, with its commas and line breaks repaired, or read key by key."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from json import JSONDecodeError
from operator import itemgetter
from typing import Any, NamedTuple

from newsclean.readers.collected import Collected
from newsclean.readers.entries import Line, Repair, without_quotes
from newsclean.readers.json_header import find_end, parse_json

_KEY = re.compile(r'[ \t]*\{?[ \t]*"((?:[^"\\\n]|\\.)*+)"[ \t]*:[ \t]*')
_NEXT_KEY = re.compile(r',[ \t]*(?="[^"\n]*"[ \t]*:)')
# A string, a comma that nothing follows, or the end of a value in whose next line a key begins. An unclosed string runs to the
# end, so that it is read once only.
_TOKEN = re.compile(
    r'(?P<string>"(?:[^"\\]|\\.)*+(?:"|\\?\Z))|(?P<comma>,(?=\s*+[}\]]))|(?P<value>[\]}el0-9](?=[ \t]*+\n))', re.DOTALL
)
_GAP = re.compile(r'[ \t]*+\n\s*+(?="[^"\n]*"[ \t]*:)')
_OPENING = '{"":'
_SHOWN = 30
_CONTROLS = str.maketrans({"\n": "\\n", "\t": "\\t"})


class _Mended(NamedTuple):
    """JSON, and what was done to make it so."""

    text: str
    repairs: list[Repair]
    edges: list[tuple[int, int]]
    """Offsets in it from which on it is as written, and what they are in the source."""

    def place(self, at: int) -> int:
        """Give the offset in the source of one in the text."""
        begin, source = self.edges[bisect_right(self.edges, at, key=itemgetter(0)) - 1]
        return source + at - begin


def read_json_parts(header: Sequence[Line], found: Collected) -> None:
    """Read the lines of a header: as a whole with commas and line breaks repaired, else key by key.

    Raises:
        LimitError: It nests deeper than the options allow.
    """
    text = "\n".join(line.text for line in header)
    braces = text.lstrip().startswith("{")
    mended = _mended(text if braces else f"{{{text}}}", header[0].at - (not braces))
    find_end(mended.text, mended.text.index("{"), line_offset=found.places.of(header[0].at)[0] - 1, options=found.options)
    try:
        values = _values(mended, found)
    except JSONDecodeError:
        for part in _parts(header):
            _read(part, found)
        return
    for key, value in values.items():
        found.put(key, value, header[0].at)


def _values(mended: _Mended, found: Collected) -> dict[str, Any]:
    """Read what has been mended, with its notes."""
    values, duplicates = parse_json(mended.text)
    for duplicate in duplicates:
        found.note("duplicate-key", mended.place(duplicate.at), duplicate.text)
    for repair in mended.repairs:
        found.repaired(repair._replace(text=repair.text.removeprefix(_OPENING)))
    return values


def _mended(text: str, start: int) -> _Mended:
    """Give JSON with commas where they belong and line breaks as escapes, for a text that stands at `start`."""
    done: list[str] = []
    repairs: list[Repair] = []
    size = end = 0
    edges = [(0, start)]
    for token in _TOKEN.finditer(text):
        size += token.start() - end
        done.append(text[end : token.start()])
        written, end = token[0], token.end()
        if token["comma"]:
            repairs.append(Repair("comma", start + token.start(), _around(text, token.start())))
            written = ""
        elif token["string"] and ("\n" in written or "\t" in written):
            at = min(written.index(sign) for sign in "\n\t" if sign in written)
            repairs.append(Repair("line-break", start + token.start() + at, written))
            written = written.translate(_CONTROLS)
        if not token["comma"] and _GAP.match(text, end):
            repairs.append(Repair("comma", start + end, _around(text, end)))
            written += ","
        size += len(written)
        done.append(written)
        if len(written) != len(token[0]):
            edges.append((size, start + end))
    return _Mended("".join((*done, text[end:])), repairs, edges)


def _around(text: str, at: int) -> str:
    """Give the end of what stands before a place in its line, and what stands there; lines of JSON may be very long."""
    begin = max(text.rfind("\n", 0, at) + 1, at - _SHOWN)
    return text[begin : at + 1].strip()


def _parts(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Part lines before each key that is not deeper than the first, and those of one line from one another."""
    base: int | None = None
    part: list[Line] = []
    for line in lines:
        if _KEY.match(line.text) is None or (base is not None and line.indent > base):
            part.append(line)
            continue
        # The first key may stand beside the brace, the others deeper than that.
        base = None if line.text.lstrip().startswith("{") else line.indent
        if part:
            yield part
        edges = [0, *(found.end() for found in _NEXT_KEY.finditer(line.text)), len(line.text)]
        pairs = [Line(line.at + at, line.text[at:end]) for at, end in pairwise(edges)]
        for pair in pairs[:-1]:
            yield [pair]
        part = pairs[-1:]
    if part:
        yield part


def _read(part: Sequence[Line], found: Collected) -> None:
    """Read the value of one key, or take it for its words."""
    first, *rest = part
    key = _KEY.match(first.text)
    if key is None:
        for line in part:
            if line.text.strip(" \t{},"):
                found.note("header-unread", line.at + line.indent, line.text.strip())
        return
    words = "\n".join((first.text[key.end() :], *(line.text for line in rest))).strip()
    value: Any = words.rstrip(", \t\n")
    while value.endswith("}") and value.count("{") < value.count("}"):
        value = value[:-1].rstrip(", \t\n")
    mended = _mended(f"{_OPENING}{value}}}", first.at + key.end() - len(_OPENING))
    # Counts the depth before the parser goes into it.
    find_end(mended.text, 0, line_offset=found.places.of(first.at)[0] - 1, options=found.options)
    try:
        values = _values(mended, found)
    except JSONDecodeError:
        closed = without_quotes(value) != value
        text = without_quotes(value).replace('\\"', '"')
        code = "header-repaired:quotes" if closed and not rest else "header-salvaged"
        found.note(code, first.at + key.start(1) - 1, "\n".join(line.text for line in part).strip())
        found.put(key[1], text, first.at)
        return
    found.put(key[1], values[""], first.at)
