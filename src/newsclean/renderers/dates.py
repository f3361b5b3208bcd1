"""Moments as headers and pages have them."""

from datetime import datetime, timedelta, timezone


def written_date(moment: datetime) -> str:
    """Write a moment as RFC 3339 does, in its own zone; before standard time zones had seconds, which no format can say.

    >>> written_date(datetime(1890, 1, 1, tzinfo=timezone(timedelta(minutes=53, seconds=28))))
    '1889-12-31T23:59:32+00:53'
    """
    offset = moment.utcoffset() or timedelta()
    if offset % timedelta(minutes=1):
        moment = moment.astimezone(timezone(timedelta(minutes=int(offset / timedelta(minutes=1)))))
    return moment.isoformat()
