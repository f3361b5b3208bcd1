"""The fields of an article that its header tells."""

from typing import Any

from newsclean.ledger import Note
from newsclean.options import Options
from newsclean.run import Draft, collapse
from newsclean.urls import link_url, media_url

# In the order in which a name is looked for in an author mapping (Jekyll exports of WordPress).
_NAME_KEYS = ("name", "display_name", "login")


class Header:
    """Reads known keys of a front matter; what cannot be understood becomes a note."""

    def __init__(self, front_matter: dict[str, Any], url: str | None, options: Options) -> None:
        """Hold what all fields need."""
        self.values, self.base, self.options = front_matter, url, options
        self.notes: list[Note] = []

    def fields(self) -> Draft:
        """Give the fields of the Article."""
        return {
            "title": _words(self.values.get("title")),
            "authors": self._authors(self.values.get("author")),
            "published": self._date(self.values.get("date")),
            "url": self.base,
            "categories": _names(self.values.get("categories")),
            "tags": _names(self.values.get("tags")),
            "lead_image": self._picture(self.values.get("headimg")),
            "thumbnail": self._picture(self.values.get("thumbnail")),
        }

    def _authors(self, value: Any) -> list[Draft]:  # noqa: ANN401 - any YAML value
        found = (self._author(part) for part in (value if isinstance(value, list) else [value]))
        return [author for author in found if author is not None]

    def _author(self, value: Any) -> Draft | None:  # noqa: ANN401 - any YAML value
        if not isinstance(value, dict):
            name = _words(value)
            return {"name": name, "raw": str(value)} if name else None
        name = next((name for key in _NAME_KEYS if (name := _words(value.get(key)))), None)
        if name is None:
            return None
        import json

        url = value.get("url")
        safe = link_url(url, self.base, self.options.policy) if isinstance(url, str) else None
        if safe is None and isinstance(url, str) and url.strip():
            self.notes.append(Note(code="unsafe-url", text=url))
        return {"name": name, "url": safe, "raw": json.dumps(value, ensure_ascii=False)}

    def _date(self, value: Any) -> Any:  # noqa: ANN401 - any YAML value in
        text = str(value).strip() if isinstance(value, str | int) else ""
        if not text:
            return None
        from newsclean.readers.dates import read_date  # its patterns are compiled when the first date is read

        date = read_date(text)
        if date is None:
            self.notes.append(Note(code="date-not-understood", text=text))
        elif date.tzinfo is None:
            self.notes.append(Note(code="zone-assumed", text=text))
            return date.replace(tzinfo=self.options.default_tz)
        return date

    def _picture(self, value: Any) -> str | None:  # noqa: ANN401 - any YAML value
        if not isinstance(value, str) or not value.strip():
            return None
        url = media_url(value, self.base, self.options.policy)
        if url is None:
            self.notes.append(Note(code="unsafe-url", text=value))
        return url


def _words(value: Any) -> str | None:  # noqa: ANN401 - any YAML value
    """Give a scalar as words: entities decoded once, as exports leave them in titles, and white space collapsed."""
    if isinstance(value, dict | list | bool) or value is None:
        return None
    text = str(value)
    if "&" in text:
        import html  # with its table of entities one of the heavier imports; few titles need it

        text = html.unescape(text)
    return collapse(text) or None


def _names(value: Any) -> list[str]:  # noqa: ANN401 - any YAML value
    """Give a string or a list of scalars as names, each once."""
    found = (_words(part) for part in (value if isinstance(value, list) else [value]))
    return list(dict.fromkeys(name for name in found if name))
