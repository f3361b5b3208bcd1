"""The URL check."""

import pytest

from newsclean import Policy, parse_article
from newsclean.urls import has_host, link_url, media_url, unwrapped

NEWS = Policy("news")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "java\x01script:alert(1)",
        "javascript:123",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "blob:x",
        "x:y",
        "",
        " \n",
        "a\x7fb",
        "\u00a0javascript:alert(1)",
        "\ufeffjavascript:alert(1)",
        "java\u00adscript:alert(1)",
        ":javascript:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6a;ava&Tab;script&colon;alert(1)",
        "javascript&colon;alert(1)",
        "\u2028javascript:alert(1)",
        "https://good.example@evil.example/",
        "https://user:secret@evil.example/",
        "HTTPS:good.example@evil.example/",
        "https:\\\\good.example@evil.example",
        "//good.example@evil.example/",
        "\\\\good.example@evil.example/",
        "/\\good.example@evil.example/",
    ],
)
def test_refused_links(url: str) -> None:
    """Whatever a browser would read another scheme in, or a control character."""
    assert link_url(url, None, NEWS) is None
    assert link_url(url, "https://example.org/", NEWS) is None


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        (" https://example.org/\n", "https://example.org/"),
        ("MAILTO:a@example.org", "MAILTO:a@example.org"),
        ("tel:+1", "tel:+1"),
        ("//cdn.example.org/a", "//cdn.example.org/a"),
        ("a/b:c", "a/b:c"),
        ("#top", "#top"),
        ("https://пример.example/水", "https://пример.example/水"),
        ("https://аррӏе.example/", "https://аррӏе.example/"),
        ("\\\\evil.example\\a?b=\\#\\", "//evil.example/a?b=\\#\\"),
        ("https:\\\\example.org\\a", "https://example.org/a"),
        ("mailto:a\\b@example.org", "mailto:a\\b@example.org"),
        ("https://example.org/@user", "https://example.org/@user"),
        ("a?b=1&c=x:y", "a?b=1&c=x:y"),
        ("a&b/c:d", "a&b/c:d"),
        ("javascript%3Aalert(1)", "javascript%3Aalert(1)"),
    ],
)
def test_allowed_links(url: str, shown: str) -> None:
    """As written, without the white space that browsers ignore; and once more the same."""
    assert link_url(url, None, NEWS) == shown
    assert link_url(shown, None, NEWS) == shown


def test_schemes_of_relative_links() -> None:
    """An address that names a host but no scheme has that of the page, which is none of these."""
    policy = Policy("mail", link_schemes=frozenset({"mailto"}))
    assert link_url("//example.org/", None, policy) is None
    assert link_url("\\\\example.org/", None, policy) is None
    assert link_url("/a", None, policy) == "/a"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://youtube.com/a", True),
        ("https://www.YouTube.com:443/a", True),
        ("//youtube.com./a", True),
        ("https://youtube.com.example/", False),
        ("https://notyoutube.com/", False),
        ("https://example.org/youtube.com", False),
        ("https://example.org?youtube.com", False),
        ("https://example.org#.youtube.com", False),
        ("https:youtube.com", False),
        ("/youtube.com", False),
        ("https://" + "a." * 500_000 + "youtube.com", False),
    ],
)
def test_hosts(url: str, *, found: bool) -> None:
    """The host itself and those below it, in time that does not grow with its labels."""
    assert has_host(url, frozenset({"youtube.com"})) is found


def test_bases() -> None:
    """Relative ones are resolved; what cannot be is refused."""
    assert link_url("b", "https://example.org/a/", NEWS) == "https://example.org/a/b"
    assert link_url("//[", "https://example.org/", NEWS) is None


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("data:image/png;base64,AA", True),
        ("DATA:image/GIF,x", True),
        ("data:image/svg+xml,<svg/>", False),
        ("data:text/html,x", False),
        ("data:,x", False),
        ("mailto:a@example.org", False),
        ("a.png", True),
    ],
)
def test_media(url: str, *, allowed: bool) -> None:
    """Raster images may be data."""
    assert (media_url(url, None, NEWS) == url) is allowed
    no_media = Policy("none", media_schemes=frozenset(), data_images=frozenset())
    assert media_url(url, None, no_media) is None


def test_unsafe_links_leave_their_words_and_a_note() -> None:
    """Unwrapped, never lost."""
    article = parse_article("<p>\n<a href='java&#10;script:x'>words</a>")
    assert (article.text, article.links) == ("words", ())
    assert [(note.code, note.line, note.text) for note in article.notes] == [("unsafe-url", 2, "java script:x")]


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://cors.example.org/?http://example.com/a.png", "http://example.com/a.png"),
        ("https://CORS.example.org/?HTTP://example.com/a.png?b=1&c#d", "HTTP://example.com/a.png?b=1&c#d"),
        ("https://cors-anywhere.example.org/https://example.com/a", "https://example.com/a"),
        ("http://corsproxy.example.org/?https%3A%2F%2Fexample.com%2Fa%20b&w=1", "https://example.com/a b"),
        ("https://cors.example.org/?url=https://example.com/a", "https://example.com/a"),
        ("https://cors.example.org/?https://cors2.example.org/http://example.com/a", "http://example.com/a"),
        (" https://cors.example.org/?http://example.com/a", "http://example.com/a"),
        ("https://cors.a/?" * 20_000, "https://cors.a/?"),
    ],
)
def test_proxies(url: str, address: str) -> None:
    """What stands behind the proxy, once and for all."""
    assert unwrapped(url) == address
    assert unwrapped(address) == address


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://example.org/?http://example.com/a.png",
        "https://corsica.example.org/?http://example.com/a.png",
        "https://cors.example.org/a.png?u=http://example.com",
        "https://cors.example.org/?javascript:x",
        "https://cors.example.org/?http:///a",
        "/cors.example.org/?http://example.com/",
        "https://cors.example.org/",
        "https://cors-" + "1" * 100_000,
    ],
)
def test_no_proxies(url: str) -> None:
    """Another name, another place in the address, another scheme: as it was."""
    assert unwrapped(url) == url
