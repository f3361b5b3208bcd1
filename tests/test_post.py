"""The front door: what is a header, what is refused and how."""

import pickle
import tracemalloc
from collections.abc import Callable

import pytest

from newsclean import FrontMatterError, InputError, LimitError, Options, OptionsError, parse_article
from newsclean.assembly import _MANY
from newsclean.readers.post import read_post


@pytest.mark.parametrize("source", ["", " \n", b"", "\ufeff\n", b"\xef\xbb\xbf"])
def test_nothing_is_refused(source: str | bytes) -> None:
    """There is no article in no text."""
    with pytest.raises(InputError, match="empty"):
        parse_article(source)


@pytest.mark.parametrize("path", ["posts/a.md", "C:\\posts\\b c.HTML", "  x.markdown\n"])
def test_a_path_by_mistake(path: str) -> None:
    """A single line that names a file."""
    with pytest.raises(InputError, match="pass the text, not the path"):
        parse_article(path)


@pytest.mark.parametrize("source", ["<p>a.md", "a.md\nb", "see a.md now"])
def test_text_that_is_no_path(source: str) -> None:
    """Tags, lines or more words make it a text."""
    assert parse_article(source).text


@pytest.mark.parametrize("source", [None, 3, ["---"]])
def test_other_types_are_refused(source: object) -> None:
    """With our own error."""
    with pytest.raises(InputError, match="str or bytes"):
        parse_article(source)  # type: ignore[arg-type]


def test_limit() -> None:
    """Before any work is done."""
    with pytest.raises(LimitError, match=r"^the source has 6 code points; Options\.max_chars allows 5$") as caught:
        parse_article("<p>abc", options=Options(max_chars=5))
    error = pickle.loads(pickle.dumps(caught.value))
    assert (error.option, error.allowed, error.line, str(error)) == ("max_chars", 5, None, str(caught.value))
    with pytest.raises(OptionsError):
        Options(max_chars=0)


@pytest.mark.parametrize("kind", [bytes, lambda size: "\0" * size])
def test_too_large_a_source_costs_nothing(kind: Callable[[int], str | bytes]) -> None:
    """A hundred megabytes are refused before any of them is looked at or copied."""
    source = kind(100_000_000)
    tracemalloc.start()
    with pytest.raises(LimitError, match=r"Options\.max_chars allows 10000000"):
        parse_article(source)
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("---\ntitle: a\n<p>b", 1, "no line closes it"),
        ("\n\n---\ntitle: a", 3, "no line closes it"),
        ("---\n- a\n---\nb", 2, "is a list, not a mapping"),
        ("\n---\njust words\n---\nb", 3, "is a scalar, not a mapping"),
        ("---\ntitle: a\nb: c: d\n---\n", 3, "mapping values"),
    ],
)
def test_headers_that_cannot_be_read(source: str, line: int, message: str) -> None:
    """Where repair is not wanted, the error has the line in the source."""
    with pytest.raises(FrontMatterError, match=message) as caught:
        parse_article(source, options=Options(front_matter="strict"))
    assert caught.value.line == line
    assert str(caught.value).startswith(f"line {line}")


def test_a_line_of_dashes_is_no_header() -> None:
    """However long it is."""
    assert parse_article("-" * 100_000).text == "-" * 100_000


@pytest.mark.parametrize("body", ["<p>b", "\n\n<p>b\n", " b\n---\nc: d\n---\n", "---\n", "\ufeffb", "\x08\u2028b"])
def test_bodies_are_as_written(body: str) -> None:
    """To the character, after the line that closes the header."""
    for header in ("---\na: b\n---\n", "---\na: |\n  x\n  ---\n  y\n--- \n", "\ufeff\n---\na: b\n...\t\n", "+++\na = 1\n+++\n"):
        assert read_post(header + body, Options()).body == body
        assert read_post((header + body).encode().replace(b"\n", b"\r\n"), Options()).body == body


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: a\n---\n<p>b",
        "\n \n---\ntitle: a\n---\n\n<p>b",
        "\ufeff---\ntitle: a\n---\n<p>b",
        "--- \ntitle: a\n---\t\n<p>b",
        "---\r\ntitle: a\r\n---\r\n<p>b",
        "---\rtitle: a\r---\r<p>b",
        "---\ntitle: a\n...\n<p>b",
        "---\ntitle: a\n\n---\n<p>b\n---\n".replace("b\n---\n", "b"),
        b"\xef\xbb\xbf---\ntitle: a\n---\n<p>b",
    ],
)
def test_headers_that_can(source: str | bytes) -> None:
    """Blank lines, byte order marks, line ends, trailing blanks, the end marker of YAML."""
    article = parse_article(source)
    assert (article.title, article.text) == ("a", "b")


