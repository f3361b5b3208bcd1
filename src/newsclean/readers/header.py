"""The fields of an article that its header tells."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, ClassVar

from newsclean.ledger import Note
from newsclean.options import Options
from newsclean.readers import shapes
from newsclean.readers.dates import in_zone, read_date
from newsclean.readers.keys import part_of, sort_out
from newsclean.readers.pictures import is_stopgap
from newsclean.readers.post import Post
from newsclean.rules.decoration import named_decoration
from newsclean.urls import base_url, link_url, media_url, unwrapped
from newsclean.walk.run import Draft

# Each takes a look through the header; one that writes a key in hundreds of ways gets no line for all of them.
_MOST_LINES = 50
_AUTHOR_URLS = ("url", "link", "website", "homepage", "uri")


class Header:
    """Reads known keys of a front matter; what cannot be understood becomes a note."""

    def __init__(self, post: Post, url: str | None, options: Options) -> None:
        """Sort the keys; `url` is the address that the caller gave."""
        self.given, self.options = sort_out(post.front_matter), options
        self.notes: list[Note] = []
        self._post, self._lines = post, dict[str, int | None]()
        self._shown: dict[str, str] = {}
        """Addresses of pictures that were found fit to be shown."""
        self.base = url or self._own_address()
        """What relative URLs of header and body are resolved against."""

    def fields(self) -> Draft:
        """Give the fields of the Article."""
        # The author and the address need each other and are read before.
        fields: Draft = {"authors": self._authors(), "url": self.base}
        readers = self._READERS
        for field in self.given:
            if field in readers:
                told, read = readers[field]
                fields[told] = read(self, field)
        return fields

    def _words(self, field: str) -> str | None:
        for *_, value in self.given[field]:
            found = shapes.words(value)
            if found is not None:
                return found
        return None

    def _prose(self, field: str) -> str | None:
        found = (shapes.prose(value) for *_, value in self.given[field])
        return next(filter(None, found), None)

    def _names(self, field: str) -> list[str]:
        for *_, value in self.given[field]:
            found = shapes.names(value, commas=field == "tags")
            if found:
                return found
        return []

    def _status(self, _: str) -> shapes.Status | None:
        values = [next((value for *_, value in self.given.get(key, ())), None) for key in ("status", "draft", "public")]
        return shapes.status_of(*values)

    def _is_free(self, _: str) -> bool | None:
        """Tell whether all may read the article, if a key says so in as many words."""
        values = ((key == "free", value) for key in ("free", "paywalled") for *_, value in self.given.get(key, ()))
        return next((value is meant for meant, value in values if isinstance(value, bool)), None)

    def _own_address(self) -> str | None:
        for _, key, _, value in self.given.get("url", ()):
            if isinstance(value, str) and "://" in value:
                written = value.strip()
                url = base_url(unwrapped(written), self.options.policy)
                if url is None:
                    self._note("unsafe-url", key, written)
                else:
                    if unwrapped(written) != written:
                        self._note("proxy-unwrapped", key, written)
                    return url
        return None

    def _authors(self) -> list[Draft]:
        authors: list[Draft] = []
        for _, key, _, value in self.given.get("authors", ()):
            parts = value if isinstance(value, list) else [value]
            authors = [author for part in parts if (author := self._author(part, key)) is not None]
            if len(authors) > 1:
                authors = list({(author["name"], author.get("url")): author for author in authors}.values())
            if authors:
                break
        if not authors and "author_name" in self.given:
            name = self._words("author_name")
            authors = [{"name": name, "raw": name}] if name else []
        if len(authors) == 1 and authors[0].get("url") is None and "author_url" in self.given:
            _, key, _, value = self.given["author_url"][0]
            authors[0]["url"] = self._link(value, key)
        return authors

    def _author(self, value: Any, key: str) -> Draft | None:  # noqa: ANN401 - any header value
        if not isinstance(value, dict):
            name = shapes.words(value)
            return {"name": name, "raw": str(value)} if name else None
        name = shapes.name_in(value)
        if name is None:
            return None
        import json

        url = next((part for address in _AUTHOR_URLS if (part := part_of(value, address))), None)
        return {"name": name, "url": self._link(url, key), "raw": json.dumps(value, ensure_ascii=False)}

    def _link(self, value: Any, key: str) -> str | None:  # noqa: ANN401 - any header value
        if not isinstance(value, str) or not value.strip():
            return None
        url = link_url(value, self.base, self.options.policy)
        if url is None:
            self._note("unsafe-url", key, value)
        return url

    def _language(self, field: str) -> str | None:
        for _, key, _, value in self.given[field]:
            found = shapes.language(value)
            if found is not None:
                return found
            self._note("language-not-understood", key, str(value))
        return None

    def _date(self, field: str) -> datetime | None:
        """Give the first date that can be read; those before it are noted."""
        for _, key, name, value in self.given[field]:
            if not isinstance(value, str | int) or isinstance(value, bool):
                continue
            text = str(value).strip()
            date = read_date(text)
            if date is None:
                if text:
                    self._note("date-not-understood", key, text)
            elif name.endswith("gmt"):
                return date.replace(tzinfo=UTC)
            elif date.tzinfo is None:
                self._note("zone-assumed", key, text)
                return in_zone(date, self.options.default_tz)
            else:
                return date
        return None

    def _picture(self, field: str) -> str | None:
        """Give the first address that may be shown; what stands for no picture is noted."""
        for _, key, _, given in self.given[field]:
            for value in shapes.addresses(given):
                if value in self._shown:  # most headers name one picture twice
                    return self._shown[value]
                if is_stopgap(value):
                    self._note("placeholder-image", key, value)
                    continue
                address = unwrapped(value)
                if named_decoration(address):  # generators take the first image of an item, whatever it is
                    self._note("decoration-image", key, value)
                    continue
                url = media_url(address, self.base, self.options.policy)
                if url is None:
                    self._note("unsafe-url", key, value)
                    continue
                if address != value:
                    self._note("proxy-unwrapped", key, value)
                else:
                    self._shown[value] = url
                return url
        return None

    def _note(self, code: str, key: str, text: str) -> None:
        self.notes.append(Note(code=code, line=self._line(key), text=text))

    def _line(self, key: str) -> int | None:
        """Find the line of a key; looked for only where a note needs it, once for each key."""
        if key not in self._lines and len(self._lines) < _MOST_LINES:
            text, (_, start, end, *_) = self._post.text, self._post.cut
            name = re.escape(key)
            pattern = re.compile(rf"""^["']?{name}["']?[ \t]*[:=]|"{name}"\s*:""", re.MULTILINE)
            found = pattern.search(text, start, end)
            self._lines[key] = None if found is None else text.count("\n", 0, found.start()) + 1
        return self._lines.get(key)

    # By what a key tells: the field of the Article, and what reads it.
    _READERS: ClassVar[Mapping[str, tuple[str, Callable[["Header", str], object]]]] = MappingProxyType(
        {
            "title": ("title", _words),
            "subtitle": ("subtitle", _words),
            "site_name": ("site_name", _words),
            "published": ("published", _date),
            "modified": ("modified", _date),
            "categories": ("categories", _names),
            "tags": ("tags", _names),
            "lead_image": ("lead_image", _picture),
            "thumbnail": ("thumbnail", _picture),
            "summary": ("summary", _prose),
            "language": ("language", _language),
            "status": ("status", _status),
            "draft": ("status", _status),
            "public": ("status", _status),
            "free": ("is_accessible_for_free", _is_free),
            "paywalled": ("is_accessible_for_free", _is_free),
        }
    )
