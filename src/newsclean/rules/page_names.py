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
    "avatar card comment commenter comments credit footer gallery image img media photo picture player popular promo quote "
    "recommended related share sidebar teaser teasers video widget caption".split()
)
"""Words of classes of what has authors and dates of its own: other articles, comments, pictures."""


class Opening(NamedTuple):
    """Words that announce a name."""

    language: str
    pattern: str
    """In any case; at the beginning of a line, before a space or colon."""
    why: str


OPENINGS = (
    Opening(
        "english",
        r"(?:(?:written|reported|story|words|posted|published|analysis|opinion|review|report) )?by|authors?|reporters?|from",
        why="By Ann Example.",
    ),
    Opening(
        "german",
        r"(?:ein(?:e)? (?:kommentar|analyse|bericht|interview|gastbeitrag|essay|reportage) )?von|autor(?:en|in|innen)?|"
        r"text|verfasst von",
        why="Von Anna Beispiel.",
    ),
    Opening("french", r"(?:propos recueillis |écrit |publié )?par|auteurs?", why="Par Anne Exemple."),
    Opening("spanish-portuguese", r"por|autora?s?|redacción|texto", why="Por Ana Ejemplo."),
    Opening("italian-romanian", r"(?:a cura )?di|de|scris de|autore", why="Di Anna Esempio."),
    Opening("dutch-nordic", r"door|af|av|tekst|skrevet av|skrevet af|kirjoittanut|toimittaja", why="Door, av, af."),
    Opening("slavic-baltic", r"autor(?:ka|zy|i)?|автор(?:ы|и)?|текст|від|од|от", why="Autor, автор."),
    Opening(
        "others",
        r"oleh|penulis|yazar|haber|szerző|írta|συντάκτης|του|της|bởi|tác giả|oleh",
        why="Indonesian, Turkish, Hungarian, Greek, Vietnamese.",
    ),
    Opening("right-to-left", r"بقلم|كتب|كتبت|מאת", why="Arabic and Hebrew."),
    Opening(
        "east-asian",
        r"文|作者|记者|記者|编辑|編輯|责编|责任编辑|撰文|執筆|筆者|著者|글|기자",
        why="Chinese, Japanese and Korean: with a colon, a slash or a space after it.",
    ),
)
JOINTS = (
    "and",
    "und",
    "et",
    "y",
    "e",
    "og",
    "och",
    "i",
    "en",
    "ja",
    "ve",
    "dan",
    "a",
    "и",
    "та",
    "και",
    "و",
    "with",
    "mit",
    "avec",
    "con",
    "für",
    "for",
)
"""Words between two names."""
PARTICLES = frozenset(
    "von van de der den del della di da do dos das du la le el al bin ibn ben abu zu zum zur af av ten ter y e i".split()
)
"""Words of a name without a capital."""
NOT_NAMES = frozenset(
    "about admin administrator all anonymous article articles artikel author autor beiträge comment comments contact email "
    "follow folgen inhalte kommentare kontakt mehr minute minuten minutes more null posted posts profile published read root "
    "share show undefined unknown updated user view webmaster website".split()
)
"""Words of what systems call nobody in particular, and of links beside a name."""
