"""Lines and columns of offsets: what notes and errors about a header say."""

import re
from bisect import bisect_right


class Places:
    r"""Finds lines and columns in a text; only the line feed ends a line, whatever YAML takes for one.

    >>> Places("title: a\n水: b", 10).of(12)
    (12, 4)
    """

    def __init__(self, text: str, line_offset: int = 0) -> None:
        """Look for the line ends of a text before which stand so many lines."""
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._offset = line_offset

    def of(self, at: int) -> tuple[int, int]:
        """Give line and column of an offset, both from 1."""
        line = bisect_right(self._starts, at)
        return self._offset + line, at - self._starts[line - 1] + 1
