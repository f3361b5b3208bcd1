"""The extractor `"newsclean"`: where prose is densest, and what around it goes with it."""

from newsclean.dom import Element, Tree
from newsclean.extractors import Extraction
from newsclean.extractors.measures import Measured, measure_page
from newsclean.extractors.surroundings import around
from newsclean.extractors.trim import trimmed
from newsclean.extractors.witness import Witness, witness_of

# What more an element around the densest one must have of its prose, how much of that more must be prose, and how many
# levels up it may be.
_MORE, _LEAST, _PURE, _LEVELS = 0.05, 120, 0.6, 4
# The same for a body that is cut into parts, each in a container of its own.
_PART, _PURER, _FARTHEST = 0.3, 0.75, 10
_ARTICLES = frozenset({"article", "main"})
_WHOLE = frozenset({"body", "html"})
# Prose of an article that follows another on the same page.
_SECOND = 300
# Headlines of a page that are looked at.
_HEADS = 20
# Letters of a short article.
_ENOUGH = 600
# What a short article is sure of at the least; and how much of a text is half of it.
_BASE, _HALF = 0.4, 0.5
_TEXTS = frozenset({"p", "li", "blockquote", "span"})
# What the walker judges better, as it knows figures, players and forms.
_LEFT_TO_RULES = frozenset({"figure", "embed", "drawing", "head", "control", "header"})
_SPARED = frozenset({"noscript", "byline", "tags"})
_PICTURES = frozenset({"img", "picture", "iframe", "video"})


def extract(tree: Tree, url: str | None) -> Extraction:  # noqa: ARG001 - the protocol has the address
    """Find the article of a page by how its prose is spread over the tree."""
    page = measure_page(tree.roots)
    if not any(page.total):
        return Extraction(None, 0.0, ("no-text",))
    at = _whole(page, _densest(page))
    witness = witness_of(page.nodes)
    outside = around(page, at, witness)
    left_out = _left_out(page, at, witness)
    confidence, reasons = _confidence(page, at)
    return Extraction(page.nodes[at], confidence, reasons, outside.standfirst, outside.pictures, left_out)


def _confidence(page: Measured, at: int) -> tuple[float, tuple[str, ...]]:
    """Give how much of the prose of the page an element has, less if there is little; and what speaks against it."""
    whole = sum(total for total, parent in zip(page.total, page.parents, strict=True) if parent < 0)
    prose = page.total[at]
    share, amount = prose / whole, min(1.0, prose / _ENOUGH)
    doubts = (*(("little-text",) if amount < _HALF else ()), *(("text-elsewhere",) if share < _HALF else ()))
    return round(share * (_BASE + (1 - _BASE) * amount), 2), doubts


def _whole(page: Measured, best: int) -> int:
    """Give what holds a short text with its pictures: a gallery, a film, a notice."""
    if page.total[best] >= _ENOUGH:
        return best
    up = best
    for _ in range(_LEVELS):
        up = page.parents[up]
        if up < 0 or page.nodes[up].tag in _WHOLE:
            break
        if page.nodes[up].tag in _ARTICLES:
            # Little may stand beside it; captions are not counted.
            return up if page.texts[up] - page.texts[best] <= page.total[best] else best
    parent = page.parents[best]
    return parent if page.nodes[best].tag in _TEXTS and parent >= 0 and page.nodes[parent].tag not in _WHOLE else best


def _densest(page: Measured) -> int:
    best = max(range(len(page.nodes)), key=lambda at: (page.dense[at], at))
    while (wider := _wider(page, best)) is not None:
        best = wider
    return best


def _wider(page: Measured, best: int) -> int | None:
    """Give an element around another that has more prose, if little else comes with it."""
    up, inside = best, True
    for level in range(_FARTHEST):
        # What stands beside an `article` is seldom of it.
        inside = inside and page.nodes[up].tag not in _ARTICLES
        up = page.parents[up]
        if up < 0 or not inside or page.nodes[up].tag in _WHOLE:
            return None
        prose, text, own = page.total[up] - page.total[best], page.texts[up] - page.texts[best], page.total[best]
        if prose > _PART * own and prose >= _PURER * text:
            return up
        if level < _LEVELS and prose >= _LEAST and prose >= _MORE * own and prose >= _PURE * text:
            return up
    return None


def _left_out(page: Measured, at: int, witness: Witness) -> dict[Element, str]:
    inside = [out for out in page.outs if at < out < page.ends[at]]
    named = {
        page.nodes[out]: page.outs[out].reason
        for out in inside
        if page.outs[out].reason not in _LEFT_TO_RULES
        # A copy for browsers without scripts is judged by rules that know pictures.
        and not (page.outs[out].reason in _SPARED and _holds_media(page, out))
    }
    return named | _next_articles(page, at) | trimmed(page, at, witness)


def _next_articles(page: Measured, body: int) -> dict[Element, str]:
    """Find articles that pages load below the first one, each under a headline of its own."""
    heads = [at for at in range(body, page.ends[body]) if page.nodes[at].tag == "h1"]
    found: dict[Element, str] = {}
    for first, head in ((heads[0], head) for head in heads[1:_HEADS]):
        cut = head
        while page.parents[cut] >= 0 and not page.parents[cut] <= first < page.ends[page.parents[cut]]:
            cut = page.parents[cut]
        before = page.total[page.parents[cut]] - page.total[cut]
        if page.total[cut] >= _SECOND and before >= _SECOND and cut > body and _is_article(page, cut):
            found[page.nodes[cut]] = "next-article"
    return found


def _is_article(page: Measured, at: int) -> bool:
    return any(page.nodes[part].tag == "article" for part in range(at, page.ends[at]))


def _holds_media(page: Measured, at: int) -> bool:
    return any(page.nodes[part].tag in _PICTURES for part in range(at, page.ends[at]))
