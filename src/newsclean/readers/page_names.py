"""Names of authors as pages write them: apart or in one line, with words around them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from newsclean.readers.page_signs import text_of
from newsclean.readers.shapes import words
from newsclean.rules.page_names import JOINTS, NOBODY, NOT_NAMES, OPENINGS, PARTICLES

_MOST_NAMES = 30
_LONGEST_NAME, _MOST_WORDS = 80, 8
_LONGEST_LINE = 300
_LONGEST_WIDE = 20
_SHORT, _FEW = 40, 3
_OPENING = re.compile(rf"\s*(?:{'|'.join(row.pattern for row in OPENINGS)})(?:\s*[:：/／]\s*|\s+|\Z)", re.IGNORECASE)
_LISTED = re.compile(r"\s*[;、，؛\n]\s*")
_BEHIND = re.compile(r"\s*[,،|•·／]\s*|\s+[–—/-]\s+")
_WORD = re.compile(rf"\s+(?:{'|'.join(JOINTS)}|[&+])\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]{0,60}[)\]）]\s*")
_ADDRESS = re.compile(r"://|\bwww\.|\.(?:com|org|net|html?)(?:/|\Z)|@|^/", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_EDGES = " \t\n\r\f\u00a0\u3000,;:|.•·–—-/*"
_NO_LETTER = re.compile(r"[\W_]+")
_WIDE = re.compile(r"[\u0590-\u08ff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0900-\u0dff]")


class Name(NamedTuple):
    """A name as found."""

    name: str
    raw: str
    """The text or object it was found in."""
    url: str | None = None
    """As written."""


def names_of(value: Any) -> Iterator[Name]:  # noqa: ANN401 - any JSON value
    """Give the names in a value of JSON-LD: a text, an object with a name, or lists of them."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting += reversed(part)
        elif isinstance(part, dict):
            yield from _names_in_object(part)
        elif isinstance(part, str):
            yield from (Name(name, shown(part)) for name in names_in(part))


def _names_in_object(node: dict[str, Any]) -> Iterator[Name]:
    written = node.get("name")
    if not written:
        given, family = words(node.get("givenName")), words(node.get("familyName"))
        written = " ".join(filter(None, (given, family)))
    url = next((url for key in ("url", "sameAs", "@id") if isinstance(url := node.get(key), str)), None)
    parts = [(words(part) or "") for part in (written if isinstance(written, list) else [written])]
    found = [(name, part) for part in parts for name in names_in(part)]
    for name, part in found:
        yield Name(name, shown(part), url if len(found) == 1 else None)


def shown(text: str) -> str:
    """Give the beginning of a text, as much as a line of names may have."""
    return text_of(text[:_LONGEST_LINE])


def names_in(text: str) -> list[str]:
    """Give the names in a text that holds nothing else.

    >>> names_in("By Ann Example and Ben Example"), names_in("Anna Muster (amu), Bern"), names_in("https://example.org/ann")
    (['Ann Example', 'Ben Example'], ['Anna Muster'], [])
    """
    text = _without_opening(_BRACKETS.sub(" ", shown(text))).strip(_EDGES)
    if _ADDRESS.search(text):
        return []
    found: list[str] = []
    for item in _LISTED.split(text):
        # Behind signs and commas stand other names, or offices and places of the one before.
        parts = [_without_opening(name).strip(_EDGES) for part in _BEHIND.split(item) for name in _joined(part)]
        found += (part for at, part in enumerate(parts) if (is_full_name(part) if at else may_be_name(part)))
    return list(dict.fromkeys(found))[:_MOST_NAMES]


def _joined(text: str) -> list[str]:
    """Part at words between whole names; between others such a word may be in the name of a body: `Sample and Sons`.

    What is not written as names are is none: `Ann Example and agencies`.
    """
    first, *others = _WORD.split(text)
    if others and is_full_name(first) and all(is_full_name(other) or other[:1].islower() for other in others):
        return [first, *filter(is_full_name, others)]
    return [text]


def _without_opening(text: str) -> str:
    found = _OPENING.match(text)
    if found is None:
        return text
    rest = text[found.end() :]
    # `Von Anna Muster` announces, `Von der Leyen` is a name.
    return text if found[0].strip().lower() in PARTICLES and rest and not is_full_name(rest.strip(_EDGES)) else rest


def announces(line: str) -> bool:
    """Tell whether a line begins with words that announce a name, and goes on.

    >>> announces("By Ann Example"), announces("Bystanders saw it"), announces("By")
    (True, False, False)
    """
    return _without_opening(line) not in {line, ""}


def may_be_name(text: str) -> bool:
    """Tell whether a text may be what somebody is called: short, with letters, no address and no number."""
    if not 1 < len(text) <= _LONGEST_NAME or text.count(" ") >= _MOST_WORDS:
        return False
    if not any(map(str.isalpha, text)) or _ADDRESS.search(text):
        return False
    lower = text.casefold()
    return lower not in NOBODY and NOT_NAMES.isdisjoint(lower.split())


def is_full_name(text: str) -> bool:
    """Tell whether a text can hardly be anything but a name: several words with capitals, or a few characters of a script
    without them.

    >>> is_full_name("Ludwig van Beispiel"), is_full_name("Bern"), is_full_name("professor of law"), is_full_name("王小明")
    (True, False, False, True)
    """
    if not may_be_name(text) or _DIGIT.search(text):
        return False
    if _WIDE.search(text):
        return len(text) <= _LONGEST_WIDE
    parts = [part for part in text.replace("’", "'").split() if part not in PARTICLES]
    return len(parts) > 1 and all(part[:1].isupper() for part in parts)


def names_in_pieces(pieces: Sequence[str]) -> list[str]:
    """Give the names in the texts of an element: each may be one, or a part of one.

    >>> names_in_pieces(["By", "Ann Example", "and", "Ben Example", "3 May 2024"]), names_in_pieces(["Ann", "Example"])
    (['Ann Example', 'Ben Example'], ['Ann Example'])
    """
    found = [name for piece in pieces for name in names_in(piece) if is_full_name(name)]
    whole = names_in(" ".join(pieces))
    if not found and len(whole) == 1 and len(whole[0]) <= _SHORT and whole[0].count(" ") < _FEW:
        # First and last name may stand apart, and who goes by one name alone has no other.
        return whole
    if not found and " " not in "".join(whole) and len(" ".join(pieces)) <= _SHORT:
        # Initials, as papers sign what is short.
        return whole
    return list(dict.fromkeys(found))


def bare(name: str) -> str:
    """Give what two ways to write one name have in common."""
    return _NO_LETTER.sub("", name).casefold()


def site_names(names: Iterable[str], url: str | None) -> frozenset[str]:
    """Give what a site may call itself, bare: its names, its host and the parts of that.

    >>> sorted(site_names(["Example News"], "https://www.example-news.org/a"))
    ['examplenews', 'examplenewsorg', 'www', 'wwwexamplenewsorg']
    """
    labels = (url or "").partition("://")[2].partition("/")[0].split(".")
    hosts = {".".join(labels[at:]) for at in range(len(labels) - 1)} | set(labels[:-1])
    return frozenset(map(bare, (*names, *hosts))) - {""}
