"""The front door: from the text of a post to its header and its tree."""

import re
from typing import Any, NamedTuple

from newsclean.dom import Tree
from newsclean.errors import InputError, LimitError
from newsclean.ledger import Note
from newsclean.options import Options
from newsclean.readers.body import read_body
from newsclean.readers.decoding import decode
from newsclean.readers.fences import Cut
from newsclean.readers.front_matter import read_front_matter

_FILE_NAME = r"[^<\n]*\.(?:md|mdx|markdown|mkd|html?|xhtml|txt|json|ya?ml|toml)"
_LONGEST_PATH = 4096


class Post(NamedTuple):
    """A post in its parts, nothing of the body read yet."""

    front_matter: dict[str, Any]
    body: str
    """As written, after the header."""
    tree: Tree
    body_line: int
    """Lines of the source before the body."""
    notes: list[Note]
    text: str
    """The whole source."""
    cut: Cut
    """Where in it the header stands."""
    base: str | None
    """What the body's `<base href>` says, as written."""


def read_post(source: str | bytes, options: Options) -> Post:
    """Split a post and parse both parts.

    Raises:
        FrontMatterError: The options are strict, and the header is not closed, is malformed, or is not a mapping.
        LimitError: The source, or something in its header, is larger than the options allow.
        InputError: There is no text, or a path was given.
    """
    return split_post(*decoded(source, options), options)


def split_post(text: str, noticed: list[Note], options: Options) -> Post:
    """Do the same for a source that is decoded, with what was noticed then."""
    header = read_front_matter(text, options)
    if header is None:
        return _post({}, text, Cut("yaml", 0, 0, 0), noticed)
    return _post(header.values, text, header.cut, [*noticed, *header.notes])


def _post(values: dict[str, Any], text: str, cut: Cut, notes: list[Note]) -> Post:
    body = text[cut.body :]
    lines = text.count("\n", 0, cut.body)
    read = read_body(body, line_offset=lines)
    return Post(values, body, read.tree, lines, [*notes, *read.notes], text, cut, read.base)


def decoded(source: str | bytes, options: Options) -> tuple[str, list[Note]]:
    """Give the characters of a source with line ends as one line feed each, and what had to be replaced.

    Raises:
        LimitError: It is larger than the options allow.
        InputError: There is no text, or a path was given.
    """
    if not isinstance(source, str | bytes):
        msg = f"a post is str or bytes, not {type(source).__name__}; pass the text, not a path or file"
        raise InputError(msg)
    if len(source) > options.max_chars:
        unit = "code points" if isinstance(source, str) else "bytes"
        msg = f"the source has {len(source)} {unit}"
        raise LimitError(msg, option="max_chars", allowed=options.max_chars)
    text, notes = (source, []) if isinstance(source, str) else decode(source, options.encoding)
    # The standard's newline normalisation; lines are counted after it.
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.lstrip("\ufeff")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        notes = [*notes, Note(code="characters-replaced", line=line, text=f"{text.count(chr(0))} NUL")]
        text = text.replace("\0", "\ufffd")
    if not text.strip():
        msg = "the source is empty"
        raise InputError(msg)
    if len(text) < _LONGEST_PATH and "<" not in text and re.fullmatch(_FILE_NAME, text.strip().lower()):
        msg = f"{text.strip()[:80]!r} looks like a file name: pass the text, not the path"
        raise InputError(msg)
    return text, notes
