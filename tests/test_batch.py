"""Many posts in one process: what comes out, in which order, what is asked of the source, and what a bad post costs."""

import io
import sys
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest

from newsclean import (
    Article,
    BatchError,
    BatchOptions,
    Failure,
    InputError,
    LimitError,
    Options,
    OptionsError,
    PluginError,
    Source,
    SourceError,
    parse_article,
    parse_many,
    parse_many_json,
)
from tests.batch_plugins import failing

WAYS = pytest.mark.parametrize("way", [parse_many, parse_many_json])


def test_every_kind_of_source() -> None:
    """Texts, bytes, pairs of a name and either, a path as a name, a Source with all that is known."""
    gbk = "<p>水".encode("gbk")
    sources: list[Any] = [
        "<p>a",
        b"<p>b",
        ("c.md", "<p>c"),
        (Path("d.md"), b"<p>d"),
        Source("e", gbk, "https://example.org/e", "gb2312"),
    ]
    articles = list(parse_many(sources, on_error="raise"))
    assert [article.text for article in articles if isinstance(article, Article)] == ["a", "b", "c", "d", "水"]
    assert isinstance(articles[4], Article)
    assert articles[4].url == "https://example.org/e"


@pytest.mark.parametrize("hint", ["utf-7", "none such", ""])
def test_a_hint_that_means_nothing_is_not_heard(hint: str) -> None:
    """As browsers do with a charset that they do not know."""
    (article,) = parse_many([Source("a", "<p>é".encode(), encoding=hint)])
    assert isinstance(article, Article)
    assert article.text == "é"


def test_an_address_as_it_was_asked_for() -> None:
    """What a crawler writes down is brought to the form that the policy gives; what no policy allows is a failure."""
    kept, refused = parse_many([Source("a", "<p><a href=b>c</a>", " https://example.org/\na "), Source("b", "<p>", "x:y")])
    assert isinstance(kept, Article)
    assert isinstance(refused, Failure)
    assert (kept.url, kept.links[0].href) == ("https://example.org/a", "https://example.org/b")
    assert refused.kind == "OptionsError"


def test_a_failure_has_its_place() -> None:
    """Name, number, kind, words, line and column; all others are articles."""
    sources = [
        "<p>a",
        ("b.md", "---\na: b: c\n---\n<p>b"),
        5,
        ("d.md", 7),
        ("e\udcff", SourceError("gone", line=3, column=4)),
        "<p>f",
    ]
    found = list(parse_many(sources, options=Options(front_matter="strict")))  # type: ignore[arg-type]
    assert [type(item) for item in found] == [Article, Failure, Failure, Failure, Failure, Article]
    failures = [item for item in found if isinstance(item, Failure)]
    assert [(item.source, item.index, item.kind, item.line, item.column) for item in failures] == [
        ("b.md", 1, "FrontMatterError", 2, 5),
        (None, 2, "InputError", None, None),
        ("d.md", 3, "InputError", None, None),
        ("e\ufffd", 4, "SourceError", 3, 4),
    ]
    assert failures[0].message.startswith("line 2, column 5: mapping values are not allowed")
    assert "not int" in failures[1].message


