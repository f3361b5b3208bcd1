"""What a page tells of its article outside the text: the table of places, the choices, evidence, limits."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Article, Evidence, Options, Policy
from newsclean.dom import parse_html
from newsclean.readers.page_metadata import PageMetadata, read_page_metadata
from newsclean.rules.page_names import CLASSES, OPENINGS
from newsclean.rules.page_sources import KINDS, SOURCES, WAYS, Source
from tests.cases import Case, cases
from tests.test_growth import DEEP, FACTOR, MOST, lines_executed

URL = "https://example.org/news/1"
DOCS = Path(__file__).parent.parent / "docs" / "page-metadata.md"
MOMENT = datetime(2024, 3, 5, 18, 30, tzinfo=timezone(timedelta(hours=9)))
# What a field is given, and what it is then.
SAMPLES: dict[str, tuple[str, Any]] = {
    "title": ("Dam &amp; river open", "Dam & river open"),
    "subtitle": ("After three weeks of rain", "After three weeks of rain"),
    "authors": ("Ann Example", ["Ann Example"]),
    "published": ("2024-03-05T18:30:00+09:00", MOMENT),
    "modified": ("2024-03-05T18:30:00+09:00", MOMENT),
    "language": ("pt-BR", "pt-BR"),
    "url": ("https://example.org/news/1", "https://example.org/news/1"),
    "site_name": ("Example News", "Example News"),
    "categories": ("Region", ("Region",)),
    "tags": ("dam", ("dam",)),
    "summary": ("Water flows.", "Water flows."),
    "lead_image": ("https://example.org/dam.png", "https://example.org/dam.png"),
    "thumbnail": ("https://example.org/dam.png", "https://example.org/dam.png"),
    "is_accessible_for_free": ("false", False),
}
PLACES = [(row, name) for row in SOURCES for name in row.names.split()]


def read(html: str, url: str | None = None, **options: Any) -> PageMetadata:  # noqa: ANN401 - options
    """Read a page."""
    return read_page_metadata(parse_html(html), url, Options(**options))


FORMS = {
    "meta": '<meta name="{name}" content="{value}">',
    "itemprop": '<p itemprop="{name}">{value}</p>',
    "link": '<link rel="{name}" href="{value}">',
    "rel": '<a rel="{name}" href="/a">{value}</a>',
    "class": '<h1>Dam</h1><p class="x-{word}">{value}</p>',
    "line": "<h1>Dam</h1><p>{word} {value}</p>",
    "address": "<p>a</p>",
}


def page_of(row: Source, name: str) -> str:
    """Write a page on which one place says one thing."""
    value = SAMPLES[row.field][0]
    if row.way == "json-ld":
        told = json.dumps({"@type": "NewsArticle", name: value.replace("&amp;", "&")})
        return f'<script type="application/ld+json">{told}</script>'
    if name == "twitter:data1":
        return f'<meta name="twitter:label1" content="Verfasst von"><meta name="{name}" content="{value}">'
    if row.way == "element":
        tag, _, attribute = name.partition("@")
        return f'<{tag} {attribute}="{value}">a</{tag}>' if attribute else f"<{tag}>{value}</{tag}>"
    word = next((kind.words.split()[0] for kind in CLASSES if kind.name == name), "")
    if row.way == "line":
        word = "By" if row.field == "authors" else "On"
    return FORMS[row.way].format(name=name.replace("*", "anything"), value=value, word=word)


@pytest.mark.parametrize(
    ("row", "name"), PLACES, ids=lambda part: part if isinstance(part, str) else f"{part.field}-{part.way}"
)
def test_every_place_tells_its_field(row: Source, name: str) -> None:
    """Alone on a page it is chosen, and the evidence says so."""
    found = read(page_of(row, name), f"{URL}/2024/3/5/a" if row.way == "address" else None)
    wanted = datetime(2024, 3, 5, tzinfo=UTC) if row.way == "address" else SAMPLES[row.field][1]
    told = getattr(found, row.field)
    if row.field == "authors":
        told = [author["name"] for author in told]
    elif row.field == "lead_image":
        told = told.src
    assert told == wanted
    chosen = [told["source"] for told in found.evidence if told["field"] == row.field and told["chosen"]]
    assert chosen == [f"{row.way}:{name}"]


def test_rows() -> None:
    """Each has a reason; no place stands twice for a field; every way is explained."""
    tables: tuple[tuple[Any, ...], ...] = (SOURCES, KINDS, CLASSES, OPENINGS)
    assert all(row.why.endswith(".") for table in tables for row in table)
    assert len({(row.field, row.way, name) for row, name in PLACES}) == len(PLACES)
    assert {row.way for row in SOURCES} == {way for way, _ in WAYS}
    assert {row.field for row in SOURCES} == SAMPLES.keys() <= set(PageMetadata._fields) & set(Article.model_fields)


def test_the_documentation_shows_the_table() -> None:
    """Row by row, in the order of the table."""
    shown = [line for line in DOCS.read_text("utf-8").split("\n") if line.startswith("| ")]
    rows = [
        f"| {row.field} | {row.way} | {', '.join(f'`{name}`' for name in row.names.split())} | {row.why} |" for row in SOURCES
    ]
    assert [line for line in shown if line in rows] == rows
    assert all(f"| {way} | {what} |" in shown for way, what in WAYS)


@pytest.mark.parametrize("case", cases("head"), ids=str)
def test_head(case: Case, request: pytest.FixtureRequest) -> None:
    """What is read is exactly as reviewed; `--accept SLUG` writes the expectation of one case."""
    found = json.loads(json.dumps(_plain(read(case.source.decode(), case.url)), default=datetime.isoformat))
    accepted = request.config.getoption("--accept")
    if accepted is not None and accepted != str(case):
        pytest.skip(f"only {accepted} is accepted in this run")
    if accepted is not None:
        case.expectation.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
        pytest.skip(f"wrote {case.expectation}: review the diff")
    assert case.expectation.exists(), f"no expectation: pytest --accept {case}, then review it"
    assert found == case.expected


def _plain(found: PageMetadata) -> dict[str, Any]:
    """Give what says something, evidence as lines."""
    plain = {name: value for name, value in found._asdict().items() if value is not None and value != ()}
    if found.lead_image is not None:
        plain["lead_image"] = found.lead_image._asdict()
    plain["notes"] = [f"{note.code}: {note.text}" for note in found.notes]
    plain["evidence"] = [
        f"{told['field']} {'=' if told['chosen'] else '-'} {told['why']} {told['source']} {told['value']}"
        for told in found.evidence
    ]
    return plain


def test_fields_make_an_article() -> None:
    """All of them are fields of the Article, as it validates them."""
    found = read(cases("head")[1].source.decode(), URL)
    article = Article.model_validate(found.fields() | {"notes": found.notes})
    assert article.evidence
    assert all(isinstance(told, Evidence) for told in article.evidence)
    assert article.lead_image == (found.lead_image and found.lead_image.src)
    assert Article.model_validate_json(article.to_json()) == article


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<h1>Dam opens</h1><title>Dam opens - Paper</title>", "Dam opens"),
        ("<h1>Paper</h1><meta property=og:site_name content=Paper><title>Dam opens | Paper</title>", "Dam opens"),
        ("<h1>Local: Dam opens at last</h1><meta property=og:title content='Dam opens at last'>", "Dam opens at last"),
        ("<h1>Dam :opens</h1><meta property=og:title content='Dam: opens'>", "Dam: opens"),
        ("<h1>Dam opens</h1><meta property=og:title content='You will not believe what opens'>", "Dam opens"),
        ("<h1>News</h1><h1>Dam opens today</h1><title>The dam opens today</title>", "Dam opens today"),
        ("<h1><span class=kicker>Dam</span></h1>", "Dam"),
        ("<h1></h1><title>Dam</title>", "Dam"),
        ("<svg><title>Icon</title></svg><p>a</p>", None),
    ],
)
def test_titles(html: str, title: str | None) -> None:
    """The headline as printed, checked against the others."""
    assert read(html).title == title


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ('<meta name=author content="https://example.org/ann">', []),
        ('<meta name=author content="admin">', []),
        ("<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ann Example'>", ["Ann Example"]),
        ("<meta name=twitter:label1 content='Reading time'><meta name=twitter:data1 content='Ten Minutes'>", []),
        ("<p itemprop=author>abc/de; fg</p>", ["abc/de", "fg"]),
        ("<footer><a rel=author>Ann Example</a></footer>", ["Ann Example"]),
        ("<p class=byline>By <b>Ann</b> <b>Example</b></p>", ["Ann Example"]),
        ("<p class=byline><a>Ann Example</a><a>Ben Sample</a> 3 May 2024</p>", ["Ann Example", "Ben Sample"]),
        ("<p class=byline>By Ann Example<br>3 May 2024</p>", ["Ann Example"]),
        ("<div class=comment><p class=author>Ann Example</p></div>", []),
        ("<figure><p class=author>Ann Example</p></figure>", []),
        ("<p class=byline>" + "Ann Example " * 60 + "</p>", []),
        ('<meta name=author content="Example News"><meta property=og:site_name content="Example News">', ["Example News"]),
        (
            "<meta property=og:site_name content=A><meta name=author content=A><meta name=author content='Ann Example'>",
            ["Ann Example"],
        ),
    ],
)
def test_authors(html: str, names: list[str]) -> None:
    """Names, not addresses, accounts, comments and credits; the site where nobody else is named."""
    assert [author["name"] for author in read(f"<h1>Dam</h1>{html}").authors] == names


@pytest.mark.parametrize(
    ("html", "moment", "code"),
    [
        ("<meta name=date content=2024-03-05><time datetime=2024-03-05T10:00+01:00>", "2024-03-05T10:00:00+01:00", None),
        (
            "<meta name=date content='2024-03-05 10:00:07'><time datetime=2024-03-05T09:00:07Z>",
            "2024-03-05T09:00:07+00:00",
            None,
        ),
        (
            "<meta name=date content='2024-03-05 10:00:07'><time datetime=2024-03-05T09:01:07Z>",
            "2024-03-05T10:00:07+00:00",
            "zone",
        ),
        ("<meta name=date content=soon>", None, "date"),
        ("<h1>a</h1><p>A caption of 3 May 1950, long before there was any dam in this valley</p>", None, None),
    ],
)
def test_dates(html: str, moment: str | None, code: str | None) -> None:
    """The first that can be read, with the clock and the zone of another that says the same."""
    found = read(html)
    assert (found.published and found.published.isoformat()) == moment
    assert [note.code.partition("-")[0] for note in found.notes] == ([] if code is None else [code])


def test_zone_of_the_options() -> None:
    """For dates that name none."""
    zone = timezone(timedelta(hours=8))
    found = read("<meta name=date content='2024-03-05 10:00'>", default_tz=zone)
    assert found.published == datetime(2024, 3, 5, 10, tzinfo=zone)


def test_addresses_pass_the_policy() -> None:
    """Relative ones are completed by the `base`, else by the address of the page; others are refused."""
    head = "<meta property=og:image content=a.png><link rel=canonical href=/b><a rel=author href=c>Ann Example</a>"
    found = read(head, URL)
    assert found.lead_image is not None
    assert (found.lead_image.src, found.url) == ("https://example.org/news/a.png", URL)
    assert found.authors[0]["url"] == "https://example.org/news/c"
    based = read(f"<base href=//img.example.org/x/>{head}", URL)
    assert based.lead_image is not None
    assert based.lead_image.src == "https://img.example.org/x/a.png"
    unsafe = read(
        "<meta property=og:image content=javascript:a><link rel=canonical href=javascript:b>"
        "<a rel=author href='java&#10;script:c'>Ann Example</a>"
    )
    assert (unsafe.lead_image, unsafe.url, unsafe.authors[0]["url"]) == (None, None, None)
    strict = read(
        "<meta property=og:image content=http://example.org/a.png>", policy=Policy(media_schemes=frozenset({"https"}))
    )
    assert strict.lead_image is None


def test_values_are_limited() -> None:
    """In size and in number, evidence included."""
    many = "".join(f"<meta property=article:tag content=t{at}>" for at in range(500))
    found = read(f"<title>{'a' * 9_000}</title><meta name=description content='{'b ' * 90_000}'>{many}")
    assert len(found.title or "") <= 500
    assert len(found.summary or "") <= 10_000
    assert len(found.tags) <= 100
    assert all(len(told["value"]) <= 200 for told in found.evidence)


def test_characters_that_nothing_can_hold() -> None:
    """Control characters and halves of surrogate pairs are gone from every value."""
    told = r'{"@type":"Article","headline":"a\u0000\ud800b\u001b","author":"Ann\u0007 Example","keywords":["\udc00"]}'
    found = read(f'<script type="application/ld+json">{told}</script>')
    article = Article.model_validate(found.fields())
    assert (article.title, article.authors[0].name) == ("a\ufffdb", "Ann Example")
    assert Article.model_validate_json(article.to_json()) == article


PIECES = st.sampled_from(
    ["<h1>", "</h1>", "<title>", "<meta name=author content='", "<meta property=og:title content='", "'>", "Ann Example", "By ",
     "<p class=byline>", "<time datetime=2024-01-01>", "<a rel=author href=x>", "<p itemprop='author headline'>", "</p>", "a | b",
     '<script type="application/ld+json">', "</script>", '{"@type":"Article","author":[', '{"@id":"#a"},', "]}", "2024-03-05", "\ud800",
     "<svg>", "<base href='", "http://[", "\0", "3. März 2024", "<html lang=", "&#0;", '"', ",", "水"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_page_is_read(html: str) -> None:
    """Whatever it is, there is an answer that makes an Article, the same each time."""
    found = read(html, URL)
    article = Article.model_validate(found.fields() | {"notes": found.notes})
    assert Article.model_validate_json(article.to_json()) == article
    assert read(html, URL) == found


def _ld(inside: str) -> str:
    return f'<script type="application/ld+json">{inside}</script>'


GROWING: dict[str, Callable[[int], str]] = {
    "headlines": lambda n: "<h1>Dam opens" * n,
    "metas": lambda n: "<meta property=og:title content='Dam opens'>" * n,
    "separators": lambda n: f"<h1>Dam {'- a ' * n}</h1><title>Dam {'- a ' * n}</title>",
    "authors": lambda n: _ld('{"@type":"Article","author":[' + '{"name":"Ann Example"},' * n + "{}]}"),
    "graph": lambda n: _ld('{"@graph":[' + '{"@type":"Article","@id":"#a","author":{"@id":"#a"}},' * n + "{}]}"),
    "references": lambda n: _ld(
        '{"@graph":[{"@id":"#a",' + ",".join(f'"k{at}":1' for at in range(n)) + '},{"@type":"Article","author":['
        + '{"@id":"#a"},' * n + "{}]}]}"
    ),
    "nested-json": lambda n: _ld('[{"@graph":' * n),
    "quotes": lambda n: _ld('{"a":"' + '"b ' * n),
    "quotes-and-spaces": lambda n: _ld('{"a":"' + '" ' * n + " " * n),
    "comments": lambda n: _ld("/*" * n + "/ " * n),
    "backslashes": lambda n: _ld('{"' + "\\" * n),
    "scripts": lambda n: _ld('{"@type":"Article"}') * n,
    "bylines": lambda n: "<h1>Dam</h1>" + "<div class=byline>By Ann Example" * n,
    "items": lambda n: "<p itemprop='author headline datePublished'>Ann Example" * n,
    "times": lambda n: "<h1>Dam</h1>" + "<time class=date>soon</time>" * n,
    "classes": lambda n: "".join(f"<p class='author{at} date{at}'>" for at in range(n)),
    "words-of-a-class": lambda n: f"<p class='{'author ' * n}'>a",
    "names": lambda n: f"<meta name=author content='{'Ann Example and ' * n}'>",
    "keywords": lambda n: f"<meta name=keywords content='{'a, ' * n}'>",
    "dated-lines": lambda n: "<h1>Dam</h1>" + "<div>3. May 2024 a" * n,
    "spaces": lambda n: f"<h1>a{' ' * n}b</h1><title>a{' ' * n}b</title>",
    "drawings": lambda n: "<svg>" * n + "<title>a</title>" * n,
}  # fmt: skip


@pytest.mark.parametrize("name", GROWING)
def test_work_is_linear(name: str) -> None:
    """Four times the page, four times the lines at most; beyond every limit."""
    small, large = (parse_html(GROWING[name](size)) for size in (DEEP, DEEP * FACTOR))
    read_page_metadata(small, URL)
    counts = [lines_executed(partial(read_page_metadata, tree, URL)) for tree in (small, large)]
    assert counts[1] <= MOST * counts[0], counts


@pytest.mark.timing
@pytest.mark.parametrize("name", GROWING)
def test_time_is_linear(name: str) -> None:
    """Of expressions too, which no line counts."""

    def seconds(size: int) -> float:
        tree = parse_html(GROWING[name](size))
        took = []
        for _ in range(2):
            start = process_time()
            read_page_metadata(tree, URL)
            took.append(process_time() - start)
        return min(took)

    small, large = seconds(4 * DEEP), seconds(16 * DEEP)
    assert large <= 9 * small + 0.02, (small, large)


@pytest.mark.parametrize(
    ("address", "day"),
    [("/2024/03/05/dam", "2024-03-05"), ("/2024-03/05/dam", "2024-03-05"), ("/20240305/dam", "2024-03-05"), ("/news-2024-03-05", None),
     ("/2024/13/05/dam", None), ("/2024123/dam", None), ("/2024/03/dam", None), ("/120240305", None)],
)  # fmt: skip
def test_dates_in_addresses(address: str, day: str | None) -> None:
    """Year, month and day as folders, of the address that was given or the one that the page gives."""
    url = f"https://example.org{address}"
    for found in (read("<p>a", url), read(f"<link rel=canonical href={url}>")):
        assert (found.published and found.published.date().isoformat()) == day
