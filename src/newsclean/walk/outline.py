"""What only a look at the whole article tells: its title said again, headings that are merely bold, its first and last lines.

One pass over the article's own blocks, as drafts, after neighbours are paired. Furniture that is shown takes no part.
"""

import re
from datetime import date
from typing import NamedTuple

from newsclean.dom import excerpt, visible_size
from newsclean.ledger import Drop, in_order
from newsclean.rules.answers import SHORT
from newsclean.rules.endings import TOPS, Ending
from newsclean.rules.feet import FEET
from newsclean.rules.labels import label_of_box, reason_of
from newsclean.walk.accounts import Walked
from newsclean.walk.join import is_shown
from newsclean.walk.run import Draft

_TEXTS = frozenset({"paragraph", "heading"})
# Blocks of text among which lines above the text are looked for, and what is too long for one.
_TOP, _LINE = 5, 100
# How much of the title a heading in fewer words must be, and of a heading in more words the title.
_ALIKE, _ALIKE_IN_MORE = 0.6, 0.7
# More characters than twice the title that a block which repeats it may have, for spaces and signs.
_LOOSE = 10
_MOST_OVER = 2
# What parts a title in two, each of which may be set as a line of its own.
_PARTS = re.compile(r"[:|：｜]\s?|\s[-–—·]\s")
_NUMBER = re.compile(r"[0-9]{1,4}")
_LONGEST_HEADING = 80
# A bold line that ends so is a sentence, or what it announces follows.
_NO_HEADING = frozenset(".,;:…!?。，；：！？、؟۔।")
_FEWEST = 2
# Rows that a block without any mark may be an instance of by what it says.
_SAYING = tuple(row for row in FEET if row.says and not row.linked)


class Outlined(NamedTuple):
    """The walk, with what was found; and what the article says of itself in a sentence."""

    walked: Walked
    standfirst: str | None


class Known:
    """What the header says that may be said again in the text."""

    __slots__ = ("_authors", "_names", "published", "title")

    def __init__(self, fields: Draft) -> None:
        """Begin with the fields of a header."""
        self.title: str = fields.get("title") or ""
        self.published: date | None = fields.get("published")
        self._authors: list[Draft] = fields["authors"]
        self._names: frozenset[str] | None = None

    def is_author(self, draft: Draft) -> bool:
        """Tell whether a paragraph is the name of an author, and nothing else."""
        if not self._authors or draft["type"] != "paragraph" or len(draft["text"]) > _LINE:
            return False
        if self._names is None:  # most articles have no line that might be one
            said = (name for author in self._authors for name in (author["name"], author.get("raw")) if name)
            self._names = frozenset(map(_folded, said)) - {""}
        return _folded(draft["text"]) in self._names


def outline(walked: Walked, header: Known, shows: frozenset[str]) -> Outlined:
    """Look over the blocks of an article."""
    drafts = _own(walked.drafts) if shows else walked.drafts
    kinds, texts = _texts(drafts)
    if len(drafts) > 1 and (found := _above(drafts, texts, header) | _below(drafts, texts, header)):
        walked = _left_out(walked, [(drafts[at], *found[at]) for at in sorted(found)], shows)
        drafts = _own(walked.drafts) if shows else walked.drafts
        kinds, texts = _texts(drafts)
    if "heading" not in kinds:
        _head(drafts, texts)
    standfirst = [drafts[at]["text"] for at in texts[:_TOP] if drafts[at]["origin"]["rule"] == "standfirst"]
    return Outlined(walked, standfirst[0] if standfirst else None)


def _own(drafts: list[Draft]) -> list[Draft]:
    return [draft for draft in drafts if not is_shown(draft)]


def _texts(drafts: list[Draft]) -> tuple[list[str], list[int]]:
    """Give the kinds of blocks, and the places of those that are text."""
    kinds = [draft["type"] for draft in drafts]
    return kinds, [at for at, kind in enumerate(kinds) if kind in _TEXTS]


def _left_out(walked: Walked, found: list[tuple[Draft, str, str]], shows: frozenset[str]) -> Walked:
    """Drop what was found, or mark it."""
    drops, gone = [], set()
    for draft, reason, rule in found:
        if reason in shows:
            draft["origin"]["boilerplate"] = reason
            continue
        gone.add(id(draft))
        drops.append(dropped_text(draft, reason, rule))
    kept = [draft for draft in walked.drafts if id(draft) not in gone]
    return Walked(kept, list(in_order(walked.drops, drops)), walked.notes)


def dropped_text(draft: Draft, reason: str, rule: str) -> Drop:
    """Give the Drop for a block of text that was read."""
    size = visible_size(draft["text"]) + sum(visible_size(mark.get("annotation") or "") for mark in draft.get("marks", ()))
    return Drop(reason=reason, rule=rule, line=draft["origin"]["line"], size=size, excerpt=excerpt(draft["text"]))


# Above and below the text


