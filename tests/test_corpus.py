"""The laws over every HTML post of the shared corpus, and the founding post."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean import Article, FrontMatterError, InputError, Options, parse_article, read_canonical
from newsclean.readers.post import read_post
from tests import books

pytestmark = pytest.mark.corpus

OPTIONS = Options()
# Headers that PyYAML's parser rejects too (unquoted colons and quotes): a repair ladder is a later step.
MOST_ERRORS = 42
POSTS = 2_672


def html_posts(shared: Path) -> Iterator[Path]:
    """Give the posts with an HTML body."""
    for folder in ("posts", "feedposts"):
        yield from sorted(path for path in (shared / "corpus" / folder).rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def parsed(shared: Path) -> dict[Path, Article | InputError]:
    """Every post, parsed once; no error but ours gets through here."""
    found: dict[Path, Article | InputError] = {}
    for path in html_posts(shared):
        try:
            found[path] = parse_article(path.read_bytes())
        except InputError as error:
            found[path] = error
    assert len(found) == POSTS
    return found


@pytest.fixture(scope="module")
def articles(parsed: dict[Path, Article | InputError]) -> dict[Path, Article]:
    """Those that could be read."""
    return {path: article for path, article in parsed.items() if isinstance(article, Article)}


def test_errors_are_few_typed_and_placed(parsed: dict[Path, Article | InputError]) -> None:
    """Only headers that are no YAML are refused, with line and column; the list is printed with `-s`."""
    errors = {path: error for path, error in parsed.items() if isinstance(error, InputError)}
    for path, error in errors.items():
        print(f"{path.parent.name}/{path.name}: {error}")
        assert isinstance(error, FrontMatterError)
        assert error.line > 1
        assert error.column is not None
    assert len(errors) <= MOST_ERRORS


def test_conservation(articles: dict[Path, Article]) -> None:
    """Every character and medium is in a block or in a drop."""
    for path, article in articles.items():
        tree = read_post(path.read_bytes(), OPTIONS).tree
        assert not tree.notes, path
        assert books.balance(tree, article) == (0, 0), path
        assert books.in_order(tree, article), path


def test_round_trip(articles: dict[Path, Article]) -> None:
    """The canonical HTML reads back to the same content, JSON to the same article."""
    for path, article in articles.items():
        again = read_canonical(article.to_html())
        assert len(again) == len(article.blocks), path
        assert all(old.same_content(new) for old, new in zip(article.blocks, again, strict=True)), path
        assert Article.model_validate_json(article.to_json()) == article, path


def test_identity_sanitizer(articles: dict[Path, Article]) -> None:
    """A sanitizer that changes nothing changes nothing."""
    for path, article in articles.items():
        assert parse_article(path.read_bytes(), sanitizer=str) == article, path


@pytest.mark.parametrize("name", ["builtin", "bleach"])
def test_named_sanitizers(articles: dict[Path, Article], name: str) -> None:
    """What a sanitizer takes out or puts in is in the ledger, to the character; the builtin one changes nothing."""
    changed = 0
    for path, article in articles.items():
        clean = parse_article(path.read_bytes(), sanitizer=name)
        changed += clean != article
        tree = read_post(path.read_bytes(), OPTIONS).tree
        assert books.balance(tree, clean) == (0, 0), path
        lost = books.characters(article) - books.characters(clean)
        written = [drop for drop in clean.dropped if drop.rule == f"sanitizer:{name}"]
        assert sum(drop.size for drop in written) >= lost.total(), path
        if clean != article:
            assert written or any(note.code.startswith("sanitizer") for note in clean.notes), path
    print(f"{name}: {changed} of {len(articles)} articles changed")
    if name == "builtin":
        assert changed == 0


def test_founding_post(shared: Path) -> None:
    """The post that the project was created from is read as a person reads it: every field, every block."""
    article = parse_article((shared / "seed" / "post.md").read_bytes())
    expected = json.loads((shared / "seed" / "expected.json").read_text("utf-8"))
    assert article.published is not None
    found = {
        "title": article.title,
        "authors": [author.name for author in article.authors],
        "published": article.published.isoformat(),
        "categories": list(article.categories),
        "lead_image": article.lead_image,
        "thumbnail": article.thumbnail,
        "blocks": [_plain(block.model_dump(exclude_none=True)) for block in article.blocks],
    }
    assert found == expected
    assert (article.dropped, article.notes) == ((), ())
    assert article.front_matter["comments"] is False


def _plain(block: dict[str, object]) -> dict[str, object]:
    """Reduce a block to what the expectation lists: captions as strings, pictures by address and alt."""
    match block:
        case {"type": "figure", "images": images, "caption": {"text": caption, "marks": ()}}:
            assert isinstance(images, tuple)
            return {
                "type": "figure",
                "images": [{"src": image["src"], "alt": image["alt"]} for image in images],
                "caption": caption,
            }
        case {"marks": (), "origin": _, **content}:
            return content
        case _:
            return block
