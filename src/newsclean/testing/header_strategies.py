"""Headers of posts that can be read."""

import json
from typing import Any

from hypothesis import strategies as st

_KEYS = (
    "title subtitle date published updated modified author authors categories tags keywords image headimg thumbnail url link "
    "permalink lang language description excerpt draft status layout weight source x_1"
).split()
_WORDS = st.lists(
    st.sampled_from(
        [
            "dam",
            "Water",
            "水位",
            "댐",
            "سد",
            "é",
            " ",
            " ",
            ": ",
            " #",
            "'",
            '"',
            "\\",
            "&amp;",
            "<b>",
            "</b>",
            "[",
            "{",
            "-",
            ",",
            "7",
        ]
    ),
    max_size=8,
).map("".join)
_NAMED = st.sampled_from(
    [
        "2022-03-31",
        "2022-03-31 09:33:00 +0800",
        "2022-02-31",
        "Invalid Date",
        "https://example.org/dam.jpg?x=1&y=2",
        "/dam.png",
        "javascript:alert(1)",
        "pt-BR",
        "draft",
        "",
        "~",
        "no",
        "12:30:00",
        "12345678901234567890",
    ]
)
_SCALARS = st.one_of(_WORDS, _WORDS, _NAMED, st.booleans(), st.integers(-9, 2100), st.sampled_from([0.5, -1.25]))
_LISTS = st.lists(st.one_of(_WORDS, _NAMED), max_size=3)
_PEOPLE = st.fixed_dictionaries({"name": _WORDS}, optional={"url": _NAMED})
_VALUES = st.one_of(_SCALARS, _SCALARS, _LISTS, _PEOPLE, st.lists(_PEOPLE, max_size=2))
_MAPPINGS = st.dictionaries(st.sampled_from(_KEYS), _VALUES, min_size=1, max_size=6)


def fenced() -> st.SearchStrategy[str]:
    """Do what `newsclean.testing.headers` says."""
    return _HEADERS


def _json(value: Any) -> str:  # noqa: ANN401 - any header value
    return json.dumps(value, ensure_ascii=False)


def _yaml(mapping: dict[str, Any]) -> str:
    """Write scalars quoted and lists as blocks; other collections are JSON, which YAML reads."""
    lines: list[str] = []
    for key, value in mapping.items():
        if isinstance(value, list):
            lines += [f"{key}:", *(f"  - {_yaml_scalar(item)}" for item in value)]
        else:
            lines.append(f"{key}: {_yaml_scalar(value)}")
    return "".join(f"{line}\n" for line in lines)


def _yaml_scalar(value: Any) -> str:  # noqa: ANN401 - any header value
    if not isinstance(value, str) or "\\" in value:
        return _json(value)
    return value if value.isalnum() else "'" + value.replace("'", "''") + "'"


def _toml(mapping: dict[str, Any]) -> str:
    return "".join(f"{key} = {_toml_value(value)}\n" for key, value in mapping.items())


def _toml_value(value: Any) -> str:  # noqa: ANN401 - any header value
    match value:
        case list():
            return "[" + ", ".join(map(_toml_value, value)) + "]"
        case dict():
            return "{ " + ", ".join(f"{key} = {_toml_value(part)}" for key, part in value.items()) + " }"
        case _:
            return _json(value)


def _json_lines(mapping: dict[str, Any]) -> str:
    return ",\n".join(f'"{key}": {_json(value)}' for key, value in mapping.items()) + "\n;;;\n"


_HEADERS = st.one_of(
    _MAPPINGS.map(lambda mapping: f"---\n{_yaml(mapping)}---\n"),
    _MAPPINGS.map(lambda mapping: f"---\n{_yaml(mapping)}---\n"),
    _MAPPINGS.map(lambda mapping: f"{_yaml(mapping)}---\n"),
    _MAPPINGS.map(lambda mapping: f"+++\n{_toml(mapping)}+++\n"),
    _MAPPINGS.map(lambda mapping: f"{json.dumps(mapping, indent=2)}\n"),
    _MAPPINGS.map(lambda mapping: f";;;\n{_json_lines(mapping)}"),
    _MAPPINGS.map(_json_lines),
)
