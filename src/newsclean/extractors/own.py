"""The extractor `"newsclean"`: where prose is densest, and what around it goes with it."""

from newsclean.dom import Element, Tree
from newsclean.extractors import Extraction
from newsclean.extractors.measures import Measured, measure_page

# What more an element around the densest one must have of its prose, how much of that more must be prose, and how many
# levels up it may be.
_MORE, _PURE, _LEVELS = 0.05, 0.6, 4
# Letters of a short article.
_ENOUGH = 600
# What the walker judges better, as it knows figures, players and forms.
_LEFT_TO_RULES = frozenset({"figure", "embed", "drawing", "noscript", "head", "control", "header", "byline"})


def extract(tree: Tree, url: str | None) -> Extraction:  # noqa: ARG001 - the protocol has the address
    """Find the article of a page by how its prose is spread over the tree."""
    if not tree.roots:
        return Extraction(None, 0.0, ("empty",))
    page = measure_page(tree.roots)
    at = _densest(page)
    return Extraction(page.nodes[at], _confidence(page, at), ("prose",), (), _left_out(page, at))


def _confidence(page: Measured, at: int) -> float:
    """Give how much of the prose of the page an element has, less if there is little."""
    whole = sum(total for total, parent in zip(page.total, page.parents, strict=True) if parent < 0)
    prose = page.total[at]
    return round(prose / whole * min(1.0, prose / _ENOUGH), 2) if whole else 0.0


def _densest(page: Measured) -> int:
    best = max(range(len(page.nodes)), key=lambda at: (page.dense[at], at))
    while (wider := _wider(page, best)) is not None:
        best = wider
    return best


def _wider(page: Measured, best: int) -> int | None:
    """Give an element around another that has more prose, if little else comes with it."""
    up = best
    for _ in range(_LEVELS):
        up = page.parents[up]
        if up < 0 or page.nodes[up].tag == "html":
            return None
        prose, text = page.total[up] - page.total[best], page.texts[up] - page.texts[best]
        if prose and prose >= _MORE * page.total[best] and prose >= _PURE * text:
            return up
    return None


def _left_out(page: Measured, at: int) -> dict[Element, str]:
    inside = (out for out in page.outs if at < out < page.ends[at])
    return {page.nodes[out]: page.outs[out].reason for out in inside if page.outs[out].reason not in _LEFT_TO_RULES}
