"""Hypothesis strategies: HTML as bad as the web's, posts around it, and articles with every kind of block."""

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

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

_CHARACTERS = list("abcXYZ019 .,:;!?'\"&<>\n\t\r\f\x0b\x1c") + list("水位上升かなカナ한국어שלוםسلامเขื่อน")
_SHORTCODES = (
    "\n\n",
    "[caption id=a caption='b c']",
    "[caption]",
    "[/caption]",
    "[embed]https://youtu.be/a[/embed]",
    "[code lang=c] x\n y[/code]",
    "[foot]",
    "{% raw %}",
    "{% endraw %}",
    "{% highlight x %}y{% endhighlight %}",
    "{% img a.png 1 'b' %}",
    "{% x",
    "{{ a.b }}",
    '{{< figure src="a.png" caption=" b  c " >}}',
    "{{% x %}}",
    "{: .a}",
    "$$ a^2 $$",
    "\\(b\\)",
)
_WORDS = st.lists(
    st.sampled_from(
        [
            *_CHARACTERS,
            *_SHORTCODES,
            "\u00a0",
            "\u3000",
            "\u200b",
            "\ufeff",
            "\ufffe",
            "😀",
            "&nbsp;",
            "&lt;",
            "&#13;",
            "\n水",
            "水 \n",
            " Photo: B",
            "(c/AFP)",
            "© D",
            "▲ ",
        ]
    ),
    max_size=14,
).map("".join)
_BLOCK_TAGS = (
    "div",
    "p",
    "h1",
    "h2",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "figure",
    "figcaption",
    "table",
    "tr",
    "td",
    "section",
    "dl",
    "dt",
    "dd",
    "th",
    "thead",
    "caption",
)
_INLINE_TAGS = (
    "a",
    "b",
    "strong",
    "em",
    "i",
    "span",
    "code",
    "sub",
    "sup",
    "u",
    "s",
    "mark",
    "abbr",
    "q",
    "time",
    "font",
    "o:p",
    "picture",
    "ruby",
    "rt",
    "rp",
    "math",
    "annotation",
    "kbd",
)
_OTHER_TAGS = (
    "pre",
    "iframe",
    "video",
    "object",
    "svg",
    "noscript",
    "script",
    "style",
    "button",
    "textarea",
    "title",
    "template",
)
_VOID = ("br", "hr", "img", "wbr", "embed", "input", "source")
_URLS = (
    "https://example.org/a.png",
    "/b.jpg?x=1&y=2",
    "c.gif",
    "#top",
    "",
    " ",
    "javascript:alert(1)",
    "data:image/png;base64,AA",
    "data:text/html,x",
    "//example.net/d",
    "mailto:a@example.org",
)
_ATTRIBUTES = st.one_of(
    st.sampled_from(
        [
            "",
            ' class="wp-caption aligncenter"',
            ' class="wp-caption-text"',
            ' class="image-caption"',
            ' class="wp-block-gallery"',
            ' class="gallery"',
            ' class="gallery-item"',
            ' class="gallery-caption"',
            ' class="tr-caption-container"',
            ' class="tr-caption"',
            ' class="credit"',
            ' class="photo" align="center"',
            ' class="slider"',
            ' class="teaser"',
            ' class="sr-only"',
            ' class="emoji" alt="😀" src="/e.png"',
            ' src="a.png" width="1"',
            ' src="blank.gif" data-src="/real.jpg?x=1&amp;y=2"',
            ' src="x.png" srcset="a b 1x, ,c 2x,d,e 300w 2h, data:image/png;base64,AA 0.1234567x"',
            ' data-srcset="/f g.jpg 100w, ,,/h.jpg, 200w" srcset="data:,1w"',
            ' src="{{ site.baseurl }}/i.png" title="A dam"',
            ' src="https://cors.example.org/?https://example.org/j.png"',
            ' id="top"',
            ' id="fn1"',
            ' class="footnote" href="#fn1"',
            ' class="twitter-tweet" cite="https://x.com/a/status/1"',
            ' class="language-c++ highlight"',
            ' class="gutter"',
            ' class="nc-embed nc-video" lang="x"',
            ' class="nc-footnote"',
            ' class="nc-math"',
            ' name="more"',
            ' colspan="2" rowspan="0"',
            ' display="block" encoding="tex"',
            ' lang="he" dir="rtl"',
            ' title="a &quot;b&quot; <c>"',
            ' datetime="2022-03-31"',
            ' start="3"',
            ' width="300" height="2em"',
            ' onclick="alert(1)" style="x"',
        ]
    ),
    st.sampled_from(_URLS).map(lambda url: f' href="{url}" src="{url}" cite="{url}" data="{url}" alt="x &amp; y"'),
)


