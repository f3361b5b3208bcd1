"""Which elements and attributes sanitized HTML may have: one table for every backend.

An element is allowed where the policy allows the kind of block or mark that it stands for. Elements without a kind say nothing
by themselves and are always allowed. What is not in these tables never stands in the output: script, style, forms, frames of
any other kind, SVG and MathML among it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from newsclean.policy import Policy


class Row(NamedTuple):
    """Elements that stand for one kind."""

    kind: str
    """Of block or mark; empty for what is always allowed."""
    tags: str
    """Their names, by spaces."""


BLOCK_ROWS = (
    Row("", "article aside details div footer header hgroup main nav section summary"),
    Row("paragraph", "p"),
    Row("heading", "h1 h2 h3 h4 h5 h6"),
    Row("figure", "figure figcaption"),
    Row("embed", "figure figcaption"),
    Row("list", "ul ol li"),
    Row("definition_list", "dl dt dd"),
    Row("quote", "blockquote"),
    Row("table", "table caption colgroup col thead tbody tfoot tr td th"),
    Row("code", "pre"),
    Row("math", "pre"),
    Row("divider", "hr"),
)
INLINE_ROWS = (
    Row("", "span small big br wbr data"),
    Row("link", "a"),
    # Classes tell these from links and code.
    Row("footnote", "a"),
    Row("math", "code"),
    Row("strong", "strong b"),
    Row("emphasis", "em i cite dfn var"),
    Row("code", "code kbd samp tt"),
    Row("subscript", "sub"),
    Row("superscript", "sup"),
    Row("underline", "u ins"),
    Row("strike", "s strike del"),
    Row("highlight", "mark"),
    Row("abbreviation", "abbr acronym"),
    Row("quote", "q"),
    Row("time", "time"),
    Row("ruby", "ruby rb rt rp"),
    Row("language", "bdi bdo"),
)
# Elements inside a line that stand for blocks.
_PICTURES = frozenset({"img", "picture", "source"})
_PLAYERS = frozenset({"iframe", "video", "audio", "source", "track"})

VOID = frozenset({"br", "col", "hr", "img", "source", "track", "wbr"})
"""Those of them that hold nothing."""
BLOCKS = frozenset(tag for row in BLOCK_ROWS for tag in row.tags.split())
"""Those of them that are no part of a line."""

EVERYWHERE = frozenset({"class", "dir", "id", "lang", "title"})
"""Attributes that every element may have."""
ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        tag: frozenset(names.split())
        for tag, names in (
            ("a", "href hreflang rel target"),
            ("audio", "controls loop muted preload src"),
            ("blockquote", "cite"),
            ("col", "span"),
            ("colgroup", "span"),
            ("data", "value"),
            ("del", "cite datetime"),
            ("details", "open"),
            ("iframe", "allowfullscreen height loading referrerpolicy sandbox src width"),
            ("img", "alt decoding height loading referrerpolicy sizes src srcset width"),
            ("ins", "cite datetime"),
            ("li", "value"),
            ("ol", "reversed start type"),
            ("q", "cite"),
            ("source", "media sizes src srcset type"),
            ("td", "colspan headers rowspan"),
            ("th", "abbr colspan headers rowspan scope"),
            ("time", "datetime"),
            ("track", "default kind label src srclang"),
            ("video", "controls height loop muted playsinline poster preload src width"),
        )
    }
)
"""By element, those that it may have besides."""


def allowed_tags(policy: Policy) -> frozenset[str]:
    """Give the elements that a policy allows.

    >>> from newsclean.policy import NEWS, STRICT
    >>> sorted(allowed_tags(NEWS) - allowed_tags(STRICT))
    ['figcaption', 'figure', 'img', 'picture', 'source']
    """
    blocks = (row.tags.split() for row in BLOCK_ROWS if not row.kind or row.kind in policy.blocks)
    inline = (row.tags.split() for row in INLINE_ROWS if not row.kind or row.kind in policy.marks)
    found = frozenset(tag for tags in (*blocks, *inline) for tag in tags)
    if "figure" in policy.blocks:
        found |= _PICTURES
    return found | _PLAYERS if policy.embeds == "frame" and "embed" in policy.blocks else found


def allowed_attributes(tags: frozenset[str]) -> dict[str, frozenset[str]]:
    """Give the attributes that these elements may have, as bleach and nh3 like to be told; `*` stands for all of them.

    >>> sorted(allowed_attributes(frozenset({"p", "td"}))["td"])
    ['colspan', 'headers', 'rowspan']
    """
    return {"*": EVERYWHERE, **{tag: names for tag, names in ATTRIBUTES.items() if tag in tags}}


def allowed_schemes(policy: Policy) -> frozenset[str]:
    """Give the schemes that any URL may have: others tell no link from a picture. Our own check, before and after, does.

    >>> from newsclean.policy import STRICT
    >>> sorted(allowed_schemes(STRICT))
    ['http', 'https', 'mailto']
    """
    return policy.link_schemes | policy.media_schemes | (frozenset({"data"}) if policy.data_images else frozenset())
