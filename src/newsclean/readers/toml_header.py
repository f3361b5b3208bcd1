"""Headers in TOML, read by the standard library's parser.

Dates stay text as written, as in the other formats. The parser takes its time over keys of very many parts and recurses into
arrays, so both are counted before it runs.
"""

import re
import tomllib
from datetime import date, datetime, time
from typing import Any

from newsclean.errors import FrontMatterError, LimitError
from newsclean.options import DEFAULTS, Options
from newsclean.readers.scalars import MAX_DIGITS, Scalar, plain

# Strings and comments are matched first, so that nothing inside them counts; an unclosed one runs to the end, so that it is
# read once only.
_STRING = (
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*+(?:"{3,5}|\\?\Z)'
    r"|'''(?:[^']|'{1,2}(?!'))*+(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\[^\n])*+(?:"|\\?$)'
    r"|'[^'\n]*(?:'|$)"
    r"|\#[^\n]*"
)
_DATE = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?"
    r"|[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"
)
_LONG_INTEGER = rf"(?=[^\s,\]}}\#]{{{MAX_DIGITS + 1}}})[+-]?[0-9][0-9A-Fa-f_xob]*+"
_TOKEN = re.compile(
    rf"(?P<string>{_STRING})|(?<![\w.+:-])(?P<literal>{_DATE}|{_LONG_INTEGER})(?![\w.:+-])|(?P<mark>[\[\]{{}}.,=\n])",
    re.DOTALL | re.MULTILINE,
)
_PLACE = re.compile(r"(.*) \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)", re.DOTALL)


def read_toml(text: str, *, line_offset: int = 0, options: Options = DEFAULTS) -> dict[str, Any]:
    r"""Read TOML into plain values; dates, `nan`, `inf` and long integers as written.

    >>> read_toml('title = "A dam"\ndate = 2022-03-31T09:33:00Z\nlevel = inf\n')
    {'title': 'A dam', 'date': '2022-03-31T09:33:00Z', 'level': 'inf'}

    Args:
        text: The header without its delimiters.
        line_offset: Lines of the source before it.
        options: The limit on depth.
    Raises:
        FrontMatterError: It is no TOML.
        LimitError: It nests deeper than a header may.
    """
    quoted = _checked(text, line_offset, options)
    try:
        values = tomllib.loads(quoted, parse_float=_number)
    except ValueError as error:
        raise _error(text, error, line_offset) from error
    return {key: _value(part, 1, line_offset, options) for key, part in values.items()}


def _number(written: str) -> Scalar:
    return plain(written.replace("_", ""))


def _checked(text: str, line_offset: int, options: Options) -> str:
    """Give the text with quotes around its dates and long integers; refuse what nests too deep."""
    parts: list[str] = []
    end = depth = dots = 0
    for token in _TOKEN.finditer(text):
        match token.lastgroup:
            case "literal":
                parts += (text[end : token.start()], f'"{token[0]}"')
                end = token.end()
            case "mark":
                depth += (token[0] in "[{") - (token[0] in "]}")
                dots = dots + 1 if token[0] == "." else 0
                if max(depth, dots) > options.max_header_depth:
                    raise _too_deep(options, line_offset + text.count("\n", 0, token.start()) + 1)
            case _:
                pass
    return "".join((*parts, text[end:])) if parts else text


def _too_deep(options: Options, line: int) -> LimitError:
    allowed = options.max_header_depth
    return LimitError("a header nests too deep", option="max_header_depth", allowed=allowed, line=line)


def _value(value: Any, depth: int, line_offset: int, options: Options) -> Any:  # noqa: ANN401 - any TOML value
    """Give a value as JSON can say it; tables in tables may nest deeper than any bracket shows."""
    if depth > options.max_header_depth:
        raise _too_deep(options, line_offset + 1)
    if isinstance(value, dict):
        return {key: _value(part, depth + 1, line_offset, options) for key, part in value.items()}
    if isinstance(value, list):
        return [_value(part, depth + 1, line_offset, options) for part in value]
    return value.isoformat() if isinstance(value, datetime | date | time) else value


def _error(text: str, error: ValueError, line_offset: int) -> FrontMatterError:
    """Place the error in the text as written: the quotes around dates have moved columns."""
    try:
        tomllib.loads(text, parse_float=_number)
    except ValueError as original:
        error = original
    found = _PLACE.fullmatch(str(error))
    if found is None or found[2] is None:
        problem = str(error) if found is None else found[1]
        return FrontMatterError(problem, line=line_offset + max(text.count("\n"), 1))
    return FrontMatterError(found[1], line=line_offset + int(found[2]), column=int(found[3]))
