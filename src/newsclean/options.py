"""The one options object of the parse functions."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, tzinfo

from newsclean.errors import OptionsError
from newsclean.policy import Policy

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
    """What may be in the article: kinds of blocks and marks, URLs, hosts of embeds."""
    default_tz: tzinfo = UTC
    """The zone of a date that names none; its use is a Note `zone-assumed`."""
    max_chars: int = 10_000_000
    """Inputs of more code points (bytes, where bytes are given) are refused with LimitError before any work is done."""
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


DEFAULTS = Options()
