"""The sanitizer without dependencies: reads HTML as a tree and builds of it what the policy allows; nothing is copied."""

from collections.abc import Callable
from typing import Any, NamedTuple

from newsclean.dom import BLOCKS, Element, Tree, excerpt, is_media, line_of, measure, parse_html
from newsclean.ledger import Drop, Note
from newsclean.policy import Policy
from newsclean.sanitizers.allowed import BLOCKS as OUR_BLOCKS
from newsclean.sanitizers.allowed import VOID, allowed_tags
from newsclean.sanitizers.attributes import checked_attributes
from newsclean.sanitizers.builder import Builder, Open, start_tag
from newsclean.walk.images import attributes_of

RULE = "sanitize"
"""Stands in each Drop."""

# What they hold is no text of the page: code, data, words for browsers without frames.
_UNSEEN = frozenset({"annotation", "annotation-xml", "iframe", "noembed", "noframes", "script", "style", "template", "title"})
# They hold the whole; every parser makes them.
_PAGE = frozenset({"html", "head", "body"})
# Elements that are not allowed and have no end tag.
_UNCLOSED = frozenset("area base basefont bgsound embed frame input keygen link meta param".split())
_FILES = frozenset({"src", "srcset"})
# Of other files in which they are offered.
_HOLDERS = frozenset({"audio", "picture", "video"})
_PLAYERS = frozenset({"audio", "iframe", "video"})


class Rebuilt(NamedTuple):
    """What has become of some HTML."""

    html: str
    drops: tuple[Drop, ...]
    """What is gone with all that it held."""
    notes: tuple[Note, ...]
    """What is gone of which the words are still there: tags, attributes, addresses."""


def sanitize(html: str, policy: Policy) -> str:
    """Build HTML anew of what the policy allows.

    >>> from newsclean.policy import NEWS
    >>> sanitize("<p onclick=x()>a<script>x()</script></p>", NEWS)
    '<p>a</p>'
    """
    return rebuilt(html, policy).html


def rebuilt(html: str, policy: Policy) -> Rebuilt:
    """Do what `sanitize` does, and tell what was removed."""
    tree = parse_fragment(html)
    # Inline elements around blocks are repeated in each of them; never for more than the fragment itself is long.
    rebuild = _Rebuild(policy, spare=len(html))
    rebuild.notes.extend(tree.notes)
    rebuild.read(tree.roots)
    if gone := rebuild.builder.unwritten + html.count("\0"):
        rebuild.notes.append(Note(code="control-characters", text=f"{gone} characters"))
    return Rebuilt(rebuild.builder.html, tuple(rebuild.drops), tuple(rebuild.notes))


def parse_fragment(html: str) -> Tree:
    r"""Read HTML that is no document, as it stands in a page.

    >>> parse_fragment("a\0\r\n<b>c").roots[0][0].text
    'a\n'
    """
    # A browser reads these three alike (HTML Living Standard, 13.2.3.5), and leaves out U+0000 in text.
    source = html.replace("\r\n", "\n").replace("\r", "\n") if "\r" in html else html
    source = source.replace("\0", "") if "\0" in source else source
    # Words at the very start would get a paragraph from some parsers.
    return parse_html(f"<body>{source}")


