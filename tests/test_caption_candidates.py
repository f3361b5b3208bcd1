"""The candidates for captions by neighbourhood are what a reader would look at, and their names are made of content alone."""

import pytest

from tests.caption_candidates import Candidate, Picture, read_candidates


def candidates(html: str) -> list[Candidate]:
    """Read the candidates of a body."""
    return read_candidates(html, "example")[0]


def names(pictures: list[tuple[int, Picture]]) -> list[str]:
    """Give the places and file names of a run."""
    return [f"{at}:{min(picture.names)}" for at, picture in pictures]


def test_a_run_of_pictures_ends_at_words() -> None:
    """Pictures without words between them are one candidate; the words between two are after the one and before the other."""
    first, second = candidates("<p>a</p><p><img src=1.png><img src=2.png></p><p>b</p><p>c</p><img src=3.png>d")
    assert names(first.pictures) == ["0:1.png", "1:2.png"]
    assert [piece.text for piece in first.before] == ["a"]
    assert [piece.text for piece in first.after] == ["b", "c"]
    assert names(second.pictures) == ["2:3.png"]
    assert [piece.text for piece in second.before] == ["b", "c"]
    assert [piece.text for piece in second.after] == ["d"]


@pytest.mark.parametrize(
    ("html", "joint"),
    [
        ("<p><img src=a>b</p>", "line"),
        ("<p><img src=a><br><em>b</em></p>", "br"),
        ("<div><img src=a>\n\n<em>b</em></div>", "blank"),
        ("<p><img src=a></p><p>b</p>", "p"),
        ("<table><tr><td><p><img src=a></p></td><td>b", "td"),
        ("<table><tr><td><img src=a></td></tr><tr><td>b", "tr"),
        ("<dl><dt><img src=a></dt><dd>b", "dt"),
        ("<p><img src=a>\n\nb</p>", "line"),
    ],
)
def test_what_parts_picture_and_words(html: str, joint: str) -> None:
    """The strongest border between both is named; an empty line parts only where no element makes paragraphs."""
    [candidate] = candidates(html)
    assert candidate.after[0].joint == joint
    assert candidate.after[0].text == "b"


@pytest.mark.parametrize(
    "html",
    [
        "<figure><img src=a><figcaption>b</figcaption></figure><p>c</p>",
        "<div class='wp-caption left'><img src=a><p>b</p></div>",
        "<table class=tr-caption-container><tr><td><img src=a></td></tr><tr><td>b</td></tr></table>",
        "[caption id=1]<img src=a>b[/caption]",
        "<img src=a width=1 height=1>b",
        "<img class=lazy>b",
        "<noscript><img src=a></noscript>b",
    ],
)
def test_pictures_tied_by_markup_are_none(html: str) -> None:
    """In a figure and its kin the markup tells; what counts readers or shows nothing is no picture."""
    assert candidates(html) == []


def test_a_picture_after_a_shortcode_is_one() -> None:
    """Only what stands between both ends of the shortcode is tied."""
    [candidate] = candidates("[caption id=1]<img src=a>b[/caption]<p>c</p><img src=d><p>e</p>")
    assert names(candidate.pictures) == ["1:d"]


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        (f"<p><img src=a></p><p>{'b' * 301}</p>", True),
        (f"<p><img src=a></p><p>{'b' * 300}</p>", False),
        (f"<p><img src=a></p><p><em>{'b' * 301}</em></p>", False),
        (f"<div class=photo><img src=a><p>{'b' * 301}</p></div>", False),
        ("<p>b</p><p><img src=a></p>", True),
        ("<p><em>b</em></p><p><img src=a></p>", False),
    ],
)
def test_the_rule_for_prose(html: str, *, plain: bool) -> None:
    """Long words without a sign are prose by rule; anything else is for people to say."""
    assert [candidate.plain for candidate in candidates(html)] == [plain]


def test_keys_are_made_of_content() -> None:
    """Markup and addresses may change; another word, file or source is another candidate."""
    [one], [same] = (
        candidates("<p><img src='https://a.example/x/1.png?w=2'></p><p>b c"),
        candidates("<div><img src=1.png><br>b\nc"),
    )
    assert one.key == same.key
    others = [candidates("<img src=2.png><br>b c"), candidates("<img src=1.png><br>b d"), candidates("d<img src=1.png><br>b c")]
    assert len({one.key, *(other.key for [other] in others)}) == 4
    assert read_candidates("<img src=1.png><br>b c", "other")[0][0].key != one.key
