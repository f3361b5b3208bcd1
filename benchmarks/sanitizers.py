"""What sanitizers cost, as ratios in one run: `parse_article` with each of them against `parse_article` without.

    python -m benchmarks sanitizers [POST]

`changed` is nh3 and a change to the first paragraph, after which the article is read again.
"""

from collections.abc import Callable, Sequence
from functools import partial

from benchmarks.speed import best_rounds
from newsclean import NEWS, parse_article
from newsclean.sanitizers import nh3


def _changed(html: str) -> str:
    return nh3.sanitize(html, NEWS).replace("</p>", " more</p>", 1)


def figures(posts: Sequence[str]) -> list[tuple[str, float]]:
    """Give for each sanitizer how many times the time without any it takes."""
    functions: dict[str, Callable[[str], object]] = {
        "none": parse_article,
        "builtin": partial(parse_article, sanitizer="builtin"),
        "nh3": partial(parse_article, sanitizer="nh3"),
        "changed": partial(parse_article, sanitizer=_changed),
        "bleach": partial(parse_article, sanitizer="bleach"),
    }
    seconds = best_rounds(list(functions.values()), posts)
    return [(name, spent / seconds[0]) for name, spent in zip(functions, seconds, strict=True)]
