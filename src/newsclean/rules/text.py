"""The text rules: markup of blogging systems and template languages that posts still carry in their text."""

import re

from newsclean.rules.shortcodes import (
    caption,
    code_block,
    embed_address,
    embed_id,
    fenced_code,
    figure_parameters,
    image_tag,
    kept,
    liquid_code,
    liquid_embed,
    note,
    tex_block,
    tex_span,
    unknown_shortcode,
    unknown_tag,
)
from newsclean.walk.tokens import Break, Cut, End, TextRule

# What stands between the name of a shortcode and its bracket; quoted values may hold brackets. Nothing is tried twice (`}+`),
# and a stretch ends where another markup begins: else many beginnings without an end would take quadratic time.
_PARAMETERS = r"""((?:[^\[\]"']|"[^"]{0,2000}"|'[^']{0,2000}'|["']){0,1000}+)"""
# The same in template tags.
_TAG = r"((?:[^%{\n]|%(?!\})|\{(?!%)){0,1000}+)"
# Somewhere in it a command, an index, a power or an equation.
_FORMULA = r"[^$\]]{0,300}?(?:\\[A-Za-z]{2}|[\^_=])"
_SHORTCODE = r"((?:[^>%{\n]|[>%](?!\}\})|\{(?!\{)){0,2000}+)"


def _cut(_: re.Match[str], __: str) -> Cut:
    return Cut()


def _break(_: re.Match[str], __: str) -> Break:
    return Break()


def _caption_end(_: re.Match[str], __: str) -> End:
    return End("caption")


