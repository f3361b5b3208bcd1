"""Writers by name: ours, and those of other packages, found by their entry points."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean import Article, OptionsError, PluginError, entry_points
from newsclean.cli import main
from newsclean.models.blocks import Heading, Paragraph
from newsclean.renderers.named import OWN, resolve

ARTICLE = Article(title="Dam", blocks=(Heading(text="Water", level=2), Paragraph(text="It flows.")))
MODULE = """
from newsclean import InputError

def shout(article, *, sign="!"):
    return article.text.upper() + sign

def number(article):
    return len(article.blocks)

def fails(article):
    raise KeyError(article.title)

def refuses(article):
    raise InputError("too dull")

def of_two(article, other):
    return ""

def of_names(*, article):
    return ""

CONSTANT = 3
"""
ENTRY_POINTS = """
[newsclean.renderers]
shout = loud_writers:shout
number = loud_writers:number
fails = loud_writers:fails
refuses = loud_writers:refuses
of-two = loud_writers:of_two
of-names = loud_writers:of_names
constant = loud_writers:CONSTANT
missing = loud_writers:nothing
nowhere = loud_writers_of_nobody:shout
twice = loud_writers:shout
html = loud_writers:shout
"""
AGAIN = """
[newsclean.renderers]
twice = loud_writers:number
"""


@pytest.fixture(autouse=True)
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install two packages, as pip leaves them."""
    (tmp_path / "loud_writers.py").write_text(MODULE, "utf-8")
    for name, points in (("loud_writers", ENTRY_POINTS), ("louder", AGAIN)):
        folder = tmp_path / f"{name}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
        (folder / "entry_points.txt").write_text(points, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    entry_points._entry_points.cache_clear()
    yield
    entry_points._entry_points.cache_clear()
    sys.modules.pop("loud_writers", None)


def test_ours_by_name() -> None:
    """Each gives what its method gives, with its options."""
    for name in OWN:
        if name == "html":  # a package has taken the name
            continue
        assert ARTICLE.render(name) == getattr(ARTICLE, f"to_{name}")()
    assert ARTICLE.render("text", {"headings": "marked"}) == "## Water\n\nIt flows."
    assert ARTICLE.render("post", {"habit": "hugo", "body": "markdown"}) == ARTICLE.to_post(habit="hugo", body="markdown")


def test_writers_of_other_packages() -> None:
    """By the name of their entry point; options go to them by name."""
    assert ARTICLE.render("shout") == "WATER\n\nIT FLOWS.!"
    assert ARTICLE.render("shout", {"sign": "?"}) == "WATER\n\nIT FLOWS.?"


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("of-two", "renderer 'of-two' from loud_writers:of_two must be a function of one article"),
        ("of-names", "must be a function of one article, and options by name"),
        ("constant", "int is not callable"),
        ("missing", "cannot be loaded from loud_writers:nothing: AttributeError"),
        ("nowhere", "cannot be loaded from loud_writers_of_nobody:shout: ModuleNotFoundError"),
        ("twice", "defined more than once: by loud_writers:number, loud_writers:shout"),
        ("html", "defined more than once: by newsclean itself and loud_writers:shout"),
        ("number", "renderer 'number' returned int, not str"),
        ("fails", "renderer 'fails' raised KeyError: 'Dam'"),
    ],
)
def test_what_cannot_be_used(name: str, problem: str) -> None:
    """With the names of who is to blame, and what was raised as the cause."""
    with pytest.raises(PluginError, match=problem) as caught:
        ARTICLE.render(name)
    if name == "fails":
        assert isinstance(caught.value.__cause__, KeyError)


def test_errors_of_ours_pass() -> None:
    """A writer may raise them as we do."""
    with pytest.raises(ValueError, match=r"^too dull$"):
        ARTICLE.render("refuses")


@pytest.mark.parametrize(
    ("name", "options", "problem"),
    [
        ("nothing", {}, r"unknown renderer 'nothing'; known are 'html', .* and the entry points 'newsclean\.renderers'"),
        (3, {}, "unknown renderer 3"),
        ("shout", {"size": 3}, "renderer 'shout' does not take these options: .*'size'"),
        ("markdown", {"width": 3}, "renderer 'markdown' does not take these options: .*'width'"),
        ("markdown", {"figures": "svg"}, "figures must be 'markdown' or 'html', not 'svg'"),
        ("markdown", {"header": "wordpress"}, "habit must be 'hexo' or 'jekyll' or 'hugo', not 'wordpress'"),
        ("post", {"habit": "wordpress"}, "habit must be"),
        ("post", {"body": "text"}, "body must be 'html' or 'markdown', not 'text'"),
        ("jsonld", {"kind": "Recipe"}, "kind must be 'NewsArticle' or 'Article' or 'BlogPosting', not 'Recipe'"),
    ],
)
def test_wrong_calls(name: str, options: dict[str, object], problem: str) -> None:
    """Names and options come from settings: they are refused with what there is."""
    with pytest.raises(OptionsError, match=problem):
        ARTICLE.render(name, options)


def test_chunks_by_what_there_is() -> None:
    """The same for what is no writer of text."""
    with pytest.raises(OptionsError, match="by must be 'section' or 'block', not 'page'"):
        ARTICLE.chunks(by="page")  # type: ignore[arg-type]  # on purpose


def test_on_the_command_line(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """As a format; a writer that fails is exit code 1, a name that is none 2."""
    post = tmp_path / "post.md"
    post.write_text("<p>It flows.", "utf-8")
    assert main([str(post), "--format", "shout"]) == 0
    assert capsysbinary.readouterr().out == b"IT FLOWS.!\n"
    assert main([str(post), "--format", "number"]) == 1
    assert b"returned int, not str" in capsysbinary.readouterr().err
    assert main([str(post), "--format", "constant"]) == 1
    with pytest.raises(SystemExit) as caught:
        main([str(post), "--format", "nothing"])
    assert caught.value.code == 2


def test_a_name_is_resolved_once() -> None:
    """To the function itself."""
    assert resolve("text") is Article.to_text
    assert resolve("shout").__module__ == "loud_writers"
