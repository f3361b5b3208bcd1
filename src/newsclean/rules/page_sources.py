"""Where a web page says what of its article: data, in the order in which the places are asked.

A row names a field, a way of saying it, and the names it has there. docs/page-metadata.md shows the table.
"""

from typing import Literal, NamedTuple

Way = Literal["json-ld", "meta", "itemprop", "link", "rel", "element", "class", "address", "line"]


class Source(NamedTuple):
    """One place that may tell a field."""

    field: str
    way: Way
    names: str
    """Separated by spaces, asked in this order. In `meta`, `*` stands for whatever a service calls itself."""
    why: str


WAYS = (
    ("json-ld", 'a key of the article\'s object in `<script type="application/ld+json">`'),
    ("meta", "the `content` of a `<meta>` of this `name`, `property` or `http-equiv`"),
    ("itemprop", "microdata: an attribute, else the words"),
    ("link", "the `href` of a `<link>` of this `rel`"),
    ("rel", "the words of a link of this `rel`"),
    ("element", "the words of an element, or its attribute after the `@`"),
    ("class", "the words of an element of such a class"),
    ("line", "a short line after the headline, where no other place says anything"),
    ("address", "the address of the page"),
)

SOURCES = (
    Source(
        "title",
        "element",
        "h1",
        why="The headline as readers see it: right more often than any other on pages labelled by hand.",
    ),
    Source("title", "json-ld", "headline", why="Written by the system that holds the article."),
    Source("title", "meta", "og:title", why="The headline for social networks, which desks shorten and sharpen."),
    Source("title", "meta", "twitter:title", why="The same for another network."),
    Source("title", "itemprop", "headline", why="Microdata; templates give it to teasers of other articles too."),
    Source(
        "title",
        "meta",
        "*.title title headline",
        why="Libraries and services ask for the title under names of their own.",
    ),
    Source("title", "element", "title", why="Always there, with the names of site and section around it."),
    Source("title", "json-ld", "name", why="What schema.org calls the name of anything; mostly that of the page."),
    Source("subtitle", "class", "subtitle", why="The line under the headline as readers see it."),
    Source(
        "subtitle", "json-ld", "alternativeHeadline", why="The key of schema.org; some give the headline in other words there."
    ),
    Source("subtitle", "itemprop", "alternativeHeadline", why="The same as microdata."),
    Source("published", "json-ld", "datePublished", why="Where it stands it is right to the second, with its zone."),
    Source(
        "published",
        "meta",
        "article:published_time og:published_time og:article:published_time",
        why="Open Graph, with its zone.",
    ),
    Source(
        "published",
        "meta",
        "datepublished date.published published_time publication_date publish_date publishdate pubdate "
        "article.published parsely-pub-date sailthru.date cxenseparse:recs:publishtime "
        "citation_publication_date citation_date citation_online_date",
        why="Services and libraries ask for it under names of their own.",
    ),
    Source("published", "itemprop", "datePublished", why="Microdata."),
    Source(
        "published",
        "meta",
        "dc.date.issued dcterms.issued dcterms.date dc.date.created dcterms.created dc.date",
        why="Dublin Core.",
    ),
    Source("published", "meta", "date created article_date_original article:created dcsext.date", why="The next best moment."),
    Source("published", "json-ld", "dateCreated uploadDate", why="The next best moment; of films the only one."),
    Source(
        "published", "element", "time@datetime", why="As printed; the first after the headline, which may be that of a change."
    ),
    Source("published", "element", "time", why="The same in words."),
    Source("published", "class", "date", why="The same without an element for it."),
    Source("published", "json-ld", "dateModified", why="An article is not younger than its last change."),
    Source("published", "address", "date", why="Year, month and day as folders."),
    Source("published", "line", "date", why="The same among other words, in the languages of the press."),
    Source("modified", "json-ld", "dateModified", why="The key of schema.org."),
    Source(
        "modified", "meta", "article:modified_time og:updated_time og:modified_time og:article:modified_time", why="Open Graph."
    ),
    Source("modified", "itemprop", "dateModified", why="Microdata."),
    Source(
        "modified",
        "meta",
        "datemodified date.updated last-modified lastmod modified revised *.modified",
        why="Libraries and services ask for it under names of their own.",
    ),
    Source("authors", "json-ld", "author", why="Names apart from one another, and from offices and places."),
    Source("authors", "rel", "author", why="A link to who wrote it, as printed."),
    Source("authors", "meta", "author article:author", why="The name, or the address of a page of it, which tells none."),
    Source("authors", "itemprop", "author", why="Microdata."),
    Source("authors", "class", "byline", why="The line as printed."),
    Source(
        "authors",
        "meta",
        "*.author *.creator byl *.written.by twitter:data1",
        why="Libraries and services ask for it under names of their own.",
    ),
    Source("authors", "json-ld", "creator", why="Some say so of their authors."),
    Source("authors", "line", "byline", why="A line that begins with a word that announces names."),
    Source("language", "element", "html@lang", why="What browsers read."),
    Source("language", "element", "html@xml:lang", why="The same in XHTML."),
    Source("language", "json-ld", "inLanguage", why="The key of schema.org."),
    Source("language", "meta", "content-language language dc.language dcterms.language", why="Older ways."),
    Source("language", "meta", "og:locale", why="With a country that is often that of the template."),
    Source("url", "link", "canonical", why="Named as the one address of the page."),
    Source("url", "meta", "og:url", why="What social networks count by."),
    Source("url", "json-ld", "url mainEntityOfPage", why="The keys of schema.org."),
    Source("site_name", "meta", "og:site_name", why="Open Graph."),
    Source("site_name", "json-ld", "publisher", why="The paper, or the company behind it."),
    Source(
        "site_name", "meta", "application-name apple-mobile-web-app-title citation_journal_title", why="The name under an icon."
    ),
    Source("categories", "json-ld", "articleSection", why="The key of schema.org."),
    Source("categories", "meta", "article:section og:article:section", why="Open Graph."),
    Source("categories", "itemprop", "articleSection", why="Microdata."),
    Source(
        "categories", "meta", "parsely-section section category cxenseparse:category dcsext.section", why="Names of services."
    ),
    Source("tags", "meta", "news_keywords", why="Chosen for the article."),
    Source("tags", "meta", "keywords", why="Mostly chosen for the article."),
    Source("tags", "json-ld", "keywords", why="The key of schema.org."),
    Source("tags", "meta", "article:tag og:article:tag", why="Open Graph: one for each."),
    Source("tags", "itemprop", "keywords", why="Microdata."),
    Source(
        "tags",
        "meta",
        "parsely-tags sailthru.tags dc.subject dcterms.subject citation_keywords",
        why="Names of services and libraries.",
    ),
    Source("tags", "rel", "tag", why="Links to lists of articles of one tag."),
    Source("summary", "meta", "og:description", why="Agrees with the printed standfirst more often than any other."),
    Source("summary", "meta", "description", why="The words for search engines."),
    Source("summary", "json-ld", "description", why="The key of schema.org."),
    Source(
        "summary", "meta", "twitter:description dc.description dcterms.abstract sailthru.description", why="The same elsewhere."
    ),
    Source(
        "lead_image",
        "meta",
        "og:image og:image:url og:image:secure_url",
        why="The picture for social networks: mostly that above the text.",
    ),
    Source("lead_image", "json-ld", "image", why="The key of schema.org; often cut to several shapes."),
    Source("lead_image", "meta", "twitter:image twitter:image:src", why="The same for another network."),
    Source("lead_image", "itemprop", "image", why="Microdata; templates give it to logos too."),
    Source("lead_image", "link", "image_src", why="What networks read before Open Graph."),
    Source("thumbnail", "meta", "thumbnail thumbnailurl parsely-image-url sailthru.image.thumb", why="Names of services."),
    Source("thumbnail", "json-ld", "thumbnailUrl", why="The key of schema.org."),
    Source(
        "is_accessible_for_free", "json-ld", "isAccessibleForFree", why="What publishers tell search engines of their walls."
    ),
)


class Kind(NamedTuple):
    """Types of schema.org that may be the article of a page."""

    types: str
    """Separated by spaces, in lower case; `*` stands for any beginning."""
    why: str


KINDS = (
    Kind("*newsarticle *article *posting report", why="Texts of news, journals and blogs."),
    Kind(
        "videoobject audioobject podcastepisode *gallery imageobject recipe review claimreview creativework *episode",
        why="Pages whose article is a film, a sound, pictures or a recipe.",
    ),
    Kind(
        "webpage itempage aboutpage contactpage", why="The page itself, where the article has no object, or one without dates."
    ),
)
WRAPPERS = ("@graph", "mainEntity", "mainEntityOfPage", "subjectOf", "hasPart")
"""Keys under which an object that stands by itself may stand nevertheless."""
