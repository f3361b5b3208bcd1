"""A fuzz target for `parse_article(bytes)`: `tox run -e fuzz`, or `python -m tests.fuzz -max_total_time=900`.

Whatever the bytes, there is an Article that keeps the laws, or a NewscleanError, in time that grows with their number. All
arguments are those of libFuzzer; files named by them are run once each. It starts from the posts of the fixtures.
"""

import pickle
import re
import sys
import tempfile
from pathlib import Path
from time import process_time

import atheris

with atheris.instrument_imports(include=["newsclean"]):
    import newsclean.parsing
    import newsclean.readers.canonical
    import newsclean.readers.decoding
    import newsclean.readers.yaml_events
    import newsclean.renderers.html
    import newsclean.renderers.markdown
    import newsclean.renderers.text
    import newsclean.rules.text  # noqa: F401 - loaded at the first parse otherwise, which is too late to be watched
    from newsclean import Article, NewscleanError, Options, parse_article, read_canonical
    from newsclean.readers.post import read_post

from tests import books
from tests.cases import cases

# Seconds, and seconds for each byte: with everything checked and instrumented, twenty times what an ordinary post takes.
_ALWAYS, _EACH = 0.5, 1e-4
_OPTIONS = Options()


def check(source: bytes) -> None:
    """Raise unless one input is answered as promised."""
    start = process_time()
    try:
        article = parse_article(source)
    except NewscleanError:
        article = None
    took = process_time() - start
    if took > _ALWAYS + _EACH * len(source):
        message = f"{len(source)} bytes took {took:.2f} s"
        raise AssertionError(message)
    if article is None:
        return
    assert books.balance(read_post(source, _OPTIONS).tree, article) == (0, 0)
    again = read_canonical(article.to_html())
    assert len(again) == len(article.blocks)
    assert all(old.same_content(new) for old, new in zip(article.blocks, again, strict=True))
    assert Article.model_validate_json(article.to_json()) == article
    assert pickle.loads(pickle.dumps(article)) == article
    article.to_markdown()
    article.to_text()
    article.to_jsonld()
    article.to_ninjs()


def write_seeds(folder: Path) -> Path:
    """Write the posts of the fixtures, whose folder is given back, and a dictionary of their tags and signs."""
    seeds = folder / "seeds"
    seeds.mkdir()
    words: set[bytes] = set()
    for case in cases("post"):
        (seeds / str(case)).write_bytes(case.source)
        words.update(re.findall(rb"</?[a-z][^<>\n]{0,60}>|\[/?[a-z]+|\{%[^\n]{1,20}%\}|&[#\w]+;", case.source))
    dictionary = folder / "dictionary"
    escaped = ("".join(f"\\x{byte:02x}" for byte in word) for word in sorted(words))
    dictionary.write_text("".join(f'"{word}"\n' for word in escaped), "ascii")
    return seeds


def main() -> None:
    """Fuzz until the arguments say stop, from the fixtures and whatever folders the arguments name."""
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        if not any(Path(argument).is_file() for argument in given):
            seeds = write_seeds(Path(folder))
            # New inputs go into the first folder that is named, else nowhere.
            given = ["-timeout=20", "-max_len=4096", f"-dict={folder}/dictionary", *given, str(seeds)]
        atheris.Setup([sys.argv[0], *given], check)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
