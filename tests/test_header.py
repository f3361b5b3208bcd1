"""Fields from the header."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from newsclean import Article, Author, Options, parse_article
from newsclean.readers.dates import ZONES, read_date


def with_header(header: str, **options: Any) -> Article:  # noqa: ANN401 - options of any type
    """Parse a post that is only a header."""
    return parse_article(f"---\n{header}\n---\n", options=Options(**options))


# Where each zone name holds, and in January (1) or July (7).
PLACES = {
    "utc": ("Etc/UTC", 1),
    "gmt": ("Etc/GMT", 1),
    "ut": ("Etc/UTC", 1),
    "z": ("Etc/UTC", 1),
    "est": ("America/New_York", 1),
    "edt": ("America/New_York", 7),
    "cst": ("America/Chicago", 1),
    "cdt": ("America/Chicago", 7),
    "mst": ("America/Denver", 1),
    "mdt": ("America/Denver", 7),
    "pst": ("America/Los_Angeles", 1),
    "pdt": ("America/Los_Angeles", 7),
    "akst": ("America/Anchorage", 1),
    "akdt": ("America/Anchorage", 7),
    "hst": ("Pacific/Honolulu", 1),
    "wet": ("Europe/Lisbon", 1),
    "west": ("Europe/Lisbon", 7),
    "cet": ("Europe/Berlin", 1),
    "cest": ("Europe/Berlin", 7),
    "eet": ("Europe/Helsinki", 1),
    "eest": ("Europe/Helsinki", 7),
    "msk": ("Europe/Moscow", 1),
    "hkt": ("Asia/Hong_Kong", 1),
    "jst": ("Asia/Tokyo", 1),
    "kst": ("Asia/Seoul", 1),
    "aest": ("Australia/Sydney", 7),
    "aedt": ("Australia/Sydney", 1),
    "nzst": ("Pacific/Auckland", 7),
    "nzdt": ("Pacific/Auckland", 1),
}


@pytest.mark.parametrize("name", sorted(ZONES))
def test_zones(name: str) -> None:
    """Each name means what the tz database says."""
    place, month = PLACES[name]
    date = read_date(f"1 {'Jan' if month == 1 else 'Jul'} 2022 12:00:00 {name.upper()}")
    assert date is not None
    assert date.utcoffset() == datetime(2022, month, 1, 12, tzinfo=ZoneInfo(place)).utcoffset()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Thu, 31 Mar 2022 09:33:00 GMT", "2022-03-31T09:33:00+00:00"),
        ("Fri, 08 Dec 2017 12:37:00 +0100", "2017-12-08T12:37:00+01:00"),
        ("Mon, 02 Jan 2006 15:04:05 PST", "2006-01-02T15:04:05-08:00"),
        ("2 January 2006", "2006-01-02T00:00:00"),
        ("Tue, 5 May 2020 7:05 Z", "2020-05-05T07:05:00+00:00"),
        ("2008-03-27 02:30:09.000000000 +06:30", "2008-03-27T02:30:09+06:30"),
        ("2006-01-09 14:08:11 +0000", "2006-01-09T14:08:11+00:00"),
        ("2013-11-08 00:05:02.123456789 -04:30", "2013-11-08T00:05:02.123456-04:30"),
        ("2018-11-28 18:41:51", "2018-11-28T18:41:51"),
        ("2018-11-28 18:41", "2018-11-28T18:41:00"),
        ("2013-04-05", "2013-04-05T00:00:00"),
        ("2024-05-03T06:07:08.9Z", "2024-05-03T06:07:08.900000+00:00"),
        ("2024-05-03T06:07:08+02:00", "2024-05-03T06:07:08+02:00"),
        ("2024-05-03t06:07:60z", "2024-05-03T06:07:59+00:00"),
        ("2024-05-03 06:07:08 UTC", "2024-05-03T06:07:08+00:00"),
        ("2024-05-03 06:07:08 +05", "2024-05-03T06:07:08+05:00"),
        ("Fri, 08 Dec 17 12:37:00 GMT", "2017-12-08T12:37:00+00:00"),
        ("Fri, 08 Dec 95 12:37:00 JST", "1995-12-08T12:37:00+09:00"),
        ("Friday, January 29, 2021 04:42 PM", "2021-01-29T16:42:00"),
        ("January 2, 2006", "2006-01-02T00:00:00"),
        ("Sept. 1st, 2006 at 12:05 a.m.", "2006-09-01T00:05:00"),
        ("March 3, 2010 12:30 pm EST", "2010-03-03T12:30:00-05:00"),
        ("3 March 2010 11:30 PM", "2010-03-03T23:30:00"),
        ("Thu Mar 31 2022 09:33:00 GMT+0800 (China Standard Time)", "2022-03-31T09:33:00+08:00"),
        ("Mon Jan 02 15:04:05 2006", "2006-01-02T15:04:05"),
        ("Mon Jan  2 15:04:05 PST 2006", "2006-01-02T15:04:05-08:00"),
        ("21st May 2010, 9:05 pm", "2010-05-21T21:05:00"),
        ("08-Dec-2017 12:37:00", "2017-12-08T12:37:00"),
        ("Fri, 05/21/2010 - 12:30", "2010-05-21T12:30:00"),
        ("Thu, 04/11/2019 - 14:07", "2019-04-11T14:07:00"),
        ("Mon, 04/11/2019 - 14:07", "2019-11-04T14:07:00"),
        ("21/05/2010", "2010-05-21T00:00:00"),
        ("05/05/2010", "2010-05-05T00:00:00"),
        ("3.5.2010 9:05", "2010-05-03T09:05:00"),
        ("2013/7/13 20:46:25", "2013-07-13T20:46:25"),
        ("2013.07.13", "2013-07-13T00:00:00"),
        ("2022年3月31日 09:33", "2022-03-31T09:33:00"),
        ("2022년 3월 31일", "2022-03-31T00:00:00"),
        ("20220331T093300Z", "2022-03-31T09:33:00+00:00"),
        ("20220331", "2022-03-31T00:00:00"),
        ("1648719180", "2022-03-31T09:33:00+00:00"),
        ("1648719180123", "2022-03-31T09:33:00+00:00"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    """The forms of real headers."""
    date = read_date(text)
    assert date is not None
    assert date.isoformat() == iso


@pytest.mark.parametrize(
    "text",
    [
        "Invalid Date",
        "",
        "2022-02-31",
        "2022-13-01",
        "04/11/2019",
        "Wed, 04/11/2019 - 14:07",
        "Frogday, January 29, 2021",
        "Marchember 3, 2021",
        "January 29, 2021 16:42 PM",
        "ma 29, 2021",
        "2022年13月31日",
        "2022033109",
        "164871918",
        "32.01.2020",
        "2020/01.02",
        "January 2, 2006" + " " * 200,
        "Thu, 31 Foo 2022 09:33:00 GMT",
        "Thu, 31 Mar 2022 09:33:00 XYZ",
        "2022-03-31 25:00:00",
        "2022-03-31T10:00:00+99:00",
        "12:30:00",
        "9" * 5000,
    ],
)
def test_no_dates(text: str) -> None:
    """None, and never an error."""
    assert read_date(text) is None


def test_date_notes() -> None:
    """An assumed zone and a date that is none are noted, with the words of the header."""
    known = with_header("date: 2022-03-31 09:33:00", default_tz=timezone(timedelta(hours=8)))
    assert known.published == datetime(2022, 3, 31, 1, 33, tzinfo=UTC)
    assert [(note.code, note.text) for note in known.notes] == [("zone-assumed", "2022-03-31 09:33:00")]
    unknown = with_header("date: Invalid Date")
    assert unknown.published is None
    assert [(note.code, note.text) for note in unknown.notes] == [("date-not-understood", "Invalid Date")]
    assert unknown.front_matter["date"] == "Invalid Date"
    assert with_header("date: [a]").notes == ()


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("title: a", "a"),
        ("title: '  a\u00a0 b '", "a\u00a0 b"),
        ("title: a &#8217; &amp; b", "a ’ & b"),
        ("title: >\n  a\n  b", "a b"),
        ("title: 2022", "2022"),
        ("title: ''", None),
        ("title: true", None),
        ("title: [a]", None),
        ("other: a", None),
    ],
)
def test_titles(header: str, title: str | None) -> None:
    """Words, entities decoded."""
    assert with_header(header).title == title


@pytest.mark.parametrize(
    ("header", "authors"),
    [
        ("author: Ana Lima", [Author(name="Ana Lima", raw="Ana Lima")]),
        ("author: [Ana, '', 3]", [Author(name="Ana", raw="Ana"), Author(name="3", raw="3")]),
        (
            "author: {login: al, display_name: Ana, email: a@example.org, url: 'https://example.org/'}",
            [
                Author(
                    name="Ana",
                    url="https://example.org/",
                    raw='{"login": "al", "display_name": "Ana", "email": "a@example.org", "url": "https://example.org/"}',
                )
            ],
        ),
        ("author: {email: a@example.org}", []),
        ("author:", []),
    ],
)
def test_authors(header: str, authors: list[Author]) -> None:
    """String, list, mapping."""
    assert list(with_header(header).authors) == authors


def test_categories_and_tags() -> None:
    """String or list, scalars of any type, each once."""
    article = with_header("categories: News\ntags: [a, 2022, a, [b], ~, 'x &amp; y']")
    assert (article.categories, article.tags) == (("News",), ("a", "2022", "b", "x & y"))


def test_unsafe_urls_are_noted() -> None:
    """In the header as in the body."""
    article = with_header("headimg: javascript:x\nthumbnail: ''\nauthor: {name: A, url: 'javascript:y'}")
    assert (article.lead_image, article.thumbnail, article.authors[0].url) == (None, None, None)
    assert [(note.code, note.text) for note in article.notes] == [
        ("unsafe-url", "javascript:y"),
        ("unsafe-url", "javascript:x"),
    ]


def test_unknown_keys_are_kept() -> None:
    """All of them, nested ones too."""
    article = with_header("comments:\n- author: b\n  content: c\nlayout: post")
    assert article.front_matter == {"comments": [{"author": "b", "content": "c"}], "layout": "post"}
