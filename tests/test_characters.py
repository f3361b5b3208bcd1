"""Every character is what docs/bad-input.md says: in header and body, given as text or bytes."""

import json
import pickle
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Article, FrontMatterError, Options, parse_article, read_canonical
from newsclean.dom import without_surrogates
from newsclean.readers.post import read_post
from newsclean.readers.stand_ins import carried
from tests import books

REPLACED = "\ufffd"
# Character, what becomes of it.
ROWS = [
    ("\0", REPLACED),
    *((chr(code), chr(code)) for code in (*range(1, 9), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0))),
    *((chr(code), chr(code)) for code in (0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF)),
    *((character, character) for character in "\ufeff\u200b\u200f\u202e\u2028\u2029\u00a0\u3000\ufffd\U000f0008\U0010ff08"),
]
LONE = [("\ud800", REPLACED), ("\udfff", REPLACED), ("\ud83d\ude00", "😀"), ("\ude00\ud83d", REPLACED * 2)]


def headers(character: str) -> list[str]:
    """Write it into a title in every format, between letters."""
    return [
        f"---\ntitle: a{character}b\n---\n",
        f"---\ntitle: 'a{character}b'\n---\n",
        f'---\n"title": "a{character}b" # comment\n---\n',
        f"title: a{character}b\n---\n",
        f'+++\ntitle = "a{character}b"\n+++\n',
        f'{{"title": "a{character}b"}}\n',
        f'"title": "a{character}b"\n;;;\n',
    ]


def parsed(header: str, body: str) -> Article:
    """Parse a post, as bytes too where it can be encoded; what is left of it can go anywhere."""
    source = header + body
    article = parse_article(source)
    if not re.search("[\ud800-\udfff]", source):
        assert parse_article(source.encode()) == article
        assert parse_article(b"\xff\xfe" + source.encode("utf-16-le")).blocks == article.blocks
    assert json.loads(article.to_json().encode().decode()) == json.loads(article.to_json())
    assert Article.model_validate_json(article.to_json()) == article
    assert pickle.loads(pickle.dumps(article)) == article
    for text in (article.to_html(), article.to_markdown(), article.to_text(), article.to_jsonld(), article.to_ninjs()):
        text.encode()
    assert books.balance(read_post(source, Options()).tree, article) == (0, 0)
    again = read_canonical(article.to_html())
    assert all(old.same_content(new) for old, new in zip(article.blocks, again, strict=True))
    return article


@pytest.mark.parametrize(("character", "becomes"), [*ROWS, *LONE], ids=lambda text: ascii(text)[1:-1])
def test_header_and_body_alike(character: str, becomes: str) -> None:
    """The same result in a title of every format, in a paragraph, in code, and in attributes."""
    body = f"<p>a{character}b</p><pre>a{character}b</pre><figure><img src=i.png alt='a{character}b'></figure>"
    for header in headers(character):
        article = parsed(header, body)
        assert article.title == f"a{becomes}b", header
        paragraph, code, figure = article.blocks
        assert paragraph.text == code.text == figure.images[0].alt == f"a{becomes}b"  # type: ignore[union-attr]
        lossy = becomes.count(REPLACED) > character.count(REPLACED)
        assert {note.code for note in article.notes} == ({"characters-replaced"} if lossy else set())


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends(line_end: str) -> None:
    """All are line feeds, also for the lines of notes."""
    source = "---\ntitle: a\nb: |\n  c\n  d\n---\n<pre>e\n\nf</pre>\n<p>g\0".replace("\n", line_end)
    article = parsed("", source)
    assert article.front_matter["b"] == "c\nd\n"
    assert article.blocks[0].text == "e\n\nf"  # type: ignore[union-attr]
    assert [(note.code, note.line) for note in article.notes] == [("characters-replaced", 10)]


def test_form_feeds_are_white_space() -> None:
    """In HTML; in a header they stand where they stood."""
    article = parsed("---\ntitle: 'a\fb'\nc: 'd\fe'\n---\n", "<p>a\fb</p><pre>a\fb</pre>")
    assert (article.title, article.front_matter["c"]) == ("a b", "d\fe")
    assert [block.text for block in article.blocks] == ["a b", "a\fb"]  # type: ignore[union-attr]


