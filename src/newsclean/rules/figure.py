"""Rules for `figure` and its kin: pictures and the words under them in an element of their own."""

from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType

from newsclean.dom import Element, is_media, measure
from newsclean.rules.answers import Skip, Take
from newsclean.rules.captions import beside, is_caption
from newsclean.rules.credits import is_credit_name
from newsclean.rules.decoration import unwanted
from newsclean.rules.looks import credit_of, last_credit
from newsclean.rules.neighbours import near
from newsclean.rules.signals import is_within
from newsclean.walk.images import has_file, is_fileless, is_lazy

_PLAYERS = frozenset({"audio", "object", "svg", "video"})
# Levels between a figure and its figcaption: far more than real ones have.
_NEAR = 8
_FALLBACK = 16
# What a figure may show beside pictures, and parts and characters of one with nothing but words.
_SHOWN = frozenset(
    {"audio", "blockquote", "canvas", "embed", "figure", "iframe", "math", "object", "pre", "svg", "table", "video"}
)
_PARTS, _LONGEST = 48, 600
_PICTURE_AND_WORDS = 2
_LOST = Skip("lost-picture")
_ORPHAN = Take("paragraph", reads="text")


class Box:
    """The pictures and captions of a figure, in document order."""

    def __init__(self, *, plain: bool = False) -> None:
        self.plain = plain
        """Whether it is of our own HTML, where nothing is looked for."""
        self.images: list[Element] = []
        self.captions: list[Element] = []
        self.credits: list[Element] = []
        self.labelled: list[Element] = []
        """What only a class calls a caption."""
        self.own: dict[Element, Element] = {}
        """Captions of single pictures."""
        self.own_credits: dict[Element, Element] = {}

    def add(self, part: Element) -> None:
        """Add an element, if it is a picture or says what its words are."""
        if part.tag == "img":
            self.images.append(part)
        elif part.tag == "figcaption":
            self.captions.append(part)
        elif part.tag == "footer" and not self.plain:
            self.credits.append(part)
        elif (label := part.get("class")) and not is_media(part):
            if label == "nc-credit" if self.plain else is_credit_name(label):
                self.credits.append(part)
            elif not self.plain and is_caption(label):
                self.labelled.append(part)

    def take(self) -> Take | None:
        """Give the figure, or None if there is no picture."""
        if not self.images:
            return None
        captions = self.captions or [part for part in self.labelled if not _shows(part)]
        words = {"caption": captions[0]} if captions else {}
        credit = self._credit(words.get("caption"))
        if credit is not None:
            words["credit"] = credit
        return Take("figure", texts=words, nodes=tuple(self.images), own=self.own, own_credits=self.own_credits)

    def _credit(self, caption: Element | None) -> Element | None:
        """Give what says whose the pictures are; of several, that in the caption."""
        if not self.credits:
            return None if caption is None or self.plain or not len(caption) else last_credit(caption)
        around = () if caption is None else (caption, *islice(caption.iterancestors(), _NEAR))
        found = [part for part in self.credits if part not in around and not _shows(part)]
        inside = [part for part in found if caption is not None and caption in islice(part.iterancestors(), _NEAR)]
        if inside or self.plain:
            return next(iter(inside or found), None)
        last = None if caption is None else last_credit(caption)
        return last if last is not None or not found else found[0]


def _shows(part: Element) -> bool:
    return any(inside.tag == "img" for inside in islice(part.iter(), _FALLBACK))


def figure(node: Element) -> Take | Skip | None:
    """Tie the pictures of a `figure` to its `figcaption`, wherever in the figure either stands.

    A figure of figures is one of several pictures, each with the caption of its own figure, as Gutenberg's galleries and
    our own HTML write it.
    """
    if len(node) == _PICTURE_AND_WORDS:
        first, second = node
        # As most are; one that names no file may be lost.
        if first.tag == "img" and second.tag == "figcaption" and not len(second) and _names_file(first):
            return Take("figure", texts={"caption": second}, nodes=(first,))
    box = _read(node, inner=True)
    if box is None:
        return None
    if box.captions and box.images and not _names_file(box.images[0]) and _is_lost(node, box.captions[0]):
        return _LOST
    return box.take()


def _names_file(image: Element) -> bool:
    return (image.get("src") or "data:")[:5] != "data:"


def tied(node: Element) -> Take | None:
    """Tie pictures as `figure` does, in another element; what has lost its pictures is opened."""
    box = _read(node, inner=True)
    return None if box is None else box.take()


def canonical_figure(node: Element) -> Take | None:
    """Read a figure of our own HTML: nothing is called a caption by its class, and no picture is unwanted."""
    box = _read(node, inner=True, plain=True)
    return None if box is None else box.take()


