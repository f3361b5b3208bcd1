"""Rules for formulas and for ruby."""

from itertools import islice

from newsclean.dom import Element
from newsclean.rules.answers import Skip, Take

_MATH_MARK = Take("math", reads="mark")
_PARENTHESIS = Skip("ruby-parenthesis")
_RENDERING = Skip("math-rendering")
# Children of `semantics`: the drawn form, then one for each notation.
_NOTATIONS = 8
DRAWN = frozenset(
    "annotation annotation-xml maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mroot mrow "
    "ms msqrt mstyle msub msubsup msup mtable mtext munder munderover".split()
)
"""Elements that may stand in `semantics`."""


def formula(node: Element) -> Take:
    """Read a MathML formula: its TeX, if it carries that, else its characters; one set apart is a block."""
    if node.get("display") == "block":
        tex = next(filter(_is_tex, node.iter("annotation")), node)
        return Take("math", verbatim={"text": tex})
    return _MATH_MARK


def rendering(node: Element) -> Skip | None:
    """Leave out the drawn form of a formula, and other notations, where it is there as TeX too."""
    above = node.getparent()
    if above is None or above.tag != "semantics" or _is_tex(node):
        return None
    return _RENDERING if any(map(_is_tex, islice(above, _NOTATIONS))) else None


def _is_tex(node: Element) -> bool:
    return node.tag == "annotation" and "tex" in (node.get("encoding") or "")


def parenthesis(_: Element) -> Skip:
    """Leave out the parentheses that only browsers without ruby show."""
    return _PARENTHESIS


def canonical_formula(node: Element) -> Take | None:
    """Read a formula in the text as our own HTML has it."""
    return _MATH_MARK if node.get("class") == "nc-math" else None
