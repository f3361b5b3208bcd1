"""The rungs of the repair ladder: what can be wrong with one value of YAML, and what it says nevertheless.

A rung looks at one value of a part that PyYAML's parser has refused, and answers with a `Fault` or None. Nothing is guessed
away: what the rung gives is the value as written, or what stands between its outer quotes.
"""

import re
from collections.abc import Callable, Container
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

_ESCAPE = r"\\(?:[0abtnvfreNLP_ \"/\\]|x[0-9a-fA-F]{2}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|U00(?:0[1-9a-fA-F]|10)[0-9a-fA-F]{4})"
_DOUBLE = re.compile(rf'"(?:[^"\\]|{_ESCAPE})*+"(?:[ \t]+\#.*)?', re.DOTALL)
_SINGLE = re.compile(r"'(?:[^']|'')*+'(?:[ \t]+\#.*)?", re.DOTALL)
_DOUBLE_TOKEN = re.compile(rf'({_ESCAPE})|(\\u[dD][89abAB][0-9a-fA-F]{{2}}\\u[dD][c-fC-F][0-9a-fA-F]{{2}})|["\\]')
_SINGLE_TOKEN = re.compile(r"''|\\'|'")
_COLON = re.compile(r":(?=[ \t\n]|\Z)")
_BLOCK = re.compile(r"(?:[!&][^ \t]*[ \t]+)*[|>](?:[1-9][+-]?|[+-][1-9]?)?[ \t]*(?:[ \t]\#.*)?")
_PROPERTIES = re.compile(r"(?:(?:&[0-9A-Za-z_-]+|!{1,2}[A-Za-z][\w/:.\-]*)(?:[ \t]+|\Z)){1,2}")
# A quote begins a text only where an item begins; in `it's` it is an apostrophe. An unclosed one runs to the end, so that it is
# read once only.
_FLOW = re.compile(r"""(?<=[\[{,: \t])(?:"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|'(?:[^']|'')*+(?:'|\Z))|[\[\]{}]|(,)""", re.DOTALL)
_ESCAPED = MappingProxyType(str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t"}))


class Fault(NamedTuple):
    """What is wrong with a value."""

    kind: str
    at: int
    """Offset in the value."""
    source: str
    """YAML for what it says."""


class Rung(NamedTuple):
    """One kind of fault, or several that are told apart by one look."""

    kinds: str
    """Separated by spaces; notes have the code `header-repaired:<kind>`."""
    look: Callable[[str, Container[str]], Fault | None]
    """Takes a value, stripped and not empty, and the names of the anchors that stand before it."""
    why: str


def quoted(text: str) -> str:
    r"""Give YAML for a text.

    >>> quoted('a "b": c')
    '"a \\"b\\": c"'
    """
    return f'"{text.translate(_ESCAPED)}"'


def is_block(value: str) -> bool:
    """Tell whether a value announces a block of text in the lines below it.

    >>> is_block(">-"), is_block("> 100 trains")
    (True, False)
    """
    return _BLOCK.fullmatch(value) is not None


def is_empty(value: str) -> bool:
    """Tell whether a value is none: nothing, a comment, or what only names the value in the lines below.

    >>> is_empty("# note"), is_empty("!ruby/object:Page"), is_empty("&page Dam")
    (True, True, False)
    """
    return value[:1] in {"", "#"} or _PROPERTIES.fullmatch(value) is not None


def is_open(value: str) -> bool:
    """Tell whether a value in quotes or brackets may go on in the next line.

    >>> is_open("'a"), is_open("'a b'"), is_open("[a,"), is_open("a")
    (True, False, True, False)
    """
    if value[0] in "[{":
        return _flow_end(value) is None
    return value[0] in "\"'" and (value == value[0] or not value.endswith(value[0]))


def fault_of(value: str, anchors: Container[str] = ()) -> Fault | None:
    r"""Find what is wrong with a value, or give None.

    >>> fault_of("Dam: it opens").kind, fault_of("'It's'").source, fault_of("plain")
    ('colon', '"It\'s"', None)
    """
    return next((fault for rung in RUNGS if (fault := rung.look(value, anchors)) is not None), None)


def _template(value: str, _anchors: Container[str]) -> Fault | None:
    return Fault("template", 0, quoted(value)) if value.startswith(("{{", "{%")) else None


def _quotes(value: str, _anchors: Container[str]) -> Fault | None:
    style = value[0]
    if style not in "\"'" or (_DOUBLE if style == '"' else _SINGLE).fullmatch(value):
        return None
    closed = len(value) > 1 and value.endswith(style)
    inner = value[1:-1] if closed else value[1:]
    if style == "'":
        at = next((found.start() for found in _SINGLE_TOKEN.finditer(inner) if found[0] != "''"), -1) + 1
        text = _SINGLE_TOKEN.sub("'", inner) if closed else value
        return Fault("quotes", at, quoted(text))
    faults = [found for found in _DOUBLE_TOKEN.finditer(inner) if not found[1]]
    at = faults[0].start() + 1 if faults else 0
    only_escapes = closed and all(found[0] != '"' for found in faults)
    source = f'"{_DOUBLE_TOKEN.sub(_kept, inner).translate(_BREAKS)}"' if closed else quoted(value)
    return Fault("escape" if only_escapes else "quotes", at, source)


_BREAKS = MappingProxyType({key: _ESCAPED[key] for key in map(ord, "\n\t")})


def _kept(token: re.Match[str]) -> str:
    """Keep an escape that YAML knows; make a character of the two that JSON writes for one; the rest is meant as it stands."""
    if token[2]:
        high, low = int(token[2][2:6], 16), int(token[2][8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    return token[1] or f"\\{token[0]}"


def _brackets(value: str, anchors: Container[str]) -> Fault | None:
    if value[0] not in "[{":
        return None
    end = _flow_end(value)
    if end is None or not re.fullmatch(r"(?:[ \t]+\#.*)?", value[end:], re.DOTALL):
        return Fault("brackets", end or 0, quoted(value))
    return _items(value, end, anchors) if value[0] == "[" else None


def _items(value: str, end: int, anchors: Container[str]) -> Fault | None:
    """Look at the items of a list that holds no other."""
    marks = list(_FLOW.finditer(value, 1, end - 1))
    if any(found[0] in "[]{}" for found in marks):
        return None
    edges = [0, *(found.start() for found in marks if found[1]), end - 1]
    first: Fault | None = None
    items: list[str] = []
    for before, after in pairwise(edges):
        part = value[before + 1 : after]
        item = part.strip()
        if not item:
            continue
        fault = fault_of(item, anchors)
        if fault is not None and fault.kind == "colon" and len(_COLON.findall(item)) == 1:
            fault = None  # a mapping of one key
        items.append(item if fault is None else fault.source)
        if fault is not None and first is None:
            first = Fault(fault.kind, before + 1 + part.index(item) + fault.at, "")
    return None if first is None else first._replace(source=f"[{', '.join(items)}]")


def _flow_end(value: str) -> int | None:
    depth = 0
    for found in _FLOW.finditer(value):
        depth += (found[0] in "[{") - (found[0] in "]}")
        if depth == 0 and not found[1]:
            return found.end()
    return None


def _indicator(value: str, anchors: Container[str]) -> Fault | None:
    first = value[0]
    if first in "@`%,]}":
        bad = True
    elif first in "-?:":
        bad = value[1:2] in {"", " ", "\t"}
    elif first in "|>":
        bad = not is_block(value)
    elif first == "*":
        bad = value[1:] not in anchors
    elif first in "&!":
        found = _PROPERTIES.match(value)
        rest = "" if found is None else value[found.end() :]
        bad = (
            found is None
            or rest[:1] in {"&", "!"}
            or (rest != "" and not is_block(rest) and fault_of(rest, anchors) is not None)
        )
    else:
        bad = False
    return Fault("indicator", 0, quoted(value)) if bad else None


def _colon(value: str, _anchors: Container[str]) -> Fault | None:
    found = None if value[0] in "\"'[{&*!|>#" else _COLON.search(value)
    return None if found is None else Fault("colon", found.start(), quoted(value))


# In this order: what a value begins with decides how the rest of it is read.
RUNGS = (
    Rung("template", _template, why="Templates of Jekyll and Hugo in braces: YAML takes them for mappings inside mappings."),
    Rung("quotes escape", _quotes, why="Generators that put quotes around a title and leave those inside it alone."),
    Rung("brackets", _brackets, why="A title that begins with a label in brackets, which YAML takes for a list."),
    Rung("indicator", _indicator, why="Handles, percentages, code and entities: signs with which no plain value may begin."),
    Rung("colon", _colon, why="Titles and names with a colon: by far the most frequent fault of real headers."),
)
