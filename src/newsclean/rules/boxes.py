"""Furniture that is known by how it is built: boxes under a label, teasers, the chrome of players and polls.

Each look is bounded: a few levels up, a few elements down.
"""

import re
from itertools import islice

from newsclean.dom import BLOCKS, UNREAD, Element
from newsclean.rules.answers import SHORT, Skip
from newsclean.rules.class_names import has_name
from newsclean.rules.labels import is_alone, label_of_box
from newsclean.rules.names import PLAYERS
from newsclean.rules.prose import HEADINGS
from newsclean.rules.signals import CONTAINERS, holds, is_linked, is_within

_LINKS = frozenset({"a"})
_ASKING = frozenset({"button", "form", "input"})
_CAPTION = frozenset({"figcaption"})
_PARAGRAPH = frozenset({"p"})
_INPUT = frozenset({"input"})
_MEDIA = frozenset({"audio", "iframe", "img", "noscript", "script", "video"})
_BUTTONS = frozenset({"btn", "button", "cta"})
_LISTS = frozenset({"li", "ol", "ul"})
# Levels up, siblings beside, elements down.
_NEAR, _BESIDE, _DEEP = 6, 6, 24
_RELATED, _TEASER, _CONSENT, _NEWSLETTER, _PLAYER, _TALK = 4000, 800, 1500, 600, 800, 20_000
_FILMS = frozenset(
    "audio-player featured-video jwplayer media-player player-container player-placeholder player-wrapper video-box "
    "video-card video-container video-embed video-item video-js video-player video-teaser video-wrapper vjs".split()
)
_COMMENTS = frozenset({"comment-list", "commentlist", "comments"})
_COMMENT = frozenset({"comment", "comment-body", "comment-content", "comment-text", "comment-title"})
_PULLED = frozenset({"pull-quote", "pullquote"})
_TEXTS = frozenset({"div", "p"})
# Siblings on either side, letters of a quote, and characters of its box at the most.
_FAR, _FEWEST, _QUOTE = 60, 12, 600
_HEADLINE = 200
_FILM = re.compile("video|player|vjs|audio", re.IGNORECASE)
# What follows a player or an embed, for those who tab past it: `#embed-2-after`, `#end-of-tweet`.
_PAST = re.compile(r"#(?:.*[-_])?(?:after|before|end|skip)(?:[-_].*)?$", re.IGNORECASE)


def box(node: Element) -> Skip | None:
    """Leave out a box that begins with a label: links to other articles, a question about cookies, a form to subscribe."""
    first = _first_words(node)
    reason = label_of_box(first) if first else None
    if reason == "related":
        mine = is_within(node, _RELATED) and (is_linked(node) or _has_linked_heading(node))
    elif reason == "consent":
        mine = is_within(node, _CONSENT) and not holds(node, PLAYERS)
    else:
        mine = reason == "newsletter" and is_within(node, _NEWSLETTER) and holds(node, _ASKING)
    return Skip(reason) if reason and mine and _has_neighbours(node) else None


def teaser(node: Element) -> Skip | None:
    """Leave out an `article` below some text that is a linked headline with a few words: HTML's element for one of many."""
    if not is_within(node, _TEASER) or not holds(node, _LINKS) or not _is_below_text(node):
        return None
    return Skip("related") if _has_linked_heading(node) or is_linked(node) or _is_covered(node) else None


def _is_covered(node: Element) -> bool:
    """Tell whether a link without words lies over a headline, which makes all of the box one link."""
    bare = any(part.tag == "a" and part.get("href") and not len(part) and not part.text for part in islice(node.iter(), _DEEP))
    return bare and (holds(node, frozenset(HEADINGS)) or (is_within(node, _HEADLINE) and not holds(node, _PARAGRAPH)))


def figure_teaser(node: Element) -> Skip | None:
    """Leave out a figure that is called a teaser: a picture with a linked headline, but without a caption."""
    if "teaser" not in (node.get("class") or "") or holds(node, _CAPTION):
        return None
    return Skip("related") if is_within(node, _TEASER) and is_linked(node) else None


def readers(node: Element) -> Skip | None:
    """Leave out what readers wrote: a box of comments that holds such as are called so."""
    if "omment" not in f"{node.get('class')} {node.get('id')}":  # most are called otherwise
        return None
    if not _is_called(node, _COMMENTS) or not is_within(node, _TALK):
        return None
    return Skip("comments") if any(_is_called(part, _COMMENT) for part in islice(node.iter(), 1, 400)) else None


def _is_called(node: Element, names: frozenset[str]) -> bool:
    return any(label and has_name(label, names) for label in (node.get("class"), node.get("id")))


