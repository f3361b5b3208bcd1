"""What is too large in a header is refused by name; what is only odd gets through, quickly and without any other error."""

from collections.abc import Callable
from functools import partial

import pytest
import yaml

from newsclean import FrontMatterError, LimitError, Options, OptionsError, parse_article
from newsclean.readers import yaml_events
from tests.test_growth import lines_executed

THOUSAND = 1_000


def post(header: str) -> str:
    """Give a post with this header."""
    return f"---\n{header}\n---\n<p>b</p>"


def bomb(levels: int) -> str:
    """Give a header in which each level stands for nine times the values of the one before."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefghi", "bcdefghij"[:levels], strict=False):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    return "\n".join(lines)


LIMITS: tuple[tuple[str, str, int, int], ...] = (
    # Source, option, a value that allows it, and the line that a smaller one is said to be exceeded in.
    (post("a: b"), "max_header_chars", 5, 2),
    (post("a: b: c"), "max_header_chars", 8, 2),
    ("---\na: b\n<p>c", "max_header_chars", 5, 2),
    ('+++\na = "b"\n+++\n', "max_header_chars", 8, 2),
    ("+++\na = b\n+++\n", "max_header_chars", 6, 2),
    ('\n{"a": "b"}\n', "max_header_chars", 10, 2),
    ('"a": "b"\n;;;\n', "max_header_chars", 9, 1),
    ("a: b\n---\n<p>c", "max_header_chars", 5, 1),
    (post("a: b"), "max_header_depth", 1, 1),
    (post("a:\n- b"), "max_header_depth", 2, 2),
    (post("a: [[b]]"), "max_header_depth", 3, 2),
    (post("a: &a [b]\nc: [[*a]]"), "max_header_depth", 4, 3),
    (post("a: b: c\nd: [[e]]"), "max_header_depth", 3, 3),
    ("+++\na = [[1]]\n+++\n", "max_header_depth", 3, 2),
    ('{"a": [1]}', "max_header_depth", 2, 1),
    (post("a: b\nc:\n- d\n- e"), "max_header_values", 4, 2),
    (post("a: 'b' # c\nd: [e, f]"), "max_header_values", 4, 3),
    (post("a: b: c\nd: e"), "max_header_values", 2, 2),
    ("+++\na = [1, 2]\n+++\n", "max_header_values", 3, 2),
    ('\n{"a": [1, 2]}', "max_header_values", 3, 2),
    (post("abcde: f"), "max_scalar_chars", 5, 2),
    (post("a: bcdef"), "max_scalar_chars", 5, 2),
    (post("a: b\nc: [defgh]"), "max_scalar_chars", 5, 3),
    (post("a: 1\nb: '123: 4'x"), "max_scalar_chars", 9, 3),
    ('+++\na = "bcdef"\n+++\n', "max_scalar_chars", 5, 2),
    ('{"abcde": 1}', "max_scalar_chars", 5, 1),
    (post("a: &a [b, c]\nd: *a\ne: *a"), "max_alias_values", 6, 4),
    (post("a: &a [b, c]\nd: *a\ne: f: g"), "max_alias_values", 3, 3),
)


@pytest.mark.parametrize(("source", "option", "enough", "line"), LIMITS)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_limits(  # noqa: PLR0913, PLR0917 - the columns of the table
    source: str, option: str, enough: int, line: int, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is exact, holds in every format, for clean and for broken headers, and is told by its name."""
    monkeypatch.setattr(yaml_events, "_LOADER", getattr(yaml, loader))
    parse_article(source, options=Options(**{option: enough}))  # type: ignore[arg-type]
    if enough == 1 or source.startswith("a: b\n---"):
        return  # no smaller limit, or without it nothing says that this is a header
    with pytest.raises(LimitError) as caught:
        parse_article(source, options=Options(**{option: enough - 1}))  # type: ignore[arg-type]
    error = caught.value
    assert (error.option, error.allowed, error.line) == (option, enough - 1, line)
    assert f"Options.{option} allows {enough - 1}" in str(error)


