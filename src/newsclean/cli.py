"""The command line: one post in; JSON, HTML, Markdown, text, a post, JSON-LD, ninjs or what another package writes out."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from newsclean.api import parse_article
from newsclean.errors import NewscleanError, OptionsError
from newsclean.habits import HABITS, Habit
from newsclean.models.article import Article
from newsclean.options import Options
from newsclean.renderers.named import resolve

_FORMATS = ("json", "html", "markdown", "text", "post", "jsonld", "ninjs")
_INDENTED = frozenset({"json", "jsonld", "ninjs"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse one post and print it; the exit code is 0, 1 for what cannot be read or written, 2 for a wrong call."""
    parser = argparse.ArgumentParser(prog="newsclean", description="Print a front-matter HTML post as a typed article.")
    parser.add_argument("post", type=Path, help="the file of the post")
    names = f"{', '.join(_FORMATS)}, or a writer of an installed package"
    parser.add_argument("--format", metavar="NAME", default="json", help=f"what to print: {names} (default: json)")
    parser.add_argument("--habit", choices=tuple(HABITS), default="hexo", help="whose keys a post has (default: hexo)")
    parser.add_argument("--url", help="the post's own address, for relative links")
    parser.add_argument("--sanitizer", choices=("builtin", "bleach", "nh3"), help="a second wall behind the policy")
    parser.add_argument("--encoding", help="what the file is encoded in, where it does not say so itself")
    parser.add_argument("--strict", action="store_true", help="refuse a broken header instead of repairing it")
    given = parser.parse_args(arguments)
    try:
        options = Options(encoding=given.encoding, front_matter="strict" if given.strict else "repair")
    except OptionsError as error:
        parser.error(str(error))
    try:
        resolve(given.format)
        article = parse_article(given.post.read_bytes(), url=given.url, sanitizer=given.sanitizer, options=options)
        written = _written(article, given.format, given.habit)
    except OptionsError as error:
        parser.error(str(error))
    except (OSError, NewscleanError) as error:
        return _failed(f"{given.post}: {error}")
    return _printed(written)


def _printed(text: str) -> int:
    """Print a text; give the exit code."""
    if sys.stdout is None:  # `newsclean post.md >&-`
        return _failed("standard output: it is closed")
    try:
        # Bytes: a terminal set to another encoding must not turn an article into an error.
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode() + b"\n")
        sys.stdout.buffer.flush()
    except OSError as error:
        # What is left in the buffer must not fail once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        # `newsclean post.md | head` has what it wants.
        return 1 if isinstance(error, BrokenPipeError) else _failed(f"standard output: {error}")
    return 0


def _failed(problem: str) -> int:
    """Say what cannot be read or written; give the exit code."""
    if sys.stderr is not None:  # `print` would take standard output instead
        print(f"newsclean: {problem}", file=sys.stderr)
    return 1


def _written(article: Article, form: str, habit: Habit) -> str:
    options: dict[str, object] = {"indent": 2} if form in _INDENTED else {"habit": habit} if form == "post" else {}
    return article.render(form, options)
