"""The accounts of a walk: drops, notes, lines and URLs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsclean.dom import Element, excerpt, is_media, line_of, measure, visible_size
from newsclean.ledger import Drop, Note
from newsclean.options import MAX_NESTING
from newsclean.policy import NEWS, Policy
from newsclean.rules.answers import Take
from newsclean.urls import embed_url, link_url, media_url, without_parameters
from newsclean.walk.elements import language_of, mark_of
from newsclean.walk.images import REFUSED, is_blank, is_template, read_image, without_template
from newsclean.walk.join import ANNOUNCES, NO_JOINS, JoinIndex
from newsclean.walk.run import FORBIDDEN, Draft, collapse
from newsclean.walk.tokens import Cut, Put, Token, Tokens

Prose = tuple[str, Mapping[str, object], str, Element | None]
"""What a running text becomes: the kind of block, its plain fields, the rule that says so, and the block's element or None for
bare text. A plain tuple, as it is made and read for every paragraph."""


class Settings(NamedTuple):
    """What the walker must know beside the rules."""

    policy: Policy
    base_url: str | None = None
    line_offset: int = 0
    """Lines of the source before the first line of the tree."""
    joins: JoinIndex = NO_JOINS
    id_prefix: str = ""
    """Taken off links to anchors: our own HTML carries it."""
    tokens: Tokens | None = None
    """Markup in the text."""
    double_breaks: bool = False
    """Whether two `<br>` end a paragraph."""
    picture: Callable[[Element, str | None, Policy], Draft | None] = read_image
    """Reads an `img`: element, base URL, policy."""
    title: str | None = None
    """Of the article: a picture's `title` that repeats it says nothing about the picture."""
    max_nesting: int = MAX_NESTING
    """As `Options.max_nesting`."""
    shows: frozenset[str] = frozenset()
    """Reasons for which nothing is left out: what they name is shown, marked."""


class Walked(NamedTuple):
    """Everything that a walk found."""

    drafts: list[Draft]
    drops: list[Drop]
    notes: list[Note]


