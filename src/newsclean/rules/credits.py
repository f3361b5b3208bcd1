"""Credits: how the words under a picture say who made or owns it, in many languages.

A row tells one way. `label` rows are words that announce a name, with a colon or its like after them; `opening` rows announce it by
themselves; `name` rows are what stands at the end of a line without being announced. Only the last characters of a text are looked
at, so that every look is bounded.
"""

import re
from typing import Literal, NamedTuple

from newsclean.dom import Element
from newsclean.run import is_invisible


class Credit(NamedTuple):
    """One row: how a line says whose a picture is."""

    name: str
    where: Literal["label", "opening", "name"]
    pattern: str
    """In any case, but for names."""
    why: str


CREDITS = (
    Credit(
        "english",
        "label",
        r"(?:(?:photo|photograph|image|picture|video|graphic|illustration)s?(?: (?:credits?|source|copyright|courtesy|via|from))?"
        r"|(?:photo ?)?credits?|sources?|photographer|courtesy|copyright|screenshot|screengrab|reference|artwork|file photo)",
        why="English words for the picture, its maker, or where it comes from.",
    ),
    Credit(
        "german",
        "label",
        r"(?:fotos?|bild(?:er)?|(?:bild|foto)(?:quelle|rechte|nachweis|credit|agentur)n?|quellen?|grafik(?:en)?|fotograf(?:in)?|"
        r"(?:archiv|symbol)(?:bild|foto)s?|montage|zeichnung|karte)",
        why="German for the same.",
    ),
    Credit(
        "romance",
        "label",
        r"(?:photos?|crédits?(?: (?:photos?|images?))?|photographies?|illustration|fotos?|fotografías?|fotografias?|imágen(?:es)?|"
        r"imagen|créditos?(?: (?:da|de la) (?:foto|imagem|imagen))?|fuente|cortesía|imagem|imagens|fonte|divulgação|reprodução|"
        r"immagin[ei]|crediti|poză|sursa(?: foto)?|imatge)",
        why="French, Spanish, Portuguese, Italian, Catalan and Romanian for the same.",
    ),
    Credit(
        "germanic",
        "label",
        r"(?:foto|beeld|bron|bild|billede|bilde|kilde|källa|fotograf|illustrasjon|illustration|grafikk|kuvat?|lähde|ljósmynd(?:ir)?|"
        r"mynd(?:ir)?|skjáskot|skjermdump|skjermbilde)",
        why="Dutch, the Nordic languages and Finnish for the same.",
    ),
    Credit(
        "baltic-slavic",
        "label",
        r"(?:fot\.?|foto|zdjęci[ea]|źródło|zdroj|forrás|kép(?:ek)?|fotó|izvor|nuotrauk(?:a|os)|foto autors|фото|источник(?: фото)?|"
        r"джерело|снимк[аи]|снимок|фотография|изображение|слика)",
        why="The languages of the Baltic and of the Slavs, and Hungarian, for the same.",
    ),
    Credit(
        "turkish-greek",
        "label",
        r"(?:foto\u011fraf(?:lar)?|görsel|kaynak|φωτογραφί[αε]ς?|φωτό|πηγή|εικόνα)",
        why="Turkish and Greek for the same.",
    ),
    Credit(
        "semitic",
        "label",
        r"(?:(?:مصدر )?ال?صور[ةه]?|المصدر|مصدر|تصوير|عدسة|عکس|تصویر|منبع|צילום(?: מסך)?|תמונה|קרדיט|צלם)",
        why="Arabic, Persian and Hebrew for the same.",
    ),
    Credit(
        "chinese",
        "label",
        r"(?:图|圖|图片|圖片|照片|图源|圖源|(?:图片|圖片|照片|资料|資料)?(?:来源|來源)|图片提供|圖片提供|供图|供圖|摄影|攝影|摄|攝|"
        r"拍攝|拍摄|翻攝|制图|製圖)",
        why="Chinese for the same.",
    ),
    Credit(
        "japanese-korean",
        "label",
        r"(?:写真|画像|撮影|提供|出典|写真提供|画像提供|사진|사진 ?(?:제공|출처)|이미지|출처|자료|제공|그래픽)",
        why="Japanese and Korean for the same.",
    ),
    Credit(
        "south-east-asian",
        "label",
        r"(?:gambar|sumber|dok(?:umentasi|\.)?|ảnh|nguồn|hình(?: ảnh)?|ภาพ|ที่มา|เครดิต|फोटो|तस्वीर|स्रोत|ছবি)",
        why="Indonesian, Vietnamese, Thai, Hindi and Bengali for the same.",
    ),
    Credit("sign", "opening", r"(?:©|\(c\)(?= )|℗|copyright\b)", why="The sign of copyright, or its name."),
    Credit(
        "by",
        "opening",
        r"(?:(?:photo(?:graph)?|picture|image|illustration|graphic|video|artwork|screenshot)s? "
        r"(?:(?:(?:copyright|taken|made|provided|supplied) )?(?:by|via)|courtesy|copyright)|photographed by|courtesy(?: of)?|"
        r"(?:foto|bild)(?:s|er)? (?:von|av|af|door|di)|(?:photo|crédit) (?:de|par)|(?:foto|imagen) (?:de|por)|"
        r"capture d['’]écran|cortesía de|cedida por|divulgação de|зображення від|фото из)\b",
        why="What was done, and by whom.",
    ),
    Credit("via", "opening", r"via (?=(?-i:[A-Z@]))", why="Through which agency or service it came."),
    Credit(
        "source",
        "opening",
        r"(?:sources?|credits?|crédits?|quelle|bron|kilde|fuente|fonte)[ \u00a0](?=(?-i:[A-Z0-9]))(?!.{40})",
        why="The word for where it comes from, without a colon; only before a short name.",
    ),
    Credit(
        "licence",
        "opening",
        r"(?<![\w\u00a0] )(?<!\w\u00a0)(?:by (?-i:[A-Z])[^.,;]{2,40}[.,] )?(?:public domain|gemeinfrei|domaine public|dominio público|creative commons|cc[ -]by(?:-[a-z]{2})*|cc0)\b",
        why="The terms under which it may be used.",
    ),
    Credit(
        "agency",
        "name",
        r"(?:AFP|AP(?: Photo| Images)?|The Associated Press|Associated Press|EPA(?:-EFE)?|EFE|ANSA|APA|AAP|ANP|ČTK|CTK|DPA|dpa|PAP|"
        r"MTI|NTB|TT|Belga|BELGA|Lusa|LUSA|TASS|ТАСС|РИА Новости|РБК|УНІАН|Укрінформ|Xinhua|新华社|新華社|中新社|中央社|共同社?|時事|"
        r"연합뉴스|뉴시스|뉴스1|Yonhap|Kyodo|Jiji|PTI|ANI|Antara|ANTARA|Bloomberg|Reuters|REUTERS|"
        r"Getty(?: [Ii]mages)?(?: Europe)?|GETTY(?: IMAGES)?|GC Images|[Ii]mago(?: [Ii]mages)?|IMAGO|[Pp]icture [Aa]lliance|"
        r"PA(?: Wire| Media| Images)?|Rex(?: Features)?|Shutterstock|Alamy|iStock(?:photo)?|Adobe ?Stock|Depositphotos|Keystone|"
        r"KEYSTONE|Unsplash|Pixabay|Pexels|Flickr|Wikimedia(?: Commons)?|Wikipedia|NASA|CBC|BBC|CNN|WireImage|ZUMA(?: Press)?)",
        why="Agencies, stock libraries and archives that papers of every country print pictures of.",
    ),
    Credit(
        "handed-out",
        "name",
        r"(?:[Ss]upplied|SUPPLIED|[Hh]andout|HANDOUT|[Ss]ubmitted|[Ss]creen(?:shot|grab)|[Hh]erausgeber|[Pp]rivat|DR|D\.R\.)",
        why="Nobody is named, but that it was given to the paper.",
    ),
)


