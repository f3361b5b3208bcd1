"""The laws of the architecture (docs/architecture.md), over generated HTML and over every fixture."""

import pickle
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean import Article, NewscleanError, Options, OptionsError, PluginError, Policy, parse_article, read_canonical
from newsclean.models.blocks import content
from newsclean.policy import BLOCK_KINDS
from newsclean.readers.post import read_post
from newsclean.rules import RULES, Rule, Skip, Take
from newsclean.rules.text import TEXT_RULES
from newsclean.walk.join import JOINS, Join
from newsclean.walk.run import Draft
from newsclean.walk.tokens import Cut, TextRule
from tests import books, strategies
from tests.cases import Case, cases

OPTIONS = Options()


def _both_quotes(before: Draft, this: Draft) -> Draft | None:
    # HTML cannot say that a block has no language inside another that has one.
    alike = this["type"] == "quote" and all(this.get(key) == before.get(key) for key in ("lang", "dir"))
    return {**before, "blocks": [*before["blocks"], *this["blocks"]]} if alike else None


def assert_laws(source: str | bytes) -> Article:
    """Check conservation, order, round trip, the sanitizer's identity, JSON and pickle on one post."""
    article = parse_article(source)
    tree = read_post(source, OPTIONS).tree
    assert books.balance(tree, article) == (0, 0)
    assert books.in_order(tree, article)
    again = read_canonical(article.to_html())
    assert len(again) == len(article.blocks)
    for old, new in zip(article.blocks, again, strict=True):
        assert old.same_content(new), (old, new)
    assert parse_article(source, sanitizer=lambda html: html) == article
    assert Article.model_validate_json(article.to_json()) == article
    assert pickle.loads(pickle.dumps(article)) == article
    return article


@pytest.mark.parametrize("case", cases("post"), ids=str)
def test_laws_hold_for_fixtures(case: Case) -> None:
    """Every fixture obeys all laws."""
    assert_laws(case.source)


@given(strategies.posts)
@example("---\na: b\n---\n<p>\n<b>a<a href=x>b<i>c<a href=y>d</a>e</i></a>f</b>")
@example("---\na: b\n---\n<p>\na<figure><img src=a><figcaption>b<img src=c>d<ul><li>e</ul></figcaption></figure>f")
@example("---\na: b\n---\n<p>\n水\n<b>位 </b> <i> x</i><pre>\n\n a\n</pre>")
@example("---\na: b\n---\n<p>\n[caption id=a caption='b c']{% img a.png 1 'b' %}[/caption]")
@example("---\na: b\n---\n<table><picture><caption>c</caption></picture><tr><td>d")
@example("---\na: b\n---\n<figure><video src=a><figcaption>b")
@example("---\na: b\n---\n<img data-\x15=/a.png><picture data-\x15=/a.png><img data-\ufffe=/a.png></picture>")
@example("---\na: b\n---\n<a href=a><p><a href='#fn2'>[1]</a> b</a>")
@example("---\na: b\n---\n<div lang=he><ol><table><caption>b")
@example("---\na: b\n---\n<figure>[caption]<img src=a>[/caption]<img src=b><figcaption>c</figcaption></figure>")
@example("---\na: b\n---\n<div class=wp-caption><img src=a.png><object><p class=wp-caption-text>b</p></object></div>")
@example("---\na: b\n---\n<div class=slider><ruby>a<rt>b<img src=c.png><img src=d.png></div>")
@example("---\na: b\n---\n<table><tr><td><img src=a.png></td></tr><tr><picture>b</picture></tr></table>")
@example("---\na: b\n---\n<div><img src=a.png><picture><span class=caption>b</span></picture></div>")
@example("---\na: b\n---\n<figure><img src=a.png><iframe src=/b class=credit>c</iframe></figure>")
@example("---\na: b\n---\n<figure><img src=a.png><script class=wp-caption-text>b</script></figure>")
@example("---\na: b\n---\n<figure><img src=a.png><figcaption>b<script class=credit>c</script></figcaption></figure>")
@example("---\na: b\n---\n<figure><img><a><script class='wp-caption aligncenter'>b</script></a></figure>")
@example("---\na: b\n---\n<div class=gallery><img src=a><img src=b><style class=gallery-caption>c</style></div>")
@example("---\na: b\n---\n<a href={{<{{<>>")
@example("---\na: b\n---\n<a href='{{{{a}}b}}'>c</a><img src='{{{{a}}b}}'>")
def test_laws_hold_for_any_html(source: str) -> None:
    """Generated HTML obeys all laws."""
    assert_laws(source)


