"""What the JSON of other systems is made of: pictures and players in reading order, addresses, dates, safe text."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any, NamedTuple, assert_never
from urllib.parse import quote

from newsclean.models.article import Article
from newsclean.models.blocks import (
    Block,
    Code,
    DefinitionList,
    Divider,
    Embed,
    Figure,
    Footnote,
    Heading,
    Image,
    List,
    Math,
    Paragraph,
    Quote,
    Table,
)
from newsclean.models.text import Text
from newsclean.models.views import flat

# All of them stand in strings only, where the escape means the same; written so, no HTML parser sees a tag or comment in it.
_UNSAFE = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")
# RFC 3986, 2.2 and 2.3, but for the brackets, which only an IPv6 address may have, and the number sign, which only stands once.
_ALLOWED = ":/?@!$&'()*+,;=-._~%"
_CLEAN = re.compile(r"[A-Za-z0-9:/?@!$&'()*+,;=\-._~%]*")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LITERAL_HOST = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.\-]*:)?//(?:[A-Za-z0-9:\-._~]*@)?\[[0-9A-Fa-f:.]+\]")
# RFC 3986, 3.2 and 4.2: an authority ends in a port of digits, if it has one; a relative path has no colon in its first part.
_AUTHORITY = r"//(?:[^/?#@]*@)?(?:\[[^\]]*\]|[^/?#:@\[\]]*)(?::[0-9]*)?(?=[/?#]|$)"
_ABSOLUTE = re.compile(rf"[A-Za-z][A-Za-z0-9+.\-]*:(?:(?!//)|{_AUTHORITY})")
_RELATIVE = re.compile(rf"{_AUTHORITY}|(?!//)[^:/?#]*(?:[/?#]|$)")
_MINUTE = timedelta(minutes=1)
# Code points of words that each picture of a gallery repeats: many more than are printed under one.
_LONGEST_SHARED = 2_000


class Picture(NamedTuple):
    """A picture with all words that are printed for it."""

    image: Image
    caption: Text | None = None
    """Its own, else its figure's; as in `Article.images`."""
    credit: Text | None = None
    gallery: Text | None = None
    """The caption of its figure, where it has one of its own beside that."""
    gallery_credit: Text | None = None
    is_lead: bool = False
    """The article's main picture; of several of the same address the first."""


def media(article: Article) -> Iterator[Picture | Embed]:
    """Give pictures, films and sounds in reading order; a main picture that the body does not show comes first.

    >>> from newsclean.models.blocks import Paragraph, Quote
    >>> figure = Figure(images=(Image(src="/b.png"),), caption=Text(text="A dam"))
    >>> found = media(Article(lead_image="/a.png", blocks=(Quote(blocks=(figure,)),)))
    >>> [(part.image.src, part.is_lead) for part in found]
    [('/a.png', True), ('/b.png', False)]
    """
    found = [part for block in flat(article.blocks) for part in _media_of(block)]
    lead = article.lead_image
    if lead is None:
        yield from found
        return
    at = next((at for at, part in enumerate(found) if isinstance(part, Picture) and part.image.src == lead), None)
    if at is None:
        yield Picture(Image(src=lead), is_lead=True)
    for place, part in enumerate(found):
        yield part._replace(is_lead=True) if place == at and isinstance(part, Picture) else part


def _media_of(block: Block) -> Sequence[Picture | Embed]:
    """Give what one block shows, without the blocks in it."""
    match block:
        case Paragraph() | Heading() | List() | DefinitionList() | Quote() | Table() | Code() | Math() | Divider() | Footnote():
            return ()
        case Figure():
            return [_picture(block, at, image) for at, image in enumerate(block.images)]
        case Embed():
            return (block,) if block.kind in {"video", "audio"} else ()
        case _:
            assert_never(block)


def _picture(figure: Figure, at: int, image: Image) -> Picture:
    caption, credit = _shared(figure.caption, at), _shared(figure.credit, at)
    return Picture(
        image,
        image.caption or caption,
        image.credit or credit,
        caption if image.caption else None,
        credit if image.credit else None,
    )


def _shared(text: Text | None, at: int) -> Text | None:
    """Give the words of a figure for its picture of this place.

    Long ones are those of the first alone: said again for each, what is written would grow with the square of the post.
    """
    return text if at == 0 or text is None or len(text.text) <= _LONGEST_SHARED else None


def words(text: Text | None) -> str | None:
    """Give the characters of a text, if there is one."""
    return None if text is None else text.text


def said(fields: dict[str, Any]) -> dict[str, Any]:
    """Give the fields that say something; zero and False do.

    >>> said({"a": None, "b": "", "c": [], "d": 0, "e": False})
    {'d': 0, 'e': False}
    """
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [])}


def json_text(value: dict[str, Any], indent: int | None) -> str:
    r"""Write JSON that may stand in an HTML `script` element as it is.

    >>> print(json_text({"a": "</script>"}, None))
    {"a":"\u003c/script\u003e"}

    Source: HTML Living Standard, 4.12.1.3 "Restrictions for contents of script elements".
    """
    separators = (",", ":") if indent is None else None
    written = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    for sign, escape in _UNSAFE:  # many times as fast as `translate`, and looking first is faster still
        if sign in written:
            written = written.replace(sign, escape)
    return written


def reference(url: str) -> str:
    """Write an address, relative or not, in the characters of RFC 3986; browsers read it as the same.

    What is no address, such as one with a port of letters, is written as a path that leads nowhere.

    >>> reference("/水 [1].png?a=%zz#b#c"), reference("http://[::1]/a"), reference("https://a:b/")
    ('/%E6%B0%B4%20%5B1%5D.png?a=%25zz#b%23c', 'http://[::1]/a', 'https%3A//a%3Ab/')
    """
    whole = _STRAY_PERCENT.sub("%25", url) if "%" in url else url
    written = whole if _CLEAN.fullmatch(whole) else _quoted(whole)
    if _ABSOLUTE.match(written) or _RELATIVE.match(written):
        return written
    return quote(written, safe="/?#%")


def _quoted(url: str) -> str:
    whole, sharp, fragment = url.partition("#")
    host = _LITERAL_HOST.match(whole)
    start = 0 if host is None else host.end()
    return whole[:start] + quote(whole[start:], safe=_ALLOWED) + sharp + quote(fragment, safe=_ALLOWED)


def uri(url: str | None) -> str | None:
    """Write an address as a URI, or None if it is relative or none.

    >>> uri("https://example.org/a b"), uri("/a"), uri("https://a:b/")
    ('https://example.org/a%20b', None, None)
    """
    if url is None:
        return None
    written = reference(url)
    return written if _ABSOLUTE.match(written) else None


def date_time(date: datetime | None) -> str | None:
    """Write a date as RFC 3339 does, which knows no seconds in zones: those of local mean times are cut off.

    >>> date_time(datetime(1900, 1, 1, tzinfo=timezone(timedelta(minutes=19, seconds=32))))
    '1900-01-01T00:00:00+00:19'
    """
    if date is None:
        return None
    offset = date.utcoffset()
    if offset is None or not offset % _MINUTE:
        return date.isoformat()
    return date.replace(tzinfo=timezone(offset - offset % _MINUTE)).isoformat()
