"""`python -m newsclean`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsclean import Article
from newsclean.cli import main

POST = "---\ntitle: 水\n---\n<p>a <a href=b>c</a><script>d</script>"


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """A post on disk."""
    path = tmp_path / "post.md"
    path.write_text(POST, "utf-8")
    return path


def test_json(post: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """The default: the whole article, readable back."""
    assert main([str(post), "--url", "https://example.org/", "--sanitizer", "bleach"]) == 0
    article = Article.model_validate_json(capsysbinary.readouterr().out)
    assert (article.title, article.links[0].href) == ("水", "https://example.org/b")


def test_html(post: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """The body in the canonical dialect."""
    assert main([str(post), "--format", "html"]) == 0
    assert capsysbinary.readouterr().out == b'<p>a <a href="b">c</a></p>\n'


def test_post(post: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """A post again, as one generator has it."""
    assert main([str(post), "--format", "post", "--habit", "hugo"]) == 0
    printed = capsysbinary.readouterr().out.decode()
    assert printed == '---\ntitle: 水\nnewsclean: hugo-1\n---\n<p>a <a href="b">c</a></p>\n\n'


def test_errors(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file, the place and the line itself, exit code 1; a wrong call is 2."""
    post.write_text("---\na: b: c\n---\n", "utf-8")
    assert main([str(post), "--strict"]) == 1
    message = "line 2, column 5: mapping values are not allowed in this context\n  a: b: c\n      ^\n"
    assert capsys.readouterr().err == f"newsclean: {post}: {message}"
    assert main([str(post)]) == 0
    assert "header-repaired:colon" in capsys.readouterr().out
    assert main([str(post.parent / "none.md")]) == 1
    assert "none.md" in capsys.readouterr().err
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2


def test_as_a_module(post: Path) -> None:
    """In a process of its own, whatever the encoding of the terminal."""
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(Path(__file__).parent.parent / "src")}
    done = subprocess.run([sys.executable, "-m", "newsclean", str(post)], capture_output=True, check=True, env=environment)
    assert json.loads(done.stdout)["title"] == "水"


@pytest.mark.parametrize(("form", "printed"), [("markdown", b"a [c](b)\n"), ("text", b"a c\n")])
def test_markdown_and_text(post: Path, capsysbinary: pytest.CaptureFixture[bytes], form: str, printed: bytes) -> None:
    """The body in these formats."""
    assert main([str(post), "--format", form]) == 0
    assert capsysbinary.readouterr().out == printed


def test_encoding(post: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """For files that do not say theirs; a name that means nothing is a wrong call."""
    post.write_bytes("<p>Плотина открыта.".encode("koi8-r"))
    assert main([str(post), "--encoding", "KOI8-R", "--format", "text"]) == 0
    assert capsysbinary.readouterr().out.decode() == "Плотина открыта.\n"
    with pytest.raises(SystemExit) as caught:
        main([str(post), "--encoding", "utf-7"])
    assert caught.value.code == 2


@pytest.mark.parametrize("option", [["--url", "news"], ["--encoding", "utf-7"], ["--format", "xml"]])
def test_wrong_calls(post: Path, option: list[str]) -> None:
    """No fault of the post."""
    with pytest.raises(SystemExit) as caught:
        main([str(post), *option])
    assert caught.value.code == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_output_that_cannot_be_written(post: Path) -> None:
    """One line instead of a traceback; nothing where the reader has read enough."""
    command = [sys.executable, "-m", "newsclean", str(post)]
    environment = {"PYTHONPATH": str(Path(__file__).parent.parent / "src")}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, env=environment)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert done.stderr.startswith(b"newsclean: standard output: ")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, env=environment)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(os.name != "posix", reason="as POSIX shells close it")
def test_output_that_is_closed(post: Path) -> None:
    """As in `newsclean post.md >&-`: one line, and nothing at all where that has no place to go either."""
    command = f"'{sys.executable}' -m newsclean"
    environment = {"PYTHONPATH": str(Path(__file__).parent.parent / "src")}
    for arguments, told in (
        (f"'{post}' >&-", b"newsclean: standard output: it is closed\n"),
        (f"'{post}' >&- 2>&-", b""),
        (f"'{post}-' 2>&-", b""),
    ):
        done = subprocess.run(f"{command} {arguments}", shell=True, capture_output=True, check=False, env=environment)  # noqa: S602 - only a shell closes it
        assert (done.returncode, done.stdout, done.stderr) == (1, b"", told)


@pytest.mark.parametrize(("form", "named"), [("jsonld", ("headline", "水")), ("ninjs", ("type", "text"))])
def test_formats_of_other_systems(
    post: Path, capsysbinary: pytest.CaptureFixture[bytes], form: str, named: tuple[str, str]
) -> None:
    """JSON of an article."""
    assert main([str(post), "--format", form]) == 0
    assert named in json.loads(capsysbinary.readouterr().out).items()
