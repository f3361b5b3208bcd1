"""Furniture that is known by its words: short labels that stand alone, and sentences that software adds.

Words come last: they help in the languages of the tables only, and only where they are the whole of a block.
"""

import re
from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType

from newsclean.dom import BLOCKS, HTML_SPACE, UNREAD, Element
from newsclean.rules.answers import SHORT, Skip
from newsclean.rules.label_words import LABELS, Label
from newsclean.rules.prose import HEADINGS
from newsclean.rules.signals import is_linked, is_within

__all__ = ["LABELS", "Label", "dateline", "is_alone", "label_of_box", "reason_of", "related_list", "words"]

_REASONS = MappingProxyType({label: row.reason for row in reversed(LABELS) for label in sorted(row.words)})
_LONGEST = SHORT
_LEFT = " \t\n\r\f\u00a0|•·*#[(【«‹<→➔➤↓▼-–—_+"
# A number before a label counts sections, one after it counts advertisements.
_RIGHT = " \t\n\r\f\u00a0.:;!|•·*])】»›>→➔➤↓▼…-–—_+0123456789"
# Set in bold, a single word may be the heading of a section on that matter.
_BOLD = frozenset({"b", "strong", *HEADINGS})
# How long a film or a sound lasts, as players print it.
_DURATION = re.compile(r"\(?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?min\.?)?\)?", re.IGNORECASE)
# Levels of inline elements around a label.
_NEAR = 6
# A word in one of these is an entry of its own.
_CELLS = frozenset({"blockquote", "caption", "dd", "dt", "figcaption", "li", "td", "th"})
_SIGNS = UNREAD | {"svg"}
_SHOWN = frozenset({"audio", "br", "iframe", "img", "object", "video"})
_ELSEWHERE = frozenset({"related", "read-more"})
_POST_AND_SITE, _FEW = 2, 3
# Elements of an empty box, a sign with its strokes.
_BARE = 12
FEED_TAILS = (
    "appeared first on",
    "first appeared on",
    "was originally published in",
    "erschien zuerst auf",
    "est apparu en premier sur",
    "se publicó primero en",
    "aparece primero en",
    "apareceu primeiro em",
    "proviene da",
    "verscheen eerst op",
    "dök först upp på",
    "pochodzi z serwisu",
    "появились сначала на",
    "ilk önce üzerinde ortaya çıktı",
    "最先出现在",
    "最早出現於",
    "に最初に表示されました",
)


def words(node: Element) -> Skip | None:
    """Leave out an element whose words are one of the labels, or a paragraph that is a sentence added to the article."""
    if len(node) and not _is_iconic(node):
        return _added_sentence(node) if node.tag == "p" else None
    text = node.text
    if text is None or len(text) > _LONGEST:
        return None
    bare = _bare(text)
    reason = _REASONS.get(bare)
    if reason is None and ":" in text and _DURATION.fullmatch(text.strip()):
        reason = "player"
    if reason is None or not (is_alone(node) or (reason == "read-more" and _is_last_line(node))):
        return None
    single = " " not in bare
    if reason == "related":
        return Skip(reason) if not (single or node.tag in _BOLD) or _leads_to_links(node) else None
    if reason == "read-more" and text.rstrip().endswith((":", "：")):  # what follows is the author's
        return None
    return None if node.tag in _BOLD and single else Skip(reason)


def _is_iconic(node: Element) -> bool:
    """Tell whether all that an element holds beside its first words is without words: a sign on a button."""
    if len(node) > _NEAR:
        return False
    parts = list(islice(node.iter(), 1, _NEAR + 2))
    return len(parts) <= _NEAR and all(
        part.tag != "br" and not (part.text or "").strip() and not (part.tail or "").strip() for part in parts
    )


def dateline(node: Element) -> Skip | None:
    """Leave out a date that stands alone: when the article, or another that it names, was printed."""
    return (
        Skip("byline")
        if is_alone(node) and not any(part.tag in HEADINGS for part in islice(node.iterancestors(), _NEAR))
        else None
    )


