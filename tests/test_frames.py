"""`to_html(embeds="iframe")`: frames of hosts that a policy names, in a sandbox, and nothing else."""

import re

import html5lib
import pytest
from hypothesis import given

from newsclean import EMBEDS, NEWS, Article, Block, OptionsError, parse_article, read_canonical, sanitize
from newsclean.models.blocks import Embed, Figure, Image, List, ListItem, Paragraph, Quote
from newsclean.models.text import Text
from newsclean.policy import EMBED_HOSTS, SANDBOX
from newsclean.providers import PLAYERS, embedded, player_of
from newsclean.urls import has_host
from tests import strategies

FRAME = f'loading="lazy" referrerpolicy="strict-origin-when-cross-origin" sandbox="{SANDBOX}" allowfullscreen=""></iframe>'
# A page of each provider, and its frame.
PAGES = (
    ("youtube", "https://www.youtube.com/watch?v=a_B-1", "https://www.youtube-nocookie.com/embed/a_B-1"),
    ("youtube", "https://www.youtube.com/playlist?list=PL1", "https://www.youtube-nocookie.com/embed/videoseries?list=PL1"),
    ("vimeo", "https://vimeo.com/12", "https://player.vimeo.com/video/12"),
    ("dailymotion", "https://www.dailymotion.com/video/x1", "https://www.dailymotion.com/embed/video/x1"),
    ("bilibili", "https://www.bilibili.com/video/av12", "https://player.bilibili.com/player.html?aid=12"),
    ("bilibili", "https://www.bilibili.com/video/BV1x", "https://player.bilibili.com/player.html?bvid=BV1x"),
    ("ted", "https://www.ted.com/talks/a_b", "https://embed.ted.com/talks/a_b"),
    ("tiktok", "https://www.tiktok.com/@/video/12", "https://www.tiktok.com/player/v1/12"),
    (
        "soundcloud",
        "https://api.soundcloud.com/tracks/12?a=b&c=d",
        "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/12%3Fa%3Db%26c%3Dd",
    ),
    ("spotify", "https://open.spotify.com/episode/1a", "https://open.spotify.com/embed/episode/1a"),
    ("apple-podcasts", "https://podcasts.apple.com/us/podcast/a/id1", "https://embed.podcasts.apple.com/us/podcast/a/id1"),
    ("codepen", "https://codepen.io/a-b/pen/xY", "https://codepen.io/a-b/embed/xY"),
    ("slideshare", "https://www.slideshare.net/slideshow/embed_code/key/a", None),
    ("speakerdeck", "https://speakerdeck.com/player/a1", None),
    ("google-maps", "https://www.google.com/maps/embed?pb=!1m1", None),
    ("google-maps", "https://www.google.com/maps?q=dam&output=embed", None),
    ("openstreetmap", "https://www.openstreetmap.org/export/embed.html?bbox=1%2C2", None),
    ("datawrapper", "https://datawrapper.dwcdn.net/aB1/", None),
)


@pytest.mark.parametrize(("provider", "page", "frame"), PAGES)
def test_every_player(provider: str, page: str, frame: str | None) -> None:
    """The frame is that of the page: from it the page is found again, and its host is one of those let in."""
    wanted = frame or page
    assert player_of(page, provider) == wanted
    assert embedded(wanted)[:2] == (page, provider)
    assert has_host(wanted, EMBED_HOSTS)


def test_every_row_has_a_page() -> None:
    """No row stands untried, and none is in another's way."""
    for row in PLAYERS:
        pages = [page for provider, page, _ in PAGES if provider == row.provider and re.fullmatch(row.pattern, page)]
        assert pages, row


FILM = Embed(kind="video", url="https://vimeo.com/12", provider="vimeo", title='A "dam"')


def test_the_frame_and_the_link() -> None:
    """The link stays: for paper, for readers who let no frames in, and for us."""
    article = Article(blocks=(FILM.model_copy(update={"caption": Text(text="Water")}),))
    html = article.to_html(embeds="iframe")
    assert html == (
        '<figure class="nc-embed nc-video nc-vimeo"><iframe src="https://player.vimeo.com/video/12" title="A &quot;dam&quot;" '
        f'{FRAME}<a href="https://vimeo.com/12" title="A &quot;dam&quot;">A "dam"</a><figcaption>Water</figcaption></figure>'
    )
    assert re.sub("<iframe.*</iframe>", "", html) == article.to_html()
    assert article.render("html", {"embeds": "iframe"}) == html


