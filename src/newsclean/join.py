"""Joins: neighbouring blocks that belong together, paired on drafts before anything is validated."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from newsclean.run import Draft

_LONGEST_CREDIT = 120
# What ends a sentence, and no name of a person or agency.
_SENTENCE = "。！？!?"
# The longest name of an agency, and what may stand beside it.
_TAIL = 30
# What announces a credit, with what parts it from the name; a sentence that begins with the word goes on otherwise.
_CREDIT = re.compile(
    r"\W{0,3}(?:©|\(c\)\s|(?:image |photo |picture |bild|foto|photo)?"
    r"(?:photos?|photograph|pictures?|images?|credits?|crédits?|créditos?|courtesy|fotos?|bild(?:er|quelle|rechte|nachweis)?|"
    r"grafik|illustration|quelle|fotografía|fotografia|imagen|imagem|zdjęcie|fot\.|kuva|kép|foto\u011fraf|ljósmynd|nuotrauka|"
    r"фото|снимка|φωτογραφία|תמונה|צילום|صورة|تصویر|사진|写真|図|图|圖|图源|图片来源|圖片來源|摄影|攝影|ภาพ|ảnh)"
    r"\s?(?:[:：=/|©]|by\b|via\b))",
    re.IGNORECASE,
)
# Agencies and stock libraries that papers of every country print pictures of, at the end of the line.
_AGENCY = re.compile(
    r"(?:^|[/,(|©-]\s?|\bvia\s)"
    r"(?:AFP|AP(?: Photo)?|EPA(?:-EFE)?|EFE|ANSA|APA|ČTK|DPA|dpa|PAP|TASS|ТАСС|РИА Новости|Xinhua|新华社|新華社|共同社|"
    r"연합뉴스|Reuters|REUTERS|Getty(?: [Ii]mages)?|GETTY(?: IMAGES)?|[Ii]mago(?: [Ii]mages)?|IMAGO|[Pp]icture [Aa]lliance|"
    r"Shutterstock|Alamy|iStock(?:photo)?|Keystone|Unsplash|Pixabay|Pexels|Flickr|Wikimedia(?: Commons)?)\W{0,3}$"
)


class Join(NamedTuple):
    """One row: answers one draft for two neighbours, or None."""

    name: str
    pair: Callable[[Draft, Draft], Draft | None]
    why: str
    first: str | None = None
    """The `type` of the first of the two; None for any."""


def orphan_caption(before: Draft, this: Draft) -> Draft | None:
    """Put a `figcaption` that stands outside any figure under the picture right before it."""
    if this["origin"]["rule"] != "orphan-caption" or "caption" in before:
        return None
    caption = {"text": this["text"], "marks": this["marks"]}
    return {**before, "caption": caption, "origin": {**before["origin"], "inferred": True}}


def credit_line(before: Draft, this: Draft) -> Draft | None:
    """Give a picture the line under it that says who made or owns it."""
    if this["type"] != "paragraph" or "credit" in before or "inferred" in before["origin"]:
        return None
    text = this["text"]
    if len(text) > _LONGEST_CREDIT or text[-1] in _SENTENCE or not (_CREDIT.match(text) or _AGENCY.search(text[-_TAIL:])):
        return None
    credit = {"text": text, "marks": this["marks"]}
    return {**before, "credit": credit, "origin": {**before["origin"], "inferred": True}}


JOINS = (
    Join(
        "orphan-caption",
        orphan_caption,
        why="The element says that it is a caption; only which picture it belongs to is guessed.",
        first="figure",
    ),
    Join(
        "credit-line",
        credit_line,
        why="A short line under a picture that begins with a word for it or ends with an agency says whose it is.",
        first="figure",
    ),
)


def join(drafts: list[Draft], joins: Iterable[Join]) -> list[Draft]:
    """Give the drafts with neighbours paired, in one pass; a pair may be paired again with what follows it."""
    rows = tuple(joins)
    firsts = {row.first for row in rows}
    begins = [at for at, draft in enumerate(drafts) if (draft["type"] in firsts or None in firsts) and not is_shown(draft)]
    if not begins:
        return drafts
    out: list[Draft] = []
    done = 0
    for at in begins:
        if at < done:
            continue  # it is part of a pair already
        out += drafts[done:at]
        draft, done = drafts[at], at + 1
        shown: list[Draft] = []
        while (beside := _beside(drafts, done)) < len(drafts) and (both := _paired(draft, drafts[beside], rows)) is not None:
            shown += drafts[done:beside]
            draft, done = both, beside + 1
        out.append(draft)
        out += shown
    return out + drafts[done:]


def is_shown(draft: Draft) -> bool:
    """Tell whether a block is furniture that is only shown: it pairs with nothing, and parts no pair."""
    return "boilerplate" in draft["origin"]


def _beside(drafts: list[Draft], at: int) -> int:
    while at < len(drafts) and is_shown(drafts[at]):
        at += 1
    return at


def _paired(before: Draft, this: Draft, rows: tuple[Join, ...]) -> Draft | None:
    for row in rows:
        if row.first is None or row.first == before["type"]:
            both = row.pair(before, this)
            if both is not None:
                return both
    return None
