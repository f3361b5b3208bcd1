"""A line reader for the headers that most posts have: `key: value` and lists of `- value`, one line each.

It reads a strict subset of YAML to exactly what `yaml_events` reads it to (tests/test_yaml_lines.py), in a third of the time,
and answers None for anything else: events of PyYAML cost as much as the HTML of a typical post.
"""

import re

from newsclean.readers.scalars import Scalar, plain

# Most keys are identifiers of ASCII, which is found without an expression.
_KEY = re.compile("[A-Za-z_][A-Za-z0-9_-]*")


class _NotSimpleError(Exception):
    """The full reader is to be asked."""


def read_lines(text: str) -> dict[str, Scalar | list[Scalar]] | None:
    r"""Read a simple header, or give None if it is not one.

    >>> read_lines("title: 'A dam'\ntags:\n - river\n - 2022\ndraft:\n")
    {'title': 'A dam', 'tags': ['river', 2022], 'draft': None}
    >>> read_lines("title: A dam # not quite\n") is None
    True
    """
    *lines, rest = text.split("\n")
    # Tabs, controls, and what YAML 1.1 takes for line breaks are not printable.
    if rest or not "".join(lines).isprintable():
        return None
    try:
        return _values(lines)
    except _NotSimpleError:
        return None


def _values(lines: list[str]) -> dict[str, Scalar | list[Scalar]]:
    # Methods of strings take half of the time of one expression for a line.
    values: dict[str, Scalar | list[Scalar]] = {}
    key, indent = "", None
    items: list[Scalar] | None = None
    for line in lines:
        name, colon, written = line.partition(":")
        if colon and name.isascii() and (name.isidentifier() or _KEY.fullmatch(name)):
            if name in values:
                raise _NotSimpleError
            key, indent, items = name, None, None
            if value := written.strip(" "):
                values[key] = _scalar(written[0], value)
            else:
                values[key], items = None, []
        elif item := line.lstrip(" "):
            column = len(line) - len(item)
            if item[0] != "-" or items is None or indent not in {None, column}:
                raise _NotSimpleError
            indent = column
            items.append(_scalar(item[1:2], item[1:].strip(" ")))
            values[key] = items
    return values


def _scalar(before: str, value: str) -> Scalar:
    """Give the value of a scalar without escapes in quotes, or of a plain one that begins with a letter or digit and holds
    neither `: ` nor ` #`.

    Nothing may follow it but spaces: a comment is left to the full reader, as is a value that goes on in the next line.
    """
    if before != " " or not value:
        raise _NotSimpleError
    first = value[0]
    if first in "'\"":
        inner = value[1:-1]
        whole = value[-1] == first and len(value) > 1
        if first == "'" and "'" in inner:
            whole = whole and "'" not in inner.replace("''", "")
            inner = inner.replace("''", "'")
        elif first == '"':
            whole = whole and '"' not in inner and "\\" not in inner
        if whole:
            return inner
    elif (first.isalnum() or first == "_") and ": " not in value and " #" not in value and value[-1] != ":":
        return plain(value)
    raise _NotSimpleError
