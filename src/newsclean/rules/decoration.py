"""Rules for images that are no pictures of the article: counters, emoji, buttons, icons."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import category

from newsclean.dom import Element
from newsclean.rules.answers import Skip
from newsclean.rules.foreign_pictures import foreign_picture
from newsclean.walk.images import attributes_of, pixels

_COUNTER = Skip("tracking-pixel")
_EMOJI = Skip("emoji")
_BUTTON = Skip("feed-button")
_ICON = Skip("icon")
_AVATAR = Skip("avatar")
_ADVERTISEMENT = Skip("advertisement")


class Service(NamedTuple):
    """One row: a host whose images are never pictures, or only those under a path."""

    name: str
    domain: str
    """The host, or the domain that it ends with."""
    path: str
    """What the path begins with, as a regex; empty for any."""
    skip: Skip
    why: str


SERVICES = (
    Service(
        "feedburner",
        "feedburner.com",
        r"/~(?!r/[^?#]*/~5/)",
        _BUTTON,
        why="Counters, flares and advertisements; /~5/ is a file.",
    ),
    Service("feedproxy", "feedproxy.google.com", r"/~(?!r/[^?#]*/~5/)", _BUTTON, why="FeedBurner under Google's name."),
    Service("feedsportal", "feedsportal.com", "", _BUTTON, why="Mediafed's counters, share buttons and advertisements."),
    Service("pheedo", "pheedo.com", "", _BUTTON, why="Advertisements and counters for feeds."),
    Service("feedblitz", "feedblitz.com", "/_/", _BUTTON, why="Share buttons and counters for feeds."),
    Service("wordpress-feed", "feeds.wordpress.com", "/1.0/", _BUTTON, why="The row of buttons under items of WordPress.com."),
    Service("wordpress-stats", "stats.wordpress.com", "", _COUNTER, why="WordPress.com counts readers of feeds."),
    Service("wp-pixel", "pixel.wp.com", "", _COUNTER, why="The same, today."),
    Service("wp-stats", "stats.wp.com", "", _COUNTER, why="The same, by Jetpack."),
    Service("blogger", "blogger.googleusercontent.com", "/tracker/", _COUNTER, why="Blogger counts readers of feeds."),
    Service("doubleclick", "doubleclick.net", "", _COUNTER, why="Advertisements and their counters."),
    Service("analytics", "google-analytics.com", "", _COUNTER, why="Counts readers."),
    Service("quantserve", "quantserve.com", "", _COUNTER, why="Counts readers."),
    Service("scorecard", "scorecardresearch.com", "", _COUNTER, why="Counts readers."),
    Service("statcounter", "statcounter.com", "", _COUNTER, why="Counts readers."),
    Service("facebook", "facebook.com", "/tr(?:$|[/?])", _COUNTER, why="Counts readers."),
    Service("vg-wort", "vgwort.de", "/na/", _COUNTER, why="Counts readers for the collecting society of German authors."),
    Service(
        "amazon",
        "amazon-adsystem.com",
        "/e/ir",
        _COUNTER,
        why="Counts who sees an affiliate link; pictures of goods have other paths.",
    ),
    Service("amazon-associates", "assoc-amazon.com", "/e/ir", _COUNTER, why="The same, before 2012."),
)


class Shape(NamedTuple):
    """One row: how something on an image names what it is."""

    name: str
    pattern: str
    skip: Skip
    why: str


# Of addresses: folders; each begins with a slash, which is where the search stops.
FOLDERS = (
    Shape("smilies", r"/(?:smil(?:ie|ey)s?|emoticons?)/", _EMOJI, why="WordPress and forums keep their smileys there."),
    Shape("emoji", r"/(?:tw)?emojis?/", _EMOJI, why="s.w.org, Twemoji, Facebook and others serve emoji from there."),
    Shape("share-icons", r"/(?:share|social)[-_]?(?:icons?|buttons?)/", _BUTTON, why="Buttons of networks, drawn in files."),
    Shape(
        "icons",
        r"/(?:[a-z]+[-_])?icons?/[^/?#]*\.(?:svg|gif|png)(?:$|[?#])",
        _ICON,
        why="Signs of a user interface, not photographs.",
    ),
    Shape(
        "network-file",
        r"/(?:share|facebook|twitter|whatsapp|telegram|pinterest|linkedin|instagram|weibo|wechat|email|print)\.(?:png|svg|gif)(?:$|[?#])",
        _BUTTON,
        why="A file that is named for a network and nothing else is the button for it.",
    ),
    Shape("app-icon", r"/app[-_]?icons?\.(?:png|svg)(?:$|[?#])", _ICON, why="The sign of the paper's program for telephones."),
    Shape(
        "advertisement-file",
        r"/(?:werbung|advert(?:isement)?|publicidad|publicite|reklam[ae]?|anzeige)[-_0-9]*\.(?:jpe?g|png|gif|webp)(?:$|[?#])",
        _ADVERTISEMENT,
        why="Whoever keeps the site calls the file an advertisement.",
    ),
    Shape("icon-file", r"/(?:icons?[-_][^/?#]*|[^/?#]*[-_]icons?)\.svg(?:$|[?#])", _ICON, why="The same, named one by one."),
)
CLASSES = (
    Shape("wp-smiley", r"wp-smiley|smiley|emoticon", _EMOJI, why="WordPress and forums put it on each smiley."),
    Shape("emoji-class", r"(?:tw)?emoji(?:one)?", _EMOJI, why="Twemoji, EmojiOne and their users."),
    Shape("share-class", r"[a-z]*[-_]*(?:share|social)[-_][a-z_-]*icon", _BUTTON, why="The sign on a share button."),
    Shape("avatar", r"(?:[a-z_-]+[-_])?(?:gr)?avatar", _AVATAR, why="The face of whoever wrote, not a picture of the article."),
)


def _by_domain() -> Mapping[str, tuple[Service, ...]]:
    """Sort the services by the last two labels of their domain, so that an image costs one look-up."""
    found: dict[str, tuple[Service, ...]] = {}
    for row in SERVICES:
        end = _domain(row.domain)
        found[end] = (*found.get(end, ()), row)
    return MappingProxyType(found)


def _domain(host: str) -> str:
    return host[host.rfind(".", 0, max(host.rfind("."), 0)) + 1 :]


_BY_DOMAIN = _by_domain()
_HOST = re.compile(r"(?:https?:)?//([^/?#]*)")
_LONGEST = 2_000

_TINY = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*[01](?:px)?\s*(?:$|[;!])")
_NOTHING = frozenset({0, 1})
_UNMEASURED = (1, 1)
_SCAN = re.compile(r"\.(?:avif|heic|jpe?g|tiff?|webp)(?:$|[?#])", re.IGNORECASE)
_ICON_SIDE = 32
# Templates that only want to reserve the room for a picture write its proportions into width and height.
_PROPORTIONS = frozenset({(16, 9), (9, 16), (4, 3), (3, 4), (3, 2), (2, 3), (21, 9), (5, 4), (4, 5)})
_EMOJI_SIDE = 72
_LONGEST_EMOJI = 12


def counter(node: Element) -> Skip | None:
    """Leave out images that are loaded to be counted, not to be seen: by their declared size, or by their host."""
    return _counter(attributes_of(node))


def decoration(node: Element) -> Skip | None:
    """Leave out emoji, buttons and icons: by a class or a folder of that name, or as too small for a picture."""
    return _decoration(attributes_of(node))


def unwanted(node: Element) -> Skip | None:
    """Answer what any of these rules does: figures do not claim such images."""
    if not _is_plain(node):
        said = attributes_of(node)
        answer = _counter(said) or _decoration(said)
        if answer is not None:
            return answer
    return foreign_picture(node)


def _is_plain(node: Element) -> bool:
    """Tell most pictures without asking row by row: no size, no style, no name or host that any row knows."""
    names = node.keys()
    if "width" in names or "height" in names or "style" in names:
        return False
    return _is_plain_address(node.get("src") or "") and not _may_name((node.get("class") or "").lower())


def _is_plain_address(url: str) -> bool:
    address = url[:_LONGEST].lower()
    host = address.partition("//")[2].partition("/")[0]
    return _domain(host) not in _BY_DOMAIN and not _may_name_file(address)


def _counter(said: Mapping[str, str]) -> Skip | None:
    width, height, style = said.get("width"), said.get("height"), said.get("style")
    if (
        (width and pixels(width) in _NOTHING)
        or (height and pixels(height) in _NOTHING)
        or (style and _TINY.search(style.lower()))
    ):
        return None if _is_described(said) else _COUNTER
    service = service_of(said.get("src") or "")
    return service.skip if service is not None else None


def _decoration(said: Mapping[str, str]) -> Skip | None:
    label = said.get("class")
    shape = class_shape(label) if label else None
    if shape is None:
        shape = folder_shape(said.get("src") or "")
    if shape is not None:
        return shape.skip
    if "width" not in said and "height" not in said:
        return None
    sides = pixels(said.get("width")), pixels(said.get("height"))
    largest = max((side for side in sides if side is not None), default=_EMOJI_SIDE + 1)
    if largest > _EMOJI_SIDE:
        return None
    if _is_emoji(said.get("alt") or ""):
        return _EMOJI
    return _ICON if largest <= _ICON_SIDE and sides not in _PROPORTIONS and sides != _UNMEASURED else None


def _is_described(said: Mapping[str, str]) -> bool:
    """Tell whether a file of a photograph's or scan's kind says what it shows: whoever counts has nothing to say, and editors
    write 1 for the size of a kind of file that they cannot measure."""
    return bool((said.get("alt") or "").strip()) and _SCAN.search((said.get("src") or "")[-_LONGEST:]) is not None


def service_of(url: str) -> Service | None:
    """Give the row of a host whose images are no pictures."""
    host = _HOST.match(url)
    if host is None:
        return None
    name = host[1].lower()
    rows = _BY_DOMAIN.get(_domain(name))
    if rows is None:
        return None
    path = url[host.end() : _LONGEST]
    for row in rows:
        if (name == row.domain or name.endswith("." + row.domain)) and re.match(row.path, path):
            return row
    return None


def named_decoration(url: str) -> bool:
    """Tell whether an address by itself says that it is a counter, a button, an emoji or an icon.

    >>> named_decoration("https://s.w.org/images/core/emoji/17.0.2/72x72/1f517.png"), named_decoration("/dam.png")
    (True, False)
    """
    return not _is_plain_address(url) and (service_of(url) is not None or folder_shape(url) is not None)


def folder_shape(url: str) -> Shape | None:
    """Give the row of an address that names what it holds."""
    if url[:5].lower() == "data:":
        return None
    path = url[:_LONGEST].lower()
    return next((row for row in FOLDERS if re.search(row.pattern, path)), None) if _may_name_file(path) else None


# A search for a slash is much faster than one for the words.
_FILE_NAMES = re.compile(
    "/(?:werbung|advert|publicid|publicit|reklam|anzeige|facebook|twitter|whatsapp|telegram|pinterest|linkedin|insta|we(?:ibo|chat)|print|email)"
)


def _may_name(text: str) -> bool:
    """Tell the many images that are none of these; written out, it takes a fifth of the time of one expression."""
    return (
        "smil" in text
        or "emo" in text
        or "icon" in text
        or "button" in text
        or "share" in text
        or "social" in text
        or "avatar" in text
    )


def _may_name_file(address: str) -> bool:
    return _may_name(address) or _FILE_NAMES.search(address) is not None


def class_shape(label: str) -> Shape | None:
    """Give the row of a class that names what the image is."""
    names = label[:_LONGEST].lower()
    if not _may_name(names):
        return None
    return next((row for row in CLASSES for name in names.split() if re.fullmatch(row.pattern, name)), None)


def _is_emoji(alt: str) -> bool:
    """Tell whether a text is a few symbols and nothing else: emoji are of the category So, what joins them is not."""
    return 0 < len(alt) <= _LONGEST_EMOJI and any(category(sign) == "So" for sign in alt) and not any(map(str.isalnum, alt))
