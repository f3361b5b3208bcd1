"""Whole web pages: what is read as one, where its article is, and the laws over it."""

import json
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean import Article, Options, OptionsError, PluginError, parse_article, parse_page, read_canonical
from newsclean.dom import Tree, parse_html
from newsclean.extractors import Extraction
from newsclean.readers.documents import read_document
from newsclean.readers.post import decoded
from newsclean.testing import body_strategies
from tests import books
from tests.cases import Case, cases, dump

PROSE = "<p>The dam at the upper end of the valley was opened on Monday, three weeks after the first flood.</p>"
PAGE = f"<!doctype html><html><head><title>Dam opens - Paper</title></head><body><nav>Home</nav><h1>Dam opens</h1><div>{PROSE * 3}</div><footer>Imprint</footer></body></html>"
OPTIONS = Options()


@pytest.mark.parametrize("case", cases("page"), ids=str)
def test_page(case: Case, request: pytest.FixtureRequest) -> None:
    """The article is exactly as reviewed; `--accept SLUG` writes the expectation of one case."""
    found = dump(parse_page(case.source, url=case.url))
    accepted = request.config.getoption("--accept")
    if accepted is not None and accepted != str(case):
        pytest.skip(f"only {accepted} is accepted in this run")
    if accepted is not None:
        case.expectation.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
        pytest.skip(f"wrote {case.expectation}: review the diff")
    assert case.expectation.exists(), f"no expectation: pytest --accept {case}, then review it"
    assert found == case.expected


@pytest.mark.parametrize("extractor", ["newsclean", "readability"])
@pytest.mark.parametrize("case", cases("page"), ids=str)
def test_laws(case: Case, extractor: str) -> None:
    """Every character and medium is in a block or in a drop, in order, whoever finds the body; the blocks read back."""
    article = parse_page(case.source, url=case.url, extractor=extractor)
    tree = read_document(decoded(case.source, OPTIONS)[0]).tree
    assert books.balance(tree, article) == (0, 0)
    assert books.in_order(tree, article)
    again = read_canonical(article.to_html())
    assert all(old.same_content(new) for old, new in zip(article.blocks, again, strict=True))
    assert parse_page(case.source, url=case.url, extractor=extractor, sanitizer=str) == article


@pytest.mark.parametrize("case", cases("page"), ids=str)
def test_furniture_can_be_shown(case: Case) -> None:
    """What is not marked is what it is without."""
    article = parse_page(case.source, url=case.url)
    shown = parse_page(case.source, url=case.url, options=Options(boilerplate="keep"))
    assert tuple(block for block in shown.blocks if block.origin.boilerplate is None) == article.blocks


def texts(article: Article) -> list[str]:
    """Give the words of headings and paragraphs."""
    return [block.text for block in article.blocks if hasattr(block, "text")]


@pytest.mark.parametrize("start", ["", "\ufeff", "\n<!-- a --> ", '<?xml version="1.0"?>\n'])
def test_a_document_is_a_page(start: str) -> None:
    """If nothing but white space, comments and an XML declaration stand before it."""
    article = parse_article(start + PAGE)
    assert article.title == "Dam opens"
    assert len(article.paragraphs) == len(article.blocks) == 3
    assert article.confidence
    assert [drop.reason for drop in article.dropped] == ["outside-body"] * 4


@pytest.mark.parametrize(
    "source", [f"---\ntitle: a\n---\n{PAGE}", f"a: b\n---\n{PAGE}", f"<p>a</p>{PAGE}", "<!doctypes><p>a", "<htmlx>a"]
)
def test_other_sources_are_posts(source: str) -> None:
    """A header makes a post of any document, and so does text before it."""
    assert parse_article(source).confidence is None


def test_what_we_write_is_no_foreign_page() -> None:
    """It reads back from either function, field by field."""
    article = parse_page(PAGE, url="https://example.org/a")
    page = article.to_html(document=True)
    for read in (parse_article, parse_page):
        again = read(page)
        assert (again.title, again.url) == (article.title, article.url)
        assert all(old.same_content(new) for old, new in zip(article.blocks, again.blocks, strict=True))
        assert not again.dropped


