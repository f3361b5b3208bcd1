"""What writers cost, as ratios in one run: each of them on an article against `parse_article` of its post.

python -m benchmarks writers [POST]
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from benchmarks.speed import best_rounds
from newsclean import Article, parse_article

MOST = 0.6
"""What a writer may take of the time of a parse."""


class Writer(NamedTuple):
    """One of them."""

    name: str
    write: Callable[[Article], object]


WRITERS = (
    Writer("json", Article.to_json),
    Writer("html", Article.to_html),
    Writer("html, document", lambda article: article.to_html(document=True)),
    Writer("html, iframe", lambda article: article.to_html(embeds="iframe")),
    Writer("markdown", Article.to_markdown),
    Writer("markdown, header", lambda article: article.to_markdown(header="hexo", figures="html")),
    Writer("text", Article.to_text),
    Writer("text, width", lambda article: article.to_text(width=72)),
    Writer("post", Article.to_post),
    Writer("jsonld", Article.to_jsonld),
    Writer("ninjs", Article.to_ninjs),
    Writer("chunks", Article.chunks),
    Writer("block_ids", lambda article: article.block_ids),
)


def figures(posts: Sequence[str]) -> list[tuple[str, float]]:
    """Give for each writer how many times the time of a parse it takes."""
    articles = {post: parse_article(post) for post in posts}

    def on_article(writer: Writer) -> Callable[[str], object]:
        return lambda post: writer.write(articles[post])

    seconds = best_rounds([parse_article, *map(on_article, WRITERS)], posts)
    return [(writer.name, spent / seconds[0]) for writer, spent in zip(WRITERS, seconds[1:], strict=True)]
