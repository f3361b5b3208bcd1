"""The second wall."""

import builtins
import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from newsclean import (
    EMBEDS,
    NEWS,
    STRICT,
    FrontMatterError,
    InputError,
    OptionsError,
    PluginError,
    Policy,
    parse_article,
    plugins,
    sanitize,
)
from newsclean.testing.audit import unsafe_parts
from tests import strategies

POST = "---\ntitle: dam\n---\n<h2 id=x>A</h2><p>b <b>c</b></p>\n<figure><img src=a.png alt=A><figcaption>D</figcaption></figure>\n<ul><li>e<li>f<blockquote>g</blockquote></ul><p>h\n\x01i</p>"
# Characters that no HTML may hold: an Article keeps them, fragments do not.
CONTROLS = "[\0-\x08\x0b\x0e-\x1f\x7f]"


@pytest.mark.parametrize("name", ["builtin", "bleach", "nh3"])
def test_names(name: str) -> None:
    """Known by name; canonical HTML passes, origins included."""
    source = POST.replace("\x01", "")
    assert parse_article(source, sanitizer=name) == parse_article(source)


def test_bleach_replaces_control_characters() -> None:
    """Its one change to canonical HTML: a character out, a question mark in, both written down."""
    article = parse_article(POST, sanitizer="bleach")
    assert article.blocks[-1].origin.rule == "sanitizer:bleach"
    assert [(drop.rule, drop.size) for drop in article.dropped] == [("sanitizer:bleach", 1)]
    assert [(note.code, note.text) for note in article.notes] == [
        ("sanitizer-added", "sanitizer:bleach: 1 characters, 0 pictures")
    ]


def test_bleach_cleans() -> None:
    """On its own it takes out what is no part of the dialect."""
    _, bleach = plugins.resolve_sanitizer("bleach", Policy())
    assert bleach("<p onclick=x>a<script>b</script><a href='javascript:x'>c</a></p>") == "<p>ab<a>c</a></p>"


