"""Articles that were never HTML: every kind of block and mark, words in which HTML, Markdown and YAML would see something."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from hypothesis import strategies as st

from newsclean.models.article import Article, Author
from newsclean.models.blocks import (
    Candidate,
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
from newsclean.policy import NEWS
from newsclean.readers.canonical import canonical_blocks
from newsclean.readers.dates import in_zone
from newsclean.renderers.html import to_html

_MARKUP = (
    "# |1. |12) |- |* |+ |> |=|===|---|***|_a_|a_b|a*b*c|**|<b>|<!--|</p>|&amp;|&#35;|&|\\\\|`|``|~|~~|[x](y)|[^1]|[x]: /y|["
    "|]|(|)|!|^|:|$|$$|http://a.b/c_d|www.a.b|:--|a|b|dam|7|水|升|（|）|。|€|😀|"
    "\u200b|\ufeff|'|\"|.|,| | |\t|\n|\n    |\r|\u00a0|\u3000"
).split("|")
_PIECES = (*_MARKUP, "|", "||", "| - | - |")
_MOST = 8


def _words(number: int) -> str:
    """Give the pieces that the digits of a number name: to draw one number is many times as fast as to draw each piece."""
    pieces: list[str] = []
    while number > 0:
        # Digits from 1, so that no number ends in a row of the same piece.
        number, at = divmod(number - 1, len(_PIECES))
        pieces.append(_PIECES[at])
    return "".join(pieces)


words = st.integers(1, len(_PIECES) ** _MOST).map(_words)
"""Text in which Markdown would see something."""

_PLAIN_MARKS = (
    "strong",
    "emphasis",
    "code",
    "subscript",
    "superscript",
    "underline",
    "strike",
    "highlight",
    "quote",
    "math",
)
_ADDRESSES = ("https://example.org/a_(b)?c=1&copy;=2", "/a b", "#top", "c<d>.png", "mailto:a@example.org", "//e.org/`*`", "水")
_urls = st.sampled_from(_ADDRESSES)
_titles = st.one_of(st.none(), words)
_fields = st.one_of(
    st.sampled_from(_PLAIN_MARKS).map(lambda kind: {"kind": kind}),
    st.sampled_from(("strong", "emphasis", "strike", "code")).map(lambda kind: {"kind": kind}),
    st.builds(lambda href, title: {"kind": "link", "href": href, "title": title}, _urls, _titles),
    st.builds(lambda title: {"kind": "abbreviation", "title": title}, _titles),
    st.builds(lambda words: {"kind": "ruby", "annotation": words}, words),
    st.sampled_from(
        [
            {"kind": "time", "datetime": "2022-03-31"},
            {"kind": "language", "lang": "he", "dir": "rtl"},
            {"kind": "footnote", "href": "#n-0"},
            {"kind": "footnote", "href": "#n 1"},
        ]
    ),
)
_tree = st.recursive(words, lambda inside: st.tuples(_fields, st.lists(inside, min_size=1, max_size=3)), max_leaves=8)


def _text(parts: Iterable[Any]) -> dict[str, Any]:
    """Lay the marks of a tree beside its words; none starts or ends with white space."""
    out: list[str] = []
    marks: list[dict[str, Any]] = []

    def lay(parts: Iterable[Any], at: int) -> int:
        for part in parts:
            if isinstance(part, str):
                out.append(part)
                at += len(part)
                continue
            fields, inside = part
            place = len(marks)
            end = lay(inside, at)
            shown = "".join(out)[at:end]
            bare = shown.strip(" \t\n\r\f")
            if bare:
                start = at + shown.index(bare)
                marks.insert(place, fields | {"start": start, "end": start + len(bare)})
            at = end
        return at

    lay(parts, 0)
    return {"text": "".join(out), "marks": tuple(Mark(**mark) for mark in marks)}


_fields_of_text = st.lists(_tree, min_size=1, max_size=4).map(_text)
texts = _fields_of_text.map(lambda fields: Text(**fields))
"""Words with every kind of mark."""
_languages = st.sampled_from([None, None, None, "de"])
_captions = st.one_of(st.none(), texts)
_images = st.builds(
    Image,
    src=_urls,
    alt=st.one_of(st.just(""), words),
    title=_titles,
    width=st.sampled_from([None, 3]),
    link=st.one_of(st.none(), _urls),
    candidates=st.sampled_from([(), (Candidate(url="/a.png", width=9),)]),
    caption=_captions,
    credit=_captions,
)
_bare_images = st.builds(Image, src=_urls, alt=words)
_figures = st.builds(
    Figure, images=st.lists(_images, min_size=1, max_size=3).map(tuple), caption=_captions, credit=_captions, lang=_languages
)
_plain_paragraphs = _fields_of_text.map(lambda fields: Paragraph(**fields))
_turned = st.sampled_from([{"lang": "he", "dir": "rtl"}, {"lang": "pt-BR"}, {"dir": "auto"}])
_paragraphs = st.one_of(
    _plain_paragraphs,
    _plain_paragraphs,
    st.builds(lambda fields, more: Paragraph(**fields, **more), _fields_of_text, _turned),
)
_leaves = st.one_of(
    _paragraphs,
    _paragraphs,
    st.builds(
        lambda fields, level, anchor: Heading(**fields, level=level, id=anchor),
        _fields_of_text,
        st.integers(1, 6),
        st.sampled_from([None, None, "dam", 'a"b', "user-content-1", "水"]),
    ),
    _figures,
    st.builds(
        Code, text=words.map(lambda text: text.strip("\n")), language=st.sampled_from([None, "c++", "a_b", "visual basic"])
    ),
    st.builds(Math, text=st.one_of(words, st.sampled_from(["x^2", "a &= b \\\\\nc &= d"]))),
    st.sampled_from([Divider(), Divider(kind="more")]),
)


def _holders(inside: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(inside, min_size=1, max_size=3).map(tuple)
    items = st.lists(st.builds(ListItem, blocks=several), min_size=1, max_size=3).map(tuple)
    definitions = st.builds(Definition, terms=st.lists(texts, max_size=2).map(tuple), definitions=items)
    bare = st.builds(Figure, images=st.tuples(_bare_images))
    simple = st.one_of(st.just(()), st.tuples(_paragraphs), st.tuples(_paragraphs), st.tuples(bare))
    plain = st.builds(Cell, blocks=simple, header=st.booleans())
    wide = st.builds(Cell, blocks=several, colspan=st.integers(1, 2), rowspan=st.integers(0, 2))
    return st.one_of(
        st.builds(List, items=items, ordered=st.booleans(), start=st.sampled_from([None, 0, 3, -1, 999_999_999])),
        st.builds(List, items=items),
        st.builds(Quote, blocks=several, cite=st.one_of(st.none(), _urls), lang=_languages),
        st.builds(DefinitionList, items=st.lists(definitions, min_size=1, max_size=2).map(tuple)),
        _tables(plain),
        _tables(st.one_of(plain, wide)),
        st.builds(
            Embed,
            kind=st.sampled_from(["video", "audio", "post", "frame"]),
            provider=st.sampled_from([None, "youtube", "a.b-c"]),
            url=_urls,
            title=_titles,
            blocks=st.one_of(st.just(()), several),
            caption=_captions,
        ),
    )


def _tables(cells: st.SearchStrategy[Cell]) -> st.SearchStrategy[Table]:
    row = st.lists(cells, min_size=1, max_size=3).map(tuple)
    first = st.builds(Row, cells=row, part=st.sampled_from(["head", "body"]))
    rest = st.lists(st.builds(Row, cells=row, part=st.sampled_from(["body", "body", "foot"])), max_size=2)
    return st.builds(lambda top, rows, caption: Table(rows=(top, *rows), caption=caption), first, rest, _captions)


blocks = st.recursive(_leaves, _holders, max_leaves=4)
"""Every kind of block but footnotes, nested."""


def _noted(given: list[Any], notes: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    ids = ("n-0", "n 1")
    return (*given, *(Footnote(id=name, blocks=inside) for name, inside in zip(ids, notes, strict=False)))


bodies = st.builds(
    _noted,
    st.lists(blocks, min_size=1, max_size=3),
    st.lists(st.lists(blocks, min_size=1, max_size=2).map(tuple), max_size=2),
)
"""The blocks of an article, with up to two footnotes at its end."""


# Whole articles

_printable = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
phrases = st.one_of(
    words, _printable, st.sampled_from(["no", "12:30:00", "2022-01-01", "~", "", "<<", "a: b", "1e3", "</script>", "댐", "سد"])
)
"""What stands in a field; empty too."""
_some = st.one_of(st.none(), phrases)
_places = st.sampled_from(["https://example.org/a_(b)?c=1&copy;=2", "/a b.png", "水.png", "//e.org/`*`", "c#d"])
_moments = st.one_of(st.none(), st.builds(in_zone, st.datetimes(datetime(1000, 1, 1)), st.timezones()))  # noqa: DTZ001
_values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-(10**16), 10**16), st.floats(allow_nan=False, allow_infinity=False), phrases
    ),
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(phrases, inside, max_size=3)),
    max_leaves=6,
)
header_values = st.dictionaries(
    st.one_of(phrases, st.sampled_from(["layout", "on", "date", "Tags", "b" * 1_500])), _values, max_size=4
)
"""Keys of a header that no field may be told by."""


def _as_read(blocks: tuple[Any, ...]) -> tuple[Any, ...]:
    """Give blocks as a parse gives them: white space as the model has it, nothing that the policy forbids, nothing empty."""
    return canonical_blocks(to_html(blocks), NEWS)


_ARTICLES = st.builds(
    Article,
    title=_some,
    subtitle=_some,
    authors=st.lists(st.builds(Author, name=phrases, url=st.one_of(st.none(), _places)), max_size=2).map(tuple),
    published=_moments,
    modified=_moments,
    status=st.sampled_from([None, "published", "draft", "private", "scheduled"]),
    language=st.sampled_from([None, "pt-BR", "no", "ar"]),
    site_name=_some,
    url=st.sampled_from([None, "https://example.org/news/1?a=b#c"]),
    categories=st.lists(phrases, max_size=2).map(tuple),
    tags=st.lists(phrases, max_size=2).map(tuple),
    summary=_some,
    lead_image=st.one_of(st.none(), _places),
    thumbnail=st.one_of(st.none(), _places),
    is_accessible_for_free=st.sampled_from([None, True, False]),
    blocks=bodies.map(_as_read),
    front_matter=header_values,
)


def any_article() -> st.SearchStrategy[Article]:
    """Do what `newsclean.testing.articles` says."""
    return _ARTICLES
