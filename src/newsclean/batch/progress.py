"""Tells how far a run is: tqdm, or whatever is called."""

from collections.abc import Callable, Generator, Iterable, Sized
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsclean.batch_options import Progress
from newsclean.errors import OptionsError

if TYPE_CHECKING:
    from tqdm import tqdm


def checked_progress(progress: Progress) -> Progress:
    """Give what can be watched with.

    Raises:
        OptionsError: It is no callable, or tqdm is asked for and not installed.
    """
    if progress is True:
        try:
            import tqdm  # noqa: F401
        except ImportError as error:
            msg = 'progress=True needs the package tqdm: pip install "newsclean[progress]"'
            raise OptionsError(msg) from error
    elif progress and not callable(progress):
        msg = f"progress must be True, or a function of two numbers, posts done and all, not {progress!r}"
        raise OptionsError(msg)
    return progress or False


@contextmanager
def watched(progress: Progress, sources: Iterable[object]) -> Generator[Callable[[int], object], None, None]:
    """Give a function that is told how many posts are done."""
    total = len(sources) if isinstance(sources, Sized) else None
    if progress is True:
        with _bar(total) as bar:
            yield lambda done: bar.update(done - bar.n)
    elif progress is False:
        yield _nobody
    else:
        yield lambda done: progress(done, total)


def _nobody(_: int) -> None:
    """Nobody watches."""


def _bar(total: int | None) -> "tqdm[None]":
    from tqdm import tqdm

    class Bar(tqdm):  # type: ignore[type-arg]  # it takes none but in its stubs
        # No thread that looks after the bar: workers may be forked beside it.
        monitor_interval = 0

    return Bar(total=total, unit=" posts")
