"""Dates in lines that pages print: among other words, with months in the languages of the press."""

import re
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from newsclean.readers.dates import read_date
from newsclean.rules.months import MONTHS

_LONGEST = 200
_SHORTEST = 3
_NOON = 12
_NAME = r"(?P<name>[^\W\d_]{3,15})\.?"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?!\.?[0-9])"
_DAY = r"(?<![0-9.:])(?P<day>[0-9]{1,2})(?:\.|st|nd|rd|th|er|º)?"
_LAST_DAY = r"(?P<day>[0-9]{1,2})(?![0-9])"
_FIRST_YEAR = r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})"
_FORMS = (
    # 3. März 2024; 3 de marzo de 2024; 3rd March, 2024
    rf"{_DAY} ?(?:de |d['’]|of )?{_NAME},? ?(?:de |del )?{_YEAR}",
    # March 3, 2024
    rf"\b{_NAME} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}",
    # 2024-03-03; 2024. 3. 3.; 2024年3月3日
    rf"{_FIRST_YEAR} ?(?:[-/.]|年|년) ?(?P<month>[0-9]{{1,2}}) ?(?:[-/.]|月|월) ?{_LAST_DAY}",
    # 03.03.2024: with dots the day always comes first (CLDR).
    rf"(?<![0-9.])(?P<day>[0-9]{{1,2}})\. ?(?P<month>[0-9]{{1,2}})\. ?{_YEAR}",
    # 2024 m. kovo 3 d.; 2024. március 3.
    rf"{_FIRST_YEAR}(?: m)?\. ?{_NAME} {_LAST_DAY}",
)
_CLOCK = re.compile(
    r"(?:日|일| |,|\.|\||•|·|–|—|-|@|/|um|at|às|à|las|ore|alle|klo?|o|в|time){0,8}"
    r"(?P<hour>[0-9]{1,2})(?::|\.| ?h ?|[时時])(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?![0-9.])"
    r"(?: ?(?P<half>[ap])\.? ?m\b)?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}t[0-9]{2}:[0-9:.,]{2,16}(?:z|[+-][0-9:]{4,6})?", re.IGNORECASE)
_ANY = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)


def _numbers() -> dict[str, int]:
    """Give the month of each name and of each abbreviation that is one of one month only."""
    found: dict[str, set[int]] = {}
    whole: dict[str, int] = {}
    for row in MONTHS:
        for month, names in enumerate(row.names.split(), start=1):
            for name in names.split("/"):
                whole.setdefault(name, month)
                for end in range(_SHORTEST, len(name)):
                    found.setdefault(name[:end], set()).add(month)
    single = {name: min(months) for name, months in found.items() if len(months) == 1}
    # What English writes short, most languages write so; few readers meet the Finnish word that begins as March does.
    english = {name[:_SHORTEST]: month for month, name in enumerate(MONTHS[0].names.split(), start=1)}
    return single | english | whole


_MONTHS = MappingProxyType(_numbers())


class ShownDate(NamedTuple):
    """A date in a line."""

    date: datetime
    """Naive, but for one in the form of programs that names its zone."""
    has_clock: bool
    size: int
    """Of the characters that say it."""


def found_date(text: str) -> ShownDate | None:
    """Give the first date in a line.

    >>> found_date("Veröffentlicht am 3. März 2024 um 21:17 Uhr")
    ShownDate(date=datetime.datetime(2024, 3, 3, 21, 17), has_clock=True, size=21)
    >>> found_date("Mis à jour le 10 décembre 2019").date.isoformat(), found_date("3/4/2024")
    ('2019-12-10T00:00:00', None)
    """
    line = " ".join(text[:_LONGEST].replace("\u00a0", " ").split())
    exact = _ISO.search(line)
    if exact is not None and (moment := read_date(exact[0])) is not None:
        return ShownDate(moment, has_clock=True, size=len(exact[0]))
    dates = ((found, date) for form in _ANY for found in form.finditer(line) if (date := _date(found)) is not None)
    first = min(dates, key=lambda pair: pair[0].start(), default=None)
    if first is None:
        return None
    found, date = first
    clock = _CLOCK.match(line, found.end())
    timed = None if clock is None else _timed(date, clock)
    if clock is None or timed is None:
        return ShownDate(date, has_clock=False, size=len(found[0]))
    return ShownDate(timed, has_clock=True, size=clock.end() - found.start())


def _date(found: re.Match[str]) -> datetime | None:
    given = found.groupdict()
    name = given.get("name")
    month = _MONTHS.get(name.lower()) if name else int(given["month"] or 0)
    if month is None:
        return None
    try:
        return datetime(int(given["year"] or 0), month, int(given["day"] or 0))  # noqa: DTZ001 - lines name no zone
    except ValueError:
        return None


def _timed(date: datetime, clock: re.Match[str]) -> datetime | None:
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return date.replace(hour=hour, minute=int(clock["minute"]), second=int(clock["second"] or 0))
    except ValueError:
        return None
