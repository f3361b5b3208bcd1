"""The body of a post: its tree, and what is noticed about it as a whole."""

import re
from typing import NamedTuple

from newsclean.dom import Tree, parse_html, without_surrogates
from newsclean.ledger import Note

_MORE = re.compile(r"<!--[ \t]{0,9}(?:more|truncate|excerpt)[ \t]{0,9}-->", re.IGNORECASE)
# Signs of Markdown: bullets, numbers and quotes at the start of a line, which people write in any text, and (the group)
# headings, fences, images, links, what they refer to, and strong text, which they do not.
_MARKDOWN = re.compile(
    r"^(?:[*+-] \S|[0-9]{1,3}[.)] \S|> \S)"
    r"|(^(?:#{1,6} \S|```|~~~)|!?\[[^\]\n]{1,300}\]\((?:https?:|/|\.|#)|\*\*[^\s*<][^*\n<]{0,300}\*\*"
    # References and what they refer to; `row[at][0]` is none.
    r"|(?<![\w\]])\[[^\]\n]{1,300}\]\[[0-9]{1,3}\]|^ {0,3}\[[^\]\n]{1,100}\]: {1,9}(?:https?:|/|\.|#))",
    re.MULTILINE,
)
_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)
_TAGS = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|li|blockquote|table|figure)\b", re.IGNORECASE)
# Two signs may stand in any text; a Markdown body has more of them than HTML has blocks.
_FEWEST_SIGNS = 3


class Body(NamedTuple):
    """A body, parsed."""

    tree: Tree
    notes: list[Note]
    base: str | None
    """What its `<base href>` says, as written."""


def read_body(body: str, *, line_offset: int = 0) -> Body:
    """Parse a body, before which stand so many lines, and look at it as a whole."""
    # The only comment that says anything is the mark of the excerpt. As WordPress makes an empty anchor of it, no rule has to
    # mind comments among the elements it looks at.
    tree = parse_html(_MORE.sub('<span id="more-0"></span>', body) if "!" in body else body)
    notes = [note if note.line is None else note.model_copy(update={"line": note.line + line_offset}) for note in tree.notes]
    if is_markdown(body):
        words = without_surrogates(body) if notes else body
        notes.append(Note(code="markdown-body", text=words.strip()))
    return Body(tree, notes, _base(tree))


def _base(tree: Tree) -> str | None:
    """Give the `href` of the first `base` that has one; posts pasted as whole documents carry it in their head."""
    for root in tree.roots:
        if len(root) and (head := root[0]).tag == "head":
            for node in head.iter("base"):
                if href := node.get("href"):
                    return href
    return None


def is_markdown(body: str) -> bool:
    r"""Tell whether a body is rather Markdown than HTML: it has three signs of it, one of them certain, and more signs than
    block elements.

    >>> is_markdown("## News\n\n- one\n- two\n"), is_markdown("<h2>News</h2><ul><li>one</li></ul>")
    (True, False)
    """
    # No certain sign without one of these characters, and most posts end here: a character is found ten times as fast as two.
    rare = "]" in body or "*" in body or "`" in body or "~" in body
    if not rare and not ("#" in body and _HEADING.search(body)):
        return False
    signs = [found[1] is not None for found in _MARKDOWN.finditer(body)]
    return len(signs) >= _FEWEST_SIGNS and any(signs) and len(signs) > sum(1 for _ in _TAGS.finditer(body))
