"""Markdown: exact strings, and what a reader finds in them."""

import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import get_args

import pytest
import yaml
from hypothesis import given

from newsclean import Article, Author, InputError, parse_article
from newsclean.habits import MARKER, Habit
from newsclean.models.blocks import (
    Block,
    Cell,
    Code,
    Definition,
    DefinitionList,
    Divider,
    Embed,
    Figure,
    Footnote,
    Heading,
    Image,
    List,
    ListItem,
    Math,
    Paragraph,
    Quote,
    Row,
    Table,
)
from newsclean.models.text import Mark, MarkKind, Text
from newsclean.renderers.markdown import labels_of, to_markdown
from tests import strategies
from tests.markdown_structure import READER, of_article, of_markdown

LEAST = 0.99


def comes_back(*blocks: Block) -> bool:
    """Tell whether a reader finds the same blocks, words, marks, links and pictures."""
    return of_markdown(to_markdown(blocks)) == of_article(blocks, dict(labels_of(blocks)))


def paragraph(text: str, *marks: Mark) -> Paragraph:
    """Give a paragraph."""
    return Paragraph(text=text, marks=marks)


def mark(kind: MarkKind, start: int, end: int, **fields: str) -> Mark:
    """Give a mark."""
    return Mark.model_validate({"kind": kind, "start": start, "end": end} | fields)


def items(*parts: Block | tuple[Block, ...]) -> tuple[ListItem, ...]:
    """Give the items of a list."""
    return tuple(ListItem(blocks=part if isinstance(part, tuple) else (part,)) for part in parts)


def row(*words: str, head: bool = False) -> Row:
    """Give a row of a table."""
    cells = tuple(Cell(blocks=(Paragraph(text=word),) if word else (), header=head) for word in words)
    return Row(cells=cells, part="head" if head else "body")


ESCAPES = (
    ("# not a heading", r"\# not a heading"),
    ("#hash", "#hash"),
    ("1. not a list", r"1\. not a list"),
    ("12) nor this", r"12\) nor this"),
    ("3.14", "3.14"),
    ("* a", r"\* a"),
    ("+ a", r"\+ a"),
    ("- a", r"\- a"),
    ("-5 a", "-5 a"),
    ("---", r"\---"),
    ("a\n---", "a\\\n\\---"),
    ("a\n===", "a\\\n\\==="),
    ("a|b\n-|-", "a|b\\\n\\-|-"),
    ("a\n1. b\n# c", "a\\\n1\\. b\\\n\\# c"),
    ("> a", r"\> a"),
    ("~~~", r"\~\~\~"),
    ("```", r"\`\`\`"),
    ("_a_ b_c", r"\_a\_ b_c"),
    ("a*b*c", r"a\*b\*c"),
    ("~~a~~", r"\~\~a\~\~"),
    ("<b> a < b <!--", r"\<b> a < b \<!--"),
    ("<div>", r"\<div>"),
    ("&amp; &#35; & AT&T", r"\&amp; \&#35; & AT&T"),
    ("\\ `", r"\\ \`"),
    ("[x](y) ![z]", r"\[x\](y) !\[z\]"),
    ("[x]: /y", r"\[x\]: /y"),
    ("[^1]", r"\[^1\]"),
    ("http://a.b and www.a.b", r"http\://a.b and www\.a.b"),
    ("    a\tb  ", "a\tb"),
    ("\u00a0a\u3000", "&nbsp;a&#x3000;"),
    ("\ufeffa\r", "&#xFEFF;a"),
)


@pytest.mark.parametrize(("text", "markdown"), ESCAPES)
def test_every_escape(text: str, markdown: str) -> None:
    """Words stay words, and no more than needed is escaped."""
    assert to_markdown([Paragraph(text=text)]) == markdown
    assert comes_back(Paragraph(text=text))
    assert comes_back(List(items=items(Paragraph(text=text))))
    assert comes_back(Heading(text=text, level=2))
    assert comes_back(Table(rows=(row(text, text, head=True), row(text, text))))


