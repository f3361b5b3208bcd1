"""How generators name what a header tells, as `Article.to_post` writes it and `parse_article` reads it back: data.

A post of ours says so in its header, with the habit and the version of what it follows: `newsclean: hexo-1`. Its fields then
stand under exactly these keys, and its body is in the canonical dialect. Without that line it is a post like any other: every
key is one that `readers/keys.py` knows.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Habit = Literal["hexo", "jekyll", "hugo"]

MARKER = "newsclean"
"""The key that says that a post is one of ours."""
VERSION = "1"

_COMMON = (
    ("title", "title"),
    ("subtitle", "subtitle"),
    ("authors", "author"),
    ("published", "date"),
    ("modified", "updated"),
    ("categories", "categories"),
    ("tags", "tags"),
    ("language", "lang"),
    ("lead_image", "headimg"),
    ("thumbnail", "thumbnail"),
    ("summary", "description"),
    # Not `permalink` or `url`: there a generator expects a path, and makes folders of an address.
    ("url", "canonical_url"),
    ("site_name", "site_name"),
    ("public", "published"),
    ("is_accessible_for_free", "isAccessibleForFree"),
    # What true and false cannot say: `private`, `scheduled`.
    ("status", "status"),
)
_JEKYLL = (("modified", "last_modified_at"), ("lead_image", "image"), ("summary", "excerpt"))
_HUGO = (
    ("authors", "authors"),
    ("modified", "lastmod"),
    # `lang` would choose the language of the site in which the page appears.
    ("language", "language"),
    # The list that Hugo's own templates read; `cover` is a mapping in some themes and a string in others.
    ("lead_image", "images"),
    ("summary", "summary"),
    ("url", "canonicalURL"),
    ("public", "draft"),
)
HABITS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "hexo": MappingProxyType(dict(_COMMON)),
        "jekyll": MappingProxyType(dict(_COMMON) | dict(_JEKYLL)),
        "hugo": MappingProxyType(dict(_COMMON) | dict(_HUGO)),
    }
)
"""From fields of the Article to keys; `public` tells whether a post is shown, under a key that in Hugo says the contrary."""
_MARKS = MappingProxyType({f"{name}-{VERSION}": keys for name, keys in HABITS.items()})


def mark_of(habit: Habit) -> str:
    """Give what stands under `MARKER` in a post of this habit.

    >>> mark_of("hexo")
    'hexo-1'
    """
    return f"{habit}-{VERSION}"


def keys_of(mark: object) -> Mapping[str, str] | None:
    """Give the keys of the habit that a header names under `MARKER`, or None for what is no mark of ours.

    >>> keys_of("hugo-1")["authors"], keys_of("hugo-9"), keys_of(["hugo-1"])
    ('authors', None, None)
    """
    return _MARKS.get(mark) if isinstance(mark, str) else None


PAGE_START = "<!DOCTYPE html>\n<html"
"""How a page of ours begins; nothing else is looked for where a source does not."""
PAGE_MARK = f'<head>\n<meta charset="utf-8">\n<meta name="generator" content="newsclean {VERSION}">\n'
"""What follows the start tag of the root in a page of ours, letter by letter."""
PAGE_NAMES = (
    ("title", "og:title"),
    ("subtitle", "newsclean:subtitle"),
    ("summary", "description"),
    ("site_name", "og:site_name"),
    ("url", "og:url"),
    ("published", "article:published_time"),
    ("modified", "article:modified_time"),
    ("categories", "article:section"),
    ("tags", "article:tag"),
    ("lead_image", "og:image"),
    ("thumbnail", "thumbnail"),
    ("status", "newsclean:status"),
    ("is_accessible_for_free", "newsclean:free"),
)
"""From fields of the Article to names of `meta`; those with a colon are properties, as Open Graph has them."""
ITEMS = frozenset({"categories", "tags"})
"""Fields of which each item has a `meta` of its own."""


def is_page(text: str) -> bool:
    r"""Tell whether a source is a page that `Article.to_html(document=True)` wrote.

    >>> is_page(f'{PAGE_START} lang="en">\n{PAGE_MARK}'), is_page(PAGE_START)
    (True, False)
    """
    if not text.startswith(PAGE_START):
        return False
    end = text.find(">\n", len(PAGE_START))
    return end >= 0 and text.startswith(PAGE_MARK, end + 2)
