"""What may appear in an Article, as frozen data."""

from dataclasses import dataclass

ID_PREFIX = "user-content-"
"""Before every id in HTML output, so that no anchor of a post can shadow a name of the page that shows it."""

_RASTER = ("image/avif", "image/bmp", "image/gif", "image/jpeg", "image/png", "image/webp", "image/x-icon")


@dataclass(frozen=True)
class Policy:
    """The URLs that links and media may have; the defaults are the `news` preset.

    A policy removes or unwraps, it never turns one kind of block into another: a link that is not allowed leaves its
    words, a figure whose pictures are not allowed leaves its caption as a paragraph.

    >>> Policy("text-only", media_schemes=frozenset(), data_images=frozenset()).link_schemes == Policy("news").link_schemes
    True
    """

    name: str = "news"
    """For messages only."""
    link_schemes: frozenset[str] = frozenset({"http", "https", "mailto", "tel"})
    """URL schemes in lower case that links may have; relative URLs are always allowed."""
    media_schemes: frozenset[str] = frozenset({"http", "https"})
    """The same for pictures. An empty set also removes pictures with a relative URL."""
    data_images: frozenset[str] = frozenset(_RASTER)
    """Media types that a `data:` picture may have: raster formats, which hold no script (SVG can)."""
