"""Furniture that HTML itself names: controls, navigation, what is hidden."""

import re
from itertools import islice
from types import MappingProxyType

from newsclean.dom import Element
from newsclean.rules.answers import Skip
from newsclean.rules.signals import holds, is_linked, is_quoted, is_within

_CONTROLS = frozenset({"button", "input", "select", "textarea"})
_MEDIA = frozenset({"audio", "iframe", "img", "object", "picture", "video"})
_TITLES = frozenset({"h2", "h3", "h4", "h5", "h6"})
# What a script would show later, and formulas, of which a drawn copy is shown instead.
_LATER = _MEDIA | {"math"}
_BUTTON_SPARES = _MEDIA | _TITLES | {"h1", "p"}
# Elements before the heading of a teaser: its picture and what is printed on it.
_CARD = 24
_NO_FOOT = frozenset({"footer", "li", "p"})
_ASIDE = frozenset({"aside"})
_SCRIPTS = re.compile(r"java\s?script", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"(?:^|;)\s*display\s*:\s*none", re.IGNORECASE)
ROLES = MappingProxyType(
    {
        "navigation": ("navigation", 2000),
        "search": ("control", 2000),
        "toolbar": ("control", 300),
        "tablist": ("control", 300),
        "menu": ("navigation", 2000),
        "menubar": ("navigation", 2000),
        "dialog": ("dialog", 1500),
        "alertdialog": ("dialog", 1500),
    }
)


def navigation(_: Element) -> Skip:
    """Leave out links to other places of the site or the page."""
    return Skip("navigation")


def control(node: Element) -> Skip | None:
    """Leave out a button or a list of choices; a button around a picture or a paragraph is a way to show it."""
    return None if holds(node, _BUTTON_SPARES) else Skip("control")


def form(node: Element) -> Skip | None:
    """Leave out a form with its labels; one around a whole article, as some systems make it, is opened."""
    return Skip("control") if is_within(node, 1500) and holds(node, _CONTROLS) else None


def role(node: Element) -> Skip | None:
    """Leave out what says of itself that it is a control, a dialog or navigation."""
    name = node.get("role")
    if name is None or name not in ROLES:
        return None
    reason, most = ROLES[name]
    return Skip(reason) if is_within(node, most) and not (reason == "dialog" and holds(node, _MEDIA)) else None


def hidden(node: Element) -> Skip | None:
    """Leave out what a browser does not show, unless it holds a picture or player that a script would show later, or a formula
    that is shown as a picture."""
    style = node.get("style")
    shown = node.get("hidden") is None and (style is None or not _NOT_SHOWN.search(style))
    return None if shown or holds(node, _LATER) or not is_within(node, 1500) else Skip("hidden")


def template(_: Element) -> Skip:
    """Leave out what waits for a script to show it."""
    return Skip("hidden")


def footer(node: Element) -> Skip | None:
    """Leave out the foot of the article; that of a quotation is its source, one around another is opened."""
    return None if is_quoted(node) or holds(node, _NO_FOOT) or not is_within(node, 600) else Skip("footer")


def aside(node: Element) -> Skip | None:
    """Leave out a box that is mostly links; one around another is opened."""
    return Skip("related") if not holds(node, _ASIDE) and is_within(node, 4000) and is_linked(node) else None


def card(node: Element) -> Skip | None:
    """Leave out a link around a heading: a teaser. A heading that is a link has the link inside."""
    if not len(node) or (node.get("href") or "#").startswith("#"):
        return None
    headed = any(part.tag in _TITLES for part in islice(node.iter(), _CARD))
    return Skip("related") if headed and is_within(node, 600) else None


def without_scripts(node: Element) -> Skip | None:
    """Leave out the request to turn JavaScript on; anything else in a `noscript` may be all that a feed kept of the text."""
    if holds(node, _MEDIA) or not is_within(node, 300):
        return None
    # lxml-stubs allow for bytes, which Python 2 knew.
    words = "".join(node.itertext())  # type: ignore[arg-type]
    return Skip("noscript") if _SCRIPTS.search(words) else None
