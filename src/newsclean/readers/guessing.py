"""A guess at the encoding of bytes that say nothing about it, by charset-normalizer (`pip install "newsclean[charset]"`)."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from newsclean.charsets import CHARSETS, Charset

# What pages are in that do not say what they are in; anything else, UTF-7 above all, is a worse guess than none.
_NAMES = frozenset(
    "ibm866 iso-8859-2 iso-8859-5 iso-8859-7 iso-8859-8 koi8-r macintosh windows-874 windows-1250 windows-1251 windows-1252 "
    "windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 gbk big5 euc-jp iso-2022-jp shift_jis "
    "euc-kr".split()
)
_CANDIDATES: Mapping[str, Charset] = MappingProxyType({row.codecs[0]: row for row in CHARSETS if row.name in _NAMES})
# Text between tags: the trail bytes of no candidate are among these signs.
_TEXT = re.compile(rb"[^<>\r\n]+")
_ENOUGH = 32_768
"""Bytes of such text; more make no guess better."""


def guess(source: bytes) -> Charset | None:
    """Guess an encoding, or give None where charset-normalizer is not installed or finds nothing that fits.

    It is shown only the stretches that are not ASCII: among the tags of a page it would see Latin text and nothing else
    (tests/test_decoding.py).
    """
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return None
    parts: list[bytes] = []
    length = 0
    for found in _TEXT.finditer(source):
        if not found[0].isascii():
            parts.append(found[0][:_ENOUGH])
            length += len(parts[-1])
            if length >= _ENOUGH:
                break
    best = from_bytes(b"\n".join(parts), cp_isolation=list(_CANDIDATES), preemptive_behaviour=False).best()
    return None if best is None else _CANDIDATES.get(best.encoding)
