"""What all tests share: the `--accept` option, hypothesis profiles, the place of the shared material."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples at every run: a test that fails shows what the change did. The soak looks for new ones.
settings.register_profile(
    "quick", max_examples=150, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("soak", max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

# A program of its own, for an interpreter with atheris.
collect_ignore = ["fuzz.py"]

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept SLUG`, which writes the expectation of one fixture instead of testing it."""
    parser.addoption("--accept", metavar="SLUG", help="write tests/fixtures/*/SLUG/expected.json; review the diff")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to accept anything where nobody reviews it."""
    if config.getoption("--accept") and os.environ.get("CI"):
        message = "--accept never runs in CI: a person reviews the expectation"
        raise pytest.UsageError(message)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material, read in place; tests that need it are skipped where it is absent."""
    place = Path(os.environ.get("NEWSCLEAN_SHARED", ROOT.parent / "shared"))
    if not (place / "corpus").is_dir():
        pytest.skip(f"needs the shared material; NEWSCLEAN_SHARED or {place} is no such folder")
    return place


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make every socket and every opened file an error."""

    def refuse(*_: object, **__: object) -> None:
        message = "parsing reached outside itself"
        raise AssertionError(message)

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    yield
    monkeypatch.undo()
