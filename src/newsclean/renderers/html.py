"""The canonical HTML dialect: what `read_canonical` reads back to the same blocks.

Escaping is that of the HTML standard's serialiser (https://html.spec.whatwg.org/#escapingString), so that a sanitizer which
parses and serialises by the standard returns the same string.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import assert_never

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
    Math,
    Paragraph,
    Quote,
    Row,
    Table,
)
from newsclean.models.text import Text
from newsclean.policy import ID_PREFIX
from newsclean.renderers.html_frames import Framed, frame_html
from newsclean.renderers.html_text import anchored, attribute, escaped_code, text_html
from newsclean.srcset import written


def to_html(blocks: Iterable[Block]) -> str:
    r"""Render blocks, one after another, each from a line of its own.

    >>> to_html([Heading(text="News", level=2), Paragraph(text="1 < 2")])
    '<h2>News</h2>\n<p>1 &lt; 2</p>'
    """
    return "\n".join(map(block_html, blocks))


def block_html(block: Block) -> str:
    """Render one block; blocks of the same content, and only those, give the same string."""
    return _block(block, _language(block))


def _block(block: Block, own: str) -> str:
    """Render one block whose element has these attributes besides those of its kind."""
    match block:
        case Paragraph():
            return f"<p{own}>{text_html(block)}</p>"
        case Heading():
            anchor = attribute("id", None if block.id is None else ID_PREFIX + block.id)
            return f"<h{block.level}{anchor}{own}>{text_html(block)}</h{block.level}>"
        case Figure():
            return f"<figure{own}>{''.join(map(_picture, block.images))}{_words(block)}</figure>"
        case Quote():
            return f"<blockquote{attribute('cite', block.cite)}{own}>\n{to_html(block.blocks)}\n</blockquote>"
        case Code():
            language = None if block.language is None else f"language-{block.language}"
            return f"<pre{own}><code{attribute('class', language)}>{escaped_code(block.text)}</code></pre>"
        case Math():
            return f'<pre class="nc-math"{own}><code class="language-tex">{escaped_code(block.text)}</code></pre>'
        case Divider():
            return f"<hr{attribute('class', None if block.kind == 'rule' else f'nc-{block.kind}')}{own}>"
        case _:
            return _holder(block, own)


def _holder(block: List | DefinitionList | Table | Embed | Footnote, own: str) -> str:
    """Render a block that is made of others."""
    match block:
        case List():
            tag = "ol" if block.ordered else "ul"
            start = "" if block.start is None else attribute("start", str(block.start))
            items = (f"<li>{_held(item.blocks, own)}</li>\n" for item in block.items)
            return f"<{tag}{start}{own}>\n{''.join(items)}</{tag}>"
        case DefinitionList():
            return f"<dl{own}>\n{''.join(_definition(item, own) for item in block.items)}</dl>"
        case Table():
            caption = "" if block.caption is None else f"{_caption('caption', block.caption)}\n"
            parts = "".join(_rows(part, rows, own) for part, rows in groupby(block.rows, key=lambda row: row.part))
            return f"<table{own}>\n{caption}{parts}</table>"
        case Embed():
            return _embed(block, own)
        case Footnote():
            anchor = attribute("id", ID_PREFIX + block.id)
            return f'<div class="nc-footnote"{anchor}{own}>\n{to_html(block.blocks)}\n</div>'
        case _:
            assert_never(block)


def _held(blocks: tuple[Block, ...], around: str) -> str:
    """Render the blocks of a list item or cell: a single paragraph without its `p`, if it has the language around it."""
    match blocks:
        case ():
            return ""
        case (Paragraph() as only,) if _language(only) == around:
            return text_html(only)
        case _:
            return f"\n{to_html(blocks)}\n"


def _definition(item: Definition, around: str) -> str:
    terms = "".join(f"<dt>{text_html(term)}</dt>\n" for term in item.terms)
    return terms + "".join(f"<dd>{_held(part.blocks, around)}</dd>\n" for part in item.definitions)


def _rows(part: str, rows: Iterable[Row], around: str) -> str:
    lines = (f"<tr>{''.join(_cell(cell, around) for cell in row.cells)}</tr>\n" for row in rows)
    return f"<t{part}>\n{''.join(lines)}</t{part}>\n"


def _cell(cell: Cell, around: str) -> str:
    tag = "th" if cell.header else "td"
    spans = "".join(
        attribute(name, None if value == 1 else str(value))
        for name, value in (("colspan", cell.colspan), ("rowspan", cell.rowspan))
    )
    return f"<{tag}{spans}>{_held(cell.blocks, around)}</{tag}>"


def _embed(block: Embed, own: str) -> str:
    names = f"nc-embed nc-{block.kind}" + ("" if block.provider is None else f" nc-{block.provider}")
    words = Text(text=block.title or block.url)
    link = f"<a{attribute('href', block.url)}{attribute('title', block.title)}>{text_html(words)}</a>"
    if isinstance(block, Framed):
        link = frame_html(block) + link
    inside = f"\n{to_html(block.blocks)}\n" if block.blocks else ""
    return f'<figure class="{names}"{own}>{link}{inside}{_caption("figcaption", block.caption)}</figure>'


def _picture(image: Image) -> str:
    """Render a picture; one with words of its own is a figure in the figure."""
    words = _words(image)
    return f"<figure>{_image(image)}{words}</figure>" if words else _image(image)


def _words(holder: Figure | Image) -> str:
    return f"{_caption('figcaption', holder.caption)}{_caption('p', holder.credit, 'nc-credit')}"


def _image(image: Image) -> str:
    size = (("width", image.width), ("height", image.height))
    numbers = "".join(attribute(name, None if value is None else str(value)) for name, value in size)
    offers = attribute("srcset", written(image.candidates) or None)
    words = f"{attribute('alt', image.alt)}{attribute('title', image.title)}"
    tag = f"<img{attribute('src', image.src)}{offers}{words}{numbers}>"
    return tag if image.link is None else f"<a{attribute('href', anchored(image.link))}>{tag}</a>"


def _caption(tag: str, caption: Text | None, name: str | None = None) -> str:
    return "" if caption is None else f"<{tag}{attribute('class', name)}>{text_html(caption)}</{tag}>"


def _language(block: Block) -> str:
    return f"{attribute('lang', block.lang)}{attribute('dir', block.dir)}" if block.lang or block.dir else ""
