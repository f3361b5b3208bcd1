"""The rarer ways in which headers write a date; read only where ISO 8601 and RFC 5322 do not fit.

Each form says by itself which number is the day: what could be the third of April or the fourth of March is no date here.
"""

import re
from datetime import UTC, datetime
from types import MappingProxyType
from typing import NamedTuple

_MONTHS = tuple("january february march april may june july august september october november december".split())
_WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
_SHORTEST_NAME = 3
_NOON = 12

_CLOCK = r"(?:,?(?: -| at)? (?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?: ?(?P<half>[ap])\.?m\.?)?)?"
_ZONE = r"(?: ?(?P<zone>(?:gmt|utc)?[+-][0-9]{2}:?[0-9]{2}|[a-z]{1,5})(?: ?\([^()]*\))?)?"
_WEEKDAY = r"(?:(?P<weekday>[a-z]{3,9})\.?,? )?"


class Form(NamedTuple):
    """One way to write a date."""

    name: str
    pattern: str
    """For text in lower case with single spaces; its groups are named by what they hold."""
    why: str


FORMS = (
    Form(
        "month-first",
        rf"{_WEEKDAY}(?P<name>[a-z]{{3,9}})\.? (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<year>[0-9]{{4}}){_CLOCK}{_ZONE}",
        why="As people in the United States write it, and as `Date` in JavaScript prints itself.",
    ),
    Form(
        "ctime",
        rf"{_WEEKDAY}(?P<name>[a-z]{{3,9}}) (?P<day>[0-9]{{1,2}}) "
        r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})"
        r"(?: (?P<zone>[a-z]{1,5}|[+-][0-9]{4}))? (?P<year>[0-9]{4})",
        why="What `date` and `ctime` of C print; generators that call them put it in headers.",
    ),
    Form(
        "day-first",
        rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?[ -](?P<name>[a-z]{{3,9}})\.?,?[ -]"
        rf"(?P<year>[0-9]{{4}}){_CLOCK}{_ZONE}",
        why="As the rest of the world writes it, with ordinals, hyphens and clocks of 12 hours.",
    ),
    Form(
        "slashes",
        rf"{_WEEKDAY}(?P<first>[0-9]{{1,2}})/(?P<other>[0-9]{{1,2}})/(?P<year>[0-9]{{4}}){_CLOCK}{_ZONE}",
        why="Drupal prints `Thu, 04/11/2019 - 14:07`: the weekday, or a number over 12, tells the day from the month.",
    ),
    Form(
        "dots",
        rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})\. ?(?P<month>[0-9]{{1,2}})\. ?(?P<year>[0-9]{{4}}){_CLOCK}{_ZONE}",
        why="German, Russian, Turkish and others; with dots the day always comes first (CLDR).",
    ),
    Form(
        "year-first",
        rf"(?P<year>[0-9]{{4}})(?P<separator>[/.])(?P<month>[0-9]{{1,2}})(?P=separator)(?P<day>[0-9]{{1,2}}){_CLOCK}{_ZONE}",
        why="The manual of Hexo writes `2013/7/13 20:46:25`; after the year the month always comes first.",
    ),
    Form(
        "characters",
        rf"(?P<year>[0-9]{{4}}) ?[年년] ?(?P<month>[0-9]{{1,2}}) ?[月월] ?(?P<day>[0-9]{{1,2}}) ?[日일]{_CLOCK}{_ZONE}",
        why="Chinese, Japanese and Korean name each number.",
    ),
    Form(
        "compact",
        r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
        r"(?:t(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?P<second>[0-9]{2})(?P<zone>z|[+-][0-9]{4})?)?",
        why="The basic format of ISO 8601.",
    ),
    Form(
        "epoch",
        # Seconds to the year 2033: a number that begins with 20 may as well be a year, month, day and hour.
        r"(?P<epoch>1[0-9]{9})(?P<milli>[0-9]{3})?",
        why="Seconds or milliseconds since 1970, as scripts write them; with any other number of digits it may be an id.",
    ),
)
_HOURS = MappingProxyType({None: 0, "a": 0, "p": _NOON})


class Parts(NamedTuple):
    """A date in its parts, not checked yet."""

    numbers: tuple[int, int, int, int, int, int]
    """Year, month, day, hour, minute, second."""
    zone: str | None


def read_parts(text: str) -> Parts | None:
    """Read a date in lower case with single spaces.

    >>> read_parts("friday, january 29, 2021 04:42 pm")
    Parts(numbers=(2021, 1, 29, 16, 42, 0), zone=None)
    >>> read_parts("04/11/2019") is None
    True
    """
    for form in FORMS:
        found = re.fullmatch(form.pattern, text)
        if found is not None:
            return _parts(found.groupdict())
    return None


def _parts(given: dict[str, str | None]) -> Parts | None:
    epoch = given.get("epoch")
    if epoch is not None:
        moment = datetime.fromtimestamp(int(epoch), UTC)
        return Parts((moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second), "utc")
    year, weekday = int(given["year"] or 0), given.get("weekday")
    if weekday and _position(weekday, _WEEKDAYS) is None:
        return None
    day = _month_and_day(given, year)
    hour = int(given.get("hour") or 0)
    half = given.get("half")
    if day is None or (half and not 1 <= hour <= _NOON):
        return None
    hour = hour % _NOON + _HOURS[half] if half else hour
    return Parts((year, *day, hour, int(given.get("minute") or 0), int(given.get("second") or 0)), given.get("zone"))


def _month_and_day(given: dict[str, str | None], year: int) -> tuple[int, int] | None:
    name = given.get("name")
    if name:
        month = _position(name, _MONTHS)
        return None if month is None else (month + 1, int(given["day"] or 0))
    if given.get("first") is None:
        return int(given["month"] or 0), int(given["day"] or 0)
    first, other = int(given["first"] or 0), int(given["other"] or 0)
    fitting = {(month, day) for month, day in ((first, other), (other, first)) if _fits(year, month, day, given["weekday"])}
    return fitting.pop() if len(fitting) == 1 else None


def _fits(year: int, month: int, day: int, weekday: str | None) -> bool:
    """Tell whether there is such a day, and on that weekday."""
    try:
        date = datetime(year, month, day)  # noqa: DTZ001 - a day of the calendar, no moment
    except ValueError:
        return False
    return weekday is None or date.weekday() == _position(weekday, _WEEKDAYS)


def _position(name: str, names: tuple[str, ...]) -> int | None:
    if len(name) < _SHORTEST_NAME:
        return None
    return next(
        (at for at, whole in enumerate(names) if whole.startswith(name) or (whole, name) == ("september", "sept")), None
    )
