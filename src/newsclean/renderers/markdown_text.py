"""Characters of CommonMark: what must be escaped, and where.

Source: CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/) and GitHub Flavored Markdown (https://github.github.com/gfm/).
More is escaped than one reader needs, so that readers which differ in details agree: every bracket, star, tilde and backtick.
"""

import re

HTML_SPACE = " \t\n\r\f"
# A backslash before the match. Underscores inside a word mean nothing, nor do `<` and `&` alone.
_REFERENCE = r"&(?=#[0-9]{1,7};|#[Xx][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)"
_SPECIAL = re.compile(rf"[\\`*~\[\]\n]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|{_REFERENCE}")
# Most text holds none of these: asked first, as it is many times as fast.
_SUSPECT = re.compile(r"[\\`*~\[\]\n_<&]")
# GFM makes links of bare addresses, and would then show the backslashes in them.
_ADDRESS = re.compile(r":(?=//)|(?<=[Ww]{3})\.(?=\w)")
# What starts a block at the beginning of a line: headings, quotes, lists, rules, underlines, the second line of a table.
_LINE_START = re.compile(
    r"^[ \t]*(?:(?=#{1,6}(?:[ \t]|$)|>|[-+](?:[ \t]|$)|=+[ \t]*$|[-:|][-:| \t]*$)|([0-9]{1,9})(?=[.)](?:[ \t]|$)))",
    re.MULTILINE,
)
_UNSAFE_URL = re.compile(r"""[\x00-\x20\x7f<>"`]""")
_URL_ESCAPE = re.compile(rf"\\|{_REFERENCE}")
_TITLE_ESCAPE = re.compile(rf'[\\"<]|{_REFERENCE}')
_BYTE_ORDER_MARK = "\ufeff"


def escaped(text: str, *, in_link: bool = False) -> str:
    r"""Escape running text: it reads as itself anywhere but at the beginning of a line; a line feed is a hard break.

    >>> print(escaped("a*b_c <b> &amp; [d]"))
    a\*b_c \<b> \&amp; \[d\]
    """
    out = _SPECIAL.sub(r"\\\g<0>", text) if _SUSPECT.search(text) else text
    if not in_link and ("://" in out or "ww." in out or "WW." in out):
        out = _ADDRESS.sub(r"\\\g<0>", out)
    return out.replace("\r", "&#13;") if "\r" in out else out


def with_line_starts(text: str) -> str:
    r"""Escape what would start a block at the beginning of a line of escaped text.

    >>> print(with_line_starts("1. a"), with_line_starts("# b"), with_line_starts("2022 c"))
    1\. a \# b 2022 c
    """
    # Only the first place is looked at where there is only one line.
    if "\n" not in text and not _LINE_START.match(text):
        return text
    return _LINE_START.sub(r"\g<1>\\", text)


def with_edges(text: str) -> str:
    """Write white space of other scripts at both ends as a reference: many readers strip it, as HTML does not.

    >>> with_edges("\u3000\u3000水")
    '&#x3000;\u3000水'
    """
    if text and _is_stripped(text[0]):
        text = _reference(text[0]) + text[1:]
    if text and _is_stripped(text[-1]):
        text = text[:-1] + _reference(text[-1])
    return text


def _is_stripped(character: str) -> bool:
    # Of control characters (below the space, U+0085) CommonMark knows no reference.
    return (character.isspace() and character >= "\u00a0") or character == _BYTE_ORDER_MARK


def _reference(character: str) -> str:
    return "&nbsp;" if character == "\u00a0" else f"&#x{ord(character):X};"


def target(url: str, title: str | None) -> str:
    r"""Give the destination and title of a link or picture, as they stand between its parentheses.

    >>> print(target("/a (b)?c", 'd "e"'))
    </a%20(b)?c> "d \"e\""
    """
    # What a browser would encode too; the same address then.
    where = _URL_ESCAPE.sub(r"\\\g<0>", _UNSAFE_URL.sub(lambda found: f"%{ord(found[0]):02X}", url))
    if not where or "(" in where or ")" in where:
        where = f"<{where}>"
    if title is None:
        return where
    words = one_line(_TITLE_ESCAPE.sub(r"\\\g<0>", title))
    return f'{where} "{words}"'


def one_line(text: str) -> str:
    """Write line feeds as references, which mean the same in attributes, titles and alternatives."""
    return text.replace("\n", "&#10;").replace("\r", "&#13;")


def code_span(text: str) -> str:
    """Fence a line of code with more backticks than follow one another in it.

    >>> print(code_span("a`b"), code_span("`"))
    ``a`b`` `` ` ``
    """
    fence = backticks(text, 1)
    pad = " " if text[0] == "`" or text[-1] == "`" or (text[0] == text[-1] == " ") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def backticks(text: str, least: int) -> str:
    """Give a fence that the text does not hold."""
    if "`" not in text:
        return "`" * least
    return "`" * max(least, 1 + max(map(len, re.findall("`+", text))))
