"""The Article: what `parse_article` returns."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import AwareDatetime, Field, JsonValue, SkipValidation
from pydantic.json_schema import DEFAULT_REF_TEMPLATE, GenerateJsonSchema, JsonSchemaMode

from newsclean.habits import Habit
from newsclean.ledger import Drop, Note
from newsclean.models import views
from newsclean.models.base import Model
from newsclean.models.blocks import Block, Heading, Paragraph
from newsclean.models.chunk import Chunk
from newsclean.models.described import SelfDescribing
from newsclean.models.evidence import Evidence
from newsclean.policy import EMBEDS, Policy


class Author(Model):
    """A person or body that signs the article."""

    name: str
    """As printed, without words such as "By"."""
    url: str | None = None
    """A URL that passed the policy."""
    raw: str = ""
    """The value in the header, as written (a mapping as JSON)."""


class Article(Model):
    """One article; frozen, picklable, and the same for the same input and options."""

    schema_version: Literal[1] = 1
    """Of this form of JSON; another number is another schema."""
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
    """Sections of the site that it is in, in the order of the header."""
    tags: tuple[str, ...] = ()
    """Its key words, in the order of the header."""
    summary: str | None = None
    """The header's description or excerpt in plain text; else the standfirst, if one of the first blocks is called so."""
    lead_image: str | None = None
    """URL of the header's main picture; passed the policy. Where the body shows the same file, in whatever size and by whatever
    server, it is the `src` of that picture, so that both are one."""
    thumbnail: str | None = None
    """URL of the header's small picture; passed the policy."""
    is_accessible_for_free: bool | None = None
    """Whether all may read the whole of it without paying, if the publisher says so; never guessed."""
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
    evidence: tuple[Evidence, ...] = ()
    """Of a web page: what each place of it says of these fields, field by field in the order in which the places are asked, and
    what became of it (docs/page-metadata.md). Of a post, `front_matter` tells."""

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

        No character comes or goes. The blocks are those of a parse without joins (`Options(joins=())`) whose own guesses are
        undone, but for furniture above and below the text: which lines that is was judged with the pairs made. Of two lines of
        rights under the last picture the first is its credit, so that the second stands right under it and is kept; without
        joins it stands under a line of text and is dropped.

        >>> from newsclean import parse_article
        >>> guess = parse_article("<div><img src=a.png><figcaption>A dam.</figcaption></div>")
        >>> guess.blocks[0].caption.text, guess.without_inferred().blocks[1].text
        ('A dam.', 'A dam.')
        """
        return self.model_copy(update={"blocks": views.without_inferred(self.blocks)})

    def to_html(self, *, document: bool = False, embeds: Literal["link", "iframe"] = "link", policy: Policy = EMBEDS) -> str:
        """Give the body in the canonical dialect, safe under the policy that the article was parsed with; or a whole page,
        which `parse_article` reads back to the same content.

        Args:
            document: Whether a page is given, with a head that tells title, authors, dates, ... (docs/outputs.md).
            embeds: `link` gives a link for each player and frame; `iframe` puts the frame itself before it, in a sandbox, where
                it has one and its host is allowed.
            policy: Whose `embed_hosts` these are; it must be one for frames, as `EMBEDS` is.
        Raises:
            OptionsError: `embeds` is another word, or the policy is none for frames.
        """
        from newsclean.renderers.html import to_html
        from newsclean.renderers.html_document import to_document
        from newsclean.renderers.html_frames import with_frames

        article = self if embeds == "link" else with_frames(self, embeds, policy)
        return to_document(article) if document else to_html(article.blocks)

    def to_markdown(self, *, header: Habit | None = None, figures: Literal["markdown", "html"] = "markdown") -> str:
        r"""Give the body as CommonMark with tables, strike-through and footnotes; see `newsclean.renderers.markdown`.

        >>> article = Article(title="It: opens", blocks=(Heading(text="Dam", level=2), Paragraph(text="1 * 2")))
        >>> article.to_markdown()
        '## Dam\n\n1 \\* 2'
        >>> print(article.to_markdown(header="jekyll").partition("##")[0])
        ---
        title: 'It: opens'
        ---
        <BLANKLINE>
        <BLANKLINE>

        Args:
            header: Whose keys a YAML header before it has (docs/outputs.md); None for no header.
            figures: Whether figures are pictures with their captions under them, or HTML.
        Raises:
            OptionsError: One of both is another word.
        """
        from newsclean.renderers.markdown import to_markdown
        from newsclean.renderers.post import with_header

        body = to_markdown(self.blocks, figures=figures)
        return body if header is None else with_header(self, header, body)

    def to_text(
        self,
        *,
        captions: bool = True,
        headings: Literal["plain", "underlined", "marked", "none"] = "plain",
        width: int | None = None,
    ) -> str:
        r"""Give the words of the body as plain text, in lines of a width or of any length; see `newsclean.renderers.text`.

        >>> Article(blocks=(Heading(text="Dam", level=2), Paragraph(text="1 * 2"))).to_text()
        'Dam\n\n1 * 2'

        Args:
            captions: Whether the words under pictures, tables and players are given.
            headings: How: `plain`, `underlined`, `marked` with number signs, or not at all (`none`).
            width: Columns of a line, of which a character of East Asia takes two; None for lines of any length.
        Raises:
            OptionsError: `width` is less than 1, or `headings` is another word.
        """
        from newsclean.renderers.text import to_text

        return to_text(self.blocks, captions=captions, headings=headings, width=width)

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

    def render(self, name: str, options: Mapping[str, Any] | None = None) -> str:
        """Write the article by a writer that is named, as in settings: `html`, `json`, `jsonld`, `markdown`, `ninjs`, `post`,
        `text`, or one of another package (docs/write-a-renderer.md).

        >>> Article(blocks=(Heading(text="Dam", level=2),)).render("text", {"headings": "marked"})
        '## Dam'

        Args:
            name: Of one of ours, or of an entry point `newsclean.renderers`.
            options: Keyword arguments for it.
        Raises:
            OptionsError: There is no writer of this name, or it does not take these options.
            PluginError: The writer of another package cannot be loaded, raised or returned no string.
        """
        from newsclean.renderers.named import render

        return render(self, name, options)

    @classmethod
    def model_json_schema(  # type: ignore[override]  # what later versions of pydantic add is not in the lowest that we support
        cls,
        by_alias: bool = True,  # noqa: FBT001, FBT002 - as pydantic has it
        ref_template: str = DEFAULT_REF_TEMPLATE,
        schema_generator: type[GenerateJsonSchema] = SelfDescribing,
        mode: JsonSchemaMode = "validation",
    ) -> dict[str, Any]:
        """Give the JSON Schema (2020-12), with a description of each field; `mode="serialization"` is that of what `to_json`
        gives, `validation` of what `model_validate_json` takes.

        >>> Article.model_json_schema()["properties"]["blocks"]["description"]
        'In document order.'
        """
        return super().model_json_schema(by_alias, ref_template, schema_generator, mode)

    def to_json(self, *, indent: int | None = None) -> str:
        """Give the whole article as JSON, which `Article.model_validate_json` reads back."""
        return self.model_dump_json(indent=indent)