def _above(drafts: list[Draft], texts: list[int], header: Known) -> dict[int, tuple[str, str]]:
    """Find the title and the lines that stand beside it, before the text begins; one long block may be a standfirst."""
    found: dict[int, tuple[str, str]] = {}
    lines: list[int] = []
    long = 0
    title, published = header.title, header.published
    most = 2 * len(title) + _LOOSE if title else 0
    for at in texts[: min(_TOP, len(texts) - 1)]:
        draft = drafts[at]
        if len(draft["text"]) <= most and not long and _repeats(draft, title, over=[drafts[line] for line in lines]):
            found[at] = ("title-again", "title-again")
            # What stands over the headline is no part of the text.
            found |= dict.fromkeys(lines, ("kicker", "over-title"))
            lines = []
        elif len(draft["text"]) > _LINE:
            if (long := long + 1) > 1:
                break
        elif header.is_author(draft):
            found[at] = ("byline", "author-again")
        elif (row := _row(TOPS, draft)) is not None and not (long and row.early and not _is_day(draft["text"], published)):
            found[at] = (row.reason, row.name)
        else:
            lines.append(at)
    return found


def _is_day(text: str, published: date | None) -> bool:
    """Tell whether a text names the day on which the article was published."""
    numbers = set(map(int, _NUMBER.findall(text)))
    return published is not None and {published.year, published.month, published.day} <= numbers


def _repeats(draft: Draft, title: str, *, over: list[Draft]) -> bool:
    """Tell whether a block says the title again: in the same words, or a heading in most of them, or one in a part of them.

    Over a heading that does there may be a line or two, but no sentence.
    """
    words, said = _folded(draft["text"]), _folded(title)
    if not words or draft["type"] != "heading":
        return bool(words) and words == said and not over
    if len(over) > _MOST_OVER or any(line["text"][-1] in _NO_HEADING for line in over):
        return False
    alike = words in said and len(words) >= _ALIKE * len(said)
    if alike or (said in words and len(said) >= _ALIKE_IN_MORE * len(words)):
        return True
    return draft["level"] == 1 and any(words == _folded(part) for part in _PARTS.split(title))


def _folded(text: str) -> str:
    """Give letters and digits alone, without case."""
    return "".join(filter(str.isalnum, text)).casefold()


def _below(drafts: list[Draft], texts: list[int], header: Known) -> dict[int, tuple[str, str]]:
    """Find lines below the text, from the last one upwards; what is no text ends them, but for a divider."""
    found: dict[int, tuple[str, str]] = {}
    at = len(drafts)
    while at > 1:
        at -= 1
        draft = drafts[at]
        if draft["type"] == "divider":
            continue
        if draft["type"] not in _TEXTS or at <= texts[0] or drafts[at - 1]["type"] == "figure":
            break
        if (label := _label(draft)) is not None:
            found[at] = (label, "last-label")
        elif (row := _row(FEET, draft)) is not None:
            found[at] = (row.reason, row.name)
        elif header.is_author(draft):
            found[at] = ("byline", "author-again")
        elif draft["type"] == "heading" and at + 1 in found:
            found[at] = (found[at + 1][0], "heading-of-nothing")
        else:
            break
    return found


def _label(draft: Draft) -> str | None:
    """Give the reason of a label; a single word that is set as a heading or in bold may be one."""
    text = draft["text"]
    if text[-1] in ":：" and len(text) <= SHORT:
        return label_of_box(text)
    return reason_of(text) if " " in text or (draft["type"] == "paragraph" and not draft.get("marks")) else None


def _row(rows: tuple[Ending, ...], draft: Draft) -> Ending | None:
    """Give the row that a block is an instance of."""
    text = draft["text"]
    # A long block without a mark is text, however it begins.
    size, marks, low = len(text), draft.get("marks"), ""
    line = size <= _LINE or marks
    for row in rows if line else _SAYING:
        if size > row.most or (row.linked and (not marks or _linked(draft) < row.linked)):
            continue
        if line and row.pattern.match(text):
            return row
        if row.says:
            low = low or text.lower()
            if _says(low, row.says):
                return row
    return None


def _says(text: str, wanted: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether a text has one of each of these."""
    for words in wanted:
        for word in words:  # a loop, as it is run over the end of every article: a generator takes twice the time
            if word in text:
                break
        else:
            return False
    return True


def _linked(draft: Draft) -> float:
    """Give the share of a text that is links."""
    linked = sum(mark["end"] - mark["start"] for mark in draft.get("marks", ()) if mark["kind"] == "link")
    return float(linked / len(draft["text"]))


# Headings that are merely bold


def _head(drafts: list[Draft], texts: list[int]) -> None:
    """Make headings of bold lines in an article without any: several, each with text under it, after some text."""
    bold = [at for at in texts if (marks := drafts[at].get("marks")) and _is_bold(drafts[at]["text"], marks)]
    if len(bold) < _FEWEST:
        return
    begun = next((at for at in texts if at not in set(bold)), len(drafts))
    plain = set(texts) - set(bold)
    heads = [at for at in bold if at > begun and at + 1 in plain and len(drafts[at + 1]["text"]) > len(drafts[at]["text"])]
    for at in heads if len(heads) >= _FEWEST else ():
        draft = drafts[at]
        draft["origin"] |= {"inferred": True, "guess": {"bold": True}}
        draft |= {"type": "heading", "level": 2, "marks": draft["marks"][1:]}


def _is_bold(text: str, marks: list[Draft]) -> bool:
    first = marks[0]
    return (
        first["kind"] == "strong"
        and first["start"] == 0
        and first["end"] == len(text) <= _LONGEST_HEADING
        and text[-1] not in _NO_HEADING
        and "\n" not in text
        and all(mark["kind"] != "link" for mark in marks)
        and any(map(str.isalpha, text))
    )
