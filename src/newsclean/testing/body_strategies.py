"""Bodies of posts, as bad as the web's."""

from hypothesis import strategies as st

_CHARACTERS = list("abcXYZ019 .,:;!?'\"&<>\n\t\r\f\x0b\x1c") + list("水位上升かなカナ한국어שלוםسلامเขื่อน")
_SHORTCODES = (
    "\n\n",
    "[caption id=a caption='b c']",
    "[caption]",
    "[/caption]",
    "[embed]https://youtu.be/a[/embed]",
    "[code lang=c] x\n y[/code]",
    "[foot]",
    "{% raw %}",
    "{% endraw %}",
    "{% highlight x %}y{% endhighlight %}",
    "{% img a.png 1 'b' %}",
    "{% x",
    "{{ a.b }}",
    '{{< figure src="a.png" caption=" b  c " >}}',
    "{{% x %}}",
    "{: .a}",
    "$$ a^2 $$",
    "\\(b\\)",
)
_WORDS = st.lists(
    st.sampled_from(
        [
            *_CHARACTERS,
            *_SHORTCODES,
            "\u00a0",
            "\u3000",
            "\u200b",
            "\ufeff",
            "\ufffe",
            "\x00",
            "\x08",
            "\x92",
            "😀",
            "&nbsp;",
            "&lt;",
            "&#13;",
            "\n水",
            "水 \n",
            " Photo: B",
            "(c/AFP)",
            "© D",
            "▲ ",
        ]
    ),
    max_size=14,
).map("".join)
_BLOCK_TAGS = (
    "div",
    "p",
    "h1",
    "h2",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "figure",
    "figcaption",
    "table",
    "tr",
    "td",
    "section",
    "dl",
    "dt",
    "dd",
    "th",
    "thead",
    "caption",
)
_INLINE_TAGS = (
    "a",
    "b",
    "strong",
    "em",
    "i",
    "span",
    "code",
    "sub",
    "sup",
    "u",
    "s",
    "mark",
    "abbr",
    "q",
    "time",
    "font",
    "o:p",
    "picture",
    "ruby",
    "rt",
    "rp",
    "math",
    "annotation",
    "kbd",
)
_OTHER_TAGS = (
    "pre",
    "iframe",
    "video",
    "object",
    "svg",
    "noscript",
    "script",
    "style",
    "button",
    "textarea",
    "title",
    "template",
)
_VOID = ("br", "hr", "img", "wbr", "embed", "input", "source")
_URLS = (
    "https://example.org/a.png",
    "/b.jpg?x=1&y=2",
    "c.gif",
    "#top",
    "",
    " ",
    "javascript:alert(1)",
    "data:image/png;base64,AA",
    "data:text/html,x",
    "//example.net/d",
    "mailto:a@example.org",
)
_ATTRIBUTES = st.one_of(
    st.sampled_from(
        [
            "",
            ' class="wp-caption aligncenter"',
            ' class="wp-caption-text"',
            ' class="image-caption"',
            ' class="wp-block-gallery"',
            ' class="gallery"',
            ' class="gallery-item"',
            ' class="gallery-caption"',
            ' class="tr-caption-container"',
            ' class="tr-caption"',
            ' class="credit"',
            ' class="photo" align="center"',
            ' class="slider"',
            ' class="teaser"',
            ' class="sr-only"',
            ' class="emoji" alt="😀" src="/e.png"',
            ' src="a.png" width="1"',
            ' src="blank.gif" data-src="/real.jpg?x=1&amp;y=2"',
            ' src="x.png" srcset="a b 1x, ,c 2x,d,e 300w 2h, data:image/png;base64,AA 0.1234567x"',
            ' data-srcset="/f g.jpg 100w, ,,/h.jpg, 200w" srcset="data:,1w"',
            ' src="{{ site.baseurl }}/i.png" title="A dam"',
            ' src="https://cors.example.org/?https://example.org/j.png"',
            ' id="top"',
            ' id="fn1"',
            ' class="footnote" href="#fn1"',
            ' class="twitter-tweet" cite="https://x.com/a/status/1"',
            ' class="language-c++ highlight"',
            ' class="gutter"',
            ' class="nc-embed nc-video" lang="x"',
            ' class="nc-footnote"',
            ' class="nc-math"',
            ' name="more"',
            ' colspan="2" rowspan="0"',
            ' display="block" encoding="tex"',
            ' lang="he" dir="rtl"',
            ' title="a &quot;b&quot; <c>"',
            ' datetime="2022-03-31"',
            ' start="3"',
            ' width="300" height="2em"',
            ' onclick="alert(1)" style="x"',
        ]
    ),
    st.sampled_from(_URLS).map(lambda url: f' href="{url}" src="{url}" cite="{url}" data="{url}" alt="x &amp; y"'),
)


def _element(tags: tuple[str, ...], inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    whole = st.builds(
        lambda tag, attributes, body: f"<{tag}{attributes}>{body}</{tag}>", st.sampled_from(tags), _ATTRIBUTES, inside
    )
    unclosed = st.builds(lambda tag, attributes, body: f"<{tag}{attributes}>{body}", st.sampled_from(tags), _ATTRIBUTES, inside)
    stray = st.sampled_from(tags).map(lambda tag: f"</{tag}>")
    return st.one_of(whole, whole, whole, unclosed, stray)


_VOID_ELEMENTS = st.builds(lambda tag, attributes: f"<{tag}{attributes}>", st.sampled_from(_VOID), _ATTRIBUTES)
_LEAF = st.one_of(
    _WORDS, _WORDS, _VOID_ELEMENTS, st.sampled_from(["<!-- c -->", "<!--more-->", "<?php x ?>", "</html>", "<", "&"])
)


def bodies() -> st.SearchStrategy[str]:
    """Do what `newsclean.testing.html_bodies` says."""
    return _BODIES


_BODIES = st.recursive(
    _LEAF,
    lambda inside: st.lists(
        st.one_of(
            inside,
            _element(_BLOCK_TAGS, inside),
            _element(_BLOCK_TAGS, inside),
            _element(_INLINE_TAGS, inside),
            _element(_INLINE_TAGS, inside),
            _element(_OTHER_TAGS, inside),
        ),
        max_size=5,
    ).map("".join),
    max_leaves=30,
)
