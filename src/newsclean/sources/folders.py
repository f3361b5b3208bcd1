"""Files of a folder and those below it, by patterns of their paths, in the order of these."""

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from newsclean.errors import SourceError
from newsclean.models.source import Source
from newsclean.sources.streams import MAX_BYTES, read_whole, words

POSTS = ("**/*.md", "**/*.markdown", "**/*.html", "**/*.htm")
_ANY = "**"


def read_folder(
    folder: str | os.PathLike[str], pattern: str | Sequence[str] = POSTS, *, max_bytes: int = MAX_BYTES
) -> Iterator[Source]:
    """Give the files of a folder as posts, sorted by the parts of their paths.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "dam.md").write_text("<p>Water flows.")
    ...     _ = Path(folder, "notes.txt").write_text("nothing")
    ...     list(read_folder(folder))
    [Source(name='dam.md', content=b'<p>Water flows.', url=None, encoding=None)]

    Args:
        folder: Where to look. Links to files are followed, links to folders are not.
        pattern: One or several: `*` is any part of a name, `?` a letter, `[a-c]` one of some, `**` any folders. Names that
            begin with a dot are found by patterns that do.
        max_bytes: A file of more is not read.
    Returns:
        Sources named by their paths in the folder, with `/` between parts. One folder's list of names is held at a time, and
        those above it. A file or folder that cannot be read is a Source with the error.
    """
    patterns = tuple(tuple(one.split("/")) for one in ((pattern,) if isinstance(pattern, str) else pattern))
    return _sources(Path(folder), patterns, max_bytes)


def _sources(folder: Path, patterns: tuple[tuple[str, ...], ...], max_bytes: int) -> Iterator[Source]:
    for path, error in _walk(folder, patterns):
        name = "/".join(path) or str(folder)
        if error is not None:
            yield Source(name, error)
            continue
        try:
            yield Source(name, read_whole(str(folder.joinpath(*path)), max_bytes))
        except SourceError as problem:
            yield Source(name, problem)


def _walk(folder: Path, patterns: tuple[tuple[str, ...], ...]) -> Iterator[tuple[tuple[str, ...], SourceError | None]]:
    """Give paths of files, and of folders that cannot be listed; a stack, so that no depth is too deep."""
    root: list[tuple[tuple[str, ...], bool]] = [((), True)]
    stack = [iter(root)]
    while stack:
        path, is_folder = next(stack[-1], (None, False))
        if path is None:
            stack.pop()
        elif not is_folder:
            yield path, None
        else:
            try:
                stack.append(iter(_listed(folder, path, patterns)))
            except OSError as error:
                yield path, SourceError(words(error))


def _listed(folder: Path, path: tuple[str, ...], patterns: tuple[tuple[str, ...], ...]) -> list[tuple[tuple[str, ...], bool]]:
    found = []
    with os.scandir(folder.joinpath(*path)) as entries:
        for entry in entries:
            inner = (*path, entry.name)
            if entry.is_dir(follow_symlinks=False):
                if any(_leads(inner, pattern) for pattern in patterns):
                    found.append((inner, True))
            elif any(_fits(inner, pattern) for pattern in patterns) and (entry.is_file() or not _exists(entry)):
                found.append((inner, False))
    return sorted(found)


def _exists(entry: os.DirEntry[str]) -> bool:
    """Tell whether there is something behind a name: a link to nothing is an error of its own, a socket is none."""
    return Path(entry.path).exists()


def _fits(path: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    """Tell whether a path is one of the pattern's.

    >>> _fits(("a", "b.md"), ("**", "*.md")), _fits(("b.md",), ("**", "*.md")), _fits(("a", "b.md"), ("*.md",))
    (True, True, False)
    """
    return len(pattern) in _places(path, pattern)


def _leads(path: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    """Tell whether files in a folder may be the pattern's."""
    return any(at < len(pattern) for at in _places(path, pattern))


def _places(path: tuple[str, ...], pattern: tuple[str, ...]) -> set[int]:
    """Give the places of a pattern that the parts of a path may have led to."""
    places = _opened({0}, pattern)
    for part in path:
        fitting = (at for at in places if at < len(pattern) and _is(part, pattern[at]))
        places = _opened({at if pattern[at] == _ANY else at + 1 for at in fitting}, pattern)
    return places


def _opened(places: set[int], pattern: tuple[str, ...]) -> set[int]:
    """Add the places behind each `**`, which may be no folder at all."""
    found: set[int] = set()
    for place in places:
        at = place
        found.add(at)
        while at < len(pattern) and pattern[at] == _ANY:
            at += 1
            found.add(at)
    return found


def _is(part: str, wanted: str) -> bool:
    if part.startswith(".") and not wanted.startswith("."):
        return False
    return wanted == _ANY or fnmatchcase(part, wanted)
