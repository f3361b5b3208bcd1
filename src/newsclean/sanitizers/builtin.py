"""The sanitizer without dependencies: reads HTML into blocks under the policy and writes them out again."""

from newsclean.policy import Policy
from newsclean.readers.canonical import canonical_blocks
from newsclean.renderers.html import to_html


def sanitize(html: str, policy: Policy) -> str:
    """Rebuild HTML from its blocks: nothing that no block says comes through.

    >>> sanitize("<p onclick=x()>a<script>x()</script></p>", Policy())
    '<p>a</p>'
    """
    return to_html(canonical_blocks(html, policy))
