"""The srcset parser: every branch of the standard's algorithm, in its order."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.srcset import SourceFile, largest, parse_srcset

Short = tuple[str, int | None, float | None]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # Steps 4 and 5: white space and commas before a candidate, and nothing but these.
        ("", []),
        (" \t\n\f\r", []),
        (",", []),
        (" , ,\n,", []),
        ("\n a", [("a", None, None)]),
        (",,a", [("a", None, None)]),
        (", ,\ta 1x", [("a", None, 1.0)]),
        # Step 6: the URL is all up to white space; a no-break space is none.
        ("data:image/png;base64,AA 1x", [("data:image/png;base64,AA", None, 1.0)]),
        ("a,b", [("a,b", None, None)]),
        ("a\u00a0b 2x", [("a\u00a0b", None, 2.0)]),
        ("a\u000bb", [("a\u000bb", None, None)]),
        ("a\fb", []),
        # Step 8, first branch: commas at the end of the URL end the candidate, however many.
        ("a, b", [("a", None, None), ("b", None, None)]),
        ("a,, b", [("a", None, None), ("b", None, None)]),
        ("a,", [("a", None, None)]),
        ("a, 1x", [("a", None, None), ("1x", None, None)]),
        # In descriptor: white space, comma, parenthesis, end, anything else.
        ("a 1x", [("a", None, 1.0)]),
        ("a 1x,b", [("a", None, 1.0), ("b", None, None)]),
        ("a 1x ,b", [("a", None, 1.0), ("b", None, None)]),
        ("a  ,b", [("a", None, None), ("b", None, None)]),
        ("a \t\n", [("a", None, None)]),
        ("a 1x,,b 2x", [("a", None, 1.0), ("b", None, 2.0)]),
        # In parentheses: nothing ends the descriptor but the closing one; then it goes on.
        ("a f(1x, 2x) , b", [("b", None, None)]),
        ("a (b c), d 3x", [("d", None, 3.0)]),
        ("a (b c", []),
        ("a 1x(, b 2x", []),
        ("a f(x)1x, b", [("b", None, None)]),
        ("a f((x) , b", [("b", None, None)]),
        ("a )1x, b", [("b", None, None)]),
        # After descriptor: more white space, the end, another descriptor.
        ("a 1w  \t 2h", [("a", 1, None)]),
        ("a 1w \n", [("a", 1, None)]),
        # Width: a valid non-negative integer, once, not with a density, not 0.
        ("a 400w", [("a", 400, None)]),
        ("a 007w", [("a", 7, None)]),
        ("a 0w, b 00w", []),
        ("a +1w, b -1w, c 1.0w, d w, e 1ew, f ٣w", []),
        ("a 1w 2w", []),
        ("a 1w 1x, b 1x 1w", []),
        ("a 1W", []),
        ("a 9999999999w", []),
        # Density: a valid floating-point number, once, without width or height, not negative.
        ("a 1.5x", [("a", None, 1.5)]),
        ("a .5x", [("a", None, 0.5)]),
        ("a 1e2x", [("a", None, 100.0)]),
        ("a 1E+2x, b 10e-1x", [("a", None, 100.0), ("b", None, 1.0)]),
        ("a 0x", [("a", None, 0.0)]),
        ("a -0x", [("a", None, 0.0)]),
        ("a -1x", []),
        ("a +1x, b 1.x, c x, d .x, e 1e x, f 1e999x, g infx, h nanx, i 1_0x, j 0x1x", []),
        ("a 1x 2x", []),
        ("a 1x 1h, b 1h 1x", []),
        ("a 1X", []),
        # Height: for the future; only together with a width, once, not 0.
        ("a 1w 2h, b 2h 1w", [("a", 1, None), ("b", 1, None)]),
        ("a 1h", []),
        ("a 1w 0h", []),
        ("a 1w 1h 1h", []),
        ("a 1w 1.5h, b 1w h", []),
        # Anything else is an error of this candidate alone.
        ("a 1, b x1, c 1y, d 1x foo, e", [("e", None, None)]),
    ],
)
def test_the_algorithm(value: str, expected: list[Short]) -> None:
    """Each case is a path through the standard's steps."""
    assert [tuple(found) for found in parse_srcset(value)] == expected