LINK = mark("link", 0, 1, href="/x")
MARKS = (
    (paragraph("a b c", mark("strong", 2, 3)), "a **b** c"),
    (paragraph("a b c", mark("strong", 2, 3), mark("emphasis", 2, 3)), "a **_b_** c"),
    (paragraph("a b c", mark("emphasis", 2, 3), mark("strong", 2, 3)), "a *__b__* c"),
    (paragraph("a b c", mark("strong", 0, 5), mark("strong", 2, 3)), "**a b c**"),
    (paragraph("abc", mark("emphasis", 1, 2)), "a*b*c"),
    (paragraph("ab", mark("emphasis", 0, 1), mark("emphasis", 1, 2)), "*a*_b_"),
    (paragraph("水（位）升", mark("strong", 1, 4)), "水<strong>（位）</strong>升"),
    (paragraph("水位升", mark("strong", 1, 2)), "水**位**升"),
    (paragraph("\u3000a", mark("emphasis", 0, 2)), "<em>\u3000a</em>"),
    (paragraph("5€", mark("strong", 0, 2)), "**5€**"),
    (paragraph("5€s", mark("strong", 0, 2)), "<strong>5€</strong>s"),
    (paragraph("a b", mark("strike", 2, 3)), "a ~~b~~"),
    (paragraph("a`b", mark("code", 0, 3)), "``a`b``"),
    (paragraph("`", mark("code", 0, 1)), "`` ` ``"),
    (paragraph("ab", mark("code", 0, 1), mark("code", 1, 2)), "`a`<code>b</code>"),
    (paragraph("a*b", mark("code", 0, 3), mark("emphasis", 2, 3)), r"<code>a\*_b_</code>"),
    (paragraph("a\nb", mark("code", 0, 3)), "<code>a\\\nb</code>"),
    (paragraph("H2O", mark("subscript", 1, 2)), "H<sub>2</sub>O"),
    (paragraph("x2", mark("superscript", 1, 2)), "x<sup>2</sup>"),
    (paragraph("a", mark("underline", 0, 1)), "<u>a</u>"),
    (paragraph("a", mark("highlight", 0, 1)), "<mark>a</mark>"),
    (paragraph("a", mark("quote", 0, 1)), "<q>a</q>"),
    (paragraph("EU", mark("abbreviation", 0, 2, title='"E"\n\nU')), '<abbr title="&quot;E&quot;&#10;&#10;U">EU</abbr>'),
    (paragraph("now", mark("time", 0, 3, datetime="2022")), '<time datetime="2022">now</time>'),
    (paragraph("水", mark("ruby", 0, 1, annotation="m*")), r"<ruby>水<rt>m\*</rt></ruby>"),
    (paragraph("ok", mark("language", 0, 2, lang="de", dir="ltr")), '<span lang="de" dir="ltr">ok</span>'),
    (paragraph("x_1^2 a", mark("math", 0, 5)), "$`x_1^2`$ a"),
    (paragraph("a", mark("link", 0, 1, href="/b", title='"c"\nd')), '[a](/b "\\"c\\"&#10;d")'),
    (paragraph("a", mark("link", 0, 1, href="/b_(c)")), "[a](</b_(c)>)"),
    (paragraph("a", mark("link", 0, 1, href="/b <c>?d=1&e=2&copy;")), r"[a](/b%20%3Cc%3E?d=1&e=2\&copy;)"),
    (paragraph("a\nb", mark("link", 0, 3, href="#c")), "[a\\\nb](#c)"),
    (paragraph("http://a.b", mark("link", 0, 10, href="http://a.b")), "[http://a.b](http://a.b)"),
    (paragraph("a]b!", mark("link", 0, 3, href="/c")), r"[a\]b](/c)!"),
    (paragraph("a!b^c", mark("link", 2, 3, href="/x"), mark("link", 4, 5, href="/y")), r"a\![b](/x)\^[c](/y)"),
    (paragraph("ab", LINK.model_copy(update={"end": 2}), mark("link", 1, 2, href="/y")), "[ab](/x)"),
)


@pytest.mark.parametrize(("block", "markdown"), MARKS)
def test_every_mark(block: Paragraph, markdown: str) -> None:
    """By Markdown where that is sure to be seen, else by HTML."""
    assert to_markdown([block]) == markdown
    assert comes_back(block)
    assert comes_back(Quote(blocks=(Heading(text=block.text, marks=block.marks, level=1),)))


