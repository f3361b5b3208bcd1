"""What elements of a page say that they are, by element, role and name: data, with the one function that reads it."""

import re
from types import MappingProxyType
from typing import NamedTuple

from newsclean.dom import Element


class Sign(NamedTuple):
    """One row: names that many sites, themes and plug-ins share."""

    reason: str
    """Of the Drop, where it leads to one."""
    words: str
    """Words of class or id in lower case, joined by hyphens; an expression for a run of them."""
    why: str
    most: float = 0.4
    """Share of the prose of the page; an element with more is something larger that is named after one of its parts."""


SIGNS = (
    Sign(
        "comments",
        "comments?|comment-(?:list|section|area|form|thread)|commentlist|respond|disqus|kommentare?|discussion",
        why="What readers wrote, often longer than the article.",
        most=0.9,
    ),
    Sign(
        "related",
        "related|recirc\\w*|recommend\\w*|teasers?(?!-?text)|trending|most-(?:read|popular|viewed|recent)|mostread|popular|read-(?:more|next|also)|"
        "readmore|more-(?:stories|news|from|on|articles|posts)|also-(?:read|like)|up-next|outbrain|taboola|latest|"
        "(?:other|recent|next|prev|previous)-(?:news|posts?|articles?|stories)|(?:news|post|article|story)-cards?|cards?-list|crosslinks?",
        why="Other articles.",
    ),
    Sign(
        "share",
        "share|sharing|shares|sharebar|social|socials|addthis|addtoany|sharedaddy|sharethis|follow-us|article-(?:tools|actions)",
        why="Buttons to pass the article on.",
    ),
    Sign(
        "newsletter",
        "newsletters?|subscribe|subscription|sign-?up|mailing-list|mailinglist|mc-embed",
        why="Invitations to subscribe.",
    ),
    Sign(
        "advertisement",
        "ads?|adsbygoogle|ad-?(?:slot|unit|wrapper|container|box|banner)|advert\\w*|sponsor\\w*|dfp|gpt|banner|promo\\w*|werbung|anzeige|publicidad",
        why="Advertisements, of others and of the publisher.",
    ),
    Sign(
        "navigation",
        "nav|navi|navbar|navigation|menus?|submenu|breadcrumbs?|pagination|pager|page-nav|skip-?(?:link|to)|toolbar|tabs",
        why="The way to other pages.",
    ),
    Sign(
        "footer",
        "footer|colophon|site-info|copyright|legal",
        why="The foot of the page or of the article.",
    ),
    Sign(
        "site-header",
        "masthead|site-header|page-header|global-header|top-?bar|header-(?:top|main|wrapper|nav)|navbar-header",
        why="The head of the site.",
    ),
    Sign(
        "sidebar",
        "sidebar\\w*|side-bar|rail|right-(?:col|column|rail)|left-(?:col|column|rail)|secondary|widget-area|widgets|complementary",
        why="What stands beside the article.",
    ),
    Sign(
        "consent",
        "cookies?|cookie-\\w+|consent|gdpr|onetrust|cmp|privacy",
        why="Questions about cookies.",
    ),
    Sign(
        "dialog",
        "modals?|message-?bar|notifications?|alerts?|toast|snackbar|notice|popup|pop-up|overlay|lightbox|tooltip|drawer|offcanvas|off-canvas",
        why="Shown only after a click.",
    ),
    Sign(
        "author-bio",
        "(?:about-)?(?:the-)?author-(?:bio|box|info|card|description|about|profile)|about-(?:the-)?author|authorbox|bio",
        why="About the author, not about the matter.",
    ),
    Sign(
        "tags",
        "tags|tag-(?:list|links|cloud)|taglist|tagcloud|topics|topic-list|keywords|categories",
        why="The keywords, as links.",
    ),
    Sign(
        "byline",
        "by-?lines?|authors?|author-?names?|writers?|entry-meta|post-meta|article-meta|meta-info|dateline|timestamp|pub-?date|published|post-info|entry-info|article-info",
        why="Who wrote it and when.",
    ),
    Sign(
        "hidden",
        "(?<!\\S)(?:hidden|d-none)(?!\\S)|(?<!label-)visually-hidden|sr-only|screen-reader(?:-text)?|print-only|noprint|no-print",
        why="What browsers do not show.",
    ),
    Sign(
        "aside",
        "fact-?box\\w*|info-?box\\w*|fakta-?(?:boks|box|ruta)?|facts?-(?:box|panel)|side-?box|pull-?quote",
        why="Boxes beside the text, which stands without them.",
    ),
    Sign(
        "login",
        "log-?in|sign-?in|register|registration|account",
        why="Forms to log in.",
    ),
)
BODY = (
    "article-?(?:body|text|content|copy|main-?text|detail-content)|articlebody|story-?(?:body|text|content|copy)|"
    "(?:entry|post|news|blog|page|detail|single|td-post|content|main|rich|field-name)-?(?:content|body|text)|"
    "body-(?:text|content|copy)|bodytext|artikel-?(?:text|body|inhalt|content)|texto?-(?:noticia|nota)|cuerpo|paywall|wysiwyg"
)
ELEMENTS = MappingProxyType(
    {
        "nav": "navigation", "footer": "footer", "aside": "aside", "form": "control", "button": "control", "select": "control",
        "textarea": "control", "noscript": "noscript", "template": "hidden", "dialog": "dialog", "svg": "drawing",
        "head": "head",
        "figure": "figure", "figcaption": "figure", "iframe": "embed", "object": "embed", "video": "embed", "audio": "embed",
        "header": "header",
    }
)  # fmt: skip
_SHARES = MappingProxyType(
    {"form": 0.5, "aside": 0.3, "header": 0.3, "footer": 0.4, "nav": 0.4, "figure": 0.3, "noscript": 0.5}
)
_ROLES = MappingProxyType(
    {"navigation": "navigation", "complementary": "sidebar", "contentinfo": "footer", "banner": "header", "search": "control",
     "dialog": "dialog", "alertdialog": "dialog", "menu": "navigation", "menubar": "navigation", "toolbar": "share"}
)  # fmt: skip
_WORDS = re.compile(r"(?<![a-z0-9])(?:" + "|".join(f"({row.words})" for row in SIGNS) + r")(?![a-z0-9])")
_BODY = re.compile(rf"(?<![a-z0-9])(?:{BODY})(?![a-z0-9])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_JOINT = re.compile(r"[_-]+")
# Wrappers are called by what they have: `has-sidebar`, `with-related`; and whole pages by all that is on them.
_STATE = re.compile(r"(?:^|\s)(?:has|no|with|without|is|not|hide|show|js|t|md|lg|sm|xl)-\S*|\S{60,}|\S*[\[:/]\S*")
_LONGEST = 300
_NEVER = frozenset({"html", "body", "main", "article", "p", "a", "span", "em", "strong", "b", "i", "br", "img", "h1", "title"})


class Said(NamedTuple):
    """What an element says of itself."""

    reason: str
    most: float


_HIDDEN = Said("hidden", 0.5)
_OF_ELEMENTS = MappingProxyType({tag: Said(reason, _SHARES.get(tag, 1.1)) for tag, reason in ELEMENTS.items()})
_OF_ROLES = MappingProxyType({role: Said(reason, 0.4) for role, reason in _ROLES.items()})
_OF_ROWS = tuple(Said(row.reason, row.most) for row in SIGNS)


def said_by(node: Element, known: dict[str, Said | None] | None) -> Said | None:
    """Give why an element is no place for the article, if it says so; `known` remembers names within one page.

    Without it only elements and their attributes are asked, not class and id.
    """
    tag = node.tag
    found = _OF_ELEMENTS.get(tag)
    if found is not None:
        return found
    if tag in _NEVER or not node.attrib:
        return None
    style, role = node.get("style"), node.get("role")
    if node.get("hidden") is not None or (style is not None and "display:none" in style.replace(" ", "")):
        return _HIDDEN
    if role is not None and (found := _OF_ROLES.get(role)) is not None:
        return found
    name = f"{node.get('class', '')} {node.get('id', '')}"
    if known is None or name == " ":
        return None
    if name not in known:
        known[name] = _named(name)
    return known[name]


def is_body(node: Element) -> bool:
    """Tell whether an element says that it holds the text of an article."""
    if node.get("itemprop") == "articleBody":
        return True
    return _BODY.search(_plain(f"{node.get('class', '')} {node.get('id', '')}")) is not None


def _plain(name: str) -> str:
    name = name[:_LONGEST]
    lower = name.lower()
    if lower != name:
        lower = _CAMEL.sub("-", name).lower()
    return _STATE.sub(" ", _JOINT.sub("-", lower) if "_" in lower or "--" in lower else lower)


def _named(name: str) -> Said | None:
    found = _WORDS.search(_plain(name))
    return None if found is None or found.lastindex is None else _OF_ROWS[found.lastindex - 1]
