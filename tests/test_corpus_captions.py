"""Pictures of the shared corpus: what markup ties is a pair, and every `img` is in a figure or left out for a reason."""

import re
from collections import Counter
from pathlib import Path

import pytest

from newsclean import Article, FrontMatterError, parse_article
from newsclean.models.blocks import Figure
from newsclean.models.views import flat
from newsclean.options import Options
from newsclean.readers.post import read_post
from tests import books
from tests.caption_candidates import body_of, names_of, posts
from tests.figure_constructions import Occurrence, occurrences, squash

pytestmark = pytest.mark.corpus
ROOT = Path(__file__).parent.parent
# With 49 more in headers, and two in comments, the 5,076 `<img` of the files.
IMAGES = 5_025


def article_of(text: str) -> Article:
    """Parse a post; where its header cannot be read, its body."""
    try:
        return parse_article(text)
    except FrontMatterError:
        return parse_article(body_of(text))


def is_pair(article: Article, occurrence: Occurrence) -> bool:
    """Tell whether a picture of an occurrence has its words: caption and credit together are all of them."""
    for pair in article.images:
        given = names_of([pair.image.src, *(offer.url for offer in pair.image.candidates)])
        parts = [squash(words.text) for words in (pair.caption, pair.credit) if words is not None]
        if given & occurrence.files and sorted("".join(parts)) == sorted(occurrence.words):
            return True
    return False


def test_what_markup_ties_is_a_pair(shared: Path) -> None:
    """Every occurrence of every construction; the table of docs/captions.md is the one printed with `-s`."""
    found: Counter[str] = Counter()
    files: Counter[str] = Counter()
    missing = []
    for path in posts(shared / "corpus"):
        text = path.read_text("utf-8")
        here = list(occurrences(body_of(text)))
        if not here:
            continue
        article = article_of(text)
        found.update(one.construction for one in here)
        files.update({one.construction for one in here})
        missing += [(path.name, path.parent.name, one) for one in here if not is_pair(article, one)]
    table = [f"| `{name}` | {found[name]} | {files[name]} | 100 % |" for name in sorted(found)]
    print(*table, *missing, sep="\n")
    assert not missing
    documented = re.findall(r"^\| `.*\| 100 % \|$", (ROOT / "docs" / "captions.md").read_text("utf-8"), re.MULTILINE)
    assert documented == table


def test_every_img_is_in_a_figure_or_left_out_for_a_reason(shared: Path) -> None:
    """Counted over the corpus with XPath; reasons are printed with `-s`."""
    total = kept = 0
    reasons: Counter[str] = Counter()
    for path in posts(shared / "corpus"):
        text = path.read_text("utf-8")
        article = article_of(text)
        try:
            tree = read_post(text, Options()).tree
        except FrontMatterError:
            tree = read_post(body_of(text), Options()).tree
        images = sum(len(list(root.iter("img"))) for root in tree.roots)
        total += images
        pictures = sum(
            len(block.images)
            for block in flat(article.blocks)
            if isinstance(block, Figure) and block.origin.rule not in books.TEXT_NAMES
        )
        kept += pictures
        reasons.update({drop.reason: 0 for drop in article.dropped})
        for drop in article.dropped:
            reasons[drop.reason] += drop.media
        assert images - pictures <= sum(drop.media for drop in article.dropped), path
        assert books.balance(tree, article) == (0, 0), path
    print(f"{total} img, {kept} in figures", +reasons)
    assert total == IMAGES
