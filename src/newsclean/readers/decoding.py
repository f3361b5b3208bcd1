"""Bytes become characters, as a browser would have it where it can know, and by the bytes themselves where it could not.

The order (docs/bad-input.md gives the reasons): byte order mark, `Options.encoding`, bytes that can hardly be anything but
UTF-8, declaration, valid UTF-8, UTF-8 with damages, a guess (`newsclean[charset]`), windows-1252.
Source: WHATWG Encoding Standard (https://encoding.spec.whatwg.org/), HTML Living Standard, 13.2.3.
"""

import re
from codecs import charmap_decode
from typing import NamedTuple

from newsclean.charsets import UTF_8, WINDOWS_1252, Charset, charset_of
from newsclean.ledger import Note

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16be"), (b"\xff\xfe", "utf-16le"))
# Bytes that go on with a character of valid UTF-8. One character in six of GB 2312 could be UTF-8 by chance, eight in a row
# are it once in a million texts; what encodings of one byte a character hold, such as "Ã©", would make no sense.
_CERTAIN = 8
# Characters for each sequence that is none: other encodings are seldom valid, text that was cut inside a character is mostly.
_DAMAGED = 4
_ESCAPE = b"\x1b"
_WIDE = re.compile("[^\0-\x7f]")
_NEW_LINE = re.compile(r"\r\n?|\n")
_C1 = range(0x80, 0xA0)
# The euro sign of Windows code page 936, beside the sequences that hold this byte; both as gb18030 has them.
_EURO = re.compile(rb"([\x81-\xfe](?:[\x40-\x7e\x80-\xfe]|[0-9][\x81-\xfe][0-9]))|\x80")


class Decoded(NamedTuple):
    """The characters of a source."""

    text: str
    notes: list[Note]
    """The encoding, if it is not UTF-8, and how many byte sequences mean nothing in it."""


class _Choice(NamedTuple):
    charset: Charset
    reason: str


def decode(source: bytes, encoding: str | None = None) -> Decoded:
    r"""Decode a post; what cannot be decoded is U+FFFD.

    >>> decode(b"<p>\xe2\x82\xac").text, decode(b"<meta charset=gb2312><p>\xcb\xae").text
    ('<p>€', '<meta charset=gb2312><p>水')
    >>> decode(b"<p>caf\xe9", "latin1").notes[0].text
    'windows-1252: Options.encoding'

    Args:
        source: The post as it was stored.
        encoding: The label of an encoding, if the caller knows it.
    """
    if encoding is None and (text := _strictly(source, "utf-8")) is not None and _is_certain(source, len(source) - len(text)):
        return Decoded(text, [])
    choice = _marked(source, encoding) or _chosen(source)
    text, notes = _read(source, choice.charset)
    if choice.charset is not UTF_8:
        notes.insert(0, Note(code="encoding", text=f"{choice.charset.name}: {choice.reason}"))
    return Decoded(text, notes)


def _marked(source: bytes, encoding: str | None) -> _Choice | None:
    """Give the encoding that nothing else is asked about."""
    for mark, label in _MARKS:
        charset = charset_of(label) if source.startswith(mark) else None
        if charset is not None:
            return _Choice(charset, "byte order mark")
    charset = None if encoding is None else charset_of(encoding)
    return None if charset is None else _Choice(charset, "Options.encoding")


def _is_certain(source: bytes, continuing: int) -> bool:
    """Tell whether valid UTF-8 is UTF-8 whatever it declares: a page keeps its `<meta>` when a post is made of it."""
    return continuing >= _CERTAIN or (continuing == 0 and _ESCAPE not in source and b"\0" not in source)


def _chosen(source: bytes) -> _Choice:
    """Choose by what the bytes say and what they are."""
    from newsclean.readers.declarations import declared  # most sources are certain

    charset = declared(source)
    text = source.decode(errors="replace")
    lost = text.count("\ufffd") - source.count("\ufffd".encode())
    if not lost:
        # Valid UTF-8, but little of it: another encoding that could be meant has characters of several bytes.
        return _Choice(UTF_8 if charset is None or not _could_be(source, charset) else charset, "declared")
    valid = sum(1 for _ in _WIDE.finditer(text)) - lost
    if valid >= lost * (1 if charset is UTF_8 else _DAMAGED):
        return _Choice(UTF_8, "damaged")
    if charset is not None and charset is not UTF_8:
        return _Choice(charset, "declared")
    from newsclean.readers.guessing import guess  # few sources are neither

    guessed = guess(source)
    return _Choice(WINDOWS_1252, "nothing says which") if guessed is None else _Choice(guessed, "guessed")


def _could_be(source: bytes, charset: Charset) -> bool:
    return charset.several and any(_strictly(source, codec) is not None for codec in charset.codecs)


def _strictly(source: bytes, codec: str) -> str | None:
    try:
        return source.decode(codec)
    except UnicodeDecodeError:
        return None


def _read(source: bytes, charset: Charset) -> tuple[str, list[Note]]:
    """Decode; what means nothing is U+FFFD, with one Note for all of it."""
    for codec in charset.codecs:
        text = _strictly(source, codec)
        if text is not None:
            return text, []
    codec = charset.codecs[0]
    if not charset.several:
        text = charmap_decode(source, "replace", _table(codec))[0]
        return text, _replaced(text.count("\ufffd"), text.partition("\ufffd")[0], charset)
    if codec == "gb18030" and b"\x80" in source:
        source = _EURO.sub(lambda found: found[1] or b"\xa2\xe3", source)
    text = source.decode(codec, "replace")
    lost = text.count("\ufffd") - source.decode(codec, "ignore").count("\ufffd")
    return text, _replaced(lost, _before_error(source, codec), charset)


def _table(codec: str) -> str:
    """Give the 256 characters of an encoding; bytes from 80 to 9F without one are C1 controls, as in the standard's indexes."""
    characters = (bytes([byte]).decode(codec, "replace") for byte in range(256))
    return "".join(chr(byte) if char == "\ufffd" and byte in _C1 else char for byte, char in enumerate(characters))


def _before_error(source: bytes, codec: str) -> str:
    try:
        return source.decode(codec)
    except UnicodeDecodeError as error:
        return source[: error.start].decode(codec, "ignore")


def _replaced(lost: int, before: str, charset: Charset) -> list[Note]:
    if not lost:
        return []
    line = sum(1 for _ in _NEW_LINE.finditer(before)) + 1
    return [Note(code="bytes-replaced", line=line, text=f"{lost} byte sequences are not {charset.name}")]
