"""Furniture that names itself: words of class names that many publishers, themes and plug-ins share.

A class name is cut at hyphens, underscores and capitals into lower-case words; a row matches if one of its names is a run
of them: `share` is in `post-share`, `share__icon` and `socialShare`, not in `shareholder`.
"""

import re
from types import MappingProxyType
from typing import Literal, NamedTuple

from newsclean.dom import Element
from newsclean.rules.answers import Skip
from newsclean.rules.signals import CONTAINERS, holds, is_linked, is_quoted, is_within


class Named(NamedTuple):
    """One row: which words tell of what."""

    reason: str
    names: frozenset[str]
    """Words in lower case, joined by hyphens."""
    most: int
    """Characters. An element with more is no furniture but something larger that is named after one of its parts."""
    why: str
    spares: frozenset[str] = frozenset()
    """An element that holds one of these is opened instead."""
    links: Literal["any", "some", "most"] = "any"
    """`some`: only with a link, or when it is as short as a label. `most`: only if most of its text is links."""


_PLAYERS = frozenset({"audio", "iframe", "object", "video"})
_LINK = frozenset({"a"})
_PICTURES = frozenset({"img", "picture"})

NAMED = (
    Named(
        "share",
        frozenset(
            "actionbar addthis addtoany article-actions article-tools feedflare follow-us share sharebar sharedaddy shares "
            "sharethis sharing social socials toolbar tweet-button".split()
        ),
        300,
        why="Buttons to pass the article on, to print or to keep it. Posts shown within an article are quotations.",
        spares=frozenset({"blockquote", "figure"}),
    ),
    Named(
        "newsletter",
        frozenset("mailing-list mailinglist newsletter newsletters news-letter sign-up signup subscribe subscription".split()),
        1500,
        why="Invitations to subscribe, with the form, its consent and its thanks.",
    ),
    Named(
        "advertisement",
        frozenset(
            "ad ads adsbygoogle adslot adunit advert advertisement advertisements advertising advertorial adverts anzeige "
            "anzeigen commercial commercials dfp publicidad publicite reklama sponsored werbung".split()
        ),
        400,
        why="Advertisements and the labels and excuses around them.",
    ),
    Named(
        "promotion",
        frozenset("affiliate call-to-action cta donate donation promo promos promote promotion".split()),
        600,
        why="The publisher's own advertisements, its shop and its appeals.",
        spares=frozenset({"figure"}),
    ),
    Named(
        "paywall",
        frozenset({"paygate", "paywall", "piano"}),
        600,
        why="A wall before the text. The text behind it is often so named too, but is longer, or a paragraph.",
    ),
    Named(
        "paywall",
        frozenset({"log-in", "login", "register", "registration", "regwall", "sign-in", "signin"}),
        3000,
        why="Forms to register and what they promise.",
    ),
    Named(
        "related",
        frozenset(
            "also-read most-popular most-read popular-posts read-also read-next recirc recirculation recommendation "
            "recommendations recommended-articles recommended-posts recommended-stories related-article related-articles "
            "related-content related-links related-news related-post related-posts related-stories related-story "
            "related-topics relatedposts up-next".split()
        ),
        4000,
        why="Headlines of other articles, or the label where a script would have put them.",
        links="some",
    ),
    Named(
        "related",
        frozenset(
            "article-card crosslink crosslinking crosslinks more-link more-on more-stories read-more readmore recommend "
            "recommended related story-card teaser teasers trending".split()
        ),
        4000,
        why="The same in words that have other uses: without a link, a teaser is the article's own first paragraph.",
        links="most",
    ),
    Named(
        "comments",
        frozenset(
            "article-comment article-comments comment-count comment-form comment-list comment-section commentlist "
            "comments-anchor comments-area comments-container comments-count comments-link comments-list comments-section disqus livefyre "
            "reader-comments user-comments".split()
        ),
        8000,
        why="What readers wrote below the article, and the way there. `comments` alone may be the author's.",
    ),
    Named(
        "comments",
        frozenset({"comments", "kommentare"}),
        60,
        why="The label of comments that a script would have put there. A longer text may be the author's comments.",
    ),
    Named(
        "byline",
        frozenset(
            "article-date article-details article-meta author authors byline bylines dateline date-published entry-date "
            "entry-meta last-updated meta-info metainfo post-date post-meta pub-date pubdate publish-date published "
            "read-time reading-time time-stamp timestamp updated-date".split()
        ),
        300,
        why="Who wrote it and when: the header of the post says so.",
    ),
    Named(
        "author-bio",
        frozenset("about-author about-the-author author-bio author-box author-card author-description author-info bio".split()),
        1000,
        why="About the author, not about the matter.",
    ),
    Named(
        "tags",
        frozenset("categories category-list keywords tag-links tag-list taglist tags topic-list topics".split()),
        600,
        why="The keywords that the header carries too, as links to lists.",
        links="most",
    ),
    Named(
        "navigation",
        frozenset(
            "breadcrumb breadcrumbs nav-links navbar navigation page-nav pager pagination post-navigation skip-link".split()
        ),
        600,
        why="The way to other pages.",
    ),
    Named(
        "footer",
        frozenset({"article-footer", "entry-footer", "post-footer"}),
        400,
        why="Source, rights and keywords below the article.",
        spares=_PICTURES,
    ),
    Named(
        "player",
        frozenset(
            "audio-player audioplayer jwplayer media-player mejs player-controls player-placeholder player-wrapper plyr "
            "video-fallback video-js video-overlay video-player video-time videojs videoplayer vjs".split()
        ),
        800,
        why="Knobs, times and titles of a player that is not there; one that is there is opened.",
        spares=_PLAYERS,
    ),
    Named(
        "consent",
        frozenset(
            "cookie-banner cookie-consent cookie-notice cookie-wall consent embed-placeholder gdpr oembed-placeholder".split()
        ),
        1500,
        why="Questions about cookies in place of something that is not there.",
        spares=_PLAYERS,
    ),
    Named(
        "dialog",
        frozenset({"lightbox", "modal", "popover", "popup"}),
        1500,
        why="Shown only after a click, mostly to repeat, to ask or to offer. One with a picture is a way to show it.",
        spares=_PICTURES | _PLAYERS,
    ),
)
_UNSEEN = frozenset(
    "a11y-hidden element-invisible hide-visually hidden-content off-screen offscreen screen-reader screen-reader-text "
    "screenreader screenreader-only show-for-sr sr-only u-hidden-visually visually-hidden visuallyhidden".split()
)
_HIDDEN_NAMES = frozenset({"d-none", "hidden"})
_HIDDEN, _SCREEN_READER = Skip("hidden"), Skip("screen-reader")
# On some screens it is shown: `md:block`, `d-md-flex`, `visible-lg`.
_SHOWN = re.compile(r":!?(?:block|flex|grid|inline|table|contents)|^d-[a-z]+-(?!none)|visible")
# What stands before says of which state the element is, or by which posts it is, not what it is.
_STATES = frozenset("category has hide is no non not tag with without".split())
_QUOTED = frozenset({"byline"})
# Words of an inline element or a heading tell of what it looks like or where it sticks.
_FURNISHED = CONTAINERS | {"dl", "p", "table"}
_SPLIT = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z0-9]+")
# Generated class names are random letters: a capital in them begins no word, and the shortest words come up by chance.
_SHORT = 3


