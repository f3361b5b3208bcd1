"""What pages write as values of fields, made of what JSON-LD and attributes hold."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from newsclean.readers import shapes
from newsclean.readers.dates import read_date
from newsclean.readers.page_signs import text_of
from newsclean.readers.shown_dates import found_date

_LONGEST = 500
"""Of a title or name."""
_MOST_TAGS = 50
_MOST_DIGITS = 5
_PLACES = ("url", "contentUrl", "@id", "thumbnailUrl")
_YES, _NO = frozenset({"true", "yes", "1"}), frozenset({"false", "no", "0"})
# Zones are of whole quarters of an hour, and none is further from Greenwich.
_QUARTER, _FURTHEST = timedelta(minutes=15), timedelta(hours=14)
_DAY = timedelta(days=1)


class Picture(NamedTuple):
    """A picture as the page names it."""

    src: str
    width: int | None = None
    height: int | None = None
    alt: str | None = None


class Moment(NamedTuple):
    """A date, and how much of it is said."""

    date: datetime
    """Naive if it names no zone."""
    has_clock: bool


def name_of(value: Any) -> str | None:  # noqa: ANN401 - any JSON value
    """Give a text, or the name of an object.

    >>> name_of({"@type": "Organization", "name": "Example &amp; News"}), name_of(["a"])
    ('Example & News', None)
    """
    if isinstance(value, dict):
        value = value.get("name", value.get("@value"))
    words = shapes.words(value) if isinstance(value, str | int | float) else None
    return text_of(words)[:_LONGEST].rstrip() or None if words else None


def prose_of(value: Any) -> str | None:  # noqa: ANN401 - any JSON value
    """Give a text that may hold HTML as words."""
    words = shapes.prose(text_of(value)) if isinstance(value, str) else None
    return text_of(words) or None if words else None


def language_of(value: Any) -> str | None:  # noqa: ANN401 - any JSON value
    """Give a language tag, from an object of schema.org as well."""
    if isinstance(value, dict):
        value = value.get("alternateName", value.get("name"))
    return shapes.language(value.split(",")[0].strip()) if isinstance(value, str) else None


def moment_of(value: Any) -> Moment | None:  # noqa: ANN401 - any JSON value
    """Give a date.

    >>> moment_of("2024-05-03T15:47:42.389Z").has_clock, moment_of("2024-05-03").has_clock, moment_of("soon")
    (True, False, None)
    """
    if isinstance(value, dict):
        value = value.get("@value")
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    text = str(value).strip()
    date = read_date(text)
    if date is not None:
        return Moment(date, ":" in text or len(text) > len("2024-05-03T"))
    shown = found_date(text)
    return None if shown is None else Moment(shown.date, shown.has_clock)


def completed(moments: Sequence[Moment]) -> Moment:
    """Give the first date, or one of the others that says the same and has the hour or the zone that it lacks.

    >>> day, exact = moment_of("2024-05-03"), moment_of("2024-05-03T15:47:42+02:00")
    >>> completed([day, exact]) == exact
    True
    """
    moment, *others = moments
    for other in others:
        if moment.has_clock and moment.date.tzinfo is not None:
            break
        if (other.has_clock and not moment.has_clock and other.date.date() == moment.date.date()) or (
            other.date.tzinfo is not None and moment.date.tzinfo is None and _is_same(moment.date, other)
        ):
            moment = other
    return moment


def _is_same(naive: datetime, other: Moment) -> bool:
    """Tell whether a date without zone may be another with one: they differ by what zones differ by."""
    apart = naive - other.date.replace(tzinfo=None)
    return other.has_clock and abs(apart) <= _FURTHEST and not apart % _QUARTER


def free_of(value: Any) -> bool | None:  # noqa: ANN401 - any JSON value
    """Give what schema.org's `isAccessibleForFree` says: a boolean, its name, or its address.

    >>> free_of(False), free_of("True"), free_of("http://schema.org/False"), free_of("maybe")
    (False, True, False, None)
    """
    said = str(value).rpartition("/")[2].strip().lower() if isinstance(value, str | bool) else ""
    return True if said in _YES else False if said in _NO else None


def tags_of(value: Any) -> list[str]:  # noqa: ANN401 - any JSON value
    """Give keywords: a list, a text with commas or semicolons, objects with names."""
    if isinstance(value, str) and "," not in value:
        value = value.replace(";", ",")
    found = (text_of(name)[:_LONGEST] for name in shapes.names(value, commas=True))
    return list(dict.fromkeys(filter(None, found)))[:_MOST_TAGS]


def address_of(value: Any) -> str | None:  # noqa: ANN401 - any JSON value
    """Give an address, or that of an object."""
    if isinstance(value, dict):
        value = next((found for key in _PLACES if (found := value.get(key))), None)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, dict):
            value = value.get("@id", value.get("url"))
    return value.strip() if isinstance(value, str) and value.strip() else None


def size_of(value: Any) -> int | None:  # noqa: ANN401 - any JSON value
    """Give a size in pixels, which some write as text or as an object of schema.org.

    >>> size_of("1200 px"), size_of({"@type": "QuantitativeValue", "value": 630}), size_of("wide"), size_of(0)
    (1200, 630, None, None)
    """
    if isinstance(value, dict):
        value = value.get("value")
    text = str(value).strip().lower().removesuffix("px").strip() if isinstance(value, str | int | float) else ""
    text = text.removesuffix(".0")
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) <= _MOST_DIGITS and int(text) else None
