"""Sites whose players and posts are embedded: from the address of a frame to the page of what it shows."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple
from urllib.parse import quote, unquote

Kind = Literal["video", "audio", "post", "frame"]


class Provider(NamedTuple):
    """One row: a form of address of one site."""

    name: str
    kind: Kind
    pattern: str
    """A regular expression for an address without its scheme and `www.`, host in lower case."""
    page: str
    """The address of the page, with the groups of the pattern; `{0}` alone is an address that stands in the query."""


class Embedded(NamedTuple):
    """What an address shows."""

    url: str
    provider: str | None
    kind: Kind


_END = r"(?:[/?&#].*)?"
_ID = r"([\w-]{1,64})"


def _row(name: str, kind: Kind, pattern: str, page: str) -> Provider:
    return Provider(name, kind, f"(?s:{pattern}{_END})", page)


_YOUTUBE = "https://www.youtube.com/watch?v={0}"
# The forms of address are those that the sites give out for embedding (their oEmbed and player documentation).
PROVIDERS: tuple[Provider, ...] = (
    _row("youtube", "video", rf"(?:m\.)?youtube(?:-nocookie)?\.com/(?:embed|v|shorts|live)/(?!videoseries){_ID}", _YOUTUBE),
    _row("youtube", "video", rf"(?:m\.)?youtube(?:-nocookie)?\.com/watch\?(?:[^#]{{0,200}}&)??v={_ID}", _YOUTUBE),
    _row("youtube", "video", rf"youtu\.be/{_ID}", _YOUTUBE),
    _row(
        "youtube",
        "video",
        rf"youtube(?:-nocookie)?\.com/embed/videoseries\?(?:[^#]{{0,200}}&)??list={_ID}",
        "https://www.youtube.com/playlist?list={0}",
    ),
    _row("vimeo", "video", r"(?:player\.)?vimeo\.com/(?:video/)?([0-9]{1,20})", "https://vimeo.com/{0}"),
    _row("vimeo", "video", r"vimeo\.com/moogaloop\.swf\?(?:[^#]{0,200}&)??clip_id=([0-9]{1,20})", "https://vimeo.com/{0}"),
    _row(
        "dailymotion",
        "video",
        rf"(?:geo\.)?dailymotion\.com/(?:embed/video|swf(?:/video)?|video)/{_ID}",
        "https://www.dailymotion.com/video/{0}",
    ),
    _row(
        "bilibili",
        "video",
        r"player\.bilibili\.com/player\.html\?(?:[^#]{0,200}&)??bvid=(\w{1,20})",
        "https://www.bilibili.com/video/{0}",
    ),
    _row(
        "bilibili",
        "video",
        r"player\.bilibili\.com/player\.html\?(?:[^#]{0,200}&)??aid=([0-9]{1,20})",
        "https://www.bilibili.com/video/av{0}",
    ),
    _row("ted", "video", r"embed(?:-ssl)?\.ted\.com/(?:talks/)?([\w./-]{1,100})", "https://www.ted.com/talks/{0}"),
    _row("tiktok", "video", r"tiktok\.com/(?:embed|player)/(?:v[0-9]/)?([0-9]{1,30})", "https://www.tiktok.com/@/video/{0}"),
    _row("tiktok", "video", r"tiktok\.com/(@[\w.-]{1,64}/video/[0-9]{1,30})", "https://www.tiktok.com/{0}"),
    _row("soundcloud", "audio", r"w\.soundcloud\.com/player/?\?(?:[^#]{0,200}&)??url=([^&#]{1,500})", "{0}"),
    _row("spotify", "audio", r"open\.spotify\.com/embed/([a-z]{1,20}/\w{1,40})", "https://open.spotify.com/{0}"),
    _row("apple-podcasts", "audio", r"embed\.podcasts\.apple\.com/([^?#]{1,300})", "https://podcasts.apple.com/{0}"),
    _row("x", "post", r"(?:mobile\.)?(?:twitter|x)\.com/([^/?#]{1,64}/status(?:es)?/[0-9]{1,30})", "https://x.com/{0}"),
    _row("instagram", "post", rf"instagram\.com/((?:[\w.]{{1,64}}/)?(?:p|reel|tv)/{_ID})", "https://www.instagram.com/{0}/"),
    _row("facebook", "post", r"facebook\.com/plugins/(?:post|video)\.php\?(?:[^#]{0,300}&)??href=([^&#]{1,500})", "{0}"),
    _row("mastodon", "post", r"([\w.-]{1,100}/@[\w.@-]{1,100}/[0-9]{10,30})/embed", "https://{0}"),
    _row("bluesky", "post", r"bsky\.app/(profile/[^/?#]{1,100}/post/\w{1,40})", "https://bsky.app/{0}"),
    _row(
        "reddit",
        "post",
        r"(?:www\.)?(?:redditmedia|reddit)\.com/(r/\w{1,40}/comments/[^?#]{1,200})",
        "https://www.reddit.com/{0}",
    ),
    _row("gist", "frame", r"gist\.github\.com/([\w-]{1,64}/\w{1,64}|\w{1,64})(?:\.js(?:on)?)?", "https://gist.github.com/{0}"),
    _row(
        "slideshare",
        "frame",
        r"slideshare\.net/slideshow/embed_code/(?:key/)?(\w{1,40})",
        "https://www.slideshare.net/slideshow/embed_code/key/{0}",
    ),
    _row("speakerdeck", "frame", r"speakerdeck\.com/player/(\w{1,64})", "https://speakerdeck.com/player/{0}"),
    _row(
        "google-maps",
        "frame",
        r"(?:maps\.)?google\.[a-z.]{2,6}/maps(/[^\s]{0,2000}|\?[^\s]{0,2000})",
        "https://www.google.com/maps{0}",
    ),
    _row(
        "openstreetmap",
        "frame",
        r"openstreetmap\.org/export/embed\.html(\?[^\s]{0,1000})",
        "https://www.openstreetmap.org/export/embed.html{0}",
    ),
    _row(
        "codepen", "frame", rf"codepen\.io/([\w-]{{1,64}})/(?:embed|pen)/(?:preview/)?{_ID}", "https://codepen.io/{0}/pen/{1}"
    ),
    _row("datawrapper", "frame", r"datawrapper\.dwcdn\.net/(\w{3,10})", "https://datawrapper.dwcdn.net/{0}/"),
)


class Player(NamedTuple):
    """One row: where the page of one site is played in a frame."""

    provider: str
    pattern: str
    """A regular expression for the address of the page, as `Provider.page` writes it."""
    frame: str
    """The address of the frame, with the groups of the pattern."""


# As the sites document them. Posts have none: their words are in the article, and the frames of most are made by scripts.
PLAYERS: tuple[Player, ...] = (
    # The host that sets no cookies before something is played.
    Player("youtube", rf"https://www\.youtube\.com/watch\?v={_ID}", "https://www.youtube-nocookie.com/embed/{0}"),
    Player(
        "youtube",
        rf"https://www\.youtube\.com/playlist\?list={_ID}",
        "https://www.youtube-nocookie.com/embed/videoseries?list={0}",
    ),
    Player("vimeo", r"https://vimeo\.com/([0-9]{1,20})", "https://player.vimeo.com/video/{0}"),
    Player("dailymotion", rf"https://www\.dailymotion\.com/video/{_ID}", "https://www.dailymotion.com/embed/video/{0}"),
    Player("bilibili", r"https://www\.bilibili\.com/video/av([0-9]{1,20})", "https://player.bilibili.com/player.html?aid={0}"),
    Player("bilibili", r"https://www\.bilibili\.com/video/(\w{1,20})", "https://player.bilibili.com/player.html?bvid={0}"),
    Player("ted", r"https://www\.ted\.com/talks/([\w./-]{1,100})", "https://embed.ted.com/talks/{0}"),
    Player("tiktok", r"https://www\.tiktok\.com/@[\w.-]{0,64}/video/([0-9]{1,30})", "https://www.tiktok.com/player/v1/{0}"),
    Player("soundcloud", r"(https://(?:api\.)?soundcloud\.com/[^\s]{1,500})", "https://w.soundcloud.com/player/?url={0}"),
    Player("spotify", r"https://open\.spotify\.com/([a-z]{1,20}/\w{1,40})", "https://open.spotify.com/embed/{0}"),
    Player("apple-podcasts", r"https://podcasts\.apple\.com/([^?#\s]{1,300})", "https://embed.podcasts.apple.com/{0}"),
    Player("codepen", rf"https://codepen\.io/([\w-]{{1,64}})/pen/{_ID}", "https://codepen.io/{0}/embed/{1}"),
    # The address of the page is that of the frame; of maps only where it is one that may be framed.
    Player("slideshare", r"(https://www\.slideshare\.net/slideshow/embed_code/key/\w{1,40})", "{0}"),
    Player("speakerdeck", r"(https://speakerdeck\.com/player/\w{1,64})", "{0}"),
    Player("google-maps", r"(https://www\.google\.com/maps/embed[^\s]{0,2000})", "{0}"),
    Player("google-maps", r"(https://www\.google\.com/maps[^\s]{0,2000}[?&]output=embed\b[^\s]{0,2000})", "{0}"),
    Player("openstreetmap", r"(https://www\.openstreetmap\.org/export/embed\.html\?[^\s]{0,1000})", "{0}"),
    Player("datawrapper", r"(https://datawrapper\.dwcdn\.net/\w{3,10}/)", "{0}"),
)
_SCHEME = re.compile(r"(?:https?:)?//(?:www\.)?", re.IGNORECASE)
# Classes that sites give to the blockquote which their script turns into a post.
POST_CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "twitter-tweet": "x",
        "twitter-video": "x",
        "instagram-media": "instagram",
        "tiktok-embed": "tiktok",
        "bluesky-embed": "bluesky",
        "mastodon-embed": "mastodon",
        "reddit-embed-bq": "reddit",
        "reddit-card": "reddit",
        "fb-post": "facebook",
        "fb-video": "facebook",
    }
)


def embedded(address: str, kind: Kind = "frame") -> Embedded:
    """Give what an address shows: page, provider and kind where its form is known, else the address and the kind given.

    >>> embedded("//www.youtube-nocookie.com/embed/abc_123?rel=0")
    Embedded(url='https://www.youtube.com/watch?v=abc_123', provider='youtube', kind='video')
    >>> embedded("https://example.org/map").provider is None
    True
    """
    address = address.strip()
    start = _SCHEME.match(address)
    if start is None:
        return Embedded(address, None, kind)
    host, slash, path = address[start.end() :].partition("/")
    bare = host.lower() + slash + path
    for row in PROVIDERS:
        found = re.fullmatch(row.pattern, bare)
        if found is not None:
            parts = found.groups()
            return Embedded(unquote(parts[0]) if row.page == "{0}" else row.page.format(*parts), row.name, row.kind)
    return Embedded(address, None, kind)


def player_of(page: str, provider: str) -> str | None:
    """Give the address at which the page of a provider is played in a frame, or None if there is none.

    >>> player_of("https://vimeo.com/1", "vimeo"), player_of("https://vimeo.com/about", "vimeo")
    ('https://player.vimeo.com/video/1', None)
    """
    for row in PLAYERS:
        if row.provider == provider and (found := re.fullmatch(row.pattern, page)) is not None:
            # Alone it is the address; in a query it is one value.
            parts = found.groups() if row.frame == "{0}" else (quote(part, safe="/") for part in found.groups())
            return row.frame.format(*parts)
    return None
