"""Posts are parted into chunks: what a worker gets at once, and gives back at once."""

import time
from collections.abc import Iterator, Sequence
from itertools import count

from newsclean.batch.posts import Fault, Post

_MOST_POSTS = 200
# A source that makes others wait is not waited for: what it gave so far is sent.
_SLOW = 0.02


class Chunk:
    """Some posts, then their results."""

    def __init__(self, posts: Sequence[Post], *, suspect: bool = False) -> None:
        self.posts = posts
        self.suspect = suspect
        """Whether a worker has died over it."""
        self.results: list[bytes | Fault] | None = None
        """One for each post, when all are there."""
        self.weight = sum(_weight(post) for post in posts)
        self._parts: list[Chunk] = []

    def settle(self, results: list[bytes | Fault]) -> None:
        """Take the results; only then the contents of the posts are let go."""
        self.results = results
        self.posts = [post._replace(content="") for post in self.posts]
        self.weight = sum(len(result) for result in results if isinstance(result, bytes))

    def split(self) -> "list[Chunk]":
        """Give a suspect for each post; the chunk is done when they are."""
        self._parts = [Chunk([post], suspect=True) for post in self.posts]
        return self._parts

    def is_done(self) -> bool:
        """Tell whether all results are there."""
        if self._parts and all(part.results is not None for part in self._parts):
            self.settle([result for part in self._parts for result in part.results or ()])
            self._parts = []
        return self.results is not None


def _weight(post: Post) -> int:
    return 0 if isinstance(post.content, Fault) else len(post.content)


class Feed:
    """Posts as chunks, each made when it is asked for."""

    def __init__(self, posts: Iterator[Post], chars: int) -> None:
        self._posts, self._chars = posts, chars
        self.ended = self.is_slow = False
        self.error: Exception | None = None
        """What the source of posts raised, for when everything that came before it is handed out."""

    def chunk(self) -> Chunk | None:
        """Take posts for one chunk; None if there are none left."""
        posts: list[Post] = []
        weight, start = 0, time.monotonic()
        for taken in count(1):
            try:
                post = next(self._posts, None)
            except Exception as error:  # anybody's code; it is raised again
                self.error, post = error, None
            if post is None:
                self.ended, self.is_slow = True, False
                break
            posts.append(post)
            weight += _weight(post)
            self.is_slow = time.monotonic() - start > _SLOW
            if self.is_slow or weight >= self._chars or taken == _MOST_POSTS:
                break
        return Chunk(posts) if posts else None
