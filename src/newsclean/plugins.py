"""From names and rows to functions."""

import re
from collections.abc import Callable
from functools import lru_cache, partial
from inspect import Signature, signature
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newsclean.errors import OptionsError, PluginError
from newsclean.join import OWN_JOINS, Join, JoinIndex
from newsclean.options import Options, Sanitizer
from newsclean.policy import Policy
from newsclean.rules import INDEX
from newsclean.rules.answers import Rule, RuleIndex
from newsclean.tokens import TextRule, Tokens, tokens_for

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

SANITIZERS = "newsclean.sanitizers"
"""The group of entry points that names sanitizers of other packages."""
_OWN_SANITIZERS = frozenset({"builtin", "bleach", "nh3"})


def resolve_sanitizer(sanitizer: Sanitizer | str, policy: Policy) -> tuple[str, Sanitizer]:
    """Give a sanitizer with the name that the ledger uses; one with a parameter `policy` gets the policy.

    Raises:
        OptionsError: A name that is not known, or something that is neither name nor callable.
        PluginError: An entry point cannot be loaded or called with a string, or its name is taken.
    """
    if callable(sanitizer):
        return getattr(sanitizer, "__name__", type(sanitizer).__name__), _under(sanitizer, policy)
    if isinstance(sanitizer, str) and (found := _entry_points(sanitizer)):
        return sanitizer, _under(_loaded(sanitizer, found), policy)
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


@lru_cache(maxsize=64)
def _entry_points(name: str) -> "tuple[EntryPoint, ...]":
    """Find sanitizers of other packages, once for each name: reading what is installed takes milliseconds."""
    from importlib.metadata import entry_points

    return tuple(dict.fromkeys(entry_points(group=SANITIZERS, name=name)))


def _loaded(name: str, found: "tuple[EntryPoint, ...]") -> Callable[..., str]:
    places = ", ".join(sorted(point.value for point in found))
    if name in _OWN_SANITIZERS or len(found) > 1:
        owner = "newsclean itself and " if name in _OWN_SANITIZERS else ""
        msg = f"sanitizer {name!r} is defined more than once: by {owner}{places}"
        raise PluginError(msg)
    try:
        loaded = found[0].load()
    except Exception as error:  # whatever importing another package may raise
        msg = f"sanitizer {name!r} cannot be loaded from {places}: {type(error).__name__}: {error}"
        raise PluginError(msg) from error
    try:
        _signature(loaded).bind("", **({"policy": None} if _takes_policy(loaded) else {}))
    except TypeError as error:
        msg = f"sanitizer {name!r} from {places} must be a function of one string, and `policy` if it likes: {error}"
        raise PluginError(msg) from error
    return loaded  # type: ignore[no-any-return]  # what it returns is checked when it is asked


def _under(sanitizer: Callable[..., str], policy: Policy) -> Sanitizer:
    return partial(sanitizer, policy=policy) if _takes_policy(sanitizer) else sanitizer


def _takes_policy(sanitizer: Callable[..., str]) -> bool:
    return "policy" in _signature(sanitizer).parameters


def _signature(sanitizer: object) -> Signature:
    """Give how something is called; TypeError if it cannot be, anything goes where Python does not know."""
    if not callable(sanitizer):
        msg = f"{type(sanitizer).__name__} is not callable"
        raise TypeError(msg)
    try:
        return signature(sanitizer)
    except ValueError:  # functions written in other languages may not tell
        return signature(lambda *_: None)


# A search for a compiled expression is the fastest of those for two characters.
_EMPTY_LINE = re.compile("\n\n")


class Method(NamedTuple):
    """What a parse goes by."""

    element_rules: RuleIndex
    text_rules: tuple[TextRule, ...] | None
    """None for our own."""
    joins: JoinIndex
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


_OWN = Method(INDEX, None, OWN_JOINS, foreign=False)
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
        OWN_JOINS if joins is None else JoinIndex(_rows(joins, Join)),
        foreign=True,
    )


def _rows(given: tuple[object, ...], kind: type[_Row]) -> tuple[_Row, ...]:
    rows = tuple(row for row in given if isinstance(row, kind))
    if len(rows) < len(given):
        wrong = next(row for row in given if not isinstance(row, kind))
        msg = f"a row of the options must be a {kind.__name__}, not {wrong!r:.80}"
        raise OptionsError(msg)
    return rows
