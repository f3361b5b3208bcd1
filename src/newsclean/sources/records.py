"""JSON Lines: one object a line, one field of which is a post."""

import json
from collections.abc import Iterator
from typing import Any

from newsclean.errors import SourceError
from newsclean.models.source import Source
from newsclean.sources.streams import MAX_BYTES, Place, Stream, name_of, opened, too_large

_PIECE = 1_000_000


def read_json_lines(
    place: Place, *, content: str, name: str | None = None, url: str | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Source]:
    r"""Give the posts of a file of JSON Lines, in the order of the lines.

    >>> import io
    >>> [source.name for source in read_json_lines(io.BytesIO(b'{"id": 7, "html": "<p>a"}\n[]'), content="html", name="id")]
    ['7', '<stream>:2']

    Args:
        place: A file, or a binary stream; in UTF-8, plain, gzip or Zstandard (`pip install "newsclean[zstd]"`).
        content: The field that holds the whole post.
        name: The field that names it; without one, or where it is missing, a post is named by file and line.
        url: The field with its address.
        max_bytes: A line of more is not held.
    Returns:
        Sources. A line that is no such object is a Source with the error, which has line and column; empty lines are passed
        over. Where the file itself cannot be read further, its last Source says so.
    """
    return _sources(place, (content, name, url), max_bytes)


def _sources(place: Place, fields: tuple[str, str | None, str | None], max_bytes: int) -> Iterator[Source]:
    file = name_of(place)
    line = 0
    try:
        with opened(place) as stream:
            while (text := _line(stream, max_bytes)) != b"":
                line += 1
                if text is None:
                    yield Source(f"{file}:{line}", too_large(max_bytes, line))
                elif text.strip():
                    yield _source(text, fields, f"{file}:{line}", line)
    except SourceError as error:
        yield Source(file, SourceError(error.problem, line=line + 1))


def _line(stream: Stream, max_bytes: int) -> bytes | None:
    """Read a line, of which nothing is left to read; None if it is longer than it may be, nothing at the end."""
    text = stream.readline(max_bytes + 1)
    if len(text) <= max_bytes or text.endswith(b"\n"):
        return text
    while (rest := stream.readline(_PIECE)) and not rest.endswith(b"\n"):
        pass
    return None


def _source(text: bytes, fields: tuple[str, str | None, str | None], place: str, line: int) -> Source:
    try:
        record = json.loads(text.decode("utf-8-sig" if line == 1 else "utf-8"))
    except json.JSONDecodeError as error:
        return Source(place, SourceError(f"no JSON: {error.msg}", line=line, column=error.colno))
    except (ValueError, RecursionError) as error:  # no UTF-8, a number of thousands of digits, lists in lists in lists
        return Source(place, SourceError(f"no JSON: {error}", line=line))
    if not isinstance(record, dict):
        return Source(place, SourceError(f"no object, but {type(record).__name__}", line=line))
    content, name, url = fields
    named = _text(record, name) or place
    post = record.get(content)
    if not isinstance(post, str):
        what = "is missing" if content not in record else f"is {type(post).__name__}, not a string"
        return Source(named, SourceError(f"field {content!r} {what}", line=line))
    return Source(named, post, _text(record, url))


def _text(record: dict[str, Any], field: str | None) -> str | None:
    value = None if field is None else record.get(field)
    return None if value is None else str(value)
