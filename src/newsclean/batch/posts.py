"""Whatever users give becomes numbered posts; what goes wrong with one of them becomes a fault."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.batch_options import Sources
from newsclean.errors import InputError
from newsclean.models.source import Source


class Fault(NamedTuple):
    """What is told of an error, small enough to cross from process to process."""

    kind: str
    message: str
    line: int | None = None
    column: int | None = None
    error: BaseException | None = None
    """The error itself; stays in its process."""


class Post(NamedTuple):
    """One post on its way."""

    number: int
    """Among the posts that were given, from 0."""
    name: str | None
    content: str | bytes | Fault
    url: str | None = None
    encoding: str | None = None


def fault_of(error: BaseException) -> Fault:
    """Give what is told of an error; its words can be printed and dumped to JSON.

    >>> fault_of(KeyError("a")).kind
    'KeyError'
    """
    return Fault(type(error).__name__, printable(str(error)), _number(error, "line"), _number(error, "column"), error)


def _number(error: BaseException, name: str) -> int | None:
    # Errors of other packages may have anything under these names.
    value = getattr(error, name, None)
    return value if isinstance(value, int) else None


def printable(text: str) -> str:
    r"""Give a text with U+FFFD for what has no encoding, such as bytes in the name of a file.

    >>> printable("a\udcff")
    'a\ufffd'
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def numbered(sources: Sources) -> Iterator[Post]:
    """Give posts one by one, as they are asked for; what is none is a post with a fault.

    >>> [post.name for post in numbered(["a", ("b.md", b"b"), Source("c", "c")])]
    [None, 'b.md', 'c']
    """
    for number, given in enumerate(sources):
        match given:
            case Source(name, content, url, encoding):
                yield Post(number, _name(name), _content(content), url, encoding)
            case (name, content):
                yield Post(number, _name(name), _content(content))
            case _:
                yield Post(number, None, _content(given))


def _name(given: object) -> str | None:
    if given is None:
        return None
    return printable(os.fsdecode(given) if isinstance(given, os.PathLike) else str(given))


def _content(given: object) -> str | bytes | Fault:
    match given:
        case str() | bytes():
            return given
        case BaseException():
            return fault_of(given)
        case _:
            words = f"a post is str or bytes, a pair of name and content, or a Source, not {type(given).__name__}"
            return fault_of(InputError(words))
