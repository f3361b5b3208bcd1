r"""For tests of what is built on newsclean: what a sanitizer must do, and generators of posts for hypothesis (`pip install
"newsclean[testing]"`).

The generators give what the laws of this library are tested with: HTML as bad as the web's, headers in every format, both
together, and articles. Whatever posts they give, `parse_article` reads; docs/testing.md has examples.

>>> from hypothesis import given, settings
>>> from newsclean import parse_article
>>> @settings(max_examples=10, database=None, deadline=None)
... @given(posts())
... def test_my_index_takes_any_article(source):
...     assert isinstance(parse_article(source).text, str)
>>> test_my_index_takes_any_article()
"""

from typing import TYPE_CHECKING

from newsclean.testing.sanitizer_contract import SanitizerContract

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from newsclean.models.article import Article

__all__ = ["SanitizerContract", "articles", "headers", "html_bodies", "posts"]


def html_bodies() -> "SearchStrategy[str]":
    """Generate bodies: blocks and inline elements of every kind, nested, unclosed and crossed; media, shortcodes, Markdown
    signs, comments, stray tags, entities, control characters and several scripts.
    """
    from newsclean.testing.body_strategies import bodies

    return bodies()


def headers() -> "SearchStrategy[str]":
    """Generate headers with their fences: YAML, TOML, JSON and the short forms of Hexo, with known and unknown keys.

    All of them can be read; that their dates and addresses make sense is not promised.
    """
    from newsclean.testing.header_strategies import fenced

    return fenced()


def posts() -> "SearchStrategy[str]":
    """Generate whole posts: one of `headers()`, or none, then one of `html_bodies()`, with any line ends.

    A body without header begins with a tag, so that none is empty or could be taken for a file name.
    """
    from newsclean.testing.post_strategies import any_post

    return any_post()


def articles() -> "SearchStrategy[Article]":
    """Generate articles that no post was the source of: every field, every kind of block and mark, nested; words in which HTML,
    Markdown and YAML would see something.

    Each is one that `parse_article` could have given. Origins say nothing, and nothing is dropped or noted.
    """
    from newsclean.testing.article_strategies import any_article

    return any_article()
