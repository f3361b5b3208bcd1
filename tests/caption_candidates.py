"""Pictures with words near them, found without the library's own rules: what people label by hand (docs/caption-labels.md).

A body is split into *pieces*: words without a block border, a `<br>` or a picture between them. A candidate is a run of pictures
without words between them, with the pieces after it up to the next picture and the pieces before it down to the last one.
Pictures whose markup ties them to their caption (a figure with its figcaption and its kin) are no candidates, nor are pixels
that count readers and an `img` without a file.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

FOLDERS = ("posts", "feedposts")
# The feed of a site that has a folder of its own: what is learnt from one must not be tried on the other.
SAME_SITE = MappingProxyType({"feed": "metaphox__metamorphosis"})
NEAR = 4
"""Pieces that are shown on each side."""
LONG = 300
"""Characters from which on words without any sign of a caption are prose by rule."""
_SPACE = re.compile("[ \t\n\f\r]+")
_EMPTY_LINE = re.compile(r"\n[ \t\f]*\n")
_HEADER = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(?:.*\n)*?\1[ \t]*(?:\n|$)")
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
    "h6 head header hr html li main nav ol option p pre section select summary table caption tbody td tfoot th thead tr ul".split()
)
_FLOW = frozenset({"article", "blockquote", "body", "center", "div", "html", "section"})
# Borders that say most about how words and pictures stand to each other, the strongest first.
_GRID = ("table", "tr", "td", "th", "dt", "dd")
_UNREAD = frozenset({"title", "script", "style", "noscript", "svg", "textarea", "object", "video", "audio", "iframe"})
_BOXES = frozenset({"wp-caption", "tr-caption-container", "gallery-item", "blocks-gallery-item"})
_FILES = re.compile("(?:data-.*)?(?:src|original|orig-file)(?:set)?|data-.*(?:src|url|image).*")
_MARKED = re.compile(r"caption|credit|legend|description|photo|image|center|italic|small", re.IGNORECASE)
_MARKS = frozenset({"em", "i", "small", "center", "figcaption", "cite"})


class Piece(NamedTuple):
    """Words in a row."""

    text: str
    joint: str
    """What parts them from what stands before: `line` (nothing), `br`, `blank` (an empty line of the source), or the tag of a
    border crossed: of a row, cell or term if there is one, else the first."""
    path: tuple[str, ...]
    """Elements around all of the words, outermost first, as `tag.class`."""


class Picture(NamedTuple):
    """An `img` by the names of the files it offers."""

    names: frozenset[str]
    element: etree._Element


@dataclass
class Candidate:
    """A run of pictures and the words near it."""

    source: str
    pictures: list[tuple[int, Picture]] = field(default_factory=list)
    """With the place of each among all pictures of the post."""
    before: list[Piece] = field(default_factory=list)
    """Nearest last."""
    after: list[Piece] = field(default_factory=list)
    joint: str = "body"
    """What parts the first picture from what stands before it."""

    @property
    def key(self) -> str:
        """Give a name made of the content alone: source, files, and the words near."""
        near = [*(piece.text for piece in self.before[-1:]), "\0", *(piece.text for piece in self.after[:NEAR])]
        files = [min(picture.names, default="") for _, picture in self.pictures]
        return sha256("\n".join([self.source, *files, "\0", *near]).encode()).hexdigest()[:16]

    @property
    def plain(self) -> bool:
        """Tell whether nothing near can be a caption by rule: after it come no words or long ones without any sign, and before
        it stand none that are short and marked."""
        if self.after and (len(self.after[0].text) <= LONG or is_marked(self.after[0])):
            return False
        return not self.before or not is_marked(self.before[-1]) or len(self.before[-1].text) > LONG


def is_marked(piece: Piece) -> bool:
    """Tell whether the elements around words set them apart: italic, small, centred, or named like a caption."""
    inner = piece.path[-4:]
    return any(step.split(".")[0].split("~")[0] in _MARKS or _MARKED.search(step) is not None for step in inner)


def half_of(source: str) -> str:
    """Give the half that a source belongs to; spellings of one name go together, and feeds of one site.

    >>> half_of("la_grange") == half_of("lagrange"), half_of("feed") == half_of("metaphox__metamorphosis")
    (True, True)
    """
    letters = "".join(sign for sign in SAME_SITE.get(source, source).lower() if sign.isalnum())
    return "held" if sha256(letters.encode()).digest()[0] % 2 else "made"


def posts(corpus: Path) -> Iterator[Path]:
    """Give the HTML posts of the corpus in a fixed order."""
    for folder in FOLDERS:
        yield from sorted(path for path in (corpus / folder).rglob("*") if path.is_file())


def body_of(text: str) -> str:
    r"""Give what stands after the header.

    >>> body_of("---\na: b\n---\n<p>c")
    '<p>c'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    header = _HEADER.match(text)
    return text[header.end() :] if header else text


def names_of(addresses: Iterable[str]) -> frozenset[str]:
    """Give the file names in addresses: the last step of the path, without query and escapes.

    >>> sorted(names_of(["https://example.org/a/b%20c.jpg?w=1", "d.png"]))
    ['b c.jpg', 'd.png']
    """
    paths = (re.split(r"[?#]", address.strip())[0].rstrip("/") for address in addresses if not address.startswith("data:"))
    return frozenset(unquote(path.rpartition("/")[2]) for path in paths if path)


