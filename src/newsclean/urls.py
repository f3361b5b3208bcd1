"""One check for every URL that enters an Article.

Source: the first steps of the URL parser of the WHATWG URL standard (https://url.spec.whatwg.org/#concept-basic-url-parser),
so that the scheme seen here is the one a browser sees.
"""

import re
from collections.abc import Collection
from html import unescape
from urllib.parse import unquote, urljoin

from newsclean.policy import ANY, Policy

# The standard strips C0 controls and space at both ends, and tab, LF and CR anywhere; most URLs hold none of them.
_EDGES = "".join(map(chr, range(0x21)))
_UNUSUAL = re.compile(r"[\x00-\x20\x7f]")
_IGNORED = re.compile(r"[\t\n\r]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
# Schemes whose addresses have a host; in these, and where none is named, browsers read a backslash as a slash.
_WEB = frozenset({"http", "https"})
# Who is logged in stands before the host: `https://bank.example@evil.example/` leads to the second.
_CREDENTIALS = re.compile(r"(?:https?:[/\\]*|[/\\]{2,})[^/\\?#@]*@", re.IGNORECASE)
_HOST = re.compile(r"(?:https?:)?[/\\]{2,}([^/\\?#:]+)", re.IGNORECASE)
_PATH = re.compile(r"[^?#]*")
_ABSOLUTE = r"[A-Za-z][A-Za-z0-9+.\-]*://[^/?#\s]"
_LONGEST_TYPE = 100
_LONGEST_HOST = 253  # RFC 1035, 2.3.4
_LONGEST_BASE = 2_048
_DATA = r"data:([a-z]+/[a-z0-9.+\-]+)[;,]"
# A service that fetches another address and adds the CORS headers names itself in its first label and carries the whole
# address behind its own: `/?http://…`, `/http://…` or, percent-encoded, `/?url=http%3A%2F%2F…`. Nobody else does both.
_PROXY = r"(?:https?://cors(?:-[a-z0-9\-]+|(?:proxy|anywhere)?[0-9]*)\.[^/?#\s]+/(?:\?(?:url=)?)?)+"
_PROXIED = rf"\s*{_PROXY}(?:(https?://[^/?#\s].*)|(https?%3a%2f%2f[^/?#&\s]+).*)"


def link_url(value: str, base: str | None, policy: Policy) -> str | None:
    r"""Give the URL of a link as it may be shown, or None if the policy forbids it.

    >>> link_url(" /news ", "https://example.org/a/b", Policy())
    'https://example.org/news'
    >>> link_url("java\nscript:alert(1)", None, Policy()) is None
    True
    """
    url = _checked(_cleaned(value), base, policy.link_schemes)
    if url is not None and policy.tracking_parameters and "?" in url:
        return without_parameters(url, policy.tracking_parameters)
    return url


def media_url(value: str, base: str | None, policy: Policy) -> str | None:
    """Give the URL of a picture as it may be shown, or None if the policy forbids it.

    >>> media_url("data:image/svg+xml,<svg/>", None, Policy()) is None
    True
    """
    if value[:8] == "https://" and not _is_odd(value):  # as most are
        return value if "https" in policy.media_schemes else None
    url = _cleaned(value)
    if url[:5].lower() == "data:":
        data = re.match(_DATA, url[:_LONGEST_TYPE].lower())
        return url if data is not None and data[1] in policy.data_images else None
    return _checked(url, base, policy.media_schemes) if policy.media_schemes else None


def embed_url(value: str, base: str | None, policy: Policy) -> str | None:
    """Give the URL of a player or frame as it may be shown, or None if the policy forbids it.

    >>> embed_url("//video.example.org/1", "https://example.org/", Policy())
    'https://video.example.org/1'
    """
    url = _cleaned(value)
    # A fragment names a place in the post itself: nothing that could be embedded.
    return _checked(url, base, policy.media_schemes) if policy.media_schemes and not url.startswith("#") else None


def has_host(url: str, hosts: Collection[str]) -> bool:
    """Tell whether an address leads to one of these hosts or one below it; with `*` among them, always.

    >>> has_host("https://www.youtube.com/embed/x", {"youtube.com"}), has_host("https://youtube.com.example/", {"youtube.com"})
    (True, False)
    """
    if ANY in hosts:
        return True
    found = _HOST.match(url)
    if found is None or len(found[1]) > _LONGEST_HOST:
        return False
    labels = found[1].lower().rstrip(".").split(".")
    return any(".".join(labels[at:]) in hosts for at in range(len(labels)))


def without_parameters(url: str, names: Collection[str]) -> str:
    """Give an address without the query parameters of these names; `*` at the end of a name stands for any ending.

    >>> without_parameters("/a?utm_source=x&id=1#b", {"utm_*"}), without_parameters("/a?ref=x", {"ref"})
    ('/a?id=1#b', '/a')
    """
    whole, sharp, fragment = url.partition("#")
    path, _, query = whole.partition("?")
    parameters = query.split("&")
    kept = [part for part in parameters if not is_named(part.partition("=")[0].lower(), names)]
    if len(kept) == len(parameters):
        return url
    # Nothing at all would be no address, and a fragment alone a place in the post: a question mark is the page without a query.
    return f"{path}{'?' if kept or not path else ''}{'&'.join(kept)}{sharp}{fragment}"


def is_named(word: str, names: Collection[str]) -> bool:
    """Tell whether a word is one of these; `*` at the end of a name stands for any ending.

    >>> is_named("utm_source", {"utm_*"}), is_named("utm_source", {"utm"})
    (True, False)
    """
    return word in names or any(name[-1:] == "*" and word.startswith(name[:-1]) for name in names)


def unwrapped(value: str) -> str:
    """Give the address behind a CORS proxy, or the value itself where there is none; to be checked by `media_url` after that.

    Aggregators put such a proxy before picture addresses so that their own pages may load them; it is not part of the
    address and often does not live as long.

    >>> unwrapped("https://cors.example.org/?http://example.com/a.png?w=3")
    'http://example.com/a.png?w=3'
    >>> unwrapped("https://example.org/?http://example.com/a.png")
    'https://example.org/?http://example.com/a.png'
    """
    if "cors" not in value and "CORS" not in value:
        return value
    found = re.match(_PROXIED, value, re.IGNORECASE | re.DOTALL)
    if found is None:
        return value
    return found[1] if found[1] is not None else unquote(found[2])


def is_absolute(value: str) -> bool:
    """Tell whether a URL names its scheme and a host.

    >>> is_absolute("https://example.org/a"), is_absolute("/a")
    (True, False)
    """
    return value.isprintable() and re.match(_ABSOLUTE, value) is not None


def base_url(value: str, policy: Policy) -> str | None:
    r"""Give the address of a post as its own header tells it, or None if it cannot be what relative URLs are resolved against.

    >>> base_url("https://example.org/a\n", Policy()), base_url("/a", Policy())
    ('https://example.org/a', None)
    """
    url = _cleaned(value)
    # Every relative URL of the body grows by it, so that a long one would make the article quadratic.
    if len(url) > _LONGEST_BASE or not is_absolute(url) or url[:4].lower() != "http":
        return None
    return _checked(url, None, policy.link_schemes) if _joined(url, "a") is not None else None


def _is_odd(value: str) -> bool:
    """Tell whether anything in an absolute address asks for a second look."""
    return not value.isprintable() or " " in value or "\\" in value or "@" in value


def _cleaned(value: str) -> str:
    """Give the URL that a browser sees, or nothing where a control character is left in it."""
    if not _UNUSUAL.search(value):
        return value
    url = _IGNORED.sub("", value.strip(_EDGES))
    return "" if _CONTROL.search(url) else url


def _checked(url: str, base: str | None, schemes: frozenset[str]) -> str | None:
    if not url:
        return None
    if "\\" in url:
        url = _with_slashes(url)
    if "@" in url and _CREDENTIALS.match(url):
        return None
    scheme = _SCHEME.match(url)
    if scheme is not None:
        return url if scheme[1].lower() in schemes else None
    if not _is_relative(url) or (url[:2] == "//" and _WEB.isdisjoint(schemes)):
        return None
    # A bare fragment points into this very article and stays so.
    return url if base is None or url.startswith("#") else _joined(base, url)


def _is_relative(url: str) -> bool:
    """Tell whether an address without a scheme is none in disguise either.

    RFC 3986, 4.2: no relative reference has a colon in its first segment. What has one is a scheme behind an invisible
    character, say. References to characters are read once more, as by whoever reads the attribute twice.
    """
    if ":" in url and ":" in re.split(r"[/?#]", url, maxsplit=1)[0]:
        return False
    first = re.split(r"[/?]", url, maxsplit=1)[0] if "&" in url else ""
    return "&" not in first or ":" not in re.split(r"[/?#]", _cleaned(unescape(first)), maxsplit=1)[0]


def _with_slashes(url: str) -> str:
    """Write backslashes in the path as a browser reads them."""
    scheme = _SCHEME.match(url)
    if scheme is not None and scheme[1].lower() not in _WEB:
        return url
    return _PATH.sub(lambda path: path[0].replace("\\", "/"), url, count=1)


def _joined(base: str, url: str) -> str | None:
    try:
        return urljoin(base, url)
    except ValueError:  # urllib's word for a malformed host such as `//[`
        return None


def document_base(declared: str | None, url: str | None, policy: Policy) -> str | None:
    """Give what the relative URLs of a body are relative to: what it declares in `<base href>`, else the post's own address.

    >>> document_base("/img/", "https://example.org/news/1", Policy())
    'https://example.org/img/'

    Args:
        declared: The `href` as written; one that leads to no web address which links may have is ignored.
        url: The address of the post; one that is not absolute is ignored.
        policy: Which schemes links may have.
    """
    own = url if url is not None and is_absolute(url) else None
    # Every relative URL grows by its base: a long one would make the article quadratic.
    if declared is None or len(declared) > _LONGEST_BASE:
        return own
    found = link_url(declared, own, policy)
    return found if found is not None and is_absolute(found) and found[:4].lower() == "http" else own
