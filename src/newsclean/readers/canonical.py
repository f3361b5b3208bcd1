"""Reads our own HTML back into blocks."""

from newsclean.dom import parse_html
from newsclean.models.article import Article
from newsclean.models.blocks import Block
from newsclean.policy import ID_PREFIX, Policy
from newsclean.rules.canonical import CANONICAL_INDEX
from newsclean.walk.accounts import Settings
from newsclean.walk.images import canonical_image
from newsclean.walk.walker import walk


def canonical_blocks(html: str, policy: Policy) -> tuple[Block, ...]:
    """Do what `newsclean.read_canonical` says."""
    walked = walk(parse_html(html).roots, CANONICAL_INDEX, Settings(policy, id_prefix=ID_PREFIX, picture=canonical_image))
    drafts = walked.drafts
    if policy.limits:
        from newsclean.walk.limits import Limits

        drafts = Limits(policy).apply(drafts)
    return Article.model_validate({"blocks": drafts}).blocks
