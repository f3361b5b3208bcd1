"""Players and frames as frames: only by `to_html(embeds="iframe")`, only of hosts that a policy names, always in a sandbox."""

from newsclean.errors import OptionsError
from newsclean.models.article import Article
from newsclean.models.blocks import Block, Embed
from newsclean.models.views import with_inner
from newsclean.policy import SANDBOX, Policy
from newsclean.providers import player_of
from newsclean.renderers.choices import must_be
from newsclean.renderers.html_text import attribute
from newsclean.urls import embed_url, has_host


class Framed(Embed):
    """An embed that is shown in a frame, above the link to it."""

    frame: str
    """The address of the frame; its host is one that the policy names."""


def with_frames(article: Article, embeds: str, policy: Policy) -> Article:
    """Give the article with a frame for each embed, at every depth, that has one and whose host the policy names.

    Posts of other sites stay words and a link; so do files of films and sounds.

    >>> from newsclean.policy import EMBEDS
    >>> film = Embed(kind="video", url="https://vimeo.com/1", provider="vimeo")
    >>> with_frames(Article(blocks=(film,)), "iframe", EMBEDS).blocks[0].frame
    'https://player.vimeo.com/video/1'

    Raises:
        OptionsError: The policy lets no frames in, or `embeds` is another word.
    """
    must_be("embeds", embeds, ("link", "iframe"))
    if policy.embeds != "frame":
        msg = f"frames need a policy that lets them in (embeds='frame'), such as EMBEDS, not {policy.name!r}"
        raise OptionsError(msg)

    def change(given: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(_with_frame(with_inner(block, change), policy) for block in given)

    return article.model_copy(update={"blocks": change(article.blocks)})


def _with_frame(block: Block, policy: Policy) -> Block:
    if not isinstance(block, Embed):
        return block
    found = _address(block)
    url = None if found is None else embed_url(found, None, policy)
    if url is None or not has_host(url, policy.embed_hosts):
        return block
    return Framed(frame=url, **{name: getattr(block, name) for name in Embed.model_fields})


def _address(block: Embed) -> str | None:
    if block.kind == "post":
        return None
    if block.provider is not None:
        return player_of(block.url, block.provider)
    return block.url if block.kind == "frame" else None


def frame_html(block: Framed) -> str:
    """Render the frame: it loads when it comes into view, and tells its host which site it is on, as YouTube asks for.

    Source: HTML Living Standard, 4.8.5 "The iframe element".
    """
    fixed = f' loading="lazy" referrerpolicy="strict-origin-when-cross-origin" sandbox="{SANDBOX}" allowfullscreen=""'
    return f"<iframe{attribute('src', block.frame)}{attribute('title', block.title or block.url)}{fixed}></iframe>"
