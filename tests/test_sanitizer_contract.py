"""Our own sanitizers keep the contract that we ask of others; one that breaks a promise is found out."""

import re
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from newsclean import NEWS, STRICT, read_canonical, sanitize
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


def forgetful() -> Callable[[str], str]:
    """Give a sanitizer that remembers its last call, for a moment too long."""
    last = [""]

    def clean(html: str) -> str:
        last[0] = sanitize(html)
        time.sleep(0.001)
        return last[0]

    return clean


@pytest.mark.parametrize(
    ("broken", "found_by"),
    [
        (lambda html: html, "test_attacks_are_harmless"),
        (lambda html: re.sub("<script.*?</script>|javascript:| on[a-z]+=", "", html), "test_attacks_are_harmless"),
        (lambda html: f"{sanitize(html)}<p>Clean.</p>", "test_a_second_pass_changes_nothing"),
        (lambda html: sanitize(html, policy=replace(NEWS, unlisted="escape")), "test_words_are_kept"),
        (lambda html: sanitize(html).replace(' class="nc-more"', ""), "test_canonical_html_is_left_alone"),
        (lambda html: sanitize(html, policy=STRICT), "test_canonical_html_is_left_alone"),
        (lambda html: re.sub("<[^>]*>", "", html), "test_code_never_becomes_words"),
        (lambda html: sanitize(html) or None, "test_any_string_gives_a_string"),
        (lambda html: html, "test_any_string_gives_a_string"),
        (forgetful(), "test_threads_do_not_meet"),
    ],
)
def test_broken_promises_are_found(broken: Callable[[str], str], found_by: str) -> None:
    """Each by the test that is there for it."""

    class Broken(SanitizerContract):
        def sanitize(self, html: str) -> str:
            return broken(html)

    with pytest.raises((AssertionError, UnicodeEncodeError)):
        getattr(Broken(), found_by)()


def test_no_backend_can_bring_in_anything() -> None:
    """Not even one that gives back all that was taken out: what it returns is built anew."""
    for attack in attacks():
        assert not unsafe_parts(sanitize(attack, backend=lambda _, attack=attack: attack)), attack  # type: ignore[misc]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        " Java\tscript:x",
        "\t\x01javascript:x",
        "\x01\n \x02vbscript:x",
        "data:text/html,x",
        "data:image/svg+xml,x",
    ],
)
def test_addresses_that_run_are_seen(address: str) -> None:
    """Whatever a browser passes over before and in their scheme."""
    for html in (f'<a href="{address}">', f'<img srcset="a.png, {address.replace(",", ";")}">', f'<form action="{address}">'):
        assert unsafe_parts(html), html
    assert not unsafe_parts(f'<a href="/?{address}">')


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
