"""Running text: the characters between two block boundaries, with white space as a browser shows it.

Source: CSS Text Module Level 3, section 4.1 (collapsing and transforming of white space, with `white-space: normal`).
"""

import re
from typing import Any
from unicodedata import east_asian_width, name

Draft = dict[str, Any]
"""A model that is not validated yet: its fields by name."""

# White space with a line feed in it. The look-behind keeps it linear: a long run is tried from its start only.
_BREAK = re.compile(r"(?<![ \t\n\r\f])[ \t\r\f]*\n[ \t\n\r\f]*")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_HTML_SPACE = " \t\n\r\f"
# Marks that are an `a` in HTML.
_ANCHORS = ("link", "footnote")


# A run of these alone shows nothing: spaces that HTML does not collapse, and characters without width.
_INVISIBLE = (
    " \n\t\r\f\v\u0085\u00a0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d"
    "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\u00ad"
)


def is_invisible(text: str) -> bool:
    r"""Tell whether a text shows nothing.

    >>> is_invisible("\u00a0\n"), is_invisible("a")
    (True, False)
    """
    return not text or (text[0] in _INVISIBLE and not text.strip(_INVISIBLE))


def collapse(text: str) -> str:
    r"""Give a text that stands alone as a browser shows it.

    >>> collapse(" The dam\n is  open. "), collapse("水位\n上升")
    ('The dam is open.', '水位上升')
    """
    core = text.strip(_HTML_SPACE)
    # In scripts without spaces one is found sooner than two.
    if "\n" in core or (" " in core and "  " in core) or "\t" in core or "\r" in core or "\f" in core:
        return _SPACES.sub(" ", _BREAK.sub(_joint, core) if "\n" in core else core)
    return core


def _joint(found: re.Match[str]) -> str:
    text = found.string
    return "" if _wide(text[found.start() - 1]) and _wide(text[found.end()]) else " "


def _wide(character: str) -> bool:
    """Tell whether a line feed beside it vanishes instead of becoming a space (CSS Text 3, 4.1.3): East Asian Width F, W or
    H, but not Hangul, which is written with spaces."""
    return east_asian_width(character) in "FWH" and not name(character, "").startswith("HANGUL")


CREDIT = "credit"
"""The kind of a mark that never leaves the walk: what an element in a caption calls the credit of that caption."""
FORBIDDEN = "forbidden"
"""A field, of no model, of what only the policy forbids: all is found as if it did not, then `limits.py` takes this out."""


class OpenMark:
    """A mark whose element is still open; `order` tells outer from inner where ranges are equal."""

    __slots__ = ("fields", "order", "start")

    def __init__(self, fields: Draft, start: int, order: int) -> None:
        self.fields, self.start, self.order = fields, start, order


