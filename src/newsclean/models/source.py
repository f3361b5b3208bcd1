"""A post with what is known about it from outside: what readers of files and archives give, and `parse_many` takes."""

from typing import NamedTuple

from newsclean.errors import InputError


class Source(NamedTuple):
    """One post of many.

    >>> Source("2022/dam.md", "<p>Water flows.</p>").url is None
    True
    """

    name: str | None
    """What a failure is told by: a path, an address, a file and a line."""
    content: str | bytes | InputError
    """The whole post, or why there is none."""
    url: str | None = None
    """The post's own address, absolute, as the `url=` of `parse_article`."""
    encoding: str | None = None
    """The label of the encoding that a server named; a hint, not heard where it is no label of the Encoding Standard."""
