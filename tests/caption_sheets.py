"""Write candidates for people to read and label: `python -m tests.caption_sheets <corpus> <folder>` (docs/caption-labels.md)."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.caption_candidates import Candidate, Piece, half_of, posts, read_candidates
from tests.caption_labels import read_labels

A_SHEET = 60
LONGEST = 200


def show(candidate: Candidate, post: Path) -> str:
    """Write one candidate: pictures, the words before and after them, and the elements around each."""
    (_, first), *_ = candidate.pictures
    files = ", ".join(min(picture.names) for _, picture in candidate.pictures)
    lines = [
        f"{candidate.key} {half_of(candidate.source)} {candidate.source}/{post.name} {files} alt={first.element.get('alt')!r}"
    ]
    lines += [_line(place - len(candidate.before), piece) for place, piece in enumerate(candidate.before)][-2:]
    lines += [_line(place, piece) for place, piece in enumerate(candidate.after)]
    return "\n".join(lines)


def _line(place: int, piece: Piece) -> str:
    text = piece.text if len(piece.text) <= LONGEST else f"{piece.text[:LONGEST]}… ({len(piece.text)})"
    return f"  {place:>2} {piece.joint}| {text}  [{' '.join(piece.path[-3:])}]"


def unlabelled(corpus: Path) -> Iterator[str]:
    """Give the candidates that the data does not know, each once."""
    known = set(read_labels())
    for post in posts(corpus):
        for candidate in read_candidates(post.read_text("utf-8"), post.parent.name)[0]:
            if candidate.key not in known:
                known.add(candidate.key)
                yield show(candidate, post)


def main(corpus: str, folder: str) -> None:
    """Write the sheets."""
    shown = list(unlabelled(Path(corpus)))
    for at in range(0, len(shown), A_SHEET):
        sheet = Path(folder) / f"{at // A_SHEET + 1:03}.txt"
        sheet.write_text("\n\n".join(shown[at : at + A_SHEET]) + "\n", "utf-8")
    print(f"{len(shown)} candidates without a label")


if __name__ == "__main__":
    main(*sys.argv[1:])