def related_list(node: Element) -> Skip | None:
    """Leave out links under a label that says they lead to other articles."""
    before = node.getprevious()
    if before is None or (before.tail or "").strip(HTML_SPACE):
        return None
    said = "".join(islice(_texts(before), _FEW))
    known = len(said) <= _LONGEST and _REASONS.get(_bare(said)) == "related"
    return Skip("related") if known and is_within(node, 4000) and is_linked(node) else None


def _added_sentence(node: Element) -> Skip | None:
    """Find a paragraph of links that software or habit adds: to another article, or WordPress's last words in a feed."""
    links = list(islice(node.iter("a"), _FEW + 1))
    if not 1 <= len(links) <= _FEW or not is_within(node, 600):
        return None
    between = "".join(link.tail or "" for link in links)
    if len(links) == _POST_AND_SITE and any(tail in between for tail in FEED_TAILS):
        return Skip("feed-footer")
    said = "".join(_texts(node)).strip()
    first = "".join(_texts(links[0])).strip()
    if first == said and said.isupper() and said.count(" ") >= _FEW:
        return Skip("related")  # a headline, shouted: so papers set links to other articles between paragraphs
    before, _, _ = said.partition(first or ":")
    leads = (before, *(said.partition(colon)[0] for colon in ":："))
    known = any(lead != said and _REASONS.get(_bare(lead)) in _ELSEWHERE for lead in leads)
    return Skip("related") if known and is_linked(node) else None


def _bare(text: str) -> str:
    # Without its dot: what lower-case letters make of a Turkish capital i is another string than the plain one.
    return text.lstrip(_LEFT).rstrip(_RIGHT).casefold().replace("i\u0307", "i")


def reason_of(text: str) -> str | None:
    """Give the reason for which a block that says no more than this is a label."""
    return _REASONS.get(_bare(text)) if len(text) <= _LONGEST else None


def label_of_box(text: str) -> str | None:
    """Give the reason of a label over a box; one over links to other articles may go on: `More on this matter`."""
    bare = _bare(text)
    reason = _REASONS.get(bare)
    while reason is None and " " in bare:
        bare = bare.rpartition(" ")[0]
        reason = _REASONS.get(bare) if " " in bare and _REASONS.get(bare) == "related" else None
    return reason


def is_alone(node: Element) -> bool:
    """Tell whether nothing stands beside an element in its block."""
    for _ in range(_NEAR):
        if node.tag in BLOCKS:
            return not any(above.tag in _CELLS for above in (node, *islice(node.iterancestors(), 2)))
        above = node.getparent()
        if above is None or (above.text or "").strip(HTML_SPACE) or (node.tail or "").strip(HTML_SPACE):
            return False
        if len(above) != 1 and any(child is not node and not _is_apart(child) for child in islice(above, _NEAR)):
            return False
        node = above
    return False


def _is_last_line(node: Element) -> bool:
    """Tell whether a link is a line of its own at the end of its block."""
    before = node.getprevious()
    if node.tag != "a" or before is None or before.tag != "br" or node.getnext() is not None:
        return False
    return not (before.tail or "").strip(HTML_SPACE) and not (node.tail or "").strip(HTML_SPACE)


def _is_apart(node: Element) -> bool:
    """Tell whether an element beside a label is a block, or shows nothing: a script, a sign, an empty box."""
    if node.tag in BLOCKS:
        return not (node.tail or "").strip(HTML_SPACE)
    if node.tag in _SIGNS:
        return not (node.tail or "").strip(HTML_SPACE)
    parts = list(islice(node.iter(), _BARE + 1))
    return len(parts) <= _BARE and not any(
        part.tag in _SHOWN or (part.text or "").strip(HTML_SPACE) or (part.tail or "").strip(HTML_SPACE) for part in parts
    )


def _leads_to_links(node: Element) -> bool:
    """Tell whether what follows a label, or is what it heads, is links."""
    for _ in range(_NEAR):
        if (node.tail or "").strip(HTML_SPACE):
            return False
        after = node.getnext()
        if after is not None:
            return is_within(after, 4000) and is_linked(after)
        above = node.getparent()
        if above is None or above.tag == "body":
            return False
        node = above
    return False


def _texts(node: Element) -> Iterator[str]:
    # lxml-stubs allow for bytes, which Python 2 knew.
    return node.itertext()  # type: ignore[return-value]
