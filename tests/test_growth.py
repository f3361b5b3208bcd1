"""Time grows linearly in the input: counted in executed lines, which are the same on every machine."""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

import pytest

from newsclean import parse_article

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
    "drops": lambda n: "<svg><text>a</text></svg>" * n,
    "nested-drops": lambda n: "<svg>a" * n,
    "text-in-table": lambda n: "<table>" + "a<tr>b<td>c" * n,
    "attributes-of-many": lambda n: "<a href='javascript:x'>a</a>" * n,
    "header-keys": lambda n: "---\n" + "".join(f"k{at}: v\n" for at in range(n)) + "---\n<p>a",
    "header-duplicates": lambda n: "---\n" + "k: v\n" * n + "---\n<p>a",
    "delimiters": lambda n: "---\na: b\n---\n" + "---\n" * n,
}
SMALL, FACTOR = 100, 4
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
    article.to_markdown()
    article.to_text()
    _ = article.sections, article.text


@pytest.mark.parametrize("name", GENERATORS)
def test_work_is_linear(name: str) -> None:
    """Four times the input, four times the lines."""
    make = GENERATORS[name]
    parse_article("<p>a")
    small, large = (lines_executed(partial(parse_and_use, make(size))) for size in (SMALL, SMALL * FACTOR))
    assert large <= MOST * small, (small, large)


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
