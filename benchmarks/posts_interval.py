"""The scores of `posts_quality.py` with an interval: publishers are drawn again, with replacement, and all is scored anew.

Posts of one publisher are built alike, so they are drawn together; the interval says how much the figures depend on which
publishers happen to be in the set. The harness and its labels are read in place, from `NEWSCLEAN_SHARED` (default `../shared`).

    python -m benchmarks.posts_interval --draws 400
"""

import argparse
import gzip
import importlib
import json
import os
import random
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from newsclean import Article, parse_article

KINDS = ("paragraphs", "headings", "images", "pairs", "credits")


def intervals(harness: Any, posts: list[dict[str, Any]], draws: int) -> dict[str, tuple[float, float, float]]:  # noqa: ANN401
    """Give F1 with the ends of its 95 % interval for each kind."""
    parsed: dict[str, Article] = {post["post"]: parse_article(post["post"]) for post in posts}
    by_publisher: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for post in posts:
        by_publisher[post["publisher"]].append(post)
    groups = list(by_publisher.values())
    found = harness.score(parsed.__getitem__, posts)
    drawn: list[dict[str, Any]] = []
    source = random.Random(1)  # noqa: S311 - a sample, no secret
    for _ in range(draws):
        sample = [post for group in source.choices(groups, k=len(groups)) for post in group]
        drawn.append(harness.score(parsed.__getitem__, sample))
    out = {}
    for kind in KINDS:
        scores = sorted(score[kind]["f1"] for score in drawn)
        out[kind] = (found[kind]["f1"], scores[int(0.025 * draws)], scores[int(0.975 * draws)])
    return out


def main() -> None:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=400)
    draws = parser.parse_args().draws
    bench = Path(os.environ.get("NEWSCLEAN_SHARED", "../shared")) / "bench"
    sys.path.insert(0, str(bench))
    harness = importlib.import_module("posts_quality")
    with gzip.open(harness.DATA, "rt", encoding="utf-8") as lines:
        posts = [json.loads(line) for line in lines]
    for kind, (score, low, high) in intervals(harness, posts, draws).items():
        print(f"{kind:10}  F1 {score:.3f}  95 % {low:.3f} to {high:.3f}")


if __name__ == "__main__":
    main()
