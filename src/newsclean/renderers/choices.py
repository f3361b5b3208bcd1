"""What writers are asked for in words, which may come from a command line or a file of settings."""

from collections.abc import Iterable

from newsclean.errors import OptionsError


def must_be(name: str, value: object, known: Iterable[object]) -> None:
    """Refuse a value that is none of those known.

    >>> must_be("by", "page", ("section", "block"))
    Traceback (most recent call last):
    ...
    newsclean.errors.OptionsError: by must be 'section' or 'block', not 'page'
    """
    choices = tuple(known)
    if value not in choices:
        msg = f"{name} must be {' or '.join(map(repr, choices))}, not {value!r}"
        raise OptionsError(msg)
