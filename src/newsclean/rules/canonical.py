"""The rules that read our own HTML back: one row per block, nothing inferred."""

from newsclean.dom import Element
from newsclean.policy import ID_PREFIX
from newsclean.rules.answers import Rule, RuleIndex, Take
from newsclean.rules.boilerplate import drawing, script
from newsclean.rules.breaks import canonical_divider
from newsclean.rules.code import canonical_code
from newsclean.rules.embeds import PLAYERS, canonical_embed, canonical_embed_link, fallback
from newsclean.rules.figure import canonical_figure, picture, plain_image
from newsclean.rules.formulas import canonical_formula, parenthesis
from newsclean.rules.notes import canonical_note, canonical_reference
from newsclean.rules.prose import HEADINGS, PARAGRAPH, PLAIN_HEADINGS, heading, item_list, paragraph, quote
from newsclean.rules.tables import canonical_table, definition_list


def canonical_heading(node: Element) -> Take:
    """Read a heading whose id carries our prefix."""
    take = heading(node)
    anchor = node.get("id") or ""
    return take._replace(values={**take.values, "id": anchor.removeprefix(ID_PREFIX) or None})


CANONICAL_RULES = (
    Rule("script", frozenset({"script", "style"}), script, why="A sanitizer may have left it; it is never text."),
    Rule("fallback", PLAYERS, fallback, why="Never in our output; what a sanitizer returns must not bring it in."),
    Rule("drawing", frozenset({"svg", "canvas"}), drawing, why="The same."),
    Rule("embed", frozenset({"figure"}), canonical_embed, why="Embed."),
    Rule("embed-link", frozenset({"a"}), canonical_embed_link, why="It stands for the embed, whose address it has."),
    Rule("figure", frozenset({"figure"}), canonical_figure, why="Figure."),
    Rule("picture", frozenset({"picture"}), picture, why="Never in our output, but a sanitizer may return anything."),
    Rule("image", frozenset({"img"}), plain_image, why="A sanitizer may unwrap a figure; its picture is still one."),
    Rule("heading", frozenset(HEADINGS), canonical_heading, why="Heading.", plain=PLAIN_HEADINGS),
    Rule("paragraph", frozenset({"p"}), paragraph, why="Paragraph.", plain=PARAGRAPH),
    Rule("quote", frozenset({"blockquote"}), quote, why="Quote."),
    Rule("list", frozenset({"ul", "ol"}), item_list, why="List."),
    Rule("definition-list", frozenset({"dl"}), definition_list, why="Definition list."),
    Rule("table", frozenset({"table"}), canonical_table, why="Table."),
    Rule("code", frozenset({"pre"}), canonical_code, why="Code, and formulas that stand by themselves."),
    Rule("divider", frozenset({"hr"}), canonical_divider, why="Divider."),
    Rule("footnote", frozenset({"div"}), canonical_note, why="Footnote."),
    Rule("footnote-reference", frozenset({"a"}), canonical_reference, why="Mark of a footnote."),
    Rule("math", frozenset({"code"}), canonical_formula, why="Mark of a formula."),
    Rule("ruby-parenthesis", frozenset({"rp"}), parenthesis, why="Never in our output."),
)
CANONICAL_INDEX = RuleIndex(CANONICAL_RULES)
