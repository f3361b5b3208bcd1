"""The public functions. What does the work is loaded at their first call: `import newsclean` is light."""

from newsclean.models.article import Article
from newsclean.models.blocks import Block
from newsclean.options import DEFAULTS, Options, Sanitizer
from newsclean.policy import Policy

_NEWS = Policy()


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
        sanitizer: `"builtin"`, `"bleach"`, or a function that takes the canonical HTML of the article and returns what
            the article is to be made of. The policy holds with and without one.
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
        PluginError: The sanitizer raised or returned no string, or a rule of the options raised.
    Source: front matter as in Jekyll (https://jekyllrb.com/docs/front-matter/) and Hexo (https://hexo.io/docs/front-matter).
    """
    from newsclean.parsing import parse

    return parse(source, url, sanitizer, options)


def read_canonical(html: str, *, policy: Policy = _NEWS) -> tuple[Block, ...]:
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
