"""The laws of headers: every one is read or refused by a limit, nothing of it is gone without a word, clean ones are not touched."""

import json
import re
from collections import Counter
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean import Article, FrontMatterError, LimitError, Options, parse_article
from newsclean.readers import yaml_events
from newsclean.readers.fences import find_header
from newsclean.readers.post import Post, read_post

OPTIONS, STRICT = Options(), Options(front_matter="strict")
SMALL = Options(max_header_chars=200, max_header_depth=4, max_header_values=9, max_scalar_chars=20, max_alias_values=3)

_SIGNS = (
    *" :-'\"[]{}|>*&!%@`#,?=<~\\\n\t.",
    *(": ", "- ", " #", "---", "...", "+++", ";;;", "\n- ", "\n  ", "\n\n", "\r\n", "\r"),
)
_LETTERS = list("abcxyz水é𝒳")
_ODD = [
    "\0",
    "\x07",
    "\x85",
    "\x92",
    "\u2028",
    "\ud800",
    "\ufeff",
    "\ufffe",
    "1",
    "0x1f",
    "true",
    "null",
    "12:30",
    "<<",
    "\\u0041",
    "!!int ",
    "&a ",
    "*a",
]
anything = st.lists(st.sampled_from([*_SIGNS, *_LETTERS, *_ODD]), max_size=30).map("".join)

_key = st.sampled_from(["title", "a", "b-c", "two words", "'q'", '"r"', "水", "tags", "x"])
_words = st.lists(
    st.sampled_from([*_LETTERS, *"aaa  ::''\"\"[]{}|>*%@`,-?=<~", ": ", " :", "- ", "'s ", "{{", "}}", "]:"]), max_size=10
).map("".join)
_value = st.one_of(
    _words,
    _words.map(lambda words: f"'{words}'"),
    _words.map(lambda words: f'"{words}"'),
    st.lists(_words, max_size=3).map(lambda words: f"[{', '.join(words)}]"),
    st.sampled_from(["", "|", ">-", "{a: b}", "[a, b]", "'", '"']),
)
_gap = st.sampled_from([" ", " ", " ", "", "  ", "\t"])
_indent = st.sampled_from(["", "", "", " ", "  ", "    ", "\t"])
_line = st.one_of(
    st.builds("{}{}:{}{}".format, _indent, _key, _gap, _value),
    st.builds("{}-{}{}".format, _indent, _gap, _value),
    st.builds("{}- {}:{}{}".format, _indent, _key, _gap, _value),
    st.builds("{}{}".format, _indent, _words),
    st.sampled_from(["", "? [a]", ": b", "<p>a", "=====", "]", "}"]),
)
lines = st.lists(_line, max_size=7).map("\n".join)


def said(value: Any) -> Counter[str]:  # noqa: ANN401 - any header value
    """Count the characters of all keys and texts in a value."""
    if isinstance(value, dict):
        return sum((said(part) for pair in value.items() for part in pair), Counter())
    if isinstance(value, list):
        return sum(map(said, value), Counter())
    return Counter() if value is None else Counter(str(value))


def kept(post: Post) -> Counter[str]:
    """Count the characters that a post has anywhere."""
    return said(post.front_matter) + Counter(post.body) + sum((Counter(note.text) for note in post.notes), Counter())


def letters(counts: Counter[str]) -> Counter[str]:
    """Leave out signs, which may be syntax."""
    return Counter({sign: count for sign, count in counts.items() if sign.isalpha()})


@given(
    anything,
    st.sampled_from(
        ["---\n{}\n---\n<p>z", "---\n{}", "{}\n---\n", "a: b\n{}\n---\n", "---\na: {}\n---\n", "---\na:\n  {}\n---\n"]
    ),
)
@example("a: [b", "---\n{}\n---\n<p>z")
def test_every_header_is_read(header: str, form: str) -> None:
    """Whatever it holds: an Article that can be written and read again."""
    article = parse_article(form.format(header))
    assert isinstance(article, Article)
    assert Article.model_validate_json(article.to_json()) == article


@given(
    anything,
    st.sampled_from(
        [
            "+++\n{}\n+++\n<p>z",
            "+++\na = {}\n+++\n",
            "+++\n{}",
            ";;;\n{}\n;;;\n",
            '"a": {}\n;;;\n',
            '{{"a": {}}}\n',
            '{{"a": "{}',
        ]
    ),
)
def test_every_header_of_another_format_is_read(header: str, form: str) -> None:
    """The same for TOML and JSON."""
    article = parse_article(form.format(header))
    assert Article.model_validate_json(article.to_json()) == article


@given(st.one_of(anything, lines), st.sampled_from(["---\n{}\n---\n<p>z", "+++\n{}\n+++\n", '{{"a": {}}}\n']))
def test_only_limits_refuse(header: str, form: str) -> None:
    """With small limits a header is read or refused by the name of one of them."""
    try:
        article = parse_article(form.format(header), options=SMALL)
    except LimitError as error:
        option, allowed = error.option, error.allowed
        assert allowed == getattr(SMALL, option)
        return
    assert said(article.front_matter).total() <= 2 * SMALL.max_header_chars


