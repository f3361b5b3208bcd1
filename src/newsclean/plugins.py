"""From names and rows to functions."""

import re
from collections.abc import Callable
from functools import partial
from inspect import Signature
from typing import NamedTuple, TypeVar

from newsclean.entry_points import Group, load, signature_of
from newsclean.errors import OptionsError
from newsclean.join import JOINS, Join
from newsclean.options import Options, Sanitizer
from newsclean.policy import Policy
from newsclean.rules import INDEX
from newsclean.rules.answers import Rule, RuleIndex
from newsclean.tokens import TextRule, Tokens, tokens_for

SANITIZERS = "newsclean.sanitizers"
"""The group of entry points that names sanitizers of other packages."""


def resolve_sanitizer(sanitizer: Sanitizer | str, policy: Policy) -> tuple[str, Sanitizer]:
    """Give a sanitizer with the name that the ledger uses; one with a parameter `policy` gets the policy.

    Raises:
        OptionsError: A name that is not known, or something that is neither name nor callable.
        PluginError: An entry point cannot be loaded or called with a string, or its name is taken.
    """
    if callable(sanitizer):
        return getattr(sanitizer, "__name__", type(sanitizer).__name__), _under(sanitizer, policy)
    if isinstance(sanitizer, str) and (found := load(_GROUP, sanitizer)) is not None:
        return sanitizer, _under(found, policy)
    match sanitizer:
        case "builtin":
            from newsclean.sanitizers.builtin import sanitize
        case "bleach":
            from newsclean.sanitizers.bleach import sanitize
        case "nh3":
            from newsclean.sanitizers.nh3 import sanitize
        case _:
            msg = (
                f"unknown sanitizer {sanitizer!r}; known are 'builtin', 'bleach', 'nh3' and the entry points {SANITIZERS!r} of "
                "installed packages, or pass a function from str to str"
            )
            raise OptionsError(msg)
    return sanitizer, partial(sanitize, policy=policy)


def _under(sanitizer: Callable[..., str], policy: Policy) -> Sanitizer:
    return partial(sanitizer, policy=policy) if "policy" in signature_of(sanitizer).parameters else sanitizer


def _fits(signature: Signature) -> None:
    signature.bind("", **({"policy": None} if "policy" in signature.parameters else {}))


_OWN_SANITIZERS = frozenset({"builtin", "bleach", "nh3"})
_GROUP = Group(SANITIZERS, "sanitizer", _OWN_SANITIZERS, "a function of one string, and `policy` if it likes", _fits)


# A search for a compiled expression is the fastest of those for two characters.
_EMPTY_LINE = re.compile("\n\n")


class Method(NamedTuple):
    """What a parse goes by."""

    element_rules: RuleIndex
    text_rules: tuple[TextRule, ...] | None
    """None for our own."""
    joins: tuple[Join, ...]
    foreign: bool
    """Whether any row is not ours."""

    def tokens(self, body: str) -> Tokens | None:
        """Give the text rules that a body can need."""
        if self.text_rules is not None:
            return tokens_for(body, self.text_rules)
        # Every trigger of our own rows begins with one of these; most posts hold none, and pay for six searches only.
        if not ("[" in body or "{" in body or "$" in body or "\\" in body or "`" in body or _EMPTY_LINE.search(body)):
            return None
        from newsclean.rules.text import TEXT_RULES

        return tokens_for(body, TEXT_RULES)


_OWN = Method(INDEX, None, JOINS, foreign=False)
_Row = TypeVar("_Row", Rule, TextRule, Join)


def resolve_method(options: Options) -> Method:
    """Give the rows that options ask for.

    Raises:
        OptionsError: Something is no row.
    """
    if options.rules is options.text_rules is options.joins is None:
        return _OWN
    rules, texts, joins = options.rules, options.text_rules, options.joins
    return Method(
        INDEX if rules is None else RuleIndex(_rows(rules, Rule)),
        None if texts is None else _rows(texts, TextRule),
        JOINS if joins is None else _rows(joins, Join),
        foreign=True,
    )


def _rows(given: tuple[object, ...], kind: type[_Row]) -> tuple[_Row, ...]:
    rows = tuple(row for row in given if isinstance(row, kind))
    if len(rows) < len(given):
        wrong = next(row for row in given if not isinstance(row, kind))
        msg = f"a row of the options must be a {kind.__name__}, not {wrong!r:.80}"
        raise OptionsError(msg)
    return rows
