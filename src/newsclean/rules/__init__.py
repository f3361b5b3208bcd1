"""The method, as a table of contents: which elements become which block, in the order in which rules are asked.

What no row answers is opened: a block container ends the running text before and after it, anything else joins it.
"""

from newsclean.rules.answers import Answer, Enter, Rule, RuleIndex, Skip, Take
from newsclean.rules.boilerplate import document_title, drawing, script
from newsclean.rules.breaks import divider, more_anchor
from newsclean.rules.captions import caption_box
from newsclean.rules.code import code, code_table, line_numbers
from newsclean.rules.decoration import counter, decoration
from newsclean.rules.embeds import PLAYERS, figure_of_player, gist, player, post
from newsclean.rules.figure import (
    blogger_caption,
    fallback,
    figure,
    image,
    orphan_caption,
    picture,
    wp_caption,
)
from newsclean.rules.foreign_pictures import foreign_picture
from newsclean.rules.formulas import DRAWN, formula, parenthesis, rendering
from newsclean.rules.furniture import without_scripts
from newsclean.rules.galleries import gallery, named_gallery, picture_list, wp_gallery
from newsclean.rules.left_out import FURNITURE, WORDS
from newsclean.rules.notes import note, note_list, reference, way_back
from newsclean.rules.prose import HEADINGS, PARAGRAPH, PLAIN_HEADINGS, heading, item_list, paragraph, quote
from newsclean.rules.subheads import called_heading, standfirst
from newsclean.rules.tables import definition_list, table

__all__ = ["INDEX", "RULES", "Answer", "Enter", "Rule", "RuleIndex", "Skip", "Take"]

