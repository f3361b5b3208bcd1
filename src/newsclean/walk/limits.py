"""Takes what a policy does not allow out of drafts, kinds of blocks and marks and addresses, and writes down what is gone.

What holds blocks is unwrapped: they stand for themselves. What has words of its own is left out, for it would have to become
another kind to stay; words beside it, such as a caption, stay as a paragraph. A mark leaves its words. What only a guess made
a figure or a heading is taken for what it was before: nothing is left out for a guess. A picture, player or link whose address
only the policy forbids (`FORBIDDEN`) is found like any other and comes this far, so that all beside it is what it would be.
"""

from collections.abc import Iterable, Mapping
from itertools import chain
from types import MappingProxyType

from newsclean.dom import excerpt, visible_size
from newsclean.ledger import Drop, Note, in_order
from newsclean.models.blocks import Figure, Heading
from newsclean.models.views import without_inferred
from newsclean.policy import Policy
from newsclean.urls import has_host
from newsclean.walk.accounts import Walked
from newsclean.walk.run import FORBIDDEN, Draft

RULE = "policy"
"""Stands in each Drop."""
PLAYERS = frozenset({"player", "figure-player"})
"""Rules whose embeds are media of the source; others stand for words or a script."""

# Blocks that are nothing but words.
_WORDS = frozenset({"paragraph", "heading", "code", "math"})
# Fields that hold a Text, in the order in which they are shown.
_TEXTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"figure": ("caption", "credit"), "table": ("caption",), "embed": ("caption",)}
)
# Kinds that may be guessed, or of which something may be.
_GUESSED: Mapping[str, type[Figure | Heading]] = MappingProxyType({"figure": Figure, "heading": Heading})


def limited(walked: Walked, policy: Policy) -> Walked:
    """Give what a policy allows of all that a walk has found, with drops and notes of what it does not."""
    limits = Limits(policy)
    drafts = limits.apply(walked.drafts)
    return Walked(drafts, list(in_order(walked.drops, limits.drops)), [*walked.notes, *limits.notes])


