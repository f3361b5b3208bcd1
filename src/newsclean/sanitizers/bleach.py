"""bleach as a sanitizer, for those who ask for it: it reached the end of its life with 6.4.0 (June 2026)."""

from types import MappingProxyType

from newsclean.errors import OptionsError
from newsclean.policy import Policy

# The canonical dialect (renderers/html.py).
_TAGS = frozenset(
    "a abbr blockquote br caption code dd div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img li mark ol p pre q rt ruby s "
    "span strong sub sup table tbody td tfoot th thead time tr u ul".split()
)
_ATTRIBUTES = MappingProxyType(
    {
        "*": ["lang", "dir"],
        "a": ["class", "href", "title"],
        "abbr": ["title"],
        "blockquote": ["cite"],
        "code": ["class"],
        "div": ["class", "id"],
        "figure": ["class"],
        "hr": ["class"],
        "img": ["src", "srcset", "alt", "title", "width", "height"],
        "ol": ["start"],
        "p": ["class"],
        "pre": ["class"],
        "td": ["colspan", "rowspan"],
        "th": ["colspan", "rowspan"],
        "time": ["datetime"],
        **{f"h{level}": ["id"] for level in range(1, 7)},
    }
)


def sanitize(html: str, policy: Policy) -> str:
    """Clean with bleach under the tags, attributes and URL schemes of the policy."""
    try:
        import bleach
    except ImportError as error:  # a core dependency, but distributions split packages
        msg = 'sanitizer="bleach" needs the package bleach'
        raise OptionsError(msg) from error
    # One list for all attributes is all that bleach offers; our own check has passed every URL before and will after.
    protocols = policy.link_schemes | policy.media_schemes | ({"data"} if policy.data_images else frozenset())
    return bleach.clean(html, tags=_TAGS, attributes=dict(_ATTRIBUTES), protocols=protocols, strip=True)
