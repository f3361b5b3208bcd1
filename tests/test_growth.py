"""Time grows linearly in the input: counted in executed lines, which are the same on every machine."""

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import process_time
from types import FrameType
from typing import Any

import pytest

from newsclean import Article, LimitError, Options, parse_article, sanitize


def spelling(at: int) -> str:
    """Give one of many ways to write a key."""
    return "".join(letter + "-_"[at >> place & 1] for place, letter in enumerate("featuredimage"))


PAGE = "<!doctype html><html><head><title>a</title></head><body>"

GENERATORS: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: "<p>a <b>b</b></p>\n" * n,
    "headings": lambda n: "<h2>a</h2>" * n,
    "nested-divs": lambda n: "<div>a" * n,
    "nested-spans": lambda n: "<span>a" * n,
    "nested-quotes": lambda n: "<blockquote>a" * n,
    "nested-lists": lambda n: "<ul><li>a" * n,
    "nested-figures": lambda n: "<figure><img src=a>" * n,
    "nested-wp-captions": lambda n: "<div class=wp-caption>a" * n + "<img src=a>",
    "deep-pictures": lambda n: "<div class=wp-caption>" + "<span>" * n + "<img src=a>" * n,
    "nested-objects": lambda n: "<figure><img src=a>" + "<object>" * n,
    "nested-languages": lambda n: "".join(f"<span lang=l{at}>a" for at in range(n)),
    "links-in-links": lambda n: "<a href=a><b>b" * n,
    "line-breaks": lambda n: "a" + "<br>" * n + "b",
    "marked-line-breaks": lambda n: "a" + "<b><br></b>" * n + "b",
    "white-space": lambda n: "<p>水" + " \n\t" * n + "位",
    "images": lambda n: "a<img src=a>" * n,
    "images-in-caption": lambda n: "<figure><img src=a><figcaption>" + "a<img src=b>" * n,
    "orphan-captions": lambda n: "<img src=a><figcaption>a</figcaption>" * n,
    "nested-galleries": lambda n: "<figure><figure><img src=a>" * n,
    "wide-gallery": lambda n: "<figure>" + "<figure><img src=a><figcaption>a</figcaption></figure>" * n,
    "classic-galleries": lambda n: "<div class=gallery><dl class=gallery-item><img src=a><dd class=gallery-caption>a" * n,
    "blogger-tables": lambda n: "<table class=tr-caption-container><tr><td><img src=a><tr><td class=tr-caption>a" * n,
    "captions-beside": lambda n: "<div><img src=a><div class=caption>a</div></div>" * n,
    "captions-in-one-box": lambda n: "<div>" + "<img src=a><div class=caption>a</div>" * n,
    "nested-caption-boxes": lambda n: "<div class=caption><img src=a>a" * n,
    "deep-before-caption": lambda n: "<div>" * n + "<img src=a>" + "</div>" * n + "<p class=caption>a",
    "credit-tails": lambda n: "<figure><img src=a><figcaption>A dam (Photo: B)</figcaption></figure>" * n,
    "long-captions": lambda n: "<figure><img src=a><figcaption>" + "A. B/AP " * n,
    "nested-credits": lambda n: "<figure><img src=a><figcaption>a" + "<span class=credit>b" * n,
    "credits-in-one-figure": lambda n: "<figure><img src=a><figcaption>a" + "<b class=credit>b</b> c" * n,
    "nested-footers": lambda n: "<figure><img src=a>" + "<footer>a" * n,
    "shared-captions": lambda n: "<figure>" + "<img src=a>" * n + "<figcaption>" + "a dam " * n + "</figcaption></figure>",
    "odd-addresses": lambda n: "<img src='a b%[水]#c#d'>" * n + "<img src='https://a@[" + "%[#@:" * n + "'>",
    "header-names": lambda n: "---\ntags: [" + "a, " * n + "]\nimage: a\n---\n" + "<iframe src=//youtu.be/a></iframe>" * n,
    "credit-lines": lambda n: "<p><img src=a></p><p>Photo: B</p>" * n,
    "lines-under-pictures": lambda n: "<p><img src=a><br>a</p>" * n,
    "pictures-with-lines": lambda n: "<p>" + "<img src=a><br>a<br>" * n,
    "pictures-in-a-row": lambda n: "<p>" + "<img src=a>" * n + "<br>a",
    "breaks-after-pictures": lambda n: "<p>" + "<img src=a><br><br>" * n,
    "blocks-under-pictures": lambda n: "<p><img src=a></p><p><i>a</i></p>" * n,
    "deep-blocks-under-pictures": lambda n: "<p><img src=a></p>" + "<div><b>" * n + "a",
    "nested-picture-boxes": lambda n: "<div class=photo><img src=a>a" * n,
    "rows-of-pictures": lambda n: "<table><tr><td><img src=a></td></tr><tr><td>a</td></tr></table>" * n,
    "picture-lists": lambda n: "<dl>" + "<dt><img src=a></dt><dd>a</dd>" * n,
    "sliders": lambda n: "<div class=slider><img src=a><img src=b></div>" * n,
    "nested-sliders": lambda n: "<div class=slider><img src=a><img src=b>" * n,
    "wide-slider": lambda n: "<div class=slider>" + "<img src=a><p class=caption>a</p>" * n,
    "picture-cards": lambda n: "<div><a href=b><img src=a></a><h3><a href=b>c</a></h3></div>" * n,
    "nested-cards": lambda n: "<div><a href=b>" * n + "<img src=a>c" * n,
    "one-large-card": lambda n: "<a href=b>" + "<span><img src=a></span>" * n,
    "lead-images": lambda n: "---\nimage: /c-300x200.jpg\n---\n" + "<img src=/a/b-300x200.jpg>" * n,
    "pictures": lambda n: "<picture>" + "<source srcset='a, b 2x'>" * n + "<img src=a>" * n,
    "nested-pictures": lambda n: "<picture><source srcset=a>" * n + "<img src=b>",
    "pictures-of-many-files": lambda n: "<picture><source srcset='" + "a 1x, " * n + "'>" + "<img src=a>" * n,
    "long-base": lambda n: f"<base href=https://example.org/{'a' * 50 * n}/>" + "<img src=a>" * n,
    "srcset": lambda n: "<img src=a srcset='" + "a 1x, " * n + "'>",
    "srcset-parentheses": lambda n: "<img src=a srcset='a " + "(" * n + ", b'>",
    "noscripts": lambda n: "<img data-src=a><noscript><img src=a></noscript>" * n,
    "nested-noscripts": lambda n: "<noscript><img data-src=a>" * n,
    "picture-class-names": lambda n: "<img src=a class='" + "share-" * n + "'><p class='" + "image-" * n + "'>a",
    "controls": lambda n: "<figure><img src=a><figcaption>" + "<span class=sr-only>a</span>" * n,
    "named": lambda n: "<div class=share><a href=a>b</a></div>" * n,
    "nested-named": lambda n: f"<div class=newsletter>{'a' * 5000}" * n,
    "unlinked-teasers": lambda n: "<div class=teaser>a<a href=b>c</a>defg</div>" * n,
    "boxes": lambda n: "<p>a</p><div class=a>Related<h3><a href=a>b</a></h3></div>" * n,
    "nested-boxes": lambda n: "<p>a</p>" + "<div class=a>Related<a href=a>b</a>" * n,
    "empty-boxes": lambda n: "<p>a</p><div class=a>" + "<div></div>" * n + "<article><a href=a></a><h3>b</h3></article>" * n,
    "teasers": lambda n: "<p>a</p>" + "<article><h3><a href=a>b</a></h3></article>" * n,
    "nested-teasers": lambda n: "<p>a</p>" + "<article><h3><a href=a>b</a></h3>" * n,
    "figure-teasers": lambda n: "<figure class=teaser><a href=a>b</a></figure>" * n,
    "pull-quotes": lambda n: "<p>a</p><aside class=pullquote><p>a b c d e f g h i j k l m n o</p></aside>" * n,
    "readers": lambda n: "<div class=comments>" * n + "<p class=comment>a" * n,
    "readers-side-by-side": lambda n: "<div class=comments><p class=comment>a</p><p>b</p></div>" * n,
    "choices": lambda n: "<label><input>a</label><label>b</label>" * n,
    "button-links": lambda n: "<div><a class=btn href=a>b</a></div>" * n,
    "past-links": lambda n: "<div><a href=#a-after>b</a></div>" * n,
    "film-titles": lambda n: "<div class=video-player>" * n + "<h3 class=a>b</h3>" * n,
    "standfirsts": lambda n: "<div class=standfirst>a" * n,
    "called-headings": lambda n: "<p>a</p><p class=subhead>b</p>" * n,
    "long-class-names": lambda n: f"<div class='{'comment-' * n}'>a<p class='{'sub-' * n}'>a",
    "bold-lines": lambda n: "<p>a</p><p><b>b</b></p><p>cde</p>" * n,
    "foot-lines": lambda n: "<p>a</p>" + "<p>Source: a</p><h3>b</h3>" * n,
    "title-parts": lambda n: f"---\ntitle: '{'a: ' * n}'\n---\n" + "<h1>a</h1>" * n,
    "icons-on-labels": lambda n: "<p>Share<i></i></p>" * n + "<p>Share" + "<i></i>" * n,
    "class-names": lambda n: f"<p class='{'share-' * n}'>a",
    "cards": lambda n: "<a href=a><b>b</b><h3>c</h3></a>" * n,
    "hidden": lambda n: "<div hidden>a</div>" * n,
    "forms": lambda n: "<form>a" * n + "<input>",
    "labels": lambda n: "<p><b><i>advertisement</i></b></p>" * n,
    "nested-labels": lambda n: "<span>" * n + "advertisement",
    "related-lists": lambda n: "<h3>related articles</h3><ul><li><a href=a>b</a></ul>" * n,
    "added-sentences": lambda n: "<p>Related: <a href=a>some other article</a></p>" * n,
    "asides": lambda n: "<aside>abc<a href=a>b</a>" * n,
    "drops": lambda n: "<svg><text>a</text></svg>" * n,
    "nested-drops": lambda n: "<svg>a" * n,
    "text-in-table": lambda n: "<table>" + "a<tr>b<td>c" * n,
    "attributes-of-many": lambda n: "<a href='javascript:x'>a</a>" * n,
    "nested-tables": lambda n: "<table><tr><td>a<td>b" * n,
    "table-rows": lambda n: "<table>" + "<tr><th>a<td colspan=2>b<td>" * n,
    "tables-in-lists": lambda n: "<ul><li><table><tr><td>a<td>b<dl><dt>c<dd>" * n,
    "terms": lambda n: "<dl>" + "<dt>a<dt>b<dd>c" * n,
    "unclosed-terms": lambda n: "<dl>" + "<dt>a" * n,
    "ruby": lambda n: "<p><ruby>" + "水<rt>a</rt>" * n,
    "ruby-in-marks": lambda n: "<p><ruby>" + "<b>水</b><i>位<rt>a</rt></i>" * n,
    "nested-annotations": lambda n: "<ruby>a" + "<rt>a" * n,
    "players": lambda n: "a<iframe src=//youtu.be/a>b</iframe>" * n,
    "nested-player-figures": lambda n: "<figure><video src=a><figcaption>" * n,
    "objects-in-figure": lambda n: "<figure>" + "<object data=a>" * n,
    "posts": lambda n: "<blockquote class=twitter-tweet>" + "<a href=https://x.com/a/status/1>a</a>" * n,
    "nested-posts": lambda n: "<blockquote class=twitter-tweet><a href=https://x.com/a/status/1>a</a>" * n,
    "notes": lambda n: "".join(
        f"<p>a<sup><a href=#fn{at}>{at % 9}</a></sup><li id=fn{at}>b<a href=#fnref>^</a>" for at in range(n)
    ),
    "formulas": lambda n: "<math><semantics>" + "<mi>a</mi>" * n + "<annotation encoding=tex>b</annotation>",
    "code": lambda n: "<div class=highlight>" * n + "<pre>a</pre>" * n,
    "double-breaks": lambda n: "<p>" + "a<br><br>" * n,
    "blank-lines": lambda n: "a\n\n" * n,
    "shortcodes": lambda n: "[caption]<img src=a>a[/caption][gallery]" * n,
    "shortcodes-unclosed": lambda n: "[caption][code][embed]a" * n,
    "shortcodes-unopened": lambda n: "[/caption]a" * n,
    "shortcodes-crossed": lambda n: "[caption]<div>[caption]</div>" * n + "[/caption]" * n,
    "template-tags": lambda n: "{% raw %}{% highlight %}{{ a }}" * n,
    "header-keys": lambda n: "---\n" + "".join(f"k{at}: v\n" for at in range(n)) + "---\n<p>a",
    "header-duplicates": lambda n: "---\n" + "k: v\n" * n + "---\n<p>a",
    "header-spellings": lambda n: "---\n" + "".join(f"{spelling(at)}: javascript:x\n" for at in range(n)) + "---\n<p>a",
    "header-authors": lambda n: "---\nauthor:\n" + "- {name: a, url: 'javascript:x'}\n" * n + "---\n<p>a",
    "header-unopened": lambda n: "a:\n" + "- b\n" * n + "<p>a",
    "header-toml": lambda n: "+++\n" + "".join(f"k{at} = 2022-01-01\n" for at in range(n)) + "+++\n<p>a",
    "header-json": lambda n: '{"a": [' + '"b", ' * n + '"c"]}\n<p>a',
    "header-summary": lambda n: "---\nsummary: '" + "<p>a <b>b</b>" * n + "'\n---\n<p>a",
    "header-control-characters": lambda n: "---\nk:\n" + "- 'a\x08\u2028b'\n" * n + "---\n<p>a",
    "header-escapes": lambda n: "---\nk:\n" + '- "a\\0b"\n' * n + "---\n<p>a",
    "own-post": lambda n: (
        "---\nk:\n" + "- a\n" * n + "tags:\n" + "- b\n" * n + "newsclean: hexo-1\n---\n" + "<p>{{ a }}</p>\n" * n
    ),
    "surrogates": lambda n: "---\nk:\n" + "- 'a\ud800b'\n" * n + "---\n" + "<p>a\ud800b\0" * n,
    "delimiters": lambda n: "---\na: b\n---\n" + "---\n" * n,
    "header-hyphens": lambda n: "---\n" + "-" * 250 * n,
    "header-blank-lines": lambda n: "\n" * 1000 * n + "---\na: b\n---\n",
    "header-aliases": lambda n: "---\na: &a b\nc:\n" + "- *a\n" * n + "---\n",
    "header-anchors": lambda n: "---\n" + "".join(f"k{at}: &a{at} v\n" for at in range(n)) + "---\n",
    "header-tags": lambda n: "---\na:\n" + "- !b c\n" * n + "---\n",
    "header-merges": lambda n: "---\na: &a b\nd:\n" + "- <<: *a\n" * n + "---\n",
    "header-flow": lambda n: "---\na: [" + "{b: [c]}, " * n + "]\n---\n",
    "header-broken-keys": lambda n: "---\n" + "".join(f"k{at}: a: b\n" for at in range(n)) + "---\n",
    "header-broken-duplicates": lambda n: "---\n" + "k: a: b\n" * n + "---\n",
    "header-broken-items": lambda n: "---\na:\n" + "- b: c: d\n" * n + "---\n",
    "header-broken-words": lambda n: "---\na:\n- b\n" + "- b: c\n" * n + "d: e: f\n---\n",
    "header-broken-lines": lambda n: "---\na: b: c\n" + "  d: e\n" * n + "---\n",
    "header-broken-list": lambda n: "---\na: [" + "@b, " * n + "]\n---\n",
    "header-open-quotes": lambda n: "---\na:\n" + "- 'b\n" * n + "---\n",
    "header-open-texts": lambda n: "---\na:\n" + "- 'b\n\n  c\n" * n + "---\n",
    "header-open-lists": lambda n: "---\na:\n" + "- [b\n" * n + "---\n",
    "header-strays": lambda n: "---\na: b: c\n" + "d\n" * n + "---\n",
    "header-salvage": lambda n: "---\na: [[b: c: d]]\n" + "- e\n" * n + "---\n",
    "header-tabs": lambda n: "---\na:\n" + "\t- b\n" * n + "---\n",
    "header-controls": lambda n: "---\n" + "a: \0\n" * n + "---\n",
    "header-separators": lambda n: "---\na: " + "b\u2028" * n + "c\n---\n",
    "header-braces": lambda n: "---\na: [" + " 'b " * n + "]\n---\n",
    "header-unclosed": lambda n: "---\n" + "a: b\n" * n + "<p>c",
    "header-unclosed-text": lambda n: "---\na: |\n" + "  <p>b\n\n" * n + "<p>c",
    "header-no-keys": lambda n: "---\n" + "words\n" * n + "---\n",
    "header-toml-broken": lambda n: "+++\n" + "a = b c\n" * n + "+++\n",
    "header-toml-tables": lambda n: "+++\n" + "[[a.b]]\nc = d e\n" * n + "+++\n",
    "header-toml-list": lambda n: "+++\na = [" + "b, " * n + "]\n+++\n",
    "header-toml-unclosed": lambda n: "+++\n" + "a = 1\n" * n + "<p>b",
    "header-json-broken": lambda n: "{\n" + '"a": b c,\n' * n + "}\n",
    "header-json-line": lambda n: "{" + '"a": b c, ' * n + "}\n",
    "header-json-commas": lambda n: '{"a": [' + "[1,],\n" * n + "]}\n",
    "header-json-quotes": lambda n: '{"a": "' + 'b "c" ' * n + '"}\n',
    "header-json-duplicates": lambda n: '{"a": 1' + ', "a": 1' * n + "}\n",
    "page-paragraphs": lambda n: PAGE + "<p>A dam, and the water.</p>" * n,
    "page-nested": lambda n: PAGE + "<div class=a>A dam, and the water above it." * n,
    "page-sections": lambda n: PAGE + "<section class=text><p>A dam, and the water above it.</p></section>" * n,
    "page-cards": lambda n: PAGE + "<p>A dam, and the water above it.</p><div><h2><a href=a>b</a></h2><p>c</p></div>" * n,
    "page-nested-cards": lambda n: PAGE + "<div><h2><a href=a>b</a></h2>" * n,
    "page-links": lambda n: PAGE + "<p><a href=a>A dam, and the water above it.</a></p>" * n,
    "page-headlines": lambda n: PAGE + "<article><h1>a</h1><p>A dam, and the water above it.</p></article>" * n,
    "page-nested-headlines": lambda n: PAGE + "<h1>" * n + "a",
    "page-headings-below": lambda n: PAGE + "<p>A dam, and the water above it.</p>" + "<h2>a</h2>" * n,
    "page-quotes": lambda n: PAGE + "<blockquote>A dam, and the water above it.</blockquote><p>A dam, and more.</p>" * n,
    "page-captions": lambda n: PAGE + "<div class=image-box><img src=a><p>a</p></div>" * n,
    "page-nested-captions": lambda n: PAGE + "<figcaption>a" * n + "<div class=image-caption>a" * n,
    "page-names": lambda n: PAGE + "".join(f"<div class='related-{at}'>a</div>" for at in range(n)),
    "page-long-name": lambda n: PAGE + f"<div class='{'related-' * n}'>a<div id='{':' * n}'>b",
    "page-out-names": lambda n: PAGE + "<div class=comment>A dam, and the water above it." * n,
    "page-labels": lambda n: PAGE + "<p>A dam, and the water.</p>" + "<div>a<span>b</span><p>A dam, and more.</p></div>" * n,
    "page-above": lambda n: (
        PAGE + "<p>a</p>" * n + "<h1>a</h1>" + "<span>b</span>" * n + "<div><p>A dam, and the water above it.</p></div>"
    ),
    "page-head": lambda n: (
        "<!doctype html>"
        + "<meta name=description content='A dam, and the water above it'>" * n
        + "<p>A dam, and the water above it."
    ),
    "page-titles": lambda n: (
        "<!doctype html>"
        f"<meta property=og:title content='{'a dam ' * n}'>" + "<h2>a dam a dam</h2>" * n + "<p>A dam, and the water above it."
    ),
    "page-pictures": lambda n: (
        "<!doctype html><meta property=og:image content=/a.png>"
        + "<img src=b.png>" * n
        + "<h1>a</h1><div><p>A dam, and the water above it."
    ),
    "page-amp": lambda n: PAGE + "<amp-img src=a><noscript><img src=a></noscript></amp-img>" * n,
    "page-sources": lambda n: PAGE + "<picture><source srcset=a><img src=a></picture><wbr>" * n,
    "page-drawings": lambda n: PAGE + "<wbr>" + "<svg><path/><![CDATA[a]]></svg><script><![CDATA[</script>" * n,
    "page-unended": lambda n: PAGE + "<wbr a='" + "<wbr>" * n,
    "header-json-unclosed": lambda n: "{\n" + '"a": 1,\n' * n + "<p>b",
}
SMALL, FACTOR = 100, 4
LIMITLESS = Options(max_header_values=1_000_000, max_scalar_chars=1_000_000, max_alias_values=1_000_000)
# Exactly linear is 4; fixed costs make it less, one sort of marks a little more.
MOST = 4.4


