"""Values of headers: unquoted scalars of YAML, and how much of anything there may be.

Source: YAML 1.2.2, section 10.3 (https://yaml.org/spec/1.2.2/#103-core-schema).
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from newsclean.errors import LimitError
from newsclean.options import Options

Scalar = str | int | float | bool | None

# Longer ones are kept as written: they are ids, and no other system reads them as numbers.
MAX_DIGITS = 18

_CONSTANTS: Mapping[str, bool | None] = MappingProxyType(
    {"": None, "~": None}
    | {
        word: value
        for name, value in (("null", None), ("true", True), ("false", False))
        for word in (name, name.title(), name.upper())
    }
)
_INTEGER = re.compile(r"[-+]?[0-9]+|0o([0-7]+)|0x([0-9a-fA-F]+)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def plain(value: str) -> Scalar:
    """Give the value of an unquoted scalar under the core schema; what JSON cannot say stays text."""
    if value and value[0] not in "+-.0123456789~nNtTfF":
        return value
    if value in _CONSTANTS:
        return _CONSTANTS[value]
    if integer := _INTEGER.fullmatch(value):
        octal, hexadecimal = integer.groups()
        if len(value) > MAX_DIGITS:
            return value
        return int(octal or hexadecimal or value, 8 if octal else 16 if hexadecimal else 10)
    if _FLOAT.fullmatch(value):
        number = float(value)
        return value if number in (float("inf"), float("-inf")) else number
    return value


def overridden(key: str, value: Any) -> str:  # noqa: ANN401 - any header value
    """Give the words of a note about a value that a later one of the same key has taken the place of.

    >>> overridden("tags", ["a"])
    'tags: ["a"]'
    """
    import json

    return f"{key}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"


def check_size(values: Any, options: Options, line: int) -> None:  # noqa: ANN401 - any header value
    """Refuse a header that begins in this line and holds more than the options allow.

    Raises:
        LimitError: It has too many values, one that is too long, or too many levels.
    """
    count = 0
    level: list[Any] = [values]
    depth = 0
    while level:
        count += len(level) if depth else 0
        if count > options.max_header_values:
            raise _limit("too many values in a header", "max_header_values", options, line)
        longest = max((len(value) for value in level if isinstance(value, str)), default=0)
        collections = [value for value in level if isinstance(value, dict | list)]
        keys = max((len(key) for value in collections if isinstance(value, dict) for key in value), default=0)
        if max(longest, keys) > options.max_scalar_chars:
            raise _limit(f"a text of {max(longest, keys)} code points", "max_scalar_chars", options, line)
        depth += 1
        if collections and depth > options.max_header_depth:
            raise _limit("a header nests too deep", "max_header_depth", options, line)
        level = [part for value in collections for part in (value.values() if isinstance(value, dict) else value)]


def _limit(problem: str, option: str, options: Options, line: int) -> LimitError:
    return LimitError(problem, option=option, allowed=getattr(options, option), line=line)
