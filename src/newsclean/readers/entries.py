"""The lines of a part of a header that is no YAML: split into keys and values, each value repaired by itself."""

import re
from collections.abc import Callable, Container, Iterable, Sequence
from typing import NamedTuple

from newsclean.readers.rungs import Fault, fault_of, is_block, is_empty, is_open

_QUOTED_KEY = re.compile(r"""(?:"(?:[^"\\]|\\.)*+"|'[^']*')[ \t]*+:(?=[ \t]|\Z)""")
_COLON = re.compile(r":(?=[ \t]|\Z)")
# A key of a program, not words of a sentence.
_NAME = re.compile(r"[^\W\d][\w.\-]*")
_TIGHT = re.compile(r"([^\W\d][\w.\-]*):(?!//)[^: \t]")
_NO_KEY = "[]{},#&*!|>%@`"
_LONGEST_KEY = 1_000  # more is none in YAML either
_DASHES = re.compile(r"(?:-(?:[ \t]+|\Z))*")
_TAB = "  "


class Line(NamedTuple):
    """A line and where it stands."""

    at: int
    text: str

    @property
    def indent(self) -> int:
        """How many characters of white space it begins with."""
        return len(self.text) - len(self.text.lstrip(" \t"))

    @property
    def says_nothing(self) -> bool:
        """Blank, or a comment."""
        return self.text.lstrip(" \t")[:1] in {"", "#"}


class Repair(NamedTuple):
    """Something that was done to a header."""

    kind: str
    at: int
    """Offset of the fault, in the same text as the lines."""
    text: str
    """What it was done to, as written."""


class Entry(NamedTuple):
    """A line in its parts."""

    dashes: str
    key: str
    """As written, quotes included; empty if it has none."""
    value: int
    """Where the value begins."""
    tight: bool
    """No space parts the key from the value."""


def entry_of(text: str, *, key: bool = True) -> Entry:
    """Split a line into what a list, a key and a value have in it.

    >>> entry_of("  - name: Ana de Lima")
    Entry(dashes='- ', key='name', value=10, tight=False)
    >>> entry_of("title:Dam").tight
    True
    """
    first = len(text) - len(text.lstrip(" \t"))
    found = _DASHES.match(text, first)
    start = first if found is None else found.end()
    dashes = text[first:start]
    end, tight = _colon(text, start) if key else (None, False)
    if end is None:
        return Entry(dashes, "", start, tight=False)
    value = end + 1
    while text[value : value + 1] in {" ", "\t"}:
        value += 1
    return Entry(dashes, text[start:end].rstrip(" \t"), value, tight)


def _colon(text: str, start: int) -> tuple[int | None, bool]:
    """Find the colon of a key that begins here, and tell whether the value touches it."""
    if text[start : start + 1] in {'"', "'"}:
        found = _QUOTED_KEY.match(text, start)
        return (None if found is None else found.end() - 1), False
    if text[start : start + 1] in {*_NO_KEY, ""} or text[start : start + 2] in {"? ", ": "}:
        return None, False
    found = _COLON.search(text, start)
    end = None if found is None or found.start() - start > _LONGEST_KEY else found.start()
    tight = _TIGHT.match(text, start)
    # `a:b: c` has the key `a:b`, as in YAML; in `a:b c` and `a:b c: d` it is `a`, and lacks its space.
    if tight is not None and (end is None or re.search("[ \t]", text[tight.end(1) : end])):
        return tight.end(1), True
    return end, False


def is_entry(text: str) -> bool:
    """Tell whether a line begins an item of a list or has a key.

    >>> is_entry("- a"), is_entry("a: b"), is_entry("a b")
    (True, True, False)
    """
    entry = entry_of(text)
    return entry.dashes != "" or entry.key != ""


def is_long_key(text: str) -> bool:
    """Tell whether a line begins a key that may be anything, even a list.

    >>> is_long_key("? [a, b]"), is_long_key("?"), is_long_key("?a: b")
    (True, True, False)
    """
    words = text.strip(" \t")
    return words == "?" or words.startswith("? ")


def is_name(key: str) -> bool:
    """Tell whether a key is one that a program would write.

    >>> is_name("post_title"), is_name("标题"), is_name("The mayor said")
    (True, True, False)
    """
    return _NAME.fullmatch(key.strip("\"'")) is not None


def mend(lines: Sequence[Line], anchors: Container[str]) -> tuple[str, list[Repair]]:
    """Give YAML for the lines of a part, as many lines as there were, and what was done to them."""
    work = _Mending(lines, anchors)
    at = 0
    while at < len(lines):
        at = work.take(at)
    return "".join(f"{line}\n" for line in work.done), work.repairs


def is_list_of_words(lines: Sequence[Line]) -> bool:
    """Tell whether a part is a key and a list of words, though YAML may take one with a colon for a mapping.

    So it is where other items are plain words, or where what stands before the colon is no name.
    """
    first, *rest = lines
    rest = [line for line in rest if not line.says_nothing]
    if not rest or entry_of(first.text).value < len(first.text.rstrip()) or len({line.indent for line in rest}) > 1:
        return False
    items = [entry_of(line.text) for line in rest]
    if any(len(item.dashes.rstrip()) != 1 for item in items):
        return False
    keyed = [item.key != "" and not item.tight for item in items]
    if not any(keyed):
        return False
    pairs = list(zip(items, rest, strict=True))
    plain = any(not item.key and line.text[item.value :][:1] not in "[{" for item, line in pairs)
    return plain or any(item.key and not (is_name(item.key) and f"{item.key}:" in line.text) for item, line in pairs)