@pytest.mark.parametrize("package", ["bleach", "nh3"])
def test_missing_packages(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Say what is needed."""
    real = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:  # noqa: ANN401 - the signature of __import__
        if name == package:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(OptionsError, match=f"needs the package {package}"):
        parse_article("<p>a", sanitizer=package)


@pytest.mark.parametrize("sanitizer", ["nh3000", 3, ""])
def test_unknown_names(sanitizer: Any) -> None:  # noqa: ANN401 - wrong on purpose
    """Are an error before anything is parsed."""
    with pytest.raises(OptionsError, match="unknown sanitizer"):
        parse_article("---\nbroken", sanitizer=sanitizer)


def test_what_a_sanitizer_sees() -> None:
    """The canonical HTML of the whole article, once."""
    seen: list[str] = []
    article = parse_article(POST, sanitizer=lambda html: seen.append(html) or html)  # type: ignore[func-returns-value]
    assert seen == [article.to_html()]


def test_exceptions_are_chained() -> None:
    """The plug-in's own exception is the cause; ours pass."""

    def broken(_: str) -> str:
        message = "boom"
        raise KeyError(message)

    with pytest.raises(PluginError, match=r"'broken' raised KeyError: 'boom'") as caught:
        parse_article(POST, sanitizer=broken)
    assert isinstance(caught.value.__cause__, KeyError)

    def ours(_: str) -> str:
        raise FrontMatterError("x", line=1)

    with pytest.raises(FrontMatterError):
        parse_article(POST, sanitizer=ours)


def test_other_types_are_refused() -> None:
    """A sanitizer returns a string."""
    with pytest.raises(PluginError, match="returned NoneType, not str"):
        parse_article(POST, sanitizer=lambda _: None)  # type: ignore[arg-type,return-value]


def test_removed_blocks() -> None:
    """Others keep their origin; what is gone is dropped at its place, under the name."""

    def cut(html: str) -> str:
        return "\n".join(line for line in html.split("\n") if not line.startswith("<figure"))

    before, after = parse_article(POST), parse_article(POST, sanitizer=cut)
    assert after.blocks == (*before.blocks[:2], *before.blocks[3:])
    (drop,) = after.dropped
    assert (drop.reason, drop.rule, drop.line, drop.size, drop.media, drop.excerpt) == (
        "sanitizer",
        "sanitizer:cut",
        5,
        1,
        1,
        "D",
    )
    assert after.notes == before.notes


def test_rewritten_blocks() -> None:
    """Take the sanitizer's name at every depth and have no line."""

    def shout(html: str) -> str:
        return html.replace("<li>e", "<li>E").replace("<strong>", "").replace("</strong>", "")

    article = parse_article(POST, sanitizer=shout)
    rules = [block.origin.rule for block in article.blocks]
    assert rules == ["heading", "sanitizer:shout", "figure", "sanitizer:shout", "paragraph"]
    assert '"line":null,"rule":"sanitizer:shout"' in article.to_json()
    assert "rule='list'" not in repr(article.blocks[3])
    assert [note.text for note in article.notes] == [
        "sanitizer:shout: markup only",
        "sanitizer:shout: 1 characters, 0 pictures",
    ]


def test_everything_removed() -> None:
    """An empty string is an empty article with a full ledger."""
    article = parse_article(POST, sanitizer=lambda _: "")
    assert article.blocks == ()
    assert sum(drop.size for drop in article.dropped) == len("AbcDefghi\x01")
    assert sum(drop.media for drop in article.dropped) == 1


def test_a_sanitizer_cannot_bring_in_what_the_policy_forbids() -> None:
    """Its output is read under the same policy."""
    article = parse_article(
        POST, sanitizer=lambda html: html + "<p onclick=x><a href='javascript:x'>j</a><img src='javascript:y'></p>"
    )
    assert "javascript" not in article.to_html()
    assert article.links == ()


def test_equal_blocks_are_matched_in_order() -> None:
    """Of three equal paragraphs two come back: the first two."""
    source = "<p>a</p>\n<p>a</p>\n<p>a</p>"
    article = parse_article(source, sanitizer=lambda html: html[: html.rindex("<p>")])
    assert [block.origin.line for block in article.blocks] == [1, 2]
    assert [drop.line for drop in article.dropped] == [3]


def test_callables_are_named() -> None:
    """By `__name__`, else by type."""

    class Cleaner:
        def __call__(self, html: str) -> str:
            return html.replace("b ", "")

    article = parse_article("<p>b c", sanitizer=Cleaner())
    assert article.blocks[0].origin.rule == "sanitizer:Cleaner"


def test_bleach_keeps_candidates_and_captions_of_galleries() -> None:
    """The canonical dialect of pictures passes unchanged."""
    html = (
        "<p>a</p><figure><figure><img src=a.png srcset='b.png 2x'><figcaption>A</figcaption></figure>"
        "<img src=c.png><figcaption>B</figcaption></figure>"
    )
    assert parse_article(html, sanitizer="bleach") == parse_article(html)


@given(strategies.posts)
def test_builtin_leaves_canonical_html_alone(source: str) -> None:
    """Which is why an Article that is asked for with it is the one without: the walk has built it under the same policy."""
    html = parse_article(source).to_html()
    assert sanitize(html) == re.sub(CONTROLS, "", html)


@pytest.mark.parametrize("name", ["builtin", "bleach", "nh3"])
def test_threads(name: str) -> None:
    """Articles of several threads do not meet, whatever the sanitizer keeps to itself."""
    sources = [POST.replace("b <b>c", f"{at} <b>c") for at in range(16)] * 8
    alone = [parse_article(source, sanitizer=name) for source in sources]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda source: parse_article(source, sanitizer=name), sources)) == alone


def test_nh3_never_gets_drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor formulas: what went wrong in it so far took SVG or MathML that was allowed."""
    nh3 = pytest.importorskip("nh3", reason="nh3 is an extra")
    seen: dict[str, Any] = {}
    monkeypatch.setattr(nh3, "clean", lambda html, **options: seen.update(options) or html)
    for policy in (NEWS, STRICT, EMBEDS):
        sanitize("a", backend="nh3", policy=policy)
        assert seen["tags"].isdisjoint({"svg", "math", "script", "style", "foreignobject", "annotation-xml", "mglyph"})
        assert seen["link_rel"] is None


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["builtin", "nh3", "bleach"])
def test_posts_keep_their_blocks(shared: Path, name: str) -> None:
    """All of them; bleach alone changes something: it writes a question mark for each control character."""
    for path in sorted(path for path in (shared / "corpus").rglob("*") if path.is_file() and "posts" in path.parent.as_posix()):
        try:
            article = parse_article(path.read_bytes())
        except InputError:
            continue
        if name == "builtin":
            clean = article.to_html()
            assert sanitize(clean) == re.sub(CONTROLS, "", clean), path
        cleaned = parse_article(path.read_bytes(), sanitizer=name)
        if name != "bleach" or not re.search(CONTROLS, article.to_html().replace("\f", "\0")):
            assert cleaned == article, path


@pytest.mark.corpus
@pytest.mark.parametrize("backend", ["builtin", "nh3", "bleach"])
def test_vectors(shared: Path, backend: str) -> None:
    """Of the shared attacks nothing is left, and a second pass changes nothing."""
    for line in (shared / "security" / "vectors.jsonl").read_text("utf-8").splitlines():
        vector = json.loads(line)["payload"]
        clean = sanitize(vector, backend=backend)
        assert not unsafe_parts(clean), vector
        assert sanitize(clean, backend=backend) == clean, vector
