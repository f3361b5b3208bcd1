"""bleach as a sanitizer, for those who ask for it: it reached the end of its life with 6.4.0 (June 2026)."""

from newsclean.errors import OptionsError
from newsclean.policy import Policy
from newsclean.sanitizers.allowed import allowed_attributes, allowed_schemes, allowed_tags


def sanitize(html: str, policy: Policy) -> str:
    """Clean with bleach under the tags, attributes and URL schemes of the policy.

    Raises:
        OptionsError: The package is not there.
    """
    try:
        import bleach
    except ImportError as error:  # a core dependency, but distributions split packages
        msg = 'sanitizer="bleach" needs the package bleach'
        raise OptionsError(msg) from error
    tags = allowed_tags(policy)
    attributes = {tag: list(names) for tag, names in allowed_attributes(tags).items()}
    # `clean` makes a Cleaner for each call: one that threads share mixes up their texts.
    return bleach.clean(html, tags=tags, attributes=attributes, protocols=allowed_schemes(policy), strip=True)
