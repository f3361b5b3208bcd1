"""Which element of a page holds the article: what an extractor is asked, and what it answers."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

from newsclean.dom import Element, Tree

_NOTHING: Mapping[Element, str] = MappingProxyType({})


class Extraction(NamedTuple):
    """Where the article of a page stands."""

    node: Element | None
    """The element that holds its body, of the tree that was given; None for a page without text."""
    confidence: float
    """How sure that is, from 0 to 1."""
    reasons: tuple[str, ...] = ()
    """What speaks against it, in kebab-case; each becomes a Note `page-<reason>`."""
    standfirst: tuple[Element, ...] = ()
    """Elements outside `node` that sum the article up: each is a paragraph."""
    pictures: tuple[Element, ...] = ()
    """Elements outside `node` that hold a picture of the article with its caption; what else they say is dropped."""
    left_out: Mapping[Element, str] = _NOTHING
    """Elements inside `node` that do not, each with the reason of its Drop; what they hold goes with them."""


class Extractor(Protocol):
    """A function that finds the article; it never changes the tree."""

    def __call__(self, tree: Tree, url: str | None) -> Extraction:
        """Look at a page."""
        ...
