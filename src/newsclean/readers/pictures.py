"""What stands in a header where a post has no picture."""

import re
from typing import NamedTuple


class Stopgap(NamedTuple):
    """One kind of value that is no picture."""

    name: str
    pattern: str
    """For the whole value, in any case."""
    why: str


_SIZE = r"[0-9]+(?:[x/][0-9]+)?"
STOPGAPS = (
    Stopgap(
        "random-photo",
        rf"(?:https?:)?//(?:picsum\.photos|loremflickr\.com|source\.unsplash\.com)/(?:g/|seed/[^/]*/|random/?)?(?:{_SIZE})?(?:[.?/].*)?",
        why="A service that answers with any photo: generators ask it where an item has none. A photo named by its id is kept.",
    ),
    Stopgap(
        "drawn-box",
        rf"(?:https?:)?//(?:via\.placeholder\.com|placehold\.(?:co|it)|dummyimage\.com|fakeimg\.pl)/{_SIZE}(?:[.?/].*)?",
        why="A service that draws a box of a size: a stand-in of templates.",
    ),
    Stopgap("word", r"n/?a|none|null|nil|undefined|false|-+", why="What scripts print for an empty field."),
    Stopgap("colour", r"#[0-9a-f]{3,8}|(?:rgb|hsl)a?\(.*|[a-z\-]*gradient\(.*", why="Themes take a colour for a picture."),
)
_ANY = re.compile("|".join(f"(?:{row.pattern})" for row in STOPGAPS), re.IGNORECASE | re.DOTALL)


def is_stopgap(value: str) -> bool:
    """Tell whether a value stands for "no picture".

    >>> is_stopgap("https://picsum.photos/400/300?random=3"), is_stopgap("https://example.org/400/300")
    (True, False)
    """
    return _ANY.fullmatch(value.strip()) is not None
