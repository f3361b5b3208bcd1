"""Headers of the shared corpus, read a second time by a script that shares no code with the library."""

import base64
import html
import json
import re
import tomllib
from collections import Counter
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsclean import Article, FrontMatterError, Options, parse_article
from newsclean.readers import yaml_events

pytestmark = pytest.mark.corpus

POSTS = 2_761
# Headers that PyYAML's parser rejects.
BROKEN = 39
# PyYAML's loader, but for timestamps, which stay text, and tags, which do not matter here.
TIMESTAMP = "tag:yaml.org,2002:timestamp"


class Loader(yaml.SafeLoader):
    """Keeps timestamps and unknown tags as text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as PyYAML has it
        first: [(tag, pattern) for tag, pattern in rows if tag != TIMESTAMP]
        for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def untagged(loader: yaml.SafeLoader, _suffix: str, node: yaml.Node) -> Any:  # noqa: ANN401 - any YAML value
    """Build what stands under an unknown tag."""
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    assert isinstance(node, yaml.MappingNode)
    return loader.construct_mapping(node, deep=True)


def decoded(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    """Build text of base64, as Ruby writes what is not ASCII."""
    return base64.b64decode(str(loader.construct_scalar(node))).decode()


Loader.add_multi_constructor("!", untagged)
for tag in ("!binary", "tag:yaml.org,2002:binary"):
    Loader.add_constructor(tag, decoded)


def raw_header(path: Path) -> dict[str, Any] | None:
    """Read the header of a file, or give None where PyYAML does not."""
    lines = path.read_text("utf-8-sig").split("\n")
    while not lines[0].strip():
        del lines[0]
    fence = lines[0].rstrip()
    assert fence in {"---", "+++"}, path
    inside = "\n".join(lines[1 : next(at for at, line in enumerate(lines) if at and line.rstrip() == fence)]) + "\n"
    if fence == "+++":
        return tomllib.loads(inside)
    try:
        header = yaml.load(inside, Loader)  # noqa: S506 - a subclass of the safe one
    except yaml.YAMLError:
        return None
    assert isinstance(header, dict), path
    return header


def header_by_lines(path: Path) -> dict[str, Any]:
    """Read a header that is no YAML as a person would: a key up to the first colon, items after hyphens, quotes off."""
    header: dict[str, Any] = {}
    key = ""
    _, inside, _ = re.split(r"(?m)^---\n", path.read_text("utf-8-sig"), maxsplit=2)
    for line in inside.splitlines():
        if line.startswith(" - "):
            header[key] = [*(header[key] or []), line.removeprefix(" - ").strip()]
            continue
        key, _, value = (part.strip() for part in line.partition(":"))
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
        header[key] = (value[1:-1].replace("''", "'") if quoted else value) or None
    return header


def squeezed(value: object) -> str:
    """Decode entities and collapse white space."""
    return re.sub(r"[ \t\n\r\f]+", " ", html.unescape(str(value))).strip(" \t\n\r\f")


def moment(text: str) -> datetime | None:
    """Read a date with the standard library: RFC 2822, else ISO with what other programs add to it."""
    text = text.strip()
    if re.match(r"[A-Z][a-z]{2}, \d", text):
        try:
            found = parsedate_to_datetime(text)
        except ValueError:
            return None
    else:
        iso = re.sub(r"(\.\d{6})\d*", r"\1", text)
        iso = re.sub(r" ([+-]\d\d:?\d\d)$", r"\1", iso)
        try:
            found = datetime.fromisoformat(iso)
        except ValueError:
            return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def flat(value: object) -> list[str]:
    """Give a value or the values of a list as words, each once."""
    parts = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(words for part in parts if part is not None and (words := squeezed(part))))


def person(value: object) -> list[str]:
    """Give the names of the authors."""
    if isinstance(value, dict):
        value = value.get("display_name") or value.get("login")
    return flat(value)


def read(header: dict[str, Any]) -> dict[str, Any]:
    """Give what the header says, by the keys that PATTERNS.md lists."""
    lower = {key.lower(): value for key, value in header.items() if value not in (None, "", [])}

    def first(*keys: str) -> Any:  # noqa: ANN401 - any YAML value
        return next((lower[key] for key in keys if key in lower), None)

    title, date, tags = first("title", "post_title"), first("date", "post_date"), first("tags", "tag", "meta_keywords")
    if isinstance(tags, str):
        tags = tags.split(",")
    return {
        "title": None if title is None else squeezed(title) or None,
        "published": moment(date) if isinstance(date, str) else None,
        "authors": person(first("author", "wp_author", "author_login")),
        "categories": flat(first("categories", "category")),
        "tags": flat(tags),
    }


def told(article: Article) -> dict[str, Any]:
    """Give the same of an article."""
    return {
        "title": article.title,
        "published": article.published,
        "authors": [author.name for author in article.authors],
        "categories": list(article.categories),
        "tags": list(article.tags),
    }


# Field and a pattern for the header's value, as JSON: where the two may differ, and why.
REASONS = (
    (
        "published",
        r'"date": "[A-Z][a-z]+, [A-Z][a-z]+ \d+, \d{4} ',
        "a date with the name of its month: no parser of the standard library",
    ),
    ("published", r'"date": "[A-Z][a-z]+, \d+/\d+/\d{4} - ', "a date with slashes whose weekday tells its order"),
    ("published", r'"date": "\d{4}-\d-\d\d"', "a month of one digit, which ISO 8601 does not allow"),
    ("published", r'"published": "\d\d\.\d\d\.\d{4}"', "a date under a key that is true or false elsewhere"),
)


def differences(path: Path, header: dict[str, Any], article: Article, counts: Counter[str]) -> list[tuple[object, ...]]:
    """Give the fields that differ for no reason, and count those that do for one."""
    unexplained: list[tuple[object, ...]] = []
    expected, found = read(header), told(article)
    counts.update(f"{field} given" for field, value in found.items() if value)
    for field in (field for field in expected if expected[field] != found[field]):
        text = json.dumps(header, ensure_ascii=False, default=str)
        why = next((why for name, pattern, why in REASONS if name == field and re.search(pattern, text)), None)
        counts[f"{field} differs: {why}"] += 1
        if why is None:
            unexplained.append((str(path), field, expected[field], found[field]))
    return unexplained


def posts(shared: Path) -> list[Path]:
    """Give all posts of the corpus."""
    return sorted(path for path in (shared / "corpus").glob("*/**/*") if path.is_file())


def test_headers_say_the_same(shared: Path) -> None:
    """Every header gives the same title, date, authors, categories and tags as PyYAML, or as its lines if PyYAML rejects it."""
    counts: Counter[str] = Counter()
    unexplained = []
    for path in posts(shared):
        counts["posts"] += 1
        header = raw_header(path)
        article = parse_article(path.read_bytes())
        repaired = any(note.code.startswith("header-") for note in article.notes)
        assert repaired == (header is None), path
        if header is None:
            counts["read by its lines"] += 1
            header = header_by_lines(path)
        unexplained += differences(path, header, article, counts)
    for name, count in counts.items():
        print(f"{count:6} {name}")
    assert unexplained == []
    assert counts["posts"] == POSTS
    assert counts["read by its lines"] == BROKEN
    assert all(counts[f"{field} differs: {why}"] for field, _, why in REASONS), "a reason that nothing needs"


def test_strict_reads_the_same_or_refuses(shared: Path) -> None:
    """A header that can be read as it stands is not touched by the ladder."""
    strict = Options(front_matter="strict")
    refused = 0
    for path in posts(shared):
        if raw_header(path) is None:
            refused += 1
            with pytest.raises(FrontMatterError, match="line"):
                parse_article(path.read_bytes(), options=strict)
        else:
            assert parse_article(path.read_bytes(), options=strict) == parse_article(path.read_bytes()), path
    assert refused == BROKEN


def test_headers_without_the_c_parser(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that the line reader leaves give the same values with PyYAML's pure parser."""
    expected = {path: parse_article(path.read_bytes()) for path in posts(shared)[::5]}
    monkeypatch.setattr(yaml_events, "_LOADER", yaml.SafeLoader)
    for path, article in expected.items():
        assert parse_article(path.read_bytes()) == article, path