def second_paragraph(tree: Tree, url: str | None) -> Extraction:
    """Find no more than that."""
    assert url == "https://example.org/a"
    (root,) = tree.roots
    return Extraction(list(root.iter("p"))[1], 0.25, ("second",))


def test_any_function_can_find_the_body() -> None:
    """What lies outside is dropped once for each subtree; what it is sure of is told."""
    article = parse_page(PAGE, url="https://example.org/a", extractor=second_paragraph)
    assert len(article.blocks) == 1
    assert article.confidence == 0.25
    assert books.balance(parse_html(PAGE), article) == (0, 0)
    assert {(drop.reason, drop.rule) for drop in article.dropped} == {("outside-body", "page:outside")}


def failing(tree: Tree, url: str | None) -> Extraction:
    """Fail."""
    msg = f"{len(tree.roots)} {url}"
    raise ValueError(msg)


@pytest.mark.parametrize(
    ("extractor", "message"),
    [
        (failing, "raised ValueError: 1 None"),
        (lambda tree, _: tree, "must answer an Extraction"),
        (lambda *_: Extraction(parse_html("<p>a").roots[0], 1.0), "not of the tree"),
        (lambda tree, _: Extraction(tree.roots[0], 1.5), "must be sure from 0 to 1"),
    ],
)
def test_what_extractors_do_wrong(extractor: Callable[..., Extraction], message: str) -> None:
    """It is told with the name of the extractor."""
    with pytest.raises(PluginError, match=message):
        parse_page(PAGE, extractor=extractor)


def test_unknown_extractor() -> None:
    """The error names those that are known."""
    with pytest.raises(OptionsError, match="'newsclean', 'readability'"):
        parse_page(PAGE, extractor="x")
    with pytest.raises(OptionsError):
        parse_page(PAGE, extractor=3)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "html", ["<html></html>", "<!doctype html>", "<html><body>a", "<p>", "<html><script>a</script></html>"]
)
def test_there_is_always_an_article(html: str) -> None:
    """Also of a page without any text."""
    article = parse_page(html)
    assert article.confidence is not None
    assert article.confidence < 0.5
    assert [note.code for note in article.notes] == ["page-no-text"]


@given(body_strategies.bodies(), st.lists(st.integers(0, 60), min_size=1, max_size=6))
@example("<figure><img src=a><figcaption>b</figcaption></figure><p>c<b>d</b></p>", [3, 2, 5, 4])
@example("<p>a</p><video><br></video>", [6])
@example("<p>a</p><script>b</script><iframe>c</iframe>", [3, 5])
@example("<p>a</p><script>b</script><iframe>c</iframe>", [3, 6])
@example("<table><caption>a</caption><tr><td>b</table><dl><dt>c<dd>d</dl>", [2, 3, 7])
def test_the_laws_hold_whatever_is_found(body: str, places: list[int]) -> None:
    """Any element may be the body, any may be left out, a standfirst, a picture: nothing is lost, and nothing read twice."""
    html = f"<!doctype html><html><head><title>a</title></head><body>{body}</body></html>"

    def pick(tree: Tree, url: str | None) -> Extraction:  # noqa: ARG001 - the protocol has the address
        nodes = [node for root in tree.roots for node in root.iter()]
        node, *others = (nodes[place % len(nodes)] for place in places)
        return Extraction(node, 0.5, (), tuple(others[:1]), tuple(others[1:2]), dict.fromkeys(others[2:], "related"))

    tree = read_document(decoded(html, OPTIONS)[0]).tree
    for extractor in ("newsclean", pick):
        article = parse_page(html, extractor=extractor)
        assert books.balance(tree, article) == (0, 0)
        assert books.in_order(tree, article)
        again = read_canonical(article.to_html())
        assert all(old.same_content(new) for old, new in zip(article.blocks, again, strict=True))
