"""Posts again: what is written reads back, by our reader and by PyYAML."""

import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import example, given

from newsclean import Article, Author, Code, Divider, Heading, Options, Paragraph, Policy, parse_article
from newsclean.habits import HABITS, MARKER, Habit, keys_of, mark_of
from newsclean.readers.keys import fields_of
from newsclean.renderers.markdown import to_markdown
from newsclean.renderers.yaml import to_yaml
from tests import strategies
from tests.cases import Case, cases
from tests.test_corpus import html_posts

HABIT_NAMES: tuple[Habit, ...] = get_args(Habit)
OUTSIDE = frozenset({"authors", "blocks", "dropped", "notes", "front_matter"})


def differences(before: Article, after: Article) -> list[str]:
    """Name the fields in which two articles differ in content; how a name is written in the header is none."""
    found = [name for name in Article.model_fields if name not in OUTSIDE and getattr(before, name) != getattr(after, name)]
    if [(author.name, author.url) for author in before.authors] != [(author.name, author.url) for author in after.authors]:
        found.append("authors")
    alike = len(before.blocks) == len(after.blocks) and all(map(lambda a, b: a.same_content(b), before.blocks, after.blocks))
    return found if alike else [*found, "blocks"]


def assert_comes_back(article: Article) -> None:
    """Check each habit: same content, nothing noted, the same post again, blank lines and template tags nowhere."""
    for habit in HABIT_NAMES:
        post = article.to_post(habit=habit)
        again = parse_article(post)
        assert not differences(article, again), habit
        assert not again.notes
        assert again.to_post(habit=habit) == post
        _, header, body = re.split(r"^---\n", post, maxsplit=2, flags=re.MULTILINE)
        assert yaml.safe_load(header)[MARKER] == mark_of(habit)
        assert not re.search(r"\{[{%#]|\n[ \t]*\n", body)
    page = article.to_html(document=True)
    again = parse_article(page)
    assert not differences(article, again)
    assert not again.notes
    assert not [drop for drop in again.dropped if drop.rule == "own-page"]
    assert again.to_html(document=True) == page


@pytest.mark.parametrize("case", cases("post"), ids=str)
def test_fixtures_come_back(case: Case) -> None:
    """Every reviewed article."""
    assert_comes_back(parse_article(case.source, url=case.url))


@pytest.mark.corpus
def test_corpus_comes_back(shared: Path) -> None:
    """Every article of the shared corpus, in every habit: no difference."""
    counted = 0
    for path in html_posts(shared):
        article = parse_article(path.read_bytes())
        for habit in HABIT_NAMES:
            assert not differences(article, parse_article(article.to_post(habit=habit))), (path, habit)
            counted += 1
        assert not differences(article, parse_article(article.to_html(document=True))), path
    print(f"{counted} posts came back")


@given(strategies.header_values)
@example({"a": [1, [2, {"b": None}]], "no": "no", "c\n": "\u2028\x07", "1": 1e300, "": [], "x": {}})
def test_yaml_reads_back(values: dict[str, Any]) -> None:
    """PyYAML's safe loader, which knows the types of YAML 1.1, and our own reader find what was written."""
    written = to_yaml(values.items())
    # PyYAML reads the numbers as we do.
    assert yaml.safe_load(written) == (values or None)
    assert parse_article(f"---\n{written}---\n").front_matter == values


def test_the_post_of_each_habit() -> None:
    """Letter by letter."""
    article = Article(
        title="Dam: it opens",
        authors=(Author(name="A. Mason"), Author(name="B", url="https://example.org/b")),
        published=datetime(2022, 3, 31, 9, 33, tzinfo=timezone(timedelta(hours=8))),
        modified=datetime(2022, 4, 1, tzinfo=UTC),
        status="draft",
        language="en",
        url="https://example.org/dam",
        categories=("news",),
        lead_image="https://example.org/dam.png",
        summary="Water flows.",
        blocks=(Paragraph(text="{{ a }}"), Code(text="b\n\n c")),
        front_matter={"layout": "post", "permalink": "/dam/", "Date": "yesterday", "comments": False, "post_title": "x"},
    )
    assert (
        article.to_post()
        == ("---\ntitle: 'Dam: it opens'\nauthor:\n  - A. Mason\n---\n").replace(
            "author:\n  - A. Mason\n",
            "author: [A. Mason, {name: B, url: 'https://example.org/b'}]\ndate: 2022-03-31T09:33:00+08:00\n"
            "updated: 2022-04-01T00:00:00+00:00\ncategories:\n  - news\nlang: en\nheadimg: 'https://example.org/dam.png'\n"
            "description: Water flows.\ncanonical_url: 'https://example.org/dam'\npublished: false\nlayout: post\n"
            "permalink: '/dam/'\ncomments: false\nnewsclean: hexo-1\n",
        )
        + "<p>&#123;{ a }}</p>\n<pre><code>b&#10;\n c</code></pre>\n"
    )
    hugo, jekyll = article.to_post(habit="hugo"), article.to_post(habit="jekyll")
    assert "\nlastmod: 2022-04-01T00:00:00+00:00\n" in hugo
    assert "\nimages:\n  - 'https://example.org/dam.png'\nsummary: Water flows.\n" in hugo
    assert "\ndraft: true\n" in hugo
    assert "\nlast_modified_at: 2022" in jekyll
    assert "\nimage: 'https://example.org/dam.png'\nexcerpt: Water flows.\n" in jekyll


