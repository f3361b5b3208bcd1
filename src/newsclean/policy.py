"""What may appear in an Article or in sanitized HTML, as frozen data."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal, get_args

from newsclean.errors import OptionsError

ID_PREFIX = "user-content-"
"""Before every id in HTML output, so that no anchor of a post can shadow a name of the page that shows it."""

BLOCK_KINDS = frozenset("paragraph heading figure list definition_list quote table code math embed divider footnote".split())
"""The `type` of every kind of block."""
MARK_KINDS = frozenset(
    "link strong emphasis code subscript superscript underline strike highlight abbreviation quote time ruby footnote math "
    "language".split()
)
"""The `kind` of every kind of mark."""
ANY = "*"
"""Among `Policy.embed_hosts`: every host."""
TRACKING_PARAMETERS = frozenset(
    "utm_* fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid igshid mc_cid mc_eid _hsenc _hsmi vero_id wickedid "
    "oly_anon_id oly_enc_id ref_src __twitter_impression".split()
)
"""Query parameters that only tell who follows a link from where; `*` at the end stands for any ending."""
EMBED_HOSTS = frozenset(
    "bsky.app codepen.io dailymotion.com datawrapper.dwcdn.net embed-ssl.ted.com embed.ted.com facebook.com gist.github.com "
    "instagram.com maps.google.com openstreetmap.org player.bilibili.com www.bilibili.com podcasts.apple.com "
    "embed.podcasts.apple.com reddit.com redditmedia.com slideshare.net soundcloud.com speakerdeck.com spotify.com tiktok.com "
    "twitter.com vimeo.com www.google.com www.ted.com x.com youtu.be youtube-nocookie.com youtube.com".split()
)
"""The hosts of the players and posts that `newsclean.providers` knows by their form."""
SANDBOX = "allow-same-origin allow-scripts allow-popups allow-presentation"
"""Of every frame: it can play, but neither leave its place nor send forms. Frames of the own origin, which could take the
sandbox off, are not let in."""

Field = Literal[
    "link_schemes",
    "media_schemes",
    "data_images",
    "blocks",
    "marks",
    "embed_hosts",
    "classes",
    "rel",
    "tracking_parameters",
]
"""The fields of a Policy that are sets."""

_RASTER = frozenset("image/avif image/bmp image/gif image/jpeg image/png image/webp image/x-icon".split())
# What follows them is run, or read from the machine of the reader. `about:` frames have the origin of the page.
_NEVER = frozenset("about blob data file filesystem javascript livescript mocha vbscript view-source".split())
# What a word of a set can be equal to; white space, which parts the words of an attribute, never.
_WORD = re.compile(r"[^\s\x00-\x1f\x7f]+")
_FORMS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        **dict.fromkeys(("link_schemes", "media_schemes"), re.compile(r"[a-z][a-z0-9+.\-]*")),
        "embed_hosts": re.compile(r"\*|[^\s\x00-\x1f\x7f*/\\:@?#]+"),
    }
)


@dataclass(frozen=True)
class Policy:
    """What is allowed; the defaults are the preset `NEWS`.

    A policy removes or unwraps, it never turns one kind of block into another: a link that is not allowed leaves its
    words, a figure whose pictures are not allowed leaves its caption as a paragraph. `STRICT` allows no media,
    `EMBEDS` also frames of well-known hosts.

    >>> NEWS.extend("link_schemes", "sms").link_schemes - NEWS.link_schemes
    frozenset({'sms'})
    >>> Policy("text-only", media_schemes=frozenset(), data_images=frozenset()).link_schemes == NEWS.link_schemes
    True

    Raises:
        OptionsError: A kind that does not exist, a scheme or media type that can run scripts, frames of any host, a word that
            nothing can be equal to, such as a scheme with its colon.
    """

    name: str = "news"
    """For messages only."""
    link_schemes: frozenset[str] = frozenset({"http", "https", "mailto", "tel"})
    """URL schemes in lower case that links may have; relative URLs are always allowed."""
    media_schemes: frozenset[str] = frozenset({"http", "https"})
    """The same for pictures and players. An empty set also removes those with a relative URL."""
    data_images: frozenset[str] = _RASTER
    """Media types that a `data:` picture may have: raster formats, which hold no script (SVG can)."""
    blocks: frozenset[str] = BLOCK_KINDS
    """Kinds of blocks. Of another kind, what holds blocks is unwrapped, words and players are left out."""
    marks: frozenset[str] = MARK_KINDS
    """Kinds of marks; another leaves its words."""
    embed_hosts: frozenset[str] = frozenset({ANY})
    """Hosts, without scheme or port, with those below them, whose players, frames and posts are let in; `*` is any."""
    embeds: Literal["link", "frame"] = "link"
    """What `sanitize` does with the players and frames of these hosts: keep them as they are, or keep their words only, as
    in the HTML of an Article, where a link stands for each."""
    classes: frozenset[str] = frozenset({"language-*", "nc-*"})
    """Class names that `sanitize` keeps; `*` at the end stands for any ending."""
    rel: frozenset[str] = frozenset()
    """Words that `sanitize` adds to the `rel` of every link, such as `nofollow`. `noopener` is always added where a link
    opens another window."""
    tracking_parameters: frozenset[str] = frozenset()
    """Query parameters that are taken off links; `*` at the end stands for any ending."""
    unlisted: Literal["unwrap", "escape", "drop"] = "unwrap"
    """What `sanitize` does with an element that is not allowed: keep its words, show its tags as text, or remove all."""

    def __post_init__(self) -> None:
        """Refuse what could only fail later, or not be safe."""
        for name in _SETS:
            words = _words(name, getattr(self, name))
            object.__setattr__(self, name, words)
            _refuse(name, frozenset(word for word in words if not _FORMS.get(name, _WORD).fullmatch(word)), "nothing can be")
        _refuse("blocks", self.blocks - BLOCK_KINDS, "no kind of block")
        _refuse("marks", self.marks - MARK_KINDS, "no kind of mark")
        for name in ("link_schemes", "media_schemes"):
            _refuse(name, getattr(self, name) & _NEVER, "never safe")
        _refuse("data_images", frozenset(kind for kind in self.data_images if kind not in _RASTER), "no raster format")
        if self.embeds == "frame":
            _refuse("embed_hosts", self.embed_hosts & {ANY}, "no host to frame")
        if self.embeds not in {"link", "frame"} or self.unlisted not in {"unwrap", "escape", "drop"}:
            msg = f"Policy.embeds is 'link' or 'frame', Policy.unlisted 'unwrap', 'escape' or 'drop', not {self}"
            raise OptionsError(msg)

    def extend(self, field: Field, *values: str) -> "Policy":
        """Give a policy that also has these values in one of its sets; nothing that was allowed before is lost.

        >>> EMBEDS.extend("embed_hosts", "player.example.org").embed_hosts > EMBEDS.embed_hosts
        True

        Raises:
            OptionsError: No such set, or a value that it cannot have.
        """
        if field not in _SETS:
            msg = f"Policy.{field} cannot be extended; sets are {', '.join(sorted(_SETS))}"
            raise OptionsError(msg)
        more: dict[str, Any] = {field: getattr(self, field) | frozenset(values)}
        return replace(self, **more)

    @property
    def limits(self) -> bool:
        """Whether it leaves out anything that the default lets in: a kind of block or mark, an embed, an address."""
        return not (
            self.blocks >= BLOCK_KINDS
            and self.marks >= MARK_KINDS
            and ANY in self.embed_hosts
            and self.link_schemes >= NEWS.link_schemes
            and self.media_schemes >= NEWS.media_schemes
            and self.data_images >= NEWS.data_images
        )


_SETS: frozenset[str] = frozenset(get_args(Field))


def _words(name: str, given: object) -> frozenset[str]:
    if isinstance(given, str) or not isinstance(given, Collection) or not all(isinstance(word, str) for word in given):
        msg = f"Policy.{name} must be a set of strings, not {given!r:.80}"
        raise OptionsError(msg)
    return frozenset(word if name == "classes" else word.lower() for word in given)


def _refuse(name: str, wrong: frozenset[str], why: str) -> None:
    if wrong:
        msg = f"Policy.{name}: {why}: {', '.join(map(repr, sorted(wrong)))}"
        raise OptionsError(msg)


NEWS = Policy()
"""The default: everything that an Article can hold; players and frames as links."""
STRICT = Policy(
    "strict",
    link_schemes=frozenset({"http", "https", "mailto"}),
    media_schemes=frozenset(),
    data_images=frozenset(),
    blocks=BLOCK_KINDS - {"figure", "embed"},
    embed_hosts=frozenset(),
    tracking_parameters=TRACKING_PARAMETERS,
)
"""Words and links only: no pictures, no players, no tracking parameters."""
EMBEDS = Policy("embeds", embed_hosts=EMBED_HOSTS, embeds="frame")
"""As `NEWS`, but players and frames of well-known hosts only, which `sanitize` keeps in a sandbox."""
