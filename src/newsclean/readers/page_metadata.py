"""The fields of an article that its page tells outside the text, with what each place says as evidence."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from newsclean.dom import Tree
from newsclean.ledger import Note
from newsclean.options import DEFAULTS, Options
from newsclean.readers.json_ld import Marks, read_linked
from newsclean.readers.page_names import Name, bare, is_full_name, site_names
from newsclean.readers.page_places import Page, Said, og_details
from newsclean.readers.page_signs import MOST_CHARS, Signs, read_signs, text_of, words_in
from newsclean.readers.page_titles import Titled, address_key, chosen_title, likeness, title_key
from newsclean.readers.page_values import (
    Moment,
    Picture,
    address_of,
    completed,
    free_of,
    language_of,
    moment_of,
    name_of,
    prose_of,
    size_of,
    tags_of,
)
from newsclean.readers.pictures import is_stopgap
from newsclean.rules.decoration import named_decoration
from newsclean.rules.page_sources import SOURCES
from newsclean.urls import base_url, document_base, link_url, media_url, unwrapped
from newsclean.walk.run import Draft

_MOST_EVIDENCE = 12
"""Of one field; what is chosen is among it."""
_SAME = 0.5
"""What is more like the title than that is another way to say it."""
_SHOWN = 200
"""Code points of a value in evidence."""
_ROWS = MappingProxyType({row.field: tuple(other for other in SOURCES if other.field == row.field) for row in SOURCES})


class PageMetadata(NamedTuple):
    """What a page tells of its article; fields are named as those of the Article."""

    title: str | None = None
    subtitle: str | None = None
    authors: tuple[Draft, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    language: str | None = None
    url: str | None = None
    """The address that was given, else the one that the page gives."""
    site_name: str | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str | None = None
    lead_image: Picture | None = None
    thumbnail: str | None = None
    is_accessible_for_free: bool | None = None
    evidence: tuple[Draft, ...] = ()
    notes: tuple[Note, ...] = ()

    def fields(self) -> Draft:
        """Give the fields of the Article, apart from its notes."""
        fields = self._asdict()
        del fields["notes"]
        fields["lead_image"] = None if self.lead_image is None else self.lead_image.src
        return fields


class _Found(NamedTuple):
    """What one place says of a field."""

    source: str
    shown: str
    """As evidence shows it."""
    value: Any
    """None if it cannot be read or is not allowed."""


def read_page_metadata(tree: Tree, url: str | None, options: Options = DEFAULTS) -> PageMetadata:
    """Read what a page tells of its article.

    Args:
        tree: The whole page.
        url: The address that the caller gave, checked.
        options: The policy for addresses, and the zone of dates that name none.
    """
    return _Reading(tree, url, options).read()


class _Reading:
    """One look at a page, field by field."""

    def __init__(self, tree: Tree, url: str | None, options: Options) -> None:
        self._options, self._given = options, url
        signs = read_signs(tree)
        self._page = Page(signs, read_linked(signs.scripts, _marks(signs, url)), url)
        declared = next((base for root in tree.roots for node in root.iter("base") if (base := node.get("href"))), None)
        self._base = document_base(declared, url, options.policy)
        self._own = frozenset[str]()
        """What the site calls itself."""
        self._evidence: list[Draft] = []
        self._notes: list[Note] = []

    def read(self) -> PageMetadata:
        """Read the fields, those first that others need."""
        own = self._address()
        self._base = self._base or own
        self._page = self._page._replace(url=self._given or own)
        site = self._first("site_name", name_of)
        names = map(name_of, (site, *self._page.linked.values("publisher")))
        self._own = site_names(filter(None, names), self._base)
        title = self._title(site)
        return PageMetadata(
            title=title,
            subtitle=self._first("subtitle", lambda value: _other_than(title, prose_of(value))),
            authors=self._authors(),
            published=self._date("published"),
            modified=self._date("modified"),
            language=self._first("language", language_of),
            url=self._given or own,
            site_name=site,
            categories=self._all("categories"),
            tags=self._all("tags"),
            summary=self._first("summary", prose_of),
            lead_image=self._first("lead_image", self._lead),
            thumbnail=self._first("thumbnail", self._picture),
            is_accessible_for_free=self._first("is_accessible_for_free", free_of),
            evidence=tuple(self._evidence),
            notes=tuple(self._notes),
        )

    def _address(self) -> str | None:
        """Give the address that the page gives; where one was given, it is evidence only."""
        found = [_Found(said.source, _shown(said.value), self._own_address(said.value)) for said in self._said("url")]
        at = next((at for at, one in enumerate(found) if one.value is not None), None)
        self._tell("url", found, at if self._given is None else None, "first")
        return None if at is None else found[at].value

    def _said(self, field: str, *, last: bool = False) -> Iterator[Said]:
        """Give what the places of a field say; lines of the text only as the last thing to ask."""
        for row in _ROWS[field]:
            if (row.way == "line") is last:
                yield from self._page.said(row)

    def _first(self, field: str, read: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - of the type of the field
        """Give what the first place says that can be read."""
        found = [_Found(said.source, _shown(said.value), read(said.value)) for said in self._said(field)]
        at = next((at for at, one in enumerate(found) if one.value is not None), None)
        return self._tell(field, found, at, "first")

    def _all(self, field: str) -> tuple[str, ...]:
        """Give all that the first place says that says anything."""
        names: dict[str, list[str]] = {}
        for source, value in self._said(field):
            names.setdefault(source, []).extend(tags_of(value))
        found = [_Found(source, ", ".join(told), tuple(dict.fromkeys(told))) for source, told in names.items() if told]
        return self._tell(field, found, 0 if found else None, "first") or ()

    def _tell(self, field: str, found: Sequence[_Found], chosen: int | None, why: str) -> Any:  # noqa: ANN401
        """Keep what places say as evidence; give the value of the one that is chosen, for this reason."""
        for at, (source, shown, value) in enumerate(found):
            if at < _MOST_EVIDENCE or at == chosen:
                verdict = why if at == chosen else "unusable" if value is None else "later"
                told = {"field": field, "value": shown[:_SHOWN], "source": source, "chosen": at == chosen, "why": verdict}
                self._evidence.append(told)
        return None if chosen is None else found[chosen].value

    def _title(self, site: str | None) -> str | None:
        """Choose a title, and find the place of the headline among the elements."""
        given = [Titled(said.source, words) for said in self._said("title") if (words := name_of(said.value)) is not None]
        choice = chosen_title(given, site)
        found = [_Found(source, text, text) for source, text in given]
        if choice is None:
            self._tell("title", found, None, "")
            return None
        title, at, why = choice
        self._tell("title", found, at, why)
        if self._page.signs.headlines:
            best = max(self._page.signs.headlines, key=lambda sign: likeness(words_in(sign.node), title))
            self._page = self._page._replace(headline=best, around=frozenset(best.node.iterancestors()))
        return title

    def _date(self, field: str) -> datetime | None:
        """Give a date: the first that can be read, completed by others that say the same more exactly."""
        found = [_Found(said.source, _shown(said.value), moment_of(said.value)) for said in self._said(field)]
        if all(one.value is None for one in found):
            found += [_Found(source, line, moment_of(line)) for source, line in self._said(field, last=True)]
        moments: list[Moment] = [one.value for one in found if one.value is not None]
        if not moments:
            self._notes += (Note(code="date-not-understood", text=one.shown) for one in found[:1] if field == "published")
            self._tell(field, found, None, "")
            return None
        best = completed(moments)
        at = next(at for at, one in enumerate(found) if one.value is best)
        self._tell(field, found, at, "first" if best is moments[0] else "more-exact")
        if best.date.tzinfo is None:
            self._notes.append(Note(code="zone-assumed", text=found[at].shown))
            return best.date.replace(tzinfo=self._options.default_tz)
        return best.date

    def _authors(self) -> tuple[Draft, ...]:
        """Give the authors that the first place names.

        Templates name the site, or the company behind it, where nobody else is to be named: a person that another place names
        wrote the article.
        """
        lines = [(source, names) for source, names in self._said("authors") if names]
        if not any(self._is_other(name) for _, names in lines for name in names):
            lines += self._said("authors", last=True)
        found = [_Found(source, ", ".join(name.name for name in names), names) for source, names in lines]
        if not found:
            return ()
        at = 0
        if not any(map(self._is_other, found[0].value)):
            persons = (
                at
                for at, one in enumerate(found)
                if any(self._is_other(name) and is_full_name(name.name) for name in one.value)
            )
            at = next(persons, 0)
        names: list[Name] = self._tell("authors", found, at, "first" if at == 0 else "not-the-site")
        others = list(filter(self._is_other, names)) or names
        return tuple({name.name: self._author(name) for name in others}.values())

    def _is_other(self, name: Name) -> bool:
        """Tell whether a name is none of the site itself."""
        return bare(name.name) not in self._own

    def _author(self, name: Name) -> Draft:
        url = None if name.url is None else link_url(name.url, self._base, self._options.policy)
        return {"name": name.name, "url": url, "raw": name.raw}

    def _own_address(self, value: Any) -> str | None:  # noqa: ANN401 - any JSON value
        address = address_of(value)
        whole = None if address is None else link_url(address, self._base, self._options.policy)
        return None if whole is None else base_url(whole, self._options.policy)

    def _picture(self, value: Any) -> str | None:  # noqa: ANN401 - any JSON value
        address = address_of(value)
        if address is None or len(address) > MOST_CHARS or is_stopgap(address) or named_decoration(address):
            return None
        return media_url(unwrapped(address), self._base, self._options.policy)

    def _lead(self, value: Any) -> Picture | None:  # noqa: ANN401 - any JSON value
        """Give the main picture, with what the same place says of its size and its words."""
        src = self._picture(value)
        if src is None:
            return None
        told = value if isinstance(value, dict) else og_details(self._page.signs, value)
        return Picture(src, size_of(told.get("width")), size_of(told.get("height")), name_of(told.get("alt")))


def _marks(signs: Signs, url: str | None) -> Marks:
    titles = [words_in(sign.node) for sign in signs.headlines]
    titles += (text_of(content) for name in ("og.title", "twitter.title") for content in signs.named.get(name, ()))
    addresses = list(signs.named.get("og.url", ()))
    addresses += [address for name, address in signs.links if name == "canonical"]
    keys = (address_key(address) for address in (url, *addresses) if address)
    return Marks(tuple(filter(None, map(title_key, titles))), frozenset(keys))


def _other_than(title: str | None, words: str | None) -> str | None:
    """Give words that do not say the title again, in the same words or in others."""
    return None if words is None or likeness(words, title or "") > _SAME else words


def _shown(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Give a value as evidence shows it."""
    words = name_of(value) or address_of(value) or "" if isinstance(value, dict) else str(value)
    return text_of(words[: 4 * _SHOWN])
