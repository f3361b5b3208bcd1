"""JSON-LD in the vocabulary of schema.org, for search engines and whoever else reads pages by machine.

Source: https://schema.org/NewsArticle, ImageObject, VideoObject, AudioObject; JSON-LD 1.1
(https://www.w3.org/TR/json-ld11/).
"""

from collections.abc import Iterable
from typing import Any, Literal, get_args

from newsclean.models.article import Article, Author
from newsclean.models.blocks import Embed
from newsclean.renderers.choices import must_be
from newsclean.renderers.exchange import Picture, date_time, json_text, media, reference, said, words
from newsclean.renderers.text import to_text

ArticleType = Literal["NewsArticle", "Article", "BlogPosting"]
# Pixels, in the code list that schema.org names (UN/CEFACT Common Code).
_PIXEL = "E37"


def to_jsonld(article: Article, *, kind: ArticleType = "NewsArticle", indent: int | None = None) -> str:
    r"""Write an article as one object of schema.org, safe to stand in `<script type="application/ld+json">` as it is.

    A field that is not known is left out. Each picture is an ImageObject in reading order, with the words printed for it; the
    main picture has `representativeOfPage`, and is the first if the body does not show it. Films and sounds are `video` and
    `audio`. The words are those of `to_text(captions=False)`. Relative addresses stay relative.

    >>> print(to_jsonld(Article(title="Dam <opens>", tags=("dam",))))
    {"@context":"https://schema.org","@type":"NewsArticle","headline":"Dam \u003copens\u003e","keywords":["dam"],"wordCount":0}

    Args:
        article: Any article.
        kind: The type to give it.
        indent: Spaces for each level; all on one line if None.
    Raises:
        OptionsError: `kind` is another word.
    """
    must_be("kind", kind, get_args(ArticleType))
    shown = list(media(article))
    return json_text(_head(article, kind) | _body(article, shown), indent)


def _head(article: Article, kind: ArticleType) -> dict[str, Any]:
    """Give what the header tells."""
    url = None if article.url is None else reference(article.url)
    status = None if article.status is None else article.status.capitalize()
    return said(
        {
            "@context": "https://schema.org",
            "@type": kind,
            "headline": article.title,
            "alternativeHeadline": article.subtitle,
            "description": article.summary,
            "url": url,
            "mainEntityOfPage": None if url is None else {"@type": "WebPage", "@id": url},
            "author": [_person(author) for author in article.authors if author.name],
            "publisher": None if not article.site_name else _typed("Organization", {"name": article.site_name}),
            "datePublished": date_time(article.published),
            "dateModified": date_time(article.modified),
            "creativeWorkStatus": status,
            "inLanguage": article.language,
            "articleSection": list(filter(None, article.categories)),
            "keywords": list(filter(None, article.tags)),
            "isAccessibleForFree": article.is_accessible_for_free,
            "thumbnailUrl": _address(article.thumbnail),
        }
    )


def _person(author: Author) -> dict[str, Any]:
    return _typed("Person", {"name": author.name, "url": _address(author.url)})


def _body(article: Article, shown: list[Picture | Embed]) -> dict[str, Any]:
    """Give what the body holds."""
    return said(
        {
            "image": [_image(part) for part in shown if isinstance(part, Picture)],
            "video": _players(shown, "video"),
            "audio": _players(shown, "audio"),
            "articleBody": to_text(article.blocks, captions=False),
            "wordCount": article.word_count,
        }
    )


def _image(part: Picture) -> dict[str, Any]:
    image, source = part.image, reference(part.image.src)
    gallery = said({"description": words(part.gallery), "creditText": words(part.gallery_credit)})
    return _typed(
        "ImageObject",
        {
            "url": source,
            "contentUrl": source,
            "name": image.title,
            # schema.org has no word for the text alternative; it says what the picture shows.
            "description": image.alt,
            "caption": words(part.caption),
            "creditText": words(part.credit),
            "width": _pixels(image.width),
            "height": _pixels(image.height),
            "isPartOf": _typed("ImageGallery", gallery) if gallery else None,
            "representativeOfPage": True if part.is_lead else None,
        },
    )


def _players(shown: Iterable[Picture | Embed], kind: Literal["video", "audio"]) -> list[dict[str, Any]]:
    name = "VideoObject" if kind == "video" else "AudioObject"
    return [
        _typed(name, {"url": reference(part.url), "name": part.title, "caption": words(part.caption)})
        for part in shown
        if isinstance(part, Embed) and part.kind == kind
    ]


def _typed(name: str, fields: dict[str, Any]) -> dict[str, Any]:
    return {"@type": name} | said(fields)


def _pixels(size: int | None) -> dict[str, Any] | None:
    return None if size is None else _typed("QuantitativeValue", {"value": size, "unitCode": _PIXEL})


def _address(url: str | None) -> str | None:
    return None if url is None else reference(url)
