"""Our own sanitizers keep the contract that we ask of others; one that breaks a promise is found out."""

import pytest

from newsclean import read_canonical, sanitize
from newsclean.renderers.html import to_html
from newsclean.testing import SanitizerContract
from newsclean.testing.attacks import attacks
from newsclean.testing.audit import unsafe_parts
from newsclean.testing.samples import CANONICAL


class TestBuiltin(SanitizerContract):
    """The default."""

    def sanitize(self, html: str) -> str:
        """Call it."""
        return sanitize(html)


class TestBleach(SanitizerContract):
    """bleach behind it."""

    def sanitize(self, html: str) -> str:
        """Call it."""
        return sanitize(html, backend="bleach")


class TestNh3(SanitizerContract):
    """nh3 behind it."""

    def sanitize(self, html: str) -> str:
        """Call it."""
        pytest.importorskip("nh3", reason="nh3 is an extra")
        return sanitize(html, backend="nh3")


def test_no_backend_can_bring_in_anything() -> None:
    """Not even one that gives back all that was taken out: what it returns is built anew."""
    for attack in attacks():
        assert not unsafe_parts(sanitize(attack, backend=lambda _, attack=attack: attack)), attack  # type: ignore[misc]


def test_canonical_samples_are_canonical() -> None:
    """They are what the renderer writes."""
    for html in CANONICAL:
        assert to_html(read_canonical(html)) == html


def test_attacks_are_many_and_the_same() -> None:
    """Each once, nearly all of them unsafe as they are."""
    found = list(attacks())
    assert found == list(attacks())
    assert len(set(found)) > 13_500
    assert sum(bool(unsafe_parts(attack)) for attack in found) > 0.75 * len(found)