NOT_FRAMED = (
    Embed(kind="post", url="https://x.com/a/status/1", provider="x"),
    Embed(kind="frame", url="https://evil.example/"),
    Embed(kind="frame", url="/map"),
    Embed(kind="frame", url="javascript:alert(1)//www.youtube.com/"),
    Embed(kind="frame", url="https://www.youtube.com@evil.example/"),
    Embed(kind="video", url="https://www.youtube.com/a.mp4"),
    Embed(kind="video", url="https://evil.example/watch?v=1", provider="youtube"),
    Embed(kind="video", url="https://www.youtube.com/watch?v=1&b=2", provider="youtube"),
    Embed(kind="video", url='https://www.youtube.com/watch?v=1"onload="x', provider="youtube"),
    Embed(kind="frame", url="https://www.google.com/maps/place/x", provider="google-maps"),
    Embed(kind="frame", url="https://gist.github.com/a/1", provider="gist"),
    Embed(kind="video", url="https://vimeo.com/1", provider="nowhere"),
)


@pytest.mark.parametrize("block", NOT_FRAMED, ids=lambda block: block.url)
def test_what_stays_a_link(block: Embed) -> None:
    """Posts, files, other hosts, pages that may not be framed, whatever an article that was made by hand says."""
    article = Article(blocks=(block,))
    assert article.to_html(embeds="iframe") == article.to_html()


def test_hosts_are_those_of_the_policy() -> None:
    """More or fewer; a policy without frames has none."""
    map_of = Embed(kind="frame", url="https://maps.example.org/1")
    article = Article(blocks=(FILM, map_of))
    more = EMBEDS.extend("embed_hosts", "maps.example.org")
    assert article.to_html(embeds="iframe", policy=more).count("<iframe") == 2
    assert article.to_html(embeds="iframe").count("<iframe") == 1
    with pytest.raises(OptionsError, match="embeds='frame'"):
        article.to_html(embeds="iframe", policy=NEWS)
    with pytest.raises(OptionsError, match="embeds must be 'link' or 'iframe'"):
        article.render("html", {"embeds": "frame"})


NESTED = Article(
    title="Dam",
    blocks=(
        Quote(blocks=(Paragraph(text="a"), FILM)),
        List(items=(ListItem(blocks=(FILM,)),)),
        Embed(
            kind="frame", url="https://datawrapper.dwcdn.net/aB1/", provider="datawrapper", blocks=(Paragraph(text="b"), FILM)
        ),
        Figure(images=(Image(src="/a.png"),)),
    ),
)


def test_it_reads_back() -> None:
    """To the same content, from HTML and from a page; frames are in the ledger, as media that no block is of."""
    html = NESTED.to_html(embeds="iframe")
    assert html.count("<iframe") == 4
    again = read_canonical(html)
    assert all(old.same_content(new) for old, new in zip(NESTED.blocks, again, strict=True))
    page = parse_article(NESTED.to_html(embeds="iframe", document=True))
    assert page.to_html(document=True) == NESTED.to_html(document=True)
    assert [(drop.reason, drop.media) for drop in page.dropped if drop.media] == [("embed", 1)] * 4


def test_sanitizers_leave_it_alone() -> None:
    """Under the same policy there is nothing to do; under another the frames go."""
    html = NESTED.to_html(embeds="iframe")
    for backend in ("builtin", "bleach", "nh3"):
        assert sanitize(html, policy=EMBEDS, backend=backend) == html, backend
    assert "iframe" not in sanitize(html)


@given(strategies.bodies)
def test_any_article(blocks: tuple[Block, ...]) -> None:
    """An HTML5 parser sees frames of hosts that are named, each in a sandbox, and beside them what it sees without."""
    article = Article(blocks=(*blocks, FILM))
    html = article.to_html(embeds="iframe")
    frames = list(html5lib.parse(html, namespaceHTMLElements=False).iter("iframe"))
    assert frames
    for frame in frames:
        assert has_host(frame.get("src") or "", EMBED_HOSTS)
        assert frame.get("sandbox") == SANDBOX
        assert "srcdoc" not in frame.keys()  # noqa: SIM118 - an element
    assert re.sub(f'<iframe src="[^"]*" title="[^"]*" {re.escape(FRAME)}', "", html) == article.to_html()
