"""The source of a body, written so that libxml2 reads it as an HTML5 parser does.

Two things are looked for in every body, and neither costs an ordinary one anything: tags of very many attributes, over which
libxml2 takes quadratic time, and elements that it does not know to be void. The tokens are those of the HTML Living Standard,
13.2.5 (https://html.spec.whatwg.org/multipage/parsing.html#tokenization).
"""

import re
from collections import Counter
from collections.abc import Iterator
from html import escape

MAX_ATTRIBUTES = 256
"""Of one tag; real ones have a dozen or two."""
VOID = ("wbr", "source", "track", "embed")
"""Void elements that libxml2 does not know as such: it puts what follows into them, up to the end of their parent."""

# The one of `<br></br>` is what serialisers of XML write for a single break.
_BREAK_END = re.compile(r"(<br[ \t\n\f/]*>)?</br[ \t\n\f/]*>", re.IGNORECASE)
# A shorter source cannot hold so many attributes that they take time.
_LOOKED_AT_FROM = 16_384
# A shorter tag cannot hold too many: each takes a name and what parts it from the one before.
_LONG = 2 * MAX_ATTRIBUTES
_SPACE = r"[ \t\n\r\f]"
# A quoted value runs to its quotation mark, over what else would end the tag.
_VALUE = rf"""={_SPACE}*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+"""
_REST = rf"[^>=]*+(?:{_VALUE}[^>=]*+)*+"
_START_TAG = re.compile(rf"<[a-zA-Z]{_REST}")
_ATTRIBUTE = re.compile(
    rf"""(?:{_SPACE}|/)*+=?[^ \t\n\r\f/>=]++(?:{_SPACE}*+={_SPACE}*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\r\f>]*+))?+"""
)
_NAME = re.compile(r"<[a-zA-Z][^ \t\n\r\f/>]*+")
# Elements whose content is text: tags in it are none.
_RAW = "iframe|noembed|noframes|script|style|textarea|title|xmp"
_TOKEN = re.compile(
    rf"(?P<data><!\[CDATA\[)|<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*+>?"
    rf"|<(?P<raw>{_RAW})(?=[ \t\n\r\f/>]){_REST}>?(?:.*?</(?P=raw)(?=[ \t\n\r\f/>])|.*)"
    rf"|</?(?P<name>[a-zA-Z][^ \t\n\r\f/>]*+){_REST}>?",
    re.DOTALL | re.IGNORECASE,
)
_END = r"[ \t\n\r\f/>]"
_RAW_ELEMENTS = "|".join(rf"<{name}(?={_END}){_REST}>?(?:.*?</{name}(?={_END})|.*)" for name in _RAW.split("|"))


# Everything up to one of some tags, in one match, and that tag; or up to `<![CDATA[` where no text element holds it. No group
# may stand in what is repeated: in some versions of Python that is an error of its own.
def _up_to(names: tuple[str, ...]) -> re.Pattern[str]:
    stops = "|".join(names)
    return re.compile(
        rf"(?:[^<]++|<!--(?:-?>|.*?(?:--!?>|\Z))|<(?!!\[CDATA\[)[!?][^>]*+>?|{_RAW_ELEMENTS}"
        rf"|</?(?!(?:{stops}){_END})[a-zA-Z]{_REST}>?|</(?=[a-zA-Z]){_REST}>?|<(?![a-zA-Z!?]|/[a-zA-Z]))*+"
        rf"(?:<(?P<name>{stops})(?={_END}){_REST}>|<!\[CDATA\[)",
        re.DOTALL | re.IGNORECASE,
    )


_UP_TO_VOID = _up_to(VOID)
_UP_TO_FOREIGN = _up_to((*VOID, "svg", "math"))
_CDATA = "<![CDATA["
_DATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_HTML_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "param", *VOID})
# Elements that hold another language, in which `<![CDATA[` begins text; anywhere else it begins a comment.
_FOREIGN = frozenset({"svg", "math"})
# Elements of that language that hold HTML again (HTML integration points and MathML text integration points).
_INTEGRATION = frozenset({"foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext", "annotation-xml"})


def with_breaks(html: str) -> str:
    """Write `</br>` as the break that it is by the standard: libxml2 leaves it out, and glues two words.

    >>> with_breaks("a</br>b<br></br>c")
    'a<br>b<br>c'
    """
    return _BREAK_END.sub("<br>", html) if "</br" in html or "</BR" in html else html


