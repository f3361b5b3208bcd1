"""Finds in HTML what no sanitizer may leave there, in another way than ours goes: it reads tokens and builds no tree."""

import re
from html.parser import HTMLParser

_ACTIVE = frozenset(
    "applet base button dialog embed fencedframe form frame frameset iframe input link math meta noscript object plaintext "
    "portal script select style svg template textarea title xmp".split()
)
_ADDRESSES = frozenset(
    "action background cite classid codebase data dynsrc formaction from href longdesc lowsrc manifest ping poster profile src "
    "srcdoc srcset style to usemap values xlink:href".split()
)
# As a browser reads a scheme: without what it ignores, which at the start is more than elsewhere (WHATWG URL, 4.4).
_IGNORED = re.compile(r"^[\x00-\x20]+|[\t\n\r]")
_UNSAFE = re.compile(r"(?:javascript|vbscript|livescript|mocha|blob|file|filesystem|data(?!:image/(?!svg)))\s*:", re.IGNORECASE)
# Names by which a page reaches itself: an element with one of them shadows it.
_TAKEN = frozenset(
    "attributes body childNodes children cookie createElement defaultView document documentElement domain firstChild forms "
    "getElementById head history images implementation innerHTML links localStorage location name navigator nodeName "
    "ownerDocument parent parentNode querySelector removeChild scripts self submit top window".split()
)


def unsafe_parts(html: str) -> tuple[str, ...]:
    r"""Name what in some HTML can run, leave the page, ask for more than pictures or shadow a name of the page.

    >>> unsafe_parts('<p title="<script>">a</p><a href="java&Tab;script:x" onclick=x>b</a>')
    ('<a href="java\tscript:x">', '<a onclick>')
    """
    audit = _Audit(convert_charrefs=True)
    audit.feed(html)
    audit.close()
    return tuple(audit.found)


def _is_unsafe(name: str, value: str) -> bool:
    if name in {"id", "name"}:
        return value in _TAKEN
    addresses = value.split(",") if name == "srcset" else [value] if name in _ADDRESSES else []
    return any(_UNSAFE.match(_IGNORED.sub("", address)) for address in addresses)


class _Audit(HTMLParser):
    """Looks at each tag."""

    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element."""
        if tag in _ACTIVE:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name in {"style", "srcdoc"}:
                self.found.append(f"<{tag} {name}>")
            elif _is_unsafe(name, value or ""):
                self.found.append(f'<{tag} {name}="{value}">')

    def unknown_decl(self, data: str) -> None:
        """Name what is neither element nor text."""
        self.found.append(f"<![{data}]>")


class _Words(HTMLParser):
    """Takes the words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser passes them
        """Begin what is not shown."""
        self.unseen += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        self.unseen -= self.unseen > 0 and tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        """Take words."""
        if not self.unseen:
            self.words.append(data)


def words_of(html: str) -> str:
    """Give the words of some HTML without any white space, comments and what is not shown apart.

    >>> words_of("<p>a <b>b</b></p><!--c--><script>d</script>")
    'ab'
    """
    parser = _Words()
    parser.feed(html)
    parser.close()
    return "".join("".join(parser.words).split())