def film_card(node: Element) -> Skip | None:
    """Leave out the box of a film that is not there: its still, its title and what happens in it."""
    label = node.get("class") or ""
    if not _FILM.search(label) or not has_name(label, _FILMS):
        return None
    here = holds(node, PLAYERS) or holds(node, _CAPTION)
    return Skip("player") if not here and holds(node, frozenset(HEADINGS)) and is_within(node, _PLAYER) else None


def film_title(node: Element) -> Skip | None:
    """Leave out a heading in the box of a player: the title of the film, or a knob."""
    for above in islice(node.iterancestors(), _NEAR):
        if above.tag not in CONTAINERS and above.tag not in {"a", "span"}:
            return None
        label = above.get("class")
        if label and _FILM.search(label) and has_name(label, _FILMS):
            return Skip("player") if is_within(above, _PLAYER) else None
    return None


def pull_quote(node: Element) -> Skip | None:
    """Leave out words of the text that are printed large beside it: a box of that name whose longest text stands near too."""
    if "ull" not in (node.get("class") or "") or not has_name(node.get("class") or "", _PULLED) or not is_within(node, _QUOTE):
        return None
    if node.get("aria-hidden") == "true":  # whoever hears the text would hear it twice
        return Skip("pull-quote")
    said = max((_letters(part.text or "") for part in islice(node.iter(), _DEEP)), key=len)
    if len(said) < _FEWEST:
        return None
    near = (*islice(node.itersiblings(preceding=True), _FAR), *islice(node.itersiblings(), _FAR))
    texts = ("".join(other.itertext()) for other in near if other.tag in _TEXTS)  # type: ignore[arg-type]  # as lxml-stubs have it
    return Skip("pull-quote") if any(said in _letters(text) for text in texts) else None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def past_link(node: Element) -> Skip | None:
    """Leave out a link that jumps over what follows."""
    return Skip("navigation") if _PAST.match(node.get("href") or "") and _is_line(node) else None


def _is_line(node: Element) -> bool:
    """Tell whether nothing but blocks stands beside an inline element."""
    before, after, above = node.getprevious(), node.getnext(), node.getparent()
    said = ((above.text if above is not None else None) if before is None else before.tail) or ""
    beside = all(near is None or near.tag in BLOCKS or near.tag in _MEDIA for near in (before, after))
    return beside and not said.strip() and not (node.tail or "").strip()


def button_link(node: Element) -> Skip | None:
    """Leave out a link that is styled as a button and stands alone: it sells, asks to log in or leads away."""
    label = node.get("class") or ""
    called = ("utton" in label or "btn" in label or "cta" in label) and has_name(label, _BUTTONS)
    return Skip("promotion") if called and is_within(node, 100) and not holds(node, _MEDIA) and is_alone(node) else None


def choice(node: Element) -> Skip | None:
    """Leave out an answer that could be ticked."""
    asked = holds(node, _INPUT) or any(
        near is not None and near.tag == "input" for near in (node.getprevious(), node.getnext())
    )
    return Skip("control") if asked and is_within(node, 300) else None


def _first_words(node: Element) -> str | None:
    """Give the first text of an element, if it is short."""
    for part in islice(node.iter(), _DEEP):
        if part.tag in UNREAD:
            continue
        for text in (part.text, part.tail if part is not node and not len(part) else None):
            if text and (words := text.strip()):
                return words if len(words) <= SHORT else None
    return None


def _has_linked_heading(node: Element) -> bool:
    for part in islice(node.iter(), 400):
        if part.tag in HEADINGS and (
            any(inner.tag == "a" for inner in islice(part.iter(), _DEEP))
            or any(above.tag == "a" for above in islice(part.iterancestors(), _NEAR))
        ):
            return True
    return False


def _has_neighbours(node: Element) -> bool:
    """Tell whether anything stands beside an element or what it stands in: nothing is taken for the furniture of nothing."""
    for _ in range(_NEAR):
        if node.tag == "body" or node.tag in _LISTS:
            return node.tag != "body"
        if node.getprevious() is not None or node.getnext() is not None:
            return True
        above = node.getparent()
        if above is None:
            return False
        node = above
    return True


def _is_below_text(node: Element) -> bool:
    for _ in range(_NEAR):
        for before in islice(node.itersiblings(preceding=True), _BESIDE):
            if (before.tail or "").strip() or any((part.text or "").strip() for part in islice(before.iter(), _DEEP)):
                return True
        above = node.getparent()
        if above is None or above.tag == "body":
            return False
        if (above.text or "").strip():
            return True
        node = above
    return False
