"""Writers by name: our own, and those of other packages."""

from collections.abc import Callable, Mapping
from inspect import Signature
from types import MappingProxyType
from typing import Any

from newsclean.entry_points import Group, load, signature_of
from newsclean.errors import NewscleanError, OptionsError, PluginError
from newsclean.models.article import Article

RENDERERS = "newsclean.renderers"
"""The group of entry points that names writers of other packages."""
OWN: Mapping[str, Callable[..., str]] = MappingProxyType(
    {
        "html": Article.to_html,
        "json": Article.to_json,
        "jsonld": Article.to_jsonld,
        "markdown": Article.to_markdown,
        "ninjs": Article.to_ninjs,
        "post": Article.to_post,
        "text": Article.to_text,
    }
)
"""Our own by their names."""


def render(article: Article, name: str, options: Mapping[str, Any] | None = None) -> str:
    """Write an article by the writer of this name.

    Args:
        article: Any article.
        name: One of ours or of an entry point `newsclean.renderers`.
        options: Keyword arguments for it.
    Raises:
        OptionsError: There is no writer of this name, or it does not take these options.
        PluginError: The writer of another package cannot be loaded, raised or returned no string.

    >>> render(Article(title="Dam opens"), "post", {"habit": "hugo"}).split(chr(10))[1]
    'title: Dam opens'
    """
    writer = resolve(name)
    given = dict(options or {})
    try:
        signature_of(writer).bind(article, **given)
    except TypeError as error:
        msg = f"renderer {name!r} does not take these options: {error}"
        raise OptionsError(msg) from error
    return writer(article, **given) if name in OWN else _asked(name, writer, article, given)


def resolve(name: str) -> Callable[..., str]:
    """Give the writer of this name: a function of an article, and keyword arguments.

    Raises:
        OptionsError: There is none.
        PluginError: That of another package cannot be loaded or called with an article, or its name is taken.
    """
    found = load(_GROUP, name) if isinstance(name, str) else None
    writer = found or (OWN.get(name) if isinstance(name, str) else None)
    if writer is None:
        known = ", ".join(map(repr, OWN))
        msg = f"unknown renderer {name!r}; known are {known} and the entry points {RENDERERS!r} of installed packages"
        raise OptionsError(msg)
    return writer


def _asked(name: str, writer: Callable[..., object], article: Article, given: dict[str, Any]) -> str:
    """Ask the writer of another package."""
    try:
        written = writer(article, **given)
    except NewscleanError:
        raise
    except Exception as error:  # it may raise anything; the caller is promised our own types
        msg = f"renderer {name!r} raised {type(error).__name__}: {error}"
        raise PluginError(msg) from error
    if not isinstance(written, str):
        msg = f"renderer {name!r} returned {type(written).__name__}, not str"
        raise PluginError(msg)
    return written


def _fits(signature: Signature) -> None:
    signature.bind(None)


_GROUP = Group(RENDERERS, "renderer", frozenset(OWN), "a function of one article, and options by name if it likes", _fits)
