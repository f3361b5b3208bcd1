"""The accounts of a walk: drops, notes, lines and URLs."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from newsclean.dom import Element, excerpt, line_of, measure, visible_size
from newsclean.elements import language_of, mark_of
from newsclean.images import is_blank, is_template, read_image
from newsclean.join import Join
from newsclean.ledger import Drop, Note
from newsclean.policy import Policy
from newsclean.rules.answers import Take
from newsclean.run import Draft, collapse
from newsclean.urls import link_url, media_url

# A run of these alone shows nothing: spaces that HTML does not collapse, and characters without width.
_INVISIBLE = (
    " \n\t\r\f\v\u0085\u00a0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d"
    "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\u00ad"
)


def is_invisible(text: str) -> bool:
    r"""Tell whether a text shows nothing.

    >>> is_invisible("\u00a0\n"), is_invisible("a")
    (True, False)
    """
    return not text or (text[0] in _INVISIBLE and not text.strip(_INVISIBLE))


class Settings(NamedTuple):
    """What the walker must know beside the rules."""

    policy: Policy
    base_url: str | None = None
    line_offset: int = 0
    """Lines of the source before the first line of the tree."""
    joins: tuple[Join, ...] = ()
    id_prefix: str = ""
    """Taken off links to anchors: our own HTML carries it."""
    picture: Callable[[Element, str | None, Policy], Draft | None] = read_image
    """Reads an `img`: element, base URL, policy."""
    title: str | None = None
    """Of the article: a picture's `title` that repeats it says nothing about the picture."""


class Accounts:
    """Writes down whatever does not become a block, and where things stand in the source."""

    def __init__(self, settings: Settings) -> None:
        """Start with empty books."""
        self.settings = settings
        self.drops: list[Drop] = []
        self.notes: list[Note] = []

    def line(self, node: Element | None) -> int | None:
        """Give the line of an element in the source."""
        return line_of(node, self.settings.line_offset)

    def draft(self, take: Take, node: Element, rule: str) -> Draft:
        """Give the draft of a block with its plain fields and its origin."""
        origin: Draft = {"line": line_of(node, self.settings.line_offset), "rule": rule}
        if take.inferred:
            origin["inferred"] = True
        return {"type": take.kind, "origin": origin, **take.values}

    def prose(self, take: Take, rule: str, node: Element | None, text: str, marks: Sequence[Draft]) -> Draft:
        """Give the draft of a block that is running text."""
        origin = {"line": line_of(node, self.settings.line_offset), "rule": rule}
        return {"type": take.kind, "text": text, "marks": marks, "origin": origin, **take.values}

    def link(self, value: str, node: Element) -> str | None:
        """Give the URL of a link as it may be shown, or None with a note."""
        anchor = f"#{self.settings.id_prefix}"
        target = "#" + value.removeprefix(anchor) if value.startswith(anchor) else value
        url = link_url(target, self.settings.base_url, self.settings.policy)
        if url is None and value.strip():
            self.note("unsafe-url", node, value)
        return url

    def marks(self, node: Element) -> Iterator[Draft]:
        """Give the marks that an inline element makes of its text, outer first; a link that may not be shown makes none."""
        mark = mark_of(node)
        if mark is not None and "href" in mark:
            mark["href"] = self.link(mark["href"], node)
        if mark is not None and mark.get("href", "") is not None:
            yield mark
        language = language_of(node)
        if language is not None:
            yield language

    def picture(self, node: Element) -> Draft | None:
        """Give the fields of a picture, or None if it has no file that may be shown."""
        settings = self.settings
        image = settings.picture(node, settings.base_url, settings.policy)
        if image is None:
            return None
        source = node.get("src") or ""
        if is_template(source):
            self.note("template-url", node, source)
        if image["title"] is not None and settings.title is not None and collapse(image["title"]) == settings.title:
            image["title"] = None
        return image

    def note(self, code: str, node: Element, text: str) -> None:
        """Note a soft fault."""
        self.notes.append(Note(code=code, line=self.line(node), text=excerpt(text)))

    def drop(self, node: Element, reason: str, rule: str) -> None:
        """Drop an element with all that it holds; one without text and media needs no account."""
        size, media, words = measure(node)
        if size or media:
            # What stands for a picture is its alternative text, else its address.
            quoted = words or excerpt(node.get("alt") or node.get("src") or node.get("data") or "")
            line = self.line(node)
            self.drops.append(Drop(reason=reason, rule=rule, line=line, size=size, media=media, excerpt=quoted))

    def drop_image(self, node: Element) -> None:
        """Drop a picture that has no file, or none that may be shown."""
        source = (node.get("src") or "").strip()
        reason = "unsafe-url"
        if not source:
            reason = "no-source"
        elif is_template(source):
            reason = "template-url"
        elif is_blank(source) and media_url(source, None, self.settings.policy) is not None:
            reason = "placeholder"
        self.drops.append(Drop(reason=reason, rule="image", line=self.line(node), media=1, excerpt=excerpt(source)))

    def drop_blank(self, text: str, node: Element | None) -> None:
        """Drop a text that shows nothing."""
        size = visible_size(text)
        if size:
            self.drops.append(Drop(reason="blank", rule="blank", line=self.line(node), size=size))
