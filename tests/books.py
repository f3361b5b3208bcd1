"""The books of an article, kept a second time and in another way than the library does: to audit it."""

from collections import Counter
from typing import Any

from lxml import etree

from newsclean import Article
from newsclean.dom import Tree
from newsclean.rules.text import TEXT_RULES

HTML_SPACE = frozenset(" \t\n\r\f")
TEXT_NAMES = frozenset(rule.name for rule in TEXT_RULES) - {"caption-shortcode"}
MEDIA = ("img", "video", "audio", "iframe", "object")


def read(tree: Tree) -> tuple[int, int]:
    """Count the characters and media of a tree: XPath over text nodes, where the library walks elements."""
    characters = media = 0
    for root in tree.roots:
        for text in _found(root, "descendant-or-self::*[not(self::script or self::style)]/text()"):
            characters += visible(str(text))
        media += len(_found(root, "|".join(f"descendant-or-self::{tag}" for tag in MEDIA)))
        media += len(_found(root, "descendant-or-self::picture[not(descendant::img) and not(descendant::picture)]"))
    return characters, media


def _found(root: etree._Element, path: str) -> list[Any]:
    found = root.xpath(path)
    assert isinstance(found, list)
    return found


def visible(text: str) -> int:
    """Count characters other than HTML white space, one by one."""
    return sum(character not in HTML_SPACE for character in text)


def dumped_texts(value: Any) -> list[str]:  # noqa: ANN401 - a dumped model
    """Give the text of every Text and Code inside a dump."""
    if isinstance(value, dict):
        own = [value[key] for key in ("text", "annotation") if isinstance(value.get(key), str)]
        return own + [text for key, part in value.items() if key != "origin" for text in dumped_texts(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in dumped_texts(part)]
    return []


def dumped_media(value: Any) -> int:  # noqa: ANN401 - a dumped model
    """Count the pictures and players of the source inside a dump; those that only markup in the text names are none."""
    if isinstance(value, dict):
        rule = value["origin"]["rule"] if "origin" in value else ""
        own = 0 if rule in TEXT_NAMES else len(value.get("images", ()))
        own += value.get("type") == "embed" and rule in {"player", "figure-player"}
        return own + sum(dumped_media(part) for key, part in value.items() if key != "images")
    return sum(map(dumped_media, value)) if isinstance(value, list | tuple) else 0


def kept(article: Article) -> tuple[int, int]:
    """Count the characters and media in blocks."""
    dump = [block.model_dump() for block in article.blocks]
    return sum(map(visible, dumped_texts(dump))), dumped_media(dump)


def dropped(article: Article) -> tuple[int, int]:
    """Sum up the drops."""
    return sum(drop.size for drop in article.dropped), sum(drop.media for drop in article.dropped)


def added(article: Article) -> int:
    """Characters that a sanitizer brought in, as its notes say."""
    return sum(int(note.text.split()[1]) for note in article.notes if note.code == "sanitizer-added")


def balance(tree: Tree, article: Article) -> tuple[int, int]:
    """Give read - kept - dropped (+ added) for characters and media: (0, 0) where nothing is lost or used twice."""
    have, keep, drop = read(tree), kept(article), dropped(article)
    return have[0] - keep[0] - drop[0] + added(article), have[1] - keep[1] - drop[1]


def in_order(tree: Tree, article: Article) -> bool:
    """Tell whether the words of paragraphs, headings, lists, quotes and code are a subsequence of the tree's text."""
    source = iter("".join(str(text) for root in tree.roots for text in root.itertext()))
    dump = [block.model_dump(exclude={"caption"}) for block in article.blocks]
    words = "".join(text for text in dumped_texts(_without_captions(dump)))
    return all(character in source for character in words if character not in HTML_SPACE)


def _without_captions(value: Any) -> Any:  # noqa: ANN401 - a dumped model
    if isinstance(value, dict):
        return {key: _without_captions(part) for key, part in value.items() if key not in {"caption", "credit", "annotation"}}
    return [_without_captions(part) for part in value] if isinstance(value, list | tuple) else value


def characters(article: Article) -> Counter[str]:
    """Count each character in blocks."""
    dump = [block.model_dump() for block in article.blocks]
    return Counter(c for text in dumped_texts(dump) for c in text if c not in HTML_SPACE)


def parse_tree(html: str) -> etree._Element:
    """Parse with plain lxml, to look at output as another program would."""
    return etree.HTML(html.encode(), etree.HTMLParser(encoding="utf-8"))
