"""The shapes in which headers write words, names and addresses."""

import html
import re
from collections.abc import Iterable
from itertools import chain
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from newsclean.dom import UNREAD, parse_html
from newsclean.readers.keys import part_of
from newsclean.walk.run import collapse

NAME_KEYS = ("name", "displayname", "fullname", "nickname", "title", "label", "login", "username", "slug")
"""In the order in which a name is looked for in a mapping."""
_ADDRESS_KEYS = ("url", "src", "path", "image", "href", "file", "feature", "large", "teaser")
# Latin, full-width, ideographic and Arabic. Lists of keywords are comma lists in HTML, and in the corpus every string of
# several tags is one too. A space does not split: Jekyll says it does, but no header of the corpus relies on that, and in
# Hugo, Hexo and Eleventy the string is one tag, which may be a name of several words.
_COMMAS = r"[,，、،]"
_TAG = re.compile(r"<[a-zA-Z/!]")
# Words on both sides of these do not touch.
_BREAKING = r"(?i)<(?=/?(?:p|div|br|li|h[1-6]|blockquote|[uo]l|t[drh])\b)"
# BCP 47, with the underscore and the character set of POSIX locales.
_LANGUAGE = r"([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)(?:\.[A-Za-z0-9\-]+)?"
_LONGEST_LANGUAGE = 35

Status = Literal["published", "draft", "private", "scheduled"]


class Stand(NamedTuple):
    """Words for one status."""

    status: Status
    words: str
    """Separated by spaces."""
    why: str


# The more restrictive first: a post with `status: publish` and `published: false` is not shown.
STANDS = (
    Stand("private", "private protected internal members paid", why="WordPress and Ghost: shown to some."),
    Stand("draft", "draft pending auto-draft unpublished hidden trash", why="WordPress: shown to its writers."),
    Stand("scheduled", "future scheduled", why="WordPress and Ghost: shown from its date on."),
    Stand("published", "publish published public live", why="WordPress and Ghost: shown to all."),
)
_STATUS = MappingProxyType({word: row.status for row in STANDS for word in row.words.split()})


def _answers(*, yes: Status, no: Status) -> dict[str, Status]:
    # The words of YAML 1.1 for true and false, which generators read as such and YAML 1.2 as text.
    return dict.fromkeys(("true", "yes", "on", "1"), yes) | dict.fromkeys(("false", "no", "off", "0"), no)


_DRAFT = MappingProxyType(_answers(yes="draft", no="published"))
_PUBLIC = MappingProxyType(_answers(yes="published", no="draft"))


def words(value: Any) -> str | None:  # noqa: ANN401 - any header value
    """Give a scalar as words: entities decoded once, as exports leave them in titles, and white space collapsed.

    >>> words(" The dam&#8217;s  gates "), words(["a"]), words(True)
    ('The dam’s gates', None, None)
    """
    if isinstance(value, dict | list | bool) or value is None:
        return None
    text = str(value)
    if "&" in text:
        text = html.unescape(text)
    return collapse(text) or None


def prose(value: Any) -> str | None:  # noqa: ANN401 - any header value
    """Give a text that may hold HTML as words.

    >>> prose("<p>The <em>dam</em> opens.</p><p>Water &amp; mud.</p>")
    'The dam opens. Water & mud.'
    """
    if not isinstance(value, str) or not _TAG.search(value):
        return words(value)
    tree = parse_html(re.sub(_BREAKING, " <", value))
    for root in tree.roots:
        for node in root.iter(*UNREAD):
            node.text = None
    return collapse("".join(str(text) for root in tree.roots for text in root.itertext())) or None


def names(value: Any, *, commas: bool = False) -> list[str]:  # noqa: ANN401 - any header value
    """Give a scalar, or what lists and mappings hold at any depth, as names, each once.

    >>> names(["a", ["b", {"name": "c", "slug": "d"}], 2022]), names("a, b c,", commas=True)
    (['a', 'b', 'c', '2022'], ['a', 'b c'])
    """
    if isinstance(value, list) and set(map(type, value)) == {str} and "&" not in "".join(value):
        return list(dict.fromkeys(filter(None, map(collapse, value))))  # what most headers have
    if commas and isinstance(value, str):
        value = re.split(_COMMAS, value)
    found: list[str] = []
    _add_names(value, found)
    return list(dict.fromkeys(found)) if len(found) > 1 else found


def _add_names(value: Any, found: list[str]) -> None:  # noqa: ANN401 - any header value
    if isinstance(value, list):
        for part in value:
            _add_names(part, found)
    elif isinstance(value, dict):
        name = name_in(value)
        # A set in YAML is a mapping of keys without values.
        found += [name] if name else [key for key, part in value.items() if part is None and key]
    elif name := words(value):
        found.append(name)


def name_in(value: dict[str, Any]) -> str | None:
    """Give the name in a mapping about a person or thing."""
    return next((name for key in NAME_KEYS if (name := words(part_of(value, key)))), None)


def addresses(value: Any) -> Iterable[str]:  # noqa: ANN401 - any header value
    """Give the strings that may be addresses: itself, or what a list or a mapping about a picture holds."""
    if isinstance(value, str):
        # Aggregators write braces as entities over the whole post, since templates would take them for their own.
        address = value.replace("&#123;", "{").replace("&#125;", "}") if "&#12" in value else value
        return (address,) if value.strip() else ()
    if isinstance(value, list):
        return chain.from_iterable(map(addresses, value))
    if isinstance(value, dict):
        return chain.from_iterable(addresses(part_of(value, key)) for key in _ADDRESS_KEYS)
    return ()


def language(value: Any) -> str | None:  # noqa: ANN401 - any header value
    """Give a language tag, or None if it is none.

    >>> language("zh_CN.UTF-8"), language("pt-br"), language("English")
    ('zh-CN', 'pt-br', None)
    """
    text = words(value) or ""
    found = re.fullmatch(_LANGUAGE, text) if len(text) <= _LONGEST_LANGUAGE else None
    return None if found is None else found[1].replace("_", "-")


def status_of(stated: Any, draft: Any, public: Any) -> Status | None:  # noqa: ANN401 - any header values
    """Give the most restrictive status that three keys say, or None if they say nothing.

    >>> status_of("publish", None, False), status_of("private", None, False), status_of(None, "no", None)
    ('draft', 'private', 'published')
    """
    said = (_STATUS.get(_lower(stated)), _DRAFT.get(_lower(draft)), _PUBLIC.get(_lower(public)))
    return next((row.status for row in STANDS if row.status in said), None)


def _lower(value: Any) -> str:  # noqa: ANN401 - any header value
    return str(value).strip().lower()
