"""Where the header of a post begins and ends, and in which format it is.

Source: Jekyll (https://jekyllrb.com/docs/front-matter/), Hugo (https://gohugo.io/content-management/front-matter/), Hexo
(https://hexo.io/docs/front-matter, and hexo-front-matter for headers without an opening line).
"""

import re
from types import MappingProxyType
from typing import Literal, NamedTuple

from newsclean.errors import FrontMatterError
from newsclean.options import DEFAULTS, Options

Format = Literal["yaml", "toml", "json", "json-lines"]


class Cut(NamedTuple):
    """A header, found in the text of a post."""

    format: Format
    start: int
    end: int
    """The header itself is `text[start:end]`, without its delimiters."""
    body: int
    """Where the body begins."""
    fault: FrontMatterError | None = None
    """Why the end is not known: it is opened and no line closes it."""


class Fence(NamedTuple):
    """A line that opens a header, and the one that closes it."""

    format: Format
    line: str
    closing: str
    """A regular expression for a whole line."""
    why: str


# `...` ends a header in Jekyll too.
FENCES = (
    Fence("yaml", "---", r"---|\.\.\.", why="Jekyll, Hugo, Hexo, Eleventy and most others."),
    Fence("toml", "+++", r"\+\+\+", why="Hugo and Zola."),
    Fence("json-lines", ";;;", ";;;", why="Hexo: JSON without its outer braces."),
)
# With the line feed before it: to find one is much cheaper than to try each place for a beginning of a line.
_END = r"\n(?:%s)[ \t]*(?:\n|\Z)"
_YAML_END = re.compile(_END % FENCES[0].closing)
_BY_LINE = MappingProxyType({fence.line: fence for fence in FENCES})
_START = re.compile(r"\s*")
_KEY_LINE = re.compile(r"[A-Za-z_][\w.\-]*:(?=[ \t\n]|\Z)")
_CONTINUATION = re.compile(r"[ \t]|-[ \t]")
_JSON = re.compile(r'\{\s*"')
_JSON_LINE = re.compile(r'"[^"\n]*"[ \t]*:')
_OPEN_END = re.compile(r"(?:---|;;;)[ \t]*(?:\n|\Z)")


def find_header(text: str, options: Options = DEFAULTS) -> Cut | None:
    r"""Find the header of a post, or None if it has none.

    >>> find_header("---\ntitle: Dam opens\n---\n<p>Water flows.</p>")
    Cut(format='yaml', start=4, end=21, body=25, fault=None)
    >>> find_header("<p>Water flows.</p>") is None
    True

    Raises:
        LimitError: It is JSON that is larger than the options allow.
    """
    at = 0 if text.startswith("---") else _first_line(text)
    if text.startswith(("---", "+++", ";;;"), at):
        return _fenced(text, at)
    if text.startswith("{", at) and _JSON.match(text, at):
        return _json(text, at, options)
    if text.startswith('"', at) and _JSON_LINE.match(text, at):
        closing = _closing(";;;").search(text, at)
        return None if closing is None else Cut("json-lines", at, closing.start() + 1, closing.end())
    return _unopened(text, at, options.max_header_chars) if _KEY_LINE.match(text, at) else None


def _first_line(text: str) -> int:
    """Find the first line that is not blank: a byte order mark and blank lines before a header say nothing."""
    found = _START.match(text)
    first = found.end() if found else 0
    # A header that is indented is no header; JSON may stand anywhere in its line.
    line = text.rfind("\n", 0, first) + 1
    return first if text.startswith(("{", '"'), first) else line


def _closing(line: str) -> re.Pattern[str]:
    # The pattern of the usual fence is compiled once, the others when they are needed.
    return _YAML_END if line == FENCES[0].closing else re.compile(_END % line)


def _fenced(text: str, at: int) -> Cut | None:
    end = text.find("\n", at)
    line = text[at:] if end < 0 else text[at:end]
    fence = _BY_LINE.get(line.rstrip(" \t"))
    if fence is None:
        return None
    start = len(text) if end < 0 else end + 1
    closing = _closing(fence.closing).search(text, start - 1)
    if closing is None:
        msg = f"the header opens with {fence.line} but no line closes it"
        fault = FrontMatterError(msg, line=text.count("\n", 0, at) + 1, column=1)
        return Cut(fence.format, start, len(text), len(text), fault)
    return Cut(fence.format, start, closing.start() + 1, closing.end())


def _json(text: str, at: int, options: Options) -> Cut:
    from newsclean.readers.json_header import find_end  # JSON headers are rare

    end = find_end(text, at, options=options, most=options.max_header_chars)
    if end is None:
        msg = "the header opens with { but no } closes it"
        line = text.count("\n", 0, at) + 1
        fault = FrontMatterError(msg, line=line, column=at - text.rfind("\n", 0, at))
        return Cut("json", at, len(text), len(text), fault)
    blank = re.compile(r"[ \t]*\n").match(text, end)
    return Cut("json", at, end, end if blank is None else blank.end())


def _unopened(text: str, at: int, most: int) -> Cut | None:
    """Find a header of Hexo without opening line: nothing but keys and what belongs to them stands before the closing one."""
    first = at
    # What is longer than any header may be is no header: nothing says that it is one.
    while at < min(len(text), first + most):
        closing = _OPEN_END.match(text, at)
        if closing is not None:
            return Cut("yaml", first, at, closing.end()) if text[at] == "-" else None
        if not (_KEY_LINE.match(text, at) or _CONTINUATION.match(text, at)):
            return None
        end = text.find("\n", at)
        at = len(text) if end < 0 else end + 1
    return None
