"""Headers in JSON: a whole object, as Hugo has it, or its lines without the braces, as Hexo has it."""

import json
import re
from typing import Any

from newsclean.dom import without_surrogates
from newsclean.errors import FrontMatterError
from newsclean.ledger import Note
from newsclean.readers.scalars import MAX_DEPTH, plain

# An unclosed string runs to the end, so that it is read once only.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)


def find_end(text: str, at: int, *, line_offset: int = 0) -> int | None:
    """Find the end of the object that begins at `at`, or None if it is not closed.

    >>> find_end('{"a": "}"} b', 0)
    10

    Raises:
        FrontMatterError: It nests deeper than a header may.
    """
    depth = 0
    for token in _TOKEN.finditer(text, at):
        match token[0]:
            case "{" | "[":
                depth += 1
                if depth > MAX_DEPTH:
                    raise _error(f"nested more than {MAX_DEPTH} deep", text, token.start(), line_offset)
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
    notes: list[Note] = []

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        values = dict(pairs)
        if len(values) < len(pairs):
            seen: set[str] = set()
            for key, _ in pairs:
                if key in seen:
                    notes.append(Note(code="duplicate-key", text=key))
                seen.add(key)
        return values

    try:
        values = json.loads(_safe(text), object_pairs_hook=mapping, parse_int=plain, parse_float=plain, parse_constant=str)
    except json.JSONDecodeError as error:
        column = error.colno + (column_offset if error.lineno == 1 else 0)
        raise FrontMatterError(error.msg, line=line_offset + error.lineno, column=column) from error
    return values, notes


def read_json_lines(text: str, *, line_offset: int = 0) -> tuple[dict[str, Any], list[Note]]:
    r"""Read the lines of a JSON object without its braces.

    >>> read_json_lines('"title": "A dam",\n"tags": ["river"]\n')[0]
    {'title': 'A dam', 'tags': ['river']}

    Raises:
        FrontMatterError: It is no JSON object.
    """
    # The brace stands in a line of its own, so that columns stay.
    whole, line_offset = f"{{\n{text}}}", line_offset - 1
    end = find_end(whole, 0, line_offset=line_offset)
    if end is not None and end < len(whole):
        raise _error("a brace that opens nowhere", whole, end - 1, line_offset)
    return read_json(whole, line_offset=line_offset)


def _safe(text: str) -> str:
    """Replace escapes of lone surrogates: no encoding can hold what they stand for."""
    text = without_surrogates(text)
    if "\\u" not in text:
        return text
    # Pairs of escapes, and escaped backslashes, are matched first so that they stay.
    pair = r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    return re.sub(rf"({pair})|\\u[dD][89a-fA-F][0-9a-fA-F]{{2}}", lambda found: found[1] or r"\ufffd", text)


def _error(problem: str, text: str, at: int, line_offset: int) -> FrontMatterError:
    return FrontMatterError(problem, line=line_offset + text.count("\n", 0, at) + 1, column=at - text.rfind("\n", 0, at))
