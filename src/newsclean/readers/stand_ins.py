"""Characters that YAML, TOML or JSON refuse or take for line breaks, carried through their readers.

In HTML a control character is a character (docs/bad-input.md), and a title is no other text than the body. A reader of headers
sees a private-use character in place of each; its values get the characters back.
Source: YAML 1.2.2, 5.1 and 5.4 (printable characters; NEL, LS and PS break no lines), TOML 1.0, RFC 8259.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from newsclean.dom import without_surrogates
from newsclean.ledger import Note
from newsclean.readers.scalars import overridden

_REFUSED = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_SURROGATES = range(0xD800, 0xE000)
# Planes 15 and 16 in rows of 256 characters. The low byte of a refused character names it, but for one from elsewhere; NUL
# is not among them, and its place in the row stands for nothing.
_ROWS = range(0xF00, 0x1100)
_LOW: Mapping[str, int] = MappingProxyType({"\u2028": 0xA8, "\u2029": 0xA9})
_NUL: Mapping[int, str] = MappingProxyType({0: "\ufffd"})
# How YAML and TOML, or JSON, name a character of these planes.
_NAMED = re.compile(
    r"\\U(?P<row>00(?:0[fF]|10)[0-9a-fA-F]{2})|\\u(?P<high>[dD][bB][89a-fA-F][0-9a-fA-F])\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
)


_KEY_ENDS = re.compile("[:=]")
_AROUND_KEYS = " \t{,-?\"'"


class Twice(NamedTuple):
    """A key that has become equal to one before it when both got their characters back."""

    read: tuple[str, str]
    """Both, as the reader of the header gave them."""
    text: str
    """The key and the value that is gone."""


class Carried(NamedTuple):
    """A source as the reader of its header sees it: of the same length, so that places stay what they are."""

    text: str
    back: Mapping[int, str] = _NUL
    """From stand-ins to characters."""

    def restored(self, value: Any, twice: list[Twice]) -> Any:  # noqa: ANN401 - any header value
        """Give a value with its characters back; NUL and lone surrogates that escapes have brought in are U+FFFD.

        Args:
            value: What the reader of the header gave, or a part of it.
            twice: Takes the keys that are one now.
        """
        match value:
            case str():
                return self.text_of(value)
            case list():
                return [self.restored(part, twice) for part in value]
            case dict():
                return self._mapping(value, twice)
            case _:
                return value

    def text_of(self, value: str) -> str:
        """Give a text with its characters back."""
        return without_surrogates(value).translate(self.back)

    def _mapping(self, value: dict[str, Any], twice: list[Twice]) -> dict[str, Any]:
        out: dict[str, Any] = {}
        first: dict[str, str] = {}
        for read, part in value.items():
            key = self.text_of(read)
            if key in out:
                twice.append(Twice((read, first[key]), overridden(key, out[key])))
            first[key] = read
            out[key] = self.restored(part, twice)
        return out

    def doubled(self, twice: list[Twice], start: int, end: int) -> list[Note]:
        """Note the keys of the header from one place to another that only its characters tell to be one: the last one wins.

        The line is that of a key which is written as the reader gave it, at the beginning of a line; None where there is none.
        """
        line = self.text.count("\n", 0, start)
        lines = enumerate(self.text[start:end].split("\n"), line + 1)
        places = {_KEY_ENDS.split(words, maxsplit=1)[0].strip(_AROUND_KEYS): line for line, words in lines}
        found = ((next(filter(None, map(places.get, keys)), None), words) for keys, words in twice)
        return [Note(code="duplicate-key", line=line, text=words) for line, words in found]

    def replaced(self, source: str, start: int, end: int) -> list[Note]:
        """Note what could not be kept of a stretch of the source."""
        lost = [at for at in range(start, end) if self.text[at] == "\ufffd" != source[at]]
        if not lost:
            return []
        kind = "lone surrogates" if all(ord(source[at]) in _SURROGATES for at in lost) else "control characters"
        line = source.count("\n", 0, lost[0]) + 1
        return [Note(code="characters-replaced", line=line, text=f"{len(lost)} {kind}")]


def carried(text: str, start: int, end: int) -> Carried:
    r"""Put stand-ins into the header that stands from one place of a source to another, if it holds refused characters.

    >>> source = carried("title: A\x0bdam", 0, 12)
    >>> source.text.isprintable(), source.text_of(source.text)
    (False, 'title: A\x0bdam')
    """
    header = text[start:end]
    found = frozenset(_REFUSED.findall(header))
    if not found:
        return Carried(text)
    taken = _rows_of(header)
    # Where a header holds characters of all 512 rows, it is no text.
    row = next((row for row in _ROWS if row not in taken), None)
    if row is None:
        return Carried(text[:start] + _REFUSED.sub("\ufffd", header) + text[end:])
    nothing = row << 8
    controls = {ord(character): character for character in found if ord(character) not in _SURROGATES}
    there = {code: nothing + _LOW.get(character, code & 0xFF) for code, character in controls.items()}
    back = {stand_in: chr(code) for code, stand_in in there.items()}
    if len(controls) < len(found):
        header = _PAIR.sub(lambda pair: without_surrogates(pair[0]) + chr(nothing), header)
        there |= dict.fromkeys(_SURROGATES, 0xFFFD)
    header = header.translate(there)
    return Carried(text[:start] + header + text[end:], MappingProxyType({**back, **_NUL, nothing: ""}))


def _rows_of(header: str) -> set[int]:
    """Give the rows of the characters that a header holds, or names by escapes."""
    rows = {ord(character) >> 8 for character in set(without_surrogates(header))}
    for named in _NAMED.finditer(header):
        pair = "" if named["row"] else chr(int(named["high"], 16)) + chr(int(named["low"], 16))
        rows.add(ord(without_surrogates(pair)) >> 8 if pair else int(named["row"], 16))
    return rows
