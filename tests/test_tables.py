"""Tables are data: each row has a name, a reason and a fixture that fires it."""

import re
from typing import Any

import pytest

from newsclean import parse_article
from newsclean.dom import BLOCKS, Element
from newsclean.options import Options
from newsclean.providers import POST_CLASSES, PROVIDERS, Provider
from newsclean.readers.post import read_post
from newsclean.rules import INDEX, RULES
from newsclean.rules.answers import Rule, RuleIndex
from newsclean.rules.canonical import CANONICAL_RULES
from newsclean.rules.captions import LABELS, Label, label_of
from newsclean.rules.decoration import CLASSES, FOLDERS, SERVICES, Service, Shape, class_shape, folder_shape, service_of
from newsclean.rules.prose import paragraph
from newsclean.rules.text import TEXT_RULES
from newsclean.walk.elements import MARKS
from newsclean.walk.images import LAZY, LAZY_LISTS, RENDITIONS, Attribute
from newsclean.walk.join import JOINS, Join
from tests.cases import cases, dump

# Rows that leave no trace of their own: code is neither kept nor dropped, containers are only opened.
SILENT = {"script", "code-table", "footnote-list", "picture-list"}
# Rows that make marks are told by the kind of the mark.
MARKS_OF = {"footnote-reference": "footnote", "math": "math"}


def fired(value: Any) -> set[str]:  # noqa: ANN401 - JSON
    """Give the rules that an expectation names; a join is named by the inferred block it made."""
    if isinstance(value, dict):
        own = {value[key] for key in ("rule", "kind") if key in value}
        return own.union(*map(fired, value.values()))
    return set().union(*map(fired, value)) if isinstance(value, list) else set()


def figures_in(value: Any) -> list[Any]:  # noqa: ANN401 - JSON
    """Give the figures of an expectation, and their images after them."""
    if isinstance(value, dict):
        own = [value, *value["images"]] if value.get("type") == "figure" else []
        return own + [figure for part in value.values() for figure in figures_in(part)]
    return [figure for part in value for figure in figures_in(part)] if isinstance(value, list) else []


def images_in(value: Any) -> list[Any]:  # noqa: ANN401 - JSON
    """Give the images of an expectation."""
    return [image for figure in figures_in(value) for image in figure.get("images", ())]


EXPECTED = [case.expected for case in cases("post") if case.expectation.exists()]


@pytest.mark.parametrize("name", [rule.name for rule in (*RULES, *TEXT_RULES) if rule.name not in SILENT | {"blank-line"}])
def test_every_rule_fires_in_a_fixture(name: str) -> None:
    """A row that no fixture exercises fails the suite."""
    assert any(MARKS_OF.get(name, name) in fired(expected) for expected in EXPECTED)


def test_silent_rows_change_what_is_read() -> None:
    """What they open would be something else without them."""
    code = "<div class=highlight><table><tr><td class=gutter><pre>1</pre><td><pre>x</pre></table></div>"
    assert [block.type for block in parse_article(code).blocks] == ["code"]
    assert [block.type for block in parse_article(code.replace("highlight", "other")).blocks] == ["table"]
    notes = "<ol><li id=fn1>a</ol>"
    assert [block.type for block in parse_article(notes).blocks] == ["footnote"]
    assert [block.type for block in parse_article(notes.replace("fn1", "x")).blocks] == ["list"]
    assert [block.text for block in parse_article("a\n\nb").paragraphs] == ["a", "b"]
    pictures = "<dl><dt><img src=a.png></dt><dd>A</dd></dl>"
    assert [block.type for block in parse_article(pictures).blocks] == ["figure"]
    assert [block.type for block in parse_article(pictures.replace("<dt>", "<dt>a ")).blocks] == ["definition_list"]


@pytest.mark.parametrize("row", JOINS, ids=lambda row: row.name)
def test_every_join_fires_in_a_fixture(row: Join) -> None:
    """So does a join: without it some fixture is read in another way."""
    others = Options(joins=tuple(join for join in JOINS if join is not row))
    assert any(dump(parse_article(case.source, url=case.url, options=others)) != case.expected for case in cases("post"))
    assert row.why.endswith(".")


@pytest.mark.parametrize("trigger", sorted({trigger for rule in TEXT_RULES for trigger in rule.triggers}))
def test_triggers_begin_with_a_sign(trigger: str) -> None:
    """`parse_article` looks for six signs before it looks for triggers."""
    # The end of a reference has its beginning before it.
    assert trigger.startswith(("[", "{", "\n\n", "$", "\\", "`")) or trigger == '}}">'


