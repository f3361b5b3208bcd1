"""The method, as a table of contents: which elements become which block, in the order in which rules are asked.

What no row answers is opened: a block container ends the running text before and after it, anything else joins it.
"""

from newsclean.rules.answers import Rule, RuleIndex
from newsclean.rules.boilerplate import document_title, drawing, embed, script
from newsclean.rules.class_names import named
from newsclean.rules.figure import figure, image, orphan_caption, picture, wp_caption
from newsclean.rules.furniture import aside, card, control, footer, form, hidden, navigation, role, template
from newsclean.rules.labels import related_list, words
from newsclean.rules.prose import HEADINGS, code, heading, item_list, paragraph, quote
from newsclean.rules.signals import CONTAINERS

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
    # Boilerplate: page furniture that came along with the body. Before all that makes blocks of it.
    Rule("navigation", frozenset({"nav"}), navigation, why="The element HTML has for links to other places."),
    Rule("control", frozenset({"button", "select"}), control, why="A post cannot be operated."),
    Rule("form", frozenset({"form"}), form, why="The same, with what is written beside the controls."),
    Rule("template", frozenset({"template", "dialog"}), template, why="Not shown until a script does."),
    Rule("footer", frozenset({"footer"}), footer, why="Who, where, under which words; never the text."),
    Rule("aside", frozenset({"aside"}), aside, why="A box beside the text may be of the article, but not one of links."),
    Rule(
        "card",
        frozenset({"a"}),
        card,
        why="The teaser of another article: in a post of one's own the link is inside the heading.",
    ),
    Rule("role", CONTAINERS - {"figure"}, role, why="ARIA names what HTML has no element for."),
    Rule("hidden", CONTAINERS - {"figure"}, hidden, why="Readers never see it."),
    Rule(
        "class-name",
        CONTAINERS | HEADINGS.keys() | {"a", "dl", "label", "legend", "p", "span", "table"},
        named,
        why="Themes and plug-ins name furniture in its class, in words that are the same everywhere.",
    ),
    Rule(
        "words",
        frozenset({"a", "b", "div", "em", "p", "small", "span", "strong"}) | HEADINGS.keys(),
        words,
        why="Furniture that was taken out leaves its label behind; links to other articles stand between paragraphs.",
    ),
    Rule("related-list", frozenset({"div", "ol", "section", "ul"}), related_list, why="What a label announces goes with it."),
    # End of boilerplate.
    Rule("figure", frozenset({"figure"}), figure, why="The element HTML has for pictures with a caption."),
    Rule(
        "wp-caption",
        frozenset({"div", "dl"}),
        wp_caption,
        why="What WordPress made of [caption] before its themes had HTML5 captions: figure and figcaption by class.",
    ),
    Rule("picture", frozenset({"picture"}), picture, why="Without an img inside, browsers show nothing."),
    Rule("image", frozenset({"img"}), image, why="Most pictures of posts stand bare, linked or alone in a paragraph."),
    Rule(
        "orphan-caption",
        frozenset({"figcaption"}),
        orphan_caption,
        why="Templates drop the figure but keep the figcaption; a join ties it to the picture right before it.",
    ),
    Rule("heading", frozenset(HEADINGS), heading, why="The elements HTML has for section headings."),
    Rule("paragraph", frozenset({"p"}), paragraph, why="The element HTML has for paragraphs."),
    Rule("quote", frozenset({"blockquote"}), quote, why="The element HTML has for quotations set apart."),
    Rule("list", frozenset({"ul", "ol"}), item_list, why="The elements HTML has for lists."),
    Rule("code", frozenset({"pre"}), code, why="White space in it is meant."),
)
INDEX = RuleIndex(RULES)
