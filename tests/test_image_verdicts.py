"""What a reader says of 200 `img` drops drawn at random from the corpus, before a rule was mended and of a fresh draw after it.

`tests/data/image_verdicts.jsonl` holds keys and verdicts: the SHA-256 of the post and of the attributes of the `img` (16 digits of
each). A drop is right if the picture is none of the article: a counter, a button, an emoji, a second copy, or no file. The draws
are those of `python -m tests.image_drops ../shared/corpus SEED` with the seeds below.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.caption_candidates import posts
from tests.image_drops import SAMPLE, digest, dropped_images, image_key

ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "data" / "image_verdicts.jsonl").read_text("utf-8").splitlines()
]
SEEDS = {"first": 20261125, "fresh": 77120}
MOST_WRONG = 0.02


@pytest.mark.parametrize("sample", SEEDS)
def test_few_are_wrong(sample: str) -> None:
    """At most two of a hundred in each draw; of the fresh one none was."""
    rows = [row for row in ROWS if row["sample"] == sample]
    assert len(rows) == SAMPLE
    assert sum(not row["right"] for row in rows) <= MOST_WRONG * SAMPLE
    assert len({row["reason"] for row in rows}) >= 5


@pytest.mark.corpus
def test_verdicts_still_hold(shared: Path) -> None:
    """What was rightly left out still is, and for the same reason; what was wrongly left out is shown."""
    wanted: dict[str, list[dict[str, Any]]] = {}
    for row in ROWS:
        wanted.setdefault(row["post"], []).append(row)
    for path in posts(shared / "corpus"):
        rows = wanted.pop(digest(path.read_bytes()), None)
        if rows is None:
            continue
        dropped = {image_key(one.image): one.reason for one in dropped_images(path)}
        for row in rows:
            assert dropped.get(row["image"]) == (row["reason"] if row["right"] else None), path
    assert not wanted
