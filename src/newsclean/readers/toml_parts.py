"""TOML that does not parse as a whole, read key by key."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from newsclean.errors import FrontMatterError
from newsclean.readers.collected import Collected
from newsclean.readers.entries import Line, without_quotes
from newsclean.readers.toml_header import read_toml

_KEY = re.compile(r"""[ \t]*((?:[^\s=#"'\[\]{}]|[ \t]+(?=[^\s=])|"[^"\n]*"|'[^'\n]*')++)[ \t]*+=[ \t]*""")
_TABLE = re.compile(r"[ \t]*(\[{1,2})([^\[\]\n]+)\]{1,2}[ \t]*(?:#.*)?")
# A word at the left edge goes on with nothing.
_STRAY = re.compile(r"[^\W\d]")
_LIST = re.compile(r"\[([^\[\]]*)\]", re.DOTALL)
_ITEM = re.compile(r""""(?:[^"\\]|\\.)*+"|'[^']*'|[^\s,][^,]*""", re.DOTALL)
_TEXT = re.compile(r"\"{3}|'{3}")


def read_toml_parts(header: Sequence[Line], found: Collected) -> None:
    """Read the lines of a header in parts: a key, and the lines that go on with its value.

    A part is taken as it is if it is TOML, else as text: what stands between its quotes, or all of it.

    Raises:
        LimitError: A part holds more than the options allow.
    """
    table = found.values
    for part in _parts(header):
        first = part[0]
        named = _TABLE.fullmatch(first.text)
        if named is not None:
            table = _table(named, first, found)
        lines = part if named is None else part[1:]
        if lines and not _take(lines, found, table):
            _as_text(lines, found, table)


def _parts(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Part lines before each key and table that does not stand in a text of several lines."""
    first, inside = 0, False
    for at, line in enumerate(lines):
        if not inside and at > first and (_KEY.match(line.text) or _TABLE.fullmatch(line.text) or _STRAY.match(line.text)):
            yield lines[first:at]
            first = at
        if len(_TEXT.findall(line.text)) % 2:
            inside = not inside
    if lines:
        yield lines[first:]


def _table(named: re.Match[str], line: Line, found: Collected) -> dict[str, Any]:
    """Give the table that a line in brackets names."""
    try:
        names = _names(read_toml(line.text, line_offset=found.places.of(line.at)[0] - 1, options=found.options))
    except FrontMatterError:
        names = [named[2].strip()]
        found.note("header-repaired:table", line.at, line.text.strip())
    table = found.values
    for name in names:
        inner = table.get(name)
        if name == names[-1] and len(named[1]) == 2:  # noqa: PLR2004 - `[[`: one more of a list of tables
            table[name] = inner = [*(inner if isinstance(inner, list) else ()), {}]
        if isinstance(inner, list) and inner and isinstance(inner[-1], dict):
            inner = inner[-1]
        if not isinstance(inner, dict):
            inner = {}
            found.put(name, inner, line.at, table)
        table = inner
    return table


def _names(values: Any) -> list[str]:  # noqa: ANN401 - what a line in brackets says
    names: list[str] = []
    while values:
        if isinstance(values, list):
            values = values[-1]
            continue
        ((name, values),) = values.items()
        names.append(name)
    return names


def _take(part: Sequence[Line], found: Collected, table: dict[str, Any]) -> bool:
    source = "".join(f"{line.text}\n" for line in part)
    try:
        values = read_toml(source, line_offset=found.places.of(part[0].at)[0] - 1, options=found.options)
    except FrontMatterError:
        return False
    found.merge(values, part[0].at, table)
    return True


def _as_text(part: Sequence[Line], found: Collected, table: dict[str, Any]) -> None:
    first, *rest = (line for line in part if line.text.strip())
    key = _KEY.match(first.text)
    if key is None:
        for line in (first, *rest):
            found.note("header-unread", line.at + line.indent, line.text.strip())
        return
    words = [first.text[key.end() :].strip(), *(line.text.strip() for line in rest)]
    value: Any = without_quotes(words[0])
    items = _LIST.fullmatch(" ".join(words))
    if items is not None:
        value = [without_quotes(item[0].strip()) for item in _ITEM.finditer(items[1])]
        found.note("header-repaired:unquoted", first.at + key.end(), " ".join(words))
    elif rest:
        value = "\n".join(filter(None, words))
        found.note("header-salvaged", first.at + first.indent, "\n".join(line.text for line in part).strip())
    else:
        kind = (
            "unquoted" if value == words[0] and value[:1] not in {'"', "'"} else "quotes" if words[0][0] in value else "escape"
        )
        value = value.replace('\\"', '"').replace("\\'", "'") if kind == "quotes" else value
        found.note(f"header-repaired:{kind}", first.at + key.end(), first.text.strip())
    found.put(without_quotes(key[1].strip()), value, first.at, table)