def _of(where: str) -> str:
    return "|".join(f"(?:{row.pattern})" for row in CREDITS if row.where == where)


_LABEL = rf"(?:{_of('label')})\s{{0,2}}(?:[:：=]|/(?!\d)|｜|\||©)\s{{0,2}}"
_OPENING = _of("opening")
_AGENCY = rf"(?:{_of('name')})"
# A name: capitals, or a script without them; particles stand between. What agencies and their people are joined by.
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠŤŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐЎЂЈЉЊЋЏ"
_WORD = rf"[{_UPPER}][\w.'’&+@-]*"
_PERSON = rf"{_WORD}(?: (?:(?:of|for|the|de|del|der|den|von|van|di|da|do|dos|la|le|al|bin|ibn|and|und|et|y|e|i)\s)?{_WORD}){{0,5}}"
_JOINT = r"\s?(?:/|,|\bvia\b|\||-|–|\bfor\b|\bthrough\b)\s?"
# In scripts without capitals only what stands beside an agency can be taken for a name.
_ANYBODY = rf"(?:{_PERSON}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0590-\u06ff]{{2,8}})"
_NAMES = rf"(?:{_ANYBODY}{_JOINT}){{0,3}}(?<![\w]){_AGENCY}(?:\s?/\s?{_ANYBODY}){{0,3}}"
# How far from the end a credit may begin, and how long a line may be that is nothing else.
_TAIL = 160
_LONGEST_LINE = 120
_SHORT = 30
_LONGEST_LABELLED = 130
_SPACE = " \n\t\u00a0\u3000\u200b"
_OPEN, _CLOSE = "([（【［〔", ")]）】］〕"
_DASHES = "—–-|/·•~"
# Before a credit a sentence or line has ended, or a bracket opens.
_BOUNDARY = rf"(?:(?<=[.!?…。！？»”\"'’)\]）」』,;:，；\n{re.escape(_OPEN)}])|(?<=[\s\u00a0]))"
_ANNOUNCED = re.compile(rf"(?:\A|{_BOUNDARY})(?:{_LABEL}|{_OPENING})", re.IGNORECASE)
_LINE = re.compile(rf"[\s{re.escape(_OPEN + _DASHES)}▲△]{{0,4}}(?:{_LABEL}|{_OPENING})", re.IGNORECASE)
_NAMED_LINE = re.compile(rf"[\s{re.escape(_OPEN + _DASHES)}]{{0,4}}{_NAMES}[\s.{re.escape(_CLOSE)}]{{0,3}}")
_NAMED_TAIL = re.compile(
    rf"(?<=[.!?…。！？»”\"’)\]）」』\n])[ \u00a0]?[{re.escape(_DASHES)}]?[ \u00a0]?{_NAMES}[\s.{re.escape(_CLOSE)}]{{0,3}}\Z"
)
_BRACKET = re.compile(rf"[{re.escape(_OPEN)}]([^{re.escape(_OPEN + _CLOSE)}]{{2,100}})[{re.escape(_CLOSE)}][\s.。]{{0,2}}\Z")
_BRACKETED_NAMES = re.compile(rf"(?=.*[/ ])(?:{_PERSON}(?:{_JOINT}|\Z)){{1,5}}")
_SENTENCE = ".!?…。！？»”\"’"
_TERMS = re.compile(rf"[\s{re.escape(_OPEN)}]*(?:{next(row.pattern for row in CREDITS if row.name == 'licence')})[\s.{re.escape(_CLOSE)}]*", re.IGNORECASE)
# One search tells the many captions that hold none of these.
_HINT = re.compile(
    r"[:：=©|｜)）\]】/]|\b(?:by|of|from|von|via|courtesy|copyright|domain|commons|CC|par|por|"
    r"sources?|cr[eé]dits?|quelle|bron|kilde|fuente|fonte|gemeinfrei|public|supplied|handout)\b|"
    r"(?:AFP|AP|EFE|EPA|Photo|Images|Reuters|Imago|社)\W{0,3}\Z",
    re.IGNORECASE,
)
# A sentence goes on after these, so what they announce is no name.
_ENDS_SENTENCE = "。！？!?"