def _heads(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name.partition("-")[0] for name in names)


_HEADS = _heads(_UNSEEN.union(*(row.names for row in NAMED)))
_ROWS = MappingProxyType(
    {name: tuple(row for row in NAMED if name in row.names) for name in sorted(set().union(*(row.names for row in NAMED)))}
)
_LONGEST = 4


def named(node: Element) -> Skip | None:
    """Leave out furniture by its class names."""
    label = node.get("class")
    if label is None:
        return None
    for name in _names_in(label):
        if name in _UNSEEN:
            if is_within(node, 300):
                return _SCREEN_READER
        elif node.tag in _FURNISHED:
            for row in _ROWS.get(name, ()):
                if _is(row, node):
                    return Skip(row.reason)
    return _HIDDEN if ("hidden" in label or "d-none" in label) and _is_hidden(label, node) else None


def _is_hidden(label: str, node: Element) -> bool:
    names = label.split()
    if _HIDDEN_NAMES.isdisjoint(names) or any(_SHOWN.search(name) for name in names):
        return False
    return is_within(node, 1500) and not holds(node, _PICTURES | _PLAYERS)


def _is(row: Named, node: Element) -> bool:
    if not is_within(node, row.most) or (row.spares and holds(node, row.spares)):
        return False
    if (row.links == "most" and not is_linked(node)) or (
        row.links == "some" and not (holds(node, _LINK) or is_within(node, 60))
    ):
        return False
    if (row.reason == "paywall" and node.tag == "p") or (node.tag == "figure" and holds(node, _PICTURES)):
        return False
    return row.reason not in _QUOTED or not is_quoted(node)


def _names_in(label: str) -> list[str]:
    """Give the runs of up to four words in each class name; empty unless a word of the label may begin a name."""
    lower = label.lower()
    text = lower if lower == label else _SPLIT.sub("-", label).lower()
    if _HEADS.isdisjoint(_WORD.findall(text)):
        return []
    found = []
    for piece in text.split():
        words = _WORD.findall(piece)
        for at, word in enumerate(words):
            if word not in _HEADS or (at and words[at - 1] in _STATES):
                continue
            found += ["-".join(words[at : at + count]) for count in range(1, _LONGEST + 1) if at + count <= len(words)]
    return [name for name in found if len(name) > _SHORT or name in _WORD.findall(lower)]
