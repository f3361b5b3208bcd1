"""The Article: what `parse_article` returns."""

from typing import Literal

from pydantic import AwareDatetime, Field, JsonValue, SkipValidation

from newsclean.habits import Habit
from newsclean.ledger import Drop, Note
from newsclean.models import views
from newsclean.models.base import Model
from newsclean.models.blocks import Block, Heading, Paragraph
from newsclean.models.chunk import Chunk


class Author(Model):
    """A person or body that signs the article."""

    name: str
    url: str | None = None
    """A URL that passed the policy."""
    raw: str = ""
    """The value in the header, as written (a mapping as JSON)."""


class Article(Model):
    """One article; frozen, picklable, and the same for the same input and options."""

    schema_version: Literal[1] = 1
    title: str | None = None
    """White space collapsed, entities decoded; None if the header has none."""
    subtitle: str | None = None
    """The line under the title."""
    authors: tuple[Author, ...] = ()
    """In the order of the header."""
    published: AwareDatetime | None = None
    """Always with a zone, so that articles sort; the text as written is in `front_matter`."""
    modified: AwareDatetime | None = None
    """When it was changed last, if the header says so; with a zone, as `published`."""
    status: Literal["published", "draft", "private", "scheduled"] | None = None
    """The most restrictive that the header says (`draft: true`, `published: false`, `status: private`); None if nothing."""
    language: str | None = None
    """A language tag (BCP 47) as the header gives it, such as `pt-BR`."""
    site_name: str | None = None
    """The site or paper that published it."""
    url: str | None = None
    """The `url=` that was given, else the absolute address that the header gives."""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str | None = None
    """The header's description or excerpt in plain text; else the standfirst, if one of the first blocks is called so."""
    lead_image: str | None = None
    """URL of the header's main picture; passed the policy. Where the body shows the same file, in whatever size and by whatever
    server, it is the `src` of that picture, so that both are one."""
    thumbnail: str | None = None
    """URL of the header's small picture; passed the policy."""
    blocks: tuple[Block, ...] = ()
    """In document order."""
    dropped: tuple[Drop, ...] = ()
    """Everything of the body that is in no block, in document order."""
    notes: tuple[Note, ...] = ()
    """Soft faults, header first."""
    confidence: float | None = None
    """How sure the extractor of a page is that the body is an article and the whole of it, from 0 to 1; None for a post."""
    # Not validated again: the reader builds nothing else, and neither can JSON hold anything else.
    front_matter: dict[str, SkipValidation[JsonValue]] = Field(default_factory=dict)
    """Every key of the header, known or not; dates, `.nan`, `.inf` and integers of over 18 digits as written."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that stand directly in the article."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings that stand directly in the article."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    @property
    def sections(self) -> tuple[views.Section, ...]:
        """The tree of sections by heading level; what stands before the first heading is a section without heading."""
        return views.sections(self.blocks)

    @property
    def images(self) -> tuple[views.ImagePair, ...]:
        """The (image, caption, credit) tuples in reading order, those inside quotes and lists included."""
        return tuple(views.image_pairs(self.blocks))

    @property
    def links(self) -> tuple[views.Link, ...]:
        """The (href, text) pairs of all texts in reading order, captions included."""
        return tuple(views.links(self.blocks))

    @property
    def block_ids(self) -> tuple[str, ...]:
        """A name for each of `blocks` that lasts: made of its content alone, with a number where several are equal."""
        from newsclean.models.ids import block_ids

        return block_ids(self.blocks)

    @property
    def text(self) -> str:
        """Headings, paragraphs, lists, quotes and code, by blank lines; no captions."""
        return "\n\n".join(views.plain_texts(self.blocks))

    @property
    def word_count(self) -> int:
        """The words of `text`; of Han and Kana each character counts as one."""
        return views.word_count(self.text)

    @property
    def reading_time(self) -> int:
        """Seconds that reading `text` takes, at the speed of its scripts, rounded up."""
        return views.reading_time(self.text)

    def without_inferred(self) -> "Article":
        """Give the article with every guess undone: the picture, then the words that stood after it as paragraphs, as printed;
        a credit that only its words tell from the caption goes back into it; a bold line is no heading.

        >>> from newsclean import parse_article
        >>> guess = parse_article("<div><img src=a.png><figcaption>A dam.</figcaption></div>")
        >>> guess.blocks[0].caption.text, guess.without_inferred().blocks[1].text
        ('A dam.', 'A dam.')
        """
        return self.model_copy(update={"blocks": views.without_inferred(self.blocks)})

    def to_html(self, *, document: bool = False) -> str:
        """Give the body in the canonical dialect, safe under the policy that the article was parsed with; or a whole page,
        which `parse_article` reads back to the same content.

        Args:
            document: Whether a page is given, with a head that tells title, authors, dates, ... (docs/outputs.md).
        """
        from newsclean.renderers.html import to_html
        from newsclean.renderers.html_document import to_document

        return to_document(self) if document else to_html(self.blocks)

    def to_markdown(self) -> str:
        r"""Give the body as CommonMark with tables, strike-through and footnotes; see `newsclean.renderers.markdown`.

        >>> Article(blocks=(Heading(text="Dam", level=2), Paragraph(text="1 * 2"))).to_markdown()
        '## Dam\n\n1 \\* 2'
        """
        from newsclean.renderers.markdown import to_markdown

        return to_markdown(self.blocks)

    def to_text(self, *, captions: bool = True) -> str:
        r"""Give the words of the body as plain text, with or without captions; see `newsclean.renderers.text`.

        >>> Article(blocks=(Heading(text="Dam", level=2), Paragraph(text="1 * 2"))).to_text()
        'Dam\n\n1 * 2'
        """
        from newsclean.renderers.text import to_text

        return to_text(self.blocks, captions=captions)

    def to_post(self, *, habit: Habit = "hexo", body: Literal["html", "markdown"] = "html") -> str:
        r"""Give a post with a header again; see `newsclean.renderers.post`. With an HTML body `parse_article` reads it back to
        the same content.

        >>> Article(title="Dam", blocks=(Paragraph(text="Water flows."),)).to_post()
        '---\ntitle: Dam\nnewsclean: hexo-1\n---\n<p>Water flows.</p>\n'
        """
        from newsclean.renderers.post import to_post

        return to_post(self, habit=habit, body=body)

    def to_jsonld(
        self, *, kind: Literal["NewsArticle", "Article", "BlogPosting"] = "NewsArticle", indent: int | None = None
    ) -> str:
        r"""Give the whole article as JSON-LD of schema.org, safe in a `script` element; see `newsclean.renderers.jsonld`.

        >>> print(Article(title="</script>").to_jsonld())
        {"@context":"https://schema.org","@type":"NewsArticle","headline":"\u003c/script\u003e","wordCount":0}
        """
        from newsclean.renderers.jsonld import to_jsonld

        return to_jsonld(self, kind=kind, indent=indent)

    def to_ninjs(self, *, indent: int | None = None) -> str:
        """Give the whole article as an IPTC ninjs 3.0 item, pictures as associations; see `newsclean.renderers.ninjs`.

        >>> import json
        >>> json.loads(Article(url="https://example.org/1", lead_image="/a.png").to_ninjs())["associations"][0]["uri"]
        'https://example.org/1#lead'
        """
        from newsclean.renderers.ninjs import to_ninjs

        return to_ninjs(self, indent=indent)

    def chunks(self, *, by: Literal["section", "block"] = "section", max_chars: int = 2_000) -> tuple[Chunk, ...]:
        r"""Cut the text into pieces for retrieval, each with its headings, blocks, pictures and lines; put together they are
        `text`. See `newsclean.renderers.chunks`.

        >>> article = Article(blocks=(Heading(text="Dam", level=2), Paragraph(text="Water flows.")))
        >>> [(chunk.text, chunk.headings, chunk.last_block) for chunk in article.chunks()]
        [('Dam\n\nWater flows.', ('Dam',), 1)]
        """
        from newsclean.renderers.chunks import chunks

        return chunks(self.blocks, by=by, max_chars=max_chars)

    def to_json(self, *, indent: int | None = None) -> str:
        """Give the whole article as JSON, which `Article.model_validate_json` reads back."""
        return self.model_dump_json(indent=indent)
