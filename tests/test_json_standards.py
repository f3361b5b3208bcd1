"""The judges of the JSON of other systems can say no."""

import pytest

from tests.json_standards import faults, is_moment, is_uri, is_uri_reference

PICTURE = {"name": "a", "uri": "https://example.org/#a", "type": "picture"}


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({}, "$: 'uri'"),
        ({"uri": "/a"}, "$.uri"),
        ({"uri": "https://example.org/水"}, "$.uri"),
        ({"uri": "a:b", "type": "note"}, "$.type"),
        ({"uri": "a:b", "versioncreated": "2022-03-31T00:00:00Z"}, "$: Unevaluated"),
        ({"uri": "a:b", "versionCreated": "2022-03-31"}, "$.versionCreated"),
        ({"uri": "a:b", "headlines": [{"role": "main"}]}, "$.headlines[0]"),
        ({"uri": "a:b", "associations": [{"uri": "a:b"}]}, "$.associations[0]"),
        ({"uri": "a:b", "associations": [PICTURE | {"creditline": "c"}]}, "$.associations[0]"),
        ({"uri": "a:b", "associations": [PICTURE | {"renditions": [{"name": "a", "href": "b"}]}]}, "$.associations[0].rend"),
    ],
)
def test_faults_of_ninjs(wrong: dict[str, object], where: str) -> None:
    """Each is found at its place; without it there is none."""
    assert [fault for fault in faults("ninjs", wrong) if fault.startswith(where)]
    assert faults("ninjs", {"uri": "a:b", "associations": [PICTURE]}) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"@type": "Novel"},
        {"wordCount": -1},
        {"image": []},
        {"image": [{"@type": "ImageObject", "url": "a b"}]},
        {"author": [{"@type": "Person"}]},
        {"datePublished": "today"},
    ],
)
def test_faults_of_jsonld(wrong: dict[str, object]) -> None:
    """The same."""
    right = {"@context": "https://schema.org", "@type": "Article", "wordCount": 0}
    assert faults("jsonld", right) == []
    assert len(faults("jsonld", right | wrong)) == 1


def test_formats() -> None:
    """Addresses as RFC 3986 has them, dates as RFC 3339."""
    for address in ("https://example.org/a?b#c", "urn:uuid:1", "http://[::1]:80/", "https://a@b/", "mailto:a@b", "data:,a"):
        assert is_uri(address)
        assert is_uri_reference(address)
    for address in ("/a", "a/b", "//a/b", "#a", "", "?a"):
        assert not is_uri(address)
        assert is_uri_reference(address)
    for address in ("https://a b", "https://a:b/", "/[", "/%", "a#b#c", "https://[a", "/<", "/`", "水"):
        assert not is_uri(address)
        assert not is_uri_reference(address)
    assert is_moment("2022-03-31T09:33:00.5+08:00")
    assert not any(map(is_moment, ("2022-03-31T09:33:00", "2022-03-31 09:33:00Z", "2022-02-31T09:33:00Z"[:10], "")))
