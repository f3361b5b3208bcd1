"""What `parse_many` and `parse_many_json` do, once it is clear what they are asked for."""

import json
import pickle
from collections.abc import Generator, Iterable, Mapping
from contextlib import closing
from typing import NamedTuple, TypeVar

from newsclean.batch.attempt import article_of, json_of, read_back
from newsclean.batch.posts import Fault, Post, numbered
from newsclean.batch.progress import checked_progress, watched
from newsclean.batch.window import parsed_elsewhere
from newsclean.batch_options import BatchOptions, OnError, Progress, Sources, batch_options
from newsclean.errors import BatchError, InputError, OptionsError
from newsclean.models.article import Article
from newsclean.models.failure import Failure
from newsclean.models.source import Source
from newsclean.options import Options
from newsclean.plugins import resolve_method, resolve_sanitizer
from newsclean.sanitizing import returned_by

_Result = TypeVar("_Result", Article, bytes)


class Run(NamedTuple):
    """A call that makes sense."""

    sources: Sources
    workers: int
    on_error: OnError
    progress: Progress
    options: BatchOptions


def checked_run(sources: Sources, workers: int, on_error: OnError, progress: Progress, options: Options) -> Run:
    """Refuse at once what would fail for every post.

    Raises:
        InputError: One post was given instead of many.
        OptionsError: An argument makes no sense, or cannot be sent to worker processes.
        PluginError: An entry point cannot be loaded, or fails at an empty article.
    """
    if isinstance(sources, str | bytes | Source | Mapping) or not isinstance(sources, Iterable):
        instead = "use its items()" if isinstance(sources, Mapping) else "parse_article reads one post"
        msg = f"sources must be an iterable of posts, not {type(sources).__name__}; {instead}"
        raise InputError(msg)
    if not isinstance(workers, int) or workers < 1:
        msg = f"workers must be a whole number of at least 1, not {workers!r}"
        raise OptionsError(msg)
    if on_error not in ("record", "raise") and not callable(on_error):
        msg = f"on_error must be 'record', 'raise' or a function of one Failure, not {on_error!r}"
        raise OptionsError(msg)
    if not isinstance(options, Options):
        msg = f"options must be Options or BatchOptions, not {options!r}"
        raise OptionsError(msg)
    chosen = batch_options(options)
    resolve_method(chosen)
    if chosen.sanitizer is not None:
        name, sanitizer = resolve_sanitizer(chosen.sanitizer, chosen.policy)
        if isinstance(chosen.sanitizer, str):
            returned_by(name, sanitizer, "")  # its package may not be installed
    if workers > 1:
        _check_pickles(chosen)
    return Run(sources, workers, on_error, checked_progress(progress), chosen)


def _check_pickles(options: BatchOptions) -> None:
    for name, value in vars(options).items():
        try:
            pickle.dumps(value)
        except Exception as error:  # objects say in many ways that they do not pickle
            msg = (
                f"{name} cannot be sent to worker processes, {value!r:.80}: {error}; functions must stand at the top level of "
                "a module, or use workers=1"
            )
            raise OptionsError(msg) from error


def articles(run: Run) -> Generator[Article | Failure, None, None]:
    """Give articles, and records of failures if they are asked for."""
    with closing(_settled(_articles(run), run)) as found:
        for _, result in found:
            yield result


def lines(run: Run) -> Generator[bytes, None, None]:
    """Give lines of JSON, each with its line feed."""
    with closing(_settled(_jsons(run), run)) as found:
        for post, result in found:
            if isinstance(result, Failure):
                yield b'{"failure":%b}\n' % result.model_dump_json().encode()
            elif run.options.lines == "named":
                yield b'{"source":%b,"index":%d,"article":%b}\n' % (json.dumps(post.name).encode(), post.number, result)
            else:
                yield result + b"\n"


def _articles(run: Run) -> Generator[tuple[Post, Article | Fault], None, None]:
    if run.workers == 1:
        for post in numbered(run.sources):
            yield post, article_of(post, run.options)
    else:
        with closing(_jsons(run)) as found:
            for post, written in found:
                yield post, read_back(written)


def _jsons(run: Run) -> Generator[tuple[Post, bytes | Fault], None, None]:
    if run.workers == 1:
        for post in numbered(run.sources):
            yield post, json_of(post, run.options)
    else:
        yield from parsed_elsewhere(numbered(run.sources), run.options, run.workers)


def _settled(
    found: Generator[tuple[Post, _Result | Fault], None, None], run: Run
) -> Generator[tuple[Post, _Result | Failure], None, None]:
    """Do with faults what the caller wants, and tell how far the run is."""
    with closing(found), watched(run.progress, run.sources) as tell:
        for post, result in found:
            tell(post.number + 1)
            if not isinstance(result, Fault):
                yield post, result
                continue
            failure = _failure(post, result)
            if run.on_error == "record":
                yield post, failure
            elif run.on_error == "raise":
                raise BatchError(f"{_place(failure)}: {failure.kind}: {failure.message}", failure) from result.error
            else:
                run.on_error(failure)


def _failure(post: Post, fault: Fault) -> Failure:
    return Failure(
        source=post.name, index=post.number, kind=fault.kind, message=fault.message, line=fault.line, column=fault.column
    )


def _place(failure: Failure) -> str:
    return f"post {failure.index}" if failure.source is None else f"{failure.source} (post {failure.index})"
