"""From a walk to an Article: the look over the whole of it, the policy, one validation."""

from collections.abc import Iterator
from typing import Any

from newsclean.errors import PluginError
from newsclean.ledger import Note
from newsclean.models.article import Article
from newsclean.models.views import image_pairs
from newsclean.policy import Policy
from newsclean.walk.accounts import Walked
from newsclean.walk.join import is_shown
from newsclean.walk.outline import Known, outline
from newsclean.walk.run import Draft

# So many drafts are let go one by one while blocks are made of them: Python's collector of cycles goes over all that is alive,
# the more often the more there is, and for 100,000 paragraphs that takes longer than all the rest.
_MANY = 1_000


def assembled(walked: Walked, fields: dict[str, Any], notes: list[Note], shows: frozenset[str], policy: Policy) -> Article:
    """Make an article of what a walk has found and of the fields that stand beside the text."""
    # What a policy removes must not change what anything else is taken for: it comes last.
    walked, standfirst = outline(walked, Known(fields), shows)
    if policy.limits:
        from newsclean.walk.limits import limited

        walked = limited(walked, policy)
    if fields.get("summary") is None:
        fields["summary"] = standfirst
    match [draft for draft in walked.drafts if not is_shown(draft)] if shows else walked.drafts:
        case [{"text": str(words)}] if words == fields.get("title"):
            # Feeds without a text repeat the title in its place.
            notes.append(Note(code="body-repeats-title", text=words))
        case _:
            pass
    lead = fields.get("lead_image")
    # Asked of the drafts first: to go through an article takes longer, and most posts that show their lead image name it so.
    figures = (draft for draft in walked.drafts if draft["type"] == "figure" and not is_shown(draft))
    shown = lead is None or any(_shows(draft, lead) for draft in figures)
    blocks = walked.drafts if len(walked.drafts) < _MANY else _let_go(walked.drafts)
    fields |= {"blocks": blocks, "dropped": walked.drops, "notes": [*notes, *walked.notes]}
    article = Article.model_validate(fields)
    return article if lead is None or shown else _led(article, lead)


def _let_go(drafts: list[Draft]) -> Iterator[Draft]:
    drafts.reverse()
    while drafts:
        yield drafts.pop()


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


def fault_of_rows(error: Exception) -> PluginError:
    """Give the error for rows that a caller brought."""
    return PluginError(f"a rule or join of Options raised {type(error).__name__}, or answered what makes no block: {error}")
