r"""The `srcset` attribute: the files in which a picture is offered.

Source: HTML Living Standard, 4.8.4.3.10 "Parsing a srcset attribute"
(https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute). The steps below carry its numbers.
"""

import math
import re
from collections.abc import Iterable
from typing import NamedTuple, Protocol

# Patterns whose parts never begin alike: each is read from left to right once, whatever the input.
_SPACE = r" \t\n\f\r"
_SEPARATORS = re.compile(rf"[{_SPACE},]*")
_URL = re.compile(rf"[^{_SPACE}]+")
_SPACES = re.compile(rf"[{_SPACE}]*")
# Steps 8.3 and 8.4: in parentheses everything belongs to the descriptor, commas and white space too, up to the first
# closing one or the end of the attribute.
_DESCRIPTOR = re.compile(rf"(?:[^{_SPACE},(]+|\([^)]*\)?)+")
_INTEGER = re.compile(r"[0-9]+")
_FLOAT = re.compile(r"-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
# More is no picture, and would not fit the integers of other systems.
_MOST_DIGITS = 9


class SourceFile(NamedTuple):
    """One candidate of a `srcset`."""

    url: str
    """As written, without white space."""
    width: int | None = None
    """Of the file in pixels, at least 1."""
    density: float | None = None
    """Pixels of the file for one CSS pixel, at least 0; none and no width means 1."""


def parse_srcset(value: str) -> tuple[SourceFile, ...]:
    """Read the candidates of a `srcset`; those with a descriptor that the standard refuses are left out.

    >>> parse_srcset("a.jpg 400w, b.jpg 2x, c.jpg 0w, d.jpg")
    (SourceFile(url='a.jpg', width=400, density=None), SourceFile(url='b.jpg', width=None, density=2.0), \
SourceFile(url='d.jpg', width=None, density=None))
    """
    found: list[SourceFile] = []
    at = 0
    while True:
        url = _URL.match(value, _end(_SEPARATORS, value, at))  # steps 4 and 6
        if url is None:  # step 5
            return tuple(found)
        descriptors, at = _descriptors(value, url.end()) if url[0][-1] != "," else ([], url.end())
        candidate = _candidate(url[0].rstrip(","), descriptors)
        if candidate is not None:
            found.append(candidate)


class _File(Protocol):
    """A SourceFile, or a candidate of a picture of the model."""

    @property
    def url(self) -> str: ...
    @property
    def width(self) -> int | None: ...
    @property
    def density(self) -> float | None: ...


def written(files: Iterable[_File]) -> str:
    """Write a `srcset` that reads back as the same files; none of their addresses may hold white space or end in a comma.

    >>> written(parse_srcset("a.jpg 400w,b.jpg 2.0x,, c.jpg"))
    'a.jpg 400w, b.jpg 2x, c.jpg'
    """
    return ", ".join(map(_written, files))


def _written(file: _File) -> str:
    if file.width is not None:
        return f"{file.url} {file.width}w"
    # All digits that the number needs, so that it reads back as the same.
    return file.url if file.density is None else f"{file.url} {str(file.density).removesuffix('.0')}x"


def largest(candidates: Iterable[SourceFile]) -> SourceFile | None:
    """Give the candidate of the most pixels, the first of equal ones; None if there is none.

    >>> largest(parse_srcset("a.jpg, b.jpg 2x, c.jpg 1.5x")).url
    'b.jpg'
    """
    return max(candidates, key=_size, default=None)


def _size(candidate: SourceFile) -> tuple[int, float]:
    # Widths and densities are not compared in the standard; a width at least says how large the file is.
    return candidate.width or 0, 1.0 if candidate.density is None else candidate.density


def _end(pattern: re.Pattern[str], value: str, at: int) -> int:
    found = pattern.match(value, at)
    return at if found is None else found.end()


def _descriptors(value: str, at: int) -> tuple[list[str], int]:
    """Step 8: split what follows a URL, up to the comma that ends the candidate."""
    found: list[str] = []
    while True:
        at = _end(_SPACES, value, at)
        descriptor = _DESCRIPTOR.match(value, at)
        if descriptor is None:  # a comma or the end
            return found, at
        found.append(descriptor[0])
        at = descriptor.end()


def _candidate(url: str, descriptors: list[str]) -> SourceFile | None:
    """Steps 9 to 15: None where the standard says error."""
    width: int | None = None
    density: float | None = None
    height: int | None = None
    for descriptor in descriptors:
        number, kind = descriptor[:-1], descriptor[-1]
        if kind == "w" and width is None and density is None and (size := _positive(number)):
            width = size
        elif kind == "x" and width is None and density is None and height is None and (ratio := _ratio(number)) is not None:
            density = ratio
        elif kind == "h" and height is None and density is None and (size := _positive(number)):
            height = size
        else:
            return None
    return None if height is not None and width is None else SourceFile(url, width, density)


def _positive(number: str) -> int | None:
    if _INTEGER.fullmatch(number) is None:
        return None
    digits = number.lstrip("0")
    return int(digits) if 0 < len(digits) <= _MOST_DIGITS else None


def _ratio(number: str) -> float | None:
    if _FLOAT.fullmatch(number) is None:
        return None
    # The sum turns -0.0, which the standard does not refuse, into 0.0.
    ratio = float(number) + 0.0
    return ratio if ratio >= 0 and math.isfinite(ratio) else None
