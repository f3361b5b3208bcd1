"""The extractor `"readability"`: the choice of readability-lxml, found again in our tree.

It works on a copy in which each element carries its number; what is left of the copy says what it has chosen.
"""

from readability import Document

from newsclean.dom import Tree, numbered_html, parse_html
from newsclean.extractors import Extraction

_NUMBER = "data-newsclean-number"
# It says nothing of how sure it is.
_CONFIDENCE = 0.5
_LEFT = "readability"


def extract(tree: Tree, url: str | None) -> Extraction:
    """Find the article of a page as readability-lxml does."""
    nodes = [node for root in tree.roots for node in root.iter()]
    summary = parse_html(Document(numbered_html(tree, _NUMBER), url=url).summary(html_partial=True))
    numbers = (part.get(_NUMBER) for root in summary.roots for part in root.iter())
    chosen = [nodes[int(number)] for number in numbers if number is not None]
    if not chosen:
        return Extraction(None, 0.0, ("no-text",))
    around = [(node, *node.iterancestors()) for node in chosen]
    shared = set(around[0]).intersection(*around[1:])
    body = next(node for node in around[0] if node in shared)
    kept = {part for line in around for part in line}
    left_out = {part: _LEFT for node in body.iter() if node in kept for part in node if part not in kept}
    return Extraction(body, _CONFIDENCE, left_out=left_out)
