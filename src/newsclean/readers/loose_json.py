"""JSON as pages hold it: comments, wrappers, commas too many or too few, raw line breaks, unescaped quotes, open ends.

What is JSON is read as such. What is not is read token by token, and whatever can be made of it is the answer: this never
raises. Source: ECMA-404; the ways in which the scripts of real pages depart from it.
"""

import html
import json
import re
from types import MappingProxyType
from typing import Any

from newsclean.readers.scalars import plain

MOST_CHARS = 1_000_000
"""Code points of one script that are read."""
MOST_DEPTH = 60
"""Lists and mappings inside one another; what stands deeper is left out."""
_EDGES = " \t\r\n\f\ufeff;"
# What hides a script from parsers that do not know of it, and from those of XML.
_WRAPPERS = ("<!--", "<![CDATA[", "//", "/*", "*/", "-->", "]]>", "-->")
# A wrapper in a wrapper in a comment.
_MOST_WRAPPERS = 4
# A quote ends a string where JSON goes on behind it; others are quotes of the text that nobody escaped.
_NEXT = r'["{\[}\]\-0-9]|true|false|null|/[/*]|\Z'
_GOES_ON = rf'(?:\s*+(?:[:}}\]]|\Z|,\s*+(?:{_NEXT})|/[/*])|[ \t\r]*+\n\s*+")'
_TOKEN = re.compile(
    # A string that nothing ends runs to the end, so that it is read once only.
    rf'"(?P<string>(?:[^"\\]|\\.|"(?!{_GOES_ON}))*+)(?:"|\\?\Z)'
    r"|(?P<comment>//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/)?)"
    r"|(?P<sign>[{}\[\]:,])"
    r'|(?P<word>[^\s{}\[\]:,"/]++|/)',
    re.DOTALL,
)
_PAIR = r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
_ESCAPE = re.compile(rf"{_PAIR}|\\u([0-9a-fA-F]{{4}})|\\(.)", re.DOTALL)
_SIGNS = MappingProxyType({"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"})
_ENTITY_QUOTES = ("&quot;", "&#34;", "&#034;", "&#x22;")


def read_loose_json(text: str) -> tuple[Any, ...]:
    r"""Give the values in a text: one if it is JSON, else the lists and mappings that can be made out, in their order.

    >>> read_loose_json('<!-- {"a": [1, 2,], /* b */ "c": "say "d" or\ne"} -->')
    ({'a': [1, 2], 'c': 'say "d" or\ne'},)
    >>> read_loose_json('{"a": 1}{"b": {"c": "d')
    ({'a': 1}, {'b': {'c': 'd'}})
    """
    text = _unwrapped(text[:MOST_CHARS])
    if '"' not in text and any(sign in text for sign in _ENTITY_QUOTES):
        text = html.unescape(text)
    # The parser of the standard library goes into what is nested, as deep as it can.
    if text.count("{") + text.count("[") <= MOST_DEPTH or _depth(text) <= MOST_DEPTH:
        try:
            return (json.loads(text, strict=False, parse_int=plain, parse_float=plain, parse_constant=str),)
        except ValueError:
            pass
    return _Reading().read(text)


def _unwrapped(text: str) -> str:
    text = text.strip(_EDGES)
    for _ in range(_MOST_WRAPPERS):
        if text[:1] in {"{", "["} and text[-1:] in {"}", "]"}:
            break
        for sign in _WRAPPERS:
            text = text.removeprefix(sign).removesuffix(sign).strip(_EDGES)
    return text


def _depth(text: str) -> int:
    depth = most = 0
    for token in _TOKEN.finditer(text):
        if token["sign"] in {"{", "["}:
            depth += 1
            most = max(most, depth)
        elif token["sign"] in {"}", "]"}:
            depth -= 1
    return most


class _Frame:
    """A list or mapping that is still open."""

    __slots__ = ("closing", "key", "told", "value")

    def __init__(self, value: dict[str, Any] | list[Any]) -> None:
        self.value, self.closing = value, "}" if isinstance(value, dict) else "]"
        self.key: str | None = None
        """Of a mapping: what stands before the colon, if a value is still to come."""
        self.told = False
        """The colon has been seen."""

    def put(self, value: Any) -> None:  # noqa: ANN401 - any JSON value
        """Take a value: an item, or what stands under the key."""
        if isinstance(self.value, list):
            self.value.append(value)
        elif self.key is not None and self.told:
            self.value[self.key] = value
            self.key, self.told = None, False
        elif isinstance(value, str):
            self.key = value


class _Reading:
    """One pass over the tokens of a text that is no JSON."""

    def __init__(self) -> None:
        self._done: list[Any] = []
        self._open: list[_Frame] = []
        self._skipped = 0
        """Brackets that are open beyond the depth that is read."""

    def read(self, text: str) -> tuple[Any, ...]:
        for token in _TOKEN.finditer(text):
            kind = token.lastgroup
            if kind == "sign":
                self._sign(token[0])
            elif self._open and not self._skipped and kind == "string":
                self._open[-1].put(_decoded(token["string"]))
            elif self._open and not self._skipped and kind == "word":
                self._open[-1].put(plain(token[0]))
        return tuple(self._done)

    def _sign(self, sign: str) -> None:
        top = self._open[-1] if self._open else None
        if sign in "{[":
            self._begin({} if sign == "{" else [])
        elif sign in "}]":
            self._end(sign)
        elif top is not None and not self._skipped and isinstance(top.value, dict):
            if sign == ":":
                top.told = top.key is not None
            else:
                top.key, top.told = None, False

    def _begin(self, value: dict[str, Any] | list[Any]) -> None:
        if self._skipped or len(self._open) == MOST_DEPTH:
            self._skipped += 1
            return
        if self._open:
            self._open[-1].put(value)
        else:
            self._done.append(value)
        self._open.append(_Frame(value))

    def _end(self, sign: str) -> None:
        """Close the innermost of its kind, with what is still open in it."""
        if self._skipped:
            self._skipped -= 1
            return
        at = next((at for at in reversed(range(len(self._open))) if self._open[at].closing == sign), None)
        if at is not None:
            del self._open[at:]


def _decoded(text: str) -> str:
    return _ESCAPE.sub(_escaped, text) if "\\" in text else text


def _escaped(found: re.Match[str]) -> str:
    high, low, code, sign = found.groups()
    if high is not None:
        return bytes.fromhex(high + low).decode("utf-16-be")
    if code is not None:
        return chr(int(code, 16))
    return _SIGNS.get(sign, sign)