class Accounts:
    """Writes down whatever does not become a block, and where things stand in the source."""

    def __init__(self, settings: Settings) -> None:
        """Start with empty books."""
        self.settings = settings
        self.offset = settings.line_offset
        self.tracking = settings.policy.tracking_parameters
        self.drops: list[Drop] = []
        self.notes: list[Note] = []
        self.language: Draft = {}
        """`lang` and `dir` of the blocks around the walker."""

    def enter(self, node: Element) -> Draft | None:
        """Let the blocks in an element have the language that it declares; give the one around it, if it declares any."""
        # `lang` of a `pre` is the programming language where plug-ins of WordPress write it.
        own = language_of(node) if node.tag != "pre" or self.settings.id_prefix else None
        if own is None:
            return None
        outer = self.language
        self.language = outer | {key: own[key] for key in ("lang", "dir") if own[key]}
        return outer

    def leave(self, outer: Draft) -> None:
        """Go back to the language around an element."""
        self.language = outer

    def line(self, node: Element | None) -> int | None:
        """Give the line of an element in the source."""
        return line_of(node, self.offset)

    def draft(self, take: Take, node: Element, rule: str) -> Draft | None:
        """Give the draft of a block with its plain fields and its origin; None for an embed that may not be shown."""
        origin = {"line": line_of(node, self.offset), "rule": rule}
        draft = {"type": take.kind, "origin": origin, **take.values, **self.language}
        if take.announces:
            draft[ANNOUNCES] = take.announces
        if "cite" in draft:
            draft["cite"] = self.link(draft["cite"], node) if draft["cite"] else None
        return draft if take.kind != "embed" or self._embeds(draft, node) else None

    def prose(self, prose: Prose, node: Element | None, text: str, marks: Sequence[Draft]) -> Draft:
        """Give the draft of a block that is running text; `node` tells its line."""
        kind, values, rule, _ = prose
        origin = {"line": line_of(node, self.offset), "rule": rule}
        draft: Draft = {"type": kind, "text": text, "marks": marks, "origin": origin}
        if values:
            draft |= values
        return draft | self.language if self.language else draft

    def put(self, put: Put, rule: str, node: Element | None) -> Draft | None:
        """Give the draft of a block that markup in the text describes, or None if the policy has nothing of it."""
        draft = {"type": put.kind, "origin": {"line": self.line(node), "rule": rule}, **put.values, **self.language}
        if put.kind == "embed":
            return draft if self._embeds(draft, node) else None
        if put.kind == "figure":
            draft["images"] = [shown for image in draft["images"] if (shown := self._named(image, node))]
            if not draft["images"]:
                return {"type": "paragraph", "origin": draft["origin"], **draft["caption"]} if "caption" in draft else None
        return draft

    def _named(self, image: Draft, node: Element | None) -> Draft | None:
        """Give a picture that markup in the text names, with its address checked."""
        base = self.settings.base_url
        url = media_url(image["src"], base, self.settings.policy)
        if url is not None:
            return {**image, "src": url}
        self.note("unsafe-url", node, image["src"])
        url = media_url(image["src"], base, NEWS)
        # No element stands for it: there is nothing to drop.
        return None if url is None else {**image, "src": url, FORBIDDEN: None}

    def link(self, value: str, node: Element) -> str | None:
        """Give the URL of a link as it may be shown, or None with a note."""
        return self._link(value, node)[1]

    def _link(self, value: str, node: Element) -> tuple[str, str | None]:
        """Give what a link leads to, and its URL as it may be shown."""
        if "{" in value and is_template(value):
            self.note("template-url", node, value)
            value = without_template(value)
        anchor = f"#{self.settings.id_prefix}"
        target = "#" + value.removeprefix(anchor) if value.startswith(anchor) else value
        url = link_url(target, self.settings.base_url, self.settings.policy)
        if url is None and value.strip():
            self.note("unsafe-url", node, value)
        elif url is not None and self.tracking and without_parameters(target, self.tracking) != target:
            self.note("tracking-removed", node, value)
        return target, url

    def marks(self, node: Element) -> Iterator[Draft]:
        """Give the marks that an inline element makes of its text, outer first; a link that may not be shown makes none."""
        mark = self.mark(mark_of(node), node)
        if mark is not None:
            yield mark
        language = language_of(node)
        if language is not None:
            yield language

    def mark(self, mark: Draft | None, node: Element) -> Draft | None:
        """Give a mark with its link checked, or None if it says nothing without."""
        if mark is None or "href" not in mark:
            return mark
        target, mark["href"] = self._link(mark["href"], node)
        if mark["href"] is None:
            mark |= {"href": link_url(target, self.settings.base_url, NEWS), FORBIDDEN: None}
        return mark if mark["href"] is not None else None

    def _embeds(self, draft: Draft, node: Element | None) -> bool:
        url = str(draft["url"] or "")
        draft["url"] = embed_url(url, self.settings.base_url, self.settings.policy)
        if draft["url"] is None and url.strip():
            self.note("unsafe-url", node, url)
            draft |= {"url": embed_url(url, self.settings.base_url, NEWS), FORBIDDEN: None}
        return draft["url"] is not None

    def picture(self, node: Element) -> Draft | None:
        """Give the fields of a picture, or None if it has no file that may be shown."""
        settings = self.settings
        image = settings.picture(node, settings.base_url, settings.policy)
        if image is None:
            return self._forbidden(node) if settings.policy is not NEWS else None
        for url in image.pop(REFUSED, ()):
            self.note("unsafe-url", node, url)
        source = node.get("src") or ""
        if is_template(source):
            self.note("template-url", node, source)
        if image["title"] is not None and settings.title is not None and collapse(image["title"]) == settings.title:
            image["title"] = None
        return image

    def _forbidden(self, node: Element) -> Draft | None:
        """Give the fields of a picture that the default would let in, with the Drop of it."""
        image = self.settings.picture(node, self.settings.base_url, NEWS)
        if image is None:
            return None
        image.pop(REFUSED, None)
        source = (node.get("src") or "").strip() or image["src"]
        drop = Drop(reason="unsafe-url", rule="image", line=self.line(node), media=1, excerpt=excerpt(source))
        return image | {FORBIDDEN: drop}

    def note(self, code: str, node: Element | None, text: str) -> None:
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

    def drop_inside(self, node: Element, rule: str) -> None:
        """Drop what a player holds: browsers show it only where they cannot show the player."""
        size, media, words = measure(node)
        media -= is_media(node)
        if size or media:
            line = self.line(node)
            self.drops.append(Drop(reason="fallback", rule=rule, line=line, size=size, media=media, excerpt=words))

    def drop_markup(self, token: Token, text: str, keep: str, node: Element | None) -> None:
        """Drop the syntax of markup that stands in the text."""
        size = visible_size(text) - visible_size(keep)
        if size:
            name = (token.answer.name if isinstance(token.answer, Cut) else None) or token.rule
            line = self.line(node)
            self.drops.append(Drop(reason=f"markup:{name}", rule=token.rule, line=line, size=size, excerpt=excerpt(text)))

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

    def drop_frame(self, node: Element) -> None:
        """Drop a medium that names no file, but not what it holds."""
        self.drops.append(Drop(reason="no-source", rule="image", line=self.line(node), media=1))

    def drop_blank(self, text: str, node: Element | None) -> None:
        """Drop a text that shows nothing."""
        size = visible_size(text)
        if size:
            self.drops.append(Drop(reason="blank", rule="blank", line=self.line(node), size=size))
