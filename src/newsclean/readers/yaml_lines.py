"""A line reader for the headers that most posts have: `key: value` and lists of `- value`, one line each.

It reads a strict subset of YAML to exactly what `yaml_events` reads it to (tests/test_yaml_lines.py), in a third of the time,
and answers None for anything else: events of PyYAML cost as much as the HTML of a typical post.
"""

import re

from newsclean.readers.scalars import Scalar, plain

# A quoted scalar without escapes, or a plain one that begins with a letter or digit and holds neither `: ` nor ` #`.
# Nothing may follow it but spaces: a comment is left to the full reader, as is a value that goes on in the next line.
# Runs of harmless characters are taken at once (Friedl's unrolled loop): one by one they take twice the time.
_VALUE = (
    r"(?:[ ]+(?:'([^'\n]*(?:''[^'\n]*)*)'"
    r'|"([^"\\\n]*)"'
    r"|(\w[^\n :#]*(?:(?::(?=[^\n ])|\#|[ ]+(?=[^\n #]))[^\n :#]*)*)))"
)
_LINE = re.compile(rf"(?:([A-Za-z_][A-Za-z0-9_-]*):{_VALUE}?|([ ]*)-{_VALUE})?[ ]*\n")
_KEY, _SINGLE, _DOUBLE, _PLAIN, _INDENT, _ITEM_SINGLE, _ITEM_DOUBLE, _ITEM_PLAIN = range(8)


def read_lines(text: str) -> dict[str, Scalar | list[Scalar]] | None:
    r"""Read a simple header, or give None if it is not one.

    >>> read_lines("title: 'A dam'\ntags:\n - river\n - 2022\ndraft:\n")
    {'title': 'A dam', 'tags': ['river', 2022], 'draft': None}
    >>> read_lines("title: A dam # not quite\n") is None
    True
    """
    # Tabs, controls, and what YAML 1.1 takes for line breaks are not printable.
    if not text.replace("\n", "").isprintable():
        return None
    values: dict[str, Scalar | list[Scalar]] = {}
    key, indent, at = "", None, 0
    items: list[Scalar] | None = None
    while at < len(text):
        line = _LINE.match(text, at)
        if line is None:
            return None
        at = line.end()
        parts = line.groups()
        if parts[_KEY] is not None:
            key, items, indent = parts[_KEY], None, None
            if key in values:
                return None
            values[key] = _scalar(parts[_SINGLE], parts[_DOUBLE], parts[_PLAIN])
            if parts[_SINGLE] is parts[_DOUBLE] is parts[_PLAIN] is None:
                items = []
        elif parts[_INDENT] is not None:
            if items is None or indent not in {None, parts[_INDENT]}:
                return None
            indent = parts[_INDENT]
            items.append(_scalar(parts[_ITEM_SINGLE], parts[_ITEM_DOUBLE], parts[_ITEM_PLAIN]))
            values[key] = items
    return values


def _scalar(single: str | None, double: str | None, bare: str | None) -> Scalar:
    if single is not None:
        return single.replace("''", "'")
    return double if double is not None else plain(bare or "")
