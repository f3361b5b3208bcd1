"""What a rule is, and what it may answer."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from newsclean.dom import Element

_NOTHING: Mapping[str, object] = MappingProxyType({})
_NO_NODES: Mapping[str, Element] = MappingProxyType({})
_NO_OWN: Mapping[Element, Element] = MappingProxyType({})


class Skip(NamedTuple):
    """Leave the element out of the article; the walker writes the Drop."""

    reason: str


class Take(NamedTuple):
    """Make a block of this kind of the element; the walker reads its text."""

    kind: str
    """The `type` of the block."""
    reads: Literal["parts", "text", "blocks", "items"] = "parts"
    """`text`: the element's running text is the block, blocks inside it stand for themselves. `blocks`: the blocks in
    the element become the field `blocks`. `items`: they become the field `items`, a new item at each of `starts`.
    `parts`: only what `texts`, `verbatim` and `nodes` point at; whatever else the element holds is walked as usual."""
    values: Mapping[str, object] = _NOTHING
    """Fields whose values are plain."""
    texts: Mapping[str, Element] = _NO_NODES
    """Fields that are a Text: from which element."""
    verbatim: Mapping[str, Element] = _NO_NODES
    """Fields that are a string with white space as written: from which element."""
    nodes: tuple[Element, ...] = ()
    """The `img` elements of a figure. If none has a usable source the answer counts as None."""
    own: Mapping[Element, Element] = _NO_OWN
    """Of pictures among `nodes` that have a caption of their own: from which element."""
    inferred: bool = False
    """The caption was found by neighbourhood; `Article.without_inferred()` takes it off."""
    starts: frozenset[str] = frozenset()
    """Tags that begin an item."""


Answer = Take | Skip | None


class Rule(NamedTuple):
    """One row of the method."""

    name: str
    """Stands in the origin of each block and drop it makes."""
    tags: frozenset[str]
    """Elements it is asked about; `*` for all."""
    look: Callable[[Element], Answer]
    """Looks at one element; never changes the tree, builds text, logs or does I/O."""
    why: str


class RuleIndex:
    """Rules by tag, each tag's in the order of the table; a rule for `*` stands among them at its place."""

    __slots__ = ("by_tag", "others")

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Sort the rows once, so that a tag costs one look-up."""
        rows = tuple(rules)
        tags = frozenset().union(*(rule.tags for rule in rows)) - {"*"}
        self.by_tag: Mapping[str, tuple[Rule, ...]] = {
            tag: tuple(rule for rule in rows if rule.tags & {tag, "*"}) for tag in tags
        }
        self.others = tuple(rule for rule in rows if "*" in rule.tags)
