"""The public functions. What does the work is loaded at their first call: `import newsclean` is light."""

from collections.abc import Generator
from typing import TYPE_CHECKING

from newsclean.batch_options import DEFAULTS as BATCH_DEFAULTS
from newsclean.batch_options import OnError, Progress, Sources
from newsclean.models.article import Article
from newsclean.models.blocks import Block
from newsclean.models.failure import Failure
from newsclean.models.sanitized import Sanitized
from newsclean.options import DEFAULTS, Options, Sanitizer
from newsclean.policy import NEWS, Policy

if TYPE_CHECKING:
    from newsclean.extractors import Extractor


def parse_article(
    source: str | bytes,
    *,
    url: str | None = None,
    sanitizer: Sanitizer | str | None = None,
    options: Options = DEFAULTS,
) -> Article:
    r"""Turn one front-matter HTML post into an Article.

    >>> parse_article("---\ntitle: Dam opens\n---\n<p>Water flows.</p>").blocks[0].text
    'Water flows.'

    Args:
        source: The whole post: a header, which may be missing, then an HTML body. The header is YAML between `---` lines, TOML
            between `+++` lines, a JSON object, or what Hexo reads: JSON lines up to `;;;`, YAML without the first `---`.
            Bytes are decoded as a browser would (docs/bad-input.md); a Note names the encoding if it is not UTF-8.
        url: The address of the post, absolute; relative URLs in it are resolved against this, or else against the absolute
            address that the header gives.
        sanitizer: `"builtin"`, `"bleach"`, `"nh3"`, the name of an entry point `newsclean.sanitizers`, or a function that takes
            the canonical HTML of the article and returns what the article is to be made of. The policy holds with and without
            one; `"builtin"` adds nothing to it.
        options: Policy, limits and defaults.
    Returns:
        A frozen Article; `blocks` and `dropped` are in document order, lines count from 1 in `source`.
    Raises:
        FrontMatterError: The options are strict, and the header is not closed, is malformed or not a mapping; has `.line` and
            `.column`. Otherwise it is repaired, with a Note for each fault.
        LimitError: The source, or something in its header, is larger than the options allow; has `.option`.
        InputError: There is no text, or a file name was given instead of its text.
        OptionsError: `url` is not absolute or not allowed by the policy, the sanitizer is not known, or a row of the options
            is no row.
        PluginError: The sanitizer raised, returned no string or could not be loaded, or a rule of the options raised.
    Source: front matter as in Jekyll (https://jekyllrb.com/docs/front-matter/) and Hexo (https://hexo.io/docs/front-matter).
    """
    from newsclean.parsing import parse

    return parse(source, url, None, sanitizer, options)


def parse_page(
    html: str | bytes,
    *,
    url: str | None = None,
    extractor: "Extractor | str" = "newsclean",
    sanitizer: Sanitizer | str | None = None,
    options: Options = DEFAULTS,
) -> Article:
    r"""Turn a full web page into an Article: its body is found, and read as that of a post is.

    >>> page = "<html><nav><a href=/>Home</a></nav><h1>Dam opens</h1><p>Water flows over the wall since the morning.</p></html>"
    >>> article = parse_page(page)
    >>> article.title, [paragraph.text for paragraph in article.paragraphs]
    ('Dam opens', ['Water flows over the wall since the morning.'])

    Args:
        html: The whole page as it was fetched; bytes are decoded as a browser would.
        url: The address of the page, absolute; relative URLs are resolved against it.
        extractor: What finds the body: `"newsclean"`, `"readability"`, the name of an entry point `newsclean.extractors`, or a
            function that takes a `newsclean.dom.Tree` and the address and returns a `newsclean.extractors.Extraction`.
        sanitizer: As for `parse_article`.
        options: The same.
    Returns:
        A frozen Article; what lies outside its body is in `dropped`. `confidence` says how sure the extractor is.
    Raises:
        LimitError: The page is larger than the options allow.
        InputError: There is no text, or a file name was given instead of its text.
        OptionsError: `url`, the extractor, the sanitizer or a row of the options is not what it must be.
        PluginError: The extractor, the sanitizer or a rule of the options raised, or cannot be loaded.
    """
    from newsclean.parsing import parse

    return parse(html, url, extractor, sanitizer, options)


