"""Which file a picture is about, which others it is offered in, and what is no picture."""

import pytest

from newsclean import Article, Image, Policy, parse_article, read_canonical
from newsclean.models.blocks import Candidate, Figure
from newsclean.models.text import Text
from newsclean.renderers.html import to_html
from newsclean.urls import document_base

DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


def only(html: str, *, url: str | None = None) -> Image:
    """Parse a body with one picture."""
    (pair,) = parse_article(f"---\n---\n{html}", url=url).images
    return pair.image


def offered(image: Image) -> list[tuple[str, int | None, float | None]]:
    """Give the candidates in short."""
    return [(file.url, file.width, file.density) for file in image.candidates]


@pytest.mark.parametrize(
    ("html", "src"),
    [
        ("<img src=a.jpg>", "a.jpg"),
        ("<img src=a.jpg data-src=b.jpg>", "b.jpg"),
        (f"<img src='{DOT}' data-src=b.jpg>", "b.jpg"),
        ("<img src=a.jpg data-src=''>", "a.jpg"),
        ("<img src=a.jpg data-src='{\"a\": 1}'>", "a.jpg"),
        ("<img src=a.jpg data-src='/img/{width}/b.jpg'>", "a.jpg"),
        ("<img src=a.jpg data-lazy=3>", "a.jpg"),
        ("<img src=a.jpg data-src='javascript:x.y'>", "a.jpg"),
        (f"<img src=a.jpg data-src='{DOT}'>", "a.jpg"),
        ("<img src=a.jpg srcset='b.jpg 900w'>", "a.jpg"),
        ("<img srcset='a.jpg 300w, b.jpg 900w'>", "b.jpg"),
        ("<img src=/i/grey.gif srcset='a.jpg 300w, b.jpg 900w'>", "b.jpg"),
        ("<img src=/i/loading-dock.jpg>", "/i/loading-dock.jpg"),
        ("<img src=/i/spacer.gif srcset='data:,1w' data-other=/i/a.jpg>", "/i/a.jpg"),
        ("<img src=a.jpg data-other=/i/b.jpg>", "a.jpg"),
        ("<picture><source srcset='a.webp 2x'><img></picture>", "a.webp"),
        ("<picture><source srcset=a.webp><noscript><img src=b.jpg></noscript></picture>", "b.jpg"),
        ("<img src='{{ site.url }}/a.jpg'>", "/a.jpg"),
        ("<img src=' //example.org/a&b=c.jpg'>", "//example.org/a&b=c.jpg"),
    ],
)
def test_the_file(html: str, src: str) -> None:
    """The one that readers would see once all scripts have run."""
    assert only(html).src == src


@pytest.mark.parametrize(
    ("html", "files"),
    [
        ("<img src=a.jpg srcset=a.jpg>", []),
        ("<img src=a.jpg srcset='a.jpg, b.jpg 2x'>", [("a.jpg", None, None), ("b.jpg", None, 2.0)]),
        ("<img src=a.jpg srcset='b.jpg 2x, b.jpg 2x'>", [("b.jpg", None, 2.0)]),
        ("<img src=a.jpg data-src=b.jpg>", [("a.jpg", None, None)]),
        ("<img src=a.jpg srcset='data:text/html,x 1w, b.jpg 2w'>", [("b.jpg", 2, None)]),
        ("<img src=a.jpg data-srcset='b.jpg 1x, c.jpg 2x'>", [("b.jpg", None, 1.0), ("c.jpg", None, 2.0)]),
        (
            "<picture><source srcset='b.webp'><source srcset='c.jpg'><img src=a.jpg></picture>",
            [("b.webp", None, None), ("c.jpg", None, None)],
        ),
    ],
)
def test_other_files(html: str, files: list[tuple[str, int | None, float | None]]) -> None:
    """Each once, in order, only those that the policy allows and only if they say more than `src`."""
    assert offered(only(html)) == files


def test_edges_of_addresses_survive_the_list() -> None:
    """A space or an edge comma would end the address in a `srcset`."""
    image = only('<base href="https://example.org/"><img src=a.jpg srcset="x%2Cy,z 2x"><p>b', url="https://example.com/")
    assert offered(image) == [("https://example.org/x%2Cy,z", None, 2.0)]
    page = parse_article('<p>b</p><img src=a.jpg srcset="?b=,\u00a0c, 2x">')
    assert read_canonical(page.to_html())[1].same_content(page.blocks[1])


def test_a_gallery_round_trips() -> None:
    """Own captions, a common one, candidates of any density, a caption before all pictures."""
    images = (
        Image(src="a.jpg", caption=Text(text="A"), candidates=(Candidate(url="b.jpg", density=1 / 3),)),
        Image(src="c.jpg", link="/c", candidates=(Candidate(url="c.jpg"), Candidate(url="d.jpg", width=3))),
        Image(src="e.jpg", caption=Text(text="E"), candidates=(Candidate(url="f.jpg", density=1e-7), Candidate(url="f.jpg"))),
    )
    for figure in (Figure(images=images, caption=Text(text="All")), Figure(images=images), Figure(images=images[:1])):
        (again,) = read_canonical(to_html([figure]))
        assert again.same_content(figure)


@pytest.mark.parametrize(
    ("src", "more"),
    [
        ("blank.gif", ""),
        ("a.jpg", "data-src=b.jpg data-srcset='c.jpg 2x'"),
        ("a.jpg", "width=1 height=1"),
        ("/smilies/a.gif", "class=emoji"),
        ("a.jpg", "><p class=caption>A</p"),
        (DOT, ""),
        ("{{ x }}/a.jpg", ""),
        ("https://cors.example.org/?https://example.org/a.jpg", ""),
    ],
)
def test_canonical_html_is_read_by_the_letter(src: str, more: str) -> None:
    """No lazy attributes, no counters, no proxies, no captions by class: `src` is the file."""
    figure = read_canonical(f"<div><img src='{src}' {more}></div>")[0]
    assert isinstance(figure, Figure)
    assert [image.src for image in figure.images] == [src]
    assert (figure.caption, figure.images[0].candidates) == (None, ())


