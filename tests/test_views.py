"""The ways to look at an article."""

import pytest

from newsclean import Article, Heading, ImagePair, Link, Origin, Paragraph, parse_article
from newsclean.models.views import word_count

ARTICLE = parse_article(
    "<p>lead <a href=/l>link</a></p><h2>A</h2><p>a</p><h3>B</h3><p>b</p><h2>C</h2>"
    "<ul><li>item<blockquote><img src=i.png>said</blockquote></ul>"
    "<figure><img src=j.png><figcaption>cap <a href=/c>x</a></figcaption></figure><pre>co de</pre>"
)


def test_sections_nest_by_level() -> None:
    """A heading closes the sections of its level and deeper."""
    lead, first, second = ARTICLE.sections
    assert (lead.heading, len(lead.blocks)) == (None, 1)
    assert first.heading is not None
    assert first.heading.text == "A"
    (inner,) = first.sections
    assert [type(block) for block in inner.blocks] == [Paragraph]
    assert (len(second.blocks), second.sections) == (3, ())


def test_sections_of_nothing_and_of_falling_levels() -> None:
    """No blocks, no sections; h3 before h2 are siblings."""
    assert Article().sections == ()
    assert [len(section.sections) for section in parse_article("<h3>a</h3><h2>b</h2><h4>c</h4>").sections] == [0, 1]


def test_many_headings_are_linear() -> None:
    """Ten thousand siblings are no problem."""
    assert len(parse_article("<h2>a</h2>" * 10_000).sections) == 10_000


def test_lists_of_parts() -> None:
    """Paragraphs and headings stand directly in the article; pictures and links are found at any depth."""
    assert [block.text for block in ARTICLE.paragraphs] == ["lead link", "a", "b"]
    assert [block.text for block in ARTICLE.headings] == ["A", "B", "C"]
    assert [(pair.image.src, pair.caption.text if pair.caption else None) for pair in ARTICLE.images] == [
        ("i.png", None),
        ("j.png", "cap x"),
    ]
    assert isinstance(ARTICLE.images[0], ImagePair)
    assert ARTICLE.links == (Link("/l", "link"), Link("/c", "x"))


def test_text_has_no_captions() -> None:
    """Blocks by blank lines."""
    assert ARTICLE.text == "lead link\n\nA\n\na\n\nB\n\nb\n\nC\n\nitem\n\nsaid\n\nco de"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("It's a dam, 2022", 4),
        ("水位上升", 4),
        ("カナ と dam", 4),
        ("수위 상승", 2),
        ("سد مفتوح", 2),
        ("— …", 0),
        ("か\u3099", 1),
        ("a\u3099b", 1),
        ("a水b", 3),
        ("水\u0301a", 2),
        ("cafe\u0301s", 1),
        ("हिन्दी", 1),
        ("ภาษาไทย", 2),
    ],
)
def test_word_count(text: str, words: int) -> None:
    """Words of any script."""
    assert word_count(text) == words


def test_reading_time() -> None:
    """Seconds, rounded up."""
    assert Article(blocks=(Paragraph(text="a " * 238),)).reading_time == 60
    assert Article(blocks=(Paragraph(text="a"),)).reading_time == 1


def test_without_inferred_at_any_depth() -> None:
    """A guessed caption becomes a paragraph again, in lists and quotes too; a marked one stays."""
    article = parse_article(
        "<ul><li><blockquote><img src=a.png><figcaption>A</figcaption></blockquote></ul><figure><img src=b.png><figcaption>B</figcaption></figure>"
    )
    apart = article.without_inferred()
    assert [pair.caption.text if pair.caption else None for pair in article.images] == ["A", "B"]
    assert [pair.caption.text if pair.caption else None for pair in apart.images] == [None, "B"]
    assert apart.text == "A"


def test_same_content_ignores_origins_only() -> None:
    """At every depth."""
    one, two = Paragraph(text="a", origin=Origin(rule="x", line=1)), Paragraph(text="a", origin=Origin(rule="y"))
    assert one != two
    assert one.same_content(two)
    assert not one.same_content(Paragraph(text="b"))
    assert not one.same_content(Heading(text="a", level=1))
    assert len({one, one.model_copy()}) == 1