def test_limits_make_sense() -> None:
    """None is below one; what reads and writes values goes into them level by level, so depth has an upper end."""
    for option in ("max_header_chars", "max_header_depth", "max_header_values", "max_scalar_chars", "max_alias_values"):
        with pytest.raises(OptionsError, match=f"{option} must be at least 1, not 0"):
            Options(**{option: 0})  # type: ignore[arg-type]
    with pytest.raises(OptionsError, match="max_header_depth must be at most 100, not 101"):
        Options(max_header_depth=101)
    with pytest.raises(OptionsError, match="'repair' or 'strict', not 'lax'"):
        Options(front_matter="lax")  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["tags", "author", "headimg", "title", "date", "x"])
@pytest.mark.parametrize(
    "form", ["---\n{}: {}\n---\n", "---\nbroken: a: b\n{}: {}\n---\n", '{{"{}": {}}}', "+++\n{} = {}\n+++\n"]
)
def test_the_deepest_header_is_an_article(key: str, form: str) -> None:
    """Which every part of the library can read and write."""
    source = form.format(key, "[" * 99 + '"a"' + "]" * 99)
    article = parse_article(source, options=Options(max_header_depth=100))
    assert type(article).model_validate_json(article.to_json()) == article


# After the resource attacks on YAML loaders that are known; None where the post is read.
ATTACKS: dict[str, tuple[Callable[[], str], str | None]] = {
    "alias bomb": (lambda: post(bomb(8)), "max_alias_values"),
    "self alias": (lambda: post("a: &a\n  b: *a"), None),
    "many aliases": (lambda: post("a: &a b\nc:\n" + "- *a\n" * 10 * THOUSAND), "max_alias_values"),
    "python object tag": (lambda: post("a: !!python/object/apply:os.getcwd []"), None),
    "python name tag": (lambda: post("a: !!python/name:os.system"), None),
    "unknown local tag": (lambda: post("a: !foo bar"), None),
    "nested lists": (lambda: post("a: " + "[" * THOUSAND + "]" * THOUSAND), "max_header_depth"),
    "lists nested deeper": (lambda: post("a: " + "[" * 20 * THOUSAND + "]" * 20 * THOUSAND), "max_header_depth"),
    "nested mappings": (lambda: post("a: " + "{a: " * 5 * THOUSAND + "1" + "}" * 5 * THOUSAND), "max_header_depth"),
    "nested items": (lambda: post("a:\n" + "- " * 20 * THOUSAND + "b"), "max_header_depth"),
    "100,000 keys": (lambda: post("\n".join(f"k{at}: v" for at in range(100 * THOUSAND))), "max_header_chars"),
    "25,000 keys": (lambda: post("\n".join(f"k{at}: v" for at in range(22 * THOUSAND))), "max_header_values"),
    "10,000 categories": (lambda: post("categories:\n" + "\n".join(f" - c{at}" for at in range(10 * THOUSAND))), None),
    "duplicate keys": (lambda: post("title: a\ntitle: b"), None),
    "merge bomb": (
        lambda: post("a: &a {x: 1}\n" + "\n".join(f"b{at}: {{<<: [{','.join(['*a'] * 200)}]}}" for at in range(200))),
        "max_alias_values",
    ),
    "no mapping": (lambda: post("- a\n- b"), None),
    "a scalar": (lambda: post("just text"), None),
    "a million digits": (lambda: post("n: " + "9" * THOUSAND * THOUSAND), "max_header_chars"),
    "90,000 digits": (lambda: post("n: " + "9" * 90 * THOUSAND), None),
    "sexagesimal": (lambda: post("n: " + "1:" * 20 * THOUSAND + "1"), None),
    "types of YAML 1.1": (lambda: post("a: 0o17\nb: 1_000\nc: 2022-03-31\nd: 12:30:45\ne: no\nf: .nan\ng: ~\nh: 2022-13-45"), None),
    "a bad date": (lambda: post("date: 2022-02-31"), None),
    "a long text": (lambda: post("t: '" + "a''" * 300 * THOUSAND + "'"), "max_header_chars"),
    "a text in the limits": (lambda: post("t: '" + "a''" * 40 * THOUSAND + "'"), None),
    "digits like a float": (lambda: post("n: " + "1" * 50 * THOUSAND + "e"), None),
    "spaces in a date": (lambda: post("date: 2022-01-01 " + " " * 50 * THOUSAND + "x"), None),
    "a list as key": (lambda: post("? [a]\n: b"), None),
    "binary": (lambda: post("a: !!binary " + "A" * 90 * THOUSAND), None),
    "set and omap": (lambda: post("a: !!set {b, c}\nd: !!omap [e: 1]"), None),
    "100,000 hyphens": (lambda: "---\n" + "-" * 100 * THOUSAND, None),
    "5 MB of keys, unclosed": (lambda: "---\n" + "a: b\n" * THOUSAND * THOUSAND, "max_header_chars"),
    "a long line, unclosed": (lambda: "---\na: " + "b" * 5 * THOUSAND * THOUSAND, "max_header_chars"),
    "50,000 fences": (lambda: "---\n" * 50 * THOUSAND, None),
    "a million blank lines": (lambda: "\n" * THOUSAND * THOUSAND + post("a: b"), None),
    "byte order mark and CRLF": (lambda: "\ufeff" + post("a: b").replace("\n", "\r\n"), None),
    "NUL": (lambda: post("a: \0b"), None),
    "controls": (lambda: post("a: \x07b \x85"), None),
    "lone surrogate": (lambda: post("a: \ud800b"), None),
    "not characters": (lambda: post("a: \ufffeb\uffff"), None),
    "paths": (lambda: post("title: ../../../etc/passwd\nslug: ../../x\npermalink: /../../y"), None),
    "tabs": (lambda: post("a:\n\t- b"), None),
    "15,000 anchors": (lambda: post("\n".join(f"a{at}: &x{at} v" for at in range(15 * THOUSAND))), None),
    "a huge number of TOML": (lambda: "+++\na = 0x" + "f" * 90 * THOUSAND + "\nb = " + "1" * 9 * THOUSAND + "\n+++\n", None),
    "a huge number of JSON": (lambda: '{"a": ' + "1" * 90 * THOUSAND + "}", None),
    "a huge exponent of JSON": (lambda: '{"a": 1e' + "9" * 9 * THOUSAND + "}", None),
}  # fmt: skip


@pytest.mark.parametrize("name", ATTACKS)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_attacks(name: str, loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Are read or refused by a limit, never anything else, and in strict mode by an error of ours."""
    monkeypatch.setattr(yaml_events, "_LOADER", getattr(yaml, loader))
    make, option = ATTACKS[name]
    source = make()
    assert limit_of(source, Options()) == option
    if limit_of(source, Options(front_matter="strict")) is None and option is None:
        article = parse_article(source)
        assert type(article).model_validate_json(article.to_json()) == article


def limit_of(source: str, options: Options) -> str | None:
    """Parse a post, and give the name of the limit that it exceeds; strict options may find another fault first."""
    try:
        parse_article(source, options=options)
    except LimitError as error:
        return error.option
    except FrontMatterError:
        if options.front_matter != "strict":
            raise
    return None


def test_bombs_are_refused_at_once() -> None:
    """However much they would grow to."""
    work = [lines_executed(partial(_refused, post(bomb(levels)))) for levels in (4, 8)]
    assert work[1] <= 1.1 * work[0]


def _refused(source: str) -> None:
    with pytest.raises(LimitError):
        parse_article(source)
