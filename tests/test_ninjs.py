"""IPTC ninjs: valid, every picture an association, nothing lost."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from newsclean import Article, parse_article, read_canonical
from newsclean.models.article import Author
from newsclean.models.blocks import Block, Candidate, Embed, Figure, Image, Paragraph
from newsclean.models.text import Text
from newsclean.models.views import plain_texts
from tests import strategies
from tests.cases import URL, cases
from tests.json_standards import faults
from tests.test_corpus import html_posts
from tests.test_jsonld import characters


def described(part: dict[str, Any], role: str) -> str | None:
    """Give the description of a role."""
    return next((words["value"] for words in part.get("descriptions", ()) if words["role"] == role), None)


def check(article: Article) -> dict[str, Any]:
    """Check one article against all that is promised."""
    written = article.to_ninjs()
    assert written == article.to_ninjs()
    assert not set("<>&\u2028\u2029") & set(written)
    found: dict[str, Any] = json.loads(written)
    assert faults("ninjs", found) == []
    html, plain = found["bodies"]
    assert html["value"] == article.to_html()
    assert not characters("".join(plain_texts(article.blocks))) - characters(plain["value"])
    pictures = [part for part in found.get("associations", ()) if part["type"] == "picture"]
    shown = [(part.get("title"), described(part, "alt"), described(part, "caption"), part.get("by")) for part in pictures]
    is_apart = article.lead_image is not None and article.lead_image not in {pair.image.src for pair in article.images}
    expected = [
        (image.title or None, image.alt or None, *((words.text or None) if words else None for words in rest))
        for image, *rest in article.images
    ]
    assert shown == [(None, None, None, None)] * is_apart + expected
    files = [sum(file.url != image.src for file in image.candidates) + 1 for image, *_ in article.images]
    assert [len(part["renditions"]) for part in pictures] == [1] * is_apart + files
    assert [part["name"] for part in pictures].count("lead") == (article.lead_image is not None)
    addresses = [part["uri"] for part in found.get("associations", ())]
    assert len({*addresses, found["uri"]}) == len(addresses) + 1
    return found


@settings(max_examples=60)
@given(strategies.bodies)
def test_any_article(blocks: tuple[Block, ...]) -> None:
    """Whatever blocks it has; the main picture may stand among them."""
    check(Article(title="a", blocks=blocks, lead_image="/a b"))
    check(Article(blocks=blocks, url="https://example.org/水?a[]=%#b"))


@pytest.mark.parametrize("case", cases("post"), ids=str)
def test_fixtures(case: Any) -> None:  # noqa: ANN401 - Case
    """Every fixture; the HTML in it reads back."""
    article = parse_article(case.source, url=case.url)
    again = read_canonical(check(article)["bodies"][0]["value"])
    assert all(old.same_content(new) for old, new in zip(article.blocks, again, strict=True))


@pytest.mark.corpus
def test_corpus_ninjs(shared: Path) -> None:
    """Every post of the corpus, with and without the address that makes those of its pictures absolute."""
    for path in html_posts(shared):
        check(parse_article(path.read_bytes()))
        check(parse_article(path.read_bytes(), url=URL))


def test_all_fields() -> None:
    """Each at its place, as the standard names it."""
    files = (
        Candidate(url="https://example.org/p.png"),
        Candidate(url="/p-2x.png", density=2.0),
        Candidate(url="https://example.org/l.png", width=900),
    )
    picture = Image(src="https://example.org/p.png", alt="a dam", title="t", width=640, height=480, candidates=files)
    figure = Figure(images=(picture,), caption=Text(text="The dam"), credit=Text(text="Photo: B"))
    film = Embed(kind="video", url="https://v.example.org/1", title="Film", caption=Text(text="Seen"))
    article = Article(
        title="Dam opens",
        subtitle="At last",
        authors=(Author(name="A", url="https://example.org/a"), Author(name="B", url="/b"), Author(name="C")),
        published=datetime(2022, 3, 31, 9, 33, tzinfo=UTC),
        status="scheduled",
        language="en",
        site_name="The Dam",
        url="https://example.org/1#top",
        categories=("News",),
        tags=("dam",),
        summary="It opens.",
        lead_image="https://example.org/p.png",
        thumbnail="/t.png",
        blocks=(Paragraph(text="Water flows."), figure, film),
    )
    found = check(article)
    bodies = found.pop("bodies")
    assert bodies[1] == {
        "role": "main",
        "contentType": "text/plain",
        "charCount": 18,
        "wordCount": 2,
        "value": "Water flows.\n\nFilm",
    }
    assert found == {
        "uri": "https://example.org/1#top",
        "type": "text",
        "standard": {"name": "ninjs", "version": "3.0", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"},
        "language": "en",
        "firstCreated": "2022-03-31T09:33:00+00:00",
        "versionCreated": "2022-03-31T09:33:00+00:00",
        "embargoed": "2022-03-31T09:33:00+00:00",
        "pubStatus": "withheld",
        "headlines": [
            {"role": "main", "contentType": "text/plain", "value": "Dam opens"},
            {"role": "subtitle", "contentType": "text/plain", "value": "At last"},
        ],
        "descriptions": [{"role": "summary", "contentType": "text/plain", "value": "It opens."}],
        "by": "A, B, C",
        "people": [
            {"name": "A", "rel": "author", "uri": "https://example.org/a"},
            {"name": "B", "rel": "author", "contactInfo": [{"type": "web", "value": "/b"}]},
            {"name": "C", "rel": "author"},
        ],
        "infoSources": [{"name": "The Dam"}],
        "subjects": [{"name": "News", "rel": "category"}, {"name": "dam", "rel": "tag"}],
        "renditions": [{"name": "thumbnail", "originalFilename": "/t.png"}],
        "associations": [
            {
                "name": "lead",
                "uri": "https://example.org/1#lead",
                "type": "picture",
                "title": "t",
                "by": "Photo: B",
                "descriptions": [
                    {"role": "caption", "contentType": "text/plain", "value": "The dam"},
                    {"role": "alt", "contentType": "text/plain", "value": "a dam"},
                ],
                "renditions": [
                    {"name": "main", "href": "https://example.org/p.png", "width": 640, "height": 480},
                    {"name": "2x", "originalFilename": "/p-2x.png"},
                    {"name": "900w", "href": "https://example.org/l.png", "width": 900},
                ],
            },
            {
                "name": "video-1",
                "uri": "https://example.org/1#video-1",
                "type": "video",
                "title": "Film",
                "descriptions": [{"role": "caption", "contentType": "text/plain", "value": "Seen"}],
                "renditions": [{"name": "main", "href": "https://v.example.org/1"}],
            },
        ],
    }


def test_articles_without_address() -> None:
    """The same article has the same name, another has another; pictures are named below it."""
    one, other = (Article(title="a", blocks=(Paragraph(text=text),), lead_image="/a") for text in "bc")
    assert check(one)["uri"] == check(one.model_copy())["uri"]
    assert check(one)["uri"] != check(other)["uri"]
    assert check(one)["uri"].startswith("urn:uuid:")
    assert check(one)["associations"][0]["uri"] == f"{check(one)['uri']}#lead"
    assert check(Article(url="/relative"))["uri"].startswith("urn:uuid:")


def test_galleries_keep_all_words() -> None:
    """What is printed under the whole gallery stands beside what is printed under one picture."""
    own = Image(src="/a.png", caption=Text(text="one"), credit=Text(text="A"))
    gallery = Figure(images=(own, Image(src="/b.png")), caption=Text(text="all"), credit=Text(text="B"))
    first, second = check(Article(blocks=(gallery,)))["associations"]
    assert (described(first, "gallery"), described(first, "gallery-credit")) == ("all", "B")
    assert (described(second, "caption"), second["by"], described(second, "gallery")) == ("all", "B", None)


@pytest.mark.parametrize(("status", "expected"), [("published", "usable"), ("private", "withheld"), (None, None)])
def test_only_what_is_published_is_usable(status: Any, expected: str | None) -> None:  # noqa: ANN401 - a Literal
    """Where the header says nothing, neither do we."""
    assert check(Article(status=status)).get("pubStatus") == expected


def test_long_words_of_a_gallery_are_said_once() -> None:
    """Else what is written could grow with the square of the post."""
    images = (Image(src="/a.png", caption=Text(text="one")), Image(src="/b.png"), Image(src="/c.png"))
    for length, times in ((2_000, 3), (2_001, 1)):
        gallery = Figure(images=images, caption=Text(text="x" * length))
        parts = json.loads(Article(blocks=(gallery,)).to_ninjs())["associations"]
        assert sum("x" * length in words["value"] for part in parts for words in part.get("descriptions", ())) == times
