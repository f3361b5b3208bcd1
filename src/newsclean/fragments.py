"""Sanitizes HTML that is no article: the same two walls, without blocks in between."""

from newsclean.dom import measure, parse_html
from newsclean.errors import InputError
from newsclean.ledger import Drop, Note
from newsclean.models.sanitized import Sanitized
from newsclean.options import Sanitizer
from newsclean.plugins import resolve_sanitizer
from newsclean.policy import Policy
from newsclean.sanitizers.builtin import rebuilt
from newsclean.sanitizing import returned_by


def sanitized_fragment(html: str, policy: Policy, backend: Sanitizer | str) -> Sanitized:
    """Do what `newsclean.sanitize_report` says.

    Our own builder comes first: what it writes is well-formed, of bounded depth, and within the policy, so that a backend gets
    nothing which it could be slow on or read in another way than a browser. It comes again where the backend changed anything.
    """
    if not isinstance(html, str):
        msg = f"html must be a str, not {type(html).__name__}; decode bytes first"
        raise InputError(msg)
    name, sanitizer = resolve_sanitizer(backend, policy)
    first = rebuilt(html, policy)
    if backend == "builtin":
        return Sanitized(html=first.html, dropped=first.drops, notes=first.notes)
    returned = returned_by(name, sanitizer, first.html)
    if returned == first.html:
        return Sanitized(html=first.html, dropped=first.drops, notes=first.notes)
    second = rebuilt(returned, policy)
    drops, notes = _changes(first.html, second.html, f"sanitizer:{name}")
    return Sanitized(
        html=second.html, dropped=(*first.drops, *drops, *second.drops), notes=(*first.notes, *notes, *second.notes)
    )


def _changes(before: str, after: str, rule: str) -> tuple[list[Drop], list[Note]]:
    """Write down what a backend has taken or brought."""
    size, media = (_size(before)[at] - _size(after)[at] for at in (0, 1))
    drops = [Drop(reason="sanitizer", rule=rule, size=max(size, 0), media=max(media, 0))] if size > 0 or media > 0 else []
    notes = []
    if size < 0 or media < 0:
        notes.append(Note(code="sanitizer-added", text=f"{rule}: {max(-size, 0)} characters, {max(-media, 0)} pictures"))
    elif not drops and before != after:
        notes.append(Note(code="sanitizer-changed", text=f"{rule}: markup only"))
    return drops, notes


def _size(html: str) -> tuple[int, int]:
    found = [measure(root) for root in parse_html(html).roots]
    return sum(part.size for part in found), sum(part.media for part in found)