RULES = (
    Rule(
        "gist",
        frozenset({"script"}),
        gist,
        why="The script is how GitHub's gists are embedded; its address names the gist.",
        needs=frozenset({"src"}),
    ),
    Rule("script", frozenset({"script", "style"}), script, why="Code and style sheets are no text of the article."),
    Rule(
        "document-title",
        frozenset({"title"}),
        document_title,
        why="Posts pasted as whole documents carry a head; its title is not shown among the text.",
    ),
    Rule(
        "drawing",
        frozenset({"svg", "canvas"}),
        drawing,
        why="Labels inside a drawing make no sense apart from it; inline SVG is mostly icons.",
    ),
    # Page furniture that came along with the body: before all that makes blocks of it.
    *FURNITURE,
    Rule("player", PLAYERS, player, why="Films, sound and frames are told by their address; what they hold is a fallback."),
    Rule("noscript", frozenset({"noscript"}), fallback, why="The copy that a lazy picture has for browsers without scripts."),
    Rule(
        "without-scripts", frozenset({"noscript"}), without_scripts, why="The language of scripts has one name in all others."
    ),
    Rule("figure", frozenset({"figure"}), figure, why="The element HTML has for pictures with a caption."),
    Rule(
        "figure-player",
        frozenset({"figure"}),
        figure_of_player,
        why="A player with a figcaption is one thing, as a picture with one is.",
    ),
    Rule("gallery", frozenset({"ul"}), gallery, why="Gutenberg's galleries before they had a figure around them."),
    Rule(
        "wp-caption",
        frozenset({"div", "dl"}),
        wp_caption,
        why="What WordPress made of [caption] before its themes had HTML5 captions: figure and figcaption by class.",
        needs=frozenset({"class"}),
    ),
    Rule(
        "wp-gallery",
        frozenset({"div"}),
        wp_gallery,
        why="What WordPress makes of [gallery]: definition lists or figures, one for each picture.",
        needs=frozenset({"class"}),
    ),
    Rule(
        "named-gallery",
        frozenset({"div", "ol", "section", "ul"}),
        named_gallery,
        why="Sliders and carousels of all themes call themselves so; their pictures are looked at one after another.",
        needs=frozenset({"class"}),
    ),
    Rule(
        "caption-box",
        frozenset({"div"}),
        caption_box,
        why="Feeds put picture and words into one element that is called a caption; the words are what is left of it.",
        needs=frozenset({"class"}),
    ),
    Rule(
        "blogger-caption",
        frozenset({"table"}),
        blogger_caption,
        why="Blogger sets a picture and its caption as the two rows of a table; it stands before tables of data.",
        needs=frozenset({"class"}),
    ),
    Rule("picture", frozenset({"picture"}), picture, why="Without an img inside, browsers show nothing."),
    Rule(
        "counter",
        frozenset({"img"}),
        counter,
        why="Feeds count their readers by images of one pixel; none is there to be seen.",
    ),
    Rule(
        "decoration",
        frozenset({"img"}),
        decoration,
        why="Emoji, buttons and icons are parts of words or of a user interface; each would be a figure of its own.",
    ),
    Rule(
        "foreign-picture",
        frozenset({"img"}),
        foreign_picture,
        why="Cards of other articles, faces of authors and stills of players stand between paragraphs.",
    ),
    Rule("image", frozenset({"img"}), image, why="Most pictures of posts stand bare, linked or alone in a paragraph."),
    Rule(
        "orphan-caption",
        frozenset({"figcaption"}),
        orphan_caption,
        why="Templates drop the figure but keep the figcaption; a join ties it to the picture right before it.",
    ),
    Rule(
        "called-heading",
        frozenset({"div", "p"}),
        called_heading,
        why="Editors set headings as paragraphs; role and class say that they are none.",
        needs=frozenset({"class", "role"}),
    ),
    Rule(
        "standfirst",
        frozenset({"div", "p", *HEADINGS}),
        standfirst,
        why="It stays what it is; the article takes it for its summary if the header has none.",
        needs=frozenset({"class"}),
    ),
    Rule(
        "heading",
        frozenset(HEADINGS),
        heading,
        why="The elements HTML has for section headings.",
        unless=WORDS,
        plain=PLAIN_HEADINGS,
    ),
    Rule(
        "footnote",
        frozenset({"li", "p", "div", "dd"}),
        note,
        why="Its anchor is named as those of footnotes are.",
        needs=frozenset({"id"}),
    ),
    Rule("paragraph", frozenset({"p"}), paragraph, why="The element HTML has for paragraphs.", unless=WORDS, plain=PARAGRAPH),
    Rule(
        "post",
        frozenset({"blockquote"}),
        post,
        why="Sites mark by class the quotations that their scripts make posts of.",
        needs=frozenset({"class"}),
    ),
    Rule("quote", frozenset({"blockquote"}), quote, why="The element HTML has for quotations set apart."),
    Rule("footnote-list", frozenset({"ol", "ul"}), note_list, why="A list of footnotes is no list: each stands for itself."),
    Rule("list", frozenset({"ul", "ol"}), item_list, why="The elements HTML has for lists."),
    Rule("picture-list", frozenset({"dl"}), picture_list, why="Old pages set a picture and its words as term and definition."),
    Rule("definition-list", frozenset({"dl"}), definition_list, why="The element HTML has for terms and what they mean."),
    Rule(
        "line-numbers",
        frozenset({"td", "div", "pre", "span"}),
        line_numbers,
        why="Highlighters print the numbers of lines beside the code; they are no part of it.",
        needs=frozenset({"class"}),
    ),
    Rule("code", frozenset({"pre"}), code, why="White space in it is meant."),
    Rule("code-table", frozenset({"table"}), code_table, why="Highlighters set code and line numbers side by side in a table."),
    Rule("table", frozenset({"table"}), table, why="The element HTML has for tables; those that only place things are opened."),
    Rule("divider", frozenset({"hr"}), divider, why="The element HTML has for a break between two stretches of text."),
    Rule(
        "more-anchor",
        frozenset({"a", "span"}),
        more_anchor,
        why="Blogger and WordPress leave an empty anchor of this name where the excerpt ends.",
        needs=frozenset({"name", "id"}),
    ),
    Rule(
        "footnote-link",
        frozenset({"a"}),
        way_back,
        why="The arrow back to the text says nothing apart from the page.",
        needs=frozenset({"href", "role", "class"}),
    ),
    Rule(
        "footnote-reference",
        frozenset({"a"}),
        reference,
        why="A short, raised link to a note is a reference, not a link.",
        needs=frozenset({"href"}),
    ),
    Rule("ruby-parenthesis", frozenset({"rp"}), parenthesis, why="HTML has it for browsers that do not know ruby."),
    Rule("math-rendering", DRAWN, rendering, why="The formula is there as TeX; its drawn form says the same in pieces."),
    Rule("math", frozenset({"math"}), formula, why="The element HTML has for formulas."),
)
INDEX = RuleIndex(RULES)
