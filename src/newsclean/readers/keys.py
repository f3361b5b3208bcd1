"""Which keys of a header tell which field: data, in the order in which they are asked.

Keys are compared without case, hyphens and underscores, so that `cover_image`, `cover-image` and `coverImage` are one. A dot
leads into a mapping: `header.image` is the key `image` of the mapping `header`. What is in no row stays in `front_matter` only.
"""

from collections.abc import Mapping
from operator import itemgetter
from types import MappingProxyType
from typing import Any, NamedTuple


class Row(NamedTuple):
    """Keys that tell one field for one reason."""

    field: str
    keys: str
    """Separated by spaces; the first that says something wins, rows of a field in the order of the table."""
    why: str


ROWS = (
    Row("title", "title", why="The name in every generator."),
    Row("title", "posttitle headline", why="Exports of WordPress keep its column names; schema.org says headline."),
    Row("title", "metatitle seotitle ogtitle", why="The title for search engines: often shortened, so it comes last."),
    Row(
        "subtitle", "subtitle subheading subhead subheadline standfirst dek deck tagline", why="The names of the trade for it."
    ),
    Row("authors", "author authors", why="The names in every generator."),
    Row("authors", "postauthor wpauthor byline writer creator dccreator", why="Exports of WordPress, newspapers, Dublin Core."),
    Row("author_name", "authordisplayname authorname authorlogin", why="jekyll-import writes the columns of an author apart."),
    Row("author_url", "authorurl authorlink authorwebsite", why="The same exports; it completes a name without address."),
    Row("published", "date", why="The name in every generator."),
    Row("published", "postdate", why="Exports of WordPress: its column."),
    Row(
        "published",
        "publishedat publisheddate publishdate publishedon datepublished pubdate",
        why="Hugo, Ghost, schema.org, RSS.",
    ),
    Row("published", "published", why="Drupal exports: a date; true and false tell the status instead."),
    Row(
        "published", "created createdat createdon datecreated creationdate posted postedat dcdate", why="The next best moment."
    ),
    Row(
        "published", "dategmt postdategmt publishedgmt", why="WordPress: the clock of Greenwich, whatever zone an export adds."
    ),
    Row("modified", "updated modified lastmod", why="Hexo, WordPress, Hugo."),
    Row("modified", "lastmodified lastmodifiedat lastupdated updatedat modifiedat", why="Jekyll plug-ins, Ghost."),
    Row(
        "modified",
        "updateddate modifieddate datemodified dateupdated postmodified editedat",
        why="Astro, schema.org, WordPress.",
    ),
    Row("modified", "modifiedgmt postmodifiedgmt", why="WordPress: the clock of Greenwich."),
    Row("url", "canonicalurl canonical canonicallink", why="Named as the one address of the article."),
    Row("url", "permalink url", why="Where it was published; in most generators only a path, which does not count."),
    Row(
        "url",
        "link wordpressurl originalurl origin",
        why="Exports keep the old address here, blogs that link what they discuss, too.",
    ),
    Row("categories", "categories category", why="The names in every generator."),
    Row("categories", "postcategories taxonomies.categories", why="WordPress; Zola keeps all lists of names in one mapping."),
    Row("tags", "tags tag", why="The names in every generator."),
    Row("tags", "posttags taxonomies.tags", why="WordPress; Zola."),
    Row("tags", "keywords keyword metakeywords", why="The words for search engines, where there are no tags."),
    Row("lead_image", "headimg headimage headerimg headerimage", why="Aggregators and themes: the picture above the text."),
    Row("lead_image", "image img picture leadimage mainimage", why="jekyll-seo-tag and most themes."),
    Row("lead_image", "cover coverimage coverimg", why="Hexo themes, PaperMod."),
    Row("lead_image", "banner bannerimage bannerimg hero heroimage", why="Themes that name it by its place."),
    Row("lead_image", "featuredimage featuredimg featureimage imagefeature featureimg featured", why="WordPress, Ghost."),
    Row("lead_image", "header.image header.overlayimage meta.image", why="Themes that keep all about the head in one mapping."),
    Row(
        "lead_image",
        "ogimage opengraph.image twitterimage socialimage",
        why="The picture for social networks, where no other is.",
    ),
    Row("lead_image", "images", why="Hugo: a list for social networks, best first."),
    Row("thumbnail", "thumbnail thumb thumbnailimage thumbnailurl thumbimage", why="The names in every generator."),
    Row("thumbnail", "teaser header.teaser listimage previewimage", why="Themes: the picture in lists of posts."),
    Row("thumbnail", "image.thumbnail image.thumb cover.thumbnail", why="Themes that keep all sizes in one mapping."),
    Row("summary", "description desc", why="Hugo, Jekyll, Hexo: written for readers."),
    Row("summary", "summary abstract", why="Hugo, journals."),
    Row("summary", "excerpt postexcerpt", why="Jekyll, WordPress."),
    Row("summary", "metadescription ogdescription seodescription", why="The words for search engines, where no other are."),
    Row("language", "lang language locale", why="Hexo, Hugo, Open Graph."),
    Row("site_name", "sitename ogsitename publication publisher blogname blogtitle", why="Open Graph, schema.org, WordPress."),
    Row("free", "isaccessibleforfree accessibleforfree", why="schema.org: true says that all may read it without paying."),
    Row("paywalled", "paywall paywalled", why="Themes and exports: true says that not all may."),
    Row("status", "status poststatus", why="WordPress, and its exports."),
    Row("draft", "draft isdraft", why="Hugo, Eleventy, Zola: true keeps a post from being shown."),
    Row("public", "published publish", why="Jekyll, Hexo: false keeps a post from being shown."),
)


