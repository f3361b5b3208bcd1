"""A YAML reader on PyYAML's parser events.

It knows the types of the YAML 1.2 core schema only, so that `no`, `12:30:00` and dates stay text, builds no objects,
refuses documents that grow when their aliases are expanded, and does not recurse.
Source: YAML 1.2.2, section 10.3 (https://yaml.org/spec/1.2.2/#103-core-schema).
"""

import json
import re
from types import MappingProxyType
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

from newsclean.errors import FrontMatterError, InputError, LimitError
from newsclean.ledger import Note
from newsclean.options import DEFAULTS, Options
from newsclean.readers.places import Places
from newsclean.readers.scalars import Scalar, overridden, plain

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_STANDARD = "tag:yaml.org,2002:"
# Old versions of Ruby's YAML write words with letters beyond ASCII so.
_BINARY = frozenset({"!binary", f"{_STANDARD}binary"})
_PLANE_15 = "\U000f0000"
# What a tag of the core schema promises; a value that is something else stays text.
_CORE = MappingProxyType(
    {
        f"{_STANDARD}int": (int,),
        f"{_STANDARD}float": (int, float),
        f"{_STANDARD}bool": (bool,),
        f"{_STANDARD}null": (type(None),),
    }
)
# Tags that change nothing: a set is a mapping of keys without values, the others are lists of mappings with one key.
_KNOWN = frozenset({f"{_STANDARD}{name}" for name in "str timestamp seq map set omap pairs".split()} | {"!"})


class Anchors:
    """What anchors stand for; the parts of one header share it where they are read one by one."""

    def __init__(self) -> None:
        """Begin with none."""
        self.values: dict[str, tuple[Any, int, int]] = {}
        """Value, how many values it is, and how deep it goes."""
        self.spent = 0
        """Values that aliases have stood for."""
        self._made: list[tuple[str, int, int]] = []
        self._used: set[str] = set()

    def make(self, name: str, value: tuple[Any, int, int], place: tuple[int, int]) -> None:
        """Keep a value under a name."""
        self.values[name] = value
        self._made.append((name, *place))

    def use(self, name: str) -> tuple[Any, int, int]:
        """Give the value of a name that there is."""
        self._used.add(name)
        value = self.values[name]
        self.spent += value[1]
        return value

    def unused(self) -> list[Note]:
        """Note the anchors that no alias names: they may be words, as in `title: &c and friends`."""
        made = [row for row in self._made if row[0] not in self._used]
        return [Note(code="yaml-anchor", line=line, column=column, text=f"&{name}") for name, line, column in made]


class _Collection:
    """A mapping or sequence that is still open."""

    __slots__ = ("anchor", "height", "key", "size", "start", "value")

    def __init__(self, value: dict[str, Any] | list[Any], anchor: str | None, start: int) -> None:
        self.value, self.anchor, self.start = value, anchor, start
        self.key: str | None = None
        self.size = self.height = 1


