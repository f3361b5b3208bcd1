"""The title of a page: its headline, checked against what the page says of itself elsewhere."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

_NO_LETTER = re.compile(r"[\W_]+")
_ADDRESS = re.compile(r"(?:https?:)?//(?:www\.|m\.|amp\.)?", re.IGNORECASE)
# Between a title and the names of site and section; a hyphen in a word is none.
_SEPARATOR = re.compile(r"\s+[-–—|·•:»«/]+\s+|\s*[|｜»]\s*|\s*[：_]\s*|--+|:\s+")
# Less of a whole title is a part of it, or the name of a section.
_FEWEST_LETTERS = 6
_MOST_PARTS = 10
_LONGEST_TITLE, _MOST_TITLES = 500, 20
# Less in common, and what is printed large is the name of the site or of a section.
_LEAST_ALIKE = 0.25
PRINTED, DOCUMENT = "element:h1", "element:title"


class Titled(NamedTuple):
    """A title as some place gives it."""

    source: str
    text: str


def title_key(text: str) -> str:
    """Give what two ways to write one title have in common: its letters and digits, without case.

    >>> title_key("The Dam: “open”") == title_key("the dam — open")
    True
    """
    return _NO_LETTER.sub("", text).casefold()


def address_key(url: str) -> str:
    """Give what addresses of one page have in common.

    >>> address_key("http://www.example.org/a/?b#c") == address_key("https://example.org/a")
    True
    """
    return _ADDRESS.sub("", url.strip(), count=1).partition("#")[0].partition("?")[0].rstrip("/").lower()


def without_site(title: str, site: str | None) -> str:
    """Cut the name of the site from either end of a title.

    >>> without_site("Dam opens | Example News", "Example News"), without_site("Example: Dam opens", "example")
    ('Dam opens', 'Dam opens')
    """
    own = title_key(site or "")
    if not own:
        return title
    parts = list(_SEPARATOR.finditer(title))
    if parts and title_key(title[parts[-1].end() :]) == own:
        return title[: parts[-1].start()]
    if parts and title_key(title[: parts[0].start()]) == own:
        return title[parts[0].end() :]
    return title


def beginning_of(whole: str, title: str) -> str | None:
    """Give the beginning of a document's title that says the same as a title; names of section and site follow it.

    >>> beginning_of("Dam: it opens - Region - Example News", "Dam :it opens"), beginning_of("Dam opens - News", "Dam")
    ('Dam: it opens', None)
    """
    key = title_key(title)
    if len(key) < _FEWEST_LETTERS:
        return None
    ends = [*(found.start() for found in islice(_SEPARATOR.finditer(whole), _MOST_PARTS)), len(whole)]
    return next((whole[:end].strip() for end in ends if title_key(whole[:end]) == key), None)


def likeness(title: str, other: str) -> float:
    """Tell how much of two titles is the same, from 0 to 1: the share of pairs of letters (Dice), in any language.

    >>> round(likeness("The dam opens", "Dam opens at last"), 2), likeness("Dam opens", "Local news")
    (0.61, 0.0)
    """
    first, second = _pairs(title), _pairs(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _pairs(title: str) -> set[str]:
    key = title_key(title)
    return {key[at : at + 2] for at in range(len(key) - 1)}


class Choice(NamedTuple):
    """A title, and where it comes from."""

    text: str
    at: int
    """Among the titles that were given."""
    why: str


class _Title(NamedTuple):
    """A title without the name of the site."""

    source: str
    text: str
    key: str
    at: int


def chosen_title(given: Sequence[Titled], site: str | None) -> Choice | None:
    """Choose from what the places give, in the order of the table; and tell why.

    The headline as printed, if another place says the same. Else what two others say. Else the headline that is most like
    what others say; else the first that says anything.
    """
    own = title_key(site or "")
    cut = ((at, source, without_site(text[:_LONGEST_TITLE], site)) for at, (source, text) in enumerate(given))
    titles = [_Title(source, text, title_key(text), at) for at, source, text in cut]
    titles = [title for title in titles if title.key not in {"", own}]
    printed = [title for title in titles if title.source == PRINTED][:_MOST_TITLES]
    whole = [title.text for title in titles if title.source == DOCUMENT][:1]
    told = [title for title in titles if title.source not in {PRINTED, DOCUMENT}][:_MOST_TITLES]
    # Microdata stands on the printed headline itself: it is no second voice.
    voices = [title for title in told if not title.source.startswith("itemprop:")]
    found = (
        _agreed(printed, voices, whole)
        or _within(printed, voices)
        or _said_twice(voices, whole)
        or _most_alike(printed, [*(title.text for title in told), *whole])
        or next(((title, "first") for title in (*told, *titles)), None)
    )
    return None if found is None else Choice(found[0].text, found[0].at, found[1])


_Chosen = tuple[_Title, str] | None


def _agreed(printed: Sequence[_Title], told: Sequence[_Title], whole: Sequence[str]) -> _Chosen:
    for title in printed:
        # Both say the same. What is printed is put together of elements, whose joints lose and gain spaces and colons.
        same = next((other for other in told if other.key == title.key), None)
        if same is not None:
            return same, "agreed"
    for title in printed:
        begun = next((start for text in whole if (start := beginning_of(text, title.text)) is not None), None)
        if begun is not None:
            # Of the document's title only the spaces count: some are in capitals.
            return (title._replace(text=begun) if _is_spaced(begun, title.text) else title), "agreed"
    return None


def _is_spaced(text: str, other: str) -> bool:
    """Tell whether two texts differ by spaces alone."""
    return "".join(text.split()) == "".join(other.split())


def _within(printed: Sequence[_Title], told: Sequence[_Title]) -> _Chosen:
    """Find a headline that ends with what another place says: before it stands the section or the matter."""
    for title in printed:
        for other in told:
            if title.key.endswith(other.key) and len(other.key) * 2 > len(title.key):
                return other, "without-kicker"
    return None


def _said_twice(told: Sequence[_Title], whole: Sequence[str]) -> _Chosen:
    """Find a title of JSON-LD that social networks or the document's title have as well."""
    for at, title in enumerate(told):
        if title.source.startswith("json-ld:") and (
            any(title.key == other.key for other in told[at + 1 :])
            or any(beginning_of(text, title.text) is not None for text in whole)
        ):
            return title, "agreed"
    return None


def _most_alike(printed: Sequence[_Title], others: Sequence[str]) -> _Chosen:
    if not printed:
        return None
    if not others:
        return printed[0], "first"
    scored = [(max(likeness(title.text, other) for other in others), -at) for at, title in enumerate(printed)]
    best, place = max(scored)
    if best < _LEAST_ALIKE:
        return None
    # The same headline without what is called a kicker follows it.
    title, *rest = printed[-place:]
    return (rest[0] if rest and rest[0].key in title.key else title), "alike"
