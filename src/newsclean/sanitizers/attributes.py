"""What an attribute may say: each value is checked, and what is left of it written anew."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from newsclean.policy import ID_PREFIX, SANDBOX, Policy
from newsclean.sanitizers.allowed import ATTRIBUTES, EVERYWHERE
from newsclean.srcset import parse_srcset, written
from newsclean.urls import embed_url, has_host, is_named, link_url, media_url, without_parameters
from newsclean.walk.images import checked_files

# Links between documents, none of which gives the other side any right; `opener` does.
_RELATIONS = frozenset(
    "author bookmark external help license me next nofollow noopener noreferrer prev search sponsored tag ugc".split()
)
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_SIZE = re.compile(r"[0-9]{1,9}%?")
# Browsers go to the top of the page.
_TOP = frozenset({"#", "#top"})


class Fault(NamedTuple):
    """Something that an element may not say."""

    code: str
    text: str


Check = Callable[[str, Policy], str | None]
"""Gives the value as it may stand, or None if it may not."""


def _words(value: str, _: Policy) -> str:
    return value


def _flag(_: str, __: Policy) -> str:
    return ""


def _pattern(pattern: re.Pattern[str]) -> Check:
    return lambda value, _: value.strip() if pattern.fullmatch(value.strip()) else None


def _one_of(words: str) -> Check:
    allowed = {word.lower(): word for word in words.split()}
    return lambda value, _: allowed.get(value.strip().lower())


def _number_type(value: str, _: Policy) -> str | None:
    return value if value in {"1", "a", "A", "i", "I"} else None


def _identifier(value: str, _: Policy) -> str | None:
    if not value.strip():
        return None
    return value if value.startswith(ID_PREFIX) else ID_PREFIX + value


def _identifiers(value: str, policy: Policy) -> str | None:
    return " ".join(_identifier(part, policy) or "" for part in value.split()) or None


def _classes(value: str, policy: Policy) -> str | None:
    names = value.split()
    kept = [name for name in names if is_named(name, policy.classes)]
    return value if len(kept) == len(names) and kept else " ".join(kept) or None


def _relations(value: str, policy: Policy) -> str | None:
    return " ".join(word for word in value.lower().split() if word in _RELATIONS or word in policy.rel) or None


def _link(value: str, policy: Policy) -> str | None:
    url = link_url(value, None, policy)
    if url is not None and url.startswith("#") and url not in _TOP and not url.startswith(f"#{ID_PREFIX}"):
        return f"#{ID_PREFIX}{url[1:]}"
    return url


def _citation(value: str, policy: Policy) -> str | None:
    return link_url(value, None, policy)


def _medium(value: str, policy: Policy) -> str | None:
    return media_url(value, None, policy)


def _files(value: str, policy: Policy) -> str | None:
    return written(checked_files(parse_srcset(value), None, policy)) or None


def _player(value: str, policy: Policy) -> str | None:
    url = embed_url(value, None, policy)
    return url if url is not None and has_host(url, policy.embed_hosts) else None


_URLS: Mapping[str, Check] = MappingProxyType({"href": _link, "cite": _citation, "poster": _medium, "srcset": _files})
_PLAYER_TAGS = frozenset({"audio", "iframe", "source", "track", "video"})
_CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        **_URLS,
        **dict.fromkeys(("colspan", "rowspan", "span", "start"), _pattern(_NUMBER)),
        **dict.fromkeys(("height", "width"), _pattern(_SIZE)),
        **dict.fromkeys(
            ("allowfullscreen", "controls", "default", "loop", "muted", "open", "playsinline", "reversed"), _flag
        ),
        "class": _classes,
        "decoding": _one_of("async auto sync"),
        "dir": _one_of("ltr rtl auto"),
        "headers": _identifiers,
        "id": _identifier,
        "kind": _one_of("captions chapters descriptions metadata subtitles"),
        "loading": _one_of("eager lazy"),
        "preload": _one_of("auto metadata none"),
        "referrerpolicy": _one_of("no-referrer no-referrer-when-downgrade origin origin-when-cross-origin same-origin "
                                  "strict-origin strict-origin-when-cross-origin"),
        "rel": _relations,
        "scope": _one_of("col colgroup row rowgroup"),
        "target": _one_of("_blank"),
    }
)  # fmt: skip


def checked_attributes(tag: str, given: Mapping[str, str], policy: Policy) -> tuple[dict[str, str], list[Fault]]:
    """Give the attributes of an element as they may stand, in their order, and what is wrong with the others.

    >>> from newsclean.policy import NEWS
    >>> checked_attributes("a", {"href": "javascript:x", "onclick": "x", "title": "A"}, NEWS)
    ({'title': 'A'}, [Fault(code='unsafe-url', text='javascript:x'), Fault(code='attribute', text='<a onclick>')])
    """
    kept: dict[str, str] = {}
    faults: list[Fault] = []
    known = ATTRIBUTES.get(tag, frozenset())
    for name, value in given.items():
        checked = _check_of(tag, name)(value, policy) if name in known or name in EVERYWHERE else None
        if checked is None:
            faults.append(_fault(tag, name, value, policy))
        else:
            kept[name] = checked
            faults.extend(_partial(tag, name, value, policy) if checked != value else ())
    if tag == "a":
        _relate(kept, policy)
    elif tag == "iframe":
        kept["sandbox"] = SANDBOX
    return kept, faults


def _check_of(tag: str, name: str) -> Check:
    if name == "src":
        return _player if tag in _PLAYER_TAGS else _medium
    if name == "type" and tag == "ol":
        return _number_type
    if name == "value" and tag == "li":
        return _CHECKS["start"]
    return _CHECKS.get(name, _words)


def _fault(tag: str, name: str, value: str, policy: Policy) -> Fault:
    if name in _URLS or name == "src":
        url = embed_url(value, None, policy) if name == "src" and tag in _PLAYER_TAGS else None
        return Fault("unsafe-url" if url is None else "embed-host", value)
    return Fault("attribute", f"<{tag} {name}>")


def _partial(tag: str, name: str, value: str, policy: Policy) -> Iterator[Fault]:
    """Give what is wrong with parts of a value of which others stay."""
    if name in {"class", "rel"}:
        kept = _check_of(tag, name)(value, policy) or ""
        if len(kept.split()) < len(value.split()):
            yield _fault(tag, name, value, policy)
    elif name == "srcset":
        for file in parse_srcset(value):
            if media_url(file.url, None, policy) is None:
                yield Fault("unsafe-url", file.url)
    elif name in {"cite", "href"} and without_parameters(value, policy.tracking_parameters) != value:
        yield Fault("tracking-removed", value)


def _relate(kept: dict[str, str], policy: Policy) -> None:
    """Give a link the relations that the policy wants, and none to the page that it leaves."""
    words = kept.get("rel", "").split()
    wanted = policy.rel | ({"noopener"} if "target" in kept else frozenset())
    more = sorted(wanted.difference(words))
    if more and "href" in kept:
        kept["rel"] = " ".join((*words, *more))
