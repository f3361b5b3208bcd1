"""Class names of furniture: words that many publishers, themes and plug-ins share."""

from typing import Literal, NamedTuple


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
    not_tags: frozenset[str] = frozenset()
    """Elements it does not fit."""
    links: Literal["any", "some", "most"] = "any"
    """`some`: only with a link or control, or when it is as short as a label. `most`: only if most of its text is links."""


PLAYERS = frozenset({"audio", "iframe", "object", "video"})
PICTURES = frozenset({"img", "picture"})

NAMED = (
    Named(
        "share",
        frozenset(
            "action-bar actionbar addthis addtoany article-actions article-tools feedflare follow-us "
            "interaction-bar paylas share sharebar sharedaddy shares sharethis sharing social socials tweet-button".split()
        ),
        300,
        why="Buttons to pass the article on, to print or to keep it. Posts shown within an article are quotations.",
        spares=frozenset({"figure"}),
        links="some",
    ),
    Named(
        "newsletter",
        frozenset("mailing-list mailinglist news-letter newsletter newsletters sign-up signup subscribe subscription".split()),
        1500,
        why="Invitations to subscribe, with the form, its consent and its thanks.",
        links="some",
    ),
    Named(
        "advertisement",
        frozenset(
            "ad ads adsbygoogle adslot adunit advert advertisement advertisements advertising advertorial adverts "
            "anzeige anzeigen commercials dfp publicidad publicite reklama sponsored werbung".split()
        ),
        400,
        why="Advertisements and the labels and excuses around them.",
    ),
    Named(
        "promotion",
        frozenset(
            "affiliate app-banner app-download app-hint call-to-action cta disclaimer disclosure donate donation "
            "google-news promo promos promote smart-banner whatsapp".split()
        ),
        600,
        why="The publisher's own advertisements, its shop and its appeals.",
        spares=frozenset({"figure"}),
    ),
    Named(
        "paywall",
        frozenset("paygate paywall-banner paywall-box paywall-message paywall-offer paywall-overlay paywall-prompt".split()),
        600,
        why="The wall before a text. `paywall` alone mostly names the text behind it.",
    ),
    Named(
        "paywall",
        frozenset("log-in login register registration regwall sign-in signin".split()),
        3000,
        why="Forms to register and what they promise.",
        links="some",
        not_tags=frozenset({"p"}),
    ),
    Named(
        "related",
        frozenset(
            "also-read latest-posts list-widget most-popular most-read most-viewed other-news "
            "popular-posts read-also read-next recent-entries "
            "recent-posts recirc recirculation recommended-articles recommended-posts recommended-stories "
            "related-article related-articles related-content related-links related-news related-post "
            "related-posts related-stories related-story related-topics relatedposts up-next widget-title".split()
        ),
        4000,
        why="Headlines of other articles, or the label where a script would have put them.",
        links="some",
    ),
    Named(
        "related",
        frozenset(
            "article-card crosslink crosslinking crosslinks more-link more-on more-stories news-card "
            "post-card read-more readmore "
            "recommend recommendation recommendations recommended related story-card teaser teasers trending".split()
        ),
        4000,
        why="The same in words that have other uses: without a link, a teaser is the article's own first paragraph.",
        links="most",
    ),
    Named(
        "comments",
        frozenset(
            "article-comment article-comments comment-banner comment-count comment-form comment-list comment-reply "
            "comment-respond comment-section commentlist comments-anchor comments-area comments-container "
            "comments-count comments-link comments-list comments-section disqus livefyre reader-comments "
            "show-comment show-comments user-comments".split()
        ),
        8000,
        why="What readers wrote below the article, and the way there. `comments` alone may be the author's.",
    ),
    Named(
        "comments",
        frozenset("comments kommentare".split()),
        60,
        why="The label of comments that a script would have put there. A longer text may be the author's comments.",
    ),
    Named(
        "byline",
        frozenset(
            "article-date article-details article-location article-meta author authors byline bylines dateline display-date "
            "entry-date entry-info entry-meta last-updated meta-info metainfo post-date post-info post-meta "
            "post-views pub-date pubdate "
            "publish-date published read-time reading-time time-stamp timestamp updated-date view-count views-count".split()
        ),
        300,
        why="Who wrote it and when: the header of the post says so.",
    ),
    Named(
        "author-bio",
        frozenset("about-author about-the-author author-bio author-box author-card author-description author-info".split()),
        1000,
        why="About the author, not about the matter.",
    ),
    Named(
        "tags",
        frozenset("categories category-list keywords tag-links tag-list taglist tags topic-list topic-tag topics".split()),
        600,
        why="The keywords that the header carries too, as links to lists.",
        links="most",
    ),
    Named(
        "navigation",
        frozenset(
            "breadcrumb breadcrumbs menu-item nav-item nav-links nav-menu navbar navigation next-prev page-nav "
            "pager pagination post-next prev-next skip-link sub-menu submenu".split()
        ),
        600,
        why="The way to other pages.",
    ),
    Named(
        "footer",
        frozenset("article-footer entry-footer footer-widget footer-widgets page-footer post-footer site-footer".split()),
        400,
        why="Source, rights and keywords below the article.",
        spares=PICTURES,
    ),
    Named(
        "player",
        frozenset(
            "audio-player audioplayer jwplayer media-player mejs player-controls player-placeholder "
            "player-wrapper plyr video-data video-duration video-fallback video-heading video-info video-js video-overlay "
            "video-player video-time video-title videojs "
            "videoplayer vjs".split()
        ),
        800,
        why="Knobs, times and titles of a player that is not there. One that is there, or its picture, is opened.",
        spares=PICTURES | PLAYERS,
    ),
    Named(
        "control",
        frozenset("opinary poll polls pinpoll".split()),
        800,
        why="A question to readers, which they could answer on the page.",
        links="some",
    ),
    Named(
        "kicker",
        frozenset("dachzeile eyebrow kicker overline topline".split()),
        100,
        why="The word or two above a headline that say to which section or matter it belongs.",
    ),
    Named(
        "consent",
        frozenset("consent cookie-banner cookie-notice cookie-wall embed-placeholder gdpr oembed-placeholder".split()),
        1500,
        why="Questions about cookies in place of something that is not there.",
        spares=PLAYERS,
    ),
    Named(
        "dialog",
        frozenset("lightbox modal popover popup".split()),
        1500,
        why="Shown only after a click, mostly to repeat, to ask or to offer. One with a picture is a way to show it.",
        spares=PICTURES | PLAYERS,
        links="some",
    ),
)
