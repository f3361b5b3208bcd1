"""The front door: from the text of a post to its header and its tree."""

import re
from typing import Any, NamedTuple

from newsclean.dom import Tree
from newsclean.errors import FrontMatterError, InputError, LimitError
from newsclean.ledger import Note
from newsclean.options import Options
from newsclean.readers.body import read_body
from newsclean.readers.decoding import decode
from newsclean.readers.fences import Cut, find_header
from newsclean.readers.yaml_lines import read_lines

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
        FrontMatterError: The header is opened but not closed, is malformed, or is not a mapping.
        LimitError: The source is longer than `options.max_chars`.
        InputError: There is no text, or a path was given.
    """
    text, noticed = _decoded(source, options)
    cut = find_header(text)
    if cut is None:
        return _post({}, text, Cut("yaml", 0, 0, 0), noticed)
    before = text.count("\n", 0, cut.start)
    values, notes = _header(text, cut, before)
    if values is None:
        values = {}
    if not isinstance(values, dict):
        kind = "list" if isinstance(values, list) else "scalar"
        msg = f"the header is a {kind}, not a mapping of keys"
        raise FrontMatterError(msg, line=before + 1)
    return _post(values, text, cut, [*noticed, *notes])


def _header(text: str, cut: Cut, before: int) -> tuple[Any, list[Note]]:
    """Read a header; the reader of each format is loaded for the first header that needs it."""
    header = text[cut.start : cut.end]
    if cut.format == "yaml":
        simple = read_lines(header)
        if simple is not None:
            return simple, []
    from newsclean.readers.stand_ins import carried

    safe = carried(text, cut.start, cut.end)
    values, notes = _full(safe.text, cut, before)
    if safe.text is not text or "\\" in header:
        values = safe.restored(values)
        notes = [note.model_copy(update={"text": safe.restored(note.text)}) for note in notes]
    return values, [*safe.notes, *notes]


def _full(text: str, cut: Cut, before: int) -> tuple[Any, list[Note]]:
    """Read a header that is more than lines."""
    header = text[cut.start : cut.end]
    if cut.format == "yaml":
        from newsclean.readers.yaml_events import read_yaml

        return read_yaml(header, line_offset=before)
    if cut.format == "toml":
        from newsclean.readers.toml_header import read_toml

        return read_toml(header, line_offset=before), []
    from newsclean.readers.json_header import read_json, read_json_lines

    if cut.format == "json-lines":
        return read_json_lines(header, line_offset=before)
    return read_json(header, line_offset=before, column_offset=cut.start - text.rfind("\n", 0, cut.start) - 1)


def _post(values: dict[str, Any], text: str, cut: Cut, notes: list[Note]) -> Post:
    body = text[cut.body :]
    lines = text.count("\n", 0, cut.body)
    read = read_body(body, line_offset=lines)
    return Post(values, body, read.tree, lines, [*notes, *read.notes], text, cut, read.base)


def _decoded(source: str | bytes, options: Options) -> tuple[str, list[Note]]:
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
