"""The one options object of the parse functions."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from types import UnionType
from typing import Literal

from newsclean.errors import OptionsError
from newsclean.policy import Policy

MAX_NESTING = 28
"""Blocks within one another, by the weight of their frames: pydantic reads JSON of about 98 levels, three for each unit of
weight and some for what is innermost. No post of the corpus goes beyond a quarter of it."""

Sanitizer = Callable[[str], str]
"""Takes the canonical HTML of a whole article, returns what the article is to be made of."""

# With the largest value that makes sense: what reads a header or writes it as JSON goes into it level by level.
_LIMITS = (
    ("max_chars", None),
    ("max_nesting", MAX_NESTING),
    ("max_header_chars", None),
    ("max_header_depth", 100),
    ("max_header_values", None),
    ("max_scalar_chars", None),
    ("max_alias_values", None),
)
# What users pass in place of the right thing: a name of a zone, the number of an environment variable.
_KINDS: tuple[tuple[str, type | UnionType, str], ...] = (
    ("policy", Policy, "a Policy"),
    ("default_tz", tzinfo, "a tzinfo such as `zoneinfo.ZoneInfo`"),
    ("encoding", str | None, "a label or None"),
    *((name, int, "a whole number") for name, _ in _LIMITS),
)


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
    encoding: str | None = None
    """A label of the WHATWG Encoding Standard, such as `gbk`, for bytes whose encoding the caller knows: only a byte order mark
    counts more. None to find it out (docs/bad-input.md)."""
    max_nesting: int = MAX_NESTING
    """Quotes, lists, tables and other blocks within one another; deeper ones are opened and their contents follow in order. At
    most 28, which is as deep as JSON of articles can be read back."""
    front_matter: Literal["repair", "strict"] = "repair"
    """What is done with a header that cannot be read as it is: each fault is repaired with a Note (docs/headers.md), or the
    first one raises FrontMatterError with line, column and a caret."""
    max_header_chars: int = 250_000
    """Code points of a header; the longest of 4,315 real ones has 76,000. A limit that a header exceeds is a LimitError."""
    max_header_depth: int = 50
    """Lists and mappings inside one another in a header, at most 100; real ones have 4."""
    max_header_values: int = 20_000
    """Values of a header, those of its lists and mappings included; the longest real one has 2,300."""
    max_scalar_chars: int = 100_000
    """Code points of one text or key in a header; the longest real one has 12,000."""
    max_alias_values: int = 1_000
    """Values that aliases of YAML may stand for all together; real headers use none, bombs are made of them."""
    boilerplate: Literal["drop", "keep"] = "drop"
    """`keep` shows page furniture among the blocks, each with its reason in `origin.boilerplate`, where `drop` leaves it in
    `Article.dropped`; all other blocks are the same."""
    rules: tuple[object, ...] | None = None
    """Rows of `newsclean.rules.Rule`, asked in this order; None for `newsclean.rules.RULES`."""
    text_rules: tuple[object, ...] | None = None
    """Rows of `newsclean.walk.tokens.TextRule`; None for `newsclean.rules.text.TEXT_RULES`."""
    joins: tuple[object, ...] | None = None
    """Rows of `newsclean.walk.join.Join`; None for `newsclean.walk.join.JOINS`."""

    def __post_init__(self) -> None:
        """Refuse what could only fail later."""
        for name, kind, wanted in _KINDS:
            value = getattr(self, name)
            if not isinstance(value, kind):
                msg = f"{name} must be {wanted}, not {value!r}"
                raise OptionsError(msg)
        for name, most in _LIMITS:
            value = getattr(self, name)
            if value < 1:
                msg = f"{name} must be at least 1, not {value}"
                raise OptionsError(msg)
            if most is not None and value > most:
                msg = f"{name} must be at most {most}, not {value}"
                raise OptionsError(msg)
        if self.front_matter not in {"repair", "strict"}:
            msg = f"front_matter must be 'repair' or 'strict', not {self.front_matter!r}"
            raise OptionsError(msg)
        if self.encoding is not None:
            from newsclean.charsets import charset_of

            if charset_of(self.encoding) is None:
                msg = f"encoding must be a label of the WHATWG Encoding Standard, not {self.encoding!r}"
                raise OptionsError(msg)
        if self.boilerplate not in {"drop", "keep"}:
            msg = f"boilerplate must be 'drop' or 'keep', not {self.boilerplate!r}"
            raise OptionsError(msg)


DEFAULTS = Options()
