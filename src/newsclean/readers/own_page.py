"""Pages that `Article.to_html(document=True)` wrote: fields from the head, blocks from the body; the policy holds."""

from typing import Any

from newsclean.dom import Element, measure
from newsclean.habits import ITEMS, PAGE_NAMES
from newsclean.ledger import Drop
from newsclean.models.article import Article
from newsclean.options import Options
from newsclean.readers.own_post import OwnFields, own_walk
from newsclean.readers.post import Post


def own_page(post: Post, url: str | None, options: Options) -> Article:
    """Read a page; relative URLs stay so unless the caller gives an address."""
    root, *others = post.tree.roots
    heads = [part for part in root if part.tag == "head"]
    parts = [part for part in root if part.tag != "head"]
    values: dict[str, Any] = {}
    if (language := root.get("lang")) is not None:
        values["language"] = language
    names = {name: field for field, name in PAGE_NAMES}
    for node in (part for head in heads for part in head):
        _tell(node, names, values)
    header = OwnFields(values, url, options)
    fields = header.fields(hides=False)
    walked = own_walk(post._replace(tree=post.tree._replace(roots=(*parts, *others))), url, options)
    drops = [*_unsaid(heads, fields.get("title")), *walked.drops]
    noticed = [note for note in post.notes if note.code != "markdown-body"]
    notes = [*noticed, *header.notes, *walked.notes]
    return Article.model_validate(fields | {"blocks": walked.drafts, "dropped": drops, "notes": notes})


def _tell(node: Element, names: dict[str, str], values: dict[str, Any]) -> None:
    """Take what one element of the head says."""
    name, content = node.get("property") or node.get("name"), node.get("content")
    if node.tag == "meta" and name is not None and content is not None:
        field = names.get(name)
        if name == "author":
            values.setdefault("authors", []).append({"name": content})
        elif field in ITEMS:
            values.setdefault(field, []).append(content)
        elif field is not None:
            values.setdefault(field, content)
    elif node.tag == "link" and node.get("rel") == "author" and "authors" in values:
        values["authors"][-1]["url"] = node.get("href")


def _unsaid(heads: list[Element], title: str | None) -> list[Drop]:
    """Account for words in the head; its title is the article's, said in a `meta` as well."""
    drops = []
    for node in (part for head in heads for part in head):
        size, media, words = measure(node)
        if (size or media) and not (node.tag == "title" and (node.text or "") == (title or "")):
            drops.append(Drop(reason="head", rule="own-page", size=size, media=media, excerpt=words))
    return drops
