"""Constructions whose markup ties words to a picture, found with plain lxml and none of the library's rules."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from tests.caption_candidates import names_of

_SHORTCODE = re.compile(r"\[(?:wp_)?caption\b([^\]]*)\](.*?)\[/(?:wp_)?caption\]", re.DOTALL)
_ATTRIBUTE = re.compile(r"""\bcaption=(?:"([^"]*)"|'([^']*)')""")
_PLAYERS = frozenset({"audio", "iframe", "object", "video"})
_FILES = re.compile(r"data-.*")


class Occurrence(NamedTuple):
    """One place where markup says what a picture's words are."""

    construction: str
    files: frozenset[str]
    """Names of the files of the pictures in it."""
    words: str
    """Letters and digits."""


def squash(text: str) -> str:
    """Give letters and digits alone.

    >>> squash("A dam, 2020.")
    'adam2020'
    """
    return re.sub(r"[\W_]+", "", text).casefold()


def occurrences(body: str) -> Iterator[Occurrence]:
    """Give the constructions of a body that hold a picture and words."""
    yield from _shortcodes(body)
    root = (
        etree.HTML(_SHORTCODE.sub("", body).encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
        if body.strip()
        else None
    )
    if root is None:
        return
    for top in (root, *root.itersiblings()):
        for node in top.iter(etree.Element):
            for name, (holds, caption) in CONSTRUCTIONS.items():
                if holds(node):
                    yield from _tied(name, node, caption)


def _tied(name: str, node: etree._Element, is_caption: Callable[[etree._Element], bool]) -> Iterator[Occurrence]:
    captions = [part for part in node.iter(etree.Element) if part is not node and is_caption(part)]
    files = _files_in(node)
    words = squash(_text(captions[0])) if captions else ""
    if words and files:
        yield Occurrence(name, files, words)


def _shortcodes(body: str) -> Iterator[Occurrence]:
    for found in _SHORTCODE.finditer(body):
        inside = etree.HTML(f"<div>{found[2]}</div>")
        named = _ATTRIBUTE.search(found[1])
        written = named[1] or named[2] if named else ""
        said = etree.HTML(f"<div>{written}</div>") if written else inside
        words = squash(_text(said)) if said is not None else ""
        if inside is not None and words and (files := _files_in(inside)):
            yield Occurrence("[caption caption=]" if written else "[caption]", files, words)


def _files_in(node: etree._Element) -> frozenset[str]:
    """Give the names of pictures, not of those that stand in for a player."""
    images = [image for image in node.iter("img") if not any(above.tag in _PLAYERS for above in image.iterancestors())]
    offers = [(str(name), str(value)) for image in images for name, value in image.items()]
    return names_of(value for name, value in offers if name == "src" or (_FILES.fullmatch(name) and "/" in value))


def _text(node: etree._Element) -> str:
    pieces = node.xpath("descendant-or-self::*[not(self::script or self::style)]/text()")
    assert isinstance(pieces, list)
    return "".join(map(str, pieces))


def _names(node: etree._Element) -> list[str]:
    return (node.get("class") or "").split()


def _holds(node: etree._Element, tag: str) -> bool:
    return any(part is not node for part in node.iter(tag))


def _is_figure(node: etree._Element) -> bool:
    """Tell whether an element is a figure without figures in it: those are galleries, whose figures are looked at one by one."""
    return node.tag == "figure" and _holds(node, "figcaption") and _holds(node, "img") and not _holds(node, "figure")


_Test = Callable[[etree._Element], bool]
# By name: which elements are such a construction, and which element in one holds the words.
CONSTRUCTIONS: Mapping[str, tuple[_Test, _Test]] = MappingProxyType(
    {
        "figure > figcaption": (
            lambda node: _is_figure(node) and len(list(node.iter("img"))) == 1,
            lambda part: part.tag == "figcaption",
        ),
        "figure of several img > figcaption": (
            lambda node: _is_figure(node) and len(list(node.iter("img"))) > 1,
            lambda part: part.tag == "figcaption",
        ),
        "div.wp-caption > .wp-caption-text": (
            lambda node: node.tag in ("div", "dl") and "wp-caption" in _names(node) and not _holds(node, "figure"),
            lambda part: "wp-caption-text" in _names(part),
        ),
        "table.tr-caption-container > td.tr-caption": (
            lambda node: node.tag == "table" and "tr-caption-container" in _names(node),
            lambda part: "tr-caption" in _names(part),
        ),
        ".gallery-item > .gallery-caption": (
            lambda node: "gallery-item" in _names(node),
            lambda part: "gallery-caption" in _names(part),
        ),
        "div.caption > img + words": (
            lambda node: node.tag == "div" and "caption" in _names(node) and _holds(node, "img"),
            lambda part: part.tag == "div" and not _holds(part, "img") and (part.getparent() is not None),
        ),
    }
)