def test_a_markdown_body_is_not_read_back() -> None:
    """So the header does not say that it is one of ours."""
    article = Article(title="A", blocks=(Heading(text="b", level=2), Divider()), front_matter={MARKER: "hexo-1"})
    assert article.to_post(body="markdown") == f"---\ntitle: A\n---\n\n{to_markdown(article.blocks)}\n"


def test_the_usual_reader_knows_every_key() -> None:
    """Without its mark a post of ours is a post like any other."""
    for name, keys in HABITS.items():
        for field, key in keys.items():
            told = fields_of(key)
            assert ("status" if field == "public" else field) in told, (name, key)


def test_a_mark_opens_no_door() -> None:
    """What a post says of itself makes nothing of it safe; what is in another version is read as usual."""
    source = (
        f"---\n{MARKER}: hexo-1\nauthor: {{name: A, url: 'javascript:a'}}\nheadimg: 'javascript:b'\ncanonical_url: file:///c\n---\n"
        "<p onclick=d>e<a href='javascript:f'>g</a></p><script>h</script><iframe src='https://evil.example'></iframe>"
        "<img src='data:image/svg+xml,i'><figure class='nc-embed nc-video nc-youtube'><a href='javascript:evil'>j</a></figure>"
    )
    article = parse_article(source, sanitizer="builtin")
    assert (article.authors[0].url, article.lead_image, article.url) == (None, None, None)
    assert [note.code for note in article.notes[:3]].count("unsafe-url") == 3
    html = article.to_html()
    assert not re.search("script|onclick|evil|svg|file:", html), html
    strict = parse_article(source, options=Options(policy=Policy("no-links", link_schemes=frozenset())))
    assert not strict.links
    for mark in ("hexo-2", "true", "[hexo-1]"):
        again = parse_article(source.replace("hexo-1", mark))
        assert keys_of(again.front_matter[MARKER]) is None
        assert again.title is None


def test_inference_rests_in_posts_of_ours() -> None:
    """What would be the title again, a caption or a label in any other post is what it is."""
    article = parse_article("<p>x</p>").model_copy(
        update={
            "title": "Dam &amp; lake",
            "blocks": (
                Heading(text="Dam &amp; lake", level=1),
                Paragraph(text="By A. Mason"),
                *parse_article("<p>a</p><img src=a.png>").blocks,
                Paragraph(text="Photo: B"),
                Paragraph(text="$$ a $$ [caption]"),
                Paragraph(text="Advertisement"),
                Paragraph(text="Read more: x"),
            ),
        }
    )
    assert_comes_back(article)
    unmarked = parse_article(article.to_post().replace(f"{MARKER}: hexo-1\n", ""))
    assert differences(article, unmarked) == ["title", "blocks"]


def test_an_address_of_the_caller_counts() -> None:
    """It is the article's, and what is relative is relative to it."""
    post = Article(url="https://example.org/a/", lead_image="b.png", blocks=parse_article("<img src=c.png>").blocks).to_post()
    article = parse_article(post, url="https://example.com/d/")
    assert article.url == "https://example.com/d/"
    assert (article.lead_image, article.images[0].image.src) == ("https://example.com/d/b.png", "https://example.com/d/c.png")
    assert parse_article(post).lead_image == "b.png"


def test_a_page_of_ours_is_no_door_either() -> None:
    """The policy holds, and words in its head are in the ledger."""
    page = Article(title="a", authors=(Author(name="b", url="javascript:c"),), lead_image="javascript:d").to_html(document=True)
    page = page.replace("</head>", "<title>more</title></head>").replace("</body>", "<p onclick=e>f<script>g</script></body>")
    article = parse_article(f"{page}<p>after")
    assert (article.title, article.authors[0].url, article.lead_image) == ("a", None, None)
    assert [note.code for note in article.notes] == ["unsafe-url", "unsafe-url"]
    assert article.to_html() == "<p>f</p>\n<p>after</p>"
    assert ("head", 4, "more") in [(drop.reason, drop.size, drop.excerpt) for drop in article.dropped]


def test_other_pages_are_none_of_ours() -> None:
    """By the first lines, to the letter; any other is one of which the article has to be found."""
    page = Article(title="a", subtitle="b").to_html(document=True)
    assert (parse_article(page).subtitle, parse_article(page).confidence) == ("b", None)
    for other in (page.replace("newsclean 1", "newsclean 2"), page.replace("<!DOCTYPE", "<!doctype")):
        assert (parse_article(other).subtitle, parse_article(other).confidence) == (None, 0.0)


def test_edited_headers() -> None:
    """People write into these files; what they write is read or noted."""
    source = f"---\n{MARKER}: jekyll-1\ntitle: 2022\nauthor: [A, 7, {{url: b}}, [c]]\ndate: 2022-03-31\nlast_modified_at: soon\npublished: off\ntags: dam\n---\n"
    article = parse_article(source)
    assert (article.title, article.status, article.tags) == ("2022", "draft", ("dam",))
    assert [author.name for author in article.authors] == ["A", "7"]
    assert article.published == datetime(2022, 3, 31, tzinfo=UTC)
    assert [note.code for note in article.notes] == ["zone-assumed", "date-not-understood"]
