"""Running text with marks as inline Markdown; what Markdown cannot say as inline HTML.

The text becomes a flat row of tokens, so that nothing recurses: strings, and the two ends of each mark. Then each mark takes
its first form that its neighbours allow.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from newsclean.models.text import Mark, MarkKind, Text
from newsclean.renderers.html_text import attribute
from newsclean.renderers.markdown_text import HTML_SPACE, code_span, escaped, one_line, target

Labels = Mapping[str, str]
"""The label of each footnote, by the `href` of the marks that refer to it."""

_DELIMITERS: Mapping[MarkKind, tuple[str, ...]] = MappingProxyType(
    {"strong": ("**", "__"), "emphasis": ("*", "_"), "strike": ("~~",)}
)
_TAGS: Mapping[MarkKind, str] = MappingProxyType(
    {
        "strong": "strong",
        "emphasis": "em",
        "strike": "s",
        "code": "code",
        "subscript": "sub",
        "superscript": "sup",
        "underline": "u",
        "highlight": "mark",
        "abbreviation": "abbr",
        "quote": "q",
        "time": "time",
        "ruby": "ruby",
        "language": "span",
    }
)
_AS_SPACE = str.maketrans("\n\r", "  ")
# Within itself such a mark says nothing more, and as Markdown it would say something else.
_ONCE: frozenset[MarkKind] = frozenset({"strong", "emphasis", "strike", "code", "link"})


class _Span:
    """A mark and the forms of its two ends; the delimiters of emphasis are chosen later."""

    __slots__ = ("closing", "end", "last", "mark", "opening")

    def __init__(self, mark: Mark, end: int) -> None:
        self.mark, self.end = mark, end
        self.opening, self.closing = _ends(mark)
        self.last = 0
        """Index of the token that closes it."""


class _End:
    """One end of a mark, as a token."""

    __slots__ = ("opens", "span")

    def __init__(self, span: _Span, *, opens: bool) -> None:
        self.span, self.opens = span, opens

    def __str__(self) -> str:
        return self.span.opening if self.opens else self.span.closing


def marked(text: Text, labels: Labels) -> str:
    r"""Render text with its marks; a line feed is a hard break.

    >>> marked(Text(text="a dam", marks=(Mark(kind="strong", start=2, end=5),)), {})
    'a **dam**'
    """
    if not text.marks:
        return escaped(text.text.strip(HTML_SPACE))
    row = _Row(text, labels)
    row.fill()
    tokens = row.tokens
    for at, token in enumerate(tokens):
        if isinstance(token, _End) and token.opens and token.span.mark.kind in _DELIMITERS:
            _choose(tokens, at, token.span)
    return "".join(map(str, tokens))


class _Row:
    """The tokens of one text, as they are made."""

    def __init__(self, text: Text, labels: Labels) -> None:
        self.text, self.marks, self.labels = text.text, text.marks, labels
        self.tokens: list[str | _End] = []
        self.open: list[_Span] = []
        self.kinds: set[MarkKind] = set()
        # A browser shows no white space at the ends of a block.
        self.at = len(self.text) - len(self.text.lstrip(HTML_SPACE))
        self.stop = len(self.text.rstrip(HTML_SPACE))
        self.whole = 0
        """Where the last formula or footnote reference ends; marks inside it say nothing more."""

    def fill(self) -> None:
        for index, mark in enumerate(self.marks):
            self._go_to(min(mark.start, self.stop))
            end = min(mark.end, self.open[-1].end if self.open else self.stop)
            if end <= self.at or mark.start < self.whole:
                continue
            if mark.kind in _ONCE and mark.kind in self.kinds:
                continue
            inner = self.marks[index + 1] if index + 1 < len(self.marks) else None
            if inner is not None and inner.start >= end:
                inner = None
            self._open(mark, end, inner)
        self._go_to(self.stop)

    def _open(self, mark: Mark, end: int, inner: Mark | None) -> None:
        words = self.text[self.at : end]
        match mark.kind:
            case "link" | "footnote" if mark.href is None or "link" in self.kinds:
                pass  # no link, and no reference to a note, stands in a link
            case "footnote" if label := self.labels.get(mark.href or ""):
                self._add_whole(f"[^{label}]", end)
            case "math":
                formula = code_span(words.translate(_AS_SPACE))
                self._add_whole(f"${formula}$", end)
            case "code" if inner is None and _is_line(words) and not self._ends_with("`"):
                self._add_whole(code_span(words), end)
            case "superscript" if inner is not None and self._is_reference(inner) and inner.end == end:
                pass  # the reference is raised by itself
            case _:
                span = _Span(mark, end)
                self.open.append(span)
                self.kinds.add("link" if mark.kind == "footnote" else mark.kind)
                self._guard(str(span.opening))
                self.tokens.append(_End(span, opens=True))

    def _is_reference(self, mark: Mark) -> bool:
        return "link" not in self.kinds and mark.kind == "footnote" and mark.href in self.labels and mark.start == self.at

    def _add_whole(self, token: str, end: int) -> None:
        self._guard(token)
        self.tokens.append(token)
        self.at = self.whole = end

    def _guard(self, token: str) -> None:
        """Keep a `!` before a link from making it a picture, and a `^` from making it a note."""
        last = self.tokens[-1] if self.tokens else None
        if token[0] == "[" and isinstance(last, str) and last[-1] in "!^":
            self.tokens[-1] = f"{last[:-1]}\\{last[-1]}"

    def _ends_with(self, character: str) -> bool:
        last = self.tokens[-1] if self.tokens else None
        return isinstance(last, str) and last.endswith(character)

    def _go_to(self, place: int) -> None:
        while self.open and self.open[-1].end <= place:
            span = self.open.pop()
            self._add_text(span.end)
            span.last = len(self.tokens)
            self.tokens.append(_End(span, opens=False))
            self.kinds.discard("link" if span.mark.kind == "footnote" else span.mark.kind)
        self._add_text(place)

    def _add_text(self, place: int) -> None:
        if place <= self.at:
            return
        words = escaped(self.text[self.at : place], in_link="link" in self.kinds)
        # `[^1]: a` is a note, `[^1](a)` a link.
        if words[0] in ":(" and self._ends_with("]"):
            words = f"\\{words}"
        self.tokens.append(words)
        self.at = place


def _is_line(code: str) -> bool:
    return not ("\n" in code or "\r" in code or code.isspace())


def _ends(mark: Mark) -> tuple[str, str]:
    """Give what stands before and after a mark, by HTML for emphasis."""
    if mark.kind in {"link", "footnote"}:
        return "[", f"]({target(mark.href or '', mark.title)})"
    attributes = (("title", mark.title), ("datetime", mark.datetime), ("lang", mark.lang), ("dir", mark.dir))
    # Markdown would read a blank line in an attribute as the end of the paragraph.
    inside = "".join(one_line(attribute(name, value)) for name, value in attributes)
    reading = "" if mark.annotation is None else f"<rt>{escaped(' '.join(mark.annotation.split()))}</rt>"
    tag = _TAGS[mark.kind]
    return f"<{tag}{inside}>", f"{reading}</{tag}>"


# How delimiters of emphasis are read depends on the characters beside them: CommonMark 0.31, 6.2. Readers differ in what is
# punctuation (symbols beyond ASCII since 0.31 only), so what holds must hold for both.


def _choose(tokens: list[str | _End], at: int, span: _Span) -> None:
    """Take the first delimiters that every reader sees as such; else the HTML stays."""
    outside = _character(tokens, at - 1, -1), _character(tokens, span.last + 1, 0)
    inside = _character(tokens, at + 1, 0), _character(tokens, span.last - 1, -1)
    for delimiter in _DELIMITERS[span.mark.kind]:
        pairs = zip(outside, inside, strict=True)
        if delimiter[0] not in outside and all(_flanks(delimiter, outer, inner) for outer, inner in pairs):
            span.opening = span.closing = delimiter
            return


def _character(tokens: list[str | _End], at: int, place: int) -> str:
    """Give the first or last character of a token; white space beyond the ends of the text."""
    if not 0 <= at < len(tokens):
        return " "
    return str(tokens[at])[place]


def _flanks(delimiter: str, outer: str, inner: str) -> bool:
    """Tell whether a delimiter between these characters opens towards the inner one, or closes after it."""
    if _is_space(inner):
        return False
    apart = _is_space(outer) or _is_punctuation(outer)
    # Delimiters of underscores are none inside a word.
    return apart or (delimiter[0] != "_" and unicodedata.category(inner)[0] not in "PS")


def _is_space(character: str) -> bool:
    return character in HTML_SPACE or unicodedata.category(character) == "Zs"


def _is_punctuation(character: str) -> bool:
    kind = unicodedata.category(character)[0]
    return kind == "P" or (kind == "S" and character.isascii())


def references(text: Text) -> Iterator[str]:
    """Give the `href` of each mark that can be rendered as a reference to a footnote."""
    whole = 0
    for mark in text.marks:
        if mark.start < whole:
            continue
        if mark.kind == "footnote" and mark.href is not None:
            yield mark.href
        if mark.kind == "math" or mark.href is not None:
            whole = mark.end


def emphasised(text: Text) -> Text:
    """Give a text all of which is emphasised."""
    return Text(text=text.text, marks=tuple(_around(text)))


def _around(text: Text) -> Iterator[Mark]:
    if text.text:
        yield Mark(kind="emphasis", start=0, end=len(text.text))
    yield from text.marks
