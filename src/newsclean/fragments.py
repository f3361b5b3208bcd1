"""Sanitizes HTML that is no article: the same two walls, without blocks in between."""

from collections import Counter

from newsclean.dom import HTML_SPACE, measure, texts_of
from newsclean.errors import InputError
from newsclean.ledger import Drop, Note
from newsclean.models.sanitized import Sanitized
from newsclean.options import Sanitizer
from newsclean.plugins import resolve_sanitizer
from newsclean.policy import Policy
from newsclean.sanitizers.builtin import parse_fragment, rebuilt
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
    drops, notes = _changes(first.html, returned, f"sanitizer:{name}")
    if second.html != first.html and not (drops or notes):
        notes = [Note(code="sanitizer-changed", text=f"sanitizer:{name}: markup only")]
    return Sanitized(
        html=second.html, dropped=(*first.drops, *drops, *second.drops), notes=(*first.notes, *notes, *second.notes)
    )


def _changes(before: str, after: str, rule: str) -> tuple[list[Drop], list[Note]]:
    """Write down what a backend has taken or brought; what becomes of that is in the report of the second pass."""
    (had, had_media), (has, has_media) = _contents(before), _contents(after)
    lost, added, media = (had - has).total(), (has - had).total(), had_media - has_media
    drops = [Drop(reason="sanitizer", rule=rule, size=lost, media=max(media, 0))] if lost or media > 0 else []
    if not added and media >= 0:
        return drops, []
    return drops, [Note(code="sanitizer-added", text=f"{rule}: {added} characters, {max(-media, 0)} pictures")]


def _contents(html: str) -> tuple[Counter[str], int]:
    """Count each character and the media of a fragment."""
    found, media = Counter({"\0": html.count("\0")}), 0
    for root in parse_fragment(html).roots:
        media += measure(root).media
        for words in texts_of(root):
            found.update(words)
    for space in HTML_SPACE:
        del found[space]
    return found, media