class Limits:
    """What a policy has taken out of an article."""

    def __init__(self, policy: Policy) -> None:
        """Begin with empty books."""
        self.policy = policy
        self.drops: list[Drop] = []
        self.notes: list[Note] = []

    def apply(self, drafts: Iterable[Draft]) -> list[Draft]:
        """Give what is allowed of some blocks, at every depth; the walker caps how deep they stand in one another."""
        return [kept for draft in drafts for block in self._looked_at(draft) for kept in self._block(block)]

    def _looked_at(self, draft: Draft) -> list[Draft]:
        """Give a block of which all marks and all inside is allowed; what was guessed of one that is not itself, undone."""
        for holder in _holders(draft):
            holder["blocks"] = self.apply(holder["blocks"])
        guess = draft["origin"].get("guess")
        if guess is not None:
            self._mend(draft, guess)
        for text in _texts(draft):
            self._marks(text, draft)
        if draft["type"] == "figure" and any(FORBIDDEN in image for image in draft["images"]):
            return self._without_pictures(draft)
        if guess is not None and draft["type"] in _GUESSED and draft["type"] not in self.policy.blocks:
            return _unguessed(draft)
        return [draft]

    def _block(self, draft: Draft) -> list[Draft]:
        reason = self._reason(draft)
        if reason is None:
            return [draft] if _holds_anything(draft) else self._words_beside(draft)
        self._drop(draft, reason)
        return self._words_beside(draft)

    def _mend(self, draft: Draft, guess: Draft) -> None:
        """Let no guess bring back a mark when it is undone."""
        if "bold" in guess:
            guess["bold"] = "strong" in self.policy.marks
        for seam in guess.get("seams", ()):
            holder = draft if seam["image"] is None else draft["images"][seam["image"]]
            before = holder.get("caption") or {"text": "", "marks": ()}
            torn = [mark for mark in before["marks"] if mark["end"] == len(before["text"])][: seam["crossing"]]
            seam["crossing"] = sum(map(self._allows, torn))

    def _without_pictures(self, figure: Draft) -> list[Draft]:
        """Take out the pictures that may not be shown; their own words stand before the rest, as joined words follow it."""
        images = figure["images"]
        gone = [at for at, image in enumerate(images) if FORBIDDEN in image]
        left = [at for at, image in enumerate(images) if FORBIDDEN not in image]
        self.drops += filter(None, (images[at].pop(FORBIDDEN) for at in gone))
        rest = [_part(figure, left, whole=True)] if left else []
        if "figure" not in self.policy.blocks:
            rest = [block for part in rest for block in _unguessed(part)]
        parts = [_part(figure, [at]) for at in gone] if left else [figure]
        undone = [block for part in parts for block in _unguessed(part)]
        words = [self._words_beside(block) if block["type"] == "figure" else [block] for block in undone]
        return [*chain.from_iterable(words), *rest]

    def _allows(self, mark: Draft) -> bool:
        return mark["kind"] in self.policy.marks and FORBIDDEN not in mark

    def _reason(self, draft: Draft) -> str | None:
        if FORBIDDEN in draft:
            return "unsafe-url"
        if draft["type"] not in self.policy.blocks:
            return "block-kind"
        if draft["type"] == "embed" and not has_host(draft["url"], self.policy.embed_hosts):
            return "embed-host"
        return None

    def _drop(self, draft: Draft, reason: str) -> None:
        """Write down what is gone; nothing where all that a block holds stays."""
        kind = draft["type"]
        size, media, words = 0, 0, ""
        if kind in _WORDS:
            words = draft["text"]
            size = visible_size(words) + sum(visible_size(mark.get("annotation") or "") for mark in draft.get("marks", ()))
        elif kind == "figure":
            media = 0 if draft["origin"]["rule"] in _of_text() else len(draft["images"])
            words = draft["images"][0].get("alt") or draft["images"][0]["src"]
        elif kind == "embed":
            media, words = int(draft["origin"]["rule"] in PLAYERS), draft["url"]
        line = draft["origin"].get("line")
        if size or media or kind == "embed":
            self.drops.append(Drop(reason=reason, rule=RULE, line=line, size=size, media=media, excerpt=excerpt(words)))
        else:
            self.notes.append(Note(code=reason, line=line, text=kind))

    def _words_beside(self, draft: Draft) -> list[Draft]:
        """Give what is left of a block: the blocks in it and the texts beside them, each in its order."""
        if draft["type"] in _WORDS:
            return []
        if draft["type"] == "definition_list":
            return self._definitions(draft)
        inside = [block for holder in _holders(draft) for block in holder["blocks"]]
        words = self._paragraphs(draft, _texts(draft))
        # A table's caption stands before it, the others after what they belong to.
        return [*words, *inside] if draft["type"] == "table" else [*inside, *words]

    def _definitions(self, draft: Draft) -> list[Draft]:
        """Give the terms as paragraphs, each before what explains it."""
        out: list[Draft] = []
        for item in draft["items"]:
            out += self._paragraphs(draft, item["terms"])
            out += chain.from_iterable(part["blocks"] for part in item["definitions"])
        return out

    def _paragraphs(self, draft: Draft, words: Iterable[Draft]) -> list[Draft]:
        """Give texts of a block as paragraphs of their own, if these are allowed."""
        language = {key: draft[key] for key in ("lang", "dir") if draft.get(key)}
        paragraphs = [{"type": "paragraph", "origin": draft["origin"], **language, **text} for text in words]
        if "paragraph" in self.policy.blocks:
            return paragraphs
        for paragraph in paragraphs:
            self._drop(paragraph, "block-kind")
        return []

    def _marks(self, text: Draft, draft: Draft) -> None:
        marks = text.get("marks") or ()
        kept = list(filter(self._allows, marks))
        if len(kept) == len(marks):
            return
        text["marks"] = kept
        # Of a link that may not be shown there is a note already.
        gone = [mark for mark in marks if mark["kind"] not in self.policy.marks and FORBIDDEN not in mark]
        if not gone:
            return
        line = draft["origin"].get("line")
        self.notes.append(Note(code="mark-kind", line=line, text=", ".join(sorted({mark["kind"] for mark in gone}))))
        for mark in gone:
            reading = mark.get("annotation") or ""
            if size := visible_size(reading):
                self.drops.append(Drop(reason="mark-kind", rule=RULE, line=line, size=size, excerpt=excerpt(reading)))


