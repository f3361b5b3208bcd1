"""Furniture above and below the text that is known by its words and by its place: the first lines, and the last (`feet.py`).

In the middle of a text nothing is left out for these words. Patterns see one block at a time, of at most so many characters;
what a row says in one language it says in the languages of the corpus, and no row counts words.
"""

import re
from typing import NamedTuple


class Ending(NamedTuple):
    """One row: a short block at the top or at the foot of the article that begins so."""

    name: str
    reason: str
    most: int
    """Characters of the block."""
    pattern: re.Pattern[str]
    why: str
    says: tuple[tuple[str, ...], ...] = ()
    """In lower case. A block that says one of each of these, anywhere in it, is one too."""
    linked: float = 0
    """Only if at least this share of its characters is links."""
    early: bool = False
    """Only before the first long block: below a standfirst the same words may be what the text is about."""


def pattern_of(*patterns: str) -> re.Pattern[str]:
    """Give one pattern for several, in any case."""
    return re.compile("|".join(patterns), re.IGNORECASE)


NAME = r"[^\W\d_a-zà-öø-ÿа-я][\w.'’-]+"
_AND = r"(?:and|und|et|y|e|en|och|og|i|и|de|van|von|der|da|di|la|del)"
TOPS = (
    Ending(
        "date-line",
        "byline",
        60,
        pattern_of(
            r"\W*(?:[^\W\d_]{1,14}[\s:,.|]*){0,3}\d{1,4}\s?[./年년-]\s?\d{1,2}\s?[./月월-]\s?\d{1,4}(?!\d)(?:[^.!?。]|"
            r"(?:\bmin|\dh)\.){0,40}$",
            r"[^.!?。]{0,40}\d{1,2}\s?(?:min(?:ute)?s?|hours?|days?)\s(?:ago|read)\W*$",
            r"\D{0,20}\d{1,2}\s?(?:分钟|小时|分鐘|小時|時間|分)前\W*$",
        ),
        early=True,
        why="When it was printed and how long it takes to read: the header says the first, the text itself the second.",
    ),
    Ending(
        "by-line",
        "byline",
        70,
        re.compile(
            rf"(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|BY|VON|PAR|POR)\s{NAME}(?:[\s,|&/]+(?:{_AND}\s)?{NAME}){{1,7}}$"
            r"|(?:Автор|Author|Autor|Auteur|Autore|作者|文|撰文|記者|记者|글)\s?[:：/／]\s?\S.{0,40}$"
        ),
        why="The name of whoever wrote it stands in the header.",
    ),
    Ending(
        "listen",
        "player",
        60,
        pattern_of(
            r"(?:listen to this (?:article|story)|jetzt .{0,20}anhören|artikel anhören|écouter (?:l'|cet )article|"
            r"escuchar? (?:el |este )?artículo|ouvir (?:a |esta )?(?:notícia|matéria)|ascolta (?:l'|questo )articolo|"
            r"beluister dit artikel|この記事を聞く|收听本文|聆聽本文)\W*$"
        ),
        why="A player that reads the text aloud is not there.",
    ),
)
