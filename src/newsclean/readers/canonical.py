"""Reads our own HTML back into blocks."""

from newsclean.accounts import Settings
from newsclean.dom import parse_html
from newsclean.images import canonical_image
from newsclean.models.article import Article
from newsclean.models.blocks import Block
from newsclean.policy import ID_PREFIX, Policy
from newsclean.rules.canonical import CANONICAL_INDEX
from newsclean.walk import walk

_NEWS = Policy()


def read_canonical(html: str, *, policy: Policy = _NEWS) -> tuple[Block, ...]:
    """Read the canonical dialect: `read_canonical(article.to_html())` has the content of `article.blocks`.

    Nothing is inferred, joined or taken for boilerplate. Other HTML is read as well, by the same few rules.

    >>> read_canonical("<h2>News</h2>")[0].level
    2

    Args:
        html: HTML text, a fragment or a document.
        policy: The one that the article was parsed with; a stricter one removes more.
    Returns:
        Blocks with lines counted in `html` from 1.
    """
    walked = walk(parse_html(html).roots, CANONICAL_INDEX, Settings(policy, id_prefix=ID_PREFIX, picture=canonical_image))
    return Article.model_validate({"blocks": walked.drafts}).blocks
