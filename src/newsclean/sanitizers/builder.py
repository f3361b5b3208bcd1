"""Writes HTML that every parser reads back as it was written.

Nothing is copied: elements are written one by one in a normal form, in which no rule of any HTML parser moves or closes what
stands where it is. No block stands in a `p` or in an inline element, a list holds items only, a table rows of cells, no link
holds a link; no element holds anything but elements and escaped text. What a browser builds of it is therefore what was meant,
however often it is read and written again (the way of mutation attacks), and a second pass changes nothing.
Sources: HTML Living Standard, 13.2.6 (tree construction); `htmlStartClose` of libxml2's HTMLparser.c.
"""

from collections.abc import Mapping
from types import MappingProxyType

from newsclean.renderers.html_text import attribute, escaped_code

MAX_OPEN = 256
"""Elements within one another; of those deeper only the words are written. Browsers stop at 512."""

# They hold a line, nothing else: `dt` and `pre` by libxml2's rules, the others by the standard's.
_LINES = frozenset({"caption", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary"})
# What has to be opened between two elements so that the inner one may stand in the outer.
_ROUTES: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        **{(holder, "li"): () for holder in ("ul", "ol")},
        **{("dl", part): () for part in ("dt", "dd")},
        **{("table", part): () for part in ("caption", "colgroup", "thead", "tbody", "tfoot")},
        ("table", "col"): ("colgroup",),
        ("colgroup", "col"): (),
        ("table", "tr"): ("tbody",),
        **{(section, "tr"): () for section in ("thead", "tbody", "tfoot")},
        **{("table", cell): ("tbody", "tr") for cell in ("td", "th")},
        **{(section, cell): ("tr",) for section in ("thead", "tbody", "tfoot") for cell in ("td", "th")},
        **{("tr", cell): () for cell in ("td", "th")},
    }
)
_PARTS = frozenset(part for _, part in _ROUTES)
# What is opened for words and blocks that stand where only parts can.
_AROUND: Mapping[str, str] = MappingProxyType(
    {"ul": "li", "ol": "li", "dl": "dd", "table": "tbody", "thead": "tr", "tbody": "tr", "tfoot": "tr", "tr": "td"}
)
# They open up to three others in themselves.
_HOLDERS = frozenset({"ul", "ol", "dl", "table"})
_ROOM = 3
_RUBY = frozenset({"rb", "rp", "rt"})
# Each is one thing, however much it holds: nothing opens in it that would end and repeat it.
_WHOLE = frozenset({"audio", "picture", "video"})
# Not U+000D, which stands in a source as a reference only: parsers do not agree on whether that is white space.
_SPACE = " \t\n\f"
# Characters that no HTML may hold.
_CONTROLS = dict.fromkeys((*range(9), 0x0B, *range(0x0E, 0x20), 0x7F))


class Open:
    """An element that is being written."""

    __slots__ = ("alive", "implied", "inline", "start", "tag", "times")

    def __init__(self, tag: str, start: str, *, inline: bool = False, implied: bool = False) -> None:
        """Begin without having written anything."""
        self.tag, self.start, self.inline, self.implied = tag, start, inline, implied
        self.alive = True
        """Whether it still takes what comes."""
        self.times = 0
        """How often an inline element has been written: once for each block in it."""


def start_tag(tag: str, attributes: Mapping[str, str]) -> str:
    """Write a start tag; control characters have no place in values either.

    >>> start_tag("a", {"href": "/?a=1&b=2"})
    '<a href="/?a=1&amp;b=2">'
    """
    return f"<{tag}{''.join(attribute(name, _clean(value)) for name, value in attributes.items())}>"


def _clean(value: str) -> str:
    return value.translate(_CONTROLS) if not value.isprintable() else value