def test_minus_zero_is_zero() -> None:
    """Equal numbers, but only one of them is written `0`."""
    (found,) = parse_srcset("a -0x")
    assert str(found.density) == "0.0"


@given(st.text(alphabet="a,() \n1.5exwh-", max_size=40))
def test_any_text(value: str) -> None:
    """No crash; URLs are pieces of the value that a srcset can say again."""
    for found in parse_srcset(value):
        assert found.url in value
        assert not re.search(r"[ \t\n\f\r]|^,|,$", found.url)
        assert parse_srcset(found.url) == (SourceFile(found.url),)


def by_the_letter(value: str) -> list[Short]:
    """The standard's steps one by one, character by character, as a second opinion."""
    space, at = " \t\n\f\r", 0
    found: list[Short] = []
    while True:
        while at < len(value) and value[at] in space + ",":
            at += 1
        if at >= len(value):
            return found
        start = at
        while at < len(value) and value[at] not in space:
            at += 1
        url = value[start:at]
        if url.endswith(","):
            found.extend(_judged(url.rstrip(","), []))
        else:
            descriptors, at = _tokens(value, at)
            found.extend(_judged(url, descriptors))


def _tokens(value: str, at: int) -> tuple[list[str], int]:
    descriptors: list[str] = []
    current, state = "", "in"
    for place in range(at, len(value)):
        character = value[place]
        if state == "parens":
            current += character
            state = "in" if character == ")" else "parens"
        elif character in " \t\n\f\r":
            descriptors += [current] if current else []
            current = ""
        elif character == ",":
            return descriptors + ([current] if current else []), place + 1
        else:
            current += character
            state = "parens" if character == "(" else "in"
    return descriptors + ([current] if current else []), len(value)


def _judged(url: str, descriptors: list[str]) -> list[Short]:
    width = density = height = None
    for text in descriptors:
        whole = re.fullmatch("[0-9]+", text[:-1]) is not None
        real = re.fullmatch(r"-?([0-9]+|[0-9]*\.[0-9]+)([eE][-+]?[0-9]+)?", text[:-1]) is not None
        if text[-1] == "w" and whole:
            if width is not None or density is not None or not int(text[:-1]):
                return []
            width = int(text[:-1])
        elif text[-1] == "x" and real:
            if width is not None or density is not None or height is not None or float(text[:-1]) < 0:
                return []
            density = float(text[:-1])
        elif text[-1] == "h" and whole:
            if height is not None or density is not None or not int(text[:-1]):
                return []
            height = int(text[:-1])
        else:
            return []
    return [] if height is not None and width is None else [(url, width, density)]


@given(st.lists(st.sampled_from(["a", ",", " ", "(", ")", "\n", "1w", "2x", "3h", "0w", "-1x", ".5x", "5", "é"]), max_size=14))
def test_as_the_standard_spells_it(parts: list[str]) -> None:
    """The same as the steps followed letter by letter."""
    value = "".join(parts)
    assert [tuple(found) for found in parse_srcset(value)] == by_the_letter(value)


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("a 100w, b 800w, c 400w", "b"),
        ("a, b 2x, c 0.5x", "b"),
        ("a 0.5x, b", "b"),
        ("a 3x, b 100w", "b"),
        ("a 2x, b 2x", "a"),
    ],
)
def test_the_largest(value: str, url: str) -> None:
    """By width, else by density; none counts as 1."""
    found = largest(parse_srcset(value))
    assert found is not None
    assert found.url == url


def test_the_largest_of_none() -> None:
    """An answer, not an error."""
    assert largest(()) is None
