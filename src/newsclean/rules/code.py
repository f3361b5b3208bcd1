"""Rules for code: preformatted text, its language, and what highlighters put around it."""

import re
from itertools import islice

from newsclean.dom import Element
from newsclean.rules.answers import Enter, Skip, Take

_LINE_NUMBERS = Skip("line-numbers")
_ENTER = Enter()
# Classes that name a language, as highlighters write them: `language-x` (HTML standard, Prism, Rouge, kramdown), `lang-x`
# (Stack Overflow), `highlight-x` and `highlight-source-x` (Pygments, GitHub), `brush: x` (SyntaxHighlighter).
_NAMED = re.compile(
    r"(?:^|\s)(?:lang(?:uage)?-|highlight-(?:source-|text-)?|brush:\s*|sourceCode\s+)([\w+#.-]+)", re.IGNORECASE
)
# Classes after which the next one is the language: Hexo's `figure.highlight.x`, highlight.js's `code.hljs.x`.
_MARKERS = frozenset({"highlight", "hljs", "highlight-source", "code-block"})
_NO_LANGUAGE = frozenset(
    {"plain", "plaintext", "text", "none", "nohighlight", "no-highlight", "plain-text", "txt", "html-preview"}
)
_GUTTERS = frozenset(
    "gutter linenos linenodiv rouge-gutter hljs-ln-numbers line-numbers-rows lineno line_numbers crayon-nums".split()
)
# Levels between a `pre` and the element that its highlighter names: figure, table, tbody, tr, td.
_NEAR = 6
_LANGUAGE = re.compile(r"[a-z0-9+#._-]{1,30}")


def code(node: Element) -> Take:
    """Read preformatted text with its white space; its language is named on it, on the `code` in it, or around it."""
    language = _named(node) or next((found for part in islice(node.iter("code"), 1) if (found := _named(part))), None)
    if language is None:
        language = next((found for above in islice(node.iterancestors(), _NEAR) if (found := _around(above))), None)
    return Take("code", verbatim={"text": node}, values={"language": _known(language)} if language else {})


def canonical_code(node: Element) -> Take:
    """Read code as our own HTML has it, and formulas."""
    if node.get("class") == "nc-math":
        return Take("math", verbatim={"text": node})
    inner = next(node.iter("code"), None)
    name = "" if inner is None else (inner.get("class") or "")
    language = name.removeprefix("language-") if name.startswith("language-") else None
    return Take("code", verbatim={"text": node}, values={"language": language} if language else {})


def line_numbers(node: Element) -> Skip | None:
    """Leave out the column of line numbers beside highlighted code."""
    label = node.get("class")
    return _LINE_NUMBERS if label is not None and not _GUTTERS.isdisjoint(label.split()) else None


def code_table(node: Element) -> Enter | None:
    """Go into the table that a highlighter makes of code and line numbers."""
    label = node.get("class") or ""
    names = set(label.split())
    if names & {"rouge-table", "highlighttable", "CodeRay", "hljs-ln", "crayon-table"}:
        return _ENTER
    above = node.getparent()
    return _ENTER if above is not None and "highlight" in (above.get("class") or "").split() else None


def _named(node: Element) -> str | None:
    """Give the language that an element names; WordPress plug-ins put it into `lang` of a `pre`."""
    own = node.get("data-lang") or node.get("data-language") or node.get("lang")
    return own or _around(node)


def _around(node: Element) -> str | None:
    label = node.get("class")
    if not label:
        return None
    named = _NAMED.search(label)
    if named is not None:
        return named[1]
    names = label.split()
    return names[1] if len(names) > 1 and names[0] in _MARKERS else None


def _known(name: str) -> str | None:
    lower = name.lower()
    return lower if lower not in _NO_LANGUAGE and _LANGUAGE.fullmatch(lower) else None