@pytest.mark.parametrize("source", ["---\n---\n<p>b", "---\n# none\n---\n<p>b", "<p>b", "----\n<p>b"])
def test_no_keys(source: str) -> None:
    """An empty header, or none."""
    assert parse_article(source).front_matter == {}


def test_an_empty_body_is_an_article() -> None:
    """With a header there is an article."""
    article = parse_article("---\ntitle: a\n---")
    assert (article.title, article.blocks, article.to_html()) == ("a", (), "")


def test_lone_surrogates() -> None:
    """Become U+FFFD in header and body; the text after them is there."""
    article = parse_article("---\ntitle: a\ud800\n---\n<p>b\udfffc")
    assert (article.title, article.text) == ("a\ufffd", "b\ufffdc")


@pytest.mark.parametrize(
    "url", ["/a", "javascript:x", "javascript://example.org", "ftp://example.org/", "https://a\ud800/", ""]
)
def test_urls_that_cannot_be_a_base(url: str) -> None:
    """An option that makes no sense is an error, not a note."""
    with pytest.raises(OptionsError, match="url must be absolute"):
        parse_article("<p>a", url=url)


def test_relative_urls_are_resolved() -> None:
    """Against `url=`, in the header too; fragments stay."""
    article = parse_article(
        "---\nheadimg: ../h.png\n---\n<p><a href=b>x</a><a href='#f'>y</a><a href='//c.example/d'>z</a><img src='?q'>",
        url="https://example.org/n/p/",
    )
    assert article.lead_image == "https://example.org/n/h.png"
    assert [link.href for link in article.links] == ["https://example.org/n/p/b", "#f", "https://c.example/d"]
    assert article.images[0].image.src == "https://example.org/n/p/?q"


@pytest.mark.parametrize(
    ("body", "is_one"),
    [
        ("## Dam\n\n- a\n- b\n", True),
        ("See [the dam][1] and [the gate][2].\n\n[1]: https://example.org/dam\n[2]: /gate\n", True),
        ("a[0][1] = b[at][0] + c[i][2] + d[i][3]", False),
        ("<p>[1] a</p><p>[2] b</p><p>[the dam][1]</p>", False),
        ("1. a\n2. b\n3. c\n- d", False),
    ],
)
def test_markdown_is_noted(body: str, is_one: bool) -> None:
    """By signs that nobody writes in HTML, where they are more than its blocks."""
    assert [note.code for note in parse_article(f"---\n---\n{body}").notes] == ["markdown-body"] * is_one


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("max_chars", "5"),
        ("max_chars", None),
        ("max_nesting", 1.5),
        ("encoding", b"gbk"),
        ("default_tz", "UTC"),
        ("policy", "news"),
    ],
)
def test_options_of_another_type(field: str, value: object) -> None:
    """Refused by their name when they are made, not with a bare error in the middle of a parse."""
    with pytest.raises(OptionsError, match=field):
        Options(**{field: value})  # type: ignore[arg-type]


def test_long_articles_are_made_like_short_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their drafts are let go one by one, in order, and the lead image is looked for before."""
    body = "".join(f"<p>{at}</p>" for at in range(_MANY)) + "<figure><img src='/dam-300x200.png'></figure>"
    for lead in ("/dam.png", "/dam-300x200.png", "/lake.png"):
        source = f"---\nimage: {lead}\n---\n{body}"
        article = parse_article(source)
        assert [block.text for block in article.paragraphs] == list(map(str, range(_MANY)))
        assert article.lead_image == {"/dam.png": "/dam-300x200.png"}.get(lead, lead)
        with monkeypatch.context() as patch:
            patch.setattr("newsclean.assembly._MANY", 2 * _MANY)
            assert parse_article(source) == article
