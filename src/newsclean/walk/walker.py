"""The walker: one pass over the tree, in which rules point and the walker reads.

It goes through the tree in document order with a stack of its own, never by recursion. Text joins the current run; a
block boundary ends the run and makes a block of it. Rules are asked about each element; what they answer is read here
and nowhere else, so that every character ends in a block or in a Drop (the law of conservation).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from newsclean.dom import BLOCKS, HTML_SPACE, Element, measure
from newsclean.rules.answers import SHORT, Enter, Rule, RuleIndex, Skip, Take
from newsclean.walk.accounts import Accounts, Prose, Settings, Walked
from newsclean.walk.claims import Claims, Part, Pending
from newsclean.walk.frames import Nest
from newsclean.walk.join import guessed, join
from newsclean.walk.leaves import Leaves
from newsclean.walk.parting import parted
from newsclean.walk.run import CREDIT, AnnotationRun, Draft, Run, VerbatimRun, collapse, is_invisible
from newsclean.walk.shown import Shown
from newsclean.walk.writer import Writer


def walk(roots: Iterable[Element], index: RuleIndex, settings: Settings) -> Walked:
    """Read trees into drafts of blocks, in document order, with everything left out beside them."""
    walker = Walker(index, settings)
    walker.stack.append(iter(roots))
    walker.loop()
    walker.writer.flush()
    return Walked(join(walker.writer.out, settings.joins), walker.accounts.drops, walker.accounts.notes)


class Walker:
    """The state of one walk."""

    def __init__(self, index: RuleIndex, settings: Settings) -> None:
        self.rules, self.others, self.plain, self.plain_others = index.by_tag, index.others, index.plain, index.plain_others
        self.accounts = Accounts(settings)
        self.claims = Claims(self.accounts)
        self.writer = Writer(self.accounts, settings.tokens, self.claims.parts)
        self.nest = Nest(self.writer, settings.joins, settings.max_nesting)
        self.claimed, self.path = self.claims.parts, self.claims.path
        self.captioned: Draft | None = None  # what the caption that is being read belongs to
        self.stack: list[Iterator[Element] | str | tuple[Callable[[Any], None], Any]] = []
        self.shown = Shown(self.writer, self.nest, settings.shows)
        self.leaves = Leaves(self.writer, self.claims, self.shown, index)

    def loop(self) -> None:
        """Go through what is on the stack, and whatever comes onto it."""
        stack, write, settle, leave_out = self.stack, self.writer.text, self.leaves.settle, self._leave_out
        while stack:
            item = stack[-1]
            if isinstance(item, tuple):
                stack.pop()
                item[0](item[1])
            elif isinstance(item, str):
                stack.pop()
                write(item)
            elif (node := settle(item, stack, leave_out)) is not None:
                tail = node.tail
                # Between blocks stands mostly white space; at a boundary it shows nothing.
                if tail and (tail.strip(HTML_SPACE) or node.tag not in BLOCKS):
                    stack.append(tail)
                self._judge(node)

    # What to do with an element

    def _judge(self, node: Element) -> None:
        self.writer.near = node
        if self.claimed and node in self.claimed:
            self._arrive(node)
            return
        names = node.keys()
        declares = names and ("lang" in names or "dir" in names) and node.tag in BLOCKS
        if declares and (outer := self.accounts.enter(node)) is not None:
            self.stack.append((self.accounts.leave, outer))
        if node in self.path or not self._asked(node, names):
            self._open(node)

    def _asked(self, node: Element, names: Sequence[str | bytes]) -> bool:
        """Ask the rules about an element; tell whether one has answered what to do with it."""
        for rule in self.rules.get(node.tag, self.others) if names else self.plain.get(node.tag, self.plain_others):
            if rule.needs and rule.needs.isdisjoint(names):
                continue
            answer = rule.look(node)
            if answer is None:
                continue
            if isinstance(answer, Take):
                if self.writer.leftovers is None or answer.reads == "mark":
                    self._settle(node, answer, rule)
                    return True
                if answer.reads != "nothing" and not answer.nodes:
                    return False  # a block inside a caption: its words join the caption
            elif isinstance(answer, Enter):
                return False
            elif self.shown.holds(answer):
                continue
            self._set_aside(node, answer, rule.name)
            return True
        return False

    def _set_aside(self, node: Element, answer: Skip | Take, rule: str) -> None:
        """Drop an element, or keep a picture or player out of the caption that it stands in."""
        if node.tag in BLOCKS:
            self.writer.boundary()
        if isinstance(answer, Skip):
            self._leave_out(node, answer, rule)
        elif self.writer.leftovers is not None:
            self.writer.leftovers.append(node)

    def _leave_out(self, node: Element, answer: Skip, rule: str) -> None:
        """Drop an element, or show it beside the text that goes on without it."""
        # What holds neither words nor media is not shown either: there is no Drop that it would stand for.
        if answer.reason not in self.shown.reasons or not any(measure(node)[:2]):
            self.accounts.drop(node, answer.reason, rule)
            return
        around, outer, captioned = self.shown.begin(node), self.stack, self.captioned
        self.stack, self.captioned = [], None
        if not self._asked(node, node.keys()):
            self._open(node)
        self.loop()
        self.shown.end(around, answer.reason)
        self.stack, self.captioned = outer, captioned

    def _open(self, node: Element) -> None:
        tag = node.tag
        if tag in BLOCKS:
            self.writer.boundary()
            if self.nest.frame is not None:
                if tag in self.nest.frame.terms:
                    self._read_term(node)
                    return
                self.nest.begin(node)
            self.stack.append((self.writer.boundary, None))
        elif tag == "br":
            self.writer.line_break()
        elif tag == "ruby":
            self.writer.run.ruby = self.writer.run.length
        elif tag == "rt" and not isinstance(self.writer.run, AnnotationRun):
            # libxml2 puts an `rt` after an unclosed one inside it: its words join the first.
            self._annotate(node)
            return
        else:
            for fields in self.accounts.marks(node):
                self._open_mark(fields)
        self._children(node)

    def _children(self, node: Element) -> None:
        if len(node):
            self.stack.append(iter(node))
        if text := node.text:
            self.writer.text(text)

    def _open_mark(self, fields: Draft) -> None:
        mark = self.writer.run.open_mark(fields)
        if mark is not None:
            self.stack.append((self.writer.run.close_mark, mark))

    def _settle(self, node: Element, take: Take, rule: Rule) -> None:
        match take.reads:
            case "text":
                self._settle_prose(node, take, rule)
            case "parts" | "nothing":
                self._claim(node, take, rule.name)
            case "mark":
                fields = self.accounts.mark({"kind": take.kind, **take.values}, node)
                if fields is not None:
                    self._open_mark(fields)
                self._children(node)
            case _:
                self.writer.flush()
                if self._open_frame(node, take, rule.name):
                    self._children(node)
                else:
                    self._open(node)

    def _settle_prose(self, node: Element, take: Take, rule: Rule) -> None:
        writer = self.writer
        writer.flush()
        whole = not len(node) and not writer.run.open and writer.tokens is None
        text = collapse(node.text or "") if whole else ""
        short = rule.unless if len(text) <= SHORT else None
        if short and isinstance(answer := short.look(node), Skip) and not self.shown.holds(answer):
            self._leave_out(node, answer, short.name)
        elif whole:
            writer.add_prose((take.kind, take.values, rule.name, node), text, ())
        else:
            self.stack.append((self._close_prose, writer.prose))
            writer.prose = (take.kind, take.values, rule.name, node)
            self._children(node)

    def _close_prose(self, outer: Prose) -> None:
        self.writer.flush()
        self.writer.prose = outer

    # Blocks that hold blocks

    def _open_frame(self, node: Element, take: Take, rule: str) -> bool:
        if not self.nest.has_room(take.reads):
            self.accounts.note("nesting-flattened", node, f"<{node.tag}>")
            return False
        draft = self.accounts.draft(take, node, rule)
        if draft is None:
            return False
        for field, part in take.texts.items():
            self.claims.add(part, node, Part(Pending(draft, inline=False, emitted=True), field, "text", draft))
        self.stack.append((self.nest.close, self.nest.open(take.reads, draft)))
        return True

    def _read_term(self, node: Element) -> None:
        if self.writer.leftovers is not None:
            # libxml2 puts a `dt` after an unclosed one inside it: they are neighbours.
            self.writer.leftovers.append(node)
            return
        text, marks, leftovers = self._read_apart(node, Run())
        if is_invisible(text):
            self.accounts.drop_blank(text, node)
        else:
            self.nest.add_term(text, marks)
        self.stack += [(self._judge, node) for node in reversed(leftovers)]

    # Blocks made of parts: their element is opened, they are emitted at the first part

    def _claim(self, node: Element, take: Take, rule: str) -> None:
        draft = self.accounts.draft(take := self.shown.within(node, take), node, rule)
        whole = take.reads == "nothing" or node in take.nodes
        if draft is None and whole:
            self.accounts.drop(node, "unsafe-url", rule)
        elif draft is not None and take.reads == "nothing":
            self.writer.emit(draft, inline=node.tag not in BLOCKS)
            self.accounts.drop_inside(node, rule)
        elif draft is None or not self.leaves.settle_figure(node, take, draft, self._open):
            self.claims.claim(take, draft, node)
            if node in self.claims.parts:
                self._arrive(node)
            elif whole:
                self.accounts.drop_image(node)
            else:
                self._open(node)

    def _arrive(self, node: Element) -> None:
        part = self.claims.parts.pop(node)
        if node.tag in BLOCKS:
            self.writer.boundary()
        if part.how == "player":
            self.writer.emit_once(part.pending)
            self.accounts.drop_inside(node, part.pending.draft["origin"]["rule"])
        elif part.target is None:
            self.accounts.drop_image(node)
        elif part.field == "credit" and part.target is self.captioned:
            # In the caption: where it stands is kept, to be taken out when all is read.
            self._open_mark({"kind": CREDIT})
            self._open(node)
        elif part.how == "picture":
            self.writer.emit_once(part.pending)
            part.target["link"] = self.writer.run.link
            part.pending.draft["images"].append(part.target)
        else:
            self._arrive_at_text(node, part, part.target)

    def _arrive_at_text(self, node: Element, part: Part, target: Draft) -> None:
        verbatim = part.how == "verbatim"
        if not verbatim:
            self.writer.emit_once(part.pending)
        outer, self.captioned = self.captioned, target if part.field == "caption" else None
        text, marks, leftovers = self._read_apart(node, VerbatimRun() if verbatim else self.writer.run.inner())
        self.captioned = outer
        if is_invisible(text):
            self.accounts.drop_blank(text, node)
        elif verbatim:
            target[part.field] = text
            self.writer.emit_once(part.pending)
        else:
            if part.how == "guess":
                target["origin"] = guessed(target["origin"], part.field)
            target |= parted(target, part.field, {"text": text, "marks": marks})
        self.stack += [(self._judge, node) for node in reversed(leftovers)]

    def _read_apart(self, node: Element, run: Run) -> tuple[str, list[Draft], list[Element]]:
        """Read all text of an element as one; give it with what is no text in it."""
        writer = self.writer
        if not len(node) and not run.open and writer.tokens is None:
            return collapse(node.text or "") if not isinstance(run, VerbatimRun) else (node.text or "").strip("\n"), [], []
        outer = writer.run, self.stack, writer.leftovers
        leftovers: list[Element] = []
        writer.run, self.stack, writer.leftovers = run, [], leftovers
        self._children(node)
        self.loop()
        text, marks = run.take()
        writer.run, self.stack, writer.leftovers = outer
        return text, marks, leftovers

    def _annotate(self, node: Element) -> None:
        run = self.writer.run
        text, _, leftovers = self._read_apart(node, AnnotationRun())
        if text:
            run.annotate(text)
        self.stack += [(self._judge, node) for node in reversed(leftovers)]
