"""What a reader of Markdown finds, and what an Article says, in one form that can be compared.

A block is a tuple: its kind, then what counts of it. Words are a string in which white space is folded, beside the kinds of
marks over each of its characters; so emphasis that a reader takes for stars is a difference.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import lxml.html
from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from newsclean.models.blocks import (
    Block,
    Code,
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
    Table,
)
from newsclean.models.text import Mark, Text
from newsclean.renderers.html import block_html
from newsclean.renderers.markdown import Figures
from newsclean.renderers.markdown_table import is_grid

Structure = tuple[Any, ...]
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
SPACE = re.compile(r"[ \t\n\r\f]+")
# Controls at the ends are stripped by readers, and Markdown has no reference for them.
EDGES = " \t\n\r\f\x0b\x1c\x1d\x1e\x1f\x85"
HTML_KINDS = {
    "strong": "strong",
    "em": "emphasis",
    "s": "strike",
    "code": "code",
    "sub": "subscript",
    "sup": "superscript",
    "u": "underline",
    "mark": "highlight",
    "abbr": "abbreviation",
    "q": "quote",
    "time": "time",
    "ruby": "ruby",
    "rt": "reading",
    "span": "language",
}


class Characters:
    """Words with the marks over them, as they are gathered."""

    def __init__(self) -> None:
        self.characters: list[tuple[str, frozenset[str]]] = []
        self.open: list[str] = []

    def add(self, words: str) -> None:
        """Add characters under the marks that are open."""
        over = frozenset(self.open)
        self.characters.extend((character, over) for character in words)

    def add_reference(self, label: str) -> None:
        """Add a reference to a footnote; it is raised with and without a mark that says so."""
        over = frozenset(self.open) - {"superscript"}
        self.characters.extend((character, over) for character in f"[^{label}]")

    def close(self, kind: str) -> None:
        """End the mark opened last, which must be of this kind."""
        assert self.open.pop() == kind

    def folded(self) -> tuple[str, tuple[frozenset[str], ...]]:
        """Fold white space, and give the marks of all other characters."""
        words = "".join(character for character, _ in self.characters)
        shown = tuple(over for character, over in self.characters if not SPACE.fullmatch(character) and character not in EDGES)
        return SPACE.sub(lambda found: "\n" if "\n" in found[0] else " ", words.strip(EDGES)), shown


# What an Article says


class Notes(NamedTuple):
    """The footnotes of an article: those that Markdown can show, by id."""

    shown: dict[str, str]
    found: list[Structure]
    figures: Figures


def of_article(
    blocks: Sequence[Block], labels: dict[str, str], figures: Figures = "markdown"
) -> tuple[list[Structure], list[Structure]]:
    """Give the blocks that Markdown is to say, and its footnotes; `labels` are the names of the latter by `href`."""
    notes = Notes(labels, [], figures)
    return list(_blocks(blocks, notes)), sorted(notes.found, key=repr)


def _blocks(blocks: Iterable[Block], notes: Notes) -> Iterator[Structure]:  # noqa: C901, PLR0912 - one case for each kind
    for block in blocks:
        match block:
            case Paragraph() if words := _words(block, notes):
                yield ("paragraph", words)
            case Heading():
                yield ("heading", block.level, _words(block, notes))
            case Figure():
                yield _figure(block, notes) if notes.figures == "markdown" else ("html", _plain(block_html(block)))
            case Quote():
                if inside := tuple(_blocks(block.blocks, notes)):
                    yield ("quote", *inside)
            case Embed():
                yield from _embed(block, notes)
            case Code() if block.language != "math":
                yield ("html", _plain(block_html(block))) if "\r" in block.text else ("code", block.text, block.language)
            case Math() | Code():
                yield ("math", SPACE.sub(" ", block.text.strip(EDGES)))
            case Divider():
                yield ("divider", block.kind)
            case List():
                start = block.start if block.start is not None and 0 <= block.start < 10**9 else 1
                if items := [inside for item in block.items if (inside := tuple(_blocks(item.blocks, notes)))]:
                    yield ("list", block.ordered, start if block.ordered else None, *items)
            case Footnote() if f"#{block.id}" in notes.shown:
                notes.found.append((notes.shown[f"#{block.id}"], *_blocks(block.blocks, notes)))
            case Footnote():
                yield from _blocks(block.blocks, notes)
            case DefinitionList():
                yield ("html", _plain(block_html(block)))
            case Table():
                yield from _table(block, notes)
            case _:
                pass


def _words(text: Text, notes: Notes) -> Any:  # noqa: ANN401 - nested tuples
    out = Characters()
    at = whole = 0
    ends: list[tuple[int, str]] = []

    def go_to(place: int) -> None:
        nonlocal at
        while ends and ends[-1][0] <= place:
            end, kind = ends.pop()
            out.add(text.text[at:end])
            at = max(at, end)
            out.close(kind)
        out.add(text.text[at:place])
        at = max(at, place)

    for mark in text.marks:
        go_to(mark.start)
        linked = any(other.startswith("link") for other in out.open)
        if mark.kind == "footnote" and mark.href in notes.shown and at <= mark.start and not linked:
            out.add_reference(notes.shown[mark.href])
            at = whole = mark.end
            continue
        if mark.start < whole:
            continue
        if mark.kind == "math":
            out.add("$")
            out.open.append("code")
            out.add(text.text[mark.start : mark.end].replace("\n", " "))
            out.close("code")
            out.add("$")
            at = whole = mark.end
            continue
        kind: str = mark.kind
        if mark.kind in {"link", "footnote"}:
            if mark.href is None or linked:
                continue
            kind = f"link {normalizeLink(mark.href)} {mark.title or None}"
        ends.append((mark.end, kind))
        out.open.append(kind)
    go_to(len(text.text))
    words, over = out.folded()
    return words and (words, over)


def _image(image: Image) -> Structure:
    link = None if image.link is None else normalizeLink(image.link)
    return ("image", normalizeLink(image.src), image.alt.strip(EDGES), image.title or None, link)


def _caption(text: Text | None, notes: Notes) -> Iterator[Any]:
    if text is not None and (words := _words(text, notes)):
        letters, over = words
        yield ("caption", letters, tuple(kinds | {"emphasis"} for kinds in over))


def _figure(block: Figure, notes: Notes) -> Structure:
    parts: list[Any] = []
    for image in block.images:
        parts.append(_image(image))
        parts.extend(_caption(image.caption, notes))
        parts.extend(_caption(image.credit, notes))
    return ("figure", *parts, *_caption(block.caption, notes), *_caption(block.credit, notes))


def _embed(block: Embed, notes: Notes) -> Iterator[Structure]:
    title = (block.title or "").replace("\n", " ").strip(" \t\n\r\f") or block.url
    link = Mark(kind="link", start=0, end=len(title), href=block.url)
    caption = block.caption or Text(text="")
    at = len(title) + 1
    over = [mark.model_copy(update={"start": mark.start + at, "end": mark.end + at}) for mark in caption.marks]
    emphasis = [Mark(kind="emphasis", start=at, end=at + len(caption.text))] if caption.text else []
    line = ("paragraph", _words(Text(text=f"{title}\n{caption.text}", marks=(link, *emphasis, *over)), notes))
    inside = tuple(_blocks(block.blocks, notes))
    yield ("quote", *inside, line) if inside else line


def _table(block: Table, notes: Notes) -> Iterator[Structure]:
    if not is_grid(block):
        yield ("html", _plain(block_html(block)))
        return
    if block.caption is not None and (words := _words(block.caption, notes)):
        yield ("paragraph", (words[0], tuple(kinds | {"emphasis"} for kinds in words[1])))
    rows = [[tuple(_cell(block, notes)) for block in (cell.blocks for cell in row.cells)] for row in block.rows]
    first = block.rows[0]
    width = max(map(len, rows))
    if not any(rows[0]) and (first.part == "head" or all(cell.header for cell in first.cells)):
        del rows[0]  # a row without words, as a table without a head begins
    yield ("table", *(tuple(row + [()] * (width - len(row))) for row in rows))


def _cell(blocks: Sequence[Block], notes: Notes) -> Iterator[Any]:
    for block in blocks:
        match block:
            case Figure():
                yield from map(_image, block.images)
            case Paragraph() if words := _words(block, notes):
                yield words
            case _:
                pass


def _plain(html: str) -> Structure:
    tree = lxml.html.fragment_fromstring(html.replace("\x00", ""), create_parent="div")
    pictures = tuple(str(node.get("src")) for node in tree.iter("img"))
    return (SPACE.sub(" ", tree.text_content()).strip(EDGES), pictures)


# What a reader finds


def of_markdown(markdown: str) -> tuple[list[Structure], list[Structure]]:
    """Read Markdown, and give its blocks and its footnotes."""
    tokens = READER.parse(markdown)
    cut = next((at for at, token in enumerate(tokens) if token.type == "footnote_block_open"), len(tokens))
    notes = [
        (inside[0].meta["label"], *_read(inside[1:-1]))
        for inside in _parts(tokens[cut + 1 : -1], "footnote")
        # An anchor back to the reference ends the last paragraph.
    ]
    return list(_read(tokens[:cut])), sorted(notes, key=repr)


def _parts(tokens: Sequence[Token], name: str) -> Iterator[Sequence[Token]]:
    """Give the tokens of each element of this name, those inside others apart."""
    depth, start = 0, 0
    for at, token in enumerate(tokens):
        if token.type == f"{name}_open":
            start = at if depth == 0 else start
            depth += 1
        elif token.type == f"{name}_close":
            depth -= 1
            if depth == 0:
                yield tokens[start : at + 1]


def _read(tokens: Sequence[Token]) -> Iterator[Structure]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = at + 1
        if token.nesting == 1:
            depth = 1
            while depth:
                depth += tokens[end].nesting
                end += 1
        yield from _element(token, tokens[at + 1 : end - 1])
        at = end


def _element(token: Token, inside: Sequence[Token]) -> Iterator[Structure]:
    match token.type:
        case "paragraph_open":
            yield from _paragraph(inside[0])
        case "heading_open":
            yield ("heading", int(token.tag[1]), _inline(inside[0].children or []))
        case "blockquote_open":
            yield ("quote", *_read(inside))
        case "bullet_list_open" | "ordered_list_open":
            ordered = token.type[0] == "o"
            items = (tuple(_read(item[1:-1])) for item in _parts(inside, "list_item"))
            yield ("list", ordered, int(token.attrs.get("start", 1)) if ordered else None, *items)
        case "fence":
            language = token.info or None
            math = language == "math"
            text = token.content.removesuffix("\n")
            yield ("math", SPACE.sub(" ", text.strip(EDGES))) if math else ("code", text, _info(token.info))
        case "hr":
            yield ("divider", "rule")
        case "html_block":
            yield from _html(token.content)
        case "table_open":
            rows = [tuple(_read_cells(row)) for row in _parts(inside, "tr")]
            yield ("table", *(rows if any(rows[0]) else rows[1:]))
        case "footnote_anchor":
            pass
        case _:
            raise AssertionError(token.type)


def _info(info: str) -> str | None:
    return re.sub(r"\\(.)", r"\1", info.strip()) or None


def _html(content: str) -> Iterator[Structure]:
    if content.strip() == "<!--more-->":
        yield ("divider", "more")
    elif content.strip() != "<!-- -->":
        assert "\n\n" not in content or content.startswith("<pre"), content
        yield ("html", _plain(content))


def _paragraph(token: Token) -> Iterator[Structure]:
    children = token.children or []
    if token.content.startswith("$$\n"):
        yield ("math", SPACE.sub(" ", token.content[3:-3].strip(EDGES)))
    elif any(child.type == "image" for child in children):
        yield ("figure", *_pictures(children))
    elif words := _inline(children):
        yield ("paragraph", words)


def _pictures(children: Sequence[Token]) -> Iterator[Any]:
    """Give the pictures of a paragraph, and the words between those line breaks that no mark is over."""
    line: list[Token] = []
    depth = 0
    for child in [*children, Token("hardbreak", "br", 0)]:
        depth += child.nesting
        if child.type == "html_inline" and child.content != "<br>":
            depth += -1 if child.content[1] == "/" else 1
        if child.type in {"hardbreak", "softbreak"} and depth == 0:
            found = [part for part in line if part.type == "image"]
            if found:
                yield from _images(line)
            elif words := _inline(line):
                yield ("caption", *words)
            line = []
        else:
            line.append(child)


def _images(line: Sequence[Token]) -> Iterator[Structure]:
    link: Any = None
    for part in line:
        match part.type:
            case "link_open":
                link = part.attrs["href"]
            case "link_close":
                link = None
            case "image":
                alt = "".join(child.content if child.type != "softbreak" else "\n" for child in part.children or [])
                yield ("image", part.attrs["src"], alt.strip(EDGES), part.attrs.get("title"), link)
            case _:
                assert part.type == "text"
                assert not part.content.strip(), part.content


def _read_cells(row: Sequence[Token]) -> Iterator[Structure]:
    for name in ("th", "td"):
        for cell in _parts(row, name):
            children = cell[1].children or []
            if any(child.type == "image" for child in children):
                yield tuple(_images(children))
            else:
                words = _inline(children)
                yield (words,) if words else ()


def _inline(children: Sequence[Token]) -> Any:  # noqa: ANN401, C901 - nested tuples; one case for each kind
    out = Characters()
    kinds = {"strong": "strong", "em": "emphasis", "s": "strike"}
    for child in children:
        name, _, end = child.type.partition("_")
        match child.type:
            case "text" | "text_special":
                if "reading" not in out.open:
                    out.add(child.content)
            case "softbreak" | "hardbreak":
                out.add("\n")
            case "code_inline":
                out.open.append("code")
                out.add(child.content)
                out.close("code")
            case "link_open":
                out.open.append(f"link {child.attrs['href']} {child.attrs.get('title')}")
            case "link_close":
                out.open.pop()
            case "html_inline":
                _tag(child.content, out)
            case "footnote_ref":
                out.add_reference(child.meta["label"])
            case "footnote_anchor":
                pass
            case _ if name in kinds:
                out.open.append(kinds[name]) if end == "open" else out.close(kinds[name])
            case _:
                raise AssertionError(child.type)
    words, over = out.folded()
    return words and (words, over)


def _tag(content: str, out: Characters) -> None:
    name = re.match(r"</?([a-z]+)", content)
    assert name is not None, content
    if name[1] == "br":
        out.add("\n")
    elif content[1] == "/":
        out.close(HTML_KINDS[name[1]])
    else:
        out.open.append(HTML_KINDS[name[1]])
