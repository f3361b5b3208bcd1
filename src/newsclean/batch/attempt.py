"""One post of many: an article, its JSON, or a fault. The same in the program's own process and in workers."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from newsclean.batch.posts import Fault, Post, fault_of
from newsclean.batch_options import BatchOptions
from newsclean.charsets import charset_of
from newsclean.models.article import Article
from newsclean.parsing import parse
from newsclean.urls import link_url

_Made = TypeVar("_Made")


def article_of(post: Post, options: BatchOptions) -> Article | Fault:
    """Parse a post."""
    return _attempt(lambda: _parsed(post, options)) if not isinstance(post.content, Fault) else post.content


def json_of(post: Post, options: BatchOptions) -> bytes | Fault:
    """Parse a post and give the JSON of its article."""
    if isinstance(post.content, Fault):
        return post.content
    # The serializer gives bytes; `model_dump_json` would decode them, for us to encode them again.
    return _attempt(lambda: Article.__pydantic_serializer__.to_json(_parsed(post, options)))


def read_back(json: bytes | Fault) -> Article | Fault:
    """Give the article that a worker has parsed."""
    return json if isinstance(json, Fault) else _attempt(lambda: Article.model_validate_json(json))


def _attempt(make: Callable[[], _Made]) -> _Made | Fault:
    try:
        return make()
    except Exception as error:  # one bad post is never the end of a run, whatever it or a plug-in raises
        return fault_of(error)


def _parsed(post: Post, options: BatchOptions) -> Article:
    hint = None if post.encoding is None else charset_of(post.encoding)
    chosen = options if hint is None else replace(options, encoding=hint.name)
    # An archive has addresses as they were asked for; what no policy allows is refused by `parse`.
    url = post.url and (link_url(post.url, None, options.policy) or post.url)
    return parse(post.content, url, None, options.sanitizer, chosen)  # type: ignore[arg-type]  # faults do not come here
