"""From bytes to characters (docs/bad-input.md)."""

import re
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from webencodings.labels import LABELS

from newsclean import Article, Note, Options, OptionsError, parse_article
from newsclean.charsets import CHARSETS, charset_of
from newsclean.readers.declarations import declared
from newsclean.readers.decoding import decode
from tests.test_corpus import html_posts

WORDS = {
    "gbk": "昨天上午，市水利局宣布新大坝正式开放，数千名市民前来参观。",
    "big5": "昨天上午，市水利局宣布新大壩正式開放，數千名市民前來參觀。",
    "shift_jis": "昨日の午前、市の水道局は新しいダムの開放を発表し、多くの市民が訪れた。",
    "euc-jp": "昨日の午前、市の水道局は新しいダムの開放を発表し、多くの市民が訪れた。",
    "euc-kr": "어제 오전 시 수도국은 새로운 댐의 개방을 발표했으며 수천 명의 시민이 방문했다.",
    "windows-1251": "Вчера утром городское управление вод объявило об открытии новой плотины.",
    "koi8-r": "Вчера утром городское управление вод объявило об открытии новой плотины.",
    "windows-1253": "Χθες το πρωί η υπηρεσία ύδρευσης ανακοίνωσε το άνοιγμα του νέου φράγματος.",
    "windows-1255": "אתמול בבוקר הודיעה רשות המים על פתיחת הסכר החדש לכל תושבי העיר.",
    "windows-1256": "أعلنت مصلحة المياه صباح أمس عن افتتاح السد الجديد أمام الزوار.",
    "windows-874": "เมื่อวานนี้สำนักงานน้ำประกาศเปิดเขื่อนใหม่ให้ประชาชนเข้าชม",
}
# Latin markup, as there is around the words of a page; a guess must not be made on it.
MARKUP = '<div class="row"><a href="https://example.org/a?x=1&amp;y=2"><img src="https://example.org/i.png"></a></div>\n' * 40


def encoded(name: str, text: str) -> bytes:
    """Encode in an encoding of the standard."""
    charset = charset_of(name)
    assert charset is not None
    return text.encode(charset.codecs[0])


def said(article: Article) -> list[tuple[str, int | None, str]]:
    """Give the notes about encodings and characters."""
    codes = {"encoding", "bytes-replaced", "characters-replaced"}
    return [(note.code, note.line, note.text) for note in article.notes if note.code in codes]


