"""What a source in bytes says about its own encoding.

Source: HTML Living Standard, 13.2.3.2, "prescan a byte stream to determine its encoding" and "extracting a character encoding
from a meta element" (https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding).
"""

import re
from collections.abc import Iterator

from newsclean.charsets import UTF_8, Charset, charset_of

_PRESCANNED = 1024
"""Bytes; the standard's figure."""

# A post begins with its header, over which its body may be out of reach of the prescan: it is done there once more. Where
# the header ends is not known before its bytes are characters, but its fences are ASCII in every encoding that can be declared.
_FENCE = re.compile(rb"^(?:---|\.\.\.|\+\+\+|;;;|\})[ \t]*(?:\r?\n|\r)", re.MULTILINE)
_FIRST = re.compile(rb"\s*[^\r\n]+[\r\n]")
# What is stepped over: comments, other tags with their attributes, and what begins with `<!`, `</` or `<?`.
_STEP = re.compile(
    rb"<!--(?:-?>|.*?(?:-->|\Z))|(?P<meta><meta)(?=[ \t\n\r\f/])|(?P<tag></?[a-z][^ \t\n\r\f/>]*+)|<[!/?][^>]*+>",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(
    rb"[ \t\n\r\f/]*+([^ \t\n\r\f/>=][^ \t\n\r\f/>=]*+|=[^ \t\n\r\f/>=]*+)"
    rb"(?:[ \t\n\r\f]*+=[ \t\n\r\f]*+(?:\"([^\"]*+)\"|'([^']*+)'|([^ \t\n\r\f>\"'][^ \t\n\r\f>]*+)?))?",
)
_CONTENT = re.compile(
    r"charset[ \t\n\r\f]*=[ \t\n\r\f]*(?:\"([^\"]*)\"|'([^']*)'|([^\"' \t\n\r\f;][^ \t\n\r\f;]*))", re.IGNORECASE
)
_XML = re.compile(rb"<\?xml[ \t\n\r\f][^>]*?encoding[\x00-\x20]*=[\x00-\x20]*(?:\"([^\"\x00-\x20>]+)\"|'([^'\x00-\x20>]+)')")
_XML_16 = ((b"<\0?\0x\0", "utf-16le"), (b"\0<\0?\0x", "utf-16be"))


def declared(source: bytes) -> Charset | None:
    r"""Give the encoding that `<meta charset>`, `<meta http-equiv>` or an XML declaration names: in the first 1024 bytes of a
    source, or of what follows its header.

    >>> declared(b'<meta charset="shift_jis"><p>The dam.').name
    'shift_jis'
    >>> declared(b'---\ntitle: Dam\n---\n<meta http-equiv=Content-Type content="text/html; charset=gb2312">').name
    'gbk'
    """
    for start in _starts(source):
        window = source[start : start + _PRESCANNED]
        found = _in_xml(window) or next(_in_meta(window), None)
        if found is not None:
            return found
    return None


def _starts(source: bytes) -> Iterator[int]:
    yield 0
    first = _FIRST.match(source)
    fence = None if first is None else _FENCE.search(source, first.end() - 1)
    if fence is not None:
        yield fence.end()


def _in_xml(window: bytes) -> Charset | None:
    for beginning, label in _XML_16:
        if window.startswith(beginning):
            return charset_of(label)
    # A post may have blank lines before it, where XML may not.
    found = _XML.match(window.lstrip())
    return None if found is None else _meant(found[1] or found[2])


def _in_meta(window: bytes) -> Iterator[Charset]:
    at = 0
    while step := _STEP.search(window, at):
        at = step.end()
        if step["meta"] is None and step["tag"] is None:
            continue
        attributes, at = _attributes(window, at)
        charset = None if step["meta"] is None else _of_meta(attributes)
        if charset is not None:
            yield charset


def _attributes(window: bytes, at: int) -> tuple[dict[bytes, bytes], int]:
    """Read the attributes of a tag, the first of each name; give them with the place after them."""
    found: dict[bytes, bytes] = {}
    while attribute := _ATTRIBUTE.match(window, at):
        at = attribute.end()
        found.setdefault(attribute[1].lower(), attribute[2] or attribute[3] or attribute[4] or b"")
    return found, at


def _of_meta(attributes: dict[bytes, bytes]) -> Charset | None:
    if b"charset" in attributes:
        return _meant(attributes[b"charset"])
    if attributes.get(b"http-equiv", b"").lower() != b"content-type":
        return None
    found = _CONTENT.search(attributes.get(b"content", b"").decode("latin-1"))
    return None if found is None else _meant((found[1] or found[2] or found[3] or "").encode("latin-1"))


def _meant(label: bytes) -> Charset | None:
    """Give the encoding that a declaration means: what could be read as ASCII to find it is not UTF-16."""
    name = label.decode("latin-1")
    if name.strip().lower() == "x-user-defined":
        name = "windows-1252"
    charset = charset_of(name)
    return UTF_8 if charset is not None and charset.name.startswith("utf-16") else charset