A, B, C = Paragraph(text="a"), Paragraph(text="b"), Paragraph(text="c")
PICTURE = Image(src="/a.png", alt="A [b]", title="t", link="/c")
BLOCKS: tuple[tuple[tuple[Block, ...], str], ...] = (
    ((A, B), "a\n\nb"),
    ((Paragraph(text=" "), B), "b"),
    ((Heading(text="a\nb #", level=3),), "### a<br>b \\#"),
    ((Figure(images=(PICTURE,)),), '[![A \\[b\\]](/a.png "t")](/c)'),
    (
        (Figure(images=(Image(src="/a"), Image(src="/b")), caption=Text(text="c d", marks=(mark("strong", 2, 3),))),),
        "![](/a)\n![](/b)\\\n*c __d__*",
    ),
    (
        (Figure(images=(Image(src="/a", caption=Text(text="1. x\n- y")), Image(src="/b")), caption=Text(text="z")),),
        "![](/a)\\\n*1. x\\\n\\- y*\\\n![](/b)\\\n*z*",
    ),
    ((Quote(blocks=(Code(text="> \n\n "),)),), "> ```\n> > \n>\n>  \n> ```"),
    ((Quote(blocks=(A, Quote(blocks=(B,)))), Quote(blocks=(C,))), "> a\n>\n> > b\n\n> c"),
    ((List(items=items(A, B)),), "- a\n- b"),
    ((List(items=items((A, B), C)),), "- a\n\n  b\n\n- c"),
    ((List(items=items((A, List(items=items(B), ordered=True)), C)),), "- a\n  1. b\n- c"),
    ((List(items=items((A, List(items=items(B), ordered=True, start=2)))),), "- a\n\n  2. b"),
    ((List(items=items(A, B), ordered=True, start=9),), "9. a\n10. b"),
    ((List(items=items(A), ordered=True, start=-1),), "1. a"),
    ((List(items=items(A)), List(items=items(B)), List(items=items(C), ordered=True)), "- a\n\n<!-- -->\n\n- b\n\n1. c"),
    ((List(items=items(A)), Code(text="b")), "- a\n\n```\nb\n```"),
    ((List(items=items(List(items=items(Divider())))),), "- - ***"),
    (
        (
            List(
                items=items((Quote(blocks=(A,)), Code(text="\n  b\n"))),
            ),
        ),
        "- > a\n\n  ```\n\n    b\n\n  ```",
    ),
    ((Code(text="a\n```\n\tb", language="c++"),), "````c++\na\n```\n\tb\n````"),
    ((Code(text="a\rb\n\nc"),), "<pre><code>a&#13;b\n&#10;c</code></pre>"),
    ((Math(text="x^2 \\\\\ny"),), "$$\nx^2 \\\\\ny\n$$"),
    ((Math(text="a<b"),), "```math\na<b\n```"),
    ((Math(text="a\n= b"),), "```math\na\n= b\n```"),
    ((Divider(), Divider(kind="more")), "***\n\n<!--more-->"),
    ((Embed(kind="video", url="https://e.org/a", title="A *b*"),), r"[A \*b\*](https://e.org/a)"),
    ((Embed(kind="video", url="/a", title=" \n", caption=Text(text="c")),), "[/a](/a)\\\n*c*"),
    ((Embed(kind="audio", url="/a", title="a\n1. b"),), "[a 1. b](/a)"),
    ((Embed(kind="post", url="/a", title="b", blocks=(A,)),), "> a\n>\n> [b](/a)"),
    (
        (DefinitionList(items=(Definition(terms=(Text(text="t*"),), definitions=items(A)),)),),
        "<dl>\n<dt>t*</dt>\n<dd>a</dd>\n</dl>",
    ),
    ((Table(rows=(row("a", "b", head=True), row("c|d"))),), "| a | b |\n| --- | --- |\n| c\\|d |"),
    ((Table(rows=(row("a", "b"),), caption=Text(text="c")),), "*c*\n\n|  |  |\n| --- | --- |\n| a | b |"),
    (
        (Table(rows=(Row(cells=(Cell(blocks=(A,), header=True),)), Row(cells=(Cell(blocks=(Figure(images=(PICTURE,)),)),)))),),
        '| a |\n| --- |\n| [![A \\[b\\]](/a.png "t")](/c) |',
    ),
    (
        (Table(rows=(Row(cells=(Cell(blocks=(Code(text="a\n\nb"),), colspan=2),)),), caption=Text(text="c")),),
        '<table>\n<caption>c</caption>\n<tbody>\n<tr><td colspan="2">\n<pre><code>a\n&#10;b</code></pre>\n</td></tr>\n</tbody>\n</table>',
    ),
    (
        (paragraph("a1: b", mark("superscript", 1, 2), mark("footnote", 1, 2, href="#n")), Footnote(id="n", blocks=(B, C))),
        "a[^n]\\: b\n\n[^n]: b\n\n    c",
    ),
    (
        (paragraph("a1", mark("footnote", 1, 2, href="#n 1")), Footnote(id="n 1", blocks=(List(items=items(B)),))),
        "a[^n1]\n\n[^n1]:\n    - b",
    ),
    ((paragraph("a1", mark("footnote", 1, 2, href="#gone")), Footnote(id="n", blocks=(B,))), "a[1](#gone)\n\nb"),
)


