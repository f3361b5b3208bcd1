"""Which reasons name page furniture: words and pictures that a reader of the page saw, or could have, beside the article.

`Options(boilerplate="keep")` shows these. Every other reason is a technical one: code, markup, pictures that are parts of a
user interface, second copies, what may not be shown.
"""

from newsclean.options import Options

BOILERPLATE = frozenset(
    "advertisement author-bio byline comments consent control dialog feed-footer footer hidden kicker loading lost-picture "
    "navigation newsletter paywall player promotion pull-quote read-more related screen-reader share tags title-again".split()
)


def shown_reasons(options: Options) -> frozenset[str]:
    """Give the reasons for which nothing is left out."""
    return BOILERPLATE if options.boilerplate == "keep" else frozenset()
