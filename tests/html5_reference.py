"""What an HTML5 parser reads: html5lib's text, to hold ours against."""

from collections import Counter
from typing import Any

import html5lib

from newsclean.dom import Tree

UNREAD = frozenset({"script", "style"})
# White space says nothing here; NUL and surrogates become U+FFFD or nothing, by rules of our own (docs/bad-input.md).
LEFT_OUT = frozenset(" \t\n\r\f\0\ufffd") | frozenset(map(chr, range(0xD800, 0xE000)))


def text_by_html5(html: str) -> str:
    """Give all text of a document but code and style sheets, in the order of html5lib's tree."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    return _text([parser.parse(html)])


def text_of(tree: Tree) -> str:
    """Give the same of one of our trees."""
    return _text(list(tree.roots))


def _text(roots: list[Any]) -> str:
    """Walk trees of either library: their elements have the same tags, texts and tails."""
    found: list[str] = []
    stack = roots[::-1]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            found.append(item)
            continue
        if item.tail:
            stack.append(item.tail)
        # Comments have a function for a tag.
        if isinstance(item.tag, str) and item.tag.rpartition("}")[2] not in UNREAD:
            stack.extend(reversed(list(item)))
            found.append(item.text or "")
    return "".join(character for character in "".join(found) if character not in LEFT_OUT)


def lost(html: str, tree: Tree) -> Counter[str]:
    """Count the characters that html5lib reads and our tree does not hold."""
    return Counter(text_by_html5(html)) - Counter(text_of(tree))
