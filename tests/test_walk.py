"""What becomes which block, and where the rest goes."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from newsclean import (
    Article,
    Code,
    Embed,
    Figure,
    Heading,
    List,
    Options,
    OptionsError,
    Paragraph,
    Policy,
    Quote,
    Table,
    parse_article,
    read_canonical,
)
from newsclean.dom import Element, parse_html
from newsclean.options import MAX_NESTING
from newsclean.rules import RULES
from newsclean.rules.answers import Rule, RuleIndex, Take
from newsclean.walk.accounts import Settings
from newsclean.walk.walker import walk


def shape(article: Article) -> list[object]:
    """Reduce blocks to their words."""
    return [_shape(block) for block in article.blocks]


def _shape(block: object) -> object:
    match block:
        case Heading():
            return f"h{block.level} {block.text}"
        case Paragraph():
            return block.text
        case Code():
            return ("code", block.text)
        case Figure():
            return ([image.src for image in block.images], block.caption.text if block.caption else None)
        case Quote():
            return ("quote", [_shape(part) for part in block.blocks])
        case Embed():
            return ("embed", block.url)
        case Table():
            return ("table", [[[_shape(part) for part in cell.blocks] for cell in row.cells] for row in block.rows])
        case List():
            return [[_shape(part) for part in item.blocks] for item in block.items]
    raise AssertionError(block)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a<div>b</div>c", ["a", "b", "c"]),
        ("<p>a<p>b", ["a", "b"]),
        ("<table>a<tr>b<td>c<td>d</table>", [("table", [[["a"]], [["b"], ["c"], ["d"]]])]),
        ("<p>a</p></html>b", ["a", "b"]),
        ("<h2>a<div>b</div></h2>", ["h2 a", "h2 b"]),
        ("<h2><img src=a.png></h2>", [(["a.png"], None)]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", [[["a", [["b"]]], ["c"]]]),
        ("<ul>x<li>a</li>y<ul><li>b</ul><li>c</ul>", [[["x"], ["a", "y", [["b"]]], ["c"]]]),
        ("<ul><li></li><li> </li></ul>", []),
        ("<li>a", ["a"]),
        ("<blockquote>a<p>b</blockquote>c", [("quote", ["a", "b"]), "c"]),
        ("<blockquote></blockquote>", []),
        ("<pre>\n a\n  <b>b</b>\n</pre>", [("code", " a\n  b")]),
        ("<pre>a<br>b<div>c</div></pre>", [("code", "a\nb\nc")]),
        ("a<pre> </pre> <b>b</b>", ["a", "b"]),
        ("<img src=a.png>", [(["a.png"], None)]),
        ("<p>a <img src=a.png> b", ["a b", (["a.png"], None)]),
        ("<p><img src=a.png> b", [(["a.png"], None), "b"]),
        ("<p>a<br><img src=a.png><br>b", ["a", (["a.png"], None), "b"]),
        ("<figure><img src=a.png><figcaption>A</figcaption></figure>", [(["a.png"], "A")]),
        ("<figure><figcaption>A</figcaption><img src=a.png></figure>", [(["a.png"], "A")]),
        ("<figure><img src=a.png><img src=b.png><figcaption> </figcaption></figure>", [(["a.png", "b.png"], None)]),
        ("<figure>x<img src=a.png>y<figcaption>A</figcaption>z</figure>", ["x", (["a.png"], "A"), "y", "z"]),
        ("<figure><img src=a.png><figcaption><p>A<p>B<br>C</figcaption></figure>", [(["a.png"], "A\nB\nC")]),
        ("<figure><img src=a.png><figcaption>A<ul><li>B</ul></figcaption></figure>", [(["a.png"], "A\nB")]),
        ("<figure><figcaption>A<img src=a.png>B</figcaption></figure>", [(["a.png"], "AB")]),
        ("<figure><figure><img src=a.png></figure><figcaption>A</figcaption></figure>", [(["a.png"], "A")]),
        ("<img src=a.png><figure><object></object><figcaption>A</figcaption></figure>", [(["a.png"], None), "A"]),
        ("<figure><blockquote>a</blockquote><figcaption>A</figcaption></figure>", [("quote", ["a"]), "A"]),
        ("<figure><img><figcaption>A</figcaption></figure>", []),
        ("<div class='x wp-caption'><a href=/b><img src=a.png></a><p class=wp-caption-text>A</p></div>", [(["a.png"], "A")]),
        ("<dl class=wp-caption><dt><img src=a.png><dd class=wp-caption-text>A</dl>", [(["a.png"], "A")]),
        ("<div class=wp-caption><div class=wp-caption><img src=a.png></div>b</div>", [(["a.png"], None), "b"]),
        ("<div class=wp-caption><p>a</div>", ["a"]),
        ("<div class=not-wp-caption><img src=a.png>b<p class=wp-caption-text>A</p></div>", [(["a.png"], None), "b", "A"]),
        ("<div><img src=a.png><figcaption>A</figcaption></div>", [(["a.png"], "A")]),
        ("<p>x</p><figcaption>A</figcaption>", ["x", "A"]),
        ("<img src=a.png><p>x</p><figcaption>A</figcaption>", [(["a.png"], None), "x", "A"]),
        ("a<iframe src=b></iframe>c", ["ac", ("embed", "b")]),
        (
            "<figure><img src=a.png><figcaption>A<object data=x>no</object>B</figcaption></figure>",
            [(["a.png"], "AB"), ("embed", "x")],
        ),
        ("<figure><iframe src=a></iframe><figcaption>A</figcaption></figure>", [("embed", "a")]),
        ("a<br><br>b<br> <br> <br>c", ["a", "b", "c"]),
        ("<h2>a<br><br>b</h2>", ["h2 a\n\nb"]),
        ("a\n\nb <b>c\n \nd</b>\n\n\n<i>e</i>", ["a", "b c d", "e"]),
        ("<p>a\n\nb</p>", ["a b"]),
        ("<table><tr><td>a</table>", ["a"]),
        ("<table role=presentation><tr><td>a<td>b</table>", ["a", "b"]),
        ("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", [("table", [[["a"], ["b"]]]), "c"]),
        ("<div class=wp-caption><img src=a.png><object><img src=b.png></object></div>", [(["a.png"], None)]),
        ("a<button>b</button>c", ["a", "c"]),
    ],
)
def test_shapes(html: str, expected: list[object]) -> None:
    """Each construction becomes the blocks that a reader sees."""
    assert shape(parse_article(f"---\n---\n{html}")) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>&nbsp;\u200b</p>", ("blank", "blank", 2, 0, "")),
        ("<iframe src='/v'>no frames</iframe>", ("fallback", "player", 8, 0, "no frames")),
        ("<iframe></iframe>", ("no-source", "player", 0, 1, "")),
        ("<iframe src='javascript:x'></iframe>", ("unsafe-url", "player", 0, 1, "javascript:x")),
        ("<object data=/o><img src=a></object>", ("fallback", "player", 0, 1, "")),
        ("<svg><text>a b</text></svg>", ("drawing", "drawing", 2, 0, "a b")),
        ("<title>a</title>", ("document-title", "document-title", 1, 0, "a")),
        ("<img alt=a>", ("no-source", "image", 0, 1, "")),
        ("<img src=javascript:x>", ("unsafe-url", "image", 0, 1, "javascript:x")),
        ("<picture><source srcset=a></picture>", ("no-source", "picture", 0, 1, "")),
        ("<figure><img src=a><pre>\u00a0</pre></figure>", ("blank", "blank", 1, 0, "")),
    ],
)
def test_drops(html: str, expected: tuple[str, str, int, int, str]) -> None:
    """What is in no block is in a drop: with its reason, rule, size, media and first words."""
    (drop,) = parse_article(f"---\n---\n{html}").dropped
    assert (drop.reason, drop.rule, drop.size, drop.media, drop.excerpt) == expected
    assert drop.line == 3


def test_scripts_are_no_text() -> None:
    """Code is neither read nor dropped."""
    article = parse_article("<script>a</script><style>b</style><p>c")
    assert (shape(article), article.dropped) == (["c"], ())


def test_long_excerpts_are_cut() -> None:
    """A drop quotes 80 code points."""
    (drop,) = parse_article(f"<p>x<svg><text>{'ab ' * 500}</text></svg>").dropped
    assert drop.size == 1000
    assert drop.excerpt == ("ab " * 27)[:80]


def test_lines_count_in_the_source() -> None:
    """From 1, header included; bare text has the line of the tag before it."""
    article = parse_article("\n---\ntitle: a\n---\n\n<div>\nx\n<p\nclass=a>b</p>\n<h2>c</h2></div>\n")
    assert [block.origin.line for block in article.blocks] == [6, 9, 10]


def test_lines_end_where_libxml2_cannot_count() -> None:
    """Past line 65,534 there is none."""
    first, last = parse_article("<p>a</p>" + "\n" * 70_000 + "<p>b</p>").blocks
    assert (first.origin.line, last.origin.line) == (1, None)


def test_deep_quotes_and_lists_are_flattened() -> None:
    """Beyond a depth that other programs can read, words go on in the innermost block; a note says so."""
    article = parse_article("<blockquote>a" * 40 + "<ul><li>b</ul>")
    depth, block = 0, article.blocks[0]
    while isinstance(block, Quote):
        depth, block = depth + 1, block.blocks[-1]
    assert depth == MAX_NESTING
    assert article.text.split("\n\n") == ["a"] * 40 + ["b"]
    assert {note.code for note in article.notes} == {"nesting-flattened"}
    assert Article.model_validate_json(article.to_json()) == article


@pytest.mark.parametrize("caption", ["", "<figcaption>b"])
@pytest.mark.parametrize("depth", [MAX_NESTING - 1, MAX_NESTING, MAX_NESTING + 1])
def test_players_stand_as_deep_as_words(depth: int, caption: str) -> None:
    """Also where they are read back from our own HTML, which has a box for each."""
    article = parse_article("<blockquote>" * depth + "a<figure><iframe src=//youtu.be/x></iframe>" + caption)
    (again,) = read_canonical(article.to_html())
    assert again.same_content(article.blocks[0])
    assert Article.model_validate_json(article.to_json()) == article


@pytest.mark.parametrize("most", [1, 3, 5])
def test_how_deep_blocks_go_is_an_option(most: int) -> None:
    """A list weighs two: its items are a level of JSON too."""
    article = parse_article("<blockquote>a" * 9 + "<ul><li>b</ul>", options=Options(max_nesting=most))
    assert article.to_json().count('"type":"quote"') == most
    assert article.text.split("\n\n") == ["a"] * 9 + ["b"]
    assert (article.notes[0].code, article.notes[0].line) == ("nesting-flattened", 1)
    assert read_canonical(article.to_html())[0].same_content(article.blocks[0])


@pytest.mark.parametrize("most", [0, -1, 29])
def test_deeper_than_json_is_no_option(most: int) -> None:
    """What could not be read back is refused."""
    with pytest.raises(OptionsError, match=r"max_nesting must be at (least 1|most 28)"):
        Options(max_nesting=most)


def test_list_attributes() -> None:
    """Ordered, and the start where it is a number."""
    starts = [
        block.start
        for block in parse_article("<ol><li>a</ol><ol start=' 3x'><li>a</ol><ol start=x><li>a</ol>").blocks
        if isinstance(block, List)
    ]
    assert starts == [None, 3, None]


def test_image_attributes() -> None:
    """Sizes are numbers or nothing; alt and title are as written."""
    (pair,) = parse_article("<a href=/big.png><img src=a.png alt=' A ' title=T width=770px height=50%></a>").images
    image = pair.image
    assert (image.alt, image.title, image.width, image.height, image.link) == (" A ", "T", 770, None, "/big.png")


def test_what_is_no_text_in_a_caption_follows_it() -> None:
    """A rule may claim a caption that holds a picture it does not claim: that one comes after the block, in its place."""

    def first_only(node: Element) -> Take:
        image, caption = node.find("img"), node.find("figcaption")
        assert image is not None
        assert caption is not None
        return Take("figure", texts={"caption": caption}, nodes=(image,))

    rows = (Rule("first", frozenset({"figure"}), first_only, why="A test."), *(rule for rule in RULES if rule.name != "figure"))
    html = "<figure><img src=a><figcaption>A<div class=wp-caption><img src=b></div>B<svg><text>x</text></svg><li>C</figcaption>D</figure>"
    walked = walk(parse_html(html).roots, RuleIndex(rows), Settings(Policy()))
    first, second, rest = walked.drafts
    assert ([image["src"] for image in first["images"]], first["caption"]["text"]) == (["a"], "A\nB\nC")
    assert [image["src"] for image in second["images"]] == ["b"]
    assert rest["text"] == "D"
    assert [drop.size for drop in walked.drops] == [1]


def test_threads_share_nothing() -> None:
    """The same articles from many threads as from one."""
    posts = [f"<p>{at}<figure><img src={at}.png><figcaption>{at}</figcaption></figure>" for at in range(200)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(parse_article, posts)) == [parse_article(post) for post in posts]
