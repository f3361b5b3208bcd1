"""nh3, the Rust sanitizer ammonia, under the tags, attributes and URL schemes of the policy; never with SVG or MathML.

What has gone wrong in ammonia so far (RUSTSEC-2025-0071, RUSTSEC-2026-0193, RUSTSEC-2026-0213) took SVG or MathML that was
allowed; no policy can allow either.
"""

from newsclean.errors import OptionsError
from newsclean.policy import Policy
from newsclean.sanitizers.allowed import allowed_attributes, allowed_schemes, allowed_tags


def sanitize(html: str, policy: Policy) -> str:
    """Clean with nh3; needs the extra `newsclean[nh3]`.

    Raises:
        OptionsError: The package is not there.
    """
    try:
        import nh3
    except ImportError as error:
        msg = 'sanitizer="nh3" needs the package nh3: pip install "newsclean[nh3]"'
        raise OptionsError(msg) from error
    tags = allowed_tags(policy)
    # A byte order mark at the start, which a string has none of, is taken off; one that is text must not be.
    text = f"\ufeff{html}" if html.startswith("\ufeff") else html
    # Relations are the policy's, written by our own builder.
    return nh3.clean(text, tags=tags, attributes=allowed_attributes(tags), url_schemes=allowed_schemes(policy), link_rel=None)