class Builder:
    """Takes elements and words in document order, writes them in the normal form."""

    def __init__(self, spare: int) -> None:
        """Begin an empty fragment.

        Args:
            spare: How many characters the repetition of inline elements, in each block that they hold, may take.
        """
        self.parts: list[str] = []
        self.spare = spare
        self.unwritten = 0
        """Control characters of the text, which no HTML may hold."""
        self._blocks: list[Open] = []
        self._wanted: list[Open] = []
        """Inline elements around what comes, outer first; each is written when there is something in it."""
        self._written: list[Open] = []
        self._last = ""
        """The character before, in the same block."""
        self._gap = False

    @property
    def html(self) -> str:
        """What is written so far; every element must be closed."""
        return "".join(self.parts)

    def is_inside(self, tags: frozenset[str]) -> bool:
        """Tell whether the innermost inline element is one of these."""
        return bool(self._wanted) and self._wanted[-1].tag in tags

    def gap(self) -> None:
        """Keep the words before apart from those that come: a block that is not written began or ended here."""
        self._gap = True

    def text(self, words: str) -> None:
        """Write words."""
        if not words.isprintable():
            given, words = words, words.translate(_CONTROLS)
            self.unwritten += len(given) - len(words)
        holder = self._blocks[-1].tag if self._blocks else ""
        if not words.strip(_SPACE):
            # White space alone opens nothing, but in code it is meant.
            if holder != "pre":
                self._write(words)
                return
            if not words:
                return
        self._make_room()
        if self._gap and self._last and not self._last.isspace() and not words[0].isspace():
            self._write("\n" if holder == "pre" else " ")
        self._gap = False
        self._write_inline()
        if self._blocks and self._blocks[-1].tag == "pre" and not self._last and not self._written:
            # Browsers leave out a line feed right after the start tag.
            words = words.lstrip("\n")
        self._write(words)

    def void(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Write an element that holds nothing."""
        if tag == "hr":
            if (block := self._open_block(tag, "")) is not None:
                block.alive = False
                self._blocks.pop()
                self.parts[-1] = start_tag(tag, attributes)
            return
        if tag == "col":
            if not self._is_whole() and self._open_part(tag):
                self.parts.append(start_tag(tag, attributes))
            return
        self._make_room()
        self._write_inline()
        self.parts.append(start_tag(tag, attributes))
        self._last = "\n" if tag == "br" else "\ufffc"

    def player(self, tag: str, attributes: Mapping[str, str]) -> Open | None:
        """Open an inline element that is shown even if nothing is in it."""
        inline = self.inline(tag, attributes)
        if inline is not None:
            self._make_room()
            self._write_inline()
            self._last = "\ufffc"
        return inline

    def inline(self, tag: str, attributes: Mapping[str, str]) -> Open | None:
        """Open an inline element; give what `close` takes, or None where it cannot stand."""
        if len(self._blocks) + len(self._wanted) >= MAX_OPEN or not self._fits(tag):
            return None
        inline = Open(tag, start_tag(tag, attributes), inline=True)
        self._wanted.append(inline)
        return inline

    def block(self, tag: str, attributes: Mapping[str, str]) -> Open | None:
        """Open a block; give what `close` takes, or None where it cannot stand."""
        block = self._open_block(tag, start_tag(tag, attributes))
        if block is None:
            self._gap = True
        return block

    def close(self, element: Open) -> None:
        """End an element and all in it that is still open."""
        if element.inline and element.alive:
            self._leave(element)
        elif element.alive:
            self._end_inline(None)
            while element.alive:
                self._end_block()

    # Blocks

    def _open_block(self, tag: str, start: str) -> Open | None:
        room = MAX_OPEN - (_ROOM if tag in _HOLDERS else 0)
        if len(self._blocks) + len(self._wanted) >= room or self._is_whole():
            return None
        if tag in _PARTS:
            if not self._open_part(tag):
                return None
        else:
            self._make_room()
            if self._blocks and self._blocks[-1].tag in _LINES:
                return None
            self._end_inline(None)
            if self._blocks and self._blocks[-1].tag == "p":
                self._end_block()
        self._begin_block(Open(tag, start))
        return self._blocks[-1]

    def _open_part(self, tag: str) -> bool:
        """Get to where a part of a list or table may stand."""
        while self._blocks and self._blocks[-1].implied and (self._blocks[-1].tag, tag) not in _ROUTES:
            self._end_inline(None)
            self._end_block()
        route = _ROUTES.get((self._blocks[-1].tag, tag)) if self._blocks else None
        if route is None:
            return False
        self._end_inline(None)
        for implied in route:
            self._begin_block(Open(implied, f"<{implied}>", implied=True))
        return True

    def _make_room(self) -> None:
        """Open what words or a block need around them where only parts can stand."""
        if self._blocks and self._blocks[-1].tag == "colgroup":
            self._end_block()
        while self._blocks and (around := _AROUND.get(self._blocks[-1].tag)) is not None:
            self._end_inline(None)
            self._begin_block(Open(around, f"<{around}>", implied=True))

    def _begin_block(self, block: Open) -> None:
        self._blocks.append(block)
        self.parts.append(block.start)
        self._last, self._gap = "", False

    def _end_block(self) -> None:
        block = self._blocks.pop()
        block.alive = False
        self.parts.append(f"</{block.tag}>")
        self._last, self._gap = "", False

    # Lines

    def _fits(self, tag: str) -> bool:
        """End what an inline element cannot stand in; tell whether it may stand here."""
        ended: list[Open] = []
        if tag == "a":
            ended = [inline for inline in self._wanted if inline.tag == "a"]
        elif tag in _RUBY:
            ruby = max((at for at, inline in enumerate(self._wanted) if inline.tag == "ruby"), default=None)
            if ruby is None:
                return False
            ended = [inline for inline in self._wanted[ruby:] if inline.tag in _RUBY]
        if ended and self._is_whole():
            return False
        for inline in ended:
            self._leave(inline)
        return True

    def _is_whole(self) -> bool:
        return any(inline.tag in _WHOLE for inline in self._wanted)

    def _leave(self, inline: Open) -> None:
        """Let an inline element take nothing more; those in it go on."""
        self._end_inline(inline)
        inline.alive = False
        if self._wanted[-1] is inline:
            self._wanted.pop()
        else:
            self._wanted.remove(inline)

    def _write_inline(self) -> None:
        """Write the start tags that what comes needs before it: those written already are the first of those wanted."""
        for inline in self._wanted[len(self._written) :]:
            if inline.times:
                self.spare -= len(inline.start)
                if self.spare < 0:
                    self._leave(inline)
                    continue
            inline.times += 1
            self.parts.append(inline.start)
            self._written.append(inline)

    def _end_inline(self, element: Open | None) -> None:
        """Write the end tags of an element and those in it, or of all for None, as far as they are open."""
        if element is not None and (not element.times or element not in self._written):
            return
        while self._written:
            inline = self._written.pop()
            self.parts.append(f"</{inline.tag}>")
            if inline is element:
                return

    def _write(self, words: str) -> None:
        if words:
            self.parts.append(escaped_code(words))
            self._last = words[-1]