@given(strategies.anything)
def test_every_input_has_an_answer(source: str | bytes) -> None:
    """An Article or an error of ours, never anything else."""
    try:
        article = parse_article(source)
    except NewscleanError:
        return
    assert isinstance(article, Article)
    assert Article.model_validate_json(article.to_json()) == article


@given(strategies.posts, st.sampled_from(["builtin", "bleach"]))
def test_a_sanitizer_accounts_for_what_it_removes(source: str, name: str) -> None:
    """Read = kept + dropped - added, whatever comes back."""
    article = parse_article(source, sanitizer=name)
    balance = books.balance(read_post(source, OPTIONS).tree, article)
    assert balance[0] == 0
    if name == "builtin":
        assert article == parse_article(source)


@given(strategies.posts, st.integers(0, 5), st.integers(1, 4))
def test_a_removing_sanitizer_is_in_the_ledger(source: str, first: int, count: int) -> None:
    """Blocks that a sanitizer cuts out are dropped under its name; the others keep their origin."""

    def cut(html: str) -> str:
        lines = html.split("\n")
        return "\n".join(lines[:first] + lines[first + count :])

    before, after = parse_article(source), parse_article(source, sanitizer=cut)
    assert books.balance(read_post(source, OPTIONS).tree, after)[0] == 0
    for block in after.blocks:
        assert block in before.blocks or block.origin.rule == "sanitizer:cut"
    assert set(before.dropped) <= set(after.dropped)


@given(strategies.posts)
def test_purity(source: str) -> None:
    """The same input gives the same article."""
    assert parse_article(source) == parse_article(source)


@pytest.mark.usefixtures("no_network")
def test_parsing_opens_nothing() -> None:
    """No socket, no file: whatever the post names."""
    source = "---\ntitle: x\n---\n<!DOCTYPE html SYSTEM 'http://example.org/x.dtd'><link href=http://example.org/a.css><img src=http://example.org/a.png>"
    assert parse_article(source, sanitizer="builtin").images[0].image.src == "http://example.org/a.png"


NO_LINKS = Options(policy=Policy("no-links", link_schemes=frozenset()))
NO_MEDIA = Options(policy=Policy("no-media", media_schemes=frozenset(), data_images=frozenset()))
NO_FIGURES = Options(policy=Policy("no-figures", blocks=BLOCK_KINDS - {"figure", "embed"}))


# The address of the post is a link too: where it is not allowed, nothing is relative to it.
_ADDRESSES = frozenset({"candidates", "cite", "link", "src", "url"})


def _unlinked(article: Article) -> list[object]:
    """Give blocks without links, and without addresses that may be relative."""

    def bare(value: Any) -> Any:  # noqa: ANN401 - a dumped model
        if isinstance(value, dict):
            return {key: bare(part) for key, part in value.items() if key not in _ADDRESSES}
        if isinstance(value, list | tuple):
            return [bare(part) for part in value if not (isinstance(part, dict) and part.get("kind") == "link")]
        return value

    return [bare(content(block.model_dump())) for block in article.blocks]


