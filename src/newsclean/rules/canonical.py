"""The rules that read our own HTML back: one row per block, nothing inferred."""

from newsclean.dom import Element
from newsclean.policy import ID_PREFIX
from newsclean.rules.answers import Rule, RuleIndex, Take
from newsclean.rules.boilerplate import embed, script
from newsclean.rules.figure import canonical_figure, picture, plain_image
from newsclean.rules.prose import HEADINGS, code, heading, item_list, paragraph, quote


def canonical_heading(node: Element) -> Take:
    """Read a heading whose id carries our prefix."""
    take = heading(node)
    anchor = node.get("id") or ""
    return take._replace(values={**take.values, "id": anchor.removeprefix(ID_PREFIX) or None})


CANONICAL_RULES = (
    Rule("script", frozenset({"script", "style"}), script, why="A sanitizer may have left it; it is never text."),
    Rule("embed", frozenset({"iframe", "video", "audio", "object", "svg", "canvas"}), embed, why="The same."),
    Rule("figure", frozenset({"figure"}), canonical_figure, why="Figure."),
    Rule("picture", frozenset({"picture"}), picture, why="Never in our output, but a sanitizer may return anything."),
    Rule("image", frozenset({"img"}), plain_image, why="A sanitizer may unwrap a figure; its picture is still one."),
    Rule("heading", frozenset(HEADINGS), canonical_heading, why="Heading."),
    Rule("paragraph", frozenset({"p"}), paragraph, why="Paragraph."),
    Rule("quote", frozenset({"blockquote"}), quote, why="Quote."),
    Rule("list", frozenset({"ul", "ol"}), item_list, why="List."),
    Rule("code", frozenset({"pre"}), code, why="Code."),
)
CANONICAL_INDEX = RuleIndex(CANONICAL_RULES)
