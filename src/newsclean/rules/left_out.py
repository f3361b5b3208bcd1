"""Rules for page furniture, in the order in which they are asked: elements and attributes, class names, construction, words."""

from newsclean.rules.answers import Rule
from newsclean.rules.boxes import (
    box,
    button_link,
    choice,
    figure_teaser,
    film_card,
    film_title,
    past_link,
    pull_quote,
    readers,
    teaser,
)
from newsclean.rules.class_names import named
from newsclean.rules.furniture import aside, card, control, footer, form, hidden, navigation, role, template
from newsclean.rules.labels import dateline, related_list, words
from newsclean.rules.prose import HEADINGS
from newsclean.rules.signals import CONTAINERS

WORDS = Rule(
    "words",
    frozenset({"a", "b", "div", "em", "small", "span", "strong"}),
    words,
    why="Furniture that was taken out leaves its label behind; links to other articles stand between paragraphs.",
)
FURNITURE = (
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
        needs=frozenset({"href"}),
    ),
    Rule("role", CONTAINERS - {"figure"}, role, why="ARIA names what HTML has no element for.", needs=frozenset({"role"})),
    Rule(
        "hidden",
        (CONTAINERS - {"figure"}) | {"a", "b", "em", "i", "p", "small", "span", "strong"},
        hidden,
        why="Readers never see it.",
        needs=frozenset({"hidden", "style"}),
    ),
    Rule(
        "class-name",
        (CONTAINERS - {"figure"}) | HEADINGS.keys() | {"a", "dl", "label", "legend", "p", "span", "table"},
        named,
        why="Themes and plug-ins name furniture in its class, in words that are the same everywhere.",
        needs=frozenset({"class"}),
    ),
    Rule("teaser", frozenset({"article"}), teaser, why="One among many, as HTML has it: below a text, the way to another."),
    Rule(
        "box",
        frozenset({"aside", "div", "section"}),
        box,
        why="The label over a box says what the box is.",
        needs=frozenset({"class", "id", "role", "style"}),
    ),
    Rule(
        "readers",
        CONTAINERS - {"figure"},
        readers,
        why="Themes call the box and what is in it by these names.",
        needs=frozenset({"class", "id"}),
    ),
    Rule(
        "pull-quote",
        frozenset({"aside", "blockquote", "div", "section"}),
        pull_quote,
        why="It is said twice for the eye only.",
        needs=frozenset({"class"}),
    ),
    Rule(
        "figure-teaser",
        frozenset({"figure"}),
        figure_teaser,
        why="Blocks of editors set teasers as figures.",
        needs=frozenset({"class"}),
    ),
    Rule("choice", frozenset({"label"}), choice, why="A post cannot be answered."),
    Rule(
        "button-link",
        frozenset({"a"}),
        button_link,
        why="Links of a text stand in its sentences; what looks like a button beside them is no part of it.",
        needs=frozenset({"class"}),
    ),
    Rule("past-link", frozenset({"a"}), past_link, why="For those who tab through a page.", needs=frozenset({"href"})),
    Rule(
        "film-card",
        frozenset({"article", "aside", "div", "section"}),
        film_card,
        why="It tells of a film of its own, which readers of the page could have seen there.",
        needs=frozenset({"class"}),
    ),
    Rule(
        "film-title",
        frozenset(HEADINGS),
        film_title,
        why="It heads no section: players print it over the picture.",
        needs=frozenset({"class"}),
    ),
    WORDS,
    Rule("related-list", frozenset({"div", "ol", "section", "ul"}), related_list, why="What a label announces goes with it."),
    Rule(
        "dateline",
        frozenset({"time"}),
        dateline,
        why="A date alone tells about the article, or about one that is named beside it.",
    ),
)
