"""Posts through worker processes and back in order, with a bounded number of them on the way."""

from collections import deque
from collections.abc import Generator, Iterator

from newsclean.batch.chunks import Chunk, Feed
from newsclean.batch.crew import Crew
from newsclean.batch.posts import Fault, Post
from newsclean.batch_options import BatchOptions

# Two chunks that a worker has, two whose results wait for a slower one before them.
_CHUNKS_A_WORKER = 4
# What came of a slow source is given back before the next of it is waited for, if that takes no longer than this.
_SOON = 0.02


def parsed_elsewhere(
    posts: Iterator[Post], options: BatchOptions, workers: int
) -> Generator[tuple[Post, bytes | Fault], None, None]:
    """Give each post, without its content, with the JSON of its article."""
    feed = Feed(posts, options.chunk_chars)
    window: deque[Chunk] = deque()
    with Crew(options, workers) as crew:
        while window or not feed.ended:
            crew.collect(seconds=_SOON if feed.is_slow else 0)
            if window and window[0].is_done():
                yield from _emptied(window.popleft())
            elif not feed.ended and _has_room(window, workers, options):
                chunk = feed.chunk()
                if chunk is not None:
                    window.append(chunk)
                    crew.submit(chunk)
            elif window:
                crew.collect(seconds=None)
    if feed.error is not None:
        raise feed.error


def _has_room(window: deque[Chunk], workers: int, options: BatchOptions) -> bool:
    if not window:
        return True
    return len(window) < _CHUNKS_A_WORKER * workers and sum(chunk.weight for chunk in window) < options.window_chars


def _emptied(chunk: Chunk) -> Iterator[tuple[Post, bytes | Fault]]:
    """Give results one by one, and let each go."""
    results = deque(chunk.results or ())
    chunk.results = None
    for post in chunk.posts:
        yield post, results.popleft()
