"""Files, compressed or not, as streams of bytes that are read piece by piece."""

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import ModuleType
from typing import IO, Literal, Protocol

from newsclean.errors import SourceError

Place = str | os.PathLike[str] | IO[bytes]
"""A file, or whatever gives bytes; the latter is not closed."""

MAX_BYTES = 64_000_000
"""Bytes of one record, decompressed: more than a post may have under the default options, however it is escaped."""

# What the standard library raises at damaged data; EOFError at data that ends early.
_DAMAGES = (OSError, EOFError, zlib.error)


class Stream(Protocol):
    """What readers ask of a stream."""

    def read(self, size: int = -1, /) -> bytes:
        """Give so many bytes; fewer only at the end."""

    def read1(self, size: int = -1, /) -> bytes:
        """Give what can be had at once, at most so many bytes; nothing only at the end."""

    def readline(self, size: int = -1, /) -> bytes:
        """Give bytes to the next line feed, at most so many."""


Compression = Literal["gzip", "zstandard"]

_COMPRESSIONS: tuple[tuple[Compression, bytes], ...] = (("gzip", b"\x1f\x8b"), ("zstandard", b"\x28\xb5\x2f\xfd"))


@contextmanager
def opened(place: Place, undone: tuple[Compression, ...] = ("gzip", "zstandard")) -> Iterator[Stream]:
    """Open a file for reading, through a decompressor if it begins like a compressed one.

    Args:
        place: What to read.
        undone: What is decompressed; anything else is given as it is.

    Raises:
        SourceError: It cannot be opened, or needs a package that is not installed; or reading it fails inside the block.
    """
    with ExitStack() as stack:
        try:
            raw = _raw(place, stack)
            start = raw.peek(4)
            found = [name for name, mark in _COMPRESSIONS if name in undone and start.startswith(mark)]
            yield _decompressed(raw, found[0], stack) if found else raw
        except Exception as error:
            # Named by its name: its package may not be installed.
            if isinstance(error, _DAMAGES) or type(error).__name__ == "ZstdError":
                raise SourceError(words(error)) from error
            raise


def words(error: BaseException) -> str:
    """Say what went wrong, without the path: the source has it as its name.

    >>> words(FileNotFoundError(2, "No such file or directory", "a.md"))
    'FileNotFoundError: No such file or directory'
    """
    reason = getattr(error, "strerror", None) or str(error)
    return f"{type(error).__name__}: {reason}" if reason else type(error).__name__


def name_of(place: Place) -> str:
    """Give a name for a stream.

    >>> name_of("a/posts.jsonl.gz")
    'a/posts.jsonl.gz'
    """
    given = place if isinstance(place, str | os.PathLike) else getattr(place, "name", None)
    return os.fspath(given) if isinstance(given, str | os.PathLike) else "<stream>"


def read_whole(path: str, max_bytes: int) -> bytes:
    """Read a file that is one record.

    Raises:
        SourceError: It cannot be read, or has more than so many bytes.
    """
    with opened(path) as stream:
        content = stream.read(max_bytes + 1)
    if len(content) > max_bytes:
        raise too_large(max_bytes)
    return content


def too_large(max_bytes: int, line: int | None = None) -> SourceError:
    """Give the error of a record that is not held in memory."""
    return SourceError(f"more than {max_bytes} bytes (max_bytes)", line=line)


def _raw(place: Place, stack: ExitStack) -> io.BufferedReader:
    if isinstance(place, str | os.PathLike):
        return stack.enter_context(open(place, "rb"))  # noqa: PTH123  # strings are places too
    return place if isinstance(place, io.BufferedReader) else io.BufferedReader(_Borrowed(place))


def _decompressed(raw: io.BufferedReader, compression: Compression, stack: ExitStack) -> Stream:
    if compression == "gzip":
        return stack.enter_context(gzip.GzipFile(fileobj=raw))
    file: Stream = stack.enter_context(_zstandard().ZstdFile(raw))
    return file


def _zstandard() -> ModuleType:
    # Python's own reader, and its backport: the package zstandard does not tell of data that ends early.
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
    except ImportError as error:
        msg = 'Zstandard needs the package backports.zstd: pip install "newsclean[zstd]"'
        raise SourceError(msg) from error
    return zstd


class _Borrowed(io.RawIOBase):
    """Reads a stream that is somebody else's."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        found = self._stream.read(len(buffer))
        buffer[: len(found)] = found
        return len(found)
