"""What can go wrong, as types a caller can catch.

NewscleanError
├── InputError (also a ValueError)   the text given cannot be read
│   ├── FrontMatterError             ... because of its header, with line, column and the line itself
│   ├── LimitError                   ... because it is larger than the options allow
│   └── SourceError                  ... because the file or record that holds it cannot be read
├── OptionsError (also a ValueError) an option, policy or name makes no sense
├── PluginError                      a sanitizer or renderer of yours failed; its own exception is the `__cause__`
└── BatchError                       a run over many posts ends: at a bad post, if it was told to, or for want of workers
"""

from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from newsclean.models.failure import Failure

# Characters shown on each side of a fault.
_AROUND = 60


class NewscleanError(Exception):
    """The root: `except NewscleanError` catches whatever this package raises."""


class InputError(NewscleanError, ValueError):
    """The input cannot be read as a post."""


class FrontMatterError(InputError):
    """The header of a post cannot be read; raised under `Options(front_matter="strict")` only, repaired otherwise.

    Args:
        problem: What is wrong, in a phrase.
        line: Line in the source, from 1.
        column: Column in that line in code points, from 1, or None if it is unknown.
        excerpt: That line as written; the message then shows it with a caret under the column.
    """

    def __init__(self, problem: str, *, line: int, column: int | None = None, excerpt: str | None = None) -> None:
        """Keep the place beside the message."""
        place = f"line {line}" if column is None else f"line {line}, column {column}"
        shown = "" if excerpt is None else _shown(excerpt, column)
        super().__init__(f"{place}: {problem}{shown}")
        self.problem, self.line, self.column, self.excerpt = problem, line, column, excerpt

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with the place: exceptions cross process pools."""
        return _rebuild, (self.problem, self.line, self.column, self.excerpt)


def _rebuild(problem: str, line: int, column: int | None, excerpt: str | None) -> FrontMatterError:
    return FrontMatterError(problem, line=line, column=column, excerpt=excerpt)


def _shown(excerpt: str, column: int | None) -> str:
    """Give the part of a line around a column, and a caret under it; a message can be printed, lone surrogates are U+FFFD."""
    if column is None:
        return _printable(f"\n  {excerpt[: 2 * _AROUND]}")
    first = max(0, column - 1 - _AROUND)
    before, after = excerpt[first : column - 1], excerpt[column - 1 : column - 1 + _AROUND]
    # A character of East Asia takes two columns of a terminal; its ideographic space does too.
    blank = "".join("\u3000" if east_asian_width(letter) in "FW" else "\t" if letter == "\t" else " " for letter in before)
    return _printable(f"\n  {before}{after}\n  {blank}^")


def _printable(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class LimitError(InputError):
    """The input, or something in its header, is larger than `Options` allow.

    Args:
        problem: What there is too much of, in a phrase.
        option: The field of `Options` that says how much is allowed.
        allowed: Its value.
        line: Line in the source, from 1, or None if it is the source as a whole.
    """

    def __init__(self, problem: str, *, option: str, allowed: int, line: int | None = None) -> None:
        """Keep the name of the option beside the message."""
        place = "" if line is None else f"line {line}: "
        super().__init__(f"{place}{problem}; Options.{option} allows {allowed}")
        self.problem, self.option, self.allowed, self.line = problem, option, allowed, line

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with the option: exceptions cross process pools."""
        return _relimited, (self.problem, self.option, self.allowed, self.line)


def _relimited(problem: str, option: str, allowed: int, line: int | None) -> LimitError:
    return LimitError(problem, option=option, allowed=allowed, line=line)


class SourceError(InputError):
    """A file, or a record of one, cannot be read; readers of `newsclean.sources` give it in the place of a post.

    Args:
        problem: What is wrong, in a phrase.
        line: Line in the file, from 1, or None if it is the file as a whole or has no lines.
        column: Column in that line in code points, from 1, or None.
    """

    def __init__(self, problem: str, *, line: int | None = None, column: int | None = None) -> None:
        """Keep the place beside the message."""
        place = "" if line is None else f"line {line}: " if column is None else f"line {line}, column {column}: "
        super().__init__(f"{place}{problem}")
        self.problem, self.line, self.column = problem, line, column

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with the place."""
        return _resourced, (self.problem, self.line, self.column)


def _resourced(problem: str, line: int | None, column: int | None) -> SourceError:
    return SourceError(problem, line=line, column=column)


class OptionsError(NewscleanError, ValueError):
    """An argument or option has a value that cannot be used."""


class PluginError(NewscleanError):
    """A sanitizer or renderer of another package cannot be loaded, raised or returned something that is no string."""


class BatchError(NewscleanError):
    """A run over many posts cannot go on.

    Args:
        problem: Why, in a phrase.
        failure: The record of the post it ends at, under `on_error="raise"`; None if worker processes cannot be started.
    """

    def __init__(self, problem: str, failure: "Failure | None" = None) -> None:
        """Keep the record beside the message."""
        super().__init__(problem, failure)
        self.problem, self.failure = problem, failure

    def __str__(self) -> str:
        """Leave the record out: the message has its words."""
        return self.problem
