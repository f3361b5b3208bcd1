"""Captions parted from the credits in them: by an element that holds the credit, or by the words at the end."""

import re

from newsclean.rules.credit_lines import opened, tail, widened
from newsclean.walk.run import CREDIT, Draft
from newsclean.walk.seams import cut, taken_out

# Signs between two elements that are one credit.
_BETWEEN = 3
# Who is named after these and linked, at the end of a caption, made the picture.
_BY = re.compile(r"(?:(?<=\s)|(?<=[(\[]))(?:by|von|par|por|av|af|door|di)\s\Z", re.IGNORECASE)
_LONGEST_BY, _LONGEST_NAME = 8, 60
_CLOSE = " .)]"


def parted(holder: Draft, field: str, words: Draft) -> Draft:
    """Give the fields that a text makes of a figure or picture: a caption, or caption and credit if it is marked in it."""
    if not words["marks"]:
        return {field: words}
    places = [(mark["start"], mark["end"]) for mark in words["marks"] if mark["kind"] == CREDIT]
    if not places:
        return {field: words}
    words = {**words, "marks": [mark for mark in words["marks"] if mark["kind"] != CREDIT]}
    if CREDIT in holder:
        return {field: words}
    text = words["text"]
    start, end = places[-1]
    for first, last in reversed(places[:-1]):
        if first <= start and start - last <= _BETWEEN:
            start, end = first, max(end, last)
    start, end = widened(text, start, end)
    if "guess" in holder.get("origin", ()):
        return {**holder, **_seamed(holder, words, start)} if end == len(text) else {field: words}
    found = taken_out(words, start, end)
    if found is None:
        return {field: words}
    rest, piece = found
    return {CREDIT: piece} if rest is None else {field: rest, CREDIT: piece}


def with_tails(figure: Draft) -> Draft:
    """Part the credits that end the captions of a figure and its pictures, by their words alone."""
    if "caption" in figure and CREDIT not in figure:
        at = _tail(figure["caption"])
        if at is not None:
            figure = _seamed(figure, figure["caption"], at)
    for place, image in enumerate(figure["images"]):
        if "caption" in image and CREDIT not in image:
            at = _tail(image["caption"])
            if at is not None:
                figure = _seamed(figure, image["caption"], at, place)
    return figure


def _tail(words: Draft) -> int | None:
    """Find where the credit at the end of a caption begins: by its words, or by a link to whoever is named there."""
    text = words["text"]
    at = tail(text)
    if at is not None or not words.get("marks"):
        return at
    end = len(text.rstrip(_CLOSE))
    for mark in words["marks"]:
        if mark["kind"] == "link" and mark["end"] == end and 0 < end - mark["start"] <= _LONGEST_NAME:
            start = mark["start"]
            by = _BY.search(text[max(start - _LONGEST_BY, 0) : start])
            return None if by is None else opened(text, start - len(by[0]))
    return None


def _seamed(figure: Draft, words: Draft, at: int, image: int | None = None) -> Draft:
    """Give a figure whose caption, or that of one picture, is cut in two."""
    halves = cut(words, at)
    if halves is None:
        return figure | ({"caption": words} if image is None else {})
    holder = figure if image is None else figure["images"][image]
    parts = {key: value for key, value in holder.items() if key != "caption"} | {CREDIT: halves.after}
    if halves.before is not None:
        parts["caption"] = halves.before
    if image is not None:
        images = list(figure["images"])
        images[image] = parts
        parts = {**figure, "images": images}
    guess = parts["origin"].get("guess", {})
    if image is None and halves.before is None and "caption" in guess.get("joined", ()):
        # Nothing is cut: the block that was taken for a caption is a credit.
        guess = {**guess, "joined": [CREDIT if name == "caption" else name for name in guess["joined"]]}
    else:
        seam = {"image": image, "between": halves.between, "crossing": halves.crossing}
        guess = {**guess, "seams": [*guess.get("seams", ()), seam]}
    return parts | {"origin": {**parts["origin"], "inferred": True, "guess": guess}}
