"""A YAML reader on PyYAML's parser events.

It knows the types of the YAML 1.2 core schema only, so that `no`, `12:30:00` and dates stay text, builds no objects,
refuses documents that grow when their aliases are expanded, and does not recurse.
Source: YAML 1.2.2, section 10.3 (https://yaml.org/spec/1.2.2/#103-core-schema).
"""

import re
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from newsclean.errors import FrontMatterError
from newsclean.ledger import Note
from newsclean.readers.scalars import MAX_DEPTH, Scalar, plain

# Real headers use no aliases; a bomb needs them to grow.
MAX_NODES_FROM_ALIASES = 1_000
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Old versions of Ruby's YAML write words with letters beyond ASCII so.
_BINARY = frozenset({"!binary", "tag:yaml.org,2002:binary"})
_NOT_YAML = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


class _Collection:
    """A mapping or sequence that is still open."""

    __slots__ = ("anchor", "key", "size", "value")

    def __init__(self, value: dict[str, Any] | list[Any], anchor: str | None) -> None:
        self.value, self.anchor = value, anchor
        self.key: str | None = None
        self.size = 1


class _Builder:
    """Builds plain Python values from events."""

    def __init__(self, line_offset: int) -> None:
        self.offset = line_offset
        self.open: list[_Collection] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.from_aliases = 0
        self.documents = 0
        self.root: Any = None
        self.notes: list[Note] = []

    def feed(self, event: Any) -> None:  # noqa: ANN401 - PyYAML's events have no common typed base
        """Take the next event."""
        match event:
            case ScalarEvent():
                self._scalar(event)
            case MappingStartEvent() | SequenceStartEvent():
                if len(self.open) >= MAX_DEPTH:
                    raise self._error(f"nested more than {MAX_DEPTH} deep", event)
                self.open.append(_Collection({} if isinstance(event, MappingStartEvent) else [], event.anchor))
            case CollectionEndEvent():
                done = self.open.pop()
                if done.anchor:
                    self.anchors[done.anchor] = (done.value, done.size)
                self._place(done.value, done.size, event)
            case AliasEvent():
                self._alias(event)
            case DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise self._error("a second YAML document begins in the header", event)
            case _:
                pass

    def _scalar(self, event: ScalarEvent) -> None:
        holder = self.open[-1] if self.open else None
        if holder is not None and holder.key is None and isinstance(holder.value, dict):
            value: Scalar = event.value
        else:
            value = plain(event.value) if event.implicit[0] and not event.tag else event.value
            if event.tag in _BINARY:
                value = _text_of(event.value)
        if event.anchor:
            self.anchors[event.anchor] = (value, 1)
        self._place(value, 1, event)

    def _alias(self, event: AliasEvent) -> None:
        if event.anchor not in self.anchors:
            raise self._error(f"alias *{event.anchor} has no anchor before it", event)
        value, size = self.anchors[event.anchor]
        self.from_aliases += size
        if self.from_aliases > MAX_NODES_FROM_ALIASES:
            raise self._error(f"aliases stand for more than {MAX_NODES_FROM_ALIASES} values", event)
        self._place(value, size, event)

    def _place(self, value: Any, size: int, event: Any) -> None:  # noqa: ANN401 - any YAML value
        if not self.open:
            self.root = value
            return
        holder = self.open[-1]
        holder.size += size
        if isinstance(holder.value, list):
            holder.value.append(value)
        elif holder.key is None:
            if isinstance(value, dict | list):
                raise self._error("a key is a list or mapping", event)
            holder.key = str(value)
            if holder.key in holder.value:
                line = self.offset + int(event.start_mark.line) + 1
                self.notes.append(Note(code="duplicate-key", line=line, text=holder.key))
        else:
            holder.value[holder.key] = value
            holder.key = None

    def _error(self, problem: str, event: Any) -> FrontMatterError:  # noqa: ANN401 - any event
        mark = event.start_mark
        return FrontMatterError(problem, line=self.offset + mark.line + 1, column=mark.column + 1)


def _text_of(encoded: str) -> str:
    """Decode base64 that stands for text in UTF-8; anything else stays as written."""
    from binascii import Error, a2b_base64

    try:
        return a2b_base64("".join(encoded.split()), strict_mode=True).decode()
    except (Error, ValueError):  # no base64, no ASCII, no UTF-8
        return encoded


def read_yaml(text: str, *, line_offset: int = 0) -> tuple[Any, list[Note]]:
    r"""Read one YAML document into plain values, with notes about duplicate keys (the last one wins).

    >>> read_yaml("day: 2022-02-31\nok: true\nno: [1, 0x1F, .nan]")[0]
    {'day': '2022-02-31', 'ok': True, 'no': [1, 31, '.nan']}

    Args:
        text: The header without its delimiters, free of lone surrogates.
        line_offset: Lines of the source before it.
    Raises:
        FrontMatterError: It is no YAML, holds a key that is no scalar, or is built to grow.
    """
    builder = _Builder(line_offset)
    try:
        parser = _LOADER(text)
        while parser.check_event():
            builder.feed(parser.get_event())
    except yaml.reader.ReaderError as error:
        raise _character_error(text, line_offset) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, None)
        raise FrontMatterError(error.problem or str(error), line=line_offset + line, column=column) from error
    return builder.root, builder.notes


def _character_error(text: str, line_offset: int) -> FrontMatterError:
    """Name the character itself: PyYAML gives its place in bytes or code points, depending on the parser."""
    found = re.search(_NOT_YAML, text)
    at = found.start() if found else 0
    line = text.count("\n", 0, at) + 1
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    name = f"U+{ord(text[at]):04X}" if found else "a character"
    return FrontMatterError(f"{name} is not allowed in YAML", line=line_offset + line, column=column)