@pytest.mark.parametrize(("blocks", "markdown"), BLOCKS)
def test_every_block(blocks: tuple[Block, ...], markdown: str) -> None:
    """Each kind has one form, and a reader finds it again, in a list and in a quote too."""
    assert to_markdown(blocks) == markdown
    assert comes_back(*blocks)
    if not any(isinstance(block, Footnote) for block in blocks):
        assert comes_back(Quote(blocks=(List(items=items(blocks)),)))


def test_a_note_in_a_link_or_table_of_html_is_no_reference() -> None:
    """Its words stay, and the note is opened: no reader would show it."""
    reference = mark("footnote", 0, 1, href="#n")
    note = Footnote(id="n", blocks=(B,))
    inside = paragraph("1", LINK, reference)
    assert to_markdown((inside, note)) == "[1](/x)\n\nb"
    wide = Table(rows=(Row(cells=(Cell(blocks=(paragraph("1", reference),), colspan=2),)),))
    assert to_markdown((wide, note)).endswith("</table>\n\nb")


@given(strategies.bodies)
def test_what_is_written_is_read(blocks: tuple[Block, ...]) -> None:
    """A reader finds the blocks, words, marks, links and pictures of any article."""
    assert comes_back(*blocks)


FIGURE = Figure(images=(Image(src="/a.png", alt="x\n\ny", width=3),), caption=Text(text="c *d*"), credit=Text(text="B"))
FIGURES: tuple[tuple[tuple[Block, ...], str], ...] = (
    (
        (A, FIGURE, B),
        (
            'a\n\n<figure><img src="/a.png" alt="x\n&#10;y" width="3"><figcaption>c *d*</figcaption>'
            '<p class="nc-credit">B</p></figure>\n\nb'
        ),
    ),
    (
        (List(items=items((A, FIGURE.model_copy(update={"credit": None})))),),
        '- a\n\n  <figure><img src="/a.png" alt="x\n  &#10;y" width="3"><figcaption>c *d*</figcaption></figure>',
    ),
    # In a cell of a table of GFM there is no room for a block.
    (
        (Table(rows=(Row(cells=(Cell(blocks=(A,), header=True),)), Row(cells=(Cell(blocks=(Figure(images=(PICTURE,)),)),)))),),
        '| a |\n| --- |\n| [![A \\[b\\]](/a.png "t")](/c) |',
    ),
    # No reader finds a reference in HTML.
    (
        (
            Figure(images=(Image(src="/a"),), caption=Text(text="x1", marks=(mark("footnote", 1, 2, href="#n"),))),
            Footnote(id="n", blocks=(B,)),
        ),
        '<figure><img src="/a" alt=""><figcaption>x<a class="nc-footnote" href="#user-content-n">1</a></figcaption></figure>\n\nb',
    ),
)


@pytest.mark.parametrize(("blocks", "markdown"), FIGURES)
def test_figures_as_html(blocks: tuple[Block, ...], markdown: str) -> None:
    """The canonical figure, in one block of HTML wherever it stands."""
    assert to_markdown(blocks, figures="html") == markdown
    assert of_markdown(markdown) == of_article(blocks, dict(labels_of(blocks, "html")), "html")


@given(strategies.bodies)
def test_figures_as_html_are_read(blocks: tuple[Block, ...]) -> None:
    """All else is as it is without."""
    found = of_markdown(to_markdown(blocks, figures="html"))
    assert found == of_article(blocks, dict(labels_of(blocks, "html")), "html")