class _Rebuild:
    """The state of one pass."""

    def __init__(self, policy: Policy, spare: int) -> None:
        self.policy = policy
        self.tags = allowed_tags(policy)
        self.builder = Builder(spare)
        self.drops: list[Drop] = []
        self.notes: list[Note] = []
        self.stack: list[Element | str | tuple[Callable[[Any], None], Any]] = []

    def read(self, roots: tuple[Element, ...]) -> None:
        """Go through whole trees in document order, never by recursion."""
        stack = self.stack
        stack.extend(reversed(roots))
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                self.builder.text(item)
            elif isinstance(item, tuple):
                item[0](item[1])
            else:
                if item.tail:
                    stack.append(item.tail)
                self._element(item)

    def _element(self, node: Element) -> None:
        tag = node.tag
        if tag in self.tags:
            self._allowed(node, tag)
        elif tag in _PAGE:
            self._checked(node, tag)
            self._children(node)
        elif tag in _UNSEEN:
            self._drop(node, "medium" if tag == "iframe" else "unseen")
        elif self.policy.unlisted == "drop":
            self._drop(node, "element")
        elif self.policy.unlisted == "escape":
            self._escape(node, tag)
        else:
            self._unwrap(node, tag)

    def _allowed(self, node: Element, tag: str) -> None:
        attributes = self._checked(node, tag)
        if tag in _PLAYERS:
            self._player(node, tag, attributes)
        elif tag == "img":
            if _FILES.isdisjoint(attributes):
                self._drop(node, "unsafe-url" if node.get("src") else "no-source")
            else:
                self.builder.void(tag, attributes)
        elif tag in {"source", "track"}:
            if self.builder.is_inside(_HOLDERS) and not _FILES.isdisjoint(attributes):
                self.builder.void(tag, attributes)
                self._children(node)
            else:
                self._unwrap(node, tag)
        elif tag in VOID:
            self.builder.void(tag, attributes)
            self._children(node)
        elif tag == "picture" and not any(map(self._is_shown, node.iterchildren("img"))):
            self._unwrap(node, tag)
        elif tag == "a" and "href" not in attributes:
            # Without any attribute it says nothing; of one with an address, that is what is noted.
            if attributes and node.get("href") is None:
                self._note_unwrapped(node, tag)
            self._children(node)
        else:
            open_element = self.builder.block if tag in OUR_BLOCKS else self.builder.inline
            self._within(node, open_element(tag, attributes), tag)

    def _is_shown(self, image: Element) -> bool:
        kept, _ = checked_attributes("img", attributes_of(image), self.policy)
        return not _FILES.isdisjoint(kept)

    def _player(self, node: Element, tag: str, attributes: dict[str, str]) -> None:
        if tag == "iframe" and "src" not in attributes:
            self._drop(node, "embed-host" if node.get("src") else "no-source")
            return
        player = self.builder.player(tag, attributes)
        if player is None:
            self._drop_medium(node, "too-deep")
        if tag != "iframe":
            self._within(node, player, tag)
        elif player is not None:
            self.builder.close(player)

    def _within(self, node: Element, opened: Open | None, tag: str) -> None:
        """Go on inside an element; where it could not be opened, its words stay apart if it is a block."""
        if opened is not None:
            self.stack.append((self.builder.close, opened))
        elif tag in BLOCKS:
            self.stack.append((self._gap, None))
        self._children(node)

    def _unwrap(self, node: Element, tag: str) -> None:
        self._note_unwrapped(node, tag)
        if is_media(node):
            self._drop_medium(node, "no-source" if tag == "picture" else "medium")
        if tag in BLOCKS:
            self._gap()
        self._within(node, None, tag)

    def _escape(self, node: Element, tag: str) -> None:
        self.notes.append(Note(code="escaped", line=line_of(node, 0), text=f"<{tag}>"))
        if is_media(node):
            self._drop_medium(node, "medium")
        self.builder.text(start_tag(tag, attributes_of(node)))
        if tag not in _UNCLOSED:
            self.stack.append((self.builder.text, f"</{tag}>"))
        self._children(node)

    def _children(self, node: Element) -> None:
        self.stack.extend(node.iterchildren(reversed=True))
        if node.text:
            self.stack.append(node.text)

    def _gap(self, _: None = None) -> None:
        self.builder.gap()

    # The account

    def _checked(self, node: Element, tag: str) -> dict[str, str]:
        """Give the attributes that may stand; write down the others."""
        if not node.keys():
            return {}
        kept, faults = checked_attributes(tag, attributes_of(node), self.policy)
        line = line_of(node, 0) if faults else None
        self.notes.extend(Note(code=fault.code, line=line, text=excerpt(fault.text)) for fault in faults)
        return kept

    def _note_unwrapped(self, node: Element, tag: str) -> None:
        self.notes.append(Note(code="unwrapped", line=line_of(node, 0), text=f"<{tag}>"))

    def _drop(self, node: Element, reason: str) -> None:
        """Leave an element out with all that it holds."""
        size, media, words = measure(node)
        words = words or excerpt(node.get("src") or node.text or "")
        if node.tag in BLOCKS:
            self.builder.gap()
        line = line_of(node, 0)
        self.drops.append(Drop(reason=reason, rule=RULE, line=line, size=size, media=media, excerpt=words))

    def _drop_medium(self, node: Element, reason: str) -> None:
        words = excerpt(node.get("src") or node.get("data") or "")
        self.drops.append(Drop(reason=reason, rule=RULE, line=line_of(node, 0), media=1, excerpt=words))
