"""The walk over a page: the body node as any body is walked, what lies outside it in one Drop a subtree."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, pairwise
from typing import NamedTuple

from newsclean.dom import BLOCKS, UNREAD, Element, excerpt, is_media, visible_size
from newsclean.ledger import Drop, in_order
from newsclean.rules.answers import Rule, RuleIndex, Skip, Take
from newsclean.rules.captions import is_caption
from newsclean.rules.prose import HEADINGS
from newsclean.rules.signals import CONTAINERS, is_within
from newsclean.walk.accounts import Settings, Walked
from newsclean.walk.elements import language_of
from newsclean.walk.join import ANNOUNCES, join
from newsclean.walk.outline import dropped_text
from newsclean.walk.run import Draft
from newsclean.walk.walker import Walker

OUTSIDE = "outside-body"
_RULE = "page:outside"
# They hold no words that are read.
_SILENT = frozenset({"base", "br", "hr", "input", "link", "meta", "script", "style"})
_TEXTS = frozenset({"paragraph", "heading"})
# A box around a picture or film and the words under it, by a word of its class.
_BOX = re.compile(
    r"(?<![a-z])(?:images?|img|pic(?:s|ture|tures)?|photos?|foto|bild(?:er)?|media|figure|video|player|thumb(?:nail)?)"
    r"(?:[-_ ]|box|block|wrap|cont|$|[0-9])",
    re.IGNORECASE,
)
_SHOWN = frozenset({"img", "iframe", "video"})
_LONGEST_CAPTION, _PARTS = 420, 60
_PARAGRAPH = Take("paragraph", reads="text")
_STANDFIRST = Rule("standfirst", frozenset(), lambda _: None, why="What sums the article up above its text.")


# What is taken for the body is no furniture, whatever it is called.
_OPENED = frozenset("article aside body center details div fieldset footer form header html main section td tr table".split())


class Ground(NamedTuple):
    """What of a page is read."""

    body: Element | None
    standfirst: tuple[Element, ...]
    """Elements outside the body that are read as a paragraph each."""
    pictures: tuple[Element, ...]
    """Elements outside the body of which pictures and captions are read."""
    left_out: Mapping[Element, str]
    """Elements inside these that are not, with the reason of the Drop."""


def walk_page(roots: Iterable[Element], ground: Ground, index: RuleIndex, settings: Settings) -> Walked:
    """Read a page into drafts of blocks, in document order, with everything left out beside them."""
    walker = _PageWalker(index, settings, ground)
    kept = frozenset(node for node in (ground.body, *ground.standfirst, *ground.pictures) if node is not None)
    walker.stack.extend((walker.read, step) for step in reversed(list(_steps(roots, kept))))
    walker.loop()
    walker.writer.flush()
    return walker.walked()


class _Step(NamedTuple):
    """A piece of a page."""

    node: Element
    text: str | None = None
    """Words that stand in or after the element, if they are the piece; none for the medium that it is itself."""
    is_kept: bool = False


def _steps(roots: Iterable[Element], kept: frozenset[Element]) -> Iterator[_Step]:
    """Cut a page into what is read and what is not, in document order; of two that hold one another, the outer is read."""
    above = {parent for node in kept for parent in node.iterancestors()}
    stack: list[Element | _Step] = list(reversed(list(roots)))
    while stack:
        item = stack.pop()
        if isinstance(item, _Step):
            yield item
            continue
        if item.tail:
            stack.append(_Step(item, item.tail))
        if item in above and item not in kept:
            if is_media(item):
                yield _Step(item, "")
            stack.extend(item.iterchildren(reversed=True))
            if item.text:
                yield _Step(item, item.text)
        else:
            yield _Step(item, is_kept=item in kept)


def _language(node: Element) -> Draft:
    """Give what is declared for a part of the page within it: what the page says is told by the article."""
    found: Draft = {}
    for part in (node, *node.iterancestors()):
        if part.tag == "html":
            break
        own = language_of(part) or {}
        found = {key: own[key] for key in ("lang", "dir") if own.get(key)} | found
    return found


def _names_caption(label: str) -> bool | None:
    """Tell whether a class names a caption (True), or a box around a picture (None)."""
    return True if is_caption(label) else None if _BOX.search(label) is not None else False


def _holds_picture(node: Element) -> bool:
    """Tell whether a box holds a picture and few words."""
    if node.tag not in CONTAINERS or not is_within(node, _LONGEST_CAPTION):
        return False
    parts = list(islice(node.iter(), _PARTS))
    return any(part.tag in _SHOWN for part in parts) and not any(part.tag in HEADINGS for part in parts)


class _PageWalker(Walker):
    """A walk that leaves out what the extractor has told."""

    def __init__(self, index: RuleIndex, settings: Settings, ground: Ground) -> None:
        super().__init__(index, settings)
        self.leaves.table = {}  # any element may be left out, so each is judged
        self.body, self.left_out = ground.body, ground.left_out
        self.standfirst, self.pictures = frozenset(ground.standfirst), frozenset(ground.pictures)
        self.loosening = False
        self.names: dict[str, bool | None] = {}
        self.loose: list[Draft] = []
        """Words beside a picture outside the body, which are its caption or nothing."""

    def walked(self) -> Walked:
        """Give what was found, once all is read."""
        drafts, loose = join(self.writer.out, self.accounts.settings.joins), {id(draft) for draft in self.loose}
        drops = [dropped_text(draft, OUTSIDE, _RULE) for draft in drafts if id(draft) in loose]
        kept = [draft for draft in drafts if id(draft) not in loose]
        return Walked(kept, list(in_order(self.accounts.drops, drops)), self.accounts.notes)

    def read(self, step: _Step) -> None:
        """Take a piece of the page."""
        node, text, is_kept = step
        if is_kept:
            self.accounts.language = _language(node)
            if node in self.pictures:
                self.loosening = True
                self.stack.append((self._loosen, (self.writer.out, len(self.writer.out))))
            else:
                self.stack.append((self.writer.boundary, None))
            if node in self.standfirst and node.tag not in UNREAD:
                if is_media(node):  # only its words are read
                    self._leave_medium(node)
                self._settle(node, _PARAGRAPH, _STANDFIRST)
            elif node.tag in _OPENED and node is self.body:
                self._open(node)
            else:
                self._judge(node)
        elif text is None and node.tag in _SILENT and not len(node):
            return
        elif text is None:
            self.accounts.drop(node, OUTSIDE, _RULE)
        elif not text:
            self._leave_medium(node)
        elif size := visible_size(text):
            line = self.accounts.line(node)
            self.accounts.drops.append(Drop(reason=OUTSIDE, rule=_RULE, line=line, size=size, excerpt=excerpt(text)))

    def _leave_medium(self, node: Element) -> None:
        """Drop the medium that an element is, but not what it holds."""
        self.accounts.drops.append(Drop(reason=OUTSIDE, rule=_RULE, line=self.accounts.line(node), media=1))

    def _loosen(self, begun: tuple[list[Draft], int]) -> None:
        """Let what was written since be a caption or nothing."""
        self.writer.flush()
        self.loosening = False
        out, before = begun
        self.loose += [draft for draft in out[before:] if draft["type"] in _TEXTS]
        for figure, words in pairwise(out[before:]):
            if figure["type"] == "figure" and words["type"] == "paragraph" and "caption" not in figure:
                figure[ANNOUNCES] = _LONGEST_CAPTION

    def _judge(self, node: Element) -> None:
        reason = self.left_out.get(node)
        # A block whose parts are being read must come to them.
        if reason is None or self.writer.leftovers is not None or (self.claimed and self._holds_claimed(node)):
            if not self.loosening and self._holds_caption(node):
                self.loosening = True
                self.writer.flush()
                self.stack.append((self._loosen, (self.writer.out, len(self.writer.out))))
            super()._judge(node)
            return
        self.writer.near = node
        if node.tag in BLOCKS:
            self.writer.boundary()
        self._leave_out(node, Skip(reason), f"page:{reason}")

    def _holds_caption(self, node: Element) -> bool:
        """Tell whether what an element says is a caption or nothing: it is called so, or it is a box around a picture."""
        label = node.get("class")
        if node.tag != "figcaption":
            if not label:
                return False
            if label not in self.names:
                self.names[label] = _names_caption(label)
            named = self.names[label]
            if named is False:
                return False
            if not (is_within(node, _LONGEST_CAPTION) if named else _holds_picture(node)):
                return False
        return self.writer.leftovers is None and node not in self.claimed

    def _holds_claimed(self, node: Element) -> bool:
        return any(part in self.claimed for part in node.iter())