class Run:
    """Collects text and marks; `take` gives the text so far and starts anew with the marks that are still open."""

    __slots__ = ("_closed", "_order", "_parts", "_space", "length", "open", "ruby")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        """Characters so far."""
        # White space seen but not shown yet: "" none, " " some, "\n" some with a line feed in it.
        self._space = ""
        self.open: list[OpenMark] = []
        """Outer first."""
        self._closed: list[tuple[int, int, int, Draft]] = []
        self._order = 0
        self.ruby = 0
        """Where the words begin that the next ruby annotation stands above."""

    def inner(self) -> "Run":
        """Give an empty run under the same open marks, for text that is read apart, such as a caption in a link."""
        run = Run()
        for mark in self.open:
            if mark.fields["kind"] != CREDIT:
                run.open_mark(mark.fields)
        return run

    @property
    def line_empty(self) -> bool:
        """No character since the last line break."""
        return self.length == 0 or self._parts[-1] == "\n"

    @property
    def reads_markup(self) -> bool:
        """Whether shortcodes may stand in it; in code they are what is talked about."""
        return all(mark.fields["kind"] != "code" for mark in self.open)

    @property
    def link(self) -> str | None:
        """Target of the open link."""
        mark = next((mark.fields for mark in reversed(self.open) if mark.fields["kind"] == "link"), None)
        return None if mark is None or FORBIDDEN in mark else str(mark["href"])

    def add(self, chunk: str) -> None:
        """Add text as it stands in the source."""
        core = chunk.strip(_HTML_SPACE)
        if not core:
            self._wait(chunk)
            return
        if chunk[0] in _HTML_SPACE:
            self._wait(chunk[: len(chunk) - len(chunk.lstrip(_HTML_SPACE))])
        if self._space and not self.line_empty:
            self._show_space(core)
        self._space = ""
        core = collapse(core)
        self._parts.append(core)
        self.length += len(core)
        if chunk[-1] in _HTML_SPACE:
            self._wait(chunk[len(chunk.rstrip(_HTML_SPACE)) :])

    def _wait(self, space: str) -> None:
        self._space = "\n" if self._space == "\n" or "\n" in space else " "

    def _show_space(self, following: str) -> None:
        if self._space == "\n" and _wide(following[0]) and _wide(self._parts[-1][-1]):
            return
        self._parts.append(" ")
        self.length += 1

    def line_break(self) -> None:
        """Break the line, as `<br>` does; a break before the first character shows nothing."""
        self._space = ""
        if self.length:
            self._parts.append("\n")
            self.length += 1

    def boundary(self) -> None:
        """Break the line unless it is empty: where a block begins or ends inside a text that stays one."""
        if not self.line_empty:
            self.line_break()

    def open_mark(self, fields: Draft) -> OpenMark | None:
        """Open a mark; None if it would say what an open one says already."""
        kinds = _ANCHORS if fields["kind"] in _ANCHORS else (fields["kind"],)
        for at in range(len(self.open) - 1, -1, -1):
            mark = self.open[at]
            if mark.fields["kind"] not in kinds:
                continue
            if mark.fields == fields:
                return None
            if kinds is _ANCHORS:
                # As in the HTML standard, a link ends where another begins.
                self._cut(at)
            break
        self._order += 1
        mark = OpenMark(fields, self.length, self._order)
        self.open.append(mark)
        return mark

    def close_mark(self, mark: OpenMark) -> None:
        """Close a mark, if no later link has ended it before."""
        if self.open and self.open[-1] is mark:
            self.open.pop()
            self._record(mark)

    def _record(self, mark: OpenMark) -> None:
        if self.length > mark.start:
            self._closed.append((mark.start, -self.length, mark.order, mark.fields))
            mark.start = self.length

    def annotate(self, text: str) -> None:
        """Put a ruby annotation above the words since `ruby`; as text among them, where there are none or marks would cross."""
        start = max([self.ruby, *(mark.start for mark in self.open)])
        if self._shows_since(start) and not self._crossed(start):
            self._order += 1
            self._closed.append((start, -self.length, self._order, {"kind": "ruby", "annotation": text}))
        else:
            self.add(text)
        self.ruby = self.length

    def _shows_since(self, start: int) -> bool:
        end = self.length
        for part in reversed(self._parts):
            if end <= start:
                return False
            end -= len(part)
            if not is_invisible(part[max(start - end, 0) :]):
                return True
        return False

    def _crossed(self, start: int) -> bool:
        """Tell whether a mark that has ended holds this place: they stand in the order of their ends."""
        for first, negative_end, _, _ in reversed(self._closed):
            if -negative_end <= start:
                return False
            if first < start:
                return True
        return False

    def _cut(self, at: int) -> None:
        """End all marks from `at` inwards; the inner ones go on after the cut."""
        for mark in reversed(self.open[at:]):
            self._record(mark)
        del self.open[at]

    def take(self) -> tuple[str, list[Draft]]:
        """Give the text and its marks, outer before inner, and start anew."""
        for mark in reversed(self.open):
            self._record(mark)
            mark.start = 0
        text = "".join(self._parts).rstrip(" \n")
        marks = _trimmed(text, self._closed) if self._closed else []
        self._parts, self.length, self._space, self._closed, self.ruby = [], 0, "", [], 0
        return text, marks


class AnnotationRun(Run):
    """Text of a ruby annotation, which has none above it."""

    __slots__ = ()


class VerbatimRun(Run):
    """Text of `pre`: white space as written, no marks."""

    __slots__ = ()

    def add(self, chunk: str) -> None:
        """Add text as it stands in the source."""
        self._parts.append(chunk)
        self.length += len(chunk)

    @property
    def line_empty(self) -> bool:
        """No character since the last line break."""
        return self.length == 0 or self._parts[-1].endswith("\n")

    @property
    def reads_markup(self) -> bool:
        """Never: in code shortcodes are what is talked about."""
        return False

    def open_mark(self, fields: Draft) -> None:
        """Marks say nothing here: code is plain text."""

    def annotate(self, text: str) -> None:
        """Nor do annotations: they stand in the line."""
        self.add(text)

    def take(self) -> tuple[str, list[Draft]]:
        """Give the text without line feeds at its ends."""
        text = "".join(self._parts).strip("\n")
        self._parts, self.length = [], 0
        return text, []


def _trimmed(text: str, closed: list[tuple[int, int, int, Draft]]) -> list[Draft]:
    """Take white space off the ends of each mark; a mark of white space only says nothing and is left out."""
    kept = []
    for first, negative_end, order, fields in closed:
        start, end = first, min(-negative_end, len(text))
        while start < end and text[start] in " \n":
            start += 1
        while end > start and text[end - 1] in " \n":
            end -= 1
        if start < end:
            kept.append((start, -end, order, fields))
    kept.sort(key=lambda mark: mark[:3])
    return [{"start": start, "end": -end, **fields} for start, end, _, fields in kept]
