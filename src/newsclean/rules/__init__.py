"""The method, as a table of contents: which elements become which block, in the order in which rules are asked.

What no row answers is opened: a block container ends the running text before and after it, anything else joins it.
"""

from newsclean.rules.answers import Rule, RuleIndex
from newsclean.rules.boilerplate import document_title, drawing, embed, script
from newsclean.rules.captions import caption_box, caption_control
from newsclean.rules.decoration import counter, decoration
from newsclean.rules.figure import (
    blogger_caption,
    fallback,
    figure,
    gallery,
    image,
    orphan_caption,
    picture,
    wp_caption,
    wp_gallery,
)
from newsclean.rules.prose import HEADINGS, code, heading, item_list, paragraph, quote

RULES = (
    Rule("script", frozenset({"script", "style"}), script, why="Code and style sheets are no text of the article."),
    Rule(
        "document-title",
        frozenset({"title"}),
        document_title,
        why="Posts pasted as whole documents carry a head; its title is not shown among the text.",
    ),
    Rule(
        "embed",
        frozenset({"iframe", "video", "audio", "object"}),
        embed,
        why="Players and frames have no block yet; what they hold is a fallback that readers do not see.",
    ),
    Rule(
        "drawing",
        frozenset({"svg", "canvas"}),
        drawing,
        why="Labels inside a drawing make no sense apart from it; inline SVG is mostly icons.",
    ),
    Rule("noscript", frozenset({"noscript"}), fallback, why="The copy that a lazy picture has for browsers without scripts."),
    Rule("figure", frozenset({"figure"}), figure, why="The element HTML has for pictures with a caption."),
    Rule("gallery", frozenset({"ul"}), gallery, why="Gutenberg's galleries before they had a figure around them."),
    Rule(
        "wp-caption",
        frozenset({"div", "dl"}),
        wp_caption,
        why="What WordPress made of [caption] before its themes had HTML5 captions: figure and figcaption by class.",
    ),
    Rule(
        "wp-gallery",
        frozenset({"div"}),
        wp_gallery,
        why="What WordPress makes of [gallery]: definition lists or figures, one for each picture.",
    ),
    Rule(
        "caption-box",
        frozenset({"div"}),
        caption_box,
        why="Feeds put picture and words into one element that is called a caption; the words are what is left of it.",
    ),
    Rule(
        "blogger-caption",
        frozenset({"table"}),
        blogger_caption,
        why="Blogger sets a picture and its caption as the two rows of a table; it stands before tables of data.",
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
    Rule("image", frozenset({"img"}), image, why="Most pictures of posts stand bare, linked or alone in a paragraph."),
    Rule(
        "orphan-caption",
        frozenset({"figcaption"}),
        orphan_caption,
        why="Templates drop the figure but keep the figcaption; a join ties it to the picture right before it.",
    ),
    Rule(
        "caption-control",
        frozenset({"button", "span"}),
        caption_control,
        why="Buttons that enlarge a picture, and labels that only screen readers say, stand in captions.",
    ),
    Rule("heading", frozenset(HEADINGS), heading, why="The elements HTML has for section headings."),
    Rule("paragraph", frozenset({"p"}), paragraph, why="The element HTML has for paragraphs."),
    Rule("quote", frozenset({"blockquote"}), quote, why="The element HTML has for quotations set apart."),
    Rule("list", frozenset({"ul", "ol"}), item_list, why="The elements HTML has for lists."),
    Rule("code", frozenset({"pre"}), code, why="White space in it is meant."),
)
INDEX = RuleIndex(RULES)
