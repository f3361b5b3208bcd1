"""Credits: how the words under a picture say who made or owns it, in many languages.

A row tells one way. `label` rows are words that announce a name, with a colon or its like after; `opening` rows announce it by
themselves; `name` rows are what stands at the end of a line without being announced. `credit_lines.py` looks for them.
"""

import re
from typing import Literal, NamedTuple


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
        r"(?:(?:photo|photograph|image|picture|video|graphic|illustration)s?"
        r"(?: (?:credits?|source|copyright|courtesy|via|from))?"
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
        r"(?:photos?|crédits?(?: (?:photos?|images?))?|photographies?|illustration|fotos?|fotograf[íi]as?|imágen(?:es)?|"
        r"imagen|créditos?(?: (?:da|de la) (?:foto|imagem|imagen))?|fuente|cortesía|imagem|imagens|fonte|divulgação|reprodução|"
        r"immagin[ei]|crediti|poză|sursa(?: foto)?|imatge)",
        why="French, Spanish, Portuguese, Italian, Catalan and Romanian for the same.",
    ),
    Credit(
        "germanic",
        "label",
        r"(?:foto|beeld|bron|bild|billede|bilde|kilde|källa|fotograf|illustrasjon|illustration|grafikk|kuvat?|lähde|"
        r"ljósmynd(?:ir)?|mynd(?:ir)?|skjáskot|skjermdump|skjermbilde)",
        why="Dutch, the Nordic languages and Finnish for the same.",
    ),
    Credit(
        "baltic-slavic",
        "label",
        r"(?:fot\.?|foto|zdjęci[ea]|źródło|zdroj|forrás|kép(?:ek)?|fotó|izvor|nuotrauk(?:a|os)|foto autors|фото|"
        r"источник(?: фото)?|джерело|снимк[аи]|снимок|фотография|изображение|слика)",
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
    Credit("sign", "opening", r"(?:©|ⓒ|\(c\)(?= )|℗|copyright\b)", why="The sign of copyright, or its name."),
    Credit(
        "by",
        "opening",
        r"(?:(?:photo(?:graph)?|pic(?:ture)?|image|img|illustration|graphic|video|artwork|screenshot|foto)s? "
        r"(?:(?:(?:copyright|taken|made|provided|supplied) )?(?:by|via)|courtesy|copyright)|photographed by|"
        r"courtesy(?: of)?|(?:foto|bild|photo|crédit|imagen)(?:s|er)? (?:von|av|af|door|di|de|par|por)"
        r"(?= (?-i:[A-ZÄÖÜÉÈÁÅØŁŠČ])[\w.’'-]*(?: [\w.’'-]+){0,3}\W{0,2}(?:\Z|[/(,]))|"
        r"capture d['’]écran|cortesía de|cedida por|divulgação de|зображення від|фото из)\b",
        why="What was done, and by whom.",
    ),
    Credit("via", "opening", r"via (?=(?-i:[A-Z@]))", why="Through which agency or service it came."),
    Credit(
        "documentation",
        "opening",
        r"dok(?:umentasi)?\. ?(?=(?-i:[A-Z]))",
        why="Indonesian papers print whose archive it is from.",
    ),
    Credit(
        "source",
        "opening",
        r"(?:sources?|credits?|crédits?|quelle|bron|kilde|fuente|fonte)[ \u00a0](?=(?-i:[A-Z0-9]))(?!.{40})",
        why="The word for where it comes from, without a colon; only before a short name.",
    ),
    Credit(
        "licence",
        "opening",
        r"(?<![\w\u00a0] )(?<!\w\u00a0)(?:by (?-i:[A-Z])[^.,;]{2,40}[.,] )?(?:public domain|gemeinfrei|domaine public|"
        r"dominio público|creative commons|cc[ -]by(?:-[a-z]{2})*|cc0)\b",
        why="The terms under which it may be used.",
    ),
    Credit(
        "agency",
        "name",
        r"(?:AFP|AP(?: Photo| Images)?|The Associated Press|Associated Press|EPA(?:-EFE)?|EFE|ANSA|APA|AAP|ANP|ČTK|CTK|DPA|dpa|"
        r"PAP|MTI|NTB|TT|Belga|BELGA|Lusa|LUSA|TASS|ТАСС|РИА Новости|РБК|УНІАН|Укрінформ|Xinhua|新华社|新華社|中新社|"
        r"中央社|共同社?|時事|연합뉴스|뉴시스|뉴스1|Yonhap|Kyodo|Jiji|PTI|ANI|Antara|ANTARA|Bloomberg|Reuters|REUTERS|"
        r"Getty(?: [Ii]mages)?(?: Europe)?|GETTY(?: IMAGES)?|GC Images|[Ii]mago(?: [Ii]mages)?|IMAGO|[Pp]icture [Aa]lliance|"
        r"PA(?: Wire| Media| Images)?|Rex(?: Features)?|Shutterstock|Alamy|iStock(?:photo)?|Adobe ?Stock|Depositphotos|"
        r"Keystone|KEYSTONE|Unsplash|Pixabay|Pexels|Flickr|Wikimedia(?: Commons)?|Wikipedia|NASA|CBC|"
        r"BBC|CNN|WireImage|ZUMA(?: Press)?)",
        why="Agencies, stock libraries and archives that papers of every country print pictures of.",
    ),
    Credit(
        "taken",
        "name",
        r"[\u3400-\u9fff\u30a0-\u30ff·]{2,12}(?:[ \u3000][\u3400-\u9fff\u30a0-\u30ff·]{1,12}){0,3}[ \u3000/]?"
        r"(?:摄影|攝影|摄制|摄|攝|供图|供圖|提供|翻攝|制图|製圖|撮影)",
        why="Chinese and Japanese say after the name what was done.",
    ),
    Credit(
        "picture-of",
        "name",
        r"\w[\w.]*(?: \w[\w.]*){0,2}(?: \([^()]{2,30}\))? nuotr(?=\.|\Z)",
        why="Lithuanian says last that it is the picture of who is named before.",
    ),
    Credit(
        "handed-out",
        "name",
        r"(?:[Ss]upplied|SUPPLIED|[Hh]andout|HANDOUT|[Ss]ubmitted|[Ss]creen(?:shot|grab)|[Hh]erausgeber|[Pp]rivat|DR|D\.R\.)",
        why="Nobody is named, but that it was given to the paper.",
    ),
)