def is_credit_line(text: str) -> bool:
    """Tell whether a line says who made or owns a picture, and nothing else.

    >>> is_credit_line("Foto: Anna Muster"), is_credit_line("A. Muster/Reuters"), is_credit_line("Photos of the dam are rare.")
    (True, True, False)
    """
    core = text.strip(_SPACE)
    if not 0 < len(core) <= _LONGEST_LINE or core[-1] in _ENDS_SENTENCE:
        return False
    if len(core) > _SHORT and _HINT.search(core) is None:
        return False
    found = _LINE.match(core)
    if found is not None:
        return not is_invisible(core[found.end() :].strip(_CLOSE)) or _TERMS.fullmatch(core) is not None
    return _NAMED_LINE.fullmatch(core) is not None


def tail(text: str) -> int | None:
    """Find where the credit at the end of a caption begins; 0 if the caption is nothing else.

    >>> tail("A dam. Photo: B"), tail("A dam (Image: Getty)"), tail("A dam. (Anna Muster/AFP)"), tail("A dam near Foto, 1950")
    (7, 6, 7, None)
    """
    if _HINT.search(text[-_TAIL:]) is None:
        return 0 if is_credit_line(text) else None
    if is_credit_line(text):
        return 0
    start = max(len(text) - _TAIL, 0)
    bracket = _BRACKET.search(text, start)
    if bracket is not None and _is_bracketed(text, bracket):
        return bracket.start()
    for found in _ANNOUNCED.finditer(text, start):
        if found.start() > 0 and (_is_owner(text[found.end() :]) or _TERMS.match(found[0])):
            return opened(text, found.start())
    named = _NAMED_TAIL.search(text, start)
    return None if named is None or not named.start() else named.start()