class _Reader:
    """Goes through a tree once and collects candidates."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[Candidate] = []
        self.pictures: list[Picture] = []
        self.words = ""
        self.around: list[etree._Element] = []
        self.joint = "body"
        self.pieces: list[Piece] = []
        self.open: Candidate | None = None
        self.tied = False

    def read(self, root: etree._Element) -> None:
        """Go through one tree."""
        for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event in ("comment", "pi"):
                self.text(node.tail, node.getparent())
            elif event == "start":
                self.enter(node)
            else:
                self.leave(node)

    def enter(self, node: etree._Element) -> None:
        """Read the start of an element."""
        if node.tag == "br":
            self.border("br")
        elif node.tag in _BLOCKS:
            self.border(node.tag)
        elif node.tag == "img" and not _is_unread(node):
            self.picture(node)
        self.text(node.text, node)

    def leave(self, node: etree._Element) -> None:
        """Read the end of an element and what follows it."""
        if node.tag in _BLOCKS:
            self.border(node.tag)
        self.text(node.tail, node.getparent())

    def text(self, text: str | None, node: etree._Element | None) -> None:
        """Read words in an element."""
        if not text or node is None or _is_unread(node):
            return
        for at, part in enumerate(_EMPTY_LINE.split(text) if _is_flow(node) else [text]):
            if at:
                self.border("blank")
            self.words += part
            if part.strip():
                self.around.append(node)

    def border(self, tag: str) -> None:
        """End the piece, and say by what."""
        self.flush()
        if self.joint in ("line", "br", "blank") or (tag in _GRID and _GRID.index(tag) < _rank(self.joint)):
            self.joint = tag

    def flush(self) -> None:
        """End the piece, if there are words."""
        text = _SPACE.sub(" ", self.words).strip(" \u00a0\u200b")
        self.words = ""
        if text:
            piece = Piece(text, self.joint, _path(self.around))
            self.pieces.append(piece)
            if "caption" in text:
                # The shortcode of WordPress: a picture between both of its ends is tied.
                opened, closed = text.rfind("[caption"), text.rfind("[/caption")
                self.tied = opened > closed if opened != closed else self.tied
            if self.open is not None and len(self.open.after) < NEAR:
                self.open.after.append(piece)
            self.joint = "line"
        self.around = []

    def picture(self, node: etree._Element) -> None:
        """Add a picture to the run, or begin one."""
        self.flush()
        picture = Picture(names_of(_addresses(node)), node)
        self.pictures.append(picture)
        if self.tied or _is_tied(node) or _is_tiny(node) or not picture.names:
            self.open = None
            self.pieces = []
        elif self.open is not None and not self.open.after:
            self.open.pictures.append((len(self.pictures) - 1, picture))
        else:
            self.open = Candidate(self.source, [(len(self.pictures) - 1, picture)], self.pieces[-NEAR:], [], self.joint)
            self.found.append(self.open)
            self.pieces = []
        self.joint = "line"


def _rank(joint: str) -> int:
    return _GRID.index(joint) if joint in _GRID else len(_GRID)


def _addresses(node: etree._Element) -> list[str]:
    found: list[str] = []
    for name, value in ((str(name), str(value)) for name, value in node.items()):
        if _FILES.fullmatch(name) and name.endswith("set"):
            found += [offer.split()[0] for offer in value.split(",") if offer.strip()]
        elif _FILES.fullmatch(name):
            found.append(value)
    return found


def _is_unread(node: etree._Element) -> bool:
    return node.tag in _UNREAD or any(above.tag in _UNREAD for above in node.iterancestors())


def _is_flow(node: etree._Element) -> bool:
    """Tell whether an empty line parts paragraphs here, as in posts that rely on their site to make paragraphs of them."""
    chain = [node.tag, *(above.tag for above in node.iterancestors())]
    if "pre" in chain or "code" in chain:
        return False
    return next((tag for tag in chain if tag in _BLOCKS), "body") in _FLOW


def _is_tiny(node: etree._Element) -> bool:
    return any((node.get(side) or "").strip().removesuffix("px") in ("0", "1") for side in ("width", "height"))


def _is_tied(node: etree._Element) -> bool:
    """Tell whether markup ties the picture to its caption."""
    for above in node.iterancestors():
        if above.tag == "figure" and next(above.iter("figcaption"), None) is not None:
            return True
        if not _BOXES.isdisjoint((above.get("class") or "").split()):
            return True
    return False


def _path(nodes: list[etree._Element]) -> tuple[str, ...]:
    """Give the elements that all words of a piece stand in."""
    chains = [[*reversed(list(node.iterancestors())), node] for node in nodes]
    common = [steps[0] for steps in zip(*chains, strict=False) if all(step is steps[0] for step in steps)]
    return tuple(_step(node) for node in common if node.tag not in ("html", "body"))


def _step(node: etree._Element) -> str:
    label = "".join(f".{name}" for name in (node.get("class") or "").split())
    centred = "~center" if "center" in (node.get("align") or "") + re.sub(r"\s", "", node.get("style") or "") else ""
    italic = "~italic" if "italic" in (node.get("style") or "") else ""
    return f"{node.tag}{label}{centred}{italic}"


def read_candidates(text: str, source: str) -> tuple[list[Candidate], list[Picture]]:
    """Give the candidates of a post in reading order, and all of its pictures."""
    reader = _Reader(source)
    body = body_of(text)
    if body.strip():
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
        root = etree.HTML(body.encode(), parser)
        for part in () if root is None else (root, *root.itersiblings()):
            reader.read(part)
        reader.flush()
    return [found for found in reader.found if found.before or found.after], reader.pictures