def _unguessed(draft: Draft) -> list[Draft]:
    """Give the blocks that a guess was made of."""
    if "guess" not in draft["origin"]:
        return [draft]
    block = _GUESSED[draft["type"]].model_validate(draft)
    return [found.model_dump(exclude_none=True) for found in without_inferred((block,))]


def _part(figure: Draft, places: list[int], *, whole: bool = False) -> Draft:
    """Give a figure of some of the pictures of another, with what was guessed about them; as a whole, its own words too."""
    guess = figure["origin"].get("guess", {})
    new = {place: at for at, place in enumerate(places)} | ({None: None} if whole else {})
    seams = [{**seam, "image": new[seam["image"]]} for seam in guess.get("seams", ()) if seam["image"] in new]
    guesses = {"joined": guess.get("joined", ()) if whole else (), "seams": seams}
    origin = {key: value for key, value in figure["origin"].items() if key not in {"inferred", "guess"}}
    if any(guesses.values()):
        origin |= {"inferred": True, "guess": guesses}
    own: Draft = figure if whole else {key: figure[key] for key in ("type", "lang", "dir") if key in figure}
    return {**own, "origin": origin, "images": [figure["images"][at] for at in places]}


def _of_text() -> frozenset[str]:
    """Give the rules whose pictures only words of the source name; those between shortcodes are elements."""
    from newsclean.rules.text import TEXT_RULES  # most posts need none of them

    return frozenset(rule.name for rule in TEXT_RULES) - {"caption-shortcode"}


def _holders(draft: Draft) -> Iterable[Draft]:
    """Give every draft with a field `blocks` that a block is made of."""
    match draft["type"]:
        case "list":
            return draft["items"]  # type: ignore[no-any-return]  # drafts are not validated yet
        case "definition_list":
            return [part for item in draft["items"] for part in item["definitions"]]
        case "table":
            return [cell for row in draft["rows"] for cell in row["cells"]]
        case "quote" | "footnote" | "embed":
            draft.setdefault("blocks", [])
            return (draft,)
        case _:
            return ()


def _texts(draft: Draft) -> Iterable[Draft]:
    """Give every draft of a Text that belongs to a block itself."""
    if draft["type"] in {"paragraph", "heading"}:
        return (draft,)
    own = [draft[field] for field in _TEXTS.get(draft["type"], ()) if draft.get(field)]
    if draft["type"] == "figure":
        words = (image.get(field) for image in draft["images"] for field in ("caption", "credit"))
        return [*filter(None, words), *own]
    if draft["type"] == "definition_list":
        return [term for item in draft["items"] for term in item["terms"]]
    return own


def _holds_anything(draft: Draft) -> bool:
    """Drop the parts of a block that are empty now; tell whether anything is left that makes it one."""
    match draft["type"]:
        case "list":
            draft["items"] = [item for item in draft["items"] if item["blocks"]]
            return bool(draft["items"])
        case "definition_list":
            for item in draft["items"]:
                item["definitions"] = [part for part in item["definitions"] if part["blocks"]]
            draft["items"] = [item for item in draft["items"] if item["terms"] or item["definitions"]]
            return bool(draft["items"])
        case "table":
            return any(cell["blocks"] for row in draft["rows"] for cell in row["cells"])
        case "quote" | "footnote":
            return bool(draft["blocks"])
        case _:
            return True