def _is_owner(rest: str) -> bool:
    """Tell whether what follows an announcing word may be a name: short, and no sentence."""
    core = rest.strip(_SPACE)
    return 0 < len(core) <= _LONGEST_LABELLED and not any(sign in core for sign in _ENDS_SENTENCE)


def _is_bracketed(text: str, bracket: re.Match[str]) -> bool:
    inside = bracket[1].strip(_SPACE)
    if is_credit_line(inside):
        return True
    before = text[: bracket.start()].rstrip(_SPACE)
    return bool(before) and before[-1] in _SENTENCE and _BRACKETED_NAMES.fullmatch(inside) is not None


def opened(text: str, at: int) -> int:
    """Move the beginning of a credit before the bracket or dash that opens it."""
    start = at
    while start > 0 and text[start - 1] in _SPACE:
        start -= 1
    if start > 0 and text[start - 1] in _OPEN + _DASHES:
        start -= 1
        return start
    return at


_BEFORE = re.compile(rf"(?:\A|(?<=[\W_]))(?:{_LABEL}|{_OPENING})[\s\u00a0]{{0,2}}\Z", re.IGNORECASE)
_AFTER = re.compile(rf"[\s{re.escape(_CLOSE)}.]*\Z")
_GOES_ON = re.compile(r"\s{0,2}[/|,]")
_LONGEST_LABEL = 40
_LONGEST_REST = 80


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the words and signs around a name that announce it, where its element holds the name alone.

    >>> text = "A dam (Photo: B)"
    >>> widened(text, 14, 15)
    (6, 16)
    """
    near = text[max(start - _LONGEST_LABEL, 0) : start]
    label = _BEFORE.search(near)
    first = opened(text, start - len(near) + label.start() if label is not None else start)
    rest = text[end:]
    if _AFTER.match(rest) or (len(rest) <= _LONGEST_REST and _GOES_ON.match(rest)):
        return first, len(text)
    if text[first] in _OPEN and rest.lstrip(_SPACE)[:1] in _CLOSE:
        return first, len(text) - len(rest.lstrip(_SPACE)) + 1
    return first, end


class Name(NamedTuple):
    """One row: how a class says that an element holds the credit."""

    name: str
    pattern: str
    """Whole, its words joined by hyphens, in lower case."""
    why: str


NAMES = (
    Name("credit", r"(?:.*-)?(?:photo|image|caption|picture|img|media)?(?:credits?|credit-line)(?:-(?:text|name|line|wrapper))?", why="The word for it."),
    Name("copyright", r"(?:.*-)?(?:copyright|rights|licen[cs]e|courtesy|attribution)(?:-(?:text|holder))?", why="By whose right it is shown."),
    Name("source", r"(?:.*-)?(?:source|quelle|fuente|fonte|zdroj|distributor|agency|provider)(?:-text)?", why="Where it comes from."),
    Name("author", r"(?:.*-)?(?:author|photographer|fotograf|photograph-by|byline)(?:-(?:name|single))?", why="In a figure, who made it."),
)
_NAME = "|".join(f"(?:{row.pattern})" for row in NAMES)
_NAME_HINT = re.compile(r"credit|right|licen|courtesy|attrib|source|quelle|f[ou][e]?nte|zdroj|distrib|agency|provider|author|photogr|fotogr|byline", re.IGNORECASE)
_STATE = re.compile(r"(?:.*-)?(?:has|have|hide|is|no|show|toggle|with|without)-.*")
_CASE = re.compile(r"[-_]+|(?<=[a-z])(?=[A-Z])")
_LONGEST_CLASS = 400


def is_credit_name(label: str) -> bool:
    """Tell whether a class names a credit.

    >>> is_credit_name("widget__captionCredit"), is_credit_name("caption"), is_credit_name("with-source")
    (True, False, False)
    """
    if _NAME_HINT.search(label) is None:
        return False
    for written in label[:_LONGEST_CLASS].split():
        name = _CASE.sub("-", written).lower()
        if re.fullmatch(_NAME, name) and not _STATE.fullmatch(name):
            return True
    return False
