"""Markdown."""

from hypothesis import given

from newsclean import Article, Block
from newsclean.renderers.markdown import labels_of, to_markdown
from tests import strategies
from tests.markdown_structure import of_article, of_markdown


@given(strategies.bodies)
def test_what_is_written_is_read(blocks: tuple[Block, ...]) -> None:
    """A reader finds the blocks, words, marks, links and pictures of any article."""
    assert of_markdown(to_markdown(blocks)) == of_article(blocks, dict(labels_of(blocks)))
