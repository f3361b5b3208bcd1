"""What belongs to the article but stands outside its body: the standfirst and the picture above it.

They stand between the headline and the body, or the page itself names them: its description is the standfirst, its `og:image`
the picture.
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from newsclean.dom import Element
from newsclean.extractors.measures import Measured, words_of
from newsclean.extractors.signs import Said, said_by
from newsclean.extractors.witness import Witness
from newsclean.rules.captions import is_caption
from newsclean.rules.credit_lines import is_credit_line
from newsclean.same_file import file_key

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LARGE = frozenset({"h1", "h2"})
_LINES = frozenset({"p", "div", "span", "h2", "h3", "h4", "strong", "b", "em", "section", "header", "li"})
_WHOLES = frozenset({"body", "html", "article", "main", "header"})
# Elements between headline and body that are looked at.
_FAR = 400
# Letters of a standfirst, of all of its paragraphs, and how many these may be.
_FEWEST, _MOST, _PARAGRAPHS = 40, 700, 3
# Letters beside a picture that may be its caption, and levels up to what holds both.
_CAPTION, _LEVELS = 420, 5
_SMALL = 200
_NEAR = 3
_FILES = ("src", "data-src", "data-lazy-src", "data-original", "srcset", "data-srcset")
# What says that it is something else holds neither, but these.
_HEAD = frozenset({"header", "figure", "embed"})


class Around(NamedTuple):
    """What was found."""

    standfirst: tuple[Element, ...]
    pictures: tuple[Element, ...]


def around(page: Measured, body: int, witness: Witness) -> Around:
    """Give what of an article stands outside its body."""
    headline = _headline(page, body, witness)
    lines = [] if headline is None else list(_standfirst(page, headline, body, witness))
    if not lines:
        lines = list(islice(_described(page, body, witness), 1))
    picture = _picture(page, headline, body, witness)
    if picture is None or any(at <= picture < page.ends[at] or picture <= at < page.ends[picture] for at in lines):
        return Around(tuple(page.nodes[at] for at in lines), ())
    return Around(tuple(page.nodes[at] for at in lines), (page.nodes[picture],))


def _headline(page: Measured, body: int, witness: Witness) -> int | None:
    """Give the headline before the body: what says the title of the page, else the last `h1`."""
    plain = None
    for at in range(body - 1, max(-1, body - _FAR), -1):
        tag = page.nodes[at].tag
        if tag not in _HEADINGS or page.ends[at] > min(body, at + _FAR):
            continue
        if witness.is_title(words_of(page, at)):
            return at
        if tag == "h1" and plain is None:
            plain = at
    return plain


def _standfirst(page: Measured, headline: int, body: int, witness: Witness) -> Iterator[int]:
    size = 0
    named = witness.is_title(words_of(page, headline))
    for at in islice(_lines(page, page.ends[headline], body), _PARAGRAPHS):
        # Under what is not the title it may be the title itself.
        if page.nodes[at].tag in _LARGE and not named:
            continue
        size += page.sizes[at]
        if size > _MOST:
            return
        words = words_of(page, at)
        if not witness.is_title(words) and not is_credit_line(words.strip()):
            yield at


def _lines(page: Measured, start: int, end: int) -> Iterator[int]:
    """Give the blocks between two places that may be sentences."""
    for at in _between(page, start, end):
        if _is_captioned(page, at):
            continue
        size = page.sizes[at]
        if size < _FEWEST or page.ends[at] > end or 2 * page.linked[at] > size or page.nodes[at].tag not in _LINES:
            continue
        if page.prose[at] or page.nodes[at].tag in _LARGE:
            yield at


def _is_captioned(page: Measured, at: int) -> bool:
    """Tell whether a block is the caption of a picture, by its name or that of what it stands in."""
    for _ in range(_NEAR):
        label = page.nodes[at].get("class")
        if label and is_caption(label):
            return True
        at = page.parents[at]
        if at < 0:
            return False
    return False


def _between(page: Measured, start: int, end: int, *, pictures: bool = False) -> Iterator[int]:
    """Give what stands between two places, what says that it is something else apart."""
    at = start
    names: dict[str, Said | None] = {}
    for _ in range(_FAR):
        if at >= end:
            return
        # Asked anew: what stands in the head of an article has not been asked.
        said = said_by(page.nodes[at], names)
        if said is not None and page.ends[at] <= end and not (said.reason == "header" or (pictures and said.reason in _HEAD)):
            at = page.ends[at]
        else:
            yield at
            at += 1


def _described(page: Measured, body: int, witness: Witness) -> Iterator[int]:
    """Find the block before the body that says what the page says of itself."""
    for at in range(max(0, body - _FAR), body):
        if _FEWEST <= page.sizes[at] <= _MOST and page.ends[at] <= body and page.nodes[at].tag in _LINES:
            words = words_of(page, at)
            if witness.is_description(words) and not witness.is_title(words):
                yield at


def _picture(page: Measured, headline: int | None, body: int, witness: Witness) -> int | None:
    """Find the picture above the body."""
    if headline is not None:
        for at in _between(page, page.ends[headline], body, pictures=True):
            if page.nodes[at].tag == "img" and not _is_small(page.nodes[at]):
                return _with_caption(page, at, headline, body)
    if not witness.pictures:
        return None
    named = [at for at, node in enumerate(page.nodes) if node.tag == "img" and _is_named(node, witness)]
    if not named or any(body <= at < page.ends[body] for at in named):
        return None
    return _with_caption(page, named[0], headline, body)


def _is_small(node: Element) -> bool:
    sides = (node.get("width") or "", node.get("height") or "")
    return any(side.isdigit() and int(side) < _SMALL for side in sides)


def _is_named(node: Element, witness: Witness) -> bool:
    values = (node.get(name) for name in _FILES)
    return any(value and file_key(value.partition(",")[0].partition(" ")[0]) in witness.pictures for value in values)


def _with_caption(page: Measured, picture: int, headline: int | None, body: int) -> int:
    """Give the element that holds a picture and the words under it, and nothing else."""
    best = at = picture
    for _ in range(_LEVELS):
        at = page.parents[at]
        if at < 0 or page.nodes[at].tag in _WHOLES:
            break
        inside = range(at, page.ends[at])
        if body in inside or (headline is not None and headline in inside):
            break
        if sum(page.sizes[part] for part in inside) > _CAPTION or any(page.nodes[part].tag in _HEADINGS for part in inside):
            break
        best = at
        if page.nodes[at].tag == "figure":
            break
    return best