class Name(NamedTuple):
    """One row: how a class says that an element holds the credit."""

    name: str
    pattern: str
    """Whole, its words joined by hyphens, in lower case."""
    why: str


NAMES = (
    Name(
        "credit",
        r"(?:.*-)?(?:photo|image|caption|picture|img|media)?(?:credits?|credit-line)(?:-(?:text|name|line|wrapper))?",
        why="The word for it.",
    ),
    Name(
        "copyright",
        r"(?:.*-)?(?:copyright|rights|licen[cs]e|courtesy|attribution)(?:-(?:text|holder))?",
        why="By whose right it is shown.",
    ),
    Name(
        "source",
        r"(?:.*-)?(?:source|quelle|fuente|fonte|zdroj|distributor|agency|provider)(?:-text)?",
        why="Where it comes from.",
    ),
    Name(
        "author",
        r"(?:.*-)?(?:author|photographer|fotograf|photograph-by|byline)(?:-(?:name|single))?",
        why="In a figure, who made it.",
    ),
)
_NAME = "|".join(f"(?:{row.pattern})" for row in NAMES)
_STATE = re.compile(r"(?:.*-)?(?:has|have|hide|is|no|show|toggle|with|without)-.*")
_CASE = re.compile(r"[-_]+|(?<=[a-z])(?=[A-Z])")
_LONGEST_CLASS = 400


def is_credit_name(label: str) -> bool:
    """Tell whether a class names a credit.

    >>> is_credit_name("widget__captionCredit"), is_credit_name("caption"), is_credit_name("with-source")
    (True, False, False)
    """
    if not _may_name(label.lower()):
        return False
    for written in label[:_LONGEST_CLASS].split():
        name = _CASE.sub("-", written).lower()
        if re.fullmatch(_NAME, name) and not _STATE.fullmatch(name):
            return True
    return False


def _may_name(label: str) -> bool:
    return (
        "credit" in label
        or "source" in label
        or "author" in label
        or "right" in label
        or "byline" in label
        or "togr" in label
        or "agency" in label
        or "licen" in label
        or "attrib" in label
        or "courtesy" in label
        or "distrib" in label
        or "provider" in label
        or "quelle" in label
        or "fuente" in label
        or "fonte" in label
        or "zdroj" in label
    )
