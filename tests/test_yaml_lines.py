"""The line reader agrees with the full one wherever it answers."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import FrontMatterError
from newsclean.readers.yaml_events import read_yaml
from newsclean.readers.yaml_lines import read_lines
from tests.cases import cases
from tests.test_corpus import html_posts

_keys = st.sampled_from(["a", "b_c", "d-e", "F", "g1", "true", "null"])
_text = st.text(alphabet=st.sampled_from("ab1.-+eE:#' \"\\,[]{}&*!|>%@`?~é水𝒳/=_\u00a0\u3000\u2028\x85\t"), max_size=12)
_value = st.one_of(
    _text,
    _text.map(lambda text: f"'{text}'"),
    _text.map(lambda text: f'"{text}"'),
    st.sampled_from(
        ["true", "12", "0x1f", "1e3", ".nan", "2022-03-31", "12:30:00", "no", "https://example.org/a?b#c", "it's", "''''"]
    ),
)
_line = st.one_of(
    st.builds("{}: {}".format, _keys, _value),
    st.builds("{}:{}".format, _keys, st.sampled_from(["", " ", "  "])),
    st.builds("{}- {}".format, st.sampled_from(["", " ", "  "]), _value),
    st.sampled_from(["", " ", "# c", "  more", "---", "-", "- - x", "<<: a", "a: |", " x: y"]),
)


def assert_agrees(header: str) -> bool:
    """Compare both readers; tell whether the line reader answered."""
    simple = read_lines(header)
    if simple is None:
        return False
    full, notes = read_yaml(header)
    assert simple == (full or {})
    assert [type(value) for value in simple.values()] == [type(value) for value in (full or {}).values()]
    assert notes == []
    return True


@given(st.lists(_line, max_size=6).map(lambda lines: "".join(f"{line}\n" for line in lines)))
def test_any_lines(header: str) -> None:
    """Generated headers, most of them near the edge of what it takes."""
    assert_agrees(header)


@given(_keys, _value)
def test_any_value(key: str, value: str) -> None:
    """One value at a time."""
    assert_agrees(f"{key}: {value}\n")
    assert_agrees(f"{key}:\n - {value}\n")


@pytest.mark.parametrize(
    "header",
    [
        "title: 'It''s'\ncategories: \n - a\n - b c\n\nheadimg: 'https://example.org/?w=1&r=2%2C5'\nauthor: Ana de Lima\ndate: Thu, 31 Mar 2022 09:33:00 GMT\n",
        "a:\nb: 017\nc: true\n",
        "tags:\n- x\n- 'y: z'\n- \"w # v\"\n",
        "a: b#c:d\n",
        "",
    ],
)
def test_simple_headers_are_taken(header: str) -> None:
    """The forms it is for."""
    assert assert_agrees(header)


@pytest.mark.parametrize(
    "header",
    [
        "a: b: c\n",
        "a: b\n  c\n",
        "a: b\n- c\n",
        "a:\n - b\n  - c\n",
        "a: 1\na: 2\n",
        "a: [b]\n",
        "a: &x b\n",
        "a: b # c\n",
        'a: "\\n"\n',
        "a:\tb\n",
        "a: b\x85\n",
        "a b: c\n",
        "- a\n",
        "a: 'b' c\n",
    ],
)
def test_others_are_left(header: str) -> None:
    """To the full reader, with its errors and notes."""
    assert read_lines(header) is None


def _header_of(post: bytes) -> str:
    text = post.decode(errors="replace").replace("\r\n", "\n").lstrip("\ufeff\n")
    return text.partition("---\n")[2].partition("\n---")[0] + "\n" if text.startswith("---") else ""


def test_headers_of_fixtures() -> None:
    """Real shapes; some are simple, some are not."""
    taken = [assert_agrees(_header_of(case.source)) for case in cases("post")]
    assert any(taken)
    assert not all(taken)


@pytest.mark.corpus
def test_headers_of_the_corpus(shared: Path) -> None:
    """Every header of real posts that it takes; most it does."""
    taken = total = 0
    for path in html_posts(shared):
        total += 1
        try:
            taken += assert_agrees(_header_of(path.read_bytes()))
        except FrontMatterError as error:
            message = f"{path}: the line reader takes what the full one refuses: {error}"
            raise AssertionError(message) from error
    print(f"line reader: {taken} of {total} headers")
    assert taken > total / 2
