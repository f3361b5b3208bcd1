"""What newsclean asks of a sanitizer, as a pytest class to inherit."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from newsclean.testing.attacks import attacks
from newsclean.testing.audit import unsafe_parts, words_of
from newsclean.testing.samples import BAD_STRINGS, BENIGN, CANONICAL, CODE

_SHOWN = 5
_THREADS = 8


class SanitizerContract:
    """Inherit this, give it your sanitizer, and pytest asks it everything that newsclean asks of its own.

    >>> class TestMine(SanitizerContract):
    ...     def sanitize(self, html: str) -> str:
    ...         import newsclean
    ...
    ...         return newsclean.sanitize(html)
    >>> TestMine().test_words_are_kept()
    """

    def sanitize(self, html: str) -> str:
        """Call the sanitizer."""
        raise NotImplementedError

    def test_attacks_are_harmless(self) -> None:
        """Nothing in the output runs, leaves the page, asks for more than pictures or shadows a name of the page."""
        left = ((attack, unsafe_parts(self.sanitize(attack))) for attack in attacks())
        _none((attack, parts) for attack, parts in left if parts)

    def test_a_second_pass_changes_nothing(self) -> None:
        """What is clean stays as it is: `clean(clean(x)) == clean(x)`."""
        once = ((html, self.sanitize(html)) for html in (*CANONICAL, *BENIGN, *BAD_STRINGS, *attacks()))
        _none((html[:200], first[:200]) for html, first in once if self.sanitize(first) != first)

    def test_canonical_html_is_left_alone(self) -> None:
        """The HTML of an Article is within the policy: the same string comes back."""
        _none((html, back) for html in CANONICAL if (back := self.sanitize(html)) != html)

    def test_words_are_kept(self) -> None:
        """Markup may go, words may not."""
        _none((html, back) for html in BENIGN if words_of(back := self.sanitize(html)) != words_of(html))

    def test_code_never_becomes_words(self) -> None:
        """What stands in `script` and `style` is not shown."""
        for html in CODE:
            assert "ran" not in self.sanitize(html), html

    def test_any_string_gives_a_string(self) -> None:
        """No exception, no other type, nothing that cannot be encoded."""
        for html in BAD_STRINGS:
            back = self.sanitize(html)
            assert isinstance(back, str), html[:80]
            back.encode()

    def test_threads_do_not_meet(self) -> None:
        """Called from several threads at once, each call gives what it gives alone."""
        tasks = (*BENIGN, *CANONICAL) * _THREADS
        alone = [self.sanitize(html) for html in tasks]
        with ThreadPoolExecutor(_THREADS) as pool:
            assert list(pool.map(self.sanitize, tasks)) == alone


def _none(failures: Iterable[tuple[object, object]]) -> None:
    """Fail with the first few cases and their number."""
    found = list(failures)
    shown = "\n".join(f"  {case!r}\n    gives {result!r}" for case, result in found[:_SHOWN])
    assert not found, f"{len(found)} cases, the first of them:\n{shown}"
