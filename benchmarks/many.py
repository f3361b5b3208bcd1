"""Many posts: what a second process gains, and whether memory stays where it is.

    python -m benchmarks many [PAIRS]
    python -m benchmarks soak [POSTS]

`many` runs one process and two in turn, on distinct posts of 20 KB, and prints the ratio of the best rounds and those of all
pairs. Time is the clock's, from the hundredth post on: processes are started by then. Beside it stands what the CPU time of all
processes would come to on two cores of their own, the greater of parent and (parent + workers) / 2: clocks say little of a
machine that does other things too.

`soak` parses 100,000 posts of 500 to 20,000 characters in one process and in two, and looks at the resident memory of all its
processes after 10,000 and at the end. Exit code 1 says that it grew by 5 % or more.
"""

import os
import resource
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import NamedTuple

from newsclean import parse_many, parse_many_json

WORDS = (
    "water dam river council gate valley report officials said Thursday evening village bridge flood season reservoir level "
    "measured engineers opened spillway morning residents returned homes power station north bank committee published figures"
).split()
POSTS, WARM, PAIRS, SIZE = 600, 100, 9, 20_000
SOAK, EARLY, MOST_GROWTH, LOOK = 100_000, 10_000, 1.05, 500


class Spent(NamedTuple):
    """Seconds for one post."""

    clock: float
    here: float
    elsewhere: float

    @property
    def alone(self) -> float:
        """What it would take on two cores that do nothing else."""
        return max(self.here, (self.here + self.elsewhere) / 2)


Runner = Callable[..., Generator[object, None, None]]


def post(number: int, size: int) -> str:
    """Write a post of about so many characters, unlike any other: paragraphs with links, headings, captioned figures, lists."""
    parts = [f"---\ntitle: Report {number}\ndate: 2026-01-0{number % 9 + 1} 10:00:00\ntags: [dam, water]\n---\n"]
    length = at = 0
    while length < size:
        at += 1
        words = " ".join(WORDS[(number * 7 + at * 11 + step * (at % 5 + 1)) % len(WORDS)] for step in range(40))
        match at % 8:
            case 0:
                block = f"<h2>Part {at} of {number}</h2>\n"
            case 3:
                block = f"<figure><img src=/p/{number}/{at}.jpg alt=dam><figcaption>{words[:90]}</figcaption></figure>\n"
            case 6:
                block = f"<ul><li>{words[:60]}</li><li><b>{words[60:120]}</b></li></ul>\n"
            case _:
                block = f"<p>{at} {words[:120]} <a href='/n/{number}/{at}'>{words[120:150]}</a>{words[150:]}.</p>\n"
        parts.append(block)
        length += len(block)
    return "".join(parts)


def figures(count: int = PAIRS) -> Iterator[str]:
    """Give the lines to print."""
    posts = [post(number, SIZE) for number in range(POSTS)]
    yield f"{POSTS} distinct posts of {len(posts[0]):,} characters, {count} pairs, load {os.getloadavg()[0]:.1f}"
    runners: tuple[tuple[str, Runner], ...] = (("JSON bytes", parse_many_json), ("Articles", parse_many))
    for name, runner in runners:
        pairs = [(spent(runner, posts, 1), spent(runner, posts, 2)) for _ in range(count)]
        yield f"{name:10} clock        {_ratios([(one.clock, two.clock) for one, two in pairs])}"
        yield f"{'':10} by CPU time  {_ratios([(one.here, two.alone) for one, two in pairs])}"


def _ratios(pairs: list[tuple[float, float]]) -> str:
    ones, twos = zip(*pairs, strict=True)
    spread = " ".join(f"{ratio:.2f}" for ratio in sorted(one / two for one, two in pairs))
    best = min(ones), min(twos)
    return f"{best[0] * 1e6:6.0f} and {best[1] * 1e6:6.0f} µs a post, best {best[0] / best[1]:.2f}, pairs {spread}"


def spent(runner: Runner, posts: list[str], workers: int) -> Spent:
    """Run through all posts; processes are started before time is taken, and ended after."""
    found = runner(iter(posts), workers=workers)
    for _ in range(WARM):
        next(found)
    start, here = time.perf_counter(), time.process_time()
    elsewhere = _workers_seconds()
    count = sum(1 for _ in zip(range(len(posts) - WARM - 1), found, strict=False))
    result = Spent(time.perf_counter() - start, time.process_time() - here, _workers_seconds() - elsewhere)
    found.close()
    return Spent(*(seconds / count for seconds in result))


def _workers() -> list[Path]:
    """Give the processes that this one has started, as Linux shows them."""
    return [Path("/proc", child) for child in Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split()]


def _workers_seconds() -> float:
    ticks = 0
    for worker in _workers():
        fields = (worker / "stat").read_text("utf-8").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def soak(count: int = SOAK) -> bool:
    """Print memory on the way; tell whether it stays where it is."""
    stays = True
    for workers in (1, 2):
        early = last = 0
        sizes = (1_000, 3_000, 6_000, 8_000, 20_000, 500, 2_000, 4_000)
        found = parse_many_json((post(number, sizes[number % len(sizes)]) for number in range(count)), workers=workers)
        for done, _ in enumerate(found, 1):
            if done == EARLY or (done > EARLY and done % LOOK == 0 and done > count - 20 * LOOK):
                last = max(last, _resident()) if done > EARLY else 0
                early = early or _resident()
            if done % EARLY == 0:
                print(f"{workers} workers, {done:7,} posts: {_resident() / 1e6:7.1f} MB", flush=True)
        growth = last / early
        stays = stays and growth < MOST_GROWTH
        allowed = (MOST_GROWTH - 1) * 100
        print(f"{workers} workers: {(growth - 1) * 100:+.1f} % after the first {EARLY:,}; less than {allowed:.0f} % is allowed")
    return stays


def _resident() -> int:
    pages = sum(int((place / "statm").read_text("ascii").split()[1]) for place in (Path("/proc/self"), *_workers()))
    return pages * resource.getpagesize()


def main(arguments: list[str]) -> int:
    """Print one of the two."""
    if arguments[0] == "soak":
        return 0 if soak(*map(int, arguments[1:2])) else 1
    for line in figures(*map(int, arguments[1:2])):
        print(line, flush=True)
    return 0
