"""A guess at the encoding of bytes that say nothing about it, by charset-normalizer (`pip install "newsclean[charset]"`)."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from newsclean.charsets import CHARSETS, Charset

# What pages are in that do not say what they are in; anything else, UTF-7 above all, is a worse guess than none. Macintosh,
# code page 866 and windows-1258 are not here: hardly a post is in them, and Italian looks like Vietnamese to a guesser.
_NAMES = frozenset(
    "iso-8859-2 iso-8859-5 iso-8859-7 iso-8859-8 koi8-r windows-874 windows-1250 windows-1251 windows-1252 windows-1253 "
    "windows-1254 windows-1255 windows-1256 windows-1257 gbk big5 euc-jp shift_jis euc-kr".split()
)
# In these, Spanish and French differ from windows-1252 by a few letters, or not at all: it must be worse to be left.
_LATIN = frozenset({"iso8859_2", "cp1250", "cp1254", "cp1257"})
_ALIKE = 0.005
_CANDIDATES: Mapping[str, Charset] = MappingProxyType({row.codecs[0]: row for row in CHARSETS if row.name in _NAMES})
# Text between tags: the trail bytes of no candidate are among these signs.
_TEXT = re.compile(rb"[^<>\r\n]+")
# Bytes of such text; more make no guess better.
_ENOUGH = 32_768


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
    # The usual threshold of disorder, 0.2, is for telling text from other files: technical posts are above it.
    matches = from_bytes(b"\n".join(parts), cp_isolation=list(_CANDIDATES), preemptive_behaviour=False, threshold=0.5)
    best = matches.best()
    if best is None:
        return None
    western = next((match for match in matches if match.encoding == "cp1252"), best)
    alike = western.chaos <= best.chaos + _ALIKE and western.coherence >= best.coherence - _ALIKE
    return _CANDIDATES.get(western.encoding if best.encoding in _LATIN and alike else best.encoding)
