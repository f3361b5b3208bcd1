"""Lines that pages print about an article: names with the words around them, dates in the languages of the press."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.readers.page_names import names_in, names_in_pieces, names_of
from newsclean.readers.page_signs import kinds_of
from newsclean.readers.page_titles import Titled, chosen_title, without_site
from newsclean.readers.shown_dates import found_date
from newsclean.rules.months import MONTHS, Months
from newsclean.rules.page_names import CLASSES, LINES, OPENINGS, OTHERS

LINES_OF = {
    "english": ("Written by Ann Example and Ben Sample, Staff Reporter for the river", ["Ann Example", "Ben Sample"]),
    "german": ("Ein Kommentar von Anna Muster", ["Anna Muster"]),
    "french": ("Propos recueillis par Anne Exemple et Paul Modèle", ["Anne Exemple", "Paul Modèle"]),
    "spanish-portuguese": ("Por Ana de la Muestra", ["Ana de la Muestra"]),
    "italian-romanian": ("Di Anna Esempio", ["Anna Esempio"]),
    "dutch-nordic": ("Door Anna Voorbeeld", ["Anna Voorbeeld"]),
    "slavic-baltic": ("Автор: Анна Примерова", ["Анна Примерова"]),
    "others": ("Penulis: Ani Contoh", ["Ani Contoh"]),
    "right-to-left": ("بقلم: آنا مثال", ["آنا مثال"]),
    "east-asian": ("文／王小例", ["王小例"]),
}


def test_every_opening_has_a_line() -> None:
    """A row that nothing exercises fails."""
    assert {row.languages for row in OPENINGS} == LINES_OF.keys()


@pytest.mark.parametrize(("line", "names"), LINES_OF.values(), ids=LINES_OF)
def test_openings(line: str, names: list[str]) -> None:
    """The words that announce names are none."""
    assert names_in(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Example", ["Ann Example"]),
        ("Ann Example, Ben Sample & Cy Probe", ["Ann Example", "Ben Sample", "Cy Probe"]),
        ("Ann Example | Ben Sample", ["Ann Example", "Ben Sample"]),
        ("Anna Muster (amu), Bern", ["Anna Muster"]),
        ("José Prueba y Ejemplo", ["José Prueba y Ejemplo"]),
        ("Example News and Agency", ["Example News and Agency"]),
        ("Ann Example with agencies", ["Ann Example"]),
        ("Sample and Sons", ["Sample and Sons"]),
        ("Ann Example - Reporter", ["Ann Example"]),
        ("Ann Example | Example News", ["Ann Example", "Example News"]),
        ("abc/de; fg", ["abc/de", "fg"]),
        ("Von der Probe", ["Von der Probe"]),
        ("Anna von der Probe", ["Anna von der Probe"]),
        ("Ann Example, professor of rivers", ["Ann Example"]),
        ("dpa", ["dpa"]),
        ("By", []),
        ("", []),
        ("ann@example.org", []),
        ("https://example.org/people/ann", []),
        ("www.example.org", []),
        ("View all posts", []),
        ("Read More", []),
        ("admin", []),
        ("Root", []),
        ("Jo Root", ["Jo Root"]),
        ("Ann Example " * 20, []),
        ("2024", []),
        ("Ann Example; Ann Example", ["Ann Example"]),
    ],
)
def test_names(line: str, names: list[str]) -> None:
    """Parted where names are, whole where a word or a comma belongs to one."""
    assert names_in(line) == names


def test_names_in_objects() -> None:
    """In the shapes that JSON-LD gives them."""
    value = [
        {"@type": "Person", "name": "Ann Example", "url": "/ann"},
        {"givenName": "Ben", "familyName": "Sample"},
        {"name": ["Cy Probe", None, "Di &amp; Co"]},
        [["Ed Test"], {"name": {"name": "Nobody"}}],
        7,
        None,
    ]
    assert [(name.name, name.url) for name in names_of(value)] == [
        ("Ann Example", "/ann"),
        ("Ben Sample", None),
        ("Cy Probe", None),
        ("Di & Co", None),
        ("Ed Test", None),
    ]


@given(st.text(max_size=80), st.lists(st.text(max_size=12), max_size=6))
def test_any_line_is_read(line: str, pieces: list[str]) -> None:
    """Names are no longer than the line, and never blank."""
    for name in (*names_in(line), *names_in_pieces(pieces)):
        assert name.strip()


@pytest.mark.parametrize("kind", sorted(LINES))
def test_every_word_of_a_class(kind: str) -> None:
    """As a part of a class name, parted in any way; not in names of what has authors of its own."""
    words = next(row.words for row in CLASSES if row.name == kind).split()
    for word in words:
        for label in (word, f"x-{word}", f"x__{word}--y", f"x {word.upper()} y", f"item{word.title()}"):
            assert kind in kinds_of(label), label
        assert kinds_of(f"x{word}x") == ()
        assert all(kinds_of(f"{other}-{word}") == () for other in OTHERS)


@pytest.mark.parametrize("row", MONTHS, ids=lambda row: row.language)
def test_months(row: Months) -> None:
    """Every name of every month, in any case."""
    names = row.names.split()
    assert len(names) == 12
    for month, several in enumerate(names, start=1):
        for name in several.split("/"):
            for line in (f"3 {name} 2024", f"x 3. {name.title()} 2024 - y", f"3 de {name} de 2024"):
                shown = found_date(line)
                assert shown is not None, line
                assert shown.date.isoformat() == f"2024-{month:02}-03T00:00:00", line


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Updated Mar 12, 2020 @ 10:42 am", "2020-03-12T10:42:00"),
        ("10 May 2022 01:52:54 PM", "2022-05-10T13:52:54"),
        ("20. März 2021 - 15:00 Uhr", "2021-03-20T15:00:00"),
        ("29.04.2020, 12:01 Uhr", "2020-04-29T12:01:00"),
        ("Publié le 1er décembre 2019 à 9h05", "2019-12-01T09:05:00"),
        ("2024年3月5日 18時30分", "2024-03-05T18:30:00"),
        ("2024. 3. 5. 18:30", "2024-03-05T18:30:00"),
        ("2024-03-05T18:30:00+09:00 (JST)", "2024-03-05T18:30:00+09:00"),
        ("2024 m. kovo 5 d.", "2024-03-05T00:00:00"),
        ("2024. március 5.", "2024-03-05T00:00:00"),
        ("5 May 2022 25:00", "2022-05-05T00:00:00"),
        ("5 May 2022 13:00 pm", "2022-05-05T00:00:00"),
        ("31 February 2022, 1 March 2022", "2022-03-01T00:00:00"),
        ("10/05/2022", None),
        ("12 monkeys 2022", None),
        ("May 2022", None),
        ("Version 3.4.2022.1", None),
        ("5 Ma 2022", None),
        ("", None),
    ],
)
def test_shown_dates(line: str, iso: str | None) -> None:
    """What says by itself which number is the day; a clock only if it is one."""
    shown = found_date(line)
    assert (shown and shown.date.isoformat()) == iso


@given(st.text(st.sampled_from(list("0123456789 .-/:amMy年月日T+Zр")), max_size=60))
def test_any_line_may_be_a_date(line: str) -> None:
    """Nothing raises."""
    found_date(line)


@pytest.mark.parametrize(
    ("title", "site", "cut"),
    [
        ("Dam opens | The Post", "The Post", "Dam opens"),
        ("The Post: Dam opens", "The Post", "Dam opens"),
        ("The Post", "The Post", "The Post"),
        ("Dam opens - Region", "The Post", "Dam opens - Region"),
        ("Dam-Post opens", "Post", "Dam-Post opens"),
        ("大坝开闸_例报", "例报", "大坝开闸"),
        ("Dam", None, "Dam"),
    ],
)
def test_names_of_sites(title: str, site: str | None, cut: str) -> None:
    """Are cut off at a separator, at either end."""
    assert without_site(title, site) == cut


@given(
    st.lists(
        st.builds(
            Titled, st.sampled_from(["element:h1", "element:title", "json-ld:headline", "meta:og:title"]), st.text(max_size=20)
        )
    )
)
def test_a_title_is_one_of_those_given(given: list[Titled]) -> None:
    """Or a part of it; there is one if any place says a letter."""
    choice = chosen_title(given, None)
    if choice is None:
        assert not any(character.isalnum() for _, text in given for character in text)
    else:
        assert "".join(choice.text.split()) in "".join(given[choice.at].text.split())