def lines_executed(work: Callable[[], object]) -> int:
    """Count the lines of Python that a piece of work runs."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:  # noqa: ANN401 - the signature of a trace function
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def parse_and_use(source: str) -> None:
    """Parse, render and look at an article."""
    article = parse_article(source)
    article.to_html()
    parse_article(source, options=Options(boilerplate="keep"))
    article.to_markdown()
    article.to_text()
    article.to_jsonld()
    article.to_ninjs()
    parse_article(article.to_post())
    article.chunks(max_chars=50)
    parse_article(article.to_html(document=True))
    _ = article.sections, article.text


@pytest.mark.timing
@pytest.mark.parametrize("name", GENERATORS)
def test_work_is_linear(name: str) -> None:
    """Four times the input, four times the lines."""
    make = GENERATORS[name]
    for source in ("<p>a", PAGE, "---\na: [b]\n---\n", "---\na: b: c\n---\n", "+++\na = b c\n+++\n", '{"a": b}\n'):
        parse_article(source)  # loads what it needs
    small, large = (lines_executed(partial(parse_and_use, make(size))) for size in (SMALL, SMALL * FACTOR))
    if large > MOST * small:  # A limit may lie between the two sizes: what it costs is a step, and comes once.
        small, large = large, lines_executed(partial(parse_and_use, make(SMALL * FACTOR * FACTOR)))
    assert large <= MOST * small, (small, large)


# Beyond every depth from which trees are built or written in another way.
DEEP = 2_100
NESTED = (
    "nested-divs", "nested-spans", "nested-lists", "nested-quotes", "nested-tables", "nested-languages", "nested-annotations",
    "nested-player-figures", "links-in-links", "text-in-table", "unclosed-terms", "ruby-in-marks", "marked-line-breaks", "srcset",
    "class-names", "attributes-of-many", "forms",
)  # fmt: skip


@pytest.mark.parametrize("name", NESTED)
def test_sanitizing_is_linear(name: str) -> None:
    """The same for fragments, in work and in what is written."""
    make = GENERATORS[name]
    small, large = (lines_executed(partial(sanitize, make(size))) for size in (DEEP, DEEP * FACTOR))
    assert large <= MOST * small, (small, large)
    assert len(sanitize(make(DEEP * FACTOR))) <= MOST * len(sanitize(make(DEEP)))


@pytest.mark.parametrize(
    "name",
    [
        "shared-captions",
        "odd-addresses",
        "header-names",
        "wide-gallery",
        "lead-images",
        "pictures-of-many-files",
        "nested-tables",
    ],
)
@pytest.mark.parametrize("write", [Article.to_jsonld, Article.to_ninjs])
def test_json_for_others_is_linear(name: str, write: Callable[[Article], str]) -> None:
    """In work and in what is written."""
    small, large = (parse_article(GENERATORS[name](size)) for size in (DEEP, DEEP * FACTOR))
    assert len(write(large)) <= MOST * len(write(small))
    assert lines_executed(partial(write, large)) <= MOST * lines_executed(partial(write, small))


# Signs that begin markup and do not end it: what an expression would try again from every place.
BEGINNINGS = (
    "[caption a='", "[caption ", "[code ", "[embed]", "[youtube ", "[fusion_a ", "{% raw %}", "{% a ", "{{< figure ", "{{< a",
    "<img src=a>", "(A/", "A/AP ", "水水水水", "By A, ", "Photo ", "▲ ",
    "{{ a", "{{ a | b", "{: .a", "$$ a^", "\\[ a^ [b]", "\\( a", "$latex a", "\n\n \t", "[a](http", "**a", "\n- a", "<!-- more",
)  # fmt: skip


@pytest.mark.timing
@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_markup_without_end_takes_linear_time(beginning: str) -> None:
    """Four times the text, about four times the time; a blow-up would show as sixteen."""

    def seconds(times: int) -> float:
        source = "a " + beginning * times
        took = []
        for _ in range(3):
            start = process_time()
            parse_article(source)
            took.append(process_time() - start)
        return min(took)

    small, large = seconds(2_000), seconds(8_000)
    assert large <= 9 * small + 0.01, (small, large)


# What a value of a broken header may hold very often; the beginnings are those that rungs look for.
SIGNS = (
    " ", "\t", "\n", "\n ", "'", '"', "\\", "\\'", '\\"', " '", ' "', "''", '""', "[", "]", "{", "}", "[ '", '{ "', ",", ", '", ":", ": ",
    " :", "a: ", "- ", "\n- ", "\n- '", '\n- "', "\n- [", "? ", "#", " #", "&a ", "*a ", "!a ", "&", "| ", "> ", "%", "=", " = ", "\na = ",
    "\na=[", "\n[a]", '"""', "\n'''", '"a": ', ', "a": "', '"a"\n', "\n}", "\0", "\u2028", "\\ud83d", "<a", "\n<a", "a.b.", "\n\n  a",
)  # fmt: skip
FORMS = (
    "---\na: b: c\nd: {}\ne: f\n---\n", "---\na: b: c\nd: '{}\n---\n", '---\na: b: c\nd: "{}x" y"\n---\n', "---\na: b: c\nd: [{}x\n---\n",
    "---\na: b: c\n{}d: e\n---\n", "---\na: b\n{}", "a: b\n{}\n---\n", "+++\na = b c\nd = {}\n+++\n", "+++\na = b c\n{}d = e\n+++\n",
    '+++\nd = "{}\n', '{{"a": b c,\n"d": {}}}\n', '{{"a": "b {}',
)  # fmt: skip