def test_a_byte_order_mark_is_a_mark_at_the_beginning_only() -> None:
    """However many stand there; elsewhere it is a character of no width."""
    assert parsed("\ufeff---\ntitle: a\n---\n", "<p>b").title == "a"
    article = parsed("---\ntitle: a\n---\n", "\ufeff\ufeff<p>b\ufeff")
    assert (article.text, [(drop.reason, drop.size) for drop in article.dropped]) == ("b\ufeff", [("blank", 1)])


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("&#0;", REPLACED),
        ("&#xD800;", REPLACED),
        ("&#x110000;", REPLACED),
        ("&#146;", "’"),
        ("&#x80;", "€"),
        ("&#xFDD0;", "\ufdd0"),
        ("&#160;", "\u00a0"),
    ],
)
def test_references(reference: str, text: str) -> None:
    """As the HTML standard has them (13.2.5.84, numeric character reference end state)."""
    assert parsed("", f"<p>a{reference}b").text == f"a{text}b"


def test_escapes_in_headers() -> None:
    """What no text may hold is replaced there too."""
    for header in ('---\ntitle: "a\\0b"\n---\n', '+++\ntitle = "a\\u0000b"\n+++\n', '{"title": "a\\u0000\\ud800b"}\n'):
        title = parsed(header, "<p>c").title
        assert title is not None
        assert title.replace(REPLACED, "") == "ab"


@pytest.mark.parametrize(
    ("header", "values", "doubled"),
    [
        ('---\n"a\\x01b": 1\n"a\x01b": 2\n---\n', {"a\x01b": 2}, [(3, "a\x01b: 1")]),
        ('---\n"a\x01b": 1\n"a\\x01b": [2]\n---\n', {"a\x01b": [2]}, [(2, "a\x01b: 1")]),
        ('---\nc:\n  - "a\x01b": {d: 1}\n    "a\\x01b": 2\n---\n', {"c": [{"a\x01b": 2}]}, [(3, 'a\x01b: {"d": 1}')]),
        ('---\nc: {"a\x01b": 1, "a\\x01b": 2}\n---\n', {"c": {"a\x01b": 2}}, [(None, "a\x01b: 1")]),
        ('---\n"a\\0b": 1\n"a\\ufffdb": 2\n---\n', {f"a{REPLACED}b": 2}, [(None, f"a{REPLACED}b: 1")]),
        ('---\n"a\x01b": 1\n"a\x01b": 2\n"a\\x01b": 3\n---\n', {"a\x01b": 3}, [(3, "a\x01b: 1"), (3, "a\x01b: 2")]),
        ('+++\n"a\x01b" = 1\n"a\\u0001b" = 2\n+++\n', {"a\x01b": 2}, [(2, "a\x01b: 1")]),
        ('{"a\x01b": 1,\n"a\\u0001b": 2}\n', {"a\x01b": 2}, [(1, "a\x01b: 1")]),
    ],
)
def test_keys_that_are_one_with_their_characters(header: str, values: object, doubled: list[tuple[int | None, str]]) -> None:
    """The last value counts and a note says so, as for a key that is written twice in one way."""
    article = parsed(header, "<p>a")
    assert article.front_matter == values
    assert [(note.line, note.text) for note in article.notes if note.code == "duplicate-key"] == doubled


@given(st.lists(st.sampled_from(["a\x01b", "a\\x01b", "a\\u0001b", "a\x02b", "a\\0b", "a\ufffdb", "ab"])))
def test_no_key_goes_without_a_note(keys: list[str]) -> None:
    """Each is there, or a note says that another has taken its place."""
    lines = "".join(f'"{key}": {at}\n' for at, key in enumerate(keys))
    article = parsed(f"---\n{lines}---\n", "<p>a")
    told = {int(note.text.rpartition(" ")[2]) for note in article.notes if note.code == "duplicate-key"}
    kept = [value for value in article.front_matter.values() if isinstance(value, int)]
    assert sorted([*told, *kept]) == list(range(len(keys)))


def test_nul_makes_no_tag() -> None:
    """Nothing is left out before tags are read: a tag with a NUL in its name is another tag."""
    article = parsed("", "<p>a<scr\0ipt>b</scr\0ipt>")
    assert "b" in article.text


