"""What an `img` says of its picture: address, other files, size.

Sources: HTML Living Standard, 4.8.3 (img) and 4.8.1 (picture); for lazy loading the attributes that scripts read, each with
its reason in the tables below.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple, cast

from newsclean.dom import Element
from newsclean.policy import Policy
from newsclean.srcset import SourceFile, largest, parse_srcset
from newsclean.urls import media_url, unwrapped
from newsclean.walk.run import Draft


class Attribute(NamedTuple):
    """One row: an attribute that names files of a picture."""

    name: str
    why: str


# A script puts these in the place of `src`, whatever that holds until then: a preview, a grey box, nothing.
LAZY = (
    Attribute("data-src", why="lazysizes, lozad and most loaders written by hand; kept when `src` was filled in too."),
    Attribute("data-lazy-src", why="WP Rocket, Jetpack's lazy images, a3 Lazy Load, Slick."),
    Attribute("data-actualsrc", why="The size that is shown, where `data-original` is the file behind it."),
    Attribute("data-original", why="jQuery Lazy Load and its many heirs."),
    Attribute("data-lazy", why="Slick carousels and loaders written by hand."),
    Attribute("data-echo", why="echo.js."),
    Attribute("data-defer-src", why="Loaders that wait for the page to be complete."),
    Attribute("data-lazyload", why="Revolution Slider and loaders written by hand."),
)
LAZY_LISTS = (
    Attribute("data-srcset", why="lazysizes and most loaders: becomes `srcset`."),
    Attribute("data-lazy-srcset", why="WP Rocket, Jetpack's lazy images: becomes `srcset`."),
    Attribute("data-original-set", why="vanilla-lazyload up to version 8: becomes `srcset`."),
)
# The same picture in another file; nothing replaces `src` by it until a reader asks for more.
RENDITIONS = (
    Attribute("data-orig-file", why="Jetpack's carousel: the file as it was uploaded."),
    Attribute("data-large-file", why="Jetpack's carousel: the largest file made of it."),
    Attribute("data-full-url", why="Gutenberg galleries: the file as it was uploaded."),
    Attribute("data-hi-res-src", why="Retina scripts: the file for dense screens."),
    Attribute("data-retina-src", why="The same."),
    Attribute("data-src-retina", why="The same, in Unveil."),
    Attribute("data-zoom-image", why="elevateZoom: the file under the magnifying glass."),
)
_LAZY = tuple(row.name for row in LAZY)
_LISTS = ("srcset", *(row.name for row in LAZY_LISTS))
_RENDITIONS = tuple(row.name for row in RENDITIONS)
_NAMES = frozenset((*_LAZY, *_LISTS, *_RENDITIONS))
REFUSED = "refused"
"""Among the fields of a picture: addresses of it that the policy forbids; of this module and `accounts.py` only."""
# Any other attribute counts only where nothing better is known, and only if it must be a picture.
_PICTURE_FILE = re.compile(r"(?:https?:)?/[^\s{}]*\.(?:avif|gif|jpe?g|png|webp)(?:\?[^\s{}]*)?", re.IGNORECASE)

# No picture that anybody looks at fits into so few characters: 180 bytes are one colour.
_BLANK_DATA = 240
_BLANK_FILE = re.compile(
    r"(?:^|[_-])(?:(?:1x1|blank|clear|empty|leer|vide|vacio|pixel|spacer|transparent|trans|whitedot)\.(?:gif|jpe?g|png|svg)"
    r"|(?:spacer|transparent)[_-][^.]*\.gif)$"
)
# Such a name says nothing by itself (`loading-dock.jpg`); beside another file it does.
_STAND_IN = re.compile(r"placeholder|loading|loader|lazy|spinner|dummy|fallback|(?:^|[/_-])(?:gr[ae]y|white|default)\b")
_WRAPPERS = frozenset({"picture", "source", "noscript"})
# Real ones have a dozen sources; what is further away is not looked at.
_MOST_SOURCES = 32
# Names and single addresses that are longer are not looked at: patterns with a tail must not be tried on megabytes.
_LONGEST_NAME = 200
_LONGEST_ADDRESS = 2_000
# The second is a reference of Hugo whose quotes have ended the attribute.
_TEMPLATE = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{\{[<%][^{}]*\Z")
_MOST_DIGITS = 9


def read_image(node: Element, base: str | None, policy: Policy) -> Draft | None:
    """Give the fields of an `img` with the file that it is about; None if it has none, or none that may be shown.

    Where there are any, the addresses that the policy forbids stand in the field `REFUSED`, which is no field of the model.
    """
    said = attributes_of(node)
    written = said.get("src", "")
    raw = unwrapped(written)
    src = _address(raw, base, policy)
    parent = node.getparent()
    if not (raw is not written or _offers_more(said) or (parent is not None and parent.tag in _WRAPPERS)):
        return None if src is None or is_blank(raw) else _fields(said, src, ())
    files: Iterator[SourceFile] = (file for file in _files(node) if not is_blank(file.url))
    if raw is not written:  # an aggregator's proxy may still work where the address behind it does not
        files = chain((SourceFile(written.strip()),), files)
    refused: list[str] = []
    candidates = tuple(dict.fromkeys(checked_files(files, base, policy, refused)))
    if src is None and raw.strip() and not is_template(raw) and not is_stand_in(raw):
        refused.append(raw)
    shown = next(_addresses(node, _LAZY, base, policy), None)
    if shown is None and (src is None or is_stand_in(raw)):
        best = largest(candidates)
        shown = None if best is None else best.url
    if shown is None:
        shown = src if src is not None and not is_blank(raw) else next(_hidden(node, base, policy), None)
    if shown is None:
        return None
    if src is not None and src != shown and not is_stand_in(raw):  # a preview, or the size that is shown first
        candidates = tuple(dict.fromkeys((*candidates, SourceFile(_within_list(src)))))
    image = _fields(said, shown, () if all(file.url == shown for file in candidates) else candidates)
    return image | {REFUSED: refused} if refused else image


def canonical_image(node: Element, base: str | None, policy: Policy) -> Draft | None:
    """Give the fields of an `img` as our own HTML says them: nothing but `src` and `srcset`."""
    src = media_url(node.get("src") or "", base, policy)
    if src is None:
        return None
    return _fields(attributes_of(node), src, tuple(checked_files(parse_srcset(node.get("srcset") or ""), base, policy)))


def is_lazy(node: Element) -> bool:
    """Tell whether an `img` names the file that a script shows in the place of `src`, or stands there for none."""
    raw = node.get("src") or ""
    return not raw or is_stand_in(raw) or any(node.get(name) for name in (*_LAZY, *_LISTS[1:]))


def has_file(node: Element) -> bool:
    """Tell whether an `img` names a file that is no stand-in."""
    raw = node.get("src") or ""
    return bool(raw and not is_stand_in(raw)) or any(not is_stand_in(file.url) for file in _files(node))


def is_fileless(node: Element) -> bool:
    """Tell whether an `img` names no file at all that shows anything, be it allowed or not; a drawing may show something."""
    raw = unwrapped(node.get("src") or "").strip()
    if raw and (not is_blank(raw) or raw[:14].lower() == "data:image/svg"):
        return False
    if any(not is_blank(file.url) for file in _files(node)):
        return False
    return not any(
        name[:5] == "data-" and name.isprintable() and _is_picture(value.strip()) for name, value in attributes_of(node).items()
    )


def is_blank(url: str) -> bool:
    """Tell whether an address is that of a file that shows nothing.

    >>> is_blank("data:image/gif;base64,R0lGODlhAQABAAAAACw="), is_blank("/a/spacer.gif"), is_blank("/a/space.gif")
    (True, True, False)
    """
    if url[:5].lower() == "data:":
        return len(url) < _BLANK_DATA
    return _BLANK_FILE.search(_file_name(url)) is not None


def is_stand_in(url: str) -> bool:
    """Tell whether an address may be that of a file which is shown until the picture is there."""
    return url[:5].lower() == "data:" or is_blank(url) or _STAND_IN.search(_file_name(url)) is not None


def is_template(url: str) -> bool:
    """Tell whether a site generator was to fill something in."""
    return "{" in url and _TEMPLATE.search(url) is not None


def without_template(url: str) -> str:
    """Give an address without what a site generator was to fill in, which is its root, mostly.

    >>> without_template("{{ site.baseurl }}/dam"), without_template("{{< ref ")
    ('/dam', '')
    """
    rest = _TEMPLATE.sub("", url).strip()
    # One within another: what is left is no address, and must not be read as a template once more.
    return "" if is_template(rest) else rest


def _file_name(url: str) -> str:
    return url.partition("?")[0].partition("#")[0].rpartition("/")[2][-_LONGEST_NAME:].lower()


def _address(value: str, base: str | None, policy: Policy) -> str | None:
    return media_url(without_template(value) if "{" in value else value, base, policy)


def _offers_more(said: Mapping[str, str]) -> bool:
    if "srcset" in said:
        return True
    # Most other attributes of that prefix hold numbers and switches; a file has a slash before its name. lxml gives the names
    # of attributes that it then refuses to be asked about: those of control characters, which name nothing.
    for name in said:  # noqa: SIM110 - a generator takes three times the time, and every picture passes here
        if name[:5] == "data-" and (name in _NAMES or ("/" in said[name] and name.isprintable())):
            return True
    return False


def attributes_of(node: Element) -> dict[str, str]:
    """Give all attributes of an element at once: where several are asked for, a third of the time of asking one by one."""
    return dict(cast("list[tuple[str, str]]", node.items()))


def _addresses(node: Element, names: tuple[str, ...], base: str | None, policy: Policy) -> Iterator[str]:
    for name in names:
        value = (node.get(name) or "").strip()
        # Not all of them hold an address: settings in JSON, sizes to be filled in, the number of a slide.
        if value and not is_blank(value) and not re.search(r"[\s{}]", value) and ("/" in value or "." in value):
            url = media_url(value, base, policy)
            if url is not None:
                yield url


def _hidden(node: Element, base: str | None, policy: Policy) -> Iterator[str]:
    for name, value in attributes_of(node).items():
        if name[:5] == "data-" and name.isprintable() and _is_picture(value.strip()):
            yield from _addresses(node, (name,), base, policy)


def _is_picture(value: str) -> bool:
    return len(value) <= _LONGEST_ADDRESS and _PICTURE_FILE.fullmatch(value) is not None


def _files(node: Element) -> Iterator[SourceFile]:
    """Give every file that is offered beside `src`: of the `picture` around it, of its lists, then single ones."""
    for holder in (*_sources(node), node):
        for name in _LISTS:
            yield from parse_srcset(holder.get(name) or "")
    for name in (*_LAZY, *_RENDITIONS):
        value = (node.get(name) or "").strip()
        if _is_picture(value):
            yield SourceFile(value)


def _sources(node: Element) -> tuple[Element, ...]:
    """Give the sources of the `picture` around an `img`; a second `img` in it would have none, as in browsers."""
    near = (above for above in islice(node.iterancestors(), _MOST_SOURCES) if above.tag not in ("source", "noscript"))
    picture = next(near, None)
    if picture is None or picture.tag != "picture":
        return ()
    parts = list(islice(picture.iter(), 2 * _MOST_SOURCES))
    if next((part for part in parts if part.tag == "img"), node) is not node:
        return ()
    return tuple(part for part in parts if part.tag == "source")


def checked_files(
    files: Iterable[SourceFile], base: str | None, policy: Policy, refused: list[str] | None = None
) -> Iterator[SourceFile]:
    """Give the files that may be shown, with addresses that can stand in a `srcset`; those of others are put into `refused`."""
    for file in files:
        url = media_url(file.url, base, policy)
        if url is not None:
            yield file._replace(url=_within_list(url))
        elif refused is not None:
            refused.append(file.url)


def _within_list(url: str) -> str:
    """Encode what would end the address in a `srcset`."""
    core = url.strip(",")
    if core != url:
        at = url.find(core) if core else len(url)
        url = "%2C" * at + core + "%2C" * (len(url) - at - len(core))
    return url.replace(" ", "%20")


def _fields(said: Mapping[str, str], src: str, candidates: tuple[SourceFile, ...]) -> Draft:
    tell = said.get
    fields: Draft = {
        "src": src,
        "alt": tell("alt", ""),
        "title": tell("title"),
        "width": pixels(tell("width")),
        "height": pixels(tell("height")),
    }
    if candidates:
        fields["candidates"] = [file._asdict() for file in candidates]
    return fields


def pixels(value: str | None) -> int | None:
    """Read a dimension: `770` or `770px`; a percentage says nothing about the picture."""
    if value is None:
        return None
    digits = value.strip().removesuffix("px")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None
