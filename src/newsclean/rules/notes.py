"""Rules for footnotes: the reference in the text, the note, and the way back."""

import re

from newsclean.dom import Element
from newsclean.policy import ID_PREFIX
from newsclean.rules.answers import Enter, Skip, Take

# Anchors of notes in the field: `fn1`, `fn:1` (Markdown), `_ftn1` (Word), `sdfootnote1sym` (LibreOffice), `footnote-1`,
# `cite_note-1` (MediaWiki), `easy-footnote-bottom-1`. Those of references end in words such as `ref`, `anc`, `link`.
_NOTE = re.compile(
    r"(?:.{0,60}[-_:.])??_?(?:fn|ftn|edn|sdfootnote|footnote|endnote|cite[-_]note)(?:-bottom)?[-_:.]?[0-9][\w:.-]{0,60}"
)
_BACK = re.compile(r"(?:link|ref|back|anc|return)\w{0,3}$")
_REFERENCE_CLASSES = frozenset(
    {"footnote", "footnote-ref", "footnote-reference", "footnoteref", "noteref", "fn-ref", "footnote-link"}
)
_BACK_CLASSES = frozenset({"footnote-backref", "footnote-back", "reversefootnote", "footnote-return", "footnote-back-link"})
_ARROWS = frozenset("\u21a9\u2191^\u21b5\u2b8c\u23ce")
_WAY_BACK = Skip("footnote-link")
_ENTER = Enter()
# A mark such as `1`, `[12]`, `*`, `†`; a longer text is a link that people read.
_LONGEST_MARK = 8


def is_note_id(name: str) -> bool:
    """Tell whether an anchor is named as those of footnotes are.

    >>> is_note_id("fn:1"), is_note_id("fnref:1"), is_note_id("_ftnref1")
    (True, False, False)
    """
    return _NOTE.fullmatch(name) is not None and _BACK.search(name) is None


def reference(node: Element) -> Take | None:
    """Read a link to a footnote as a reference: a short mark, raised, or said to be one."""
    href = node.get("href") or ""
    if not href.startswith("#") or len(node) > 1:
        return None
    inner = node[0] if len(node) else None
    words = "".join(part or "" for part in (node.text, *(() if inner is None else (inner.text, inner.tail))))
    if not 0 < len(words.strip()) <= _LONGEST_MARK:
        return None
    said = node.get("role") == "doc-noteref" or not _REFERENCE_CLASSES.isdisjoint((node.get("class") or "").split())
    if not said:
        above = node.getparent()
        raised = (above is not None and above.tag == "sup") or (inner is not None and inner.tag == "sup")
        said = is_note_id(href[1:]) and (raised or words.strip().startswith("["))
    return Take("footnote", reads="mark", values={"href": href}) if said else None


def way_back(node: Element) -> Skip | None:
    """Leave out the arrow that leads from a note back to its reference."""
    if node.get("role") == "doc-backlink" or not _BACK_CLASSES.isdisjoint((node.get("class") or "").split()):
        return _WAY_BACK
    href = node.get("href") or ""
    if not href.startswith("#") or len(node):
        return None
    arrow = (node.text or "").strip().rstrip("\ufe0e\ufe0f")
    return _WAY_BACK if arrow in _ARROWS else None


def note_list(node: Element) -> Enter | None:
    """Go into the list of notes at the end of a text: each of them is a block."""
    first = node[0] if len(node) else None
    return _ENTER if first is not None and first.tag == "li" and is_note_id(first.get("id") or "") else None


def note(node: Element) -> Take | None:
    """Read a footnote."""
    name = node.get("id")
    if name is None or not is_note_id(name):
        return None
    return Take("footnote", reads="blocks", values={"id": name})


def canonical_reference(node: Element) -> Take | None:
    """Read a reference as our own HTML has it."""
    href = node.get("href")
    return Take("footnote", reads="mark", values={"href": href}) if href and node.get("class") == "nc-footnote" else None


def canonical_note(node: Element) -> Take | None:
    """Read a footnote as our own HTML has it."""
    if node.get("class") != "nc-footnote":
        return None
    return Take("footnote", reads="blocks", values={"id": (node.get("id") or "").removeprefix(ID_PREFIX)})
