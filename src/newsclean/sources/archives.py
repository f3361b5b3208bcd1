"""WARC files: the pages that a crawler was answered with."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from newsclean.errors import OptionsError, SourceError
from newsclean.models.source import Source
from newsclean.sources.streams import MAX_BYTES, Place, Stream, name_of, opened, too_large, words

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_ENCODED = ("Content-Encoding", "Transfer-Encoding")
_WEB = ("http://", "https://")


def read_warc(place: Place, *, max_bytes: int = MAX_BYTES) -> Iterator[Source]:
    """Give the HTML pages of a WARC file, in its order: response records whose content type is HTML.

    Args:
        place: A file, or a binary stream; plain, gzip or Zstandard.
        max_bytes: A page of more, its transfer and content encodings undone, is not held.
    Returns:
        Sources with the address as name and `url`, and the charset of the HTTP header as `encoding`. A page that cannot be
        read is a Source with the error; where the file itself cannot be read further, its last Source says so.
    Raises:
        OptionsError: The package is not installed (`pip install "newsclean[warc]"`).
    """
    try:
        import fastwarc.warc  # noqa: F401
    except ImportError as error:
        msg = 'read_warc needs the package fastwarc: pip install "newsclean[warc]"'
        raise OptionsError(msg) from error
    return _sources(place, max_bytes)


def _sources(place: Place, max_bytes: int) -> Iterator[Source]:
    file = name_of(place)
    try:
        # What fastwarc decompresses may end early without a word; Zstandard is left to it, as archives have dictionaries.
        with opened(place, undone=("gzip",)) as stream, _no_panic():
            for record in _records(_Forward(stream)):
                if record.http_content_type in _HTML:
                    yield _page(record, max_bytes)
    except SourceError as error:
        yield Source(file, error)


def _records(stream: object, *, decode: Literal["none", "all"] = "none") -> Iterator["WarcRecord"]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    readable: Any = stream
    return iter(ArchiveIterator(readable, record_types=WarcRecordType.response, auto_decode=decode))


def _page(record: "WarcRecord", max_bytes: int) -> Source:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    name = address or record.record_id
    try:
        with _no_panic():
            content = _content(record, max_bytes)
    except SourceError as error:
        return Source(name, error)
    return Source(name, content, address if address.startswith(_WEB) else None, record.http_charset)


def _content(record: "WarcRecord", max_bytes: int) -> bytes:
    length = record.content_length
    if length > max_bytes:
        raise too_large(max_bytes)
    headers = record.http_headers
    if headers is not None and any(headers.get(name) for name in _ENCODED):
        return _decoded(record, max_bytes)
    content = record.reader.read()
    if len(content) < length:
        msg = f"the record ends after {len(content)} of {length} bytes"
        raise SourceError(msg)
    return content


def _decoded(record: "WarcRecord", max_bytes: int) -> bytes:
    """Undo transfer and content encodings in an archive of this record alone: after damage, fastwarc reads no further."""
    copy = io.BytesIO()
    record.write(copy)
    copy.seek(0)
    content = next(_records(copy, decode="all")).reader.read(max_bytes + 1)
    if len(content) > max_bytes:
        raise too_large(max_bytes)
    return content


@contextmanager
def _no_panic() -> Iterator[None]:
    """Make an error of a source of what fastwarc raises: beside OSError what Rust calls a panic, which is no Exception."""
    try:
        yield
    except (OSError, EOFError, ValueError, StopIteration) as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(words(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise SourceError(words(error)) from error


class _Forward:
    """A stream as fastwarc likes it: told to seek, it would need more than streams from elsewhere can do."""

    def __init__(self, stream: Stream) -> None:
        self._stream, self._at = stream, 0

    def read(self, size: int = -1) -> bytes:
        # What comes before damage is given before the error.
        found = self._stream.read1(size)
        self._at += len(found)
        return found

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        raise io.UnsupportedOperation(f"seek {offset}, {whence}")
