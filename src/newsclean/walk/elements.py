"""What HTML says about elements: which are blocks, and what the inline ones mean.

Source: HTML Living Standard, section 15.3 (rendering of flow content and phrasing content) and 4.5 (text-level semantics).
"""

from types import MappingProxyType

from newsclean.dom import Element
from newsclean.walk.run import Draft

MARKS = MappingProxyType(
    {
        "a": "link",
        "abbr": "abbreviation",
        "acronym": "abbreviation",
        "b": "strong",
        "cite": "emphasis",
        "code": "code",
        "del": "strike",
        "dfn": "emphasis",
        "em": "emphasis",
        "i": "emphasis",
        "ins": "underline",
        "kbd": "code",
        "mark": "highlight",
        "q": "quote",
        "s": "strike",
        "samp": "code",
        "strike": "strike",
        "strong": "strong",
        "sub": "subscript",
        "sup": "superscript",
        "time": "time",
        "tt": "code",
        "u": "underline",
        "var": "emphasis",
    }
)
_DIRECTIONS = frozenset({"ltr", "rtl", "auto"})


def mark_of(node: Element) -> Draft | None:
    """Give the mark that an inline element makes of its text, or None; the URL of a link is as written."""
    kind = MARKS.get(node.tag)
    match kind:
        case None:
            return None
        case "link":
            href = node.get("href")
            return {"kind": kind, "href": href, "title": node.get("title")} if href else None
        case "abbreviation":
            return {"kind": kind, "title": node.get("title")}
        case "time":
            return {"kind": kind, "datetime": node.get("datetime")}
        case _:
            return {"kind": kind}


def language_of(node: Element) -> Draft | None:
    """Give the mark for the `lang` and `dir` of an inline element, or None."""
    lang, direction = node.get("lang") or None, (node.get("dir") or "").lower()
    known = direction if direction in _DIRECTIONS else None
    return {"kind": "language", "lang": lang, "dir": known} if lang or known else None
