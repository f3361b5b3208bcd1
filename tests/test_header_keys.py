"""The table of keys, and the shapes that their values have."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Article, Author, NewscleanError, Options, Policy, parse_article
from newsclean.readers.keys import ROWS, bare
from newsclean.readers.pictures import STOPGAPS, is_stopgap
from newsclean.readers.shapes import STANDS
from newsclean.readers.written_dates import FORMS

DATE, ADDRESS = "2022-03-31T09:33:00+00:00", "https://example.org/a"
# Field of the row: the value that its keys get, and how the article tells it.
SAMPLES: dict[str, tuple[Any, str, Any]] = {
    "title": ("a &amp; b", "title", "a & b"),
    "subtitle": ("a &amp; b", "subtitle", "a & b"),
    "authors": ("a", "authors", [{"name": "a", "url": None, "raw": "a"}]),
    "author_name": ("a", "authors", [{"name": "a", "url": None, "raw": "a"}]),
    "published": (DATE, "published", "2022-03-31T09:33:00Z"),
    "modified": (DATE, "modified", "2022-03-31T09:33:00Z"),
    "url": (ADDRESS, "url", ADDRESS),
    "categories": (["a", "b"], "categories", ["a", "b"]),
    "tags": ("a, b", "tags", ["a", "b"]),
    "lead_image": (ADDRESS, "lead_image", ADDRESS),
    "thumbnail": (ADDRESS, "thumbnail", ADDRESS),
    "summary": ("<p>a</p>b", "summary", "a b"),
    "language": ("pt_BR", "language", "pt-BR"),
    "site_name": ("a", "site_name", "a"),
    "status": ("private", "status", "private"),
    "draft": (True, "status", "draft"),
    "public": (False, "status", "draft"),
    "free": (False, "is_accessible_for_free", False),
    "paywalled": (False, "is_accessible_for_free", True),
}
KEYS = [(row.field, key) for row in ROWS for key in row.keys.split()]


def of(header: dict[str, Any], body: str = "", **options: Any) -> Article:  # noqa: ANN401 - JSON and options
    """Parse a post with this header."""
    return parse_article(json.dumps(header) + "\n" + body, options=Options(**options)) if header else parse_article(body)


@pytest.mark.parametrize(("field", "key"), [pair for pair in KEYS if pair[0] != "author_url"], ids=lambda pair: pair)
def test_every_key_tells_its_field(field: str, key: str) -> None:
    """In any spelling, and where a mapping is in its way."""
    value, name, told = SAMPLES[field]
    first, _, part = key.partition(".")
    for spelled in (first, first.upper(), f"{first[:2]}_{first[2:]}", f"{first[:2]}-{first[2:]}"):
        article = of({"other": 1, spelled: {part: value} if part else value})
        assert article.model_dump(mode="json")[name] == told, spelled
        assert spelled in article.front_matter


def test_rows() -> None:
    """Each has a reason, no key stands twice for a field, all are in the form that they are compared in."""
    for table in (ROWS, STANDS, STOPGAPS, FORMS):
        assert all(row.why.endswith(".") for row in table)
    assert len(set(KEYS)) == len(KEYS)
    assert all(bare(part) == part for _, key in KEYS for part in key.split("."))


@pytest.mark.parametrize("field", sorted({field for field, _ in KEYS if field in {"title", "published", "url", "summary"}}))
def test_the_first_key_of_the_table_wins(field: str) -> None:
    """Whatever the order of the header; a key without value, or with one that says nothing, is passed over."""
    first, second = [key for name, key in KEYS if name == field][:2]
    values = {
        "published": ("2022-01-01T00:00:00Z", "2022-01-02T00:00:00Z"),
        "url": ("https://a.example/", "https://b.example/"),
    }
    one, other = values.get(field, ("a", "b"))
    told = SAMPLES[field][1]
    assert of({second: other, first: one}) == of({first: one, second: other}).model_copy(
        update={"front_matter": {second: other, first: one}}
    )
    assert getattr(of({second: other, first: one}), told) == getattr(of({first: one}), told)
    nothings: tuple[Any, ...] = ("", None, [], False)
    for nothing in nothings:
        assert getattr(of({first: nothing, second: other}), told) == getattr(of({second: other}), told)


@pytest.mark.parametrize(
    ("header", "authors"),
    [
        ({"author": ["A", {"name": "B", "email": "b@example.org"}, "A"]}, [("A", None), ("B", None)]),
        ({"author": {"display_name": "A", "login": "b", "url": ADDRESS}}, [("A", ADDRESS)]),
        ({"author": "A", "author_login": "b", "author_url": ADDRESS}, [("A", ADDRESS)]),
        ({"author": "", "author_login": "b", "author_email": "c@example.org"}, [("b", None)]),
        ({"author": ["A", "B"], "author_url": ADDRESS}, [("A", None), ("B", None)]),
        ({"author": "A", "authors": ["B"]}, [("A", None)]),
        ({"wp_author": {"login": "b", "Display-Name": "A", "website": "/a"}}, [("A", "/a")]),
        ({"author": "Lima, Ana"}, [("Lima, Ana", None)]),
        ({"author": "A &#123;B&#125;"}, [("A {B}", None)]),
        ({"author": {"email": "b@example.org"}}, []),
        ({"author": True}, []),
    ],
)
def test_author_shapes(header: dict[str, Any], authors: list[tuple[str, str | None]]) -> None:
    """Words, lists, mappings, and keys that complete them; a comma does not part names, since it may part a name itself."""
    assert [(author.name, author.url) for author in of(header).authors] == authors


def test_an_author_completed_by_a_refused_address() -> None:
    """Stays, without it."""
    article = of({"author": "A", "author_url": "javascript:x"})
    assert article.authors == (Author(name="A", raw="A"),)
    assert [(note.code, note.line, note.text) for note in article.notes] == [("unsafe-url", 1, "javascript:x")]


@pytest.mark.parametrize(
    ("header", "tags"),
    [
        ({"tags": "川，水坝、洪水"}, ["川", "水坝", "洪水"]),
        ({"tags": "نهر، سد"}, ["نهر", "سد"]),
        ({"tags": "hong kong"}, ["hong kong"]),
        (
            {"tags": ["a, b", ["c", ["d"]], {"name": "e", "slug": "f"}, {"g": None, "h": None}, True]},
            ["a, b", "c", "d", "e", "g", "h"],
        ),
        ({"tags": [], "keywords": "a,b,,a"}, ["a", "b"]),
        ({"tags": 2022}, ["2022"]),
        ({"tags": "&#123;a&#125;"}, ["{a}"]),
        ({"taxonomies": {"tags": ["a"]}}, ["a"]),
    ],
)
def test_tag_shapes(header: dict[str, Any], tags: list[str]) -> None:
    """Commas of several scripts part a string, spaces and the items of lists are left alone."""
    assert list(of(header).tags) == tags


def test_categories_are_a_path() -> None:
    """In the order of the header; a comma is part of a name."""
    assert of({"categories": ["Papers", "Example Times", ["World", "Papers"]]}).categories == (
        "Papers",
        "Example Times",
        "World",
    )
    assert of({"category": "Arts, Books"}).categories == ("Arts, Books",)


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ({"published": True}, "published"),
        ({"published": False}, "draft"),
        ({"published": False, "status": "publish"}, "draft"),
        ({"published": False, "status": "private"}, "private"),
        ({"draft": False}, "published"),
        ({"draft": "yes"}, "draft"),
        ({"draft": False, "status": "future"}, "scheduled"),
        ({"status": "Publish"}, "published"),
        ({"status": "custom"}, None),
        ({"published": "2022-03-31"}, None),
        ({"title": "a"}, None),
    ],
)
def test_status(header: dict[str, Any], status: str | None) -> None:
    """The most restrictive of what the header says."""
    assert of(header).status == status


@pytest.mark.parametrize(
    ("value", "language", "notes"),
    [
        ("zh-Hant-TW", "zh-Hant-TW", 0),
        ("en_US.UTF-8", "en-US", 0),
        ("English", None, 1),
        (["de"], None, 1),
        ("x" * 99, None, 1),
    ],
)
def test_languages(value: Any, language: str | None, notes: int) -> None:  # noqa: ANN401 - JSON
    """Tags of BCP 47; anything else is noted."""
    article = of({"lang": value})
    assert (article.language, [note.code for note in article.notes]) == (language, ["language-not-understood"] * notes)


def test_dates() -> None:
    """The first that can be read; GMT is GMT whatever an export adds; what is no date is noted with its line."""
    article = parse_article("---\ndate: Invalid Date\npost_date: 2022-03-31 10:00:00 +0200\nlastmod: true\n---\n")
    assert article.published is not None
    assert article.published.isoformat() == "2022-03-31T10:00:00+02:00"
    assert article.modified is None
    assert [(note.code, note.line, note.text) for note in article.notes] == [("date-not-understood", 2, "Invalid Date")]
    greenwich = of({"date_gmt": "2022-03-31 10:00:00 +0200"})
    assert greenwich.published is not None
    assert greenwich.published.isoformat() == "2022-03-31T10:00:00+00:00"
    assert greenwich.notes == ()


@pytest.mark.parametrize(
    ("header", "lead"),
    [
        ({"cover": {"image": "a.png", "alt": "b"}}, "a.png"),
        ({"image": {"path": "a.png"}}, "a.png"),
        ({"images": [{"alt": "b"}, "", "a.png", "b.png"]}, "a.png"),
        ({"header": {"overlay_image": "a.png", "teaser": "b.png"}}, "a.png"),
        ({"image": True, "cover": 3, "banner": "a.png"}, "a.png"),
        ({"image": "javascript:x", "cover": "a.png"}, "a.png"),
        ({"headimg": "https://cors.example.org/?http://example.com/a.png"}, "http://example.com/a.png"),
        ({"cover": "a.png", "permalink": "https://example.org/b/c"}, "https://example.org/b/a.png"),
        ({"headimg": "https://example.org/a.png?w=&#123;w&#125;"}, "https://example.org/a.png?w={w}"),
        ({"image": []}, None),
    ],
)
def test_lead_images(header: dict[str, Any], lead: str | None) -> None:
    """Words, lists, mappings; the first that may be shown, absolute where the header gives a base."""
    assert of(header).lead_image == lead


@pytest.mark.parametrize(
    "value",
    [
        "https://picsum.photos/400/300?random=7",
        "https://picsum.photos/200",
        "http://PICSUM.photos/g/200/300",
        "https://picsum.photos/seed/a/200/300.jpg",
        "https://loremflickr.com/320/240",
        "https://placehold.co/600x400",
        "NA",
        "n/a",
        "#a1b2c3",
        "linear-gradient(red, blue)",
    ],
)
def test_stopgaps(value: str) -> None:
    """No picture, and a note that keeps the value."""
    article = of({"headimg": value, "thumbnail": value})
    assert (article.lead_image, article.thumbnail) == (None, None)
    assert [(note.code, note.text) for note in article.notes] == [("placeholder-image", value)] * 2


@pytest.mark.parametrize(
    "value", ["https://picsum.photos/id/9/4/3", "https://example.org/picsum.photos/4", "na.png", "#", "x" * 9999]
)
def test_no_stopgaps(value: str) -> None:
    """A photo by its id, and names that only look alike."""
    assert not is_stopgap(value)


def test_proxies_are_noted() -> None:
    """The address as written stays in a note."""
    wrapped = "https://cors.example.org/?http://example.com/a.png"
    article = of({"headimg": wrapped, "url": "https://cors.example.org/?http://example.com/b/"}, "<a href=c>d</a>")
    assert (article.lead_image, article.url) == ("http://example.com/a.png", "http://example.com/b/")
    assert [(note.code, note.text) for note in article.notes] == [
        ("proxy-unwrapped", "https://cors.example.org/?http://example.com/b/"),
        ("proxy-unwrapped", wrapped),
    ]
    assert article.links[0].href == "http://example.com/b/c"


@pytest.mark.parametrize(
    ("header", "url"),
    [
        ({"permalink": "/a/", "wordpress_url": ADDRESS}, ADDRESS),
        ({"permalink": " https://example.org/a\n"}, ADDRESS),
        ({"canonicalUrl": ADDRESS, "url": "https://example.org/b"}, ADDRESS),
        ({"url": "https://" + "a" * 3000}, None),
        ({"url": "https://[a/"}, None),
        ({"url": "javascript://example.org/"}, None),
        ({"url": ["https://example.org/b"]}, None),
    ],
)
def test_own_address(header: dict[str, Any], url: str | None) -> None:
    """Only a whole address counts; relative URLs of the body are resolved against it."""
    article = of(header, "<a href='/x'>a</a>")
    assert article.url == url
    assert article.links[0].href == ("/x" if url is None else "https://example.org/x")


def test_the_address_given_comes_first() -> None:
    """And the policy stands above both."""
    source = '{"url": "http://example.org/a/"}\n<a href=x>a</a>'
    assert parse_article(source, url="https://b.example/").links[0].href == "https://b.example/x"
    article = parse_article(source, options=Options(policy=Policy(link_schemes=frozenset({"https"}))))
    assert (article.url, article.links[0].href) == (None, "x")
    assert [(note.code, note.text) for note in article.notes] == [("unsafe-url", "http://example.org/a/")]


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=9)
    | st.sampled_from([DATE, ADDRESS, "<p>", "a, b"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "url", "image", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([key.partition(".")[0] for _, key in KEYS]), VALUES, min_size=1, max_size=6))
def test_any_value_is_answered(header: dict[str, Any]) -> None:
    """With an article that goes through JSON unharmed, or an error of ours."""
    try:
        article = of(header)
    except NewscleanError:
        return
    assert Article.model_validate_json(article.to_json()) == article
    assert set(article.front_matter) == set(header)
