"""The tree holds all text that an HTML5 parser finds, in the same order, however broken the markup is."""

import gzip
import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from newsclean import Options, parse_article
from newsclean.dom import parse_html
from newsclean.readers.post import read_post
from tests import books
from tests.html5_reference import lost, text_by_html5, text_of
from tests.html_cases import CASES
from tests.test_growth import MOST, lines_executed, parse_and_use

OPTIONS = Options()
# `isindex` is no longer in the standard: html5lib writes its prompt into the text. A style sheet in a drawing is code up to its
# end tag, as one outside is; by the standard an HTML element in it would end the drawing.
OTHER_TEXT = frozenset({"isindex", "svg-style"})
# Text outside the cells of a table stays where it stands, instead of before the table (docs/architecture.md); html5lib reads
# elements in the title of a drawing, libxml2 and we their markup; of a frameset it reads nothing but `noframes`.
OTHER_ORDER = frozenset({"foster", "foster-b", "tbody-text", "svg-title", "svg-textarea", "frameset"}) | OTHER_TEXT


@pytest.fixture
def _deep_python() -> Iterator[None]:
    """html5lib recurses."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(100_000)
    yield
    sys.setrecursionlimit(before)


@pytest.mark.usefixtures("_deep_python")
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", CASES)
def test_no_text_is_lost(name: str) -> None:
    """No character; and in the same order."""
    html = CASES[name]
    tree = parse_html(html)
    if name not in OTHER_TEXT:
        assert not lost(html, tree)
    if name not in OTHER_ORDER:
        assert text_of(tree) == text_by_html5(html)


@pytest.mark.parametrize("name", [name for name, html in CASES.items() if html.strip(" \n")])
def test_broken_markup_obeys_the_laws(name: str) -> None:
    """Every case becomes an article whose books balance."""
    source = f"---\ntitle: x\n---\n{CASES[name]}"
    article = parse_article(source)
    tree = read_post(source, OPTIONS).tree
    assert books.balance(tree, article) == (0, 0)
    assert books.in_order(tree, article)


LONG = 11_000_000


@pytest.mark.parametrize(
    ("html", "size"),
    [
        ("a" * LONG, LONG),
        (f"<p title='{'a' * LONG}'>b", 1),
        (f"<!--{'a' * LONG}-->b", 1),
        (f"<{'a' * LONG}>b", 1),
        (f"<a href='data:,{'a' * LONG}'>b", 1),
    ],
    ids=["text", "attribute", "comment", "tag", "url"],
)
def test_long_tokens(html: str, size: int) -> None:
    """libxml2 by default stops at tokens of ten megabytes."""
    assert len(text_of(parse_html(html))) == size


ATTRIBUTES = {
    "few": ("<p {}>b</p>c", 200, []),
    "many": ("<p {}>b</p>c", 100_000, ["attributes-cut"]),
    "deep": ("<div>" * 3_000 + "<p {}>b</p>c", 10_000, ["attributes-cut", "elements-flattened"]),
    "unclosed": ("c b<p {}", 100_000, ["attributes-cut"]),
}


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_many_attributes(name: str) -> None:
    """A tag of very many attributes keeps the first ones, and is noted; its text is kept."""
    form, count, codes = ATTRIBUTES[name]
    source = "\n\n" + form.format(" ".join(f"a{at}=1" for at in range(count)))
    article = parse_article(source)
    assert sorted(article.text.split()) == ["b", "c"]
    assert [note.code for note in article.notes] == codes
    if codes:
        assert article.notes[0].line == 3


def test_first_attributes_count() -> None:
    """What is cut off are the last ones, lines stay where they are."""
    junk = "\n".join(f"a{at}='>'" for at in range(5_000))
    article = parse_article(f"<p lang=he {junk} dir=rtl>a</p><p>b</p>")
    first, second = article.blocks
    assert (first.lang, first.dir) == ("he", None)
    assert second.origin.line == 5_000


DEEP = {
    "text": ("{}a{}b", ["a", "b"]),
    "paragraphs": ("{}<p>a<p>b{}<p>c", ["a", "b", "c"]),
    "inline": ("{}a<b>b</b>c<br>d{}", ["abc\nd"]),
    "list": ("{}<ul><li>a<li>b</ul>c{}", ["a", "b", "c"]),
    "table": ("{}<table><tr><td>a<td>b</table>c{}", ["a", "b", "c"]),
    "figure": ("{}a<figure><img src=/a.png><figcaption>b</figcaption></figure>c{}", ["a", "b", "c"]),
    "rule": ("{}a<hr>b{}", ["a", "b"]),
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_bodies_keep_their_words_apart(name: str) -> None:
    """Blocks beyond the depth lose their kind, not their boundaries; a picture stays a picture."""
    form, words = DEEP[name]
    article = parse_article(form.format("<div>" * 3_000, "</div>" * 3_000))
    assert [note.code for note in article.notes] == ["elements-flattened"]
    assert [block.model_dump()["text"] for block in article.blocks if block.type == "paragraph"] == words
    assert len(article.images) == (name == "figure")


FALLBACKS: dict[str, Callable[[int], str]] = {
    "blocks": lambda n: "<div>a" * n,
    "closed-blocks": lambda n: "<div>a" * n + "</div>b" * n,
    "inline": lambda n: "<p>" + "<span>a" * n,
    "tables": lambda n: "<table><tr><td>a" * n,
    "many-children": lambda n: "<div>" * 3_000 + "a<b>b</b>" * n,
    "void": lambda n: "<div>" * 3_000 + "a<wbr>" * n,
    "data": lambda n: "<div>" * 3_000 + "<svg><text><![CDATA[a]]></text></svg><foreignObject><b></i>" * n,
    "attributes": lambda n: "<div>" * 3_000 + "<p " + "a=1 " * n + ">b",
}


@pytest.mark.parametrize("name", FALLBACKS)
def test_the_fallback_is_linear(name: str) -> None:
    """Four times the input, at most four times the lines."""
    make = FALLBACKS[name]
    parse_and_use(make(2_500))
    small, large = (lines_executed(partial(parse_and_use, make(size))) for size in (2_500, 10_000))
    assert large <= MOST * small, (small, large)


@pytest.mark.corpus
@pytest.mark.usefixtures("_deep_python")
@pytest.mark.filterwarnings("ignore")
def test_no_text_of_the_corpus_is_lost(shared: Path) -> None:
    """All posts, labelled posts and pages: 0 characters."""
    count = 0
    for name, html in _documents(shared):
        assert not lost(html, parse_html(html)), name
        count += 1
    assert count >= 3_500


def _documents(shared: Path) -> Iterator[tuple[str, str]]:
    for folder in ("posts", "feedposts"):
        for path in sorted((shared / "corpus" / folder).rglob("*")):
            if path.is_file():
                yield str(path), path.read_text("utf-8", errors="replace").partition("\n---")[2]
    for path in sorted((shared / "bench" / "data").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                row = json.loads(line)
                yield f"{path.name}:{number}", row["post" if "post" in row else "html"]
