"""The canonical dialect."""

import pytest

from newsclean import (
    Article,
    Block,
    Code,
    Figure,
    Heading,
    Image,
    List,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Text,
    parse_article,
    read_canonical,
)

EVERY_BLOCK = (
    (Paragraph(text='a < b & "c"\u00a0>\nd'), '<p>a &lt; b &amp; "c"&nbsp;&gt;<br>d</p>'),
    (Heading(text="A", level=3), "<h3>A</h3>"),
    (Heading(text="A", level=1, id='x"y'), '<h1 id="user-content-x&quot;y">A</h1>'),
    (
        Figure(images=(Image(src="a?b=1&c=2", alt="A", title="T", width=3, height=4, link="#l"),), caption=Text(text="C")),
        '<figure><a href="#user-content-l"><img src="a?b=1&amp;c=2" alt="A" title="T" width="3" height="4"></a><figcaption>C</figcaption></figure>',
    ),
    (Figure(images=(Image(src="a"), Image(src="b"))), '<figure><img src="a" alt=""><img src="b" alt=""></figure>'),
    (Quote(blocks=(Paragraph(text="a"),), cite="/c"), '<blockquote cite="/c">\n<p>a</p>\n</blockquote>'),
    (List(items=(ListItem(blocks=(Paragraph(text="a"),)),)), "<ul>\n<li>a</li>\n</ul>"),
    (
        List(ordered=True, start=3, items=(ListItem(blocks=(Paragraph(text="a"), Paragraph(text="b"))),)),
        '<ol start="3">\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ol>',
    ),
    (Code(text="a <b>\n\n  c\td\u00a0\r"), "<pre><code>a &lt;b&gt;\n\n  c\td&nbsp;&#13;</code></pre>"),
    (
        Paragraph(
            text="ab cd e",
            marks=(
                Mark(kind="language", start=0, end=5, lang="he", dir="rtl"),
                Mark(kind="link", start=0, end=2, href="#x", title="t"),
                Mark(kind="strong", start=1, end=2),
                Mark(kind="time", start=3, end=5, datetime="2022"),
                Mark(kind="abbreviation", start=6, end=7, title="E"),
            ),
        ),
        '<p><span lang="he" dir="rtl"><a href="#user-content-x" title="t">a<strong>b</strong></a> <time datetime="2022">cd</time></span> <abbr title="E">e</abbr></p>',
    ),
)


@pytest.mark.parametrize(("block", "html"), EVERY_BLOCK)
def test_every_block(block: Block, html: str) -> None:
    """Each kind has one form, and reads back to itself."""
    assert Article(blocks=(block,)).to_html() == html
    (again,) = read_canonical(html)
    assert again.same_content(block)


@pytest.mark.parametrize("tag", "strong em code sub sup u s mark q".split())
def test_every_simple_mark(tag: str) -> None:
    """Marks without attributes come back as they went."""
    html = f"<p>a<{tag}>b</{tag}>c</p>"
    assert parse_article(html).to_html() == html


def test_ids_are_prefixed_once() -> None:
    """An anchor of the source that looks prefixed keeps its own prefix."""
    source = "<h2 id=user-content-a>A</h2><p><a href='#user-content-a'>b</a>"
    html = parse_article(source).to_html()
    assert html == '<h2 id="user-content-user-content-a">A</h2>\n<p><a href="#user-content-user-content-a">b</a></p>'
    assert read_canonical(html)[0].same_content(parse_article(source).blocks[0])


def test_canonical_reading_infers_nothing() -> None:
    """A figcaption without figure is a paragraph there."""
    html = "<div><img src=a><figcaption>b</figcaption></div>"
    assert [block.type for block in read_canonical(html)] == ["figure", "paragraph"]
    assert [block.type for block in parse_article(html).blocks] == ["figure"]


@pytest.mark.parametrize("html", ["", " ", "<!-- -->", "</p>", "<html></html>"])
def test_nothing_reads_as_nothing(html: str) -> None:
    """No text, no blocks."""
    assert read_canonical(html) == ()