def parse_many(
    sources: Sources,
    *,
    workers: int = 1,
    on_error: OnError = "record",
    progress: Progress = False,
    options: Options = BATCH_DEFAULTS,
) -> Generator[Article | Failure, None, None]:
    """Turn many posts into Articles, in order, one by one as they are asked for.

    A post that cannot be read never ends the run: a `Failure` stands in its place. No more posts are taken from the source,
    and held, than the workers need to be busy, so it may be longer than memory, or endless. A worker process that dies, for
    want of memory or by a fault of a C library, costs only the post it dies of. Closing what is returned, an exception or
    Ctrl-C ends all processes.

    >>> found = parse_many([("a.md", "<p>Water flows.</p>"), ("b.md", "")])
    >>> [item.text if isinstance(item, Article) else (item.source, item.message) for item in found]
    ['Water flows.', ('b.md', 'the source is empty')]

    Args:
        sources: Texts, bytes, pairs of a name and either, or `Source`; the readers of `newsclean.sources` give these.
        workers: Processes that parse; 1 parses in this one. Several pay from some hundred posts on.
        on_error: `"record"` gives a Failure in the place of the article, `"raise"` raises BatchError at the first, a function
            is called with each, which is left out then.
        progress: True shows a bar of tqdm (`pip install "newsclean[progress]"`); a function is called after each post with the
            number of posts done and the number of all, None where `sources` has no length.
        options: `Options` of each parse, or `BatchOptions`, which have a sanitizer and what concerns the run beside them.
    Returns:
        A generator of Articles, and of Failures under `on_error="record"`. What `sources` itself raises is raised after
        the results of what it gave before.
    Raises:
        InputError: `sources` is one post.
        OptionsError: An argument makes no sense; an option cannot be sent to worker processes, such as a lambda; what the
            sanitizer or the progress bar needs is not installed.
        PluginError: The sanitizer cannot be loaded.
        BatchError: Under `on_error="raise"`, or because worker processes cannot be started.
    """
    from newsclean.batch.run import articles, checked_run

    return articles(checked_run(sources, workers, on_error, progress, options))


def parse_many_json(
    sources: Sources,
    *,
    workers: int = 1,
    on_error: OnError = "record",
    progress: Progress = False,
    options: Options = BATCH_DEFAULTS,
) -> Generator[bytes, None, None]:
    r"""Do what `parse_many` does, and give JSON Lines: `file.writelines(parse_many_json(...))`.

    No article is built in this process where there are several workers: this is the way that scales with them.

    >>> line, failed = parse_many_json(["<p>Water flows.</p>", ("b.md", "")])
    >>> Article.model_validate_json(line).text, failed[:35]
    ('Water flows.', b'{"failure":{"source":"b.md","index"')

    Args:
        sources: As for `parse_many`.
        workers: The same.
        on_error: The same; the line of a Failure is `{"failure": {...}}`.
        progress: The same.
        options: The same; `BatchOptions(lines="named")` gives `{"source": name, "index": n, "article": {...}}`.
    Returns:
        A generator of lines in UTF-8, each with its line feed: what `Article.to_json` gives.
    Raises:
        NewscleanError: As `parse_many` does.
    """
    from newsclean.batch.run import checked_run, lines

    return lines(checked_run(sources, workers, on_error, progress, options))


def read_canonical(html: str, *, policy: Policy = NEWS) -> tuple[Block, ...]:
    """Read the canonical dialect: `read_canonical(article.to_html())` has the content of `article.blocks`.

    Nothing is inferred, joined or taken for boilerplate. Other HTML is read as well, by the same few rules.

    >>> read_canonical("<h2>News</h2>")[0].level
    2

    Args:
        html: HTML text, a fragment or a document.
        policy: The one that the article was parsed with; a stricter one removes more.
    Returns:
        Blocks with lines counted in `html` from 1.
    """
    from newsclean.readers.canonical import canonical_blocks

    return canonical_blocks(html, policy)


def sanitize(html: str, *, policy: Policy = NEWS, backend: Sanitizer | str = "builtin") -> str:
    r"""Make HTML of unknown origin safe to be shown in a page.

    It is built anew of what the policy allows: elements, attributes and URLs are written one by one, words are never lost, and
    a second pass changes nothing. What is safe does not depend on the backend.

    >>> sanitize("<p onclick=x()>Water <a href='javascript:x()'>flows</a>.<script>x()</script></p>")
    '<p>Water flows.</p>'

    Args:
        html: A fragment or a document; of a document what its body holds.
        policy: What is allowed.
        backend: `"builtin"`, or a second wall behind it: `"bleach"`, `"nh3"`, the name of an entry point
            `newsclean.sanitizers`, or a function from str to str. It gets what the first has built; where it changes
            anything, that is built anew.
    Returns:
        HTML that every parser reads back as it is written.
    Raises:
        InputError: `html` is no string.
        OptionsError: The backend is not known, or its package is not installed.
        PluginError: The backend raised, returned no string or could not be loaded.
    """
    return sanitize_report(html, policy=policy, backend=backend).html


def sanitize_report(html: str, *, policy: Policy = NEWS, backend: Sanitizer | str = "builtin") -> Sanitized:
    r"""Do what `sanitize` does, and tell what was removed and why.

    >>> report = sanitize_report("<p onclick=x()>Water flows.<script>x()</script></p>")
    >>> report.html, report.dropped[0].reason, report.notes[0].text
    ('<p>Water flows.</p>', 'unseen', '<p onclick>')

    Args:
        html: As for `sanitize`.
        policy: The same.
        backend: The same.
    Returns:
        The HTML with drops and notes; their lines count from 1 in `html`.
    Raises:
        NewscleanError: As `sanitize` does.
    """
    from newsclean.fragments import sanitized_fragment

    return sanitized_fragment(html, policy, backend)