@given(lines, st.sampled_from(["---\n{}\n---\n<p>z", "---\n{}\n", "---\ntitle: a: b\n{}\n---\n", "---\ntitle: a\n{}\n---\n"]))
def test_nothing_is_gone_without_a_word(header: str, form: str) -> None:
    """Each letter of a header is in a key, a value, a note or the body, as often as it was written."""
    source = form.format(header)
    missing = letters(Counter(source)) - letters(kept(read_post(source, OPTIONS)))
    assert not missing


@given(lines)
def test_lines_that_stay_broken_are_whole(header: str) -> None:
    """Where nothing can be made of a line, no character of it other than space is gone."""
    post = read_post(f"---\ntitle: a\n{header}\n---\n<p>z", OPTIONS)
    unread = [note for note in post.notes if note.code in {"header-unread", "header-salvaged"}]
    written = f"---\ntitle: a\n{header}".split("\n")
    for note in unread:
        assert note.line is not None
        for shown, line in zip(note.text.split("\n"), written[note.line - 1 :], strict=False):
            assert shown.strip() == line.strip()


@given(st.one_of(anything, lines), st.sampled_from(["---\n{}\n---\n<p>z", "+++\n{}\n+++\n<p>z", '{{"a": {}}}\n', "{}\n---\n"]))
def test_clean_headers_are_not_touched(header: str, form: str) -> None:
    """What strict options read is read the same with repair; what they refuse is noted."""
    source = form.format(header)
    repaired = parse_article(source)
    codes = {note.code.partition(":")[0] for note in repaired.notes}
    noted = codes & {"header-repaired", "header-salvaged", "header-unread", "header-as-body"}
    error = refusal(source)
    if error is None:
        assert not noted
        assert parse_article(source, options=STRICT) == repaired
        return
    assert noted
    written = source.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").split("\n")
    assert error.excerpt == written[error.line - 1]
    assert error.column is None or 1 <= error.column <= len(error.excerpt) + 1


def refusal(source: str) -> FrontMatterError | None:
    """Give the error of strict options, or None if they read the header."""
    try:
        parse_article(source, options=STRICT)
    except FrontMatterError as error:
        return error
    return None


@given(st.one_of(lines, anything))
@example("a: b\tc")
@example("- a\n- b")
def test_the_pure_parser_reads_the_same(header: str) -> None:
    """As the C parser, but for tabs, `[a:]` and `[b?]`, at which the pure one gives up, and byte order marks, which the C one skips."""
    source = f"---\n{header}\n---\n<p>z"
    expected = parse_article(source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_events, "_LOADER", yaml.SafeLoader)
        found = parse_article(source)
    if not re.search(r"[\t\ufeff]|:[]},[{]|[\[{][^\]}]*\?", header):
        assert found.front_matter == expected.front_matter
        assert json.loads(found.to_json()) == json.loads(expected.to_json())


@given(lines)
def test_values_are_those_of_pyyaml(header: str) -> None:
    """Where PyYAML's own composer reads a mapping, every text in it is in ours, at the same place."""
    source = f"---\n{header}\n---\n<p>z"
    cut = find_header(source)
    assert cut is not None
    try:
        node = yaml.compose(source[cut.start : cut.end], yaml.CSafeLoader)
    except yaml.YAMLError:
        return
    if isinstance(node, yaml.MappingNode) and not any(
        note.code == "header-repaired:key" for note in parse_article(source).notes
    ):
        assert shape(composed(node)) == shape(parse_article(source).front_matter)


def composed(node: yaml.Node) -> Any:  # noqa: ANN401 - any YAML value
    """Build plain values of a node, all scalars as text."""
    if isinstance(node, yaml.SequenceNode):
        return [composed(part) for part in node.value]
    if isinstance(node, yaml.MappingNode):
        return {composed(key) if isinstance(key, yaml.ScalarNode) else "": composed(value) for key, value in node.value}
    return node.value


def shape(value: Any) -> Any:  # noqa: ANN401 - any YAML value
    """Give a value with all scalars as text, null as nothing."""
    if isinstance(value, dict):
        return {key: shape(part) for key, part in value.items()}
    if isinstance(value, list):
        return [shape(part) for part in value]
    return "" if value in {None, "~", "null"} else str(value).lower()


@given(anything)
def test_strict_raises_nothing_else(header: str) -> None:
    """Than an error of ours."""
    for form in ("---\n{}\n---\n", "+++\n{}\n+++\n", '{{"a": {}}}\n', "---\n{}"):
        error = refusal(form.format(header))
        assert error is None or str(error).startswith(f"line {error.line}")