class _Mending:
    """One pass over the lines of a part."""

    def __init__(self, lines: Sequence[Line], anchors: Container[str]) -> None:
        self.lines, self.anchors = lines, anchors
        self.words = is_list_of_words(lines)
        self.done: list[str] = []
        self.repairs: list[Repair] = []
        # A text block is deeper than this column; a key without value may have one line of text that is deeper.
        self.block: int | None = None
        self.empty: int | None = None
        first = entry_of(lines[0].text)
        self.full = first.key != "" and not is_empty(lines[0].text[first.value :].strip())

    def take(self, at: int) -> int:
        """Take the line there and what belongs to it; give the index of the next."""
        line = self.lines[at]
        if self.block is not None:
            if line.indent > self.block or not line.text.strip():
                self.done.append(line.text)
                return at + 1
            self.block = None
        if line.says_nothing:
            self.done.append(line.text.replace("\t", _TAB))
            return at + 1
        entry = entry_of(line.text, key=not (self.words and at > 0))
        if self._is_stray(at, line, entry):
            self.repairs.append(Repair("", line.at + line.indent, line.text.strip()))
            self.done.append("")
            return at + 1
        return self._entry(at, line, entry)

    def _is_stray(self, at: int, line: Line, entry: Entry) -> bool:
        """Tell whether a line belongs to nothing: no key, no item, or an item under a key that has a value already."""
        if entry.dashes:
            return at > 0 and self.full and line.indent <= self.lines[0].indent
        return not entry.key and (self.empty is None or line.indent <= self.empty)

    def _entry(self, at: int, line: Line, entry: Entry) -> int:
        column = line.indent + (len(entry.dashes) if entry.key else 0)
        value = line.text[entry.value :].rstrip(" \t")
        prefix = self._prefix(line, entry)
        parent = self.empty if not entry.key and not entry.dashes else None
        self.empty = column if entry.key and is_empty(value) else None
        if is_block(value):
            self.block = column
        if is_empty(value) or self.block is not None:
            self.done.append(prefix + value)
            return at + 1
        end = self._end(at, value, column if parent is None else parent)
        joined, place = _joined(Line(line.at + entry.value, value), self.lines[at + 1 : end])
        fault = fault_of(joined, self.anchors)
        tabbed = next((part for part in self.lines[at + 1 : end] if "\t" in part.text[: part.indent]), None)
        if fault is None and tabbed is not None:
            self._note("tab", tabbed, tabbed.at + tabbed.text.index("\t"))
            lines = [part.text.replace("\t", _TAB) for part in self.lines[at + 1 : end]]
            self.done += [prefix + value, *lines]
        elif fault is None:
            self.done += [prefix + value, *(part.text for part in self.lines[at + 1 : end])]
        else:
            self._repaired(fault, place(fault.at), line, joined)
            self.done += [prefix + fault.source, *[""] * (end - at - 1)]
        return end

    def _repaired(self, fault: Fault, at: int, line: Line, joined: str) -> None:
        shown = line.text.strip() if joined in line.text else joined
        self.repairs.append(Repair(fault.kind, at, shown))

    def _prefix(self, line: Line, entry: Entry) -> str:
        """Give what stands before the value, with spaces in place of tabs and where one is missing."""
        indent = line.text[: line.indent]
        if "\t" in indent + entry.dashes:
            self._note("tab", line, line.at + line.text.index("\t"))
        if entry.tight:
            self._note("space", line, line.at + entry.value)
        dashes = re.sub("[ \t]+", " ", entry.dashes) if "\t" in entry.dashes else entry.dashes
        return f"{indent.replace(chr(9), _TAB)}{dashes}{f'{entry.key}: ' if entry.key else ''}"

    def _note(self, kind: str, line: Line, at: int) -> None:
        self.repairs.append(Repair(kind, at, line.text.strip()))

    def _end(self, at: int, value: str, column: int) -> int:
        """Find the line after those that go on with a value."""
        end = at + 1
        while end < len(self.lines) and (self.lines[end].indent > column or not self.lines[end].text.strip()):
            end += 1
        if is_open(value):
            # PyYAML lets lines of a quoted text begin anywhere.
            closing = {"[": "]", "{": "}"}.get(value[0], value[0])
            after = end
            while after < len(self.lines) and not is_entry(self.lines[after].text):
                after += 1
                if self.lines[after - 1].text.rstrip(" \t").endswith(closing):
                    end = after
                    break
        while end > at + 1 and not self.lines[end - 1].text.strip():
            end -= 1
        return end


def _joined(first: Line, rest: Iterable[Line]) -> tuple[str, Callable[[int], int]]:
    """Fold a value of several lines into one as YAML does, and give what turns its offsets into those of the source."""
    parts, starts = [first.text], [(0, first.at)]
    size, blanks = len(first.text), 0
    for line in rest:
        text = line.text.strip(" \t")
        if not text:
            blanks += 1
            continue
        gap = "\n" * blanks or " "
        starts.append((size + len(gap), line.at + line.indent))
        parts += (gap, text)
        size, blanks = size + len(gap) + len(text), 0

    def place(at: int) -> int:
        begin, source = next(row for row in reversed(starts) if row[0] <= at)
        return source + at - begin

    return "".join(parts), place


def without_quotes(value: str) -> str:
    """Give the text of a value that is read by itself: what stands between its quotes, or all of it."""
    alike = len(value) > 1 and value[0] in "\"'" and value.endswith(value[0])
    return value[1:-1] if alike else value
