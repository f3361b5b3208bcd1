"""Dates as headers write them, as an aware datetime.

Source: ISO 8601 as profiled by RFC 3339, loosened as Jekyll and Hexo write it (space for T, `+HHMM`, nanoseconds); RFC 5322,
section 3.3 and 4.3 (obsolete zone names).
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from types import MappingProxyType

_ISO = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
    r"(?:(?:t|[ \t]+)([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?[ \t]*(z|utc|gmt|[+-][0-9]{2}:?(?:[0-9]{2})?)?)?"
)
_RFC = re.compile(
    r"(?:[a-z]{3,9},?[ \t]+)?([0-9]{1,2})[ \t]+([a-z]{3})[a-z]*\.?[ \t]+([0-9]{4}|[0-9]{2})"
    r"(?:[ \t]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:[ \t]+([a-z]{1,4}|[+-][0-9]{4}))?)?"
)
_MONTHS = MappingProxyType(
    {name: at for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
)
# RFC 5322, section 4.3, and those names that feeds use and the tz database gives to one offset only.
ZONES = MappingProxyType(
    {
        "z": 0,
        "ut": 0,
        "utc": 0,
        "gmt": 0,
        "est": -5,
        "edt": -4,
        "cst": -6,
        "cdt": -5,
        "mst": -7,
        "mdt": -6,
        "pst": -8,
        "pdt": -7,
        "akst": -9,
        "akdt": -8,
        "hst": -10,
        "wet": 0,
        "west": 1,
        "cet": 1,
        "cest": 2,
        "eet": 2,
        "eest": 3,
        "msk": 3,
        "hkt": 8,
        "jst": 9,
        "kst": 9,
        "aest": 10,
        "aedt": 11,
        "nzst": 12,
        "nzdt": 13,
    }
)
_HALVES = frozenset({"am", "pm"})
_MICROSECOND_DIGITS = 6
# Longer ones are no dates; this keeps every pattern cheap.
_LONGEST = 100
_SHORT_YEAR, _FIRST_SHORT_YEAR = 100, 50


def read_date(text: str) -> datetime | None:
    """Read one date, naive if it names no zone, or None if it is in no form known here.

    >>> read_date("Thu, 31 Mar 2022 09:33:00 GMT").isoformat()
    '2022-03-31T09:33:00+00:00'
    >>> read_date("2008-03-27 02:30:09.000000000 +06:30").isoformat()
    '2008-03-27T02:30:09+06:30'
    """
    if len(text) > _LONGEST:
        return None
    lower = text.lower()
    found = _ISO.fullmatch(lower)
    if found:
        year, month, day, hour, minute, second, fraction, zone = found.groups()
        micro = (fraction or "")[:_MICROSECOND_DIGITS].ljust(_MICROSECOND_DIGITS, "0")
        return _date((year, month, day, hour, minute, second, micro), zone)
    found = _RFC.fullmatch(lower)
    month = None if found is None else _MONTHS.get(found[2])
    # What stands in the place of a zone may be half of a clock of 12 hours.
    if found is None or month is None or found[7] in _HALVES:
        return _written(" ".join(lower.split()))
    day, _, year, hour, minute, second, zone = found.groups()
    return _date((_full_year(int(year)), month, day, hour, minute, second, 0), zone)


def _written(text: str) -> datetime | None:
    from newsclean.readers.written_dates import read_parts  # most headers hold none of its forms

    parts = read_parts(text)
    return None if parts is None else _date((*parts.numbers, 0), parts.zone)


def _full_year(year: int) -> int:
    """Complete a year of two digits (RFC 5322, section 4.3)."""
    if year >= _SHORT_YEAR:
        return year
    return year + (1900 if year >= _FIRST_SHORT_YEAR else 2000)


def _date(numbers: tuple[str | int | None, ...], zone: str | None) -> datetime | None:
    try:
        year, month, day, hour, minute, second, micro = [int(number or 0) for number in numbers]
        # A leap second (60) is the last one that datetime can say.
        return datetime(year, month, day, hour, minute, min(second, 59), micro, tzinfo=_zone(zone))
    except ValueError:
        return None


def _zone(name: str | None) -> tzinfo | None:
    """Give the zone; raises ValueError for a name that is not known."""
    if name is None:
        return None
    if name[3:] and name[:3] in {"gmt", "utc"}:
        name = name[3:]
    if name[0] not in "+-":
        if name not in ZONES:
            msg = f"unknown zone {name}"
            raise ValueError(msg)
        hours = ZONES[name]
        return timezone(timedelta(hours=hours)) if hours else UTC
    digits = name[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    offset = timedelta(minutes=-minutes if name[0] == "-" else minutes)
    return timezone(offset) if minutes else UTC


def in_zone(date: datetime, zone: tzinfo) -> datetime:
    """Give a date without zone the offset that a zone has then, in whole minutes, as RFC 3339 writes it.

    So it equals what JSON of the article gives back. Clocks that are put forward or back make moments of a `ZoneInfo` that
    equal none of another zone, and before there were standard times offsets had seconds.

    >>> from zoneinfo import ZoneInfo
    >>> in_zone(datetime(1890, 1, 1), ZoneInfo("Europe/Amsterdam")).isoformat()
    '1889-12-31T23:59:28+00:19'
    """
    offset = date.replace(tzinfo=zone).utcoffset() or timedelta()
    seconds = offset % timedelta(minutes=1)
    shift = seconds if date - datetime.min >= seconds else timedelta()  # noqa: DTZ901 - it has no zone yet
    return (date - shift).replace(tzinfo=UTC if offset == timedelta() else timezone(offset - seconds))
