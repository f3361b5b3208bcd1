"""The JSON of articles: its schema does not change unnoticed, and blocks have names that last."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from newsclean import Article, Divider, Heading, Origin, Paragraph, Quote, parse_article
from newsclean.models import described
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


def test_the_schema_says_what_it_is() -> None:
    """By the standard it follows, its own name, and the docstring of every field: none is without."""
    schema = Article.model_json_schema(mode="serialization")
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:newsclean:article:{VERSION}"
    for name, model in (schema["$defs"] | {"Article": schema}).items():
        for field, found in model.get("properties", {}).items():
            assert found.get("description") or field == "type", (name, field)
    assert schema["$defs"]["Heading"]["properties"]["text"]["description"] == "The words themselves."
    assert "\n" not in schema["properties"]["lead_image"]["description"]


def test_the_schema_inside_another() -> None:
    """It is described there too, and its name is not: it would turn all references inside it to another place."""

    class Page(BaseModel):
        main: Article

    schema = Page.model_json_schema()
    assert "$id" not in str(schema)
    assert schema["$defs"]["Heading"]["properties"]["level"]["description"].startswith("1 for h1")
    value = {"main": Article(blocks=(Heading(text="a", level=2),)).model_dump(mode="json")}
    assert Draft202012Validator(schema).is_valid(value)
    value["main"]["blocks"][0]["level"] = 7
    assert not Draft202012Validator(schema).is_valid(value)


def test_without_source_there_are_no_descriptions(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in programs that hold no source."""

    def refuse(_: object) -> str:
        raise OSError

    described._docstrings.cache_clear()
    monkeypatch.setattr("inspect.getsource", refuse)
    assert "description" not in Article.model_json_schema()["properties"]["blocks"]
    described._docstrings.cache_clear()


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
