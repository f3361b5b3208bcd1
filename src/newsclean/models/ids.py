"""Names of blocks that last: the same content has the same name, wherever it stands and whenever it is parsed."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from newsclean.models.blocks import Block, Code, Divider, Figure, Heading, Math, Paragraph, content

# Of 64 bits: among a million different blocks two share one in a chance of one in thirty million.
_DIGITS = 16
# Kinds in which no other block stands, so that the only origin is their own.
_SIMPLE = frozenset({Paragraph, Heading, Figure, Code, Math, Divider})
_ORIGIN = frozenset({"origin"})
_write = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode


def block_ids(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Name blocks by what they hold, origins apart; of equal ones the second ends with `-2`, and so on.

    >>> from newsclean import Divider
    >>> block_ids((Divider(), Divider(origin={"rule": "x"})))
    ('0c8dc3890fe6c048', '0c8dc3890fe6c048-2')
    """
    from hashlib import sha256

    seen: Counter[str] = Counter()
    out: list[str] = []
    for block in blocks:
        name = sha256(_write(_content(block)).encode()).hexdigest()[:_DIGITS]
        seen[name] += 1
        out.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(out)


def _content(block: Block) -> Any:  # noqa: ANN401 - any JSON value
    if type(block) in _SIMPLE:
        return block.model_dump(mode="json", exclude=_ORIGIN)  # type: ignore[arg-type]  # it takes any set
    return content(block.model_dump(mode="json"))
