"""Words of web pages about who wrote an article and when: classes of elements, and what stands around names."""

from typing import NamedTuple


class Classes(NamedTuple):
    """Words of class names that tell what an element holds."""

    name: str
    words: str
    """Separated by spaces: whole parts of a class, as hyphens, underscores and capitals part them."""
    why: str


CLASSES = (
    Classes(
        "byline",
        "byline bylines author authors authorline authorname authornames autor autoren autores auteur auteurs "
        "contributor contributors reporter "
        "verfasser writer",
        why="The names of the line in the languages of those who build templates.",
    ),
    Classes(
        "date",
        "date dateline datetime datum fecha pubdate publish published timestamp",
        why="The names of the line for the date.",
    ),
    Classes(
        "subtitle",
        "bajada deck dek sottotitolo standfirst subhead subheadline subtitel subtitle untertitel",
        why="The names of the trade for the line under a headline.",
    ),
    Classes(
        "kicker",
        "dachzeile eyebrow kicker overline pretitle roofline section spitzmarke supertitle topic topline toptitle",
        why="The word or two above a headline that say to which section or matter it belongs.",
    ),
    Classes(
        "beside",
        "author badge date hidden invisible label offscreen plus premium published sr subtitle updated",
        why="What templates put into the element of a headline: dates, badges, words for screen readers.",
    ),
)
"""Elements of the last two in a headline are no part of it."""
LINES = frozenset({"byline", "date", "subtitle"})
"""Those that tell a field."""

OTHERS = frozenset(
    "avatar card comment commenter comments credit gallery image img media photo picture player popular promo quote "
    "recommended related share sidebar teaser teasers video widget caption".split()
)
"""Words of classes of what has authors and dates of its own: other articles, comments, pictures."""


class Opening(NamedTuple):
    """Words that announce a name."""

    languages: str
    pattern: str
    """In any case; at the beginning of a line, with white space, a colon or a slash after it."""
    why: str


OPENINGS = (
    Opening(
        "english",
        r"(?:(?:written|reported|story|words|posted|published|analysis|opinion|review|report) )?by|authors?|reporters?|from",
        why="`By` alone, or after what was done.",
    ),
    Opening(
        "german",
        r"(?:eine? (?:kommentar|analyse|bericht|interview|gastbeitrag|essay|reportage) )?von|autor(?:en|in|innen)?|text|"
        r"(?:verfasst|geschrieben|eingestellt) von",
        why="`Von` alone, or after the kind of the text; names begin with it too.",
    ),
    Opening(
        "french", r"(?:propos recueillis |écrit |rédigé |publié )?par|auteurs?", why="`Par` alone, or after what was done."
    ),
    Opening("spanish-portuguese", r"(?:escrito |publicado )?por|autora?s?|redacción|texto", why="`Por` in both languages."),
    Opening(
        "italian-romanian", r"(?:a cura )?di|de|scris de|scritto da|autore", why="`Di` and `de`, with which names begin too."
    ),
    Opening(
        "dutch-nordic",
        r"(?:geschreven |geplaatst )?door|af|av|tekst|skrevet a[fv]|skriven av|kirjoittanut|toimittaja",
        why="`Door`, `av`, `af`; in Finnish a verb.",
    ),
    Opening(
        "slavic-baltic",
        r"autor(?:ka|zy|i)?|автор(?:ы|и)?|текст|від|од|от",
        why="The word for author rather than a preposition.",
    ),
    Opening(
        "others",
        r"oleh|penulis|yazar|haber|szerző|írta|συντάκτης|του|της|bởi|tác giả",
        why="Indonesian, Turkish, Hungarian, Greek and Vietnamese.",
    ),
    Opening("right-to-left", r"بقلم|كتبت?|מאת", why="Arabic and Hebrew."),
    Opening(
        "east-asian",
        r"文|作者|记者|記者|编辑|編輯|责编|责任编辑|撰文|執筆|筆者|著者|글|기자",
        why="Chinese, Japanese and Korean; a sign has to follow, as the words are written without spaces.",
    ),
)
JOINTS = tuple("and und et y e og och i en ja ve dan a и та και و with mit avec con".split())
"""Words between two names."""
PARTICLES = frozenset(
    "von van de der den del della di da do dos das du la le el al bin ibn ben abu zu zum zur af av ten ter y e i".split()
)
"""Words of a name without a capital."""
NOBODY = frozenset(
    "about|about the author|admin|administrator|anonymous|author|autor|default|guest|learn more|n/a|none|null|read more|root|"
    "see all|see more|show more|undefined|unknown|user|view all|view profile|webmaster".split("|")
)
"""What systems call nobody in particular, and links beside a name; single words of it are names of people too."""
NOT_NAMES = frozenset(
    "articles artikel beiträge comments email folgen follow inhalte kommentare kontakt minute minuten minutes posts profile "
    "published updated website".split()
)
"""Words that are in no name."""
