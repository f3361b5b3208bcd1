"""Rules for what is in the body but not of the article."""

from newsclean.dom import Element
from newsclean.rules.answers import Skip

_SCRIPT = Skip("script")
_DRAWING = Skip("drawing")
_DOCUMENT_TITLE = Skip("document-title")


def script(_: Element) -> Skip:
    """Leave out code."""
    return _SCRIPT


def drawing(_: Element) -> Skip:
    """Leave out vector graphics and scripted canvases."""
    return _DRAWING


def document_title(_: Element) -> Skip:
    """Leave out the title of a whole document that was put into the body."""
    return _DOCUMENT_TITLE
