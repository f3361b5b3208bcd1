"""Speed as ratios in one run: newsclean against its floor and against what one would write by hand.

    python -m benchmarks speed [POST]

The floor is what no reader of such posts can do without: split the header off, load it with PyYAML's CSafeLoader, build a
tree of the body with lxml. The peer is python-frontmatter with a walk over BeautifulSoup that gives the same kinds of things.

Each takes all inputs, which are distinct, in short runs that follow one another in one process: as a program that reads many
posts would, and so that a slow moment of the machine slows all. The garbage of a run is collected before the next, in nobody's
time: what BeautifulSoup leaves in cycles must not be charged to the one that comes after it. A round is one run of each; the
ratio printed is that of the best rounds. CPU time, not the clock.
"""

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml
from lxml import etree

from newsclean import parse_article

ROOT = Path(__file__).resolve().parent.parent
INPUTS, ROUNDS = 300, 9


def floor(post: str) -> object:
    """Split, load, parse: with a parser made once."""
    header, _, body = post.lstrip().removeprefix("---\n").partition("\n---\n")
    return yaml.load(header, yaml.CSafeLoader), etree.HTML(body.encode(), PARSER)


PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False)


def soup(post: str) -> object:
    """Read the way one would by hand: python-frontmatter, BeautifulSoup on lxml, a walk over its elements."""
    import frontmatter
    from bs4 import BeautifulSoup

    found = frontmatter.loads(post.lstrip())
    elements = BeautifulSoup(found.content, "lxml").find_all(["p", "h1", "h2", "h3", "h4", "h5", "h6", "img", "figcaption"])
    blocks = [element.get("src") if element.name == "img" else element.get_text() for element in elements]
    return found.metadata, blocks


def distinct(post: str, count: int) -> list[str]:
    """Give posts of the same size and shape that differ in their first paragraph."""
    return [post.replace("<p>", f"<p>{at:04d} ", 1) for at in range(count)]


def best_rounds(functions: Sequence[Callable[[str], object]], posts: Sequence[str]) -> list[float]:
    """Give for each function the seconds per post of its best round."""
    best = [float("inf")] * len(functions)
    for _ in range(ROUNDS):
        for at, function in enumerate(functions):
            gc.collect()
            start = time.process_time()
            for post in posts:
                function(post)
            best[at] = min(best[at], (time.process_time() - start) / len(posts))
    return best


def default_post() -> Path:
    """Give the founding post where it is at hand, else the bundled one."""
    seed = Path(os.environ.get("NEWSCLEAN_SHARED", ROOT.parent / "shared")) / "seed" / "post.md"
    return seed if seed.exists() else ROOT / "examples" / "post.md"


def _ratios(what: str, posts: Sequence[str]) -> int:
    """Print what sanitizers or writers cost; fail where one costs more than is promised."""
    from benchmarks import sanitizers, writers

    is_of_writers = what == "writers"
    found = (writers if is_of_writers else sanitizers).figures(posts)
    for name, ratio in found:
        print(f"{name:16} {ratio:5.2f} x parse_article{'' if is_of_writers else ' without a sanitizer'}")
    return int(is_of_writers and max(ratio for _, ratio in found) > writers.MOST)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line per competitor."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.partition("\n")[0])
    parser.add_argument("what", choices=("speed", "sanitizers", "writers"))
    parser.add_argument("post", type=Path, nargs="?", default=default_post(), help="the post to measure on")
    given = parser.parse_args(arguments)
    posts = distinct(given.post.read_text("utf-8"), INPUTS)
    if given.what != "speed":
        return _ratios(given.what, posts)
    functions: list[Callable[[str], object]] = [floor, parse_article]
    try:
        soup(posts[0])
        functions.append(soup)
    except ImportError as error:
        print(f"without the peer: {error}", file=sys.stderr)
    for function in functions:
        function(posts[0])
    seconds = best_rounds(functions, posts)
    print(f"{given.post.name}, {len(posts[0])} characters, {INPUTS} distinct inputs, best of {ROUNDS} rounds, CPU time")
    for function, spent in zip(functions, seconds, strict=True):
        name = "newsclean" if function is parse_article else function.__name__
        print(f"{name:10} {spent * 1e6:8.1f} µs   {spent / seconds[0]:5.2f} x floor   {spent / seconds[1]:5.2f} x newsclean")
    return 0
