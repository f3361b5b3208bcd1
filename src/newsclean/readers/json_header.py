"""Headers in JSON: a whole object, as Hugo has it, or its lines without the braces, as Hexo has it."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from newsclean.errors import FrontMatterError, LimitError
from newsclean.ledger import Note
from newsclean.options import DEFAULTS, Options
from newsclean.readers.places import Places
from newsclean.readers.scalars import overridden, plain

# An unclosed string runs to the end, so that it is read once only.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
_COLON = re.compile(r"\s*:")


class Duplicate(NamedTuple):
    """A key that its object has already."""

    at: int
    """Where it stands again, as an offset."""
    text: str
    """The key and the value that is gone."""


def find_end(text: str, at: int, *, line_offset: int = 0, options: Options = DEFAULTS, most: int | None = None) -> int | None:
    """Find the end of the object that begins at `at`, or None if it is not closed.

    >>> find_end('{"a": "}"} b', 0)
    10

    Args:
        text: Where it stands.
        at: The offset of its brace.
        line_offset: Lines of the source before the text.
        options: The limit on depth.
        most: How many characters to look at, if not all.
    Raises:
        LimitError: It nests deeper or is longer than it may.
    """
    depth = 0
    for token in _TOKEN.finditer(text, at):
        if most is not None and token.start() - at > most:
            raise _limit("the header is too long", "max_header_chars", options, line_offset + text.count("\n", 0, at) + 1)
        match token[0]:
            case "{" | "[":
                depth += 1
                if depth > options.max_header_depth:
                    line = line_offset + text.count("\n", 0, token.start()) + 1
                    raise _limit("a header nests too deep", "max_header_depth", options, line)
            case "}" | "]":
                depth -= 1
                if depth == 0:
                    return token.end()
            case _:
                pass
    return None


def read_json(text: str, *, line_offset: int = 0, column_offset: int = 0) -> tuple[dict[str, Any], list[Note]]:
    r"""Read a JSON object into plain values, with notes about duplicate keys (the last one wins).

    >>> read_json('{"ok": true, "id": 12345678901234567890}')[0]
    {'ok': True, 'id': '12345678901234567890'}

    Args:
        text: The object, from brace to brace.
        line_offset: Lines of the source before it.
        column_offset: Characters before it in its first line.
    Raises:
        FrontMatterError: It is no JSON object.
    """
    try:
        values, duplicates = parse_json(text)
    except json.JSONDecodeError as error:
        column = error.colno + (column_offset if error.lineno == 1 else 0)
        raise FrontMatterError(error.msg, line=line_offset + error.lineno, column=column) from error
    return values, _notes(text, duplicates, line_offset, column_offset) if duplicates else []


def _notes(text: str, duplicates: list[Duplicate], line_offset: int, column_offset: int) -> list[Note]:
    places = Places(text, line_offset)
    notes: list[Note] = []
    for at, words in duplicates:
        line, column = places.of(at)
        column += column_offset if line == line_offset + 1 else 0
        notes.append(Note(code="duplicate-key", line=line, column=column, text=words))
    return notes


def parse_json(text: str) -> tuple[dict[str, Any], list[Duplicate]]:
    """Read a JSON object; `json.JSONDecodeError` says that it is none."""
    twice: list[str] = []

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        values = dict(pairs)
        if len(values) < len(pairs):
            seen: dict[str, Any] = {}
            for key, value in pairs:
                if key in seen:
                    twice.append(overridden(key, seen[key]))
                seen[key] = value
        return values

    text = _safe(text)
    values = json.loads(text, object_pairs_hook=mapping, parse_int=plain, parse_float=plain, parse_constant=str)
    return values, list(map(Duplicate, _keys_again(text), twice)) if twice else []


def _keys_again(text: str) -> Iterator[int]:
    """Give the offset of each key that its object has already, in the order in which the objects end."""
    around: list[tuple[set[str], list[int]]] = []
    for token in _TOKEN.finditer(text):
        if token[0] == "{":
            around.append((set(), []))
        elif token[0] == "}":
            yield from around.pop()[1]
        elif token[0][0] == '"' and _COLON.match(text, token.end()):
            key, (keys, again) = json.loads(token[0]), around[-1]
            if key in keys:
                again.append(token.start())
            keys.add(key)


def read_json_lines(text: str, *, line_offset: int = 0, options: Options = DEFAULTS) -> tuple[dict[str, Any], list[Note]]:
    r"""Read the lines of a JSON object without its braces.

    >>> read_json_lines('"title": "A dam",\n"tags": ["river"]\n')[0]
    {'title': 'A dam', 'tags': ['river']}

    Raises:
        FrontMatterError: It is no JSON object.
    """
    # The brace stands in a line of its own, so that columns stay.
    whole, line_offset = f"{{\n{text}}}", line_offset - 1
    end = find_end(whole, 0, line_offset=line_offset, options=options)
    if end is not None and end < len(whole):
        raise _error("a brace that opens nowhere", whole, end - 1, line_offset)
    return read_json(whole, line_offset=line_offset)


def _safe(text: str) -> str:
    """Replace escapes of lone surrogates by as many characters: no encoding can hold what they stand for."""
    if "\\u" not in text:
        return text
    # Pairs of escapes, and escaped backslashes, are matched first so that they stay.
    pair = r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    return re.sub(rf"({pair})|\\u[dD][89a-fA-F][0-9a-fA-F]{{2}}", lambda found: found[1] or r"\ufffd", text)


def _limit(problem: str, option: str, options: Options, line: int) -> LimitError:
    return LimitError(problem, option=option, allowed=getattr(options, option), line=line)


def _error(problem: str, text: str, at: int, line_offset: int) -> FrontMatterError:
    return FrontMatterError(problem, line=line_offset + text.count("\n", 0, at) + 1, column=at - text.rfind("\n", 0, at))
