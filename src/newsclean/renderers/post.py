"""A post again: a YAML header as Hexo, Jekyll or Hugo name its keys, then the body."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Literal

from newsclean.habits import HABITS, MARKER, Habit, keys_of, mark_of
from newsclean.models.article import Article, Author
from newsclean.readers.keys import bare, fields_of
from newsclean.renderers.choices import must_be
from newsclean.renderers.dates import written_date
from newsclean.renderers.html import to_html
from newsclean.renderers.markdown import to_markdown
from newsclean.renderers.yaml import Bare, to_yaml

# Liquid, Nunjucks and Hugo run what stands between such braces, wherever it stands; as a reference the brace is text.
_TAG = re.compile(r"\{(?=[{%#])")
# A line without words ends HTML in Markdown, in which generators hold most posts; a reference to a line feed does not.
_BLANK = re.compile(r"\n(?=[ \t]*\n)")


def to_post(article: Article, *, habit: Habit = "hexo", body: Literal["html", "markdown"] = "html") -> str:
    r"""Write an article as a post.

    >>> print(to_post(Article(title="Dam opens", tags=("river",)), habit="hugo"), end="")
    ---
    title: Dam opens
    tags:
      - river
    newsclean: hugo-1
    ---

    Args:
        article: Whose fields are written under the keys of the habit; keys of its `front_matter` that tell none of them
            follow as they are.
        habit: Whose keys (`newsclean.habits`).
        body: The canonical HTML, which may stand in a file of HTML or of Markdown, with a line in the header by which
            `parse_article` reads it back to the same content; or Markdown, which it does not read.
    Raises:
        OptionsError: `habit` or `body` is another word.
    """
    must_be("body", body, ("html", "markdown"))
    if body == "markdown":
        return with_header(article, habit, to_markdown(article.blocks))
    header = to_yaml([*_header(article, habit), (MARKER, mark_of(habit))])
    html = _BLANK.sub("&#10;", _TAG.sub("&#123;", to_html(article.blocks)))
    return f"---\n{header}---\n{html}{chr(10) if html else ''}"


def with_header(article: Article, habit: Habit, markdown: str) -> str:
    """Put the header of an article before a body of Markdown.

    Raises:
        OptionsError: `habit` is another word.
    """
    return f"---\n{to_yaml(_header(article, habit))}---\n\n{markdown}\n"


def _header(article: Article, habit: Habit) -> list[tuple[str, Any]]:
    must_be("habit", habit, HABITS)
    keys = HABITS[habit]
    return [*_entries(article, keys, hides=habit == "hugo"), *_others(article, keys)]


def _entries(article: Article, keys: Mapping[str, str], *, hides: bool) -> Iterator[tuple[str, Any]]:
    """Give what the article says, field by field, in the order of the table."""
    for field, key in keys.items():
        match field, getattr(article, field, None):
            case ("authors", (_, *_) as authors):
                written = [_author(author) for author in authors]
                yield key, written[0] if len(written) == 1 and isinstance(written[0], str) and key == "author" else written
            case (_, datetime() as moment):
                yield key, Bare(written_date(moment))
            case ("lead_image", str(url)) if key == "images":
                yield key, [url]
            case ("public", _) if article.status in {"published", "draft", "private"}:
                yield key, (article.status == "published") is not hides
            case ("status", "private" | "scheduled" as status):
                yield key, status
            case (("status" | "public"), _) | (_, None | ()):
                pass
            case (_, tuple(names)):
                yield key, list(names)
            case (_, value):
                yield key, value


def _author(author: Author) -> str | dict[str, str]:
    return author.name if author.url is None else {"name": author.name, "url": author.url}


def _others(article: Article, keys: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Give the keys of the header that tell nothing which is said already, as they are."""
    taken = {bare(key) for key in keys.values()} | {MARKER}
    own = keys_of(article.front_matter.get(MARKER)) or {}
    taken |= {bare(key) for key in own.values()}
    said = {field for field in keys if getattr(article, field, None) not in {None, "", ()}}
    for key, value in article.front_matter.items():
        is_path = isinstance(value, str) and "://" not in value
        fields = fields_of(key) - ({"url"} if is_path else set())
        if bare(key) not in taken and not fields & said:
            yield key, value
