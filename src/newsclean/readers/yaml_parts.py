"""YAML that does not parse as a whole, read key by key."""

from collections.abc import Iterator, Sequence
from typing import Any

from newsclean.errors import FrontMatterError
from newsclean.readers.collected import Collected
from newsclean.readers.entries import Line, entry_of, is_list_of_words, is_long_key, mend, without_quotes
from newsclean.readers.yaml_events import Anchors, read_yaml


def read_yaml_parts(header: Sequence[Line], found: Collected) -> None:
    """Read the lines of a header in parts: a key, and the lines that belong to it.

    A part is taken as it is if it is YAML, else with its values repaired, else as text.

    Raises:
        LimitError: A part holds more than the options allow.
    """
    anchors = Anchors()
    for part in _parts(header):
        _read(part, found, anchors)
    found.notes += anchors.unused()


def _parts(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Part lines before each key that is not deeper than the first one."""
    first, base = 0, None
    for at, line in enumerate(lines):
        if line.says_nothing or (base is not None and line.indent > base):
            continue
        entry = entry_of(line.text)
        if (entry.key and not entry.dashes) or is_long_key(line.text):
            base = line.indent if base is None else base
            if at > first:
                yield lines[first:at]
            first = at
    yield lines[first:]


def _read(part: Sequence[Line], found: Collected, anchors: Anchors) -> None:
    """Read one part, whatever it is."""
    written = "".join(f"{line.text}\n" for line in part)
    lenient = is_long_key(part[0].text)
    if not is_list_of_words(part) and _take(written, part[0], found, anchors, lenient=lenient):
        return
    source, repairs = mend(part, anchors.values)
    if _take(source, part[0], found, anchors, lenient=True):
        for repair in repairs:
            found.repaired(repair)
    else:
        _as_text(part, found)


def _take(source: str, first: Line, found: Collected, anchors: Anchors, *, lenient: bool) -> bool:
    """Take what a part says, if it is YAML and a mapping or nothing."""
    offset = found.places.of(first.at)[0] - 1
    try:
        values, notes = read_yaml(source, line_offset=offset, options=found.options, anchors=anchors, lenient=lenient)
    except FrontMatterError:
        return False
    says_nothing = all(Line(0, line).says_nothing for line in source.split("\n"))
    if not (isinstance(values, dict) or (values is None and says_nothing)):
        return False
    for key, value in (values or {}).items():
        found.put(key, value, first.at)
    found.notes += notes
    return True


def _as_text(part: Sequence[Line], found: Collected) -> None:
    """Take a part for its words; lines before the first key have none to stand under."""
    first, *rest = (line for line in part if line.text.strip())
    entry = entry_of(first.text)
    if not entry.key or entry.dashes:
        for line in (first, *rest):
            found.note("header-unread", line.at + line.indent, line.text.strip())
        return
    value = first.text[entry.value :].strip(" \t")
    items = [entry_of(line.text, key=False) for line in rest]
    if not value and items and all(item.dashes for item in items):
        words: Any = [without_quotes(line.text[item.value :].strip()) for item, line in zip(items, rest, strict=True)]
    else:
        words = "\n".join(filter(None, (without_quotes(value), *(line.text.strip() for line in rest))))
    found.put(without_quotes(entry.key), words, first.at)
    found.note("header-salvaged", first.at + first.indent, "\n".join(line.text for line in part).strip())
