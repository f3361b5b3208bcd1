"""Sanitizers of other packages, found by their entry points."""

from collections.abc import Iterator
from importlib import metadata
from inspect import signature
from typing import Any

import pytest

from newsclean import NEWS, STRICT, OptionsError, PluginError, Policy, entry_points, parse_article, plugins, sanitize

SEEN: list[Policy] = []  # what `with_policy` was given


def shout(html: str) -> str:
    """Change all words."""
    return html.replace("words", "WORDS")


def with_policy(html: str, *, policy: Policy) -> str:
    """Take the policy as well."""
    SEEN.append(policy)
    return html


def of_two(html: str, other: str) -> str:
    """Ask for more than there is."""
    return html + other


CONSTANT = 3


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pretend that packages with these entry points are installed."""
    points = [
        metadata.EntryPoint(name, f"tests.test_plugins:{value}", plugins.SANITIZERS)
        for name, value in (
            ("shout", "shout"),
            ("with-policy", "with_policy"),
            ("of-two", "of_two"),
            ("constant", "CONSTANT"),
            ("missing", "nothing"),
            ("twice", "shout"),
            ("twice", "of_two"),
            ("nh3", "shout"),
        )
    ]

    def installed(*, group: str, name: str | None = None) -> list[metadata.EntryPoint]:
        return [point for point in points if (point.group, point.name) == (group, name)]

    monkeypatch.setattr(metadata, "entry_points", installed)
    entry_points._entry_points.cache_clear()
    yield
    entry_points._entry_points.cache_clear()


def test_an_entry_point_is_a_name() -> None:
    """For articles and fragments alike."""
    assert parse_article("<p>words", sanitizer="shout").blocks[0].origin.rule == "sanitizer:shout"
    assert sanitize("<p>words", backend="shout") == "<p>WORDS</p>"


def test_the_policy_is_handed_over() -> None:
    """To what has a parameter of that name, entry point or not."""
    SEEN.clear()
    sanitize("a", backend="with-policy", policy=STRICT)
    sanitize("a", backend=with_policy)  # type: ignore[arg-type]  # it has a parameter more
    assert SEEN == [STRICT, NEWS]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("of-two", "must be a function of one string"),
        ("constant", "int is not callable"),
        ("missing", "cannot be loaded from tests.test_plugins:nothing: AttributeError"),
        ("twice", "defined more than once: by tests.test_plugins:of_two, tests.test_plugins:shout"),
        ("nh3", "defined more than once: by newsclean itself and tests.test_plugins:shout"),
    ],
)
def test_what_cannot_be_used(name: str, problem: str) -> None:
    """Is an error before anything is parsed, with the names of who is to blame."""
    with pytest.raises(PluginError, match=problem):
        parse_article("---\nbroken", sanitizer=name)
    with pytest.raises(PluginError, match=problem):
        sanitize("a", backend=name)


def test_unknown_names() -> None:
    """Name where they were looked for."""
    with pytest.raises(OptionsError, match=r"entry points 'newsclean\.sanitizers'"):
        sanitize("a", backend="nothing")


def test_functions_that_do_not_tell_how_they_are_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """Are called with one string."""

    def refuse(_: Any) -> Any:  # noqa: ANN401 - as inspect.signature
        raise ValueError

    monkeypatch.setattr(
        "newsclean.entry_points.signature", lambda function: refuse(function) if function is shout else signature(function)
    )
    assert sanitize("words", backend=shout) == "WORDS"
