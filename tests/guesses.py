"""An article whose guesses are undone, beside one that was found without pairing neighbours."""

from dataclasses import replace

import pytest

from newsclean import Article, Options, parse_article
from newsclean.walk.outline import Outlined


def undone(source: str | bytes, options: Options) -> tuple[Article, Article]:
    """Parse with joins and without, and undo the guesses of both: their blocks must be equal in content.

    Where the outline, which looks at what is joined, has left out other lines, both are given without it.
    """
    apart, alone = _both(source, options)
    if apart.dropped == alone.dropped:
        return apart, alone
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsclean.assembly.outline", lambda walked, *_: Outlined(walked, None))
        return _both(source, options)


def _both(source: str | bytes, options: Options) -> tuple[Article, Article]:
    joined, alone = parse_article(source, options=options), parse_article(source, options=replace(options, joins=()))
    return joined.without_inferred(), alone.without_inferred()
