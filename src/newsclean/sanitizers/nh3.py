"""nh3, the Rust sanitizer ammonia, under the tags, attributes and URL schemes of the policy; never with SVG or MathML.

What has gone wrong in ammonia so far (RUSTSEC-2025-0071, RUSTSEC-2026-0193, RUSTSEC-2026-0213) took SVG or MathML that was
allowed; no policy can allow either.
"""

from newsclean.errors import OptionsError
from newsclean.policy import Policy
from newsclean.sanitizers.allowed import allowed_attributes, allowed_tags


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
    return nh3.clean(
        html,
        tags=tags,
        attributes={tag: allowed_attributes(tag) for tag in tags},
        url_schemes=_schemes(policy),
        # Relations are the policy's, written by our own builder.
        link_rel=None,
    )


def _schemes(policy: Policy) -> frozenset[str]:
    # One list for all attributes is all that nh3 offers; our own check knows which is which.
    return policy.link_schemes | policy.media_schemes | ({"data"} if policy.data_images else frozenset())
