"""What the text rules answer: shortcodes and template tags read as the blocks that they stand for."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from newsclean.providers import embedded
from newsclean.walk.run import Draft, collapse
from newsclean.walk.tokens import Begin, Cut, Put, Span, TextAnswer

# `name=value`, the value in quotes of any kind or none: editors turn straight quotes into typographic ones.
_PARAMETER = re.compile(
    r"""([\w-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|[\u201c\u201d\u2033]([^\u201c\u201d\u2033]*)[\u201c\u201d\u2033]|([^\s"'\]]+))"""
)
# All that is quoted, up to the end: no further parameter may stand in it.
_LAST_CAPTION = re.compile(r"""\scaption="((?:[^"=]|=(?!["'])|"(?!\s+[\w-]{1,40}=))*)"\s*\Z""")
_WORD = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|(\S+))""")
_ADDRESS = re.compile(r"(?:https?:)?//\S{1,2000}|/\S{1,2000}")
_IMAGE = re.compile(r"[^\s\"']{1,500}\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:\?\S{0,500})?", re.IGNORECASE)
# Pictures that other markup in the text has made, which has words of its own.
_SELF_MADE = frozenset({"figure-shortcode", "image-tag"})
_PAGES = MappingProxyType(
    {"youtube": "https://youtu.be/{}", "vimeo": "https://vimeo.com/{}", "gist": "https://gist.github.com/{}"}
)


def caption(found: re.Match[str], _: str) -> Begin:
    """Begin a captioned picture; older posts have the words in `caption=`, which comes last and may hold quotes."""
    last = _LAST_CAPTION.search(found[1])
    return Begin("caption", captioned, last[1] if last is not None else parameters(found[1]).get("caption", ""))


def captioned(drafts: list[Draft]) -> list[Draft]:
    """Make one figure of the pictures and the words of a caption shortcode."""
    pictures = [draft for draft in drafts if draft["type"] == "figure"]
    words = [draft for draft in drafts if draft["type"] == "paragraph"]
    if not pictures or len(pictures) + len(words) < len(drafts) or any("caption" in draft for draft in pictures):
        return drafts
    if any(draft["origin"]["rule"] in _SELF_MADE for draft in pictures):
        return drafts
    first = pictures[0]
    images = [image for draft in pictures for image in draft["images"]]
    figure = {**first, "images": images, "origin": {**first["origin"], "rule": "caption-shortcode"}}
    return [figure | {"caption": _joined(words)} if words else figure]


def _joined(words: list[Draft]) -> Draft:
    """Give paragraphs as one text of several lines."""
    text, marks = "", []
    for draft in words:
        text += "\n" if text else ""
        at = len(text)
        text += draft["text"]
        marks += [{**mark, "start": mark["start"] + at, "end": mark["end"] + at} for mark in draft["marks"]]
    return {"text": text, "marks": marks}


def embed_address(_: re.Match[str], inner: str) -> Put | None:
    """Read the address between `[embed]` and its end."""
    found = _ADDRESS.fullmatch(inner.strip())
    return None if found is None else _embed(found[0])


def embed_id(found: re.Match[str], _: str) -> Put | Cut:
    """Read `[youtube=address]`, `[youtube id]`, `[vimeo]123[/vimeo]`."""
    named = parameters(found[2])
    given = found[3] or named.get("url") or named.get("id") or found[2].strip().lstrip("=").strip("\"' ")
    return _of(found[1], given)


def liquid_embed(found: re.Match[str], _: str) -> Put | Cut:
    """Read `{% youtube id %}`, `{{< tweet user="x" id="1" >}}`."""
    named = parameters(found[2])
    words = [word for word in positional(found[2]) if "=" not in word]
    given = named.get("url") or named.get("id") or (words[0] if words else "")
    if found[1] == "gist" and len(words) > 1:
        given = "/".join(words[:2])
    return _of(found[1], given)


def _of(name: str, given: str) -> Put | Cut:
    if _ADDRESS.fullmatch(given):
        return _embed(given)
    if name in _PAGES and re.fullmatch(r"[\w/-]{1,100}", given):
        return _embed(_PAGES[name].format(given))
    if name in {"tweet", "twitter", "x"} and given.isdigit():
        return _embed(f"https://x.com/i/status/{given}")
    return Cut(name=name)


def _embed(address: str) -> Put:
    found = embedded(address)
    return Put("embed", {"kind": found.kind, "provider": found.provider, "url": found.url})


def code_block(found: re.Match[str], inner: str) -> Put | None:
    """Read `[sourcecode language="css"]`."""
    named = parameters(found[1])
    return _code(inner, named.get("language") or named.get("lang") or found[1].strip(" ='\""))


def fenced_code(found: re.Match[str], inner: str) -> Put | None:
    """Read three backticks, the language, and the lines up to the next three."""
    return _code(inner, found[1])


def liquid_code(found: re.Match[str], inner: str) -> Put | None:
    """Read `{% highlight ruby linenos %}` and `{% codeblock title lang:ruby %}`."""
    words = positional(found[1])
    said = next((word[5:] for word in words if word.startswith("lang:")), words[0] if words else "")
    return _code(inner, said)


def _code(inner: str, language: str) -> Put | None:
    text = inner.strip("\n")
    known = language.lower() if re.fullmatch(r"[A-Za-z0-9+#._-]{1,30}", language) else None
    return Put("code", {"text": text, "language": known}, keep=text) if text.strip() else None


def figure_parameters(found: re.Match[str], _: str) -> Put | Cut:
    """Read `{{< figure src="a.png" alt="A" title="T" caption="C" link="/b" >}}`."""
    named = parameters(found[1])
    words = positional(found[1])
    source = named.get("src") or (words[0] if words and "=" not in words[0] else "")
    if not source:
        return Cut(name="figure")
    image = {"src": source, "alt": named.get("alt", ""), "title": named.get("title")}
    said = collapse(named.get("caption", ""))
    return Put("figure", {"images": [image]} | ({"caption": {"text": said}} if said else {}), keep=said)


def image_tag(found: re.Match[str], _: str) -> Put | Cut:
    """Read `{% asset_img class a.png 300 200 "title" %}` and `{% img /a.png title "alt" %}`."""
    words = list(positional(found[2]))
    at = next((place for place, word in enumerate(words) if _IMAGE.fullmatch(word)), None)
    if at is None:
        return Cut(name=found[1])
    rest = [word for word in words[at + 1 :] if not word.removesuffix("px").isdigit()]
    alternative = rest[-1] if rest else ""
    return Put("figure", {"images": [{"src": words[at], "alt": alternative, "title": rest[0] if len(rest) > 1 else None}]})


def kept(_: re.Match[str], inner: str) -> Cut:
    """Keep what stands between the marks."""
    return Cut(keep=inner)


def note(found: re.Match[str], _: str) -> Cut:
    """Leave the brackets of a note out, but not the room that they gave to its words."""
    beginning = found[0][1] != "/"
    apart = beginning or found.string[found.end() : found.end() + 1].isalnum()
    return Cut(keep=" " if apart else "", name=found[0].strip("[/]"))


def unknown_shortcode(found: re.Match[str], _: str) -> Cut | None:
    """Leave a shortcode out under its own name; without a quoted value it may be words."""
    return Cut(name=found[1].lower()) if '"' in found[0] or "'" in found[0] else None


def unknown_tag(found: re.Match[str], _: str) -> Cut:
    """Leave a tag out under its own name."""
    return Cut(name=found[1] or None)


def tex_block(found: re.Match[str], _: str) -> Put | None:
    """Read TeX that is set apart."""
    text = (found[1] or found[2] or "").strip()
    return Put("math", {"text": text}, keep=text) if text else None


def tex_span(found: re.Match[str], _: str) -> TextAnswer | None:
    """Read TeX in the line."""
    text = (found[1] or found[2] or "").strip()
    return Span("math", text) if text else None


def parameters(text: str) -> dict[str, str]:
    """Give the named parameters of a shortcode.

    >>> parameters('id="a" width=300 caption="A dam."')
    {'id': 'a', 'width': '300', 'caption': 'A dam.'}
    """
    return {found[1]: next(filter(None, found.groups()[1:]), "") for found in _PARAMETER.finditer(text)}


def positional(text: str) -> list[str]:
    """Give the parameters of a tag one by one, without their quotes."""
    return [found for found in _words(text.strip().removesuffix("-")) if found]


def _words(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text):
        yield found[1] or found[2] or found[3] or ""
