"""All that touches lxml: parsing HTML into a tree and measuring parts of it."""

import re
import threading
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import count, islice
from typing import NamedTuple

from lxml import etree

from newsclean.ledger import EXCERPT, Note
from newsclean.markup import MAX_ATTRIBUTES, VOID, spelled_out, with_breaks, with_few_attributes

Element = etree._Element

HTML_SPACE = " \t\n\r\f"
"""White space as HTML defines it; U+00A0 and U+3000 are characters."""
# Their text is code, not words; the laws count it neither as read nor as dropped.
UNREAD = frozenset({"script", "style"})
MEDIA = frozenset({"img", "video", "audio", "iframe", "object"})
# Source: HTML Living Standard, section 15.3 (rendering of flow content).
# Everything else, elements unknown to HTML included, is inline, as in a browser. Buttons and text fields are boxes of
# their own in a line; their words must not be glued to their neighbours'.
BLOCKS = frozenset(
    "address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav "
    "noframes ol optgroup option p plaintext pre search section select summary table tbody td textarea tfoot th thead tr "
    "ul xmp".split()
)

# XML_ERR_RESOURCE_LIMIT of libxml2; lxml 6.0.0 has no name for it.
_RESOURCE_LIMIT = 114
# libxml2 stores lines in 16 bits; from here on they are not to be trusted.
_LAST_LINE = 65_534
_LARGE = 16_384
# Such as libxml2 leaves open: one that ends in a slash it closes. What this does not see is seen in the tree.
_OPEN_VOID = re.compile(r"<(?:source|wbr)\b[^>]*+(?<!/)>")
# From here on five searches are faster than one translation.
_SHORT = 64
_SPACE = re.compile(rf"[{HTML_SPACE}]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONE = re.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")
_WITHOUT_SPACE = dict.fromkeys(map(ord, HTML_SPACE))
_THREAD = threading.local()


class Tree(NamedTuple):
    """A parsed body."""

    roots: tuple[Element, ...]
    """Usually one `html` element; what stands after `</html>` is another; none if the body holds no element or text."""
    notes: tuple[Note, ...] = ()
    """What in the source had to be read in another way than it is written; lines are those of the source given."""


class Measure(NamedTuple):
    """What a subtree holds."""

    size: int
    media: int
    excerpt: str


def parse_html(html: str) -> Tree:
    """Parse HTML text, whole pages or fragments alike, into trees that hold all text which an HTML5 parser finds.

    A lone surrogate, at which libxml2 would end the document, is read as U+FFFD; a Note says so.
    """
    try:
        return _parsed(html)
    except UnicodeEncodeError:
        tree = _parsed(without_surrogates(html))
        return tree._replace(notes=(*_surrogates_notes(html), *tree.notes))


def _parsed(html: str) -> Tree:
    html, cuts = with_few_attributes(html)
    if "!" in html and "<![CDATA[" in html:
        html = spelled_out(html)
    if len(html) > _LARGE and _OPEN_VOID.search(html):
        # A second parse of a whole page would cost more than to write it out at once.
        html = spelled_out(html)
    roots, fault = _roots(html)
    if fault is not None and (broken := with_breaks(html)) is not html:
        html = broken
        roots, fault = _roots(html)
    if _void_holds_what_follows(roots):
        roots, fault = _roots(spelled_out(html))
    notes: list[Note] = []
    if cuts:
        line = html.count("\n", 0, cuts[0][0]) + 1
        text = f"{sum(count for _, count in cuts)} attributes of {len(cuts)} tags, beyond {MAX_ATTRIBUTES} of each"
        notes.append(Note(code="attributes-cut", line=line, text=text))
    if fault is not None and fault.type == _RESOURCE_LIMIT:
        from newsclean.flatten import MAX_OPEN, flat_roots  # no post of the corpus needs it

        roots = flat_roots(spelled_out(html).encode())
        notes.append(Note(code="elements-flattened", text=f"more than {MAX_OPEN} within one another: {fault.message}"))
    return Tree(roots, tuple(notes))


