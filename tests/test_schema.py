"""The JSON of articles: its schema does not change unnoticed, and blocks have names that last."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from newsclean import Article, Divider, Heading, Origin, Paragraph, Quote, parse_article
from tests import strategies

VERSION = Article.model_fields["schema_version"].default
STORED = Path(__file__).parent / "schema" / f"article-{VERSION}.json"


def test_the_schema_is_the_stored_one() -> None:
    """Another one needs the next `schema_version`, a file of that number here, and a changelog fragment for users.

    Titles and descriptions are no part of it: they promise nothing to a program.
    """
    found, stored = Article.model_json_schema(mode="serialization"), json.loads(STORED.read_text("utf-8"))
    assert _bare(found) == stored, f"{STORED.name} is not what the model says: is it time for schema_version {VERSION + 1}?"
    assert _bare(Article.model_json_schema())["properties"].keys() == stored["properties"].keys()


def _bare(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Give a schema without its titles and descriptions (fields of that name stay), in the form of today's pydantic."""
    if isinstance(value, list):
        return [_bare(part) for part in value]
    if not isinstance(value, dict):
        return value
    told = {key for key in ("title", "description") if isinstance(value.get(key), str)}
    if "const" in value:  # pydantic before 2.10 says it twice.
        told.add("enum")
    return {key: _bare(part) for key, part in value.items() if key not in told}


@given(strategies.bodies)
def test_names_are_of_content(blocks: tuple[Paragraph, ...]) -> None:
    """Equal content has one name and a number; other content has another; where it comes from does not count."""
    names = Article(blocks=blocks).block_ids
    assert len(set(names)) == len(blocks)
    moved = tuple(block.model_copy(update={"origin": Origin(rule="x", line=9)}) for block in blocks)
    assert Article(blocks=moved).block_ids == names
    for name, block in zip(names, blocks, strict=True):
        for other, second in zip(names, blocks, strict=True):
            assert (name.partition("-")[0] == other.partition("-")[0]) == block.same_content(second)


@pytest.mark.parametrize(
    "block", [Paragraph(text="a"), Heading(text="a", level=2), Heading(text="a", level=3), Quote(blocks=(Paragraph(text="a"),))]
)
def test_names_last(block: Paragraph) -> None:
    """What stands before a block changes nothing; an equal one counts."""
    (name,) = Article(blocks=(block,)).block_ids
    assert Article(blocks=(Divider(), block, block)).block_ids[1:] == (name, f"{name}-2")


def test_names_of_a_parse() -> None:
    """Lines move, names stay."""
    before, after = parse_article("<p>a</p><p>b</p>"), parse_article("<p>x</p>\n\n<p>b</p><p>a</p>")
    assert before.block_ids == (after.block_ids[2], after.block_ids[1])