class _Builder:
    """Builds plain Python values from events."""

    def __init__(self, text: str, line_offset: int, options: Options, anchors: Anchors, *, lenient: bool) -> None:
        self.text, self.offset, self.options, self.anchors, self.lenient = text, line_offset, options, anchors, lenient
        self.open: list[_Collection] = []
        self.documents = self.values = 0
        self.root: Any = None
        self.notes: list[Note] = []
        self._places: Places | None = None
        self._pure = _LOADER is yaml.SafeLoader
        self._longest, self._most = options.max_scalar_chars, options.max_header_values

    def feed(self, event: Any) -> None:  # noqa: ANN401 - PyYAML's events have no common typed base
        """Take the next event."""
        match event:
            case ScalarEvent():
                self._scalar(event)
            case MappingStartEvent() | SequenceStartEvent():
                self._begin(event)
            case CollectionEndEvent():
                done = self.open.pop()
                if done.anchor:
                    self.anchors.make(done.anchor, (done.value, done.size, done.height), self._place_of(done.start))
                self._place(done.value, done.size, done.height, event)
            case AliasEvent():
                self._alias(event)
            case DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise self._error("a second YAML document begins in the header", event)
            case _:
                pass

    def _begin(self, event: Any) -> None:  # noqa: ANN401 - the start of a mapping or sequence
        if len(self.open) >= self.options.max_header_depth:
            raise self._limit("a header nests too deep", "max_header_depth", event)
        if event.tag and event.tag not in _KNOWN:
            self._note("yaml-tag", event, _written(event.tag))
        value: dict[str, Any] | list[Any] = {} if isinstance(event, MappingStartEvent) else []
        self.open.append(_Collection(value, event.anchor, event.start_mark.index))

    def _scalar(self, event: Any) -> None:  # noqa: ANN401 - a ScalarEvent, whose stub allows for events without a mark
        if len(event.value) > self._longest:
            raise self._limit(f"a text of {len(event.value)} code points", "max_scalar_chars", event)
        # The pure parser makes a lone surrogate of its escape, the C parser refuses it.
        if self._pure and _SURROGATE.search(event.value):
            raise self._error("found invalid Unicode character escape code", event)
        holder = self.open[-1] if self.open else None
        value: Scalar = self._tagged(event, event.tag) if event.tag else event.value
        if holder is not None and holder.key is None and isinstance(holder.value, dict):
            value = str(event.value)  # a key is text
        elif event.implicit[0] and not event.tag:
            value = plain(event.value)
        if event.anchor is not None:
            self.anchors.make(event.anchor, (value, 1, 0), self._place_of(event.start_mark.index))
        self._place(value, 1, 0, event)

    def _tagged(self, event: Any, tag: str) -> Scalar:  # noqa: ANN401 - a ScalarEvent
        types = _CORE.get(tag)
        if types is not None:
            value = plain(event.value)
            if type(value) in types:
                return float(value) if isinstance(value, int) and float in types else value
        if tag not in _KNOWN:
            self._note("yaml-tag", event, _written(tag))
        text: str = event.value
        return _text_of(text) if tag in _BINARY else text

    def _alias(self, event: AliasEvent) -> None:
        if event.anchor not in self.anchors.values:
            raise self._error(f"alias *{event.anchor} has no anchor before it", event)
        value, size, height = self.anchors.use(event.anchor)
        if self.anchors.spent > self.options.max_alias_values:
            raise self._limit("aliases stand for too many values", "max_alias_values", event)
        if len(self.open) + height > self.options.max_header_depth:
            raise self._limit("a header nests too deep", "max_header_depth", event)
        self._place(value, size, height, event)

    def _place(self, value: Any, size: int, height: int, event: Any) -> None:  # noqa: ANN401 - any YAML value
        if not self.open:
            self.root = value
            return
        holder = self.open[-1]
        holder.size += size
        if height >= holder.height:
            holder.height = height + 1
        if holder.key is None and isinstance(holder.value, dict):
            holder.key = self._key(value, event)
            if holder.key in holder.value:
                self._note("duplicate-key", event, overridden(holder.key, holder.value[holder.key]))
            return
        self.values += 1
        if self.values > self._most:
            raise self._limit("too many values in a header", "max_header_values", event)
        if isinstance(holder.value, list):
            holder.value.append(value)
        elif holder.key is not None:
            holder.value[holder.key] = value
            holder.key = None

    def _key(self, value: Any, event: Any) -> str:  # noqa: ANN401 - any YAML value
        if value == "<<" and isinstance(event, ScalarEvent) and not event.style:
            self._note("yaml-merge-key", event, "<<")
        if not isinstance(value, dict | list):
            return str(value)
        if not self.lenient:
            raise self._error("a key is a list or mapping", event)
        key = json.dumps(value, ensure_ascii=False)
        self._note("header-repaired:key", event, key)
        return key

    def _place_of(self, at: int) -> tuple[int, int]:
        if self._places is None:
            self._places = Places(self.text, self.offset)
        return self._places.of(at)

    def _note(self, code: str, event: Any, text: str) -> None:  # noqa: ANN401 - any event
        line, column = self._place_of(event.start_mark.index)
        self.notes.append(Note(code=code, line=line, column=column, text=text))

    def _error(self, problem: str, event: Any) -> FrontMatterError:  # noqa: ANN401 - any event
        line, column = self._place_of(event.start_mark.index)
        return FrontMatterError(problem, line=line, column=column)

    def _limit(self, problem: str, option: str, event: Any) -> LimitError:  # noqa: ANN401 - any event
        line, _ = self._place_of(event.start_mark.index)
        return LimitError(problem, option=option, allowed=getattr(self.options, option), line=line)


