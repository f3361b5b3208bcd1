"""Where a field of an article comes from."""

from newsclean.models.base import Model


class Evidence(Model):
    """What one place of a page says of one field, and what became of it."""

    field: str
    """Name of the field of the Article."""
    value: str
    """As it was found, white space collapsed and cut to 200 characters; of several authors or tags, one."""
    source: str
    """The place, as in docs/page-metadata.md: `json-ld:datePublished`, `meta:og:title`, `element:h1`, ..."""
    chosen: bool
    """Whether the field is made of it."""
    why: str
    """Why it is or is not, in kebab-case: `first`, `agreed`, `later`, `unusable`, ..."""
