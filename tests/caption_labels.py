"""What people said about the candidates of `tests/caption_candidates.py`, and how articles are scored against it.

Each line of `data/caption_labels.jsonl` is one candidate: `key`, `half` (`made`: rules may be made with these posts in sight; `held`:
only reported on), `how` (`hand`, or `rule` where the words near are long prose), `pairs`, `doubt` where people could argue. A
place is `[first line, first character, last line, character after the last]`; lines count from 0 after the pictures, from -1
upwards before them.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newsclean import Article
from newsclean.models.views import ImagePair
from tests.caption_candidates import Candidate, Picture, is_marked, names_of

DATA = Path(__file__).parent / "data" / "caption_labels.jsonl"
Place = tuple[int, int, int, int]


class Pair(NamedTuple):
    """Pictures of a candidate with the words that belong to them."""

    images: tuple[int, ...] | None
    """Which of the run; None for all."""
    caption: Place | None
    credit: Place | None


class Label(NamedTuple):
    """One line of the data."""

    key: str
    half: str
    how: str
    pairs: tuple[Pair, ...]
    doubt: bool

    @property
    def kind(self) -> str:
        """Give `not`, `caption`, `credit` or `caption+credit`."""
        kinds = {name for pair in self.pairs for name, place in (("caption", pair.caption), ("credit", pair.credit)) if place}
        return "+".join(sorted(kinds)) or "not"


def _place(value: list[int] | None) -> Place | None:
    return (value[0], value[1], value[2], value[3]) if value else None


def read_label(line: str) -> Label:
    """Read one line of the data."""
    value: dict[str, Any] = json.loads(line)
    pairs = tuple(
        Pair(tuple(pair["images"]) if "images" in pair else None, _place(pair.get("caption")), _place(pair.get("credit")))
        for pair in value.get("pairs", ())
    )
    return Label(value["key"], value["half"], value["how"], pairs, value.get("doubt", False))


def read_labels() -> dict[str, Label]:
    """Read the data, by key."""
    labels = map(read_label, DATA.read_text("utf-8").splitlines())
    return {label.key: label for label in labels}


def words_at(candidate: Candidate, place: Place | None) -> str:
    """Give the words at a place."""
    if place is None:
        return ""
    first, start, last, end = place
    lines = [(candidate.after if line >= 0 else candidate.before)[line].text for line in range(first, last + 1)]
    lines[-1] = lines[-1][:end]
    lines[0] = lines[0][start:]
    return "\n".join(lines)


def construction(candidate: Candidate, pair: Pair) -> str:
    """Name how the words of a pair stand to the pictures: where, parted by what, and set apart or not."""
    place = pair.caption or pair.credit
    assert place is not None
    piece = (candidate.after if place[0] >= 0 else candidate.before)[place[0]]
    if place[0] < 0:
        return "above"
    where = {"line": "same line", "br": "after <br>", "td": "table", "tr": "table", "blank": "next paragraph"}
    named = any(word in step for step in piece.path for word in ("caption", "comment", "photo", "image"))
    bold = any(step.split(".")[0] in ("b", "strong") for step in piece.path[-2:])
    how = "named by class" if named else "marked" if is_marked(piece) else "bold" if bold else "plain"
    return f"{where.get(piece.joint, 'next block')}, {how}"


def squash(text: str) -> str:
    """Give letters and digits alone: how lines are joined, and what stands between caption and credit, is not compared.

    >>> squash("A dam, 2020. / Photo: B")
    'adam2020photob'
    """
    return re.sub(r"[\W_]+", "", text).casefold()


def matched(article: Article, pictures: list[Picture]) -> list[ImagePair | None]:
    """Find each picture of a post in its article: the first of its files' names that no picture before it has."""
    free = [(names_of([pair.image.src, *(offer.url for offer in pair.image.candidates)]), pair) for pair in article.images]
    found: list[ImagePair | None] = []
    for picture in pictures:
        at = next((at for at, (names, _) in enumerate(free) if names & picture.names), None)
        found.append(None if at is None else free.pop(at)[1])
    return found


class Wanted(NamedTuple):
    """What the label says about one picture."""

    caption: str
    credit: str
    doubt: bool


def wanted(candidate: Candidate, label: Label) -> Iterator[Wanted]:
    """Give what is wanted for each picture of a candidate."""
    for at in range(len(candidate.pictures)):
        pair = next((pair for pair in label.pairs if pair.images is None or at in pair.images), None)
        if pair is None:
            yield Wanted("", "", label.doubt)
        else:
            yield Wanted(words_at(candidate, pair.caption), words_at(candidate, pair.credit), label.doubt)


def score(given: ImagePair | None, want: Wanted) -> Counter[str]:
    """Count what is given, wanted and right for one picture.

    The words of a credit may still stand at the end of the caption. A credit given as caption is no caption and no credit, and a
    doubtful pair is wrong only if it has other words.
    """
    count: Counter[str] = Counter()
    caption = squash(given.caption.text) if given is not None and given.caption is not None else ""
    credit = squash(given.credit.text) if given is not None and given.credit is not None else ""
    gold, maker = squash(want.caption), squash(want.credit)
    right = bool(caption) and caption in {gold, gold + maker, maker + gold}
    if not (want.doubt and (right or not caption)):
        count["captions given"] += bool(caption) and not (not gold and caption == maker)
        count["captions wanted"] += bool(gold) and not want.doubt
        count["captions right"] += right and bool(gold)
    named = bool(credit) and credit in {maker, squash(re.split("[:：=]", want.credit, maxsplit=1)[-1])}
    if not (want.doubt and (named or not credit)):
        count["credits given"] += bool(credit)
        count["credits wanted"] += bool(maker) and not want.doubt
        count["credits right"] += named
    return count


def rates(count: Counter[str], what: str) -> tuple[float, float]:
    """Give recall and precision."""
    right = count[f"{what} right"]
    return right / max(1, count[f"{what} wanted"]), right / max(1, count[f"{what} given"])
