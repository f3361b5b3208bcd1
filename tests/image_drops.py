"""Which `img` elements of a post are left out, why, and where they stood: for reading a random draw by eye.

`python -m tests.image_drops ../shared/corpus SEED` draws 200 of the corpus and prints each with its attributes, what it stood in and
the words near it. Of sources whose captions are only reported on (docs/caption-labels.md) words are printed as a row of `x`.
"""

import hashlib
import random
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from newsclean import InputError, parse_article
from newsclean.dom import Element
from newsclean.walk.accounts import Accounts
from tests.caption_candidates import half_of, posts

SAMPLE = 200
_NEAR, _WORDS = 4, 120
_TOLD = ("class", "hidden", "href", "id", "role", "style")


class Dropped(NamedTuple):
    """One `img` that is in no figure."""

    path: Path
    image: Element
    holder: Element
    """What was left out with it: the picture itself, or an element around it."""
    reason: str
    rule: str


def digest(value: bytes) -> str:
    """Give the first 16 digits of a hash."""
    return hashlib.sha256(value).hexdigest()[:16]


def image_key(image: Element) -> str:
    """Name an `img` by its attributes alone."""
    return digest("\n".join(f"{name}={value}" for name, value in sorted(image.items())).encode())  # type: ignore[str-bytes-safe]


@contextmanager
def _watched(seen: list[tuple[Element, Element, str, str]]) -> Iterator[None]:
    """Write down each `img` for which a Drop is made."""
    drop, inside, alone = Accounts.drop, Accounts.drop_inside, Accounts.drop_image

    def with_all(self: Accounts, node: Element, reason: str, rule: str) -> None:
        seen.extend((part, node, reason, rule) for part in node.iter("img"))
        drop(self, node, reason, rule)

    def in_player(self: Accounts, node: Element, rule: str) -> None:
        seen.extend((part, node, "fallback", rule) for part in node.iter("img") if part is not node)
        inside(self, node, rule)

    def by_itself(self: Accounts, node: Element) -> None:
        alone(self, node)
        seen.append((node, node, self.drops[-1].reason, self.drops[-1].rule))

    with mock.patch.multiple(Accounts, drop=with_all, drop_inside=in_player, drop_image=by_itself):
        yield


def dropped_images(path: Path) -> list[Dropped]:
    """Give the `img` elements of a post that are left out, in the order in which they are; none if it is refused."""
    seen: list[tuple[Element, Element, str, str]] = []
    with _watched(seen):
        try:
            parse_article(path.read_bytes())
        except InputError:
            return []
    return [Dropped(path, *row) for row in seen]


def draw(corpus: Path, seed: int) -> list[Dropped]:
    """Draw some of all that are left out, in the order of the corpus."""
    found = [one for path in posts(corpus) for one in dropped_images(path)]
    places = random.Random(seed).sample(range(len(found)), SAMPLE)  # noqa: S311 - a sample, no secret
    return [found[at] for at in sorted(places)]


def _told(node: Element) -> str:
    return " ".join([str(node.tag), *(f"{name}={node.get(name, '')[:60]!r}" for name in _TOLD if node.get(name))])


def sheet(one: Dropped) -> str:
    """Give what a reader needs to judge one."""
    held = half_of(one.path.parent.name) == "held"

    def words(node: Element | None) -> str:
        said = "" if node is None else " ".join("".join(node.itertext()).split())[:_WORDS]  # type: ignore[arg-type]
        return re.sub(r"\w", "x", said) if held else said

    around = [above for above, _ in zip(one.image.iterancestors(), range(_NEAR), strict=False)]
    near = next((above for above in around if words(above)), one.image)
    return "\n".join(
        [
            f"{one.path.parent.name}/{one.path.name}: {one.reason} by {one.rule}, with {_told(one.holder)}",
            f"    {dict(one.image.items())}"[: _WORDS * 4],
            f"    in {' < '.join(map(_told, around))}",
            f"    near: {words(near.getprevious())!r} {words(near)!r} {words(near.getnext())!r}",
        ]
    )


if __name__ == "__main__":
    for drawn in draw(Path(sys.argv[1]), int(sys.argv[2])):
        print(sheet(drawn))
