"""From names and rows to functions."""

import re
from collections.abc import Callable
from functools import partial
from inspect import Signature
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newsclean.entry_points import Group, load, signature_of
from newsclean.errors import OptionsError
from newsclean.options import Options, Sanitizer
from newsclean.policy import Policy
from newsclean.rules import INDEX
from newsclean.rules.answers import Rule, RuleIndex
from newsclean.walk.join import OWN_JOINS, Join, JoinIndex
from newsclean.walk.tokens import TextRule, Tokens, tokens_for

if TYPE_CHECKING:
    from newsclean.extractors import Extractor

SANITIZERS = "newsclean.sanitizers"
"""The group of entry points that names sanitizers of other packages."""
EXTRACTORS = "newsclean.extractors"
"""The same for extractors."""


def resolve_sanitizer(sanitizer: Sanitizer | str, policy: Policy) -> tuple[str, Sanitizer]:
    """Give a sanitizer with the name that the ledger uses; one with a parameter `policy` gets the policy.

    Raises:
        OptionsError: A name that is not known, or something that is neither name nor callable.
        PluginError: An entry point cannot be loaded or called with a string, or its name is taken.
    """
    if callable(sanitizer):
        return _name(sanitizer), _under(sanitizer, policy)
    if isinstance(sanitizer, str) and (found := load(_SANITIZERS, sanitizer)) is not None:
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


class NamedExtractor(NamedTuple):
    """An extractor, found."""

    name: str
    extract: "Extractor"
    foreign: bool
    """Whether it is not ours."""


def resolve_extractor(extractor: "Extractor | str") -> NamedExtractor:
    """Give an extractor with its name.

    Raises:
        OptionsError: A name that is not known, or something that is neither name nor callable.
        PluginError: An entry point cannot be loaded or called with a tree and an address, or its name is taken.
    """
    if callable(extractor):
        return NamedExtractor(_name(extractor), extractor, foreign=True)
    if isinstance(extractor, str) and (found := load(_EXTRACTORS, extractor)) is not None:
        return NamedExtractor(extractor, found, foreign=True)
    match extractor:
        case "newsclean":
            from newsclean.extractors.own import extract
        case "readability":
            from newsclean.extractors.readability import extract
        case _:
            msg = (
                f"unknown extractor {extractor!r}; known are 'newsclean', 'readability' and the entry points {EXTRACTORS!r} of "
                "installed packages, or pass a function from tree and address to Extraction"
            )
            raise OptionsError(msg)
    return NamedExtractor(extractor, extract, foreign=extractor != "newsclean")


def _name(function: object) -> str:
    return getattr(function, "__name__", type(function).__name__)


def _under(sanitizer: Callable[..., str], policy: Policy) -> Sanitizer:
    return partial(sanitizer, policy=policy) if "policy" in signature_of(sanitizer).parameters else sanitizer


def _takes_text(signature: Signature) -> None:
    signature.bind("", **({"policy": None} if "policy" in signature.parameters else {}))


def _takes_tree(signature: Signature) -> None:
    signature.bind(None, None)


_SANITIZERS = Group(
    SANITIZERS,
    "sanitizer",
    frozenset({"builtin", "bleach", "nh3"}),
    "a function of one string, and `policy` if it likes",
    _takes_text,
)
_EXTRACTORS = Group(
    EXTRACTORS, "extractor", frozenset({"newsclean", "readability"}), "a function of a tree and an address", _takes_tree
)


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


_METHOD = Method(INDEX, None, OWN_JOINS, foreign=False)
_Row = TypeVar("_Row", Rule, TextRule, Join)


def resolve_method(options: Options) -> Method:
    """Give the rows that options ask for.

    Raises:
        OptionsError: Something is no row.
    """
    if options.rules is options.text_rules is options.joins is None:
        return _METHOD
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