def test_whatever_is_raised_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plug-ins, limits, and errors of our own that should not be."""
    options = BatchOptions(sanitizer=failing, max_chars=20)
    found = list(parse_many(["<p>RAISE", "<p>" + "a" * 30, "<p>a"], options=options))
    assert [item.kind for item in found if isinstance(item, Failure)] == ["PluginError", "LimitError"]

    def broken(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("newsclean.batch.attempt.parse", broken)
    assert [item.kind for item in parse_many(["<p>a"]) if isinstance(item, Failure)] == ["MemoryError"]


def test_raise() -> None:
    """The first failure ends the run, with its record and the error itself."""
    found = parse_many([("a", "<p>a"), ("b", "")], on_error="raise")
    next(found)
    with pytest.raises(BatchError, match=r"^b \(post 1\): InputError: the source is empty$") as caught:
        next(found)
    assert caught.value.failure == Failure(source="b", index=1, kind="InputError", message="the source is empty")
    assert isinstance(caught.value.__cause__, InputError)
    with pytest.raises(BatchError, match=r"^post 0: "):
        list(parse_many_json([""], on_error="raise"))


@WAYS
def test_a_function_gets_failures(way: Callable[..., Iterator[object]]) -> None:
    """They are left out then."""
    failures: list[Failure] = []
    assert len(list(way(["", "<p>a", ""], on_error=failures.append))) == 1
    assert [failure.index for failure in failures] == [0, 2]


def test_lines() -> None:
    """One a post, each with its line feed: the JSON of the article, and of the failure."""
    sources = [("a\n.md", "<p>a\u2028</p><pre>\n\nb</pre>"), ("b", "")]
    lines = list(parse_many_json(sources))
    assert lines[0] == parse_article("<p>a\u2028</p><pre>\n\nb</pre>").to_json().encode() + b"\n"
    failure = b'{"source":"b","index":1,"kind":"InputError","message":"the source is empty","line":null,"column":null}'
    assert lines[1] == b'{"failure":' + failure + b"}\n"
    named = list(parse_many_json(sources, options=BatchOptions(lines="named")))
    assert named == [b'{"source":"a\\n.md","index":0,"article":' + lines[0].rstrip() + b"}\n", lines[1]]
    stream = io.BytesIO()
    stream.writelines(parse_many_json(sources))
    assert stream.getvalue().count(b"\n") == 2


@WAYS
def test_nothing_is_taken_ahead(way: Callable[..., Iterator[object]]) -> None:
    """A source without end; of it no more than was asked for."""
    taken = []

    def endless() -> Iterator[str]:
        for number in count():
            taken.append(number)
            yield f"<p>{number}"

    found = way(endless())
    assert taken == []
    assert len(list(islice(found, 5))) == 5
    assert taken == [0, 1, 2, 3, 4]


@WAYS
@pytest.mark.parametrize("workers", [1, 2])
def test_what_the_source_raises(way: Callable[..., Iterator[object]], workers: int) -> None:
    """Comes after all that it gave before."""

    def broken() -> Iterator[str]:
        yield from ["<p>a", "<p>b"]
        message = "the disk is gone"
        raise OSError(message)

    found = way(broken(), workers=workers)
    assert len([next(found), next(found)]) == 2
    with pytest.raises(OSError, match="the disk is gone"):
        next(found)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_function_is_told_the_progress(workers: int) -> None:
    """Once a post, failures too; the number of all where it is known."""
    told: list[tuple[int, int | None]] = []
    list(parse_many(["<p>a", "", "<p>b"], workers=workers, progress=lambda *numbers: told.append(numbers)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    told.clear()
    list(parse_many_json(iter(["<p>a"]), workers=workers, on_error=print, progress=lambda *numbers: told.append(numbers)))
    assert told == [(1, None)]


def test_a_bar(capsys: pytest.CaptureFixture[str]) -> None:
    """tqdm's, which starts no thread: workers may be forked beside it."""
    tqdm = pytest.importorskip("tqdm")
    list(parse_many(["<p>a", "<p>b"], progress=True))
    assert "2/2" in capsys.readouterr().err
    assert tqdm.tqdm.monitor is None


def test_no_bar_without_tqdm(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that says what to install, at the call."""
    monkeypatch.setitem(sys.modules, "tqdm", None)
    with pytest.raises(OptionsError, match=r"newsclean\[progress\]"):
        parse_many([], progress=True)


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"workers": 0}, OptionsError, "workers"),
        ({"workers": "2"}, OptionsError, "workers"),
        ({"on_error": "ignore"}, OptionsError, "on_error"),
        ({"progress": 5}, OptionsError, "progress"),
        ({"options": {}}, OptionsError, "options"),
        ({"options": BatchOptions(sanitizer="none such")}, OptionsError, "unknown sanitizer"),
        ({"options": Options(rules=("a",))}, OptionsError, "a row of the options"),
        (
            {"workers": 2, "options": BatchOptions(sanitizer=lambda html: html)},
            OptionsError,
            "sanitizer cannot be sent.*workers=1",
        ),
    ],
)
@WAYS
def test_wrong_arguments(way: Callable[..., object], arguments: dict[str, Any], error: type[Exception], words: str) -> None:
    """At the call, not at the first post, and not once a post."""
    with pytest.raises(error, match=words):
        way(["<p>a"], **arguments)


@WAYS
def test_a_mapping_is_no_iterable_of_posts(way: Callable[..., object]) -> None:
    """Its names would be read."""
    with pytest.raises(InputError, match=r"items\(\)"):
        way({"a.md": "<p>a"})


@WAYS
@pytest.mark.parametrize("one", ["<p>a", b"<p>a", Source("a", "<p>a"), 5])
def test_one_post_is_not_many(way: Callable[..., object], one: object) -> None:
    """A string would be read letter by letter."""
    with pytest.raises(InputError, match="parse_article reads one"):
        way(one)


@pytest.mark.parametrize("name", ["start_method", "lines", "chunk_chars", "window_chars"])
def test_wrong_options(name: str) -> None:
    """As for all other options."""
    with pytest.raises(OptionsError, match=name):
        BatchOptions(**{name: 0})  # type: ignore[arg-type]  # that is the point


def test_a_sanitizer_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One error at the call, not one for each post."""
    monkeypatch.setitem(sys.modules, "nh3", None)
    with pytest.raises(OptionsError, match=r"newsclean\[nh3\]"):
        parse_many([], options=BatchOptions(sanitizer="nh3"))


@pytest.mark.parametrize(
    "error",
    [
        SourceError("gone", line=3, column=4),
        LimitError("much", option="max_chars", allowed=1),
        BatchError("over", Failure(index=0, kind="a", message="b")),
        PluginError("x"),
    ],
)
def test_errors_cross_processes(error: Exception) -> None:
    """With all that they hold."""
    import pickle

    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))