@pytest.mark.timing
@pytest.mark.parametrize("form", FORMS)
def test_broken_headers_take_linear_time(form: str) -> None:
    """Four times the signs, about four times the time, and a limit at most."""

    def seconds(sign: str, times: int) -> float:
        source = form.format(sign * times)
        took = []
        for _ in range(2):
            start = process_time()
            with suppress(LimitError):
                parse_article(source, options=LIMITLESS)
            took.append(process_time() - start)
        return min(took)

    for sign in SIGNS:
        small, large = seconds(sign, 1_000), seconds(sign, 4_000)
        assert large <= 9 * small + 0.02, (sign, small, large)


def halve(html: str) -> str:
    """Keep every second line."""
    return "\n".join(html.split("\n")[::2])


def turn(html: str) -> str:
    """Turn the order of lines around."""
    return "\n".join(reversed(html.split("\n")))


@pytest.mark.parametrize("sanitizer", [halve, turn])
def test_sanitizer_matching_is_linear(sanitizer: Callable[[str], str]) -> None:
    """Matching what came back with what went in."""

    def count(paragraphs: int) -> int:
        source = "".join(f"<p>a{at % 7}</p>" for at in range(paragraphs))
        return lines_executed(partial(parse_article, source, sanitizer=sanitizer))

    assert count(800) <= MOST * count(200)
