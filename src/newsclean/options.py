"""The one options object of the parse functions."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, tzinfo

from newsclean.errors import OptionsError
from newsclean.policy import Policy

MAX_NESTING = 28
"""Blocks within one another, by the weight of their frames: pydantic reads JSON of about 98 levels, three for each unit of
weight and some for what is innermost. No post of the corpus goes beyond a quarter of it."""

Sanitizer = Callable[[str], str]
"""Takes the canonical HTML of a whole article, returns what the article is to be made of."""


@dataclass(frozen=True)
class Options:
    """Everything about a parse that is not the input itself.

    >>> Options(max_chars=0)
    Traceback (most recent call last):
    ...
    newsclean.errors.OptionsError: max_chars must be at least 1, not 0
    """

    policy: Policy = field(default_factory=Policy)
    """Which URLs links and pictures may have."""
    default_tz: tzinfo = UTC
    """The zone of a date that names none; its use is a Note `zone-assumed`."""
    max_chars: int = 10_000_000
    """Inputs of more code points (bytes, where bytes are given) are refused with LimitError before any work is done."""
    encoding: str | None = None
    """A label of the WHATWG Encoding Standard, such as `gbk`, for bytes whose encoding the caller knows: only a byte order mark
    counts more. None to find it out (docs/bad-input.md)."""
    max_nesting: int = MAX_NESTING
    """Quotes, lists, tables and other blocks within one another; deeper ones are opened and their contents follow in order. At
    most 28, which is as deep as JSON of articles can be read back."""
    rules: tuple[object, ...] | None = None
    """Rows of `newsclean.rules.Rule`, asked in this order; None for `newsclean.rules.RULES`."""
    text_rules: tuple[object, ...] | None = None
    """Rows of `newsclean.tokens.TextRule`; None for `newsclean.rules.text.TEXT_RULES`."""
    joins: tuple[object, ...] | None = None
    """Rows of `newsclean.join.Join`; None for `newsclean.join.JOINS`."""

    def __post_init__(self) -> None:
        """Refuse what could only fail later."""
        if self.max_chars < 1:
            msg = f"max_chars must be at least 1, not {self.max_chars}"
            raise OptionsError(msg)
        if not 1 <= self.max_nesting <= MAX_NESTING:
            msg = f"max_nesting must be from 1 to {MAX_NESTING}, not {self.max_nesting}"
            raise OptionsError(msg)
        if self.encoding is not None:
            from newsclean.charsets import charset_of

            if charset_of(self.encoding) is None:
                msg = f"encoding must be a label of the WHATWG Encoding Standard, not {self.encoding!r}"
                raise OptionsError(msg)


DEFAULTS = Options()
