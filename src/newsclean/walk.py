"""The walker: one pass over the tree, in which rules point and the walker reads.

It goes through the tree in document order with a stack of its own, never by recursion. Text joins the current run; a
block boundary ends the run and makes a block of it. Rules are asked about each element; what they answer is read here
and nowhere else, so that every character ends in a block or in a Drop (the law of conservation).
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from newsclean.accounts import Accounts, Settings, is_invisible
from newsclean.dom import HTML_SPACE, Element
from newsclean.elements import BLOCKS
from newsclean.frames import Frame, Part, Pending, Prose
from newsclean.join import join
from newsclean.ledger import Drop, Note
from newsclean.rules.answers import RuleIndex, Skip, Take
from newsclean.run import Draft, Run, VerbatimRun, collapse

# Quotes and lists within one another. pydantic reads JSON of about 98 levels, and a list in a list is three of them; no
# post of the corpus goes beyond 7.
MAX_NESTING = 16


class Walked(NamedTuple):
    """Everything that the walk found."""

    drafts: list[Draft]
    drops: list[Drop]
    notes: list[Note]


_BARE: Prose = (Take("paragraph", reads="text"), "text", None)


def walk(roots: Iterable[Element], index: RuleIndex, settings: Settings) -> Walked:
    """Read trees into drafts of blocks, in document order, with everything left out beside them."""
    walker = _Walker(index, settings)
    walker.read(list(roots))
    return Walked(join(walker.out, settings.joins), walker.accounts.drops, walker.accounts.notes)


class _Walker:
    """The state of one walk."""

    def __init__(self, index: RuleIndex, settings: Settings) -> None:
        self.joins = settings.joins
        self.rules, self.others = index.by_tag, index.others
        self.accounts = Accounts(settings)
        self.out: list[Draft] = []
        """Where the next block goes: the innermost open block that holds blocks, or the article."""
        self.frame: Frame | None = None
        self.nesting = 0
        self.run = Run()
        self.prose = _BARE
        self.near: Element | None = None
        """The element entered last; a run of bare text has the line of the one before its first character."""
        self.start: Element | None = None
        self.deferred: list[Draft] = []
        """Figures of pictures that stand inside a sentence: they follow it."""
        self.claims: dict[Element, Part] = {}
        self.path: set[Element] = set()
        """Elements between a block's own and those it claims: opened without asking."""
        self.leftovers: list[Element] | None = None
        """While a caption is read: what in it is no text, to be walked after it. Else None."""
        self.stack: list[Element | str | tuple[Callable[[Any], None], Any]] = []

    def read(self, roots: list[Element]) -> None:
        """Walk whole trees."""
        self.stack.extend(reversed(roots))
        self._loop()
        self._flush()

    def _loop(self) -> None:
        stack = self.stack
        while stack:
            item = stack.pop()
            if isinstance(item, Element):
                tail = item.tail
                # Between blocks stands mostly white space; at a boundary it shows nothing.
                if tail and (tail.strip(HTML_SPACE) or item.tag not in BLOCKS):
                    stack.append(tail)
                self._judge(item)
            elif isinstance(item, str):
                self._text(item)
            else:
                item[0](item[1])

    # What to do with an element

    def _judge(self, node: Element) -> None:
        self.near = node
        if self.claims and node in self.claims:
            self._arrive(node)
            return
        if node not in self.path:
            for rule in self.rules.get(node.tag, self.others):
                answer = rule.look(node)
                if answer is None:
                    continue
                if self.leftovers is None and isinstance(answer, Take):
                    self._settle(node, answer, rule.name)
                    return
                if isinstance(answer, Take) and not answer.nodes:
                    break  # a block inside a caption: its words join the caption
                if node.tag in BLOCKS:
                    self._boundary()
                if isinstance(answer, Skip):
                    self.accounts.drop(node, answer.reason, rule.name)
                elif self.leftovers is not None:
                    self.leftovers.append(node)
                return
        self._open(node)

    def _open(self, node: Element) -> None:
        tag = node.tag
        if tag in BLOCKS:
            self._boundary()
            if self.frame is not None and tag in self.frame.take.starts and self.leftovers is None:
                self.out = []
                self.frame.parts.append(self.out)
            self.stack.append((self._boundary, None))
        elif tag == "br":
            self.run.line_break()
        else:
            self._open_marks(node)
        self._children(node)

    def _children(self, node: Element) -> None:
        if len(node):
            self.stack.extend(node.iterchildren(reversed=True))
        if text := node.text:
            self._text(text)

    def _settle(self, node: Element, take: Take, rule: str) -> None:
        if take.reads == "parts":
            self._claim(node, take, rule)
            return
        run = self.run
        if run.length or self.deferred:
            self._flush()
        if take.reads == "text":
            if not len(node) and not run.open:  # most paragraphs are such: there is nothing to walk
                self._add_prose((take, rule, node), collapse(node.text or ""), ())
                return
            self.stack.append((self._close_prose, self.prose))
            self.prose = (take, rule, node)
        elif self.nesting < MAX_NESTING:
            self._open_frame(node, take, rule)
        else:
            self.accounts.note("nesting-flattened", node, f"<{node.tag}>")
            self._open(node)
            return
        self._children(node)

    def _close_prose(self, outer: Prose) -> None:
        self._flush()
        self.prose = outer

    # Blocks that hold blocks

    def _open_frame(self, node: Element, take: Take, rule: str) -> None:
        draft = self.accounts.draft(take, node, rule)
        if draft.get("cite"):
            draft["cite"] = self.accounts.link(draft["cite"], node)
        frame = Frame(take, draft, [[]])
        self.stack.append((self._close_frame, (self.frame, self.out, self.prose)))
        self.frame, self.out, self.prose = frame, frame.parts[0], _BARE
        self.nesting += 1

    def _close_frame(self, outer: tuple[Frame | None, list[Draft], Prose]) -> None:
        self._flush()
        frame = self.frame
        self.frame, self.out, self.prose = outer
        self.nesting -= 1
        if frame is not None and any(frame.parts):
            self.out.append(frame.closed([join(part, self.joins) for part in frame.parts if part]))

    # Blocks made of parts: their element is opened, they are emitted at the first part

    def _claim(self, node: Element, take: Take, rule: str) -> None:
        pictures = [self.accounts.picture(part) for part in take.nodes]
        if take.nodes and not any(pictures):
            if node in take.nodes:
                self.accounts.drop_image(node)
            else:
                self._open(node)
            return
        draft = self.accounts.draft(take, node, rule)
        if take.nodes:
            draft["images"] = []
        pending = Pending(draft, inline=node.tag not in BLOCKS)
        claims = self.claims
        for part, picture in zip(take.nodes, pictures, strict=True):
            claims[part] = Part(pending, "images", "picture", picture)
            if picture is not None and part in take.own:
                claims[take.own[part]] = Part(pending, "caption", "text", picture)
        for field, part in take.texts.items():
            claims[part] = Part(pending, field, "text", draft)
        for field, part in take.verbatim.items():
            claims[part] = Part(pending, field, "verbatim", draft)
        for part in (*take.nodes, *take.own.values(), *take.texts.values(), *take.verbatim.values()):
            self._pave(part, node)
        if node in claims:
            self._arrive(node)
        else:
            self._open(node)

    def _pave(self, part: Element, node: Element) -> None:
        above = None if part is node else part.getparent()
        while above is not None and above is not node and above not in self.path:
            self.path.add(above)
            above = above.getparent()

    def _arrive(self, node: Element) -> None:
        pending, field, how, target = self.claims.pop(node)
        if node.tag in BLOCKS:
            self._boundary()
        if target is None:
            self.accounts.drop_image(node)
            return
        if how == "picture":
            self._emit(pending)
            target["link"] = self.run.link
            pending.draft[field].append(target)
            return
        if how == "text":
            self._emit(pending)
        text, marks, leftovers = self._read_apart(node, self.run.inner() if how == "text" else VerbatimRun())
        if is_invisible(text):
            self.accounts.drop_blank(text, node)
        elif how == "text":
            target[field] = {"text": text, "marks": marks}
        else:
            target[field] = text
            self._emit(pending)
        if leftovers:
            self.stack.extend((self._judge, part) for part in reversed(leftovers))

    def _emit(self, pending: Pending) -> None:
        if pending.emitted:
            return
        pending.emitted = True
        if pending.inline and not self.run.line_empty:
            self.deferred.append(pending.draft)
            return
        # A block, or a picture that begins a line of its own: the text before it ends here.
        self._flush()
        self.out.append(pending.draft)

    # Text

    def _text(self, chunk: str) -> None:
        run = self.run
        if not run.length:
            self.start = self.near
        run.add(chunk)

    def _boundary(self, _: None = None) -> None:
        if self.leftovers is None:
            self._flush()
        else:
            self.run.boundary()

    def _flush(self) -> None:
        """Make a block of the run, then emit the figures that stood in it."""
        if self.run.length:
            self._add_prose(self.prose, *self.run.take())
        if self.deferred:
            self.out.extend(self.deferred)
            self.deferred = []

    def _add_prose(self, prose: Prose, text: str, marks: Sequence[Draft]) -> None:
        take, rule, own = prose
        node = self.start if own is None else own
        if is_invisible(text):
            self.accounts.drop_blank(text, node)
        else:
            self.out.append(self.accounts.prose(take, rule, node, text, marks))

    def _read_apart(self, node: Element, run: Run) -> tuple[str, list[Draft], list[Element]]:
        """Read all text of an element as one; give it with what is no text in it."""
        if not len(node) and not run.open:
            return collapse(node.text or "") if type(run) is Run else (node.text or "").strip("\n"), [], []
        outer = self.run, self.stack, self.leftovers
        leftovers: list[Element] = []
        self.run, self.stack, self.leftovers = run, [], leftovers
        self._children(node)
        self._loop()
        text, marks = run.take()
        self.run, self.stack, self.leftovers = outer
        return text, marks, leftovers

    def _open_marks(self, node: Element) -> None:
        for fields in self.accounts.marks(node):
            mark = self.run.open_mark(fields)
            if mark is not None:
                self.stack.append((self.run.close_mark, mark))
