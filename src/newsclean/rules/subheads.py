"""Headings and standfirsts that are set as paragraphs and say what they are: by role, or by class names that themes share."""

import re
from itertools import islice

from newsclean.dom import BLOCKS, Element
from newsclean.rules.answers import Take
from newsclean.rules.prose import HEADINGS, heading
from newsclean.rules.signals import is_within

# `subhead`, `crosshead`, `interline`, `Zwischentitel`: what parts a text, at the end of a class name.
_SUBHEAD = re.compile(
    r"(?:^|[\s_-])(?:[a-z]*(?:sub|cross|inter|zwischen|mellom|mellan|tussen)[-_]?"
    r"(?:head(?:ing|line)?|line|tit(?:le|el|re|tel)|rubrik|kop|ueberschrift))(?=$|\s)",
    re.IGNORECASE,
)
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|lead|lede|ingress|chapo|chapeau|sapo|entradilla|bajada|vorspann|anleser|sommario|"
    r"sub[-_]?title|sub[-_]?headline|teaser[-_]?text|(?:article|post|entry|story)[-_]+(?:intro|summary|excerpt|lead))(?=$|\s)",
    re.IGNORECASE,
)
_LONGEST, _LONGEST_STANDFIRST = 100, 800
_SENTENCE = ".,;:…!。，；：！、"
_BESIDE = 3


def called_heading(node: Element) -> Take | None:
    """Read a paragraph that is called a heading: by its role, or by its class if a paragraph stands on either side."""
    if node.get("role") == "heading":
        level = node.get("aria-level") or ""
        plain = int(level) if level in {"1", "2", "3", "4", "5", "6"} else 2
        return Take("heading", reads="text", values={"level": plain, "id": node.get("id") or None}) if _is_plain(node) else None
    label = node.get("class")
    if not label or not _SUBHEAD.search(label) or not _is_plain(node) or not is_within(node, _LONGEST):
        return None
    words = "".join(node.itertext()).strip()  # type: ignore[arg-type]  # lxml-stubs allow for bytes, which Python 2 knew
    if not words or words[-1] in _SENTENCE or not (_is_paragraph(node.getprevious()) and _is_paragraph(node.getnext())):
        return None
    return Take("heading", reads="text", values={"level": 2, "id": node.get("id") or None})


def standfirst(node: Element) -> Take | None:
    """Read the sentence that sums the article up: a paragraph or heading of that name."""
    label = node.get("class")
    if not label or not _STANDFIRST.search(label) or not _is_plain(node) or not is_within(node, _LONGEST_STANDFIRST):
        return None
    return heading(node) if node.tag in HEADINGS else Take("paragraph", reads="text")


def _is_plain(node: Element) -> bool:
    """Tell whether an element holds running text only."""
    return not any(part.tag in BLOCKS or part.tag in {"img", "iframe", "video"} for part in islice(node.iter(), 1, 40))


def _is_paragraph(node: Element | None) -> bool:
    for _ in range(_BESIDE):
        if node is None or node.tag == "p":
            return node is not None
        node = next(iter(node), None)
    return False
