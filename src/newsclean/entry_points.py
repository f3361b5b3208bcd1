"""Functions of other packages, found by the names of their entry points."""

from collections.abc import Callable
from functools import lru_cache
from inspect import Signature, signature
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.errors import PluginError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


class Group(NamedTuple):
    """What the entry points of one group are."""

    name: str
    """Of the group, as packages write it."""
    kind: str
    """What each of them is, for messages."""
    own: frozenset[str]
    """Names that are ours and can be nobody else's."""
    form: str
    """How one is called, for messages."""
    fits: Callable[[Signature], object]
    """Raises TypeError for a function that cannot be called so."""


def load(group: Group, name: str) -> Callable[..., Any] | None:
    """Give the function that a package has under a name of a group, or None if none has.

    Raises:
        PluginError: It cannot be loaded or called as its group is, or its name is taken.
    """
    found = _entry_points(group.name, name)
    if not found:
        return None
    places = ", ".join(sorted(point.value for point in found))
    if name in group.own or len(found) > 1:
        owner = "newsclean itself and " if name in group.own else ""
        msg = f"{group.kind} {name!r} is defined more than once: by {owner}{places}"
        raise PluginError(msg)
    try:
        loaded = found[0].load()
    except Exception as error:  # whatever importing another package may raise
        msg = f"{group.kind} {name!r} cannot be loaded from {places}: {type(error).__name__}: {error}"
        raise PluginError(msg) from error
    try:
        group.fits(signature_of(loaded))
    except TypeError as error:
        msg = f"{group.kind} {name!r} from {places} must be {group.form}: {error}"
        raise PluginError(msg) from error
    return loaded  # type: ignore[no-any-return]  # what it returns is checked when it is asked


@lru_cache(maxsize=64)
def _entry_points(group: str, name: str) -> "tuple[EntryPoint, ...]":
    """Find functions of other packages, once for each name: reading what is installed takes milliseconds."""
    from importlib.metadata import entry_points

    return tuple(dict.fromkeys(entry_points(group=group, name=name)))


def signature_of(function: object) -> Signature:
    """Give how something is called; TypeError if it cannot be, anything goes where Python does not know."""
    if not callable(function):
        msg = f"{type(function).__name__} is not callable"
        raise TypeError(msg)
    try:
        return signature(function)
    except ValueError:  # functions written in other languages may not tell
        return signature(lambda *_, **__: None)
