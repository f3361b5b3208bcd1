"""One parse, put together: header, walk, validation, sanitizer. Loaded with all that it needs when the first post is parsed."""

from typing import Any

from newsclean.accounts import Settings, Walked
from newsclean.errors import OptionsError, PluginError
from newsclean.habits import MARKER, PAGE_START, is_page, keys_of
from newsclean.join import is_shown
from newsclean.ledger import Note
from newsclean.models.article import Article
from newsclean.models.views import image_pairs
from newsclean.options import Options, Sanitizer
from newsclean.outline import Known, outline
from newsclean.plugins import Method, resolve_method, resolve_sanitizer
from newsclean.policy import Policy
from newsclean.readers.header import Header
from newsclean.readers.post import Post, read_post
from newsclean.rules.reasons import shown_reasons
from newsclean.urls import document_base, is_absolute, link_url
from newsclean.walk import walk


def parse(source: str | bytes, url: str | None, sanitizer: Sanitizer | str | None, options: Options) -> Article:
    """Do what `newsclean.parse_article` says."""
    if url is not None and (not is_absolute(url) or link_url(url, None, options.policy) != url):
        msg = f"url must be absolute and allowed by the policy, not {url!r}"
        raise OptionsError(msg)
    resolved = None if sanitizer is None else resolve_sanitizer(sanitizer, options.policy)
    if sanitizer == "builtin":
        # What it would build of canonical HTML is that HTML, control characters apart (test_sanitizers.py): the walk has built
        # it under the same policy.
        resolved = None
    method = resolve_method(options)
    post = read_post(source, options)
    # Whoever brings rules of their own wants them asked.
    keys = keys_of(post.front_matter[MARKER]) if MARKER in post.front_matter and not method.foreign else None
    if keys is not None:
        from newsclean.readers.own_post import own_article

        article = own_article(post, keys, url, options)
    elif post.body.startswith(PAGE_START) and is_page(post.text) and not method.foreign:
        from newsclean.readers.own_page import own_page

        article = own_page(post, url, options)
    else:
        article = _parsed(post, url, method, options)
    if resolved is None:
        return article
    from newsclean.sanitizing import sanitized

    return sanitized(article, *resolved, options.policy)


def _parsed(post: Post, url: str | None, method: Method, options: Options) -> Article:
    header = Header(post, url, options)
    fields = header.fields()
    fields["front_matter"] = post.front_matter
    settings = Settings(
        options.policy,
        document_base(post.base, header.base, options.policy),
        post.body_line,
        method.joins,
        tokens=method.tokens(post.body),
        double_breaks=True,
        title=fields.get("title"),
        max_nesting=options.max_nesting,
        shows=shown_reasons(options),
    )
    notes = [*post.notes, *header.notes]
    try:
        walked = walk(post.tree.roots, method.element_rules, settings)
        return _article(walked, fields, notes, settings.shows, options.policy)
    except Exception as error:
        if not method.foreign:
            raise
        msg = f"a rule or join of Options raised {type(error).__name__}, or answered what makes no block: {error}"
        raise PluginError(msg) from error


def _article(walked: Walked, fields: dict[str, Any], notes: list[Note], shows: frozenset[str], policy: Policy) -> Article:
    # What a policy removes must not change what anything else is taken for: it comes last.
    walked, standfirst = outline(walked, Known(fields), shows)
    if policy.limits_blocks:
        from newsclean.limits import limited

        walked = limited(walked, policy)
    if fields.get("summary") is None:
        fields["summary"] = standfirst
    match [draft for draft in walked.drafts if not is_shown(draft)] if shows else walked.drafts:
        case [{"text": str(words)}] if words == fields.get("title"):
            # Feeds without a text repeat the title in its place.
            notes.append(Note(code="body-repeats-title", text=words))
        case _:
            pass
    fields |= {"blocks": walked.drafts, "dropped": walked.drops, "notes": [*notes, *walked.notes]}
    article = Article.model_validate(fields)
    lead = article.lead_image
    # Asked of the drafts first: to go through an article takes longer, and most posts that show their lead image name it so.
    figures = (draft for draft in walked.drafts if draft["type"] == "figure" and not is_shown(draft))
    shown = lead is None or any(_shows(draft, lead) for draft in figures)
    return article if lead is None or shown else _led(article, lead)


def _shows(figure: dict[str, Any], address: str) -> bool:
    return any(image["src"] == address for image in figure["images"])


def _led(article: Article, lead: str) -> Article:
    """Let the lead image be the picture of the text that shows the same file, if there is one: they are one picture."""
    text = (block for block in article.blocks if block.origin.boilerplate is None)
    pictures = [pair.image.src for pair in image_pairs(text)]
    if not pictures or lead in pictures:
        return article
    from newsclean.same_file import file_key

    key = file_key(lead)
    same = next((src for src in pictures if file_key(src) == key), None)
    return article if same is None else article.model_copy(update={"lead_image": same})
