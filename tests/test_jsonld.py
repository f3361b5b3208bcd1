"""JSON-LD of schema.org: types of all properties, every picture with its words, safe in a page."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import MappingProxyType
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings

from newsclean import Article, parse_article
from newsclean.models.article import Author
from newsclean.models.blocks import Block, Embed, Figure, Image, Paragraph, Quote
from newsclean.models.text import Text
from newsclean.models.views import plain_texts
from tests import strategies
from tests.cases import cases
from tests.json_standards import faults, is_moment, is_uri_reference
from tests.test_corpus import html_posts

# What schema.org says that a property of these types holds; only those that we write.
MEDIA = {"url": "URL", "contentUrl": "URL", "name": "Text", "caption": "Text"}
ARTICLE = {
    "headline": "Text",
    "alternativeHeadline": "Text",
    "description": "Text",
    "url": "URL",
    "mainEntityOfPage": "WebPage",
    "author": "Person",
    "publisher": "Organization",
    "datePublished": "DateTime",
    "dateModified": "DateTime",
    "creativeWorkStatus": "Text",
    "inLanguage": "Text",
    "articleSection": "Text",
    "keywords": "Text",
    "isAccessibleForFree": "Boolean",
    "thumbnailUrl": "URL",
    "image": "ImageObject",
    "video": "VideoObject",
    "audio": "AudioObject",
    "articleBody": "Text",
    "wordCount": "Integer",
}
PROPERTIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "NewsArticle": ARTICLE,
        "Article": ARTICLE,
        "BlogPosting": ARTICLE,
        "Person": {"name": "Text", "url": "URL"},
        "Organization": {"name": "Text"},
        "WebPage": {"@id": "URL"},
        "ImageObject": MEDIA
        | {
            "description": "Text",
            "creditText": "Text",
            "width": "QuantitativeValue",
            "height": "QuantitativeValue",
            "isPartOf": "ImageGallery",
            "representativeOfPage": "Boolean",
        },
        "ImageGallery": {"description": "Text", "creditText": "Text"},
        "VideoObject": MEDIA,
        "AudioObject": MEDIA,
        "QuantitativeValue": {"value": "Integer", "unitCode": "Text"},
    }
)


def wrong_types(thing: dict[str, Any]) -> Iterator[str]:
    """Give each property that its type does not have, and each value that is not of the expected type."""
    for name, value in thing.items():
        if name in {"@context", "@type"}:
            continue
        expected = PROPERTIES[thing["@type"]].get(name)
        for part in value if isinstance(value, list) else [value]:
            if not is_of(expected, part):
                yield f"{thing['@type']}.{name}: {part!r}"
            elif isinstance(part, dict):
                yield from wrong_types(part)


def is_of(expected: str | None, value: object) -> bool:
    """Tell whether a value is of a type of schema.org."""
    match expected:
        case None:
            return False
        case "Text":
            return isinstance(value, str) and value != ""
        case "URL":
            return isinstance(value, str) and is_uri_reference(value)
        case "DateTime":
            return isinstance(value, str) and is_moment(value)
        case "Boolean":
            return isinstance(value, bool)
        case "Integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case _:
            return isinstance(value, dict) and value.get("@type") == expected


def characters(text: str) -> Counter[str]:
    """Count what is no white space."""
    return Counter("".join(text.split()))


def check(article: Article) -> None:
    """Check one article against all that is promised."""
    written = article.to_jsonld()
    assert not set("<>&\u2028\u2029") & set(written)
    found = json.loads(written)
    assert faults("jsonld", found) == []
    assert list(wrong_types(found)) == []
    body, wanted = found.get("articleBody", ""), "".join(plain_texts(article.blocks))
    assert not characters(wanted) - characters(body)
    shown = [(part.get("name"), part.get("caption"), part.get("creditText")) for part in found.get("image", ())]
    pairs = [(pair.image.title, pair.caption, pair.credit) for pair in article.images]
    expected = [(title or None, *((words.text or None) if words else None for words in rest)) for title, *rest in pairs]
    is_apart = article.lead_image is not None and article.lead_image not in {pair.image.src for pair in article.images}
    assert shown == [(None, None, None)] * is_apart + expected
    marked = [part["url"] for part in found.get("image", ()) if part.get("representativeOfPage")]
    assert len(marked) == (article.lead_image is not None)


@settings(max_examples=60)
@given(strategies.bodies)
def test_any_article(blocks: tuple[Block, ...]) -> None:
    """Whatever blocks it has; the main picture may stand among them."""
    check(Article(title="a", blocks=blocks, lead_image="/a b"))
    check(Article(blocks=blocks))


def test_safe_in_a_page() -> None:
    """A reader of HTML sees one script that holds all of it, whatever the article says."""
    words = "</script><!--<script>]]>-->\u2028<img src=x>&lt;"
    written = Article(title=words, blocks=(Paragraph(text=words),)).to_jsonld()
    document = html5lib.parse(f'<script type="application/ld+json">{written}</script><p>', namespaceHTMLElements=False)
    (script,) = document.iter("script")
    assert script.text == written
    assert json.loads(script.text)["headline"] == json.loads(script.text)["articleBody"] == words
    assert len(list(document.iter("img"))) == 0


@pytest.mark.parametrize("case", cases("post"), ids=str)
def test_fixtures(case: Any) -> None:  # noqa: ANN401 - Case
    """Every fixture."""
    check(parse_article(case.source, url=case.url))


@pytest.mark.corpus
def test_corpus_jsonld(shared: Path) -> None:
    """Every post of the corpus."""
    for path in html_posts(shared):
        check(parse_article(path.read_bytes()))


def test_the_judge_says_no() -> None:
    """Unknown properties, values of other types."""
    thing = {"@type": "Article", "headline": 1, "title": "a", "author": ["a"], "image": [{"@type": "ImageObject", "width": 1}]}
    assert list(wrong_types(thing)) == [
        "Article.headline: 1",
        "Article.title: 'a'",
        "Article.author: 'a'",
        "ImageObject.width: 1",
    ]


def test_all_fields() -> None:
    """Each at its place, as a reader of the standard expects it."""
    picture = Image(src="/p.png", alt="a dam", title="t", width=640, height=480)
    figure = Figure(images=(picture,), caption=Text(text="The dam"), credit=Text(text="Photo: B"))
    film = Embed(kind="video", url="https://v.example.org/1", provider="v", title="Film", caption=Text(text="Seen"))
    sound = Embed(kind="audio", url="/a.mp3")
    article = Article(
        title="Dam opens",
        subtitle="At last",
        authors=(Author(name="A", url="https://example.org/a"), Author(name="B")),
        published=datetime(2022, 3, 31, 9, 33, tzinfo=timezone(timedelta(hours=8))),
        modified=datetime(2022, 4, 1, tzinfo=timezone.utc),  # noqa: UP017 - as above
        status="draft",
        language="en",
        site_name="The Dam",
        url="https://example.org/1 2",
        categories=("News",),
        tags=("dam", "water"),
        summary="It opens.",
        lead_image="/p.png",
        thumbnail="/t.png",
        blocks=(Paragraph(text="Water flows."), Quote(blocks=(figure, film, sound)), Embed(kind="frame", url="/map")),
        is_accessible_for_free=False,
    )
    check(article)
    assert json.loads(article.to_jsonld(kind="Article", indent=1)) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "Dam opens",
        "alternativeHeadline": "At last",
        "description": "It opens.",
        "url": "https://example.org/1%202",
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://example.org/1%202"},
        "author": [{"@type": "Person", "name": "A", "url": "https://example.org/a"}, {"@type": "Person", "name": "B"}],
        "publisher": {"@type": "Organization", "name": "The Dam"},
        "datePublished": "2022-03-31T09:33:00+08:00",
        "dateModified": "2022-04-01T00:00:00+00:00",
        "creativeWorkStatus": "Draft",
        "inLanguage": "en",
        "articleSection": ["News"],
        "keywords": ["dam", "water"],
        "isAccessibleForFree": False,
        "thumbnailUrl": "/t.png",
        "image": [
            {
                "@type": "ImageObject",
                "url": "/p.png",
                "contentUrl": "/p.png",
                "name": "t",
                "description": "a dam",
                "caption": "The dam",
                "creditText": "Photo: B",
                "width": {"@type": "QuantitativeValue", "value": 640, "unitCode": "E37"},
                "height": {"@type": "QuantitativeValue", "value": 480, "unitCode": "E37"},
                "representativeOfPage": True,
            }
        ],
        "video": [{"@type": "VideoObject", "url": "https://v.example.org/1", "name": "Film", "caption": "Seen"}],
        "audio": [{"@type": "AudioObject", "url": "/a.mp3"}],
        "articleBody": "Water flows.\n\n> Film",
        "wordCount": 2,
    }


def test_galleries_keep_all_words() -> None:
    """What is printed under the whole gallery stands beside what is printed under one picture."""
    own = Image(src="/a.png", caption=Text(text="one"), credit=Text(text="A"))
    gallery = Figure(images=(own, Image(src="/b.png")), caption=Text(text="all"), credit=Text(text="B"))
    first, second = json.loads(Article(blocks=(gallery,)).to_jsonld())["image"]
    assert (first["caption"], first["creditText"]) == ("one", "A")
    assert first["isPartOf"] == {"@type": "ImageGallery", "description": "all", "creditText": "B"}
    assert (second["caption"], second["creditText"], "isPartOf" in second) == ("all", "B", False)


@pytest.mark.parametrize(
    ("key", "value", "free"),
    [
        ("isAccessibleForFree", True, True),
        ("is_accessible_for_free", False, False),
        ("paywall", True, False),
        ("paywall", False, True),
        ("paywall", "metered", None),
        ("free", True, None),
    ],
)
def test_free_only_if_known(key: str, value: bool | str, free: bool | None) -> None:
    """As the header says it, never guessed."""
    article = parse_article(json.dumps({key: value, "title": "a"}) + "\n<p>b</p>")
    assert article.is_accessible_for_free is free
    assert json.loads(article.to_jsonld()).get("isAccessibleForFree") is free


def test_zones_with_seconds() -> None:
    """Local mean times of before there were zones; the first year too."""
    for year in (1, 1900):
        odd = datetime(year, 1, 1, tzinfo=timezone(timedelta(minutes=19, seconds=32)))
        assert json.loads(Article(published=odd).to_jsonld())["datePublished"] == f"{year:04}-01-01T00:00:00+00:19"