def with_few_attributes(html: str) -> tuple[str, list[tuple[int, int]]]:
    r"""Cut each tag after its 256th attribute, by which libxml2 would take time that grows with their square.

    >>> with_few_attributes("<p class=a>The dam.</p>")
    ('<p class=a>The dam.</p>', [])

    Returns:
        The source with as many lines as before, and for each tag that was cut (place in the source in code points, number of
        attributes left out).
    """
    if len(html) < _LOOKED_AT_FROM:
        return html, []
    parts: list[str] = []
    cuts: list[tuple[int, int]] = []
    done = 0
    for tag in _START_TAG.finditer(html):
        if tag.end() - tag.start() <= _LONG:
            continue
        attributes = list(_attribute_ends(html, tag.start(), tag.end()))
        if len(attributes) > MAX_ATTRIBUTES:
            end = attributes[MAX_ATTRIBUTES - 1]
            parts += html[done:end], "\n" * html.count("\n", end, tag.end())
            cuts.append((tag.start(), len(attributes) - MAX_ATTRIBUTES))
            done = tag.end()
    return ("".join((*parts, html[done:])) if cuts else html), cuts


def _attribute_ends(html: str, start: int, end: int) -> Iterator[int]:
    name = _NAME.match(html, start, end)
    at = start if name is None else name.end()
    while found := _ATTRIBUTE.match(html, at, end):
        at = found.end()
        yield at


def spelled_out(html: str) -> str:
    """Close each void element that libxml2 does not know, and write `<![CDATA[` in SVG and MathML as the text that it is.

    >>> spelled_out("<p>a<wbr>b<svg><text><![CDATA[1 < 2]]></text></svg>")
    '<p>a<wbr></wbr>b<svg><text>1 &lt; 2</text></svg>'
    """
    parts: list[str] = []
    at = 0
    while found := _UP_TO_VOID.match(html, at):
        if found["name"] is None:
            return _spelled_out_with_data(html)
        parts += found[0], f"</{found['name'].lower()}>"
        at = found.end()
    return "".join((*parts, html[at:])) if parts else html


def _spelled_out_with_data(html: str) -> str:
    parts: list[str] = []
    at = 0
    while found := _UP_TO_FOREIGN.match(html, at):
        parts.append(found[0])
        at, name = found.end(), (found["name"] or "").lower()
        if not name:  # outside of SVG and MathML it begins a comment
            text, at = _character_data(html, at - len(_CDATA), foreign=False)
            parts[-1] = found[0][: -len(_CDATA)] + text
        elif name in VOID:
            parts.append(f"</{name}>")
        elif not found[0].endswith("/>"):
            at = _through_foreign(html, at, name, parts)
    return "".join((*parts, html[at:]))


def _through_foreign(html: str, at: int, name: str, parts: list[str]) -> int:
    """Write out what stands in an SVG or MathML element, token by token; give the place after it."""
    around = _Around()
    around.pass_tag(name, f"<{name}>")
    while around.is_open and (token := _TOKEN.search(html, at)):
        parts.append(html[at : token.start()])
        at = token.end()
        if token["data"] is not None:
            text, at = _character_data(html, token.start(), foreign=around.is_foreign)
            parts.append(text)
            continue
        parts.append(token[0])
        inner = (token["name"] or "").lower()
        if inner in VOID and token[0][1] != "/" and token[0].endswith(">"):
            parts.append(f"</{inner}>")
        elif inner:
            around.pass_tag(inner, token[0])
    return at


def _character_data(html: str, start: int, *, foreign: bool) -> tuple[str, int]:
    """Give what `<![CDATA[` says at a place, and where that ends."""
    found = _DATA.match(html, start) if foreign else None
    if found is not None:
        return escape(found[1], quote=False), found.end()
    end = html.find(">", start) + 1 or len(html)
    return html[start:end], end


class _Around:
    """The open elements from the outermost SVG or MathML inwards: they tell which language a place is written in."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._count = Counter[str]()

    @property
    def is_open(self) -> bool:
        """Whether any is open."""
        return bool(self._open)

    @property
    def is_foreign(self) -> bool:
        """Whether the innermost element is one of SVG or MathML."""
        return bool(self._open) and self._open[-1] in _FOREIGN | _INTEGRATION

    def pass_tag(self, name: str, tag: str) -> None:
        """Go past a start or end tag. Of the elements of SVG and MathML only those that change the language are kept."""
        if tag.startswith("</"):
            while self._count[name]:
                closed = self._open.pop()
                self._count[closed] -= 1
                if closed == name:
                    return
        elif (name in _FOREIGN or (self._open and self._is_told(name))) and not tag.endswith("/>") and name not in _HTML_VOID:
            self._open.append(name)
            self._count[name] += 1

    def _is_told(self, name: str) -> bool:
        """Tell whether an element opened here is HTML, or begins to hold some."""
        return name in _INTEGRATION or self._open[-1] not in _FOREIGN