class Place(NamedTuple):
    """What a key tells."""

    field: str
    rank: int
    """Lower ranks are asked first."""
    part: str
    """Key in the mapping that stands there, or nothing."""


# Rank, key as written, key as in the table, value; plain tuples, since most headers have ten of them.
Given = tuple[int, str, str, Any]


def bare(key: str) -> str:
    """Give a key as the table has it.

    >>> bare("cover-image"), bare("coverImage"), bare("cover_image")
    ('coverimage', 'coverimage', 'coverimage')
    """
    return key if key.isalpha() and key.islower() else key.lower().replace("_", "").replace("-", "")


def _index(rows: tuple[Row, ...]) -> Mapping[str, tuple[Place, ...]]:
    places: dict[str, list[Place]] = {}
    for rank, (field, name) in enumerate((row.field, name) for row in rows for name in row.keys.split()):
        first, _, part = name.partition(".")
        places.setdefault(first, []).append(Place(field, rank, part))
    return MappingProxyType({name: tuple(found) for name, found in places.items()})


_PLACES = _index(ROWS)
# Of the values that count as false in Python, these say something.
_FALSY = (False,)


def sort_out(front_matter: Mapping[str, Any]) -> dict[str, list[Given]]:
    """Sort the keys of a header by what they tell, first what is asked first; keys without value tell nothing.

    >>> [given[1:] for given in sort_out({"Post_Title": "a", "title": "b", "layout": "c"})["title"]]
    [('title', 'title', 'b'), ('Post_Title', 'posttitle', 'a')]
    """
    found: dict[str, list[Given]] = {}
    for key, value in front_matter.items():
        name = key if key in _PLACES else bare(key)  # most keys are written as in the table
        for field, rank, part in _PLACES.get(name, ()):
            told = part_of(value, part) if part else value
            if told or told in _FALSY:
                found.setdefault(field, []).append((rank, key, name, told))
    for given in found.values():
        if len(given) > 1:
            given.sort(key=itemgetter(0))
    return found


# Of these several tell one field of the Article.
_PARTS_OF = MappingProxyType(
    {
        "author_name": "authors",
        "author_url": "authors",
        "draft": "status",
        "public": "status",
        "free": "is_accessible_for_free",
        "paywalled": "is_accessible_for_free",
    }
)


def fields_of(key: str) -> frozenset[str]:
    """Give the fields of the Article that a key itself may tell, not what it holds.

    >>> sorted(fields_of("Is-Draft")), sorted(fields_of("taxonomies")), sorted(fields_of("layout"))
    (['status'], [], [])
    """
    return frozenset(_PARTS_OF.get(place.field, place.field) for place in _PLACES.get(bare(key), ()) if not place.part)


def part_of(value: Any, name: str) -> Any:  # noqa: ANN401 - any header value
    """Give what stands under a key in a mapping, or None."""
    return next((part for key, part in value.items() if bare(key) == name), None) if isinstance(value, dict) else None