@pytest.fixture
def no_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take charset-normalizer away."""
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)


def test_labels_are_those_of_the_standard() -> None:
    """Against the table of webencodings: all labels but those of encodings that are not read."""
    unread = {"replacement", "x-user-defined"}
    ours = {label: row.name for row in CHARSETS for label in row.labels.split()}
    theirs = {label: name for label, name in LABELS.items() if name not in unread}
    assert {label: ours.get(label) for label in theirs} == theirs
    # Of the "replacement" encodings there is none, and of UTF-7 none at all.
    assert not {label for label, name in LABELS.items() if name in unread} & set(ours)
    assert not any("utf-7" in label or "utf7" in label for label in ours)


@pytest.mark.parametrize("row", CHARSETS, ids=lambda row: row.name)
def test_every_codec_is_there(row: object) -> None:
    """Each reads ASCII as ASCII, but UTF-16."""
    assert isinstance(row, type(CHARSETS[0]))
    for codec in row.codecs:
        assert "a<b".encode(codec).decode(codec) == "a<b"
        assert row.name.startswith("utf-16") or b"a<b".decode(codec) == "a<b"


# The order


@pytest.mark.parametrize(
    ("source", "text", "note"),
    [
        (b"\xef\xbb\xbf<meta charset=gbk><p>\xe6\xb0\xb4", "水", None),
        (b"\xff\xfe" + "<p>水".encode("utf-16-le"), "水", "utf-16le: byte order mark"),
        (b"\xfe\xff" + "<p>水".encode("utf-16-be"), "水", "utf-16be: byte order mark"),
        (b"<meta charset=gbk><p>\xcb\xae", "水", "gbk: declared"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>\xcb\xae', "水", "gbk: declared"),
        (b'<?xml version="1.0" encoding="Shift_JIS"?><p>\x90\x85', "水", "shift_jis: declared"),
        (b"---\ntitle: a\n---\n<meta charset=euc-kr><p>\xb9\xb0", "물", "euc-kr: declared"),
        (b"---\r\ntitle: " + b"a" * 2000 + b"\r\n---\r\n<meta charset=euc-kr><p>\xb9\xb0", "물", "euc-kr: declared"),
        (b"<meta charset=iso-2022-jp><p>\x1b$B?e\x1b(B", "水", "iso-2022-jp: declared"),
        # An ISO-8859-1 of the web is windows-1252; a Windows code page 949 goes by the name of its subset.
        (b"<meta charset=iso-8859-1><p>\x93\xe9\x94", "“é”", "windows-1252: declared"),
        (b"<meta charset=ks_c_5601-1987><p>\x8c\x63", "똠", "euc-kr: declared"),
        (b"<meta charset=gb2312><p>\x80\x00".replace(b"\0", b""), "€", "gbk: declared"),
        (b"<meta charset=euc-jp><p>\xad\xa1", "①", "euc-jp: declared"),
        (b"<meta charset=utf-16><p>\xe6\xb0\xb4", "水", None),
        (b"<meta charset=nonsense><p>\xe6\xb0\xb4", "水", None),
        (b"<p>\xe6\xb0\xb4", "水", None),
        (b"<p>plain", "plain", None),
    ],
)
@pytest.mark.usefixtures("no_guess")
def test_order(source: bytes, text: str, note: str | None) -> None:
    """A mark, a declaration, UTF-8."""
    article = parse_article(source)
    assert article.text == text
    assert said(article) == ([] if note is None else [("encoding", None, note)])


def test_a_mark_counts_more_than_the_caller() -> None:
    """And the caller more than a declaration."""
    options = Options(encoding="latin1")
    assert parse_article("\ufeff<p>é".encode(), options=options).text == "é"
    article = parse_article("<meta charset=utf-8><p>é".encode("cp1252"), options=options)
    assert (article.text, said(article)) == ("é", [("encoding", None, "windows-1252: Options.encoding")])
    assert parse_article("<p>水水水水水水", options=options).text == "水水水水水水"


@pytest.mark.parametrize("label", ["utf-7", "iso-2022-kr", "hz-gb-2312", "replacement", "", "水"])
def test_encodings_that_are_not_read(label: str) -> None:
    """Are no option."""
    with pytest.raises(OptionsError, match="label of the WHATWG Encoding Standard"):
        Options(encoding=label)


@pytest.mark.parametrize("label", ["gbk", "windows-1251", "iso-8859-1", "shift_jis"])
def test_bytes_overrule_a_declaration(label: str) -> None:
    """A page that was saved as UTF-8 often keeps the `<meta>` that it had before."""
    source = f"---\ntitle: 水位上升\n---\n<meta charset={label}><p>水位上升了。".encode()
    article = parse_article(source)
    assert (article.title, article.text, said(article)) == ("水位上升", "水位上升了。", [])


def test_a_word_is_no_evidence() -> None:
    """Two characters of GBK can be valid UTF-8: there the declaration counts. No text of windows-1252 looks like UTF-8."""
    assert parse_article(b"<meta charset=gbk><p>\xc4\xa3\xc4\xa3").text == "模模"
    assert parse_article(b"<meta charset=iso-8859-1><p>caf\xc3\xa9").text == "café"


def test_damaged_utf_8_is_utf_8() -> None:
    """A text cut inside a character loses that one, not all others."""
    article = parse_article("<p>水位上升".encode() + b"\xe6\xb0\n<p>" + "水".encode())
    assert (article.paragraphs[0].text, article.paragraphs[1].text) == ("水位上升\ufffd", "水")
    assert said(article) == [("bytes-replaced", 1, "1 byte sequences are not utf-8")]


@pytest.mark.usefixtures("no_guess")
def test_declared_utf_8_that_is_none_is_not_lost() -> None:
    """Every character of windows-1252 is there, though the page calls itself UTF-8."""
    assert parse_article(b"<meta charset=utf-8><p>caf\xe9").text == "café"


# Undeclared bytes


@pytest.mark.parametrize("name", WORDS)
def test_guess(name: str) -> None:
    """With `newsclean[charset]`, words among a page of Latin markup are recognised."""
    article = parse_article(encoded(name, f"{MARKUP}<p>{WORDS[name]}</p>{MARKUP}"))
    assert article.paragraphs[0].text == WORDS[name]
    assert said(article) == [("encoding", None, f"{name}: guessed")]


# Encodings, each with the letters of the posts that were written in it once.
LETTERS = {"gbk": "[一-龥]", "euc-kr": "[가-힣]", "shift_jis": "[ぁ-ヿ]", "windows-1251": "[а-я]", "windows-1252": "[à-ÿ]", "windows-1255": "[א-ת]"}  # fmt: skip


@pytest.mark.corpus
def test_guesses_at_the_corpus(shared: Path) -> None:
    """Posts in the encoding of their language, nothing declared: 19 of 20 are read to the character."""
    right: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for path in html_posts(shared):
        text = path.read_bytes().decode(errors="replace")
        for name, letters in LETTERS.items():
            if "charset" in text.lower() or len(re.findall(letters, text)) < 10 or tried[name] == 60:
                continue
            with suppress(UnicodeEncodeError):
                source = encoded(name, text)
                tried[name] += 1
                right[name] += decode(source).text == text
    print({name: f"{right[name]} of {tried[name]}" for name in tried})
    assert tried.total() > 100
    assert right.total() >= 0.95 * tried.total()


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.usefixtures("no_guess")
def test_without_the_extra(name: str) -> None:
    """They are windows-1252, as in a browser of the West: no character is lost, and `Options.encoding` reads them."""
    source = encoded(name, f"<p>{WORDS[name]}</p>")
    article = parse_article(source)
    assert said(article)[0] == ("encoding", None, "windows-1252: nothing says which")
    assert "\ufffd" not in article.text
    assert parse_article(source, options=Options(encoding=name)).text == WORDS[name]


def test_utf_7_is_text() -> None:
    """It hides markup; no browser reads it."""
    assert parse_article(b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-").text == "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"


# What cannot be decoded


@pytest.mark.parametrize(
    ("label", "source", "text", "count"),
    [
        ("utf-8", b"a\n\xff<b>\xe6\xb0", "a \ufffd\ufffd", 2),
        ("gbk", b"a\n\xcb<b>\xae</b>", "a \ufffd\ufffd", 2),
        ("shift_jis", b"a\n\x81<b>x</b>", "a \ufffdx", 1),
        ("big5", b"a\n\xa1<b>x</b>", "a \ufffdx", 1),
        ("euc-kr", b"a\n\xb0<b>x</b>", "a \ufffdx", 1),
        ("euc-jp", b"a\n\xb0<b>x</b>", "a \ufffdx", 1),
        ("windows-1255", b"a\n\xd9<b>x</b>", "a \ufffdx", 1),
        ("windows-1252", b"a\n\x81<b>x</b>", "a \x81x", 0),
        ("utf-16le", "a\n<p>x".encode("utf-16-le") + b"\0\xd8", "a\n\nx\ufffd", 1),
    ],
)
def test_replacements(label: str, source: bytes, text: str, count: int) -> None:
    """One Note with their number and the first line; a tag after half a character is a tag."""
    article = parse_article(source, options=Options(encoding=label))
    assert article.text == text
    noted = [(line, text) for code, line, text in said(article) if code == "bytes-replaced"]
    assert noted == ([(2, f"{count} byte sequences are not {label}")] if count else [])


def test_a_replacement_character_is_no_replacement() -> None:
    """Text may hold U+FFFD; it is not counted."""
    decoded = decode("a\ufffd\r\nb水水水水水".encode() + b"\xff")
    assert decoded.notes == [Note(code="bytes-replaced", line=2, text="1 byte sequences are not utf-8")]


def test_a_million_faults_are_one_note() -> None:
    """In linear time."""
    start = process_time()
    decoded = decode(b"\xff<" * 1_000_000, "utf-8")
    assert decoded.notes == [Note(code="bytes-replaced", line=1, text="1000000 byte sequences are not utf-8")]
    assert process_time() - start < 5


@given(st.binary(max_size=60), st.sampled_from([None, *(row.name for row in CHARSETS)]))
def test_no_codec_error_leaves(source: bytes, label: str | None) -> None:
    """Whatever the bytes; and what comes out can be encoded."""
    decode(source, label).text.encode()


@given(st.sampled_from(sorted(WORDS)), st.integers(0, 40), st.integers(1, 30))
def test_text_that_is_cut_anywhere(name: str, start: int, length: int) -> None:
    """Declared, and cut inside characters: an answer with all of ASCII in it."""
    words = encoded(name, WORDS[name])[start : start + length]
    decoded = decode(f"<meta charset={name}><p>".encode() + words + b"</p>")
    assert decoded.text.startswith(f"<meta charset={name}><p>")


# The prescan


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (b"<meta charset=gbk>", "gbk"),
        (b"<META CHARSET='GBK'/>", "gbk"),
        (b'<meta\ncharset\t=\n"gbk">', "gbk"),
        (b"<meta/charset=gbk>", "gbk"),
        (b"<meta name=a charset=gbk charset=big5>", "gbk"),
        (b"<meta content='text/html;charset=gbk' http-equiv=content-type>", "gbk"),
        (b"<meta content='charset charset = \"gbk\"' http-equiv=content-type>", "gbk"),
        (b"<meta content='text/html;charset=gbk; x' http-equiv=Content-Type charset=big5>", "big5"),
        (b"<meta charset=x-user-defined>", "windows-1252"),
        (b"<meta charset=utf-16be>", "utf-8"),
        (b"<meta charset=nonsense><meta charset=gbk>", "gbk"),
        (b"<!-- <meta charset=big5> --><meta charset=gbk>", "gbk"),
        (b"<!--><meta charset=gbk>", "gbk"),
        (b"<!doctype html><a title='<meta charset=big5>'><meta charset=gbk>", "gbk"),
        (b"</p><meta charset=big5></a b='><meta charset=gbk>'><meta charset=gbk>", "big5"),
        (b"</a b='<meta charset=big5>'><meta charset=gbk>", "gbk"),
        (b"<?php '<meta charset=big5>'?><meta charset=gbk>", "gbk"),
        (b"<?xml version='1.0' encoding = 'gbk'?>", "gbk"),
        (b"\n<?xml version='1.0' encoding=\"gbk\"?>", "gbk"),
        ("<?xml version='1.0'?>".encode("utf-16-le"), "utf-16le"),
        ("<?xml version='1.0'?>".encode("utf-16-be"), "utf-16be"),
        (b" " * 1000 + b"<meta charset=gbk>", "gbk"),
        (b"+++\na = 1\n+++\n<meta charset=gbk>", "gbk"),
        (b'{\n"a": 1\n}\n<meta charset=gbk>', "gbk"),
        (b"title: a\n---\r<meta charset=gbk>", "gbk"),
    ],
)
def test_declarations(source: bytes, name: str) -> None:
    """As the prescan of the HTML standard finds them."""
    found = declared(source)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"<meta content='text/html;charset=gbk'>",
        b"<meta http-equiv=content-type>",
        b"<metal charset=gbk>",
        b"<!-- <meta charset=gbk>",
        b"<a title='<meta charset=gbk>'>",
        b"<meta content='charset=\"gbk' http-equiv=content-type>",
        b"<?xml version='1.0' encoding='gbk",
        b" " * 1020 + b"<meta charset=gbk>",
        b"<p>a<meta charset=utf-7>",
    ],
)
def test_no_declarations(source: bytes) -> None:
    """Nor does it find more."""
    assert declared(source) is None


@pytest.mark.parametrize("run", [b"<", b"<!--", b"<meta ", b"<?", b"</", b"=", b"'", b"/", b" ", b"\n", b"---\n", b"-", b"a=", b"\x80", b"\xcb", b"\x1b$B"])  # fmt: skip
@pytest.mark.parametrize("label", [None, "gbk", "iso-2022-jp"])
def test_runs_take_linear_time(run: bytes, label: str | None) -> None:
    """A megabyte of what an expression begins with."""
    start = process_time()
    decode(b"<meta charset=gbk" + run * (1_000_000 // len(run)) + b"\xff", label)
    assert process_time() - start < 2