def _text_of(encoded: str) -> str:
    """Decode base64 that stands for text in UTF-8; anything else stays as written.

    So do characters of planes 15 and 16, of which no word is made: they could be taken for stand-ins (`stand_ins`).
    """
    from binascii import Error, a2b_base64

    try:
        text = a2b_base64("".join(encoded.split()), strict_mode=True).decode()
    except (Error, ValueError):  # no base64, no ASCII, no UTF-8
        return encoded
    return encoded if text and max(text) >= _PLANE_15 else text


def read_yaml(
    text: str,
    *,
    line_offset: int = 0,
    options: Options = DEFAULTS,
    anchors: Anchors | None = None,
    lenient: bool = False,
) -> tuple[Any, list[Note]]:
    r"""Read one YAML document into plain values, with notes about duplicate keys (the last one wins) and tags.

    >>> read_yaml("day: 2022-02-31\nok: true\nno: [1, 0x1F, .nan]")[0]
    {'day': '2022-02-31', 'ok': True, 'no': [1, 31, '.nan']}

    Args:
        text: The header without its delimiters.
        line_offset: Lines of the source before it.
        options: The limits on depth, values, texts and aliases.
        anchors: Those of the parts before this one, if it is a part of a header.
        lenient: Take keys that are lists or mappings as text, with a note.
    Raises:
        FrontMatterError: It is no YAML, or holds a key that is no scalar.
        LimitError: It holds more than the options allow.
    """
    found = NOT_YAML.search(text)
    if found is not None:
        line, column = Places(text, line_offset).of(found.start())
        raise FrontMatterError(f"U+{ord(found[0]):04X} is not allowed in YAML", line=line, column=column)
    builder = _Builder(text, line_offset, options, anchors or Anchors(), lenient=lenient)
    try:
        parser = _LOADER(text)
        while parser.check_event():
            builder.feed(parser.get_event())
    except (yaml.YAMLError, OverflowError, ValueError) as error:
        # An escape of more than U+10FFFF is a bare error of the pure parser. Ours are ValueErrors too.
        if isinstance(error, InputError):
            raise
        raise _translated(error, text, line_offset, options) from error
    if anchors is None and builder.anchors.values:
        builder.notes += builder.anchors.unused()
    return builder.root, builder.notes


def _translated(error: Exception, text: str, line_offset: int, options: Options) -> InputError:
    """Give our error for one of PyYAML's."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    if mark is None:
        return FrontMatterError(problem, line=line_offset + 1)
    line, column = Places(text, line_offset).of(min(mark.index, len(text)))
    if "nesting depth" in problem:  # the C parser's own limit, far above the one in the options
        allowed = options.max_header_depth
        return LimitError("a header nests too deep", option="max_header_depth", allowed=allowed, line=line)
    return FrontMatterError(problem, line=line, column=column)


def _written(tag: str) -> str:
    """Give a tag as it was written."""
    return f"!!{tag.removeprefix(_STANDARD)}" if tag.startswith(_STANDARD) else tag
