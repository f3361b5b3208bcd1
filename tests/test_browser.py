"""What a browser does with our output: shows it, and nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean import NEWS, STRICT, InputError, parse_article, sanitize
from newsclean.testing.attacks import attacks
from newsclean.testing.samples import BENIGN, CANONICAL
from tests.browser import MODES, Browser, Mode, browser
from tests.cases import cases

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]

LIVE = (
    ("<img src=x onerror=ran()>", "ran"),
    ("<img src=x onerror=Math.abs(1)>", "policy: script-src-attr"),
    ("<svg onload=ran()></svg>", "ran"),
    ("<iframe srcdoc='<script>parent.ran()</script>'></iframe>", "<iframe>"),
    ("<a href=' java\tscript:ran()'>x</a>", "<a href="),
    ("<a href=/ target=_blank>x</a>", "without noopener"),
    ("<p id=location>x</p>", "<p id=location>"),
    ("<p style='background:url(/request)'>x</p>", "<p style>"),
    ("<link rel=stylesheet href=/request>", "request: Stylesheet"),
    ("<video src=/request></video>", "request: Media"),
    ("<img src=x srcset='data:text/html,x 2x'>", "<img srcset="),
)


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    """Give one tab for all tests."""
    with browser() as opened:
        yield opened


@pytest.mark.parametrize(("html", "sign"), LIVE)
@pytest.mark.parametrize("mode", MODES)
def test_the_browser_tells(tab: Browser, html: str, sign: str, mode: Mode) -> None:
    """What is live is found, in every mode: else finding nothing would say nothing."""
    assert any(sign in what for what in tab.look([html], mode).found)


def test_navigation_is_seen(tab: Browser) -> None:
    """A page that leaves by itself."""
    assert tab.look(["<meta http-equiv=refresh content='0;url=/blank?elsewhere'>"], "document").found


def test_scripts_of_documents_are_seen(tab: Browser) -> None:
    """They run where innerHTML runs none."""
    assert "ran" in tab.look(["<script>ran()</script>"], "document").found
    assert any("policy: script-src-elem" in what for what in tab.look(["<script>1</script>"], "document").found)


@pytest.fixture(scope="module")
def grid() -> list[str]:
    """Give the attacks."""
    return list(attacks())


def test_the_grid_is_live(tab: Browser, grid: list[str]) -> None:
    """Raw, it runs scripts hundreds of times."""
    assert sum(what == "ran" for what in tab.look(grid[::20], "innerHTML").found) > 100


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("backend", ["builtin", "bleach", "nh3"])
def test_fragments(tab: Browser, grid: list[str], backend: str, mode: Mode) -> None:
    """Sanitized attacks are harmless, and stay as they were written."""
    if backend == "nh3":
        pytest.importorskip("nh3", reason="nh3 is an extra")
    clean = sorted({sanitize(attack, backend=backend) for attack in (*grid, *BENIGN)})
    seen = tab.look(clean, mode)
    assert seen.found == ()
    assert [html for html in seen.changed if "&#13;" not in html] == []


@pytest.mark.parametrize("mode", MODES)
def test_articles(tab: Browser, grid: list[str], mode: Mode) -> None:
    """Posts that attack, posts of the fixtures."""
    posts = [
        *(f"---\ntitle: x\n---\n{attack}".encode("utf-8", "replace") for attack in grid),
        *(case.source for case in cases("post")),
    ]
    assert tab.look(sorted({parse_article(post).to_html() for post in posts}), mode).found == ()


@pytest.mark.parametrize("mode", MODES)
def test_canonical_html_is_read_as_written(tab: Browser, mode: Mode) -> None:
    """Chromium serialises it to the same string."""
    assert tab.look(CANONICAL, mode) == ((), ())


def test_markdown(tab: Browser, grid: list[str]) -> None:
    """Rendered with HTML let through, the Markdown of posts that attack is harmless."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    pages = sorted({reader.render(parse_article(f"---\ntitle: x\n---\n{attack}").to_markdown()) for attack in grid})
    assert tab.look(pages, "document").found == ()


@pytest.mark.corpus
@pytest.mark.parametrize("mode", MODES)
def test_shared_vectors(tab: Browser, shared: Path, mode: Mode) -> None:
    """The attacks of all lists, under two policies."""
    lines = (shared / "security" / "vectors.jsonl").read_text("utf-8").splitlines()
    payloads = [json.loads(line)["payload"] for line in lines]
    clean = sorted({sanitize(payload, policy=policy) for payload in payloads for policy in (NEWS, STRICT)})
    assert tab.look(clean, mode).found == ()


@pytest.mark.corpus
def test_shared_posts(tab: Browser, shared: Path) -> None:
    """Real posts, every eighth: they show pictures and ask for nothing else."""
    pages: list[str] = []
    for path in sorted(path for path in (shared / "corpus").rglob("*.*") if path.is_file() and path.parent.parent != shared)[
        ::8
    ]:
        try:
            pages.append(parse_article(path.read_bytes()).to_html())
        except InputError:
            continue
    assert len(pages) > 200
    assert tab.look(pages, "innerHTML").found == ()
