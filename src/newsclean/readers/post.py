"""The front door: from the text of a post to its header and its tree."""

import re
from typing import Any, NamedTuple

from newsclean.dom import Tree, parse_html, without_surrogates
from newsclean.errors import FrontMatterError, InputError, LimitError
from newsclean.ledger import Note
from newsclean.options import Options
from newsclean.readers.yaml_lines import read_lines

_OPENING = re.compile(r"(?:[ \t]*\n)*---[ \t]*(?:\n|\Z)")
# `...` ends a header in Jekyll too.
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_FILE_NAME = r"[^<\n]*\.(?:md|mdx|markdown|mkd|html?|xhtml|txt|json|ya?ml|toml)"
_LONGEST_PATH = 4096


class Post(NamedTuple):
    """A post in its parts, nothing of the body read yet."""

    front_matter: dict[str, Any]
    tree: Tree
    body_line: int
    """Lines of the source before the body."""
    notes: list[Note]
    base: str | None = None
    """What the body's `<base href>` says, as written."""


def read_post(source: str | bytes, options: Options) -> Post:
    """Split a post and parse both parts.

    Raises:
        FrontMatterError: The header is opened but not closed, is no YAML, or is not a mapping.
        LimitError: The source is longer than `options.max_chars`.
        InputError: There is no text, bytes are not UTF-8, or a path was given.
    """
    text = _decoded(source, options)
    opening = _OPENING.match(text)
    if opening is None:
        return _post({}, text, 0, [])
    closing = _CLOSING.search(text, opening.end())
    before = text.count("\n", 0, opening.end())
    if closing is None:
        msg = "the header opens with --- but no line closes it"
        raise FrontMatterError(msg, line=max(before, 1))
    values, notes = _header(text[opening.end() : closing.start()], before)
    if values is None:
        values = {}
    if not isinstance(values, dict):
        kind = "list" if isinstance(values, list) else "scalar"
        msg = f"the header is a {kind}, not a mapping of keys"
        raise FrontMatterError(msg, line=before + 1)
    return _post(values, text[closing.end() :], text.count("\n", 0, closing.end()), notes)


def _header(text: str, before: int) -> tuple[Any, list[Note]]:
    simple = read_lines(text)
    if simple is not None:
        return simple, []
    from newsclean.readers.yaml_events import read_yaml  # PyYAML is loaded for the first header that needs it

    return read_yaml(without_surrogates(text), line_offset=before)


def _post(values: dict[str, Any], body: str, body_line: int, notes: list[Note]) -> Post:
    tree = parse_html(body)
    if tree.limit is not None:
        notes.append(Note(code="parser-limit", text=tree.limit))
    return Post(values, tree, body_line, notes, _base(body, tree))


def _base(body: str, tree: Tree) -> str | None:
    """Give the `href` of the first `base` that has one, as HTML says; posts pasted as whole documents may carry it."""
    if "<base" not in body and "<BASE" not in body:
        return None
    found = (node.get("href") for root in tree.roots for node in root.iter("base"))
    return next((href for href in found if href), None)


def _decoded(source: str | bytes, options: Options) -> str:
    if not isinstance(source, str | bytes):
        msg = f"a post is str or bytes, not {type(source).__name__}; pass the text, not a path or file"
        raise InputError(msg)
    if len(source) > options.max_chars:
        msg = f"the source is {len(source)} long; Options.max_chars allows {options.max_chars}"
        raise LimitError(msg)
    text = source if isinstance(source, str) else _from_utf8(source)
    # The standard's newline normalisation; lines are counted after it.
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.removeprefix("\ufeff")
    if not text.strip():
        msg = "the source is empty"
        raise InputError(msg)
    if len(text) < _LONGEST_PATH and "<" not in text and re.fullmatch(_FILE_NAME, text.strip().lower()):
        msg = f"{text.strip()[:80]!r} looks like a file name: pass the text, not the path"
        raise InputError(msg)
    return text


def _from_utf8(source: bytes) -> str:
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        msg = f"line {line}: byte 0x{source[error.start]:02x} at offset {error.start} is not UTF-8"
        raise InputError(msg) from error