@pytest.mark.parametrize("habit", get_args(Habit))
def test_a_header_reads_back(habit: Habit) -> None:
    """By PyYAML, and by us: what the header tells is the article's, whatever its words are."""
    article = Article(
        title="No: it's 12:30 #1 --- \u2028",
        subtitle="~",
        authors=(Author(name="A. Mason"), Author(name="yes", url="https://example.org/b")),
        published=datetime(2022, 3, 31, 9, 33, tzinfo=timezone(timedelta(hours=8))),
        tags=("dam", "2022", "null", "a, b"),
        summary="One: --- two",
        language="no",
        blocks=(Divider(), A),
        front_matter={"layout": "post", "weight": 3, "nested": {"a": [1, {"b": None}]}},
    )
    written = article.to_markdown(header=habit)
    assert written.endswith(f"---\n\n{article.to_markdown()}\n")
    assert written == article.to_post(habit=habit, body="markdown")
    again = parse_article(written)
    for field in ("title", "subtitle", "published", "tags", "summary", "language"):
        assert getattr(again, field) == getattr(article, field), field
    assert [(author.name, author.url) for author in again.authors] == [(author.name, author.url) for author in article.authors]
    assert not [note for note in again.notes if note.code.startswith("header")]
    header = yaml.safe_load(written.split("\n---\n")[0].removeprefix("---\n"))
    assert (header["title"], header["weight"], header["nested"]) == (article.title, 3, {"a": [1, {"b": None}]})
    assert header["date"] == article.published
    assert MARKER not in header


@given(strategies.texts)
def test_running_text_is_read(text: Text) -> None:
    """The same of a single text, so that many are tried."""
    assert comes_back(Paragraph(text=text.text, marks=text.marks))


def test_no_markup_of_the_source_acts() -> None:
    """Text that is HTML stays text, in every place that text has."""
    evil = '<script>"</script>"<img src=x onerror=y> `<b>` ](javascript:x) \n\n<script>'
    blocks: tuple[Block, ...] = (
        Paragraph(text=evil),
        Heading(text=evil, level=1),
        Math(text=evil),
        Code(text=evil, language=evil),
        Figure(images=(Image(src="/a", alt=evil, title=evil),), caption=Text(text=evil)),
        Embed(kind="frame", url="/b", title=evil),
        Table(rows=(row(evil, head=True),)),
        paragraph("a", mark("abbreviation", 0, 1, title=evil), mark("ruby", 0, 1, annotation=evil)),
        paragraph("a", mark("link", 0, 1, href="/c", title=evil), mark("math", 0, 1)),
        paragraph(evil, mark("math", 0, len(evil))),
    )
    html = READER.render(to_markdown(blocks))
    for tag in ("<script", "<b>", "<img src=x", 'href="javascript'):
        assert tag not in html
    assert comes_back(*blocks[:3], *blocks[4:])


@pytest.mark.timing
@pytest.mark.parametrize("unit", ["*_`[", "<b>", "&amp", "a_", "1. \n", "![", "-|", "\\", "水（", "www.", "=\n"])
def test_time_is_linear(unit: str) -> None:
    """Four times the characters, not sixteen times as long, with marks and without: what counting lines does not see."""

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        marks = tuple(mark("strong", at, at + 1) for at in range(0, len(text), 20) if not text[at].isspace())
        blocks = paragraph(text, *marks), Heading(text=text, level=1), Math(text=text), Code(text=text)
        rounds = []
        for _ in range(3):
            start = time.process_time()
            to_markdown(blocks)
            rounds.append(time.process_time() - start)
        return min(rounds)

    assert seconds(80_000) <= 9 * seconds(20_000)


def test_deep_marks_are_no_recursion() -> None:
    """Marks may nest as far as a source does."""
    text = "a" * 5_001
    marks = tuple(mark("quote", at, len(text) - at) for at in range(2_500))
    assert to_markdown([paragraph(text, *marks)]).startswith("<q>a<q>a")


@pytest.mark.corpus
def test_corpus(shared: Path) -> None:
    """The bar is 99 % of the posts; those that fail are printed with `-s`."""
    failed: list[Path] = []
    total = 0
    for folder in ("posts", "feedposts"):
        for path in sorted(path for path in (shared / "corpus" / folder).rglob("*") if path.is_file()):
            try:
                article = parse_article(path.read_bytes())
            except InputError:
                continue
            total += 1
            if not comes_back(*article.blocks):
                failed.append(path)
    print(f"{total - len(failed)} of {total} articles come back from Markdown", *failed, sep="\n")
    assert total > 0
    assert total - len(failed) >= LEAST * total


def test_the_methods_of_an_article() -> None:
    """They render its blocks."""
    article = Article(blocks=(A, Heading(text="b", level=2)))
    assert article.to_markdown() == "a\n\n## b"
    assert article.to_text() == "a\n\nb"