def _element(tags: tuple[str, ...], inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    whole = st.builds(
        lambda tag, attributes, body: f"<{tag}{attributes}>{body}</{tag}>", st.sampled_from(tags), _ATTRIBUTES, inside
    )
    unclosed = st.builds(lambda tag, attributes, body: f"<{tag}{attributes}>{body}", st.sampled_from(tags), _ATTRIBUTES, inside)
    stray = st.sampled_from(tags).map(lambda tag: f"</{tag}>")
    return st.one_of(whole, whole, whole, unclosed, stray)


_void = st.builds(lambda tag, attributes: f"<{tag}{attributes}>", st.sampled_from(_VOID), _ATTRIBUTES)
_leaf = st.one_of(_WORDS, _WORDS, _void, st.sampled_from(["<!-- c -->", "<!--more-->", "<?php x ?>", "</html>", "<", "&"]))

html = st.recursive(
    _leaf,
    lambda inside: st.lists(
        st.one_of(
            inside,
            _element(_BLOCK_TAGS, inside),
            _element(_BLOCK_TAGS, inside),
            _element(_INLINE_TAGS, inside),
            _element(_INLINE_TAGS, inside),
            _element(_OTHER_TAGS, inside),
        ),
        max_size=5,
    ).map("".join),
    max_leaves=30,
)
"""A body."""

# A body that could be taken for a file name or be empty is not what the laws are about.
posts = html.map(lambda body: f"---\ntitle: A dam\n---\n<p>\n{body}")

yaml_like = st.text(alphabet=st.sampled_from(list("ab: -\n'\"[]{}&*!|>#%@,?~0.e+\t\\é水")), max_size=60)
anything = st.one_of(st.text(max_size=80), st.binary(max_size=80), posts, yaml_like.map(lambda text: f"---\n{text}\n---\n<p>x"))

# Articles that were never HTML

_MARKUP = (
    "# |1. |12) |- |* |+ |> |=|===|---|***|_a_|a_b|a*b*c|**|<b>|<!--|</p>|&amp;|&#35;|&|\\\\|`|``|~|~~|[x](y)|[^1]|[x]: /y|["
    "|]|(|)|!|^|:|$|$$|http://a.b/c_d|www.a.b|:--|a|b|dam|7|水|升|（|）|。|€|😀|\u200b|\ufeff|'|\"|.|,| | |\t|\n|\n    |\r|\u00a0|\u3000"
).split("|")
words = st.lists(st.sampled_from([*_MARKUP, "|", "||", "| - | - |"]), min_size=1, max_size=8).map("".join)
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
_figures = st.builds(Figure, images=st.lists(_images, min_size=1, max_size=3).map(tuple), caption=_captions, credit=_captions)
_paragraphs = _fields_of_text.map(lambda fields: Paragraph(**fields))
_leaves = st.one_of(
    _paragraphs,
    _paragraphs,
    st.builds(lambda fields, level: Heading(**fields, level=level), _fields_of_text, st.integers(1, 6)),
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
        st.builds(Quote, blocks=several),
        st.builds(DefinitionList, items=st.lists(definitions, min_size=1, max_size=2).map(tuple)),
        _tables(plain),
        _tables(st.one_of(plain, wide)),
        st.builds(
            Embed,
            kind=st.sampled_from(["video", "post"]),
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
