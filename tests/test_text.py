"""Plain text."""

from collections import Counter

import pytest
from hypothesis import given, settings

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
from newsclean.models.text import Mark, Text
from newsclean.models.views import plain_texts
from newsclean.renderers.text import to_text
from tests import strategies

A, B, C = Paragraph(text="a"), Paragraph(text="b"), Paragraph(text="c")
LINK = Mark(kind="link", start=0, end=1, href="https://example.org/")
PICTURE = Image(src="/x.png", alt="no", title="no", caption=Text(text="own"))


def items(*parts: tuple[Block, ...]) -> tuple[ListItem, ...]:
    """Give the items of a list."""
    return tuple(ListItem(blocks=part) for part in parts)


EVERY_BLOCK: tuple[tuple[tuple[Block, ...], str], ...] = (
    ((Paragraph(text="a*b", marks=(LINK,)), Heading(text="# c", level=2)), "a*b\n\n# c"),
    ((Figure(images=(PICTURE,), caption=Text(text="all")),), "own\n\nall"),
    ((A, Figure(images=(Image(src="/x"),)), Divider(), Divider(kind="more"), B), "a\n\nb"),
    ((Quote(blocks=(A, Quote(blocks=(B,)))),), "> a\n>\n> > b"),
    ((List(items=items((A,), (Divider(),), (B,))),), "- a\n- b"),
    ((List(items=items((A, List(items=items((B,)))), (C,)), ordered=True, start=9),), "9. a\n   - b\n10. c"),
    ((List(items=items((A, B), (C,))),), "- a\n\n  b\n\n- c"),
    (
        (DefinitionList(items=(Definition(terms=(Text(text="t"), Text(text="u")), definitions=items((A, B), (C,))),)),),
        "t\nu\n  a\n\n  b\n  c",
    ),
    (
        (Table(rows=(Row(cells=(Cell(blocks=(A, Code(text="x\ny"))), Cell(), Cell(blocks=(B,)))),), caption=Text(text="t")),),
        "t\n\na x y\t\tb",
    ),
    ((Code(text="  a\n\n\tb"),), "  a\n\n\tb"),
    ((Math(text="x^2"),), "x^2"),
    ((Embed(kind="video", url="/a"), A), "a"),
    ((Embed(kind="post", url="/a", title="t", blocks=(A,), caption=Text(text="c")),), "t\n\n> a\n\nc"),
    ((Footnote(id="1", blocks=(A, B)),), "a\n\nb"),
)


@pytest.mark.parametrize(("blocks", "text"), EVERY_BLOCK)
def test_every_block(blocks: tuple[Block, ...], text: str) -> None:
    """Each kind has one form."""
    assert to_text(blocks) == text


def test_captions_are_optional() -> None:
    """At every depth."""
    figure = Figure(images=(PICTURE,), caption=Text(text="all"))
    assert to_text((Quote(blocks=(A, figure)), List(items=items((figure,), (B,)))), captions=False) == "> a\n\n- b"
    assert to_text((Table(rows=(Row(cells=(Cell(blocks=(A,)),)),), caption=Text(text="t")),), captions=False) == "a"


@settings(max_examples=50)
@given(strategies.bodies)
def test_all_words_are_there(blocks: tuple[Block, ...]) -> None:
    """Every character of the view `Article.text` is in the text, as often, whatever the blocks."""
    wanted = Counter("".join("".join(plain_texts(blocks)).split()))
    assert not wanted - Counter(to_text(blocks, captions=False))
