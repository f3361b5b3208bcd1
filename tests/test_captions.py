"""Captions and credits: every row of the tables is fired by a fixture, guesses can be undone, the lead image is the body's."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given

from newsclean import Article, Options, parse_article
from newsclean.models.blocks import Figure, content
from newsclean.rules.captions import LABELS
from newsclean.rules.credit_lines import is_credit_line, tail
from newsclean.rules.credits import CREDITS, NAMES, Credit, Name, is_credit_name
from newsclean.rules.foreign_pictures import AROUND, Around
from newsclean.rules.picture_marks import MARKS, Mark
from newsclean.same_file import file_key
from tests import strategies
from tests.cases import Case, cases
from tests.guesses import undone

ALONE = Options(joins=())


def figures(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    """Give every figure and picture of an expectation."""
    if isinstance(value, dict):
        if "images" in value or "src" in value:
            yield value
        for part in value.values():
            yield from figures(part)
    elif isinstance(value, list):
        for part in value:
            yield from figures(part)


POSTS = cases("post")
HOLDERS = [holder for case in POSTS for holder in figures(case.expected["blocks"])]
CREDITED = [holder["credit"]["text"] for holder in HOLDERS if "credit" in holder]
CAPTIONED = [holder["caption"]["text"] for holder in HOLDERS if "caption" in holder]
CLASSES = {
    name
    for case in POSTS
    for names in re.findall(r'class="?([^">]*)', case.source.decode(errors="replace"))
    for name in names.split()
}


def joined(name: str) -> str:
    """Give a class name as the tables have it."""
    return re.sub(r"[-_]+|(?<=[a-z])(?=[A-Z])", "-", name).lower()


@pytest.mark.parametrize("row", CREDITS, ids=lambda row: row.name)
def test_every_credit_row_has_a_fixture(row: Credit) -> None:
    """A way to announce a credit that no reviewed post shows fails the suite."""
    flags = re.IGNORECASE if row.where != "name" else 0
    assert any(re.search(row.pattern, text, flags) for text in CREDITED)
    assert row.why.endswith(".")


@pytest.mark.parametrize("row", MARKS, ids=lambda row: row.name)
def test_every_mark_has_a_fixture(row: Mark) -> None:
    """The same for captions that say themselves what they are."""
    assert any(re.match(row.pattern, text, re.IGNORECASE) for text in CAPTIONED)
    assert row.why.endswith(".")


@pytest.mark.parametrize("row", [*NAMES, *AROUND, *LABELS], ids=lambda row: row.name)
def test_every_class_row_has_a_fixture(row: Name | Around) -> None:
    """And for class names."""
    assert any(re.fullmatch(row.pattern, joined(name)) for name in CLASSES)
    assert row.why.endswith(".")


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("A dam. Photo: Ann Example", "Photo: Ann Example"),
        ("A dam (Image: Getty)", "(Image: Getty)"),
        ("A dam. (Ann Example/AFP)", "(Ann Example/AFP)"),
        ("A dam — © Example", "— © Example"),
        ("A dam /Getty Images", "/Getty Images"),
        ("A dam. AFP/Ann Example", "AFP/Ann Example"),
        ("A dam. Photo via Example", "Photo via Example"),
        ("Ein Damm. Quelle: dpa", "Quelle: dpa"),
        ("Un barrage. Crédit : A. Exemple", "Crédit : A. Exemple"),
        ("Una presa. Fotografía: A. Ejemplo", "Fotografía: A. Ejemplo"),
        ("댐. 사진=연합뉴스", "사진=연합뉴스"),
        ("ダム（写真：例）", "（写真：例）"),
        ("大坝。图源：例报", "图源：例报"),
        ("Плотина. Фото: ТАСС", "Фото: ТАСС"),
        ("Плотина. Источник: Дом", "Источник: Дом"),
        ("سد. تصوير: أحمد", "تصوير: أحمد"),
        ("Photo: Ann Example", "Photo: Ann Example"),
        ("A dam near the lake (north), 3 March.", None),
        ("Soldiers far from home (Kundus, 6.12.2010)", None),
        ("The prime minister in Jerusalem. (Jerusalem)", None),
        ("A house. (Archive)", None),
        ("They said: there is no photo of it", None),
        ("A photo of the dam, taken by nobody", None),
        ("Struck by Reuters reporters", None),
        ("Bilder von der Flut gab es schon 2013.", None),
        ("Foto de familia de la segunda reunión", None),
        ("This post is shared under a Creative Commons licence", None),
        ("水位上升。（部分内容省略。）", None),
        ("Ruins (credit: A. Example, Public domain). The battle there was won by those who came from the hills.", None),
    ],
)
def test_tails(caption: str, credit: str | None) -> None:
    """Where the credit of a caption begins."""
    at = tail(caption)
    assert (None if at is None else caption[at:]) == credit
    assert credit is None or is_credit_line(credit)


def test_names_of_credits() -> None:
    """What a class says, and what it only says of the state or of something else."""
    yes = ("credit", "caption__credit", "photoCredit", "image-copyright", "js-figure-credit", "media-author", "u-image__source")
    no = ("caption", "has-credit", "with-source", "resources", "authored-by-nobody", "creditworthy")
    assert all(map(is_credit_name, yes))
    assert not any(map(is_credit_name, no))


def blocks_of(article: Article) -> list[object]:
    """Give blocks without origins."""
    return [content(block.model_dump()) for block in article.blocks]


def assert_undone(source: str | bytes) -> None:
    """Taking guesses apart gives what a parse without joins gives, of which the guesses of rules are taken apart too."""
    apart, alone = undone(source, Options())
    assert blocks_of(apart) == blocks_of(alone)


@pytest.mark.parametrize("case", POSTS, ids=str)
def test_guesses_of_fixtures_can_be_undone(case: Case) -> None:
    """To the mark."""
    assert_undone(case.source)


@given(strategies.posts)
@example("---\na: b\n---\n<img src=a.png><figcaption><i>A <b>dam. Photo: B</b></i></figcaption><p>© C</p>")
@example("---\na: b\n---\n<div lang=fr><img src=a.png></div><p lang=de>© C</p>")
@example("---\na: b\n---\n<p><img src=a.png><br>a <i>b</i> (Photo: c)")
@example("---\na: b\n---\n<figure><img src=a.png><figcaption>\u00a0 © C</figcaption></figure>")
@example("---\na: b\n---\n<img src=a.png> © D<figcaption>e</figcaption>")
@example("---\na: b\n---\n<img src=a.png> © D<div>© D</div>")
@example("---\na: b\n---\n<figure><img src=a.png><figcaption>© D</figcaption></figure><figcaption>e</figcaption>")
def test_guesses_of_any_html_can_be_undone(source: str) -> None:
    """The same for generated HTML."""
    assert_undone(source)


@pytest.mark.parametrize(
    "html",
    [
        "<figure><img src=a.png><figcaption>A dam (Photo: <b class=credit>B</b>) at work</figcaption></figure>",
        "<figure><img src=a.png><figcaption><p class=credit>B</p><p>A dam</p></figcaption></figure>",
        "<figure><img src=a.png><figcaption>A dam</figcaption><p class=source>B</p></figure>",
        "<figure><figure><img src=a.png><figcaption>A. © B</figcaption></figure><figure><img src=b.png></figure></figure>",
        "<figure><img src=a.png><figcaption>A <ruby>dam<rt class=credit>B</rt></ruby></figcaption></figure>",
        "<figure><img src=a.png><figcaption><a href=/b>A <span class=credit>B <a href=/c>C</a></span></a></figcaption></figure>",
        "<figure><img src=a.png><figcaption><span class=credit><img src=b.png>B</span></figcaption></figure>",
        "<dl><dt><figure><img src=a.png><figcaption>A<dl><dt class=credit>B</dt></dl></figcaption></figure></dt></dl>",
    ],
)
def test_all_words_are_in_caption_or_credit(html: str) -> None:
    """Wherever the credit stands, each character is there once, and all reads back from canonical HTML."""
    from tests.test_laws import assert_laws

    assert_laws(f"---\na: b\n---\n{html}")


def test_a_line_taken_for_a_caption_may_be_a_credit() -> None:
    """Then it is a block of its own, and no caption that was cut: another may follow."""
    article = parse_article("<img src=a.png> © D<figcaption>e</figcaption>")
    (figure,) = article.blocks
    assert figure.origin.guess is not None
    assert (figure.origin.guess.joined, figure.origin.guess.seams) == (("credit", "caption"), ())
    assert [block.text for block in article.without_inferred().paragraphs] == ["© D", "e"]


def test_the_outline_looks_at_what_is_joined() -> None:
    """The docstring of `without_inferred` names the one way in which an article is not what it is without joins."""
    source = "<p>a</p><img src=a.png> © D<div>© E</div>"
    apart, alone = parse_article(source).without_inferred(), parse_article(source, options=ALONE).without_inferred()
    assert [block.text for block in apart.paragraphs] == ["a", "© D", "© E"]
    assert [block.text for block in alone.paragraphs] == ["a", "© D"]
    assert [(drop.rule, drop.excerpt) for drop in alone.dropped] == [("rights", "© E")]


def test_what_is_not_read_is_not_guessed() -> None:
    """A picture whose caption turns out to be furniture has none, and nothing about it is a guess."""
    article = parse_article("<img src=a.png><div class=caption><div class=byline><div class=byline>© D</div></div></div><p>e")
    assert [block.type for block in article.blocks] == ["figure", "paragraph"]
    assert not article.blocks[0].origin.inferred
    assert article.blocks[0].origin.guess is None


def test_a_credit_in_the_middle_leaves_a_sentence() -> None:
    """What is left of the caption reads on."""
    figure = parse_article(
        "<figure><img src=a.png><figcaption>A dam (Photo: <b class=credit>B</b>) at work</figcaption></figure>"
    ).blocks[0]
    assert isinstance(figure, Figure)
    assert figure.caption is not None
    assert figure.credit is not None
    assert (figure.caption.text, figure.credit.text, figure.origin.inferred) == ("A dam at work", "(Photo: B)", False)


@pytest.mark.parametrize(
    ("header", "body", "lead"),
    [
        ("https://e.org/u/2026/a-300x200.jpg", "https://e.org/u/2026/a.jpg", "https://e.org/u/2026/a.jpg"),
        ("https://i0.wp.com/e.org/u/2026/a.jpg?w=640", "https://e.org/u/2026/a.jpg", "https://e.org/u/2026/a.jpg"),
        ("https://e.org/u/2026/a.jpg", "//cdn.e.org/w450/u/2026/a.jpg?q=9", "//cdn.e.org/w450/u/2026/a.jpg?q=9"),
        (
            "https://r.org/?url=https%3A%2F%2Fe.org%2Fu%2F2026%2Fa.jpg&w=3",
            "https://e.org/u/2026/a.jpg",
            "https://e.org/u/2026/a.jpg",
        ),
        ("https://e.org/u/2026/a.jpg", "https://e.org/u/2026/b.jpg", "https://e.org/u/2026/a.jpg"),
        ("https://e.org/image?id=1", "https://e.org/image?id=2", "https://e.org/image?id=1"),
        ("https://e.org/a.jpg", "https://f.org/a.jpg", "https://e.org/a.jpg"),
    ],
)
def test_the_lead_image_is_that_of_the_body(header: str, body: str, lead: str) -> None:
    """Where both show one file."""
    assert parse_article(f"---\nheadimg: '{header}'\n---\n<p>a<ul><li><img src='{body}'></ul>").lead_image == lead
    assert (file_key(header) == file_key(body)) == (lead == body)
