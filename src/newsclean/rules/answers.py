"""What a rule is, and what it may answer."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from newsclean.dom import Element

_NOTHING: Mapping[str, object] = MappingProxyType({})
_NO_NODES: Mapping[str, Element] = MappingProxyType({})
_NO_OWN: Mapping[Element, Element] = MappingProxyType({})


SHORT = 48
"""Characters of a text that may be a label; those of furniture are shorter in every language."""


class Skip(NamedTuple):
    """Leave the element out of the article; the walker writes the Drop."""

    reason: str


class Enter(NamedTuple):
    """Go into the element and ask no further rule about it: it only places what it holds."""


class Take(NamedTuple):
    """Make a block of this kind of the element; the walker reads its text."""

    kind: str
    """The `type` of the block, or the `kind` of the mark."""
    reads: Literal["parts", "text", "blocks", "items", "definitions", "rows", "mark", "nothing"] = "parts"
    """`text`: the element's running text is the block, blocks inside it stand for themselves. `blocks`, `items`,
    `definitions`, `rows`: the blocks in the element become this field, parted as lists, definition lists and tables are.
    `mark`: the running text goes on and carries a mark. `nothing`: `values` say all there is, the content is dropped.
    `parts`: only what `texts`, `verbatim` and `nodes` point at; whatever else the element holds is walked as usual."""
    values: Mapping[str, object] = _NOTHING
    """Fields whose values are plain."""
    texts: Mapping[str, Element] = _NO_NODES
    """Fields that are a Text: from which element."""
    verbatim: Mapping[str, Element] = _NO_NODES
    """Fields that are a string with white space as written: from which element."""
    nodes: tuple[Element, ...] = ()
    """The `img` elements of a figure, or the player of an embed. If none has a usable source the answer counts as None."""
    own: Mapping[Element, Element] = _NO_OWN
    """Of pictures among `nodes` that have a caption of their own: from which element."""
    own_credits: Mapping[Element, Element] = _NO_OWN
    """The same for credits."""
    inferred: bool = False
    """Its `texts` were found by neighbourhood; `Article.without_inferred()` takes them off."""
    announces: int = 0
    """The block right after it is its caption, if it has at most so many characters: no element holds the words alone."""


Answer = Take | Skip | Enter | None


class Rule(NamedTuple):
    """One row of the method."""

    name: str
    """Stands in the origin of each block and drop it makes."""
    tags: frozenset[str]
    """Elements it is asked about; `*` for all."""
    look: Callable[[Element], Answer]
    """Looks at one element; never changes the tree, builds text, logs or does I/O."""
    why: str
    needs: frozenset[str] = frozenset()
    """Attributes without which it has nothing to say: it is asked only of elements that have one of them; all, if empty."""
    unless: "Rule | None" = None
    """For elements read as text: a row that is asked first whether to leave the element out, but only if it holds other
    elements or a short text. To find that a text is too long for a label costs as much as reading it."""
    plain: Mapping[str, Take] = MappingProxyType({})
    """By tag: what it answers about every element that has no attributes. About such a one it is not asked."""


class RuleIndex:
    """Rules by tag, each tag's in the order of the table; a rule for `*` stands among them at its place."""

    __slots__ = ("by_tag", "leaves", "others", "plain", "plain_others")

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Sort the rows once, so that a tag costs one look-up."""
        rows = tuple(rules)
        tags = frozenset().union(*(rule.tags for rule in rows)) - {"*"}
        self.by_tag: Mapping[object, tuple[Rule, ...]] = {
            tag: tuple(rule for rule in rows if rule.tags & {tag, "*"}) for tag in tags
        }
        self.others = tuple(rule for rule in rows if "*" in rule.tags)
        # For elements without attributes, as most paragraphs are.
        self.plain: Mapping[object, tuple[Rule, ...]] = {
            tag: tuple(rule for rule in found if not rule.needs) for tag, found in self.by_tag.items()
        }
        self.plain_others = tuple(rule for rule in self.others if not rule.needs)
        # Of those that are a block of text whatever they hold: its kind and fields, the row, and the one that is asked before.
        self.leaves: Mapping[object, tuple[str, Mapping[str, object], str, Rule | None]] = {
            tag: (found[0].plain[tag].kind, dict(found[0].plain[tag].values), found[0].name, found[0].unless)
            for tag, found in self.plain.items()
            if isinstance(tag, str) and found and tag in found[0].plain and found[0].plain[tag].reads == "text"
        }
