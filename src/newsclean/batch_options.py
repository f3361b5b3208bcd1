"""The options of runs over many posts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from os import PathLike
from typing import Literal

from newsclean.errors import OptionsError
from newsclean.models.failure import Failure
from newsclean.models.source import Source
from newsclean.options import Options, Sanitizer

Sources = Iterable[str | bytes | tuple[str | PathLike[str], str | bytes] | Source]
"""Many posts: the content alone, a pair of its name and it, or with more that is known."""
OnError = Literal["record", "raise"] | Callable[[Failure], object]
"""What becomes of a failure."""
Progress = bool | Callable[[int, int | None], object]
"""A bar of tqdm, or what is called with the number of posts done and of all, None where nobody knows it."""

_CHOICES = (
    ("start_method", frozenset({None, "fork", "forkserver", "spawn"}), "None, 'fork', 'forkserver' or 'spawn'"),
    ("lines", frozenset({"bare", "named"}), "'bare' or 'named'"),
)
_COUNTS = ("chunk_chars", "window_chars")


@dataclass(frozen=True)
class BatchOptions(Options):
    """Options of a parse, and what concerns a run over many posts.

    >>> BatchOptions(boilerplate="keep", sanitizer="bleach").lines
    'bare'
    """

    sanitizer: Sanitizer | str | None = None
    """As the `sanitizer=` of `parse_article`. With several workers a function must stand at the top level of a module."""
    start_method: Literal["fork", "forkserver", "spawn"] | None = None
    """How worker processes are started; None for what is usual on the platform. `fork` does not go with threads."""
    lines: Literal["bare", "named"] = "bare"
    """What a line of `parse_many_json` is: the JSON of the article, or `{"source": name, "index": n, "article": {...}}`."""
    chunk_chars: int = 250_000
    """Code points or bytes that are sent to a worker at once, unless one post has more."""
    window_chars: int = 64_000_000
    """Code points or bytes of posts and results that are on their way at once; a chunk that has more goes alone."""

    def __post_init__(self) -> None:
        """Refuse what could only fail later."""
        super().__post_init__()
        for name, allowed, words in _CHOICES:
            value = getattr(self, name)
            if value not in allowed:
                msg = f"{name} must be {words}, not {value!r}"
                raise OptionsError(msg)
        for name in _COUNTS:
            value = getattr(self, name)
            if not isinstance(value, int) or value < 1:
                msg = f"{name} must be a whole number of at least 1, not {value!r}"
                raise OptionsError(msg)


def batch_options(options: Options) -> BatchOptions:
    """Give options of a parse as those of a run.

    >>> batch_options(Options(max_chars=5)).max_chars
    5
    """
    if isinstance(options, BatchOptions):
        return options
    return BatchOptions(**vars(options))


DEFAULTS = BatchOptions()
