"""The fields of an article that its header tells."""

import re
from datetime import UTC, datetime
from typing import Any

from newsclean.ledger import Note
from newsclean.options import Options
from newsclean.readers import shapes
from newsclean.readers.keys import Given, part_of, sort_out
from newsclean.readers.post import Post
from newsclean.run import Draft
from newsclean.urls import base_url, link_url, media_url, unwrapped

_AUTHOR_URLS = ("url", "link", "website", "homepage", "uri")


class Header:
    """Reads known keys of a front matter; what cannot be understood becomes a note."""

    def __init__(self, post: Post, url: str | None, options: Options) -> None:
        """Sort the keys; `url` is the address that the caller gave."""
        self.given, self.options = sort_out(post.front_matter), options
        self.notes: list[Note] = []
        self._post, self._lines = post, dict[str, int | None]()
        self.base = url or self._own_address()
        """What relative URLs of header and body are resolved against."""

    def fields(self) -> Draft:
        """Give the fields of the Article."""
        fields: Draft = {"authors": self._authors(), "url": self.base}
        for field in self.given:
            self._read(field, fields)
        return fields

    def _read(self, field: str, fields: Draft) -> None:
        match field:
            case "title" | "subtitle" | "site_name":
                fields[field] = self._words(field)
            case "published" | "modified":
                fields[field] = self._date(field)
            case "categories" | "tags":
                fields[field] = self._names(field)
            case "lead_image" | "thumbnail":
                fields[field] = self._picture(field)
            case "summary":
                fields[field] = self._prose(field)
            case "language":
                fields[field] = self._language(field)
            case "status" | "draft" | "public":
                fields["status"] = self._status()
            case _:
                pass  # The author and the address need each other and are read before.

    def _words(self, field: str) -> str | None:
        return next((found for one in self.given[field] if (found := shapes.words(one.value)) is not None), None)

    def _prose(self, field: str) -> str | None:
        return next((found for one in self.given[field] if (found := shapes.prose(one.value)) is not None), None)

    def _names(self, field: str) -> list[str]:
        found = (shapes.names(one.value, commas=field == "tags") for one in self.given[field])
        return next(filter(None, found), [])

    def _status(self) -> shapes.Status | None:
        values = [next((one.value for one in self.given.get(key, ())), None) for key in ("status", "draft", "public")]
        return shapes.status_of(*values)

    def _own_address(self) -> str | None:
        for one in self.given.get("url", ()):
            if isinstance(one.value, str) and "://" in one.value:
                written = one.value.strip()
                url = base_url(unwrapped(written), self.options.policy)
                if url is None:
                    self._note("unsafe-url", one, written)
                else:
                    if not written.endswith(url) or len(url) < len(written):
                        self._note("proxy-unwrapped", one, written)
                    return url
        return None

    def _authors(self) -> list[Draft]:
        authors: list[Draft] = []
        for one in self.given.get("authors", ()):
            found = (self._author(part, one) for part in (one.value if isinstance(one.value, list) else [one.value]))
            authors = list({(author["name"], author.get("url")): author for author in found if author is not None}.values())
            if authors:
                break
        if not authors and "author_name" in self.given:
            name = self._words("author_name")
            authors = [{"name": name, "raw": name}] if name else []
        if len(authors) == 1 and authors[0].get("url") is None and "author_url" in self.given:
            one = self.given["author_url"][0]
            authors[0]["url"] = self._link(one.value, one)
        return authors

    def _author(self, value: Any, one: Given) -> Draft | None:  # noqa: ANN401 - any header value
        if not isinstance(value, dict):
            name = shapes.words(value)
            return {"name": name, "raw": str(value)} if name else None
        name = shapes.name_in(value)
        if name is None:
            return None
        import json

        url = next((part for key in _AUTHOR_URLS if (part := part_of(value, key))), None)
        return {"name": name, "url": self._link(url, one), "raw": json.dumps(value, ensure_ascii=False)}

    def _link(self, value: Any, one: Given) -> str | None:  # noqa: ANN401 - any header value
        if not isinstance(value, str) or not value.strip():
            return None
        url = link_url(value, self.base, self.options.policy)
        if url is None:
            self._note("unsafe-url", one, value)
        return url

    def _language(self, field: str) -> str | None:
        for one in self.given[field]:
            found = shapes.language(one.value)
            if found is not None:
                return found
            self._note("language-not-understood", one, str(one.value))
        return None

    def _date(self, field: str) -> datetime | None:
        """Give the first date that can be read; those before it are noted."""
        from newsclean.readers.dates import read_date  # its patterns are compiled when the first date is read

        for one in self.given[field]:
            text = str(one.value).strip() if isinstance(one.value, str | int) and not isinstance(one.value, bool) else ""
            if not text:
                continue
            date = read_date(text)
            if date is None:
                self._note("date-not-understood", one, text)
            elif one.name.endswith("gmt"):
                return date.replace(tzinfo=UTC)
            elif date.tzinfo is None:
                self._note("zone-assumed", one, text)
                return date.replace(tzinfo=self.options.default_tz)
            else:
                return date
        return None

    def _picture(self, field: str) -> str | None:
        """Give the first address that may be shown; what stands for no picture is noted."""
        from newsclean.readers.pictures import is_stopgap  # its patterns are compiled for the first picture

        for one in self.given[field]:
            for value in shapes.addresses(one.value):
                if is_stopgap(value):
                    self._note("placeholder-image", one, value)
                    continue
                address = unwrapped(value)
                url = media_url(address, self.base, self.options.policy)
                if url is None:
                    self._note("unsafe-url", one, value)
                    continue
                if address != value:
                    self._note("proxy-unwrapped", one, value)
                return url
        return None

    def _note(self, code: str, one: Given, text: str) -> None:
        self.notes.append(Note(code=code, line=self._line(one.key), text=text))

    def _line(self, key: str) -> int | None:
        """Find the line of a key; looked for only where a note needs it, once for each key."""
        if key not in self._lines:
            header = self._post.header
            found = re.search(rf"""^["']?{re.escape(key)}["']?[ \t]*[:=]|"{re.escape(key)}"\s*:""", header, re.MULTILINE)
            line = None if found is None else self._post.header_line + header.count("\n", 0, found.start()) + 1
            self._lines[key] = line
        return self._lines[key]
