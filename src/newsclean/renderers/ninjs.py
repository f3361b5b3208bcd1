"""IPTC ninjs 3, the format in which agencies, papers and their archives hand on news.

Source: the JSON Schema of ninjs 3.0 (https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json) and its user guide
(https://www.iptc.org/std/ninjs/userguide/).
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid5

from newsclean.models.article import Article, Author
from newsclean.models.blocks import Candidate, Embed, Image
from newsclean.models.text import Text
from newsclean.renderers.exchange import Picture, date_time, json_text, media, said, uri, words
from newsclean.renderers.html import to_html
from newsclean.renderers.text import to_text

_STANDARD = MappingProxyType(
    {"name": "ninjs", "version": "3.0", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"}
)
# Only what is published may be used; where the header says nothing, ninjs means `usable`.
_STATUS: Mapping[str | None, str] = MappingProxyType(
    {"published": "usable", "draft": "withheld", "private": "withheld", "scheduled": "withheld"}
)
# The namespace (RFC 9562, 5.5) of articles that have no address of their own.
_ARTICLES = UUID("0a5d7a52-6c0b-4f0e-9d8e-3b1f6a1c2e47")


def to_ninjs(article: Article, *, indent: int | None = None) -> str:
    r"""Write an article as a ninjs item of type `text`.

    - `uri` is the article's address; without an absolute one, a `urn:uuid` made of title, date and body, so that the same
      article always has the same.
    - `bodies` are the canonical HTML, and the plain words without captions.
    - Each picture is an association, in reading order; the main one is named `lead`, the others `picture-1`, `picture-2`, ...
      Caption and text alternative are descriptions of these roles, the credit is `by`, the files are renditions. A main
      picture that the body does not show comes first. Films and sounds are associations too.
    - A file without an absolute address, which ninjs asks for, has its address as written in `originalFilename`.
    - Authors are `by` and `people`; categories and tags are `subjects` with these relations.

    >>> print(to_ninjs(Article(title="Dam opens", url="https://example.org/1"))[:45])
    {"uri":"https://example.org/1","type":"text",

    Args:
        article: Any article.
        indent: Spaces for each level; all on one line if None.
    """
    html = to_html(article.blocks)
    own = uri(article.url) or _made_up(article, html)
    published = date_time(article.published)
    item = {
        "uri": own,
        "type": "text",
        "standard": dict(_STANDARD),
        "language": article.language,
        "firstCreated": published,
        "versionCreated": date_time(article.modified) or published,
        "embargoed": published if article.status == "scheduled" else None,
        "pubStatus": _STATUS.get(article.status),
        "headlines": [*_plain("main", article.title), *_plain("subtitle", article.subtitle)],
        "descriptions": _plain("summary", article.summary),
        "by": ", ".join(author.name for author in article.authors if author.name),
        "people": [_person(author) for author in article.authors if author.name],
        "infoSources": [{"name": article.site_name}] if article.site_name else None,
        "subjects": [*_subjects(article.categories, "category"), *_subjects(article.tags, "tag")],
        "bodies": _bodies(article, html),
        "renditions": [] if article.thumbnail is None else [_file("thumbnail", article.thumbnail)],
        "associations": list(_associations(article, own.partition("#")[0])),
    }
    return json_text(said(item), indent)


def _made_up(article: Article, html: str) -> str:
    """Make a name of what the article says: the same for the same, whenever and wherever it is made."""
    parts = (article.title or "", date_time(article.published) or "", html)
    return uuid5(_ARTICLES, "\0".join(parts)).urn


def _plain(role: str, value: str | Text | None) -> list[dict[str, Any]]:
    """Give a headline or description, if there is one."""
    text = words(value) if isinstance(value, Text) else value
    return [{"role": role, "contentType": "text/plain", "value": text}] if text else []


def _person(author: Author) -> dict[str, Any]:
    name = {"name": author.name, "rel": "author"}
    if author.url is None:
        return name
    own = uri(author.url)
    return name | ({"contactInfo": [{"type": "web", "value": author.url}]} if own is None else {"uri": own})


def _subjects(names: Iterable[str], relation: str) -> list[dict[str, Any]]:
    return [{"name": name, "rel": relation} for name in names if name]


def _bodies(article: Article, html: str) -> list[dict[str, Any]]:
    plain = to_text(article.blocks, captions=False)
    counts = {"charCount": len(plain), "wordCount": article.word_count}
    return [
        {"role": "richtext", "contentType": "text/html", "value": html},
        {"role": "main", "contentType": "text/plain", **counts, "value": plain},
    ]


def _associations(article: Article, own: str) -> Iterator[dict[str, Any]]:
    """Give what is shown, each under a name and below the address of the article."""
    numbers = {"picture": 0, "video": 0, "audio": 0}
    for part in media(article):
        if isinstance(part, Picture):
            kind, fields, is_lead = "picture", _picture(part), part.is_lead
        else:
            kind, fields, is_lead = part.kind, _player(part), False
        numbers[kind] += not is_lead
        name = "lead" if is_lead else f"{kind}-{numbers[kind]}"
        yield {"name": name, "uri": f"{own}#{name}", "type": kind} | said(fields)


def _picture(part: Picture) -> dict[str, Any]:
    return {
        "title": part.image.title,
        "by": words(part.credit),
        "descriptions": [
            *_plain("caption", part.caption),
            *_plain("alt", part.image.alt),
            *_plain("gallery", part.gallery),
            *_plain("gallery-credit", part.gallery_credit),
        ],
        "renditions": list(_renditions(part.image)),
    }


def _player(part: Embed) -> dict[str, Any]:
    return {
        "title": part.title,
        "descriptions": _plain("caption", part.caption),
        "renditions": [_file("main", part.url)],
    }


def _renditions(image: Image) -> Iterator[dict[str, Any]]:
    """Give the files of a picture: the one that is shown, then all others that the source offers."""
    yield _file("main", image.src) | said({"width": image.width, "height": image.height})
    for file in image.candidates:
        if file.url != image.src:
            yield _file(_name(file), file.url) | said({"width": file.width})


def _name(file: Candidate) -> str:
    """Name a file as `srcset` describes it."""
    return f"{file.width}w" if file.width is not None else f"{1.0 if file.density is None else file.density:g}x"


def _file(name: str, address: str) -> dict[str, Any]:
    own = uri(address)
    return {"name": name} | ({"originalFilename": address} if own is None else {"href": own})
