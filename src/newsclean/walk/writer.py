"""Where the words of a walk go: the running text, and the blocks made of it."""

from collections.abc import Callable, Collection, Sequence
from types import MappingProxyType
from typing import NamedTuple

from newsclean.dom import Element
from newsclean.walk.accounts import Accounts, Prose
from newsclean.walk.claims import Pending
from newsclean.walk.join import is_shown
from newsclean.walk.run import Draft, Run, collapse, is_invisible
from newsclean.walk.tokens import Begin, Break, Cut, End, Put, Span, Token, Tokens

BARE: Prose = ("paragraph", MappingProxyType({}), "text", None)


class _Stretch(NamedTuple):
    """Blocks between two pieces of markup: those from a place on, in one list of blocks."""

    out: list[Draft]
    at: int
    merge: Callable[[list[Draft]], list[Draft]]


class Writer:
    """Collects the running text and makes a block of it at each boundary."""

    __slots__ = ("accounts", "claimed", "deferred", "leftovers", "near", "out", "prose", "run", "start", "stretches", "tokens")

    def __init__(self, accounts: Accounts, tokens: Tokens | None, claimed: Collection[Element]) -> None:
        """Begin without any text."""
        self.accounts, self.tokens = accounts, tokens
        self.claimed = claimed
        """Elements that belong to blocks and are still to come."""
        self.out: list[Draft] = []
        """Where the next block goes: the innermost open block that holds blocks, or the article."""
        self.run = Run()
        self.prose = BARE
        self.near: Element | None = None
        """The element entered last; a run of bare text has the line of the one before its first character."""
        self.start: Element | None = None
        self.deferred: list[Draft] = []
        """Figures of pictures that stand inside a sentence: they follow it."""
        self.leftovers: list[Element] | None = None
        """While a caption is read: what in it is no text, to be walked after it. Else None."""
        self.stretches: dict[str, list[_Stretch]] = {}
        """Those that have begun, by name, the last one last."""

    def text(self, chunk: str) -> None:
        """Add text as it stands in the source."""
        run = self.run
        if self.tokens is not None and self.tokens.trigger.search(chunk) and run.reads_markup:
            self._tokens(chunk, self.tokens)
            return
        if not run.length:
            self.start = self.near
        run.add(chunk)

    def _plain(self, chunk: str) -> None:
        if not chunk:
            return
        if not self.run.length:
            self.start = self.near
        self.run.add(chunk)

    def boundary(self, _: None = None) -> None:
        """End the block; inside a caption, end the line."""
        if self.leftovers is None:
            self.flush()
        else:
            self.run.boundary()

    def line_break(self) -> None:
        """End the line, as `<br>` does; two of them end a paragraph."""
        run = self.run
        doubled = run.length and run.line_empty and self.leftovers is None and self.accounts.settings.double_breaks
        if doubled and self.prose[0] == "paragraph":
            self.flush()
        else:
            run.line_break()

    def flush(self) -> None:
        """Make a block of the run, then emit the figures that stood in it."""
        if self.run.length:
            self.add_prose(self.prose, *self.run.take())
        if self.deferred:
            self.out.extend(self.deferred)
            self.deferred = []

    def add_prose(self, prose: Prose, text: str, marks: Sequence[Draft]) -> None:
        """Make a block of a whole text."""
        own = prose[3]
        node = self.start if own is None else own
        if is_invisible(text):
            self.accounts.drop_blank(text, node)
        else:
            self.out.append(self.accounts.prose(prose, node, text, marks))

    def emit(self, draft: Draft, *, inline: bool) -> None:
        """Put a block that is no text where it belongs: one in a sentence, or in a text that is read apart, follows it."""
        if self.leftovers is not None or (inline and not self.run.line_empty):
            self.deferred.append(draft)
            return
        # A block, or a picture that begins a line of its own: the text before it ends here.
        self.flush()
        self.out.append(draft)

    def emit_once(self, pending: Pending) -> None:
        """Emit a block at the first of its parts."""
        if not pending.emitted:
            pending.emitted = True
            self.emit(pending.draft, inline=pending.inline)

    # Markup that stands in the text

    def _tokens(self, chunk: str, tokens: Tokens) -> None:
        at = 0
        for token in tokens.find(chunk, bare=self.prose[3] is None and self.leftovers is None):
            if token.start > at:
                self._plain(chunk[at : token.start])
            at = token.end
            keep = self._answer(token)
            self.accounts.drop_markup(token, chunk[token.start : at], keep, self.near)
        if at < len(chunk):
            self._plain(chunk[at:])

    def _answer(self, token: Token) -> str:
        """Do what a text rule says; give the characters of the markup that are kept."""
        match token.answer:
            case Break() | End() if self.leftovers is not None:
                return ""
            case Span(kind=kind, keep=keep):
                mark = self.run.open_mark({"kind": kind})
                self._plain(keep)
                if mark is not None:
                    self.run.close_mark(mark)
                return keep
            case (Cut() | Put() | Begin()) as answer if isinstance(answer, Cut) or self.leftovers is not None:
                self._plain(answer.keep)  # inside a caption nothing but text can stand
                return answer.keep
            case Put() as put:
                draft = self.accounts.put(put, token.rule, self.near)
                if draft is None:
                    return ""
                # One with words of its own stands where they stand, another follows the sentence.
                self.emit(draft, inline=not put.keep)
                return put.keep
            case Begin() as begin:
                self._begin(begin, token.rule)
                return begin.keep
            case End(name=name):
                self._end(name)
            case _:
                self.flush()
        return ""

    def _begin(self, begin: Begin, rule: str) -> None:
        self.flush()
        self.stretches.setdefault(begin.name, []).append(_Stretch(self.out, len(self.out), begin.merge))
        if not is_invisible(begin.keep):
            self.out.append(self.accounts.prose((*BARE[:2], rule, None), self.near, collapse(begin.keep), ()))

    def _end(self, name: str) -> None:
        """Merge the blocks of the last stretch of this name, if they are all in the same list of blocks and whole."""
        begun = self.stretches.get(name)
        if begun:
            self.flush()
            out, at, merge = begun.pop()
            if out is self.out and not self.claimed:
                stretch = out[at:]
                out[at:] = [*merge([draft for draft in stretch if not is_shown(draft)]), *filter(is_shown, stretch)]
