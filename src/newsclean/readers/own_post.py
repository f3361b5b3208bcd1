"""Posts that `Article.to_post` wrote: each field under one key, as it is, and a body in the canonical dialect.

Nothing is inferred, joined, left out or decoded twice. The policy holds as everywhere: a line in a header makes no URL, block
or mark safe.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from newsclean.ledger import Note
from newsclean.models.article import Article
from newsclean.options import Options
from newsclean.policy import ID_PREFIX
from newsclean.readers.dates import in_zone, read_date
from newsclean.readers.post import Post
from newsclean.rules.canonical import CANONICAL_INDEX
from newsclean.urls import base_url, link_url, media_url
from newsclean.walk.accounts import Settings, Walked
from newsclean.walk.images import canonical_image
from newsclean.walk.run import Draft
from newsclean.walk.walker import walk

# The words of YAML 1.1, which generators take for true and false, and YAML 1.2 for text.
_NO = frozenset({"false", "no", "off", "0"})
_FREE = MappingProxyType({"true": True, "false": False})
_STATUS = frozenset({"published", "draft", "private", "scheduled"})


def own_article(post: Post, keys: Mapping[str, str], url: str | None, options: Options) -> Article:
    """Read a post whose header names these keys; relative URLs stay so unless the caller gives an address."""
    values = {field: value for field, key in keys.items() if (value := post.front_matter.get(key)) is not None}
    header = OwnFields(values, url, options)
    fields = header.fields(hides=keys["public"] == "draft") | {"front_matter": post.front_matter}
    walked = own_walk(post, url, options)
    # That a canonical body looks like Markdown says nothing.
    noticed = [note for note in post.notes if note.code != "markdown-body"]
    notes = [*noticed, *header.notes, *walked.notes]
    return Article.model_validate(fields | {"blocks": walked.drafts, "dropped": walked.drops, "notes": notes})


def own_walk(post: Post, url: str | None, options: Options) -> Walked:
    """Read a body in the canonical dialect, under the policy."""
    settings = Settings(
        options.policy,
        url,
        post.body_line,
        id_prefix=ID_PREFIX,
        picture=canonical_image,
        max_nesting=options.max_nesting,
    )
    walked = walk(post.tree.roots, CANONICAL_INDEX, settings)
    if options.policy.limits:
        from newsclean.walk.limits import limited

        return limited(walked, options.policy)
    return walked


class OwnFields:
    """Reads fields as they were written; what the policy forbids and what cannot be understood becomes a note."""

    def __init__(self, values: Mapping[str, Any], url: str | None, options: Options) -> None:
        """Take values by field; `url` is the address that the caller gave."""
        self._values, self._url, self._options = values, url, options
        self.notes: list[Note] = []

    def fields(self, *, hides: bool) -> Draft:
        """Give the fields of the Article; `hides` says that `public` stands under a key that says the contrary."""
        fields: Draft = {field: self._value(field) for field in self._values}
        fields["status"] = self._status(hides=hides)
        fields.pop("public", None)
        fields["url"] = self._url or fields.get("url")
        return fields

    def _value(self, field: str) -> Any:  # noqa: ANN401 - of the type of the field
        value = self._values[field]
        match field:
            case "authors":
                return list(filter(None, map(self._author, _listed(value))))
            case "published" | "modified":
                return self._date(str(value))
            case "categories" | "tags":
                return [word for part in _listed(value) if (word := _word(part)) is not None]
            case "lead_image" | "thumbnail":
                address = next((part for part in _listed(value) if isinstance(part, str)), None)
                return None if address is None else self._passed(address, media_url(address, self._url, self._options.policy))
            case "is_accessible_for_free":
                # In a page it is a word.
                return value if isinstance(value, bool) else _FREE.get(str(value).lower())
            case "url":
                return self._passed(str(value), base_url(str(value), self._options.policy))
            case _:
                return _word(value)

    def _author(self, value: Any) -> Draft | None:  # noqa: ANN401 - any header value
        if not isinstance(value, dict):
            word = _word(value)
            return None if word is None else {"name": word, "raw": word}
        name, address = _word(value.get("name")), value.get("url")
        if name is None:
            return None
        url = None
        if isinstance(address, str):
            url = self._passed(address, link_url(address, self._url, self._options.policy))
        return {"name": name, "url": url, "raw": json.dumps(value, ensure_ascii=False)}

    def _date(self, text: str) -> datetime | None:
        date = read_date(text.strip())
        if date is None:
            self.notes.append(Note(code="date-not-understood", text=text))
        elif date.tzinfo is None:
            self.notes.append(Note(code="zone-assumed", text=text))
            return in_zone(date, self._options.default_tz)
        return date

    def _status(self, *, hides: bool) -> str | None:
        stated = self._values.get("status")
        if isinstance(stated, str) and stated in _STATUS:
            return stated
        if "public" not in self._values:
            return None
        said = str(self._values["public"]).lower() not in _NO
        return "draft" if said is hides else "published"

    def _passed(self, written: str, url: str | None) -> str | None:
        if url is None:
            self.notes.append(Note(code="unsafe-url", text=written))
        return url


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - any header value
    return value if isinstance(value, list) else [value]


def _word(value: Any) -> str | None:  # noqa: ANN401 - any header value
    return None if isinstance(value, bool | dict | list) or value is None else str(value)