def test_a_header_of_every_private_character() -> None:
    """Where no stand-in is free, U+FFFD stands for controls; else nothing is mistaken for a stand-in."""
    full = "".join(chr(row << 8) for row in range(0xF00, 0x1100))
    assert parsed(f"---\ntitle: '{full[1:]}\x08'\n---\n", "<p>a").title == f"{full[1:]}\x08"
    assert parsed(f"---\ntitle: '{full}\x08'\n---\n", "<p>a").title == f"{full}{REPLACED}"
    assert parsed(f"---\ntitle: '{full}\x08'\n---\n", "<p>a").notes[0].text == "1 control characters"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_stand_ins_are_undone(text: str) -> None:
    """Whatever a header holds, its reader sees printable characters and its values get theirs back."""
    source = carried(f"---\n{text}\n---\n\x08", 4, 4 + len(text))
    assert source.text_of(source.text) == f"---\n{text}\n---\n\x08"
    assert len(source.text) == len(text) + 10
    assert not any(unicodedata.category(char) == "Cc" and char not in "\t\n\r" for char in source.text[:-1])


@given(st.text(alphabet=st.sampled_from(list("ab\x08\u2028\ud83d\ude00\ud800\udfff\ud808\udb80\udc08\U000f0008水"))))
def test_places_stay_where_surrogates_go(text: str) -> None:
    """A pair is one character afterwards, and two before that."""
    source = carried(text, 0, len(text))
    assert len(source.text) == len(text)
    assert source.text_of(source.text) == without_surrogates(text)


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("---\ntitle: 'a\x05b\ud805c\x06d\udd06'\n---\n", f"a\x05b{REPLACED}c\x06d{REPLACED}"),
        ("---\ntitle: 'a\x05b\udb80\udc05'\n---\n", "a\x05b\U000f0005"),
        ('---\ntitle: "a\x05b\\U000F0005\\U000f0000"\n---\n', "a\x05b\U000f0005\U000f0000"),
        ('---\ntitle: "a\x05b\\uDB80\\uDC05"\n---\n', "a\x05b\U000f0005"),
        ('+++\ntitle = "a\x05b\\U000F0005"\n+++\n', "a\x05b\U000f0005"),
        ('{"title": "a\x05b\\udb80\\udc05"}\n', "a\x05b\U000f0005"),
    ],
    ids=ascii,
)
def test_nothing_is_taken_for_a_stand_in(header: str, title: str) -> None:
    """No lone surrogate with the low byte of a control, and no character that an escape or a pair stands for."""
    assert parsed(header, "<p>c").title == title


@pytest.mark.parametrize(
    ("source", "noted"),
    [
        ("---\ntitle: a\n<p>b\ud800c</p>", [(3, "1 lone surrogates")]),
        ("---\ntitle: a\ud800\n<p>b\ud800c</p>", [(2, "1 lone surrogates"), (3, "1 lone surrogates")]),
        ("---\ntitle: a\n<p>b\ud800c</p>\n---\n<p>d", [(3, "1 lone surrogates")]),
        ("---\nWater flows.\n\n<p>b\ud800c</p>", [(4, "1 lone surrogates")]),
        (
            "---\ntitle: \ud83d\ude00\nb: \ud800\n---\n<p>\ud83d\ude00\n<p>\ud800",
            [(3, "1 lone surrogates"), (6, "1 lone surrogates")],
        ),
    ],
    ids=ascii,
)
def test_a_character_is_noted_once(source: str, noted: list[tuple[int, str]]) -> None:
    """On the line of the first that is lone, by the part of the post that it turns out to stand in."""
    notes = parsed("", source).notes
    assert [(note.line, note.text) for note in notes if note.code == "characters-replaced"] == noted


@pytest.mark.parametrize(
    "header", ["---\na: b\ud800: c: d\n---\n", "---\na: b\n\ud800\n", '{"a": "\ud800" b}', "+++\na = 'b\ud800\n+++\n"]
)
def test_errors_can_be_printed(header: str) -> None:
    """Their line is as written, their message goes anywhere."""
    with pytest.raises(FrontMatterError) as caught:
        parse_article(header, options=Options(front_matter="strict"))
    assert caught.value.excerpt == header.split("\n")[caught.value.line - 1]
    str(caught.value).encode()


def test_every_row_is_documented() -> None:
    """The table of docs/bad-input.md names every kind."""
    text = (Path(__file__).parent.parent / "docs" / "bad-input.md").read_text("utf-8")
    for kind in ("NUL", "lone surrogate", "C0", "C1", "U+FFFE", "noncharacter", "U+FEFF", "CR", "form feed", "U+2028"):
        assert kind in text
