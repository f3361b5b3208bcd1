"""Readers of files: what they give, in which order, what they hold, and what damaged files cost."""

import gzip
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsclean import Article, Failure, OptionsError, Source, SourceError, parse_many
from newsclean.sources import read_folder, read_json_lines, read_warc
from newsclean.sources.streams import opened

zstd = pytest.importorskip("backports.zstd" if sys.version_info < (3, 14) else "compression.zstd")
COMPRESSIONS = pytest.mark.parametrize("compress", [bytes, gzip.compress, zstd.compress], ids=["plain", "gzip", "zstd"])


def problems(sources: list[Source]) -> list[tuple[str | None, str]]:
    """Give names and words of what could not be read."""
    return [(source.name, str(source.content)) for source in sources if isinstance(source.content, SourceError)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Posts in folders, and what is none."""
    for name in (
        "b.md",
        "a.md",
        "a/z.md",
        "a/b/c.html",
        "a.b/x.md",
        "B.md",
        ".hidden.md",
        ".git/y.md",
        "notes.txt",
        "2022/é.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<p>{name}", "utf-8")
    return tmp_path


def names(folder: Path, *pattern: str | tuple[str, ...]) -> list[str | None]:
    """Give the names that a pattern finds."""
    return [source.name for source in read_folder(folder, *pattern)]


def test_folder(folder: Path) -> None:
    """Names are paths in the folder, in the order of their parts; contents are bytes."""
    sources = list(read_folder(folder))
    assert [source.name for source in sources] == [
        "2022/é.md", "B.md", "a/b/c.html", "a/z.md", "a.b/x.md", "a.md", "b.md",
    ]  # fmt: skip
    assert all(source.content == f"<p>{source.name}".encode() for source in sources)
    assert sources == list(read_folder(str(folder)))


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.md", ["B.md", "a.md", "b.md"]),
        ("a/*.md", ["a/z.md"]),
        ("**/?.md", ["2022/é.md", "B.md", "a/z.md", "a.b/x.md", "a.md", "b.md"]),
        ("**/b/**/*.html", ["a/b/c.html"]),
        ("a/**", ["a/b/c.html", "a/z.md"]),
        ("[ab].md", ["a.md", "b.md"]),
        (("*.txt", "b.*"), ["b.md", "notes.txt"]),
        (".*.md", [".hidden.md"]),
        (".git/*", [".git/y.md"]),
        ("none/*.md", []),
    ],
)
def test_patterns(folder: Path, pattern: str | tuple[str, ...], found: list[str]) -> None:
    """One star is a part of a name, two are any folders; what begins with a dot is asked for by a dot."""
    assert names(folder, pattern) == found


def test_links(folder: Path) -> None:
    """Those to files are followed; those to folders are not, as they may go round."""
    (folder / "link.md").symlink_to(folder / "a.md")
    (folder / "round").symlink_to(folder, target_is_directory=True)
    (folder / "gone.md").symlink_to(folder / "none")
    assert names(folder, ("link.md", "round/**", "gone.md")) == ["gone.md", "link.md"]
    assert problems(list(read_folder(folder, "gone.md"))) == [("gone.md", "FileNotFoundError: No such file or directory")]


def test_files_that_cannot_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is an error of its own name; the others are there."""
    (folder / "big.md").write_bytes(b"a" * 30)
    found = list(read_folder(folder, "b*.md", max_bytes=20))
    assert [source.name for source in found] == ["b.md", "big.md"]
    assert problems(found) == [("big.md", "more than 20 bytes (max_bytes)")]
    assert problems(list(read_folder(folder / "none"))) == [
        (str(folder / "none"), "FileNotFoundError: No such file or directory")
    ]

    import os

    scan = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr("os.scandir", refuse)
    found = list(read_folder(folder))
    assert problems(found) == [("a", "PermissionError: Permission denied")]
    assert len(found) == 7


def test_names_that_are_no_text(tmp_path: Path) -> None:
    """A file whose name has no encoding is read; its name can be printed."""
    import os

    try:
        with open(os.fsencode(tmp_path) + b"/\xff.md", "wb") as file:  # noqa: PTH123  # bytes
            file.write(b"")
    except OSError:
        pytest.skip("this file system has no such names")
    (failure,) = parse_many(read_folder(tmp_path))
    assert isinstance(failure, Failure)
    assert failure.source == "\ufffd.md"


def test_a_deep_folder(tmp_path: Path) -> None:
    """Nothing recurses."""
    path = tmp_path.joinpath(*["d"] * 300)
    path.mkdir(parents=True)
    (path / "a.md").write_text("a", "utf-8")
    assert names(tmp_path) == ["d/" * 300 + "a.md"]


@COMPRESSIONS
def test_compressed_files(tmp_path: Path, compress: Callable[[bytes], bytes]) -> None:
    """Known by their first bytes, whatever their names say; several members follow one another."""
    (tmp_path / "a.md").write_bytes(compress(b"<p>a") + compress(b"<p>b"))
    (source,) = read_folder(tmp_path)
    assert source.content == b"<p>a<p>b"


def test_bombs_and_damages(tmp_path: Path) -> None:
    """No more is decompressed than may be; what ends early is no post."""
    (tmp_path / "bomb.md").write_bytes(gzip.compress(b"a" * 1_000_000))
    (tmp_path / "early.md").write_bytes(gzip.compress(b"<p>water" * 100)[:-9])
    (tmp_path / "early2.md").write_bytes(zstd.compress(b"<p>water" * 100)[:-9])
    (tmp_path / "no.md").write_bytes(b"\x1f\x8b" + b"x" * 30)
    (tmp_path / "no2.md").write_bytes(b"\x28\xb5\x2f\xfd" + b"x" * 30)
    found = problems(list(read_folder(tmp_path, max_bytes=10_000)))
    assert [name for name, _ in found] == ["bomb.md", "early.md", "early2.md", "no.md", "no2.md"]
    assert [words.partition(":")[0] for _, words in found] == [
        "more than 10000 bytes (max_bytes)", "EOFError", "EOFError", "BadGzipFile", "ZstdError",
    ]  # fmt: skip


def test_zstandard_without_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure that says what to install; other files are read."""
    (tmp_path / "a.md").write_bytes(zstd.compress(b"<p>a"))
    (tmp_path / "b.md").write_bytes(b"<p>b")
    monkeypatch.setitem(sys.modules, "backports", None)
    monkeypatch.setitem(sys.modules, "compression", None)
    found = list(read_folder(tmp_path))
    assert found[1].content == b"<p>b"
    assert "newsclean[zstd]" in problems(found)[0][1]


@COMPRESSIONS
def test_json_lines(tmp_path: Path, compress: Callable[[bytes], bytes]) -> None:
    """A field is the post, others may name it and its address; empty lines are none."""
    lines = [
        json.dumps({"id": number, "html": f"<p>{number}\n水", "at": f"https://example.org/{number}"}) for number in range(3)
    ]
    path = tmp_path / "posts.jsonl"
    path.write_bytes(compress(("\ufeff" + "\n\n".join(lines)).encode()))
    found = list(read_json_lines(path, content="html", name="id", url="at"))
    assert found == [Source(str(number), f"<p>{number}\n水", f"https://example.org/{number}") for number in range(3)]
    assert [source.name for source in read_json_lines(path, content="html")] == [f"{path}:{line}" for line in (1, 3, 5)]


def test_bad_lines() -> None:
    """Each is an error with line and column, and the next line is read."""
    lines = [
        b'{"html": "a"}', b'{"html": }', b"[]", b'{"id": "x"}', b'{"html": 5, "id": "y"}', b"\xff", b"[" * 100_000,
        b'{"html": ' + b"9" * 5_000 + b"}", b'{"html": "' + b"a" * 200_000 + b'"}', b'{"html": "\\ud800"}', b'{"html": "z"}',
    ]  # fmt: skip
    found = list(read_json_lines(io.BytesIO(b"\n".join(lines)), content="html", name="id", max_bytes=150_000))
    assert [source.content for source in found if isinstance(source.content, str)] == ["a", "\ud800", "z"]
    errors = [source.content for source in found if isinstance(source.content, SourceError)]
    assert [error.line for error in errors] == [2, 3, 4, 5, 6, 7, 8, 9]
    assert errors[0].column == 10
    assert [str(error) for error in errors][:4] == [
        "line 2, column 10: no JSON: Expecting value",
        "line 3: no object, but list",
        "line 4: field 'html' is missing",
        "line 5: field 'html' is int, not a string",
    ]
    assert str(errors[7]) == "line 9: more than 150000 bytes (max_bytes)"
    assert [source.name for source in found][1:5] == ["<stream>:2", "<stream>:3", "x", "y"]


def test_json_lines_that_end_early(tmp_path: Path) -> None:
    """What comes before is given, then one error of the file; a file that is not there is one too."""
    path = tmp_path / "posts.jsonl.gz"
    lines = b"".join(b'{"html": "%d"}\n' % number for number in range(10_000))
    path.write_bytes(gzip.compress(lines)[:-2_000])
    found = list(read_json_lines(path, content="html"))
    assert len(found) > 5_000
    assert all(source.content == str(number) for number, source in enumerate(found[:-1]))
    assert problems(found)[0][0] == str(path)
    assert "EOFError" in problems(found)[0][1]
    assert "FileNotFoundError" in problems(list(read_json_lines(tmp_path / "none", content="html")))[0][1]


class Endless(io.RawIOBase):
    """A stream without end that counts what is taken."""

    def __init__(self, piece: bytes) -> None:
        self.piece, self.taken = piece, 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Give a piece over and over."""
        start = self.taken % len(self.piece)
        found = (self.piece[start:] + self.piece)[: len(buffer)]
        buffer[: len(found)] = found
        self.taken += len(found)
        return len(found)


def test_streams_are_read_as_needed() -> None:
    """Of one without end a few buffers are read, and it is not closed."""
    stream = Endless(b'{"html": "<p>a"}\n')
    found = read_json_lines(stream, content="html")  # type: ignore[arg-type]  # it has all that is read
    assert stream.taken == 0
    assert [next(found).content for _ in range(3)] == ["<p>a"] * 3
    assert stream.taken < 100_000
    del found
    assert not stream.closed


def test_what_goes_wrong_elsewhere_is_not_hidden(tmp_path: Path) -> None:
    """Errors of a stream are sources' errors; those of the program that reads them are not."""
    (tmp_path / "a").write_bytes(b"a")
    with pytest.raises(KeyError), opened(tmp_path / "a"):
        raise KeyError


def record(
    address: str, body: bytes, content_type: str = "text/html; charset=gbk", *headers: str, kind: str = "response"
) -> bytes:
    """Write a WARC record of an HTTP answer."""
    lines = ["HTTP/1.1 200 OK", f"Content-Type: {content_type}", *headers, f"Content-Length: {len(body)}", "", ""]
    http = "\r\n".join(lines).encode() + body
    fields = [
        "WARC/1.1", f"WARC-Type: {kind}", "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>",
        f"WARC-Target-URI: {address}", "WARC-Date: 2026-01-01T00:00:00Z", "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http)}", "", "",
    ]  # fmt: skip
    return "\r\n".join(fields).encode() + http + b"\r\n\r\n"


@pytest.fixture
def warc() -> list[bytes]:
    """Records of pages, and of what is none."""
    pytest.importorskip("fastwarc")
    page = "<p>水".encode("gbk")
    chunked = b"3\r\n<p>\r\n2\r\n\xcb\xae\r\n0\r\n\r\n"
    return [
        record("https://example.org/a", page),
        record("https://example.org/style", b"p{}", "text/css"),
        record("https://example.org/a", page, kind="request"),
        record("https://example.org/b", gzip.compress(page), "application/xhtml+xml;charset=GBK", "Content-Encoding: gzip"),
        record("https://example.org/c", chunked, "text/html; charset=gbk", "Transfer-Encoding: chunked"),
        record("file:///d", "<p>水".encode(), "text/html"),
    ]


@pytest.mark.parametrize("compress", [bytes, gzip.compress, zstd.compress], ids=["plain", "gzip", "zstd"])
def test_warc(warc: list[bytes], compress: Callable[[bytes], bytes], tmp_path: Path) -> None:
    """Pages that were answered with, decoded, each with its address and what the server called its encoding."""
    path = tmp_path / "pages.warc"
    path.write_bytes(b"".join(map(compress, warc)))
    found = list(read_warc(path))
    assert [(source.name, source.url) for source in found] == [
        *((f"https://example.org/{name}", f"https://example.org/{name}") for name in "abc"), ("file:///d", None),
    ]  # fmt: skip
    articles = [item for item in parse_many(found) if isinstance(item, Article)]
    assert [article.text for article in articles] == ["水"] * 4
    assert [article.url for article in articles] == [source.url for source in found]
    assert found == list(read_warc(io.BytesIO(path.read_bytes())))


def test_pages_that_cannot_be_read(warc: list[bytes]) -> None:
    """Cost themselves."""
    bad = record("https://example.org/bad", b"no gzip", "text/html", "Content-Encoding: gzip")
    bomb = record("https://example.org/bomb", gzip.compress(b"a" * 5_000), "text/html", "Content-Encoding: gzip")
    big = record("https://example.org/big", b"a" * 2_000, "text/html")
    found = list(read_warc(io.BytesIO(warc[0] + bad + big + bomb + warc[3]), max_bytes=1_000))
    assert [source.name for source in found] == [f"https://example.org/{name}" for name in ("a", "bad", "big", "bomb", "b")]
    assert [name for name, _ in problems(found)] == [f"https://example.org/{name}" for name in ("bad", "big", "bomb")]
    assert [words for _, words in problems(found)][1:] == ["more than 1000 bytes (max_bytes)"] * 2


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda records: b"".join(records[:2])[:-10] + b"x" * 50, "Invalid WARC header"),
        (lambda records: (records[0] + records[5])[:-8], "the record ends after"),
        (lambda records: gzip.compress(b"".join(records[:2]))[:-8], "EOFError"),
        (lambda records: gzip.compress(records[0]) + b"\x1f\x8b" + b"x" * 60, "BadGzipFile"),
        (lambda records: zstd.compress(records[0]) + zstd.compress(records[3])[:-30], ""),
    ],
)
def test_damaged_archives(warc: list[bytes], damage: Callable[[list[bytes]], bytes], words: str) -> None:
    """What comes before is given, then an error: never silence, never an exception."""
    found = list(read_warc(io.BytesIO(damage(warc))))
    assert found[0].content == "<p>水".encode("gbk")
    assert problems(found)
    assert words in problems(found)[-1][1]


def test_what_is_no_archive(tmp_path: Path) -> None:
    """An error under the name of the file."""
    pytest.importorskip("fastwarc")
    assert problems(list(read_warc(io.BytesIO(b"hello\n" * 100))))[0][0] == "<stream>"
    assert problems(list(read_warc(tmp_path / "none")))[0][0] == str(tmp_path / "none")
    assert list(read_warc(io.BytesIO(b""))) == []


def test_warc_without_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error at the call that says what to install."""
    monkeypatch.setitem(sys.modules, "fastwarc", None)
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    with pytest.raises(OptionsError, match=r"newsclean\[warc\]"):
        read_warc(io.BytesIO())