@pytest.mark.parametrize("row", PROVIDERS, ids=lambda row: f"{row.name} {row.page}")
def test_every_provider_fires_in_a_fixture(row: Provider) -> None:
    """Each form of address is one of a player or post in a fixture."""
    addresses = [str(node.get("src") or node.get("href") or "") for node in ELEMENTS]
    bare = [re.sub(r"^(?:https?:)?//(?:www\.)?", "", address) for address in addresses]
    assert any(re.fullmatch(row.pattern, address) for address in bare)


def test_every_kind_of_post_fires_in_a_fixture() -> None:
    """So does each class of a quotation that stands for a post."""
    classes = {name for node in ELEMENTS if node.tag == "blockquote" for name in (node.get("class") or "").split()}
    assert POST_CLASSES.keys() <= classes


@pytest.mark.parametrize("rules", [RULES, CANONICAL_RULES])
def test_rows(rules: tuple[Rule, ...]) -> None:
    """Names are unique and in kebab-case, reasons are sentences."""
    names = [rule.name for rule in rules]
    assert len(set(names)) == len(names)
    for rule in rules:
        assert rule.name == rule.name.lower().replace(" ", "-").replace("_", "-")
        assert rule.tags
        assert rule.why.endswith(".")


def test_the_index_keeps_the_order() -> None:
    """Rows for all tags stand among those for one."""
    rows = tuple(
        Rule(name, frozenset(tags), paragraph, why="x.")
        for name, tags in (("a", {"p"}), ("b", {"*"}), ("c", {"p", "div"}), ("d", {"*"}))
    )
    index = RuleIndex(rows)
    assert [rule.name for rule in index.by_tag["p"]] == ["a", "b", "c", "d"]
    assert [rule.name for rule in index.by_tag["div"]] == ["b", "c", "d"]
    assert [rule.name for rule in index.others] == ["b", "d"]
    assert INDEX.others == ()


def test_no_element_is_block_and_mark() -> None:
    """A mark never breaks the line."""
    assert not BLOCKS & set(MARKS)


def fixture_elements() -> list[Element]:
    """Give every element of every fixture."""
    roots = [root for case in cases("post") for root in read_post(case.source, Options()).tree.roots]
    return [node for root in roots for node in root.iter()]


ELEMENTS = fixture_elements()
KEPT = {image["src"] for expected in EXPECTED for image in images_in(expected)}
OFFERED = {file["url"] for expected in EXPECTED for image in images_in(expected) for file in image.get("candidates", ())}


@pytest.mark.parametrize("row", SERVICES, ids=lambda row: row.name)
def test_every_service_fires(row: Service) -> None:
    """An image of each host is dropped in a fixture."""
    urls = {node.get("src") or "" for node in ELEMENTS if node.tag == "img"}
    fired_by = [url for url in urls if service_of(url) is row]
    assert fired_by
    assert not KEPT & set(fired_by)


@pytest.mark.parametrize("row", FOLDERS, ids=lambda row: row.name)
def test_every_folder_fires(row: Shape) -> None:
    """An image of each folder is dropped in a fixture."""
    urls = {node.get("src") or "" for node in ELEMENTS if node.tag == "img"}
    fired_by = [url for url in urls if folder_shape(url) is row]
    assert fired_by
    assert not KEPT & set(fired_by)


@pytest.mark.parametrize("row", CLASSES, ids=lambda row: row.name)
def test_every_class_fires(row: Shape) -> None:
    """An image of each class is dropped in a fixture."""
    images = [node for node in ELEMENTS if node.tag == "img" and class_shape(node.get("class") or "") is row]
    assert images
    assert not KEPT & {node.get("src") for node in images}


@pytest.mark.parametrize("row", [*LAZY, *LAZY_LISTS, *RENDITIONS], ids=lambda row: row.name)
def test_every_attribute_is_read(row: Attribute) -> None:
    """A file that only this attribute names is shown or offered in a fixture."""
    values = [value for node in ELEMENTS if (value := node.get(row.name))]
    assert any(url in value for value in values for url in KEPT | OFFERED)


@pytest.mark.parametrize("row", LABELS, ids=lambda row: row.name)
def test_every_caption_class_fires(row: Label) -> None:
    """The words of an element with such a class are a caption in a fixture."""
    words = {
        " ".join("".join(map(str, node.itertext())).split()) for node in ELEMENTS if label_of(node.get("class") or "") is row
    }
    captions = {image["caption"]["text"] for expected in EXPECTED for image in figures_in(expected) if image.get("caption")}
    assert words & captions


@pytest.mark.parametrize("rows", [SERVICES, FOLDERS, CLASSES, LAZY, LAZY_LISTS, RENDITIONS, LABELS])
def test_rows_of_data(rows: tuple[Service | Shape | Attribute | Label, ...]) -> None:
    """Names are unique, reasons are sentences."""
    assert len({row.name for row in rows}) == len(rows)
    assert all(row.why.endswith(".") for row in rows)
