"""Words that say themselves that they are about the picture beside them."""

import re
from typing import NamedTuple


class Mark(NamedTuple):
    """One row: how a line says itself that it is about a picture."""

    name: str
    pattern: str
    why: str


MARKS = (
    Mark("arrow", r"[▲△▴▵▼▽↑◀◁▶▷←→]\s?\S", why="It points at the picture: usual in Chinese and Korean papers."),
    Mark(
        "chinese",
        r"[（(【]?(?:图|圖)[）)】]?\s?(?:[0-9０-９一二三四五六七八九十]{0,3}\s?[:：/|｜．.、]|源|说|說|为|為|片)",
        why="Picture.",
    ),
    Mark("table", r"[（(【]?表\s?[0-9０-９]{1,3}\s?[:：.．]", why="A table printed as a picture is captioned as tables are."),
    Mark(
        "number",
        r"(?:figures?|fig|abbildung|abb|bild|foto|photo|image|picture|figura|imagen|afbeelding|figuur|rysunek|rys|obrázek|obr|kuva|"
        r"рис|рисунок|фото|мал|그림|사진|図|写真|شكل|صورة|איור|hình|gambar|ảnh|şekil)\.?\s?[0-9０-９]{0,3}\s?[.:：．)）]\s?\S",
        why="Books and papers number their figures, in every language.",
    ),
    Mark("angles", r"[<‹〈《＜][^<>‹›〈〉《》＜＞]{1,150}[>›〉》＞]\Z", why="Korean blogs set captions in angle brackets."),
)
_MARK = re.compile("|".join(f"(?:{row.pattern})" for row in MARKS), re.IGNORECASE)


def says_so(said: str) -> bool:
    """Tell whether words say that they are about a picture.

    >>> says_so("Fig. 2: The dam"), says_so("Figures are rare")
    (True, False)
    """
    return _MARK.match(said) is not None