TEXT_RULES = (
    TextRule(
        "caption-shortcode",
        ("[caption", "[wp_caption"),
        rf"\[(?:wp_)?caption\b{_PARAMETERS}\]",
        caption,
        why="WordPress keeps captions in this form; exports leave it unexpanded, with the words inside or as caption=.",
    ),
    TextRule(
        "caption-end",
        ("[/caption", "[/wp_caption"),
        r"\[/(?:wp_)?caption\]",
        _caption_end,
        why="The other end of it.",
    ),
    TextRule(
        "gallery-shortcode",
        ("[gallery",),
        rf"\[gallery\b{_PARAMETERS}\]",
        _cut,
        why="It names pictures by their number in a database that the post is no longer in.",
    ),
    TextRule(
        "embed-shortcode",
        ("[embed",),
        rf"\[embed\b{_PARAMETERS}\]",
        embed_address,
        why="WordPress's explicit form of an embed: the address stands between two tags.",
        end=r"\[/embed\]",
    ),
    TextRule(
        "player-shortcode",
        ("[youtube", "[vimeo", "[soundcloud", "[gist"),
        rf"\[(youtube|vimeo|soundcloud|gist)\b{_PARAMETERS}\](?:([^\[\s]{{1,500}})\[/\1\])?",
        embed_id,
        why="Jetpack's players and gists: an address or number as parameter or between two tags.",
    ),
    TextRule(
        "code-shortcode",
        ("[sourcecode", "[code"),
        rf"\[(?:source)?code\b{_PARAMETERS}\]",
        code_block,
        why="WordPress.com's form of code blocks; its white space is meant.",
        end=r"\[/(?:source)?code\]",
    ),
    TextRule(
        "fence",
        ("```",),
        r"(?<![^\n])```[ \t]*([\w+#.-]{0,30})[^`\n]{0,200}(?=\n)",
        fenced_code,
        why="GitHub's form of code blocks: blogs moved to another generator keep it between elements of HTML.",
        end=r"\n[ ]{0,3}```[ \t]*(?=\n|\Z)",
    ),
    TextRule(
        "note-shortcode",
        ("[foot", "[/foot", "[efn_note", "[/efn_note", "[ref", "[/ref"),
        r"\[/?(?:foot(?:note)?|efn_note|ref)\]",
        note,
        why="Footnote plug-ins put notes into the sentence; without the plug-in they read on, their brackets do not.",
    ),
    TextRule(
        "page-builder",
        ("[fusion_", "[/fusion_", "[vc_", "[/vc_", "[et_pb_", "[/et_pb_", "[su_", "[/su_", "[contact-f", "[/contact-f"),
        rf"\[/?(?:fusion_|vc_|et_pb_|su_|contact-f)[a-z_-]{{1,60}}\b{_PARAMETERS}\]",
        _cut,
        why="Page builders and form plug-ins place boxes by shortcodes; what stands between them is the text.",
    ),
    TextRule(
        "unknown-shortcode",
        ("[",),
        r"\[([A-Za-z][\w-]{1,40})(?:\s{1,9}[\w-]{1,40}=(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|[^\s\"'\[\]=]{1,200})){1,40}\s{0,9}/?\]",
        unknown_shortcode,
        why="Named parameters in brackets are a plug-in's: what it would have shown is not there.",
        vague=True,
    ),
    TextRule(
        "raw-block",
        ("{%",),
        r"\{%-?\s*(?:raw|verbatim)\s*-?%\}",
        kept,
        why="Liquid and Nunjucks show what is between as it is: template marks in it are text.",
        end=r"\{%-?\s*end(?:raw|verbatim)\s*-?%\}",
    ),
    TextRule(
        "code-tag",
        ("{%",),
        rf"\{{%-?\s*(?:highlight|codeblock|code)\b{_TAG}%\}}",
        liquid_code,
        why="Jekyll's and Hexo's code blocks.",
        end=r"\{%-?\s*end(?:highlight|codeblock|code)\s*-?%\}",
    ),
    TextRule(
        "image-tag",
        ("{%",),
        rf"\{{%-?\s*(asset_img|img|image)\s{_TAG}%\}}",
        image_tag,
        why="Hexo's and Octopress's pictures: classes, address, sizes, title and text alternative.",
    ),
    TextRule(
        "embed-tag",
        ("{%",),
        rf"\{{%-?\s*(youtube|vimeo|gist|tweet|twitter)\s{_TAG}%\}}",
        liquid_embed,
        why="Hexo's and Jekyll's players and posts, by number or address.",
    ),
    TextRule(
        "template-tag",
        ("{%",),
        rf"\{{%-?\s*(\w*){_TAG}%\}}",
        unknown_tag,
        why="What a template engine would have run is no text of the post.",
    ),
    TextRule(
        "figure-shortcode",
        ("{{<", "{{%"),
        rf"\{{\{{[<%]\s*(?:figure|img|image)\s{_SHORTCODE}[>%]\}}\}}",
        figure_parameters,
        why="Hugo's figures: address, text alternative, title, link and caption as parameters.",
    ),
    TextRule(
        "embed-shortcode-hugo",
        ("{{<", "{{%"),
        rf"\{{\{{[<%]\s*(youtube|vimeo|gist|tweet|twitter|x)\s{_SHORTCODE}[>%]\}}\}}",
        liquid_embed,
        why="Hugo's players and posts.",
    ),
    TextRule(
        "shortcode",
        ("{{<", "{{%"),
        rf"\{{\{{[<%]\s*/?\s*([\w-]*){_SHORTCODE}[>%]\}}\}}",
        unknown_tag,
        why="As for template tags: what Hugo would have run is no text of the post.",
    ),
    TextRule(
        "attribute-tail",
        ('}}">',),
        r'\}\}">',
        _cut,
        why="Hugo's references stand in attributes and hold quotes, which end the attribute; this is the rest of the tag.",
    ),
    TextRule(
        "template-output",
        ("{{",),
        r"\{\{-?\s*[\w.\[\]'\"-]{1,100}(?:\s*\|[^{}\n]{0,300})?\s*-?\}\}",
        _cut,
        why="A variable that the template engine would have filled in.",
    ),
    TextRule(
        "attribute-list",
        ("{:",),
        r"\{:\s?[#.\w][^{}\n]{0,300}\}",
        _cut,
        why="kramdown's attributes for the element before it.",
    ),
    TextRule(
        "tex-block",
        ("$$", "\\["),
        rf"\$\$(?={_FORMULA})([^$]{{1,3000}})\$\$|\\\[(?={_FORMULA})([^\[\]]{{1,3000}}(?:\[[^\[\]]{{0,200}}\][^\[\]]{{0,3000}}){{0,20}})\\\]",
        tex_block,
        why="TeX set apart, as MathJax and KaTeX read it; without a sign of TeX, two dollars are money.",
    ),
    TextRule(
        "tex-span",
        ("\\(", "$latex"),
        r"\\\(([^\n]{1,500}?)\\\)|\$latex\s([^$\n]{1,500})\$",
        tex_span,
        why="TeX in the line: MathJax's parentheses and WordPress's $latex.",
    ),
    TextRule(
        "blank-line",
        ("\n\n",),
        r"\n(?:[ \t]*\n)+",
        _break,
        why="WordPress and Jekyll sources end paragraphs by empty lines where no element does.",
        bare=True,
    ),
)
