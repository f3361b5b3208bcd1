"""A piece of an article, as `Article.chunks` gives it."""

from newsclean.models.base import Model


class Chunk(Model):
    """A piece of an article and where it stands."""

    text: str
    """Part of `Article.text`, white space between pieces included: all chunks put together are that text."""
    headings: tuple[str, ...] = ()
    """The headings over it, outermost first; the one that it begins with is the last."""
    first_block: int
    """Place in `Article.blocks` of the first block that any of it is from."""
    last_block: int
    """Place of the last one; a block that is cut is in several chunks."""
    images: tuple[str, ...] = ()
    """The `src` of each picture in the blocks that begin in it, in reading order: each picture is in one chunk."""
    first_line: int | None = None
    """The least line of the source that these blocks name, from 1."""
    last_line: int | None = None
    """The greatest; the last block may go on after it."""
