"""Runs a sanitizer over an article and writes down what it changed."""

from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Sequence

from newsclean.dom import HTML_SPACE, excerpt
from newsclean.errors import NewscleanError, PluginError
from newsclean.ledger import Drop, Note, in_order
from newsclean.models.article import Article
from newsclean.models.blocks import Block, Code, DefinitionList, Embed, Figure, Footnote, List, Math, Origin, Quote, Table
from newsclean.models.views import flat, texts, with_inner
from newsclean.options import Sanitizer
from newsclean.policy import Policy
from newsclean.readers.canonical import canonical_blocks
from newsclean.renderers.html import block_html
from newsclean.walk.limits import PLAYERS

_HOLDERS = (List, DefinitionList, Quote, Table, Embed, Footnote)


def sanitized(article: Article, name: str, sanitizer: Sanitizer, policy: Policy) -> Article:
    """Give the article that the sanitizer's output makes.

    The same string back leaves the article as it is. Else blocks of equal content keep their origin, others get the rule
    `sanitizer:<name>`, and what did not come back is dropped under that name.

    Raises:
        PluginError: The sanitizer raised (its exception is the cause) or returned something else than a string.
    """
    html = article.to_html()
    returned = returned_by(name, sanitizer, html)
    return article if returned == html else _merged(article, canonical_blocks(returned, policy), f"sanitizer:{name}")


def returned_by(name: str, sanitizer: Sanitizer, html: str) -> str:
    """Ask a sanitizer.

    Raises:
        PluginError: It raised (its exception is the cause) or returned something else than a string.
    """
    try:
        returned = sanitizer(html)
    except NewscleanError:
        raise
    except Exception as error:  # a plug-in may raise anything; the caller is promised our own types
        msg = f"sanitizer {name!r} raised {type(error).__name__}: {error}"
        raise PluginError(msg) from error
    if not isinstance(returned, str):
        msg = f"sanitizer {name!r} returned {type(returned).__name__}, not str"
        raise PluginError(msg)
    return returned


def _merged(article: Article, after: tuple[Block, ...], rule: str) -> Article:
    blocks: list[Block] = []
    drops: list[Drop] = []
    notes: list[Note] = []
    old_at = new_at = 0
    for old, new in [*_matches(article.blocks, after), (len(article.blocks), len(after))]:
        if old_at < old or new_at < new:
            gone, come = article.blocks[old_at:old], tuple(_renamed(block, rule) for block in after[new_at:new])
            _account(gone, come, rule, drops, notes)
            blocks.extend(come)
        blocks.extend(article.blocks[old : old + 1])
        old_at, new_at = old + 1, new + 1
    update = {
        "blocks": tuple(blocks),
        "dropped": in_order(article.dropped, drops),
        "notes": (*article.notes, *notes),
    }
    return article.model_copy(update=update)


def _matches(before: Sequence[Block], after: Sequence[Block]) -> list[tuple[int, int]]:
    """Pair blocks of equal content in order: each new one with the first old one behind the last pair."""
    places: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for at, block in enumerate(before):
        places[_content(block)].append(at)
    found: list[tuple[int, int]] = []
    last = -1
    for at, block in enumerate(after):
        waiting = places.get(_content(block), deque())
        while waiting and waiting[0] <= last:
            waiting.popleft()
        if waiting:
            last = waiting.popleft()
            found.append((last, at))
    return found


def _content(block: Block) -> Hashable:
    """Give what is equal for blocks that are equal in all but their origins."""
    # HTML says all there is, but rendering takes a while; of blocks without others in them the fields say it as well.
    if isinstance(block, _HOLDERS):
        return block_html(block)
    fields = vars(block).copy()
    del fields["origin"]
    return tuple(fields.values())


def _account(gone: Sequence[Block], come: Sequence[Block], rule: str, drops: list[Drop], notes: list[Note]) -> None:
    """Write down the difference between a stretch of blocks and what stands in its place."""
    before, after = _characters(gone), _characters(come)
    lost = (before - after).total()
    added = after.total() - before.total() + lost
    media = _media(gone, come)
    if gone and (lost or media > 0 or not come):
        words = excerpt(" ".join(text for block in flat(gone) for text in _strings(block)))
        line = gone[0].origin.line
        drops.append(Drop(reason="sanitizer", rule=rule, line=line, size=lost, media=max(media, 0), excerpt=words))
    if added or media < 0:
        notes.append(Note(code="sanitizer-added", text=f"{rule}: {added} characters, {max(-media, 0)} pictures"))
    elif come and not lost and not media:
        notes.append(Note(code="sanitizer-changed", text=f"{rule}: markup only"))


def _strings(block: Block) -> list[str]:
    if isinstance(block, Code | Math):
        return [block.text]
    return [words for text in texts(block) for words in (text.text, *(mark.annotation or "" for mark in text.marks))]


def _characters(blocks: Sequence[Block]) -> Counter[str]:
    count: Counter[str] = Counter()
    for block in flat(blocks):
        for text in _strings(block):
            count.update(text)
    for space in HTML_SPACE:
        del count[space]
    return count


def _media(gone: Sequence[Block], come: Sequence[Block]) -> int:
    """Count the media that did not come back. Embeds that only text named in the source are none; they are the first that
    embeds which came back are held to be."""
    pictures = _pictures(gone) - _pictures(come)
    embeds = [block.origin.rule in PLAYERS for block in flat(gone) if isinstance(block, Embed)]
    back = sum(isinstance(block, Embed) for block in flat(come))
    return pictures + sum(embeds) - min(sum(embeds), max(back - embeds.count(False), 0))


def _pictures(blocks: Sequence[Block]) -> int:
    return sum(len(block.images) for block in flat(blocks) if isinstance(block, Figure))


def _renamed(block: Block, rule: str) -> Block:
    whole = with_inner(block, lambda parts: tuple(_renamed(part, rule) for part in parts))
    return whole.model_copy(update={"origin": Origin(rule=rule)})