def _read(node: Element, *, inner: bool, plain: bool = False) -> Box | None:
    """Gather what a figure holds; None if it is to be opened.

    Figures in it are read as well, if they may be there, but none in these: that bounds the search, as no element is looked
    at for more than two figures.
    """
    box = Box(plain=plain)
    done: set[Element] = set()
    for part in node.iter():
        tag = part.tag
        if part is node or (done and part in done):
            continue
        if tag in _PLAYERS or (tag == "noscript" and not plain and fallback(part) is not None):
            # What a player holds is shown only where the player is not: it is dropped with it, not taken out of it.
            done.update(part.iter())
        elif tag != "figure":
            box.add(part)
        elif not inner or not _add(box, part, done, plain=plain):
            return None
    # One picture with a figcaption is what its author shows; counters and emoji have none.
    if not plain and not (len(box.images) == 1 and box.captions):
        box.images = [part for part in box.images if part in box.own or unwanted(part) is None]
    return box


def _add(box: Box, part: Element, done: set[Element], *, plain: bool) -> bool:
    """Add a figure in a figure: its pictures, with its caption if there is one picture."""
    found = _read(part, inner=False, plain=plain)
    take = None if found is None else found.take()
    if take is None:
        return False
    done.update(part.iter())
    box.images.extend(take.nodes)
    if take.texts and len(take.nodes) > 1:
        return False
    for field, owned in (("caption", box.own), ("credit", box.own_credits)):
        if field in take.texts:
            owned[take.nodes[0]] = take.texts[field]
    return True


def wp_caption(node: Element) -> Take | None:
    """Tie the pictures of WordPress's `div.wp-caption` (`dl` in old galleries) to its `.wp-caption-text`."""
    return _boxed(node, "wp-caption", "wp-caption-text")


def blogger_caption(node: Element) -> Take | None:
    """Tie the pictures of Blogger's table to its cell `.tr-caption`."""
    return _boxed(node, "tr-caption-container", "tr-caption")


def _boxed(node: Element, box_name: str, caption_name: str) -> Take | None:
    """Tie pictures to a caption, both named by class.

    One inside another is opened, as is one around a figure: the inner one has its own pictures. That also bounds the
    search, as no element is looked at from two of them.
    """
    label = node.get("class")
    if label is None or box_name not in label.split():
        return None
    box = Box()
    done: set[Element] = set()
    for part in node.iter():
        names = (part.get("class") or "").split()
        if part is not node and (part.tag == "figure" or box_name in names):
            return None
        if part in done:
            continue
        if part.tag == "img":
            if unwanted(part) is None:
                box.images.append(part)
        elif part.tag in _PLAYERS or (part.tag == "noscript" and fallback(part) is not None):
            done.update(part.iter())
        elif caption_name in names:
            box.captions.append(part)
    return box.take()


def image(node: Element) -> Take:
    """Make a figure of a picture that stands alone or in running text, with the caption beside it if there is one."""
    found = beside(node)
    if found is None:
        guess = near(node)
        if guess is None:
            return Take("figure", nodes=(node,))
        return guess if guess.nodes else guess._replace(nodes=(node,))
    words, inferred = found
    if is_credit_name(words.get("class") or ""):
        texts = {"credit": words}
    else:
        credit = credit_of(words)
        texts = {"caption": words} if credit is None else {"caption": words, "credit": credit}
    return Take("figure", nodes=(node,), texts=MappingProxyType(texts), inferred=inferred)


def plain_image(node: Element) -> Take:
    """Make a figure of a picture that stands alone or in running text."""
    return Take("figure", nodes=(node,))


def picture(node: Element) -> Skip | None:
    """Account for a `picture` that holds no `img`: browsers show nothing for it."""
    return Skip("no-source") if is_media(node) else None


def fallback(node: Element) -> Skip | None:
    """Leave out the copy that a picture has for browsers without scripts, if the picture itself names its file."""
    copy = next(_first_images(node), None)
    if copy is None:
        return None
    twins = (node.getprevious(), node.getnext())
    images = (image for twin in twins if twin is not None for image in islice(_first_images(twin), 1))
    found = any((is_lazy(image) and has_file(image)) or _is_same(image, copy) for image in images)
    return Skip("noscript") if found else None


def _is_same(image: Element, copy: Element) -> bool:
    source = image.get("src")
    return bool(source) and source == copy.get("src")


def _first_images(node: Element) -> Iterator[Element]:
    return (part for part in islice(node.iter(), _FALLBACK) if part.tag == "img")


def _is_lost(node: Element, caption: Element) -> bool:
    """Tell whether only the words of a figure are there: its pictures name no file, a script would have put them there."""
    for count, part in enumerate(islice(node.iter(), 1, _PARTS + 1)):
        if count == _PARTS or part.tag in _SHOWN or (part.tag == "script" and part.get("src")):
            return False  # what a script shows may be told by its address
        if part.tag == "img" and not is_fileless(part):
            return False
    return is_within(node, _LONGEST) and measure(node)[0] == measure(caption)[0]


def orphan_caption(node: Element) -> Take | None:
    """Read a `figcaption` outside any figure as a paragraph of this name, for the join of the same name.

    Inside a figure that has no picture it tells about something else, and must not go to a picture nearby.
    """
    near = islice(node.iterancestors(), _NEAR)
    return None if any(above.tag == "figure" for above in near) else _ORPHAN
