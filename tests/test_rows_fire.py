"""Every row of every table is fired by a fixture: what the row answers is recorded while the fixtures are parsed."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from newsclean import Options, parse_article, read_canonical
from newsclean.dom import Element
from newsclean.readers.dates import read_date
from newsclean.readers.fences import find_header
from newsclean.readers.keys import ROWS, bare, sort_out
from newsclean.readers.pictures import STOPGAPS
from newsclean.readers.shapes import STANDS, addresses
from newsclean.readers.written_dates import FORMS
from newsclean.rules import RULES, Rule, Skip
from newsclean.rules.canonical import CANONICAL_INDEX, CANONICAL_RULES
from newsclean.rules.furniture import ROLES
from newsclean.rules.labels import LABELS
from newsclean.rules.names import NAMED
from newsclean.rules.text import TEXT_RULES
from newsclean.walk.elements import MARKS
from newsclean.walk.join import JOINS, Join
from newsclean.walk.tokens import TextRule
from tests.cases import Case, cases

FIRED: set[tuple[str, object]] = set()
"""Table and what tells the row in it."""


def watched(rule: Rule) -> Rule:
    """Give a rule that records its answers."""

    def look(node: Element) -> Any:  # noqa: ANN401 - any answer
        answer = rule.look(node)
        if answer is not None:
            FIRED.add(("rules", rule.name))
            if rule.name == "role":
                FIRED.add(("roles", node.get("role")))
            if rule.name == "class-name" and isinstance(answer, Skip):
                label = re.sub("[^a-z0-9]+", "-", (node.get("class") or "").lower())
                meant = [row for row in NAMED if row.reason == answer.reason and any(name in label for name in row.names)]
                FIRED.update(("class names", row) for row in meant[:1])
        return answer

    return rule._replace(look=look, unless=None if rule.unless is None else watched(rule.unless))


def watched_text(row: TextRule) -> TextRule:
    """Give a text rule that records its answers, by the trigger."""

    def answer(found: re.Match[str], inner: str) -> Any:  # noqa: ANN401 - any answer
        given = row.answer(found, inner)
        if given is not None:
            FIRED.update(("triggers", (row.name, trigger)) for trigger in row.triggers if found[0].startswith(trigger))
        return given

    return row._replace(answer=answer)


def watched_join(row: Join) -> Join:
    """Give a join that records its answers."""

    def pair(before: dict[str, Any], this: dict[str, Any]) -> dict[str, Any] | None:
        both = None if row.pair is None else row.pair(before, this)
        if both is not None:
            FIRED.add(("joins", row.name))
        return both

    def alone(draft: dict[str, Any]) -> dict[str, Any]:
        changed = draft if row.alone is None else row.alone(draft)
        if changed is not draft:
            FIRED.add(("joins", row.name))
        return changed

    return row._replace(pair=row.pair and pair, alone=row.alone and alone)


WATCHED = Options(
    rules=tuple(map(watched, RULES)),
    text_rules=tuple(map(watched_text, TEXT_RULES)),
    joins=tuple(map(watched_join, JOINS)),
)


def record(case: Case) -> None:
    """Parse a fixture and record what its header, body and canonical HTML fire."""
    article = parse_article(case.source, url=case.url, options=WATCHED)
    record_header(article.front_matter)
    text = case.source.decode("utf-8", errors="replace")  # some cases are in other encodings
    cut = find_header(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    if cut is not None:
        opened = text.lstrip("\ufeff\r\n ")
        FIRED.add(("formats", (cut.format, opened.startswith(("---", "+++", ";;;", "{")))))
    for drop in article.dropped:
        bare_words = drop.excerpt.casefold().strip(" |•·*#[(【«‹<→➔➤↓▼-–—_+.:;!])】»›>…0123456789")
        FIRED.update(("labels", row) for row in LABELS if drop.rule == "words" and bare_words in row.words)
    FIRED.update(("marks", tag) for tag in MARKS if re.search(rf"<{tag}[ >]", text, re.IGNORECASE))
    for block in read_canonical(article.to_html()):
        FIRED.add(("canonical", block.origin.rule))


def record_header(front_matter: dict[str, Any]) -> None:
    """Record the first key of each field, which tells it, and what the values are known by."""
    by_rank = [row for row in ROWS for _ in row.keys.split()]
    for field, given in sort_out(front_matter).items():
        words = [str(value).strip().lower() for *_, value in given]
        FIRED.add(("keys", by_rank[given[0][0]]))
        if field in {"lead_image", "thumbnail"}:
            values = [(rank, value.strip()) for rank, *_, told in given for value in addresses(told)]
            hits = {(rank, row) for row in STOPGAPS for rank, value in values if matches(row.pattern, value)}
            FIRED.update(("stopgaps", row) for _, row in hits)
            kept = [rank for rank, value in values if not any(matches(row.pattern, value) for row in STOPGAPS)]
            FIRED.update(("keys", by_rank[rank]) for rank in kept)
        if field in {"published", "modified"}:
            dates = [" ".join(text.split()) for text in words if read_date(text) is not None]
            FIRED.update(("forms", form) for form in FORMS for text in dates if re.fullmatch(form.pattern, text))
        if field == "status":
            FIRED.update(("stands", row) for row in STANDS if words[0] in row.words.split())


def matches(pattern: str, value: str) -> bool:
    """Tell whether a pattern is all of a value."""
    return re.fullmatch(pattern, value, re.IGNORECASE | re.DOTALL) is not None


for each in cases("post"):
    record(each)


def named(rows: tuple[Any, ...], name: Callable[[Any], str]) -> list[Any]:
    """Give the rows of a table as parameters with readable names."""
    return [pytest.param(row, id=name(row)) for row in rows]


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_every_rule_answers(rule: str) -> None:
    """Rows that leave no trace in the article too."""
    assert ("rules", rule) in FIRED


@pytest.mark.parametrize("pair", [(row.name, trigger) for row in TEXT_RULES for trigger in row.triggers], ids=" ".join)
def test_every_trigger_begins_an_answer(pair: tuple[str, str]) -> None:
    """Each form of a row, not only one."""
    assert ("triggers", pair) in FIRED


@pytest.mark.parametrize("join", [row.name for row in JOINS])
def test_every_join_answers(join: str) -> None:
    """A pair is made of its neighbours."""
    assert ("joins", join) in FIRED


@pytest.mark.parametrize("role", sorted(ROLES))
def test_every_role_is_left_out(role: str) -> None:
    """An element with this role is dropped."""
    assert ("roles", role) in FIRED


@pytest.mark.parametrize("row", named(NAMED, lambda row: f"{row.reason} {min(row.names)}"))
def test_every_row_of_class_names_is_left_out(row: object) -> None:
    """An element with one of its names is dropped."""
    assert ("class names", row) in FIRED


@pytest.mark.parametrize("row", named(LABELS, lambda row: row.reason))
def test_every_label_row_is_left_out(row: object) -> None:
    """A block that says one of its words is dropped."""
    assert ("labels", row) in FIRED


@pytest.mark.parametrize("tag", sorted(MARKS))
def test_every_inline_element_stands_in_a_fixture(tag: str) -> None:
    """Each makes a mark that an expectation shows."""
    assert ("marks", tag) in FIRED


@pytest.mark.parametrize("row", named(ROWS, lambda row: f"{row.field} {row.keys.split()[0]}"))
def test_every_row_of_keys_tells_its_field(row: object) -> None:
    """One of its keys is the first that says something."""
    assert ("keys", row) in FIRED


@pytest.mark.parametrize("row", named(STOPGAPS, lambda row: row.name))
def test_every_stopgap_stands_in_a_header(row: object) -> None:
    """In the place of a picture."""
    assert ("stopgaps", row) in FIRED


@pytest.mark.parametrize("row", named(STANDS, lambda row: row.status))
def test_every_status_stands_in_a_header(row: object) -> None:
    """By one of its words."""
    assert ("stands", row) in FIRED


@pytest.mark.parametrize("row", named(FORMS, lambda row: row.name))
def test_every_form_of_date_stands_in_a_header(row: object) -> None:
    """And is read."""
    assert ("forms", row) in FIRED


@pytest.mark.parametrize(
    "row", [("yaml", True), ("yaml", False), ("toml", True), ("json", True), ("json-lines", True)], ids=str
)
def test_every_format_of_header(row: tuple[str, bool]) -> None:
    """With and without an opening line."""
    assert ("formats", row) in FIRED


# Rows for what a sanitizer may bring in, or that make no block of their own.
SILENT = {"script", "fallback", "drawing", "picture", "image", "embed-link", "footnote-reference", "math", "ruby-parenthesis"}


@pytest.mark.parametrize("rule", [rule.name for rule in CANONICAL_RULES if rule.name not in SILENT])
def test_every_canonical_row_reads_a_block(rule: str) -> None:
    """From the canonical HTML of a fixture."""
    assert ("canonical", rule) in FIRED


def test_keys_are_bare() -> None:
    """Else no header could fire them."""
    assert all(bare(part) == part for row in ROWS for key in row.keys.split() for part in key.split("."))
    assert set(CANONICAL_INDEX.by_tag) >= {"figure", "p"}