def _roots(html: str) -> tuple[tuple[Element, ...], etree._LogEntry | None]:
    """Give the trees that libxml2 builds, with the last fault that it found.

    The log is cut after a hundred, but a fatal one, at which libxml2 stops early, is always the last.
    """
    parser = _parser()
    root = etree.HTML(html.encode(), parser)
    return (() if root is None else (root, *root.itersiblings())), parser.error_log.last_error


def _void_holds_what_follows(roots: Iterable[Element]) -> bool:
    """Tell whether a void element holds anything: libxml2 has put there what follows it."""
    for root in roots:
        for node in root.iter(*VOID):
            if len(node) or node.text:
                return True
    return False


def _parser() -> etree.HTMLParser:
    """Give this thread's parser: it holds nothing between two parses but the last error log, and making one costs a fifth
    of parsing a typical post."""
    parser: etree.HTMLParser | None = getattr(_THREAD, "parser", None)
    if parser is None:
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False, remove_comments=True, remove_pis=True)
        _THREAD.parser = parser
    return parser


def without_surrogates(text: str) -> str:
    r"""Replace each lone surrogate by U+FFFD: no encoding can hold it. Two that are a pair are the character they stand for.

    >>> without_surrogates("a\ud800b \ud83d\ude00")
    'a\ufffdb 😀'
    """
    if text.isascii() or not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _surrogates_notes(html: str) -> tuple[Note, ...]:
    """Note what `without_surrogates` replaces."""
    first = _LONE.search(html)
    if first is None:
        return ()
    line = html.count("\n", 0, first.start()) + 1
    return (Note(code="characters-replaced", line=line, text=f"{len(_LONE.findall(html))} lone surrogates"),)


def numbered_html(tree: Tree, attribute: str) -> str:
    """Write a tree as HTML in which an attribute of each element is its place in the order of the document, from 0."""
    numbers = count()
    written = []
    for root in tree.roots:
        twin = deepcopy(root)
        for node in twin.iter():
            node.set(attribute, str(next(numbers)))
        written.append(etree.tostring(twin, encoding="unicode", method="html"))
    return "".join(written)


def line_of(node: Element | None, offset: int) -> int | None:
    """Line on which the start tag ends, from 1, after so many lines before the tree; None where libxml2 cannot tell."""
    # lxml-stubs type the line as an ellipsis.
    line: int | None = None if node is None else node.sourceline  # type: ignore[assignment]
    return None if line is None or line >= _LAST_LINE else line + offset


def visible_size(text: str) -> int:
    r"""Count characters other than HTML white space.

    >>> visible_size(" a\u00a0b\n")
    3
    """
    if len(text) < _SHORT:
        return len(text.translate(_WITHOUT_SPACE))
    return len(text) - sum(map(text.count, HTML_SPACE))


def excerpt(text: str) -> str:
    """Give the first characters of a text with its white space collapsed."""
    # Cut first: the excerpt of a megabyte must not cost a megabyte; four times leaves room for white space.
    return _SPACE.sub(" ", text[: 4 * EXCERPT]).strip(" ")[:EXCERPT]


def is_media(node: Element) -> bool:
    """Tell whether the element is one medium; a `picture` is one only if it holds no `img`, which would count itself."""
    if node.tag == "picture":
        # The second of these: the first is the node itself. A nested picture ends the search, which keeps chains linear.
        return next(islice(node.iter("img", "picture"), 1, None), None) is None
    return node.tag in MEDIA


def texts_of(node: Element) -> Iterator[str]:
    """Give the text nodes of a subtree that are read, without its tail."""
    for part in node.iter():
        for text in (None if part.tag in UNREAD else part.text, None if part is node else part.tail):
            if text:
                yield text


def measure(node: Element) -> Measure:
    """Measure a subtree without its tail."""
    size, media, words = 0, 0, ""
    for part in node.iter():
        tag = part.tag
        if tag in MEDIA or (tag == "picture" and is_media(part)):
            media += 1
        for text in (None if tag in UNREAD else part.text, None if part is node else part.tail):
            if text and text.strip(HTML_SPACE):
                size += visible_size(text)
                words = words if len(words) > 4 * EXCERPT else words + text[: 4 * EXCERPT]
            elif text and size and len(words) <= 4 * EXCERPT:
                words += " "
    return Measure(size, media, excerpt(words))
