"""JSON as pages hold it: what is JSON is read as such, of anything else what can be made out, and nothing raises."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.readers.json_ld import Marks, kind_of, read_linked
from newsclean.readers.loose_json import MOST_CHARS, MOST_DEPTH, read_loose_json
from newsclean.readers.page_titles import address_key, title_key

_leaves = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False), st.text()
)
VALUES = st.recursive(
    _leaves,
    lambda inside: st.one_of(st.lists(inside, max_size=4), st.dictionaries(st.text(), inside, max_size=4)),
    max_leaves=20,
)
CONTAINERS = st.one_of(st.lists(VALUES, max_size=4), st.dictionaries(st.text(), VALUES, max_size=4))


@given(VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_json_is_read_as_json(value: Any, indent: int | None, ascii_only: bool) -> None:  # noqa: ANN401
    """Whatever it holds, however it is written."""
    assert read_loose_json(json.dumps(value, indent=indent, ensure_ascii=ascii_only)) == (value,)


@given(
    CONTAINERS, st.sampled_from([("<!--", "-->"), ("//<![CDATA[\n", "\n//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("\ufeff ", ";")])
)
def test_wrapped(value: Any, wrapper: tuple[str, str]) -> None:  # noqa: ANN401
    """As scripts were hidden from old browsers and from XML."""
    before, after = wrapper
    assert read_loose_json(before + json.dumps(value) + after) == (value,)


# Words without the signs that the reader goes by.
_plain = st.text(st.characters(exclude_characters='"\\{}[]:,/', exclude_categories=["Cs", "Cc"]), max_size=8)
PLAIN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**15), 10**15), _plain),
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(_plain, inside, max_size=3)),
    max_leaves=12,
)
PLAIN_CONTAINERS = st.one_of(st.lists(PLAIN, max_size=3), st.dictionaries(_plain, PLAIN, max_size=3))


@given(st.lists(PLAIN_CONTAINERS, min_size=1, max_size=3))
def test_faults_of_templates(values: list[Any]) -> None:
    """Several objects, commas too many, comments, and an end that is missing change nothing of what is there."""
    several = " ".join(json.dumps(value) for value in values)
    assert read_loose_json(f"{several} // end") == tuple(values)
    commas = " ".join(json.dumps(value).replace("]", ",]").replace("}", ", /* } */ }") for value in values)
    assert read_loose_json(commas) == tuple(values)
    assert read_loose_json(several.rstrip("]}")) == tuple(values)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": "b\nc\td"}', ({"a": "b\nc\td"},)),
        ('{"a": "say "b" and "c", or d", "e": 1}', ({"a": 'say "b" and "c", or d', "e": 1},)),
        ('{"a": "b"\n"c": "d"}', ({"a": "b", "c": "d"},)),
        (r'{"a": "it\'s \x C:\dam \ud83d\ude00",}', ({"a": "it's x C:dam 😀"},)),
        ("{&quot;a&quot;: &quot;b &amp; c&quot;}", ({"a": "b & c"},)),
        ('{"a": 1, "a": 2}', ({"a": 2},)),
        ('{"a": 1}]', ({"a": 1},)),
        ('[{"a": [1, 2}, {"b": 3}]', ([{"a": [1, 2]}, {"b": 3}],)),
        ('{"a": , "b": 1}', ({"b": 1},)),
        ('{a: 1, "b": undefined}', ({"a": 1, "b": "undefined"},)),
        ('{"a": NaN, "b": 123456789012345678901}', ({"a": "NaN", "b": "123456789012345678901"},)),
        ("no json", ()),
        ("", ()),
    ],
)
def test_faults(text: str, values: tuple[Any, ...]) -> None:
    """Each as it stands on pages."""
    assert read_loose_json(text) == values


@given(st.text(st.sampled_from(list('{}[]",:\\/*<>!-;&tfn0 \n\t\ud800a')), max_size=60))
def test_nothing_raises(text: str) -> None:
    """Whatever stands there."""
    read_loose_json(text)
    read_linked([text], Marks((), frozenset()))


def test_depth_and_size_are_limited() -> None:
    """What is deeper than anybody means is left out, with or without faults; what is longer is not read."""
    for end in ("", "]" * 100_000, "}"):
        (value,) = read_loose_json("[" * 100_000 + end)
        assert str(value).count("[") == MOST_DEPTH
    deep = '{"a": ' * 500 + "1" + "}" * 500
    assert json.dumps(read_loose_json(deep)[0]).count("{") == MOST_DEPTH
    assert read_loose_json('{"a": 1, ' + " " * MOST_CHARS + '"b": 2}') == ({"a": 1},)


@pytest.mark.parametrize(
    ("kind", "place"),
    [("NewsArticle", 0), ("schema:BlogPosting", 0), ("http://schema.org/TechArticle", 0), (["Thing", "Article"], 0), ("VideoObject", 1),
     ("WebPage", 2), ("Person", None), (None, None), ({"a": 1}, None), (["WebPage", "NewsArticle"], 0)],
)  # fmt: skip
def test_kinds(kind: object, place: int | None) -> None:
    """By the last part of the type; the best of several."""
    assert kind_of({"@type": kind}) == place


def article(**fields: object) -> str:
    """Write an article."""
    return json.dumps({"@type": "Article", **fields})


@pytest.mark.parametrize(
    ("scripts", "headlines"),
    [
        ([article(headline="a"), article(headline="b")], ["a"]),
        ([article(headline="other"), article(headline="Dam opens!")], ["Dam opens!"]),
        ([article(headline="other"), article(headline="x", url="http://www.example.org/1/?a#b")], ["x"]),
        ([article(headline="other"), article(headline="x", mainEntityOfPage={"@id": "https://example.org/1"})], ["x"]),
        ([article(headline="x", url="https://example.org/1"), article(headline="dam opens", url="https://example.org/1")], ["dam opens", "x"]),
        ([json.dumps({"@type": "WebPage", "headline": "page", "mainEntity": {"@type": "Article", "headline": "a"}})], ["a", "page"]),
        ([json.dumps({"@type": "ItemList", "itemListElement": [{"@type": "Article", "headline": "a"}]})], []),
        ([json.dumps({"@type": "VideoObject", "headline": "film"})], ["film"]),
        ([json.dumps([[{"@graph": [{"@type": "Article", "headline": ["a", "b"]}]}]])], ["a", "b"]),
        (['{"@type": "Article", "headline": "a"', "{", "", "null", "1", '"a"', "[]"], ["a"]),
    ],
)  # fmt: skip
def test_the_article_among_others(scripts: list[str], headlines: list[str]) -> None:
    """The one that has the address or the title of the page, else the first; those that say they are the same complete it."""
    marks = Marks((title_key("Dam opens"),), frozenset({address_key("https://example.org/1")}))
    assert list(read_linked(scripts, marks).values("headline")) == headlines


def test_references() -> None:
    """The fullest object of a name is the one that is meant; a ring of them ends."""
    graph = [
        {"@type": "Article", "author": [{"@id": "#a"}, {"@id": "#none"}, "b"]},
        {"@id": "#a", "@type": "Person", "name": "Ann", "url": {"@id": "#a"}},
        {"@id": "#a"},
    ]
    linked = read_linked([json.dumps({"@graph": graph})], Marks((), frozenset()))
    ann, none, text = linked.values("author")
    assert (ann["name"], none, text) == ("Ann", {"@id": "#none"}, "b")