@pytest.mark.parametrize(
    ("html", "reasons"),
    [
        ("<img>", ["no-source"]),
        ("<img src=/x/spacer.gif>", ["placeholder"]),
        (f"<img src='{DOT}'>", ["placeholder"]),
        ("<img src=/x/index-transparent_h-3_w-4.gif>", ["placeholder"]),
        ("<img src=/x/transparency.gif>", []),
        ("<img src=/x/space-1.gif>", []),
        ("<img src='{% asset_path a.jpg %}'>", ["template-url"]),
        ("<img src='javascript:x'>", ["unsafe-url"]),
        ("<img src=a.jpg width=1 height=600>", ["tracking-pixel"]),
        ("<img src=a.jpg style='HEIGHT: 0; border: 0'>", ["tracking-pixel"]),
        ("<img src=a.jpg style='max-width:100%;width:10px'>", []),
        ("<img src=a.jpg width=100%>", []),
        ("<img src=a.jpg width=20 height=20 alt='a😀'>", ["icon"]),
        ("<img src=a.jpg width=72 height=72 alt='👩‍🚀'>", ["emoji"]),
        ("<img src=a.jpg width=73 height=73 alt='😀'>", []),
        ("<img src=a.jpg width=33 height=20>", []),
        ("<img src=a.jpg class='my-avatar'>", ["avatar"]),
        ("<img src=a.jpg class='shareholder'>", []),
        ("<img src=https://example.org/icons/a.jpg>", []),
        ("<img src=https://example.org/a.jpg?u=/emoji/x>", ["emoji"]),
    ],
)
def test_what_is_no_picture(html: str, reasons: list[str]) -> None:
    """Dropped with its reason, or kept."""
    article = parse_article(f"<p>a</p>{html}")
    assert [drop.reason for drop in article.dropped] == reasons
    assert len(article.images) == 1 - len(reasons)


def test_emoji_keep_their_words_in_the_ledger() -> None:
    """The alternative text is what the image stands for."""
    (drop,) = parse_article('<p>Well <img class=emoji src="https://example.org/1f600.png" alt="😀"> done').dropped
    assert (drop.excerpt, drop.media, drop.rule) == ("😀", 1, "decoration")


def test_the_title_of_the_article_says_nothing_of_a_picture() -> None:
    """Aggregators repeat it on every picture; another title stays."""
    article = parse_article("---\ntitle: A  dam\n---\n<img src=a.png title='A dam'><img src=b.png title='The dam'>")
    assert [pair.image.title for pair in article.images] == [None, "The dam"]


def test_buttons_in_captions_are_not_said_about_the_picture() -> None:
    """They enlarge it; the words of the caption stay whole."""
    article = parse_article("<figure><img src=a.png><figcaption>The dam <button>Enlarge</button></figcaption></figure>")
    assert captions(article) == ["The dam"]
    assert [(drop.reason, drop.excerpt) for drop in article.dropped] == [("control", "Enlarge")]


def test_guesses_can_be_undone() -> None:
    """A caption that only stands beside a picture is inferred; one in a box with it is not."""
    html = "<p>a</p><img src=a.png><p class=caption>A</p><p>b</p><div><img src=b.png><p class=caption>B</p></div>"
    article = parse_article(html)
    assert captions(article) == ["A", "B"]
    assert captions(article.without_inferred()) == [None, "B"]


def captions(article: Article) -> list[str | None]:
    """Give the captions of all pictures."""
    return [pair.caption.text if pair.caption else None for pair in article.images]


@pytest.mark.parametrize(
    ("declared", "url", "base"),
    [
        (None, None, None),
        (None, "https://example.org/a", "https://example.org/a"),
        ("/b/", "https://example.org/a", "https://example.org/b/"),
        ("https://example.com/", None, "https://example.com/"),
        ("b/", None, None),
        ("javascript:x", "https://example.org/a", "https://example.org/a"),
        ("#top", "https://example.org/a", "https://example.org/a"),
        ("mailto:a@example.org", "https://example.org/a", "https://example.org/a"),
        ("https://example.com/" + "a" * 3_000, "https://example.org/a", "https://example.org/a"),
    ],
)
def test_bases(declared: str | None, url: str | None, base: str | None) -> None:
    """What the post declares, under its own address; only absolute ones count."""
    assert document_base(declared, url, Policy()) == base


@pytest.mark.parametrize(
    ("html", "refused"),
    [
        ("<img src=a.png srcset='javascript:x 2x, b.png 3x'>", ["javascript:x"]),
        ("<img src=javascript:x data-src=b.png>", ["javascript:x"]),
        ("<picture><source srcset='https://a@b/'><img src=a.png></picture>", ["https://a@b/"]),
        # What stands there until the file is loaded.
        ("<img src='data:image/svg+xml,x' srcset='data:image/svg+xml,x 2x' data-src=b.png>", []),
        ("<img src='{{ a }}' data-src=b.png>", []),
        ("<img src=a.png srcset='b.png 2x'>", []),
    ],
)
def test_files_that_may_not_be_shown_are_noted(html: str, refused: list[str]) -> None:
    """Though others of the same picture are."""
    article = parse_article(f"<p>a</p>\n{html}")
    assert article.images
    assert [(note.line, note.text) for note in article.notes if note.code == "unsafe-url"] == [(2, url) for url in refused]
