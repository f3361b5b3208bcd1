"""YAML that every reader reads alike: ours (YAML 1.2, core types), PyYAML and Ruby's (YAML 1.1), Go's and JavaScript's.

Lists and mappings inside others are written in one line. What any of these readers could take for something else is quoted:
`no`, `12:30:00`, dates.
Source: YAML 1.2.2 (https://yaml.org/spec/1.2.2/), YAML 1.1 types (https://yaml.org/type/).
"""

import re
from collections.abc import Iterable
from typing import Any

# Begins with a letter, holds nothing that could end it or begin a comment.
_PLAIN = re.compile(r"[^\W\d_](?:[\w./'()\-]|[ ,;!?](?=[\w(]))*")
# In lists and mappings of one line a comma ends a value.
_PLAIN_INSIDE = re.compile(r"[^\W\d_](?:[\w./()\-]| (?=[\w(]))*")
_WORDS = frozenset("y n yes no on off true false null".split())
# White space of other scripts; whatever else is not printable is escaped.
_SPACES = frozenset("\u00a0\u3000")
# Readers look for the colon of a key in its next 1,024 characters (YAML 1.2.2, 7.4.2); an escape takes up to ten.
_LONGEST_KEY = 100
_SURROGATES = range(0xD800, 0xE000)


def to_yaml(entries: Iterable[tuple[str, Any]]) -> str:
    r"""Write the entries of a mapping, a line each but for lists of plain values, which take one for each.

    >>> print(to_yaml([("title", "Dam: it opens"), ("tags", ["river", "2022"]), ("draft", False)]), end="")
    title: 'Dam: it opens'
    tags:
      - river
      - '2022'
    draft: false

    Args:
        entries: Keys and JSON values; bare text that is no string (dates) as `Bare`.
    """
    return "".join(_entry(key, value) for key, value in entries)


class Bare(str):
    """A scalar that is written without quotes."""

    __slots__ = ()


def _entry(key: str, value: Any) -> str:  # noqa: ANN401 - any JSON value
    name = _key(key, inside=False)
    if isinstance(value, list | tuple) and value and not any(isinstance(part, list | tuple | dict) for part in value):
        return f"{name}:\n" + "".join(f"  - {_scalar(part, inside=False)}\n" for part in value)
    if isinstance(value, list | tuple | dict):
        return f"{name}: {_inside(value)}\n"
    return f"{name}: {_scalar(value, inside=False)}\n"


def _inside(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Write a value in one line; headers nest 100 deep at most."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_key(str(key), inside=True)}: {_inside(part)}' for key, part in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_inside, value))}]"
    return _scalar(value, inside=True)


def _key(key: str, *, inside: bool) -> str:
    written = _string(key, inside=inside)
    if len(key) <= _LONGEST_KEY:
        return written
    return f"? {written} " if inside else f"? {written}\n"


def _scalar(value: Any, *, inside: bool) -> str:  # noqa: ANN401 - any JSON value
    match value:
        case Bare():
            return str(value)
        case str():
            return _string(value, inside=inside)
        case bool():
            return "true" if value else "false"
        case None:
            return "null"
        case float():
            return _number(value)
        case _:
            return str(value)


def _number(value: float) -> str:
    written = repr(value)
    if written.lstrip("-") in {"inf", "nan"}:
        return written.replace("inf", ".inf").replace("nan", ".nan")
    # Without a point YAML 1.1 takes it for text.
    return written if "." in written else written.replace("e", ".0e")


def _string(text: str, *, inside: bool) -> str:
    plain = _PLAIN_INSIDE if inside else _PLAIN
    if plain.fullmatch(text) and text.isprintable() and text.lower() not in _WORDS:
        return text
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable() or character in _SPACES:
        return character
    code = ord(character)
    if code in _SURROGATES or code == 0:
        return "\ufffd"  # no text can hold the one, and HTML the other
    short = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(character)
    if short is not None:
        return short
    return f"\\x{code:02X}" if code <= 0xFF else f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"  # noqa: PLR2004
