"""From names to functions."""

from collections.abc import Callable
from functools import partial

from newsclean.errors import OptionsError
from newsclean.policy import Policy

Sanitizer = Callable[[str], str]
"""Takes the canonical HTML of a whole article, returns what the article is to be made of."""


def resolve_sanitizer(sanitizer: Sanitizer | str, policy: Policy) -> tuple[str, Sanitizer]:
    """Give a sanitizer with the name that the ledger uses.

    Raises:
        OptionsError: A name that is not known, or something that is neither name nor callable.
    """
    if callable(sanitizer):
        return getattr(sanitizer, "__name__", type(sanitizer).__name__), sanitizer
    match sanitizer:
        case "builtin":
            from newsclean.sanitizers.builtin import sanitize
        case "bleach":
            from newsclean.sanitizers.bleach import sanitize
        case _:
            msg = f"unknown sanitizer {sanitizer!r}; known are 'builtin' and 'bleach', or pass a function from str to str"
            raise OptionsError(msg)
    return sanitizer, partial(sanitize, policy=policy)
