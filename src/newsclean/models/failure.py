"""The record that stands in the place of an article where there is none."""

from newsclean.models.base import Model


class Failure(Model):
    """One post of many that could not be read.

    >>> Failure(source="a.md", index=0, kind="InputError", message="the source is empty").line is None
    True
    """

    source: str | None = None
    """The name that was given with the post."""
    index: int
    """Its place among the posts that were given, from 0."""
    kind: str
    """The type of the error, such as `LimitError`; `WorkerDied` if the process that parsed the post ended."""
    message: str
    """The words of the error, line and column included; several lines where it shows the place."""
    line: int | None = None
    """Line in the post, from 1; of a record that cannot be read, in the file that holds it."""
    column: int | None = None
    """Column in that line in code points, from 1."""
