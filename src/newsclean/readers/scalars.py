"""Unquoted scalars of YAML.

Source: YAML 1.2.2, section 10.3 (https://yaml.org/spec/1.2.2/#103-core-schema).
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

Scalar = str | int | float | bool | None

# Longer ones are kept as written: they are ids, and no other system reads them as numbers.
MAX_DIGITS = 18
# Real headers nest at most 5 deep.
MAX_DEPTH = 50

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