@given(strategies.posts)
@example("---\na: b\n---\n<img src=a.png>\n<div class=wp-caption>[code lang=c] x\n y[/code]</div>")
@example("---\na: b\n---\n<figure><time>a<img src=a.png></time></figure>")
@example("---\na: b\n---\n<p>\n<div><img src=a.png><title class=wp-caption>b</title></div>")
@example("---\na: b\n---\n<p>a<img src=a.png><p>© D")
@example("---\na: b\n---\n<p>a<p>b<p>Source: C<iframe src=/d></iframe><p>© E")
@example("---\na: b\n---\n<p>a<br><img src=a.png>b")
@example(
    "---\na: b\n---\n<p>a<p>Source: B<blockquote class=twitter-tweet cite=https://x.com/a/status/1><p>c</blockquote><p>© D"
)
@example("---\na: b\n---\n<p>a</p>" + 2 * "<p><b>A <a href=https://example.org/>head</a></b></p><p>Text that is longer.</p>")
@example("---\na: b\n---\n<p>a</p><p><a href=https://example.org/>Read more</a></p>")
@example("---\na: b\n---\n{% img a.png 1 'b' %}\n<p>© D")
@example("---\nurl: https://example.org/a/\n---\n<img src=a.png srcset='a.png 1x, https://example.org/a/a.png 2x'>")
@example(
    "---\na: b\n---\n<figure><figure><img src=a.png><figcaption>A. © B</figcaption></figure><img src=c.png></figure><p>© D"
)
def test_options_remove_or_unwrap_only(source: str) -> None:
    """Without links, words and blocks are the same; a picture that may not be shown is as one of a kind that is not allowed."""
    full = parse_article(source)
    no_links = parse_article(source, options=NO_LINKS)
    assert _unlinked(no_links) == _unlinked(full)
    no_media = parse_article(source, options=NO_MEDIA)
    assert not no_media.images
    assert books.balance(read_post(source, OPTIONS).tree, no_media) == (0, 0)
    assert books.characters(no_media) == books.characters(full)
    no_figures = parse_article(source, options=NO_FIGURES)
    assert [content(block.model_dump()) for block in no_media.blocks] == [
        content(block.model_dump()) for block in no_figures.blocks
    ]


OWN_ROWS = Options(
    rules=(
        Rule("marked", frozenset({"b"}), lambda _: Take("highlight", reads="mark"), why="A mark of one's own."),
        Rule("boxed", frozenset({"section"}), lambda _: Take("quote", reads="blocks"), why="A block of one's own."),
        Rule(
            "shy", frozenset({"*"}), lambda node: Skip("shy") if node.get("id") == "top" else None, why="A drop of one's own."
        ),
        *RULES,
    ),
    text_rules=(
        TextRule("dots", (".",), r"\.", lambda _found, _inner: Cut(), why="A cut of one's own."),
        TextRule("a", ("ab", "X"), r"ab|X", lambda found, _inner: Cut(keep=found[0][:1]), why="Half a cut."),
        *TEXT_RULES,
    ),
    joins=(*JOINS, Join("quotes", _both_quotes, why="A pair of one's own.", first="quote")),
)


@given(strategies.posts)
@example("---\na: b\n---\n<div lang=he><blockquote>c</blockquote></div><section>d</section>")
def test_laws_hold_with_rows_of_ones_own(source: str) -> None:
    """Whatever rows a user adds, nothing is lost and what is written reads back."""
    article = parse_article(source, options=OWN_ROWS)
    assert books.balance(read_post(source, OPTIONS).tree, article) == (0, 0)
    again = read_canonical(article.to_html())
    assert len(again) == len(article.blocks)
    assert all(old.same_content(new) for old, new in zip(article.blocks, again, strict=True))


@pytest.mark.parametrize(
    "options",
    [
        Options(rules=(Rule("bad", frozenset({"p"}), lambda _: 1 // 0, why="Raises."), *RULES)),  # type: ignore[arg-type, return-value]
        Options(rules=(Rule("bad", frozenset({"p"}), lambda _: Take("nonsense", reads="text"), why="No block."), *RULES)),
        Options(joins=(Join("bad", lambda _a, _b: {}, why="No draft."),)),
    ],
)
def test_a_bad_row_is_a_plugin_error(options: Options) -> None:
    """With its cause; never a bare exception of somebody else."""
    with pytest.raises(PluginError) as caught:
        parse_article("<p>a</p><p>b</p>", options=options)
    assert caught.value.__cause__ is not None


def test_no_row_is_an_options_error() -> None:
    """What is no row is refused before anything is read."""
    for options in (Options(rules=("p",)), Options(text_rules=(Rule,)), Options(joins=(1,))):
        with pytest.raises(OptionsError, match="must be a"):
            parse_article("<p>a", options=options)


@given(strategies.posts)
def test_without_inferred_gives_the_words_back(source: str) -> None:
    """Taking guesses apart changes no character."""
    article = parse_article(source)
    apart = article.without_inferred()
    assert books.characters(apart) == books.characters(article)
    assert '"inferred":true' not in apart.to_json()
