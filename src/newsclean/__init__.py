"""newsclean turns front-matter HTML posts into typed articles.

`parse_article` reads one post. It is split into header and body; the body is parsed once and walked once; small rules
say what an element is, the walker reads all text and keeps account of what no block holds. What comes out is an
`Article` of typed blocks, built under a `Policy`, with `dropped` and `notes` beside them. `parse_page` reads
full web pages, `parse_many` many posts.
"""

from newsclean.api import parse_article, parse_many, parse_many_json, parse_page, read_canonical, sanitize, sanitize_report
from newsclean.batch_options import BatchOptions
from newsclean.errors import (
    BatchError,
    FrontMatterError,
    InputError,
    LimitError,
    NewscleanError,
    OptionsError,
    PluginError,
    SourceError,
)
from newsclean.ledger import Drop, Note
from newsclean.models.article import Article, Author
from newsclean.models.blocks import (
    Block,
    Candidate,
    Cell,
    Code,
    Definition,
    DefinitionList,
    Divider,
    Embed,
    Figure,
    Footnote,
    Heading,
    Image,
    List,
    ListItem,
    Math,
    Origin,
    Paragraph,
    Quote,
    Row,
    Table,
)
from newsclean.models.chunk import Chunk
from newsclean.models.evidence import Evidence
from newsclean.models.failure import Failure
from newsclean.models.sanitized import Sanitized
from newsclean.models.source import Source
from newsclean.models.text import Mark, Text
from newsclean.models.views import ImagePair, Link, Section
from newsclean.options import Options
from newsclean.policy import EMBEDS, NEWS, STRICT, TRACKING_PARAMETERS, Policy

__version__ = "0.1.0"

# By code point, as `sorted` does; ruff would put constants first.
__all__ = [  # noqa: RUF022
    "Article",
    "Author",
    "BatchError",
    "BatchOptions",
    "Block",
    "Candidate",
    "Cell",
    "Chunk",
    "Code",
    "Definition",
    "DefinitionList",
    "Divider",
    "Drop",
    "EMBEDS",
    "Embed",
    "Evidence",
    "Failure",
    "Figure",
    "Footnote",
    "FrontMatterError",
    "Heading",
    "Image",
    "ImagePair",
    "InputError",
    "LimitError",
    "Link",
    "List",
    "ListItem",
    "Mark",
    "Math",
    "NEWS",
    "NewscleanError",
    "Note",
    "Options",
    "OptionsError",
    "Origin",
    "Paragraph",
    "PluginError",
    "Policy",
    "Quote",
    "Row",
    "STRICT",
    "Sanitized",
    "Section",
    "Source",
    "SourceError",
    "TRACKING_PARAMETERS",
    "Table",
    "Text",
    "parse_article",
    "parse_many",
    "parse_many_json",
    "parse_page",
    "read_canonical",
    "sanitize",
    "sanitize_report",
]
