"""Furniture above and below the text that is known by its words and by its place: the first lines, and the last.

In the middle of a text nothing is left out for these words. Patterns see one block at a time, of at most so many characters;
what a row says in one language it says in the languages of the corpus, and no row counts words.
"""

import re
from typing import NamedTuple


class Ending(NamedTuple):
    """One row: a short block at the top or at the foot of the article that begins so."""

    name: str
    reason: str
    most: int
    """Characters of the block."""
    pattern: re.Pattern[str]
    why: str
    says: tuple[tuple[str, ...], ...] = ()
    """In lower case. A block that says one of each of these, anywhere in it, is one too."""
    linked: float = 0
    """Only if at least this share of its characters is links."""
    early: bool = False
    """Only before the first long block: below a standfirst the same words may be what the text is about."""


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_NAME = r"[^\W\d_a-zà-öø-ÿа-я][\w.'’-]+"
_AND = r"(?:and|und|et|y|e|en|och|og|i|и|de|van|von|der|da|di|la|del)"
TOPS = (
    Ending(
        "date-line",
        "byline",
        60,
        _words(
            r"\W*(?:[^\W\d_]{1,14}[\s:,.|]*){0,3}\d{1,4}\s?[./年년-]\s?\d{1,2}\s?[./月월-]\s?\d{1,4}(?!\d)(?:[^.!?。]|"
            r"(?:\bmin|\dh)\.){0,40}$",
            r"[^.!?。]{0,40}\d{1,2}\s?(?:min(?:ute)?s?|hours?|days?)\s(?:ago|read)\W*$",
            r"\D{0,20}\d{1,2}\s?(?:分钟|小时|分鐘|小時|時間|分)前\W*$",
        ),
        early=True,
        why="When it was printed and how long it takes to read: the header says the first, the text itself the second.",
    ),
    Ending(
        "by-line",
        "byline",
        70,
        re.compile(
            rf"(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|BY|VON|PAR|POR)\s{_NAME}(?:[\s,|&/]+(?:{_AND}\s)?{_NAME}){{1,7}}$"
            r"|(?:Автор|Author|Autor|Auteur|Autore|作者|文|撰文|記者|记者|글)\s?[:：/／]\s?\S.{0,40}$"
        ),
        why="The name of whoever wrote it stands in the header.",
    ),
    Ending(
        "listen",
        "player",
        60,
        _words(
            r"(?:listen to this (?:article|story)|jetzt .{0,20}anhören|artikel anhören|écouter (?:l'|cet )article|"
            r"escuchar? (?:el |este )?artículo|ouvir (?:a |esta )?(?:notícia|matéria)|ascolta (?:l'|questo )articolo|"
            r"beluister dit artikel|この記事を聞く|收听本文|聆聽本文)\W*$"
        ),
        why="A player that reads the text aloud is not there.",
    ),
)
# Read as stems: a verb that asks, and where to.
_SIGN_UP = tuple(
    "sign up|subscribe|follow us|follow me|follow our|join us|join our|bookmark our|abonnier|folgen sie|folge uns|folgt uns|"
    "anmeld|abonnez|inscrivez|suivez|rejoignez|suscríb|suscrib|síguenos|sígueme|siga-nos|siga nos|assine|inscreva|iscriviti|"
    "seguici|ikuti|berlangganan|подпис|підпис|订阅|訂閱|关注|關注|追蹤|フォロー|登録|구독|팔로우|takip ed|abone ol|obserwuj|"
    "zapisz się|volg ons|följ oss|følg |seuraa|theo dõi|ติดตาม|تابع|اشترك".split("|")
)
_CHANNEL = tuple(
    "newsletter|whatsapp|telegram|google news|google actualités|google noticias|twitter|facebook|instagram|youtube|рассылк|"
    "канал|微信|公众号|公眾號|メルマガ|ニュースレター|뉴스레터|카카오|zalo".split("|")
)
FEET = (
    Ending(
        "contributors",
        "byline",
        260,
        _words(
            r"\W*(?:with |additional )?(?:reporting|files|contributions?) (?:by|from)\b",
            r"\W*mit (?:agenturmaterial|material (?:von|der)|informationen (?:von|der))\b",
            r"\W*(?:avec (?:l'|les? )?(?:afp|reuters|agences?)|con información de|com informações d|con agencias|con "
            r"agenzie)\b",
            r"\W*(?:责任编辑|责编|責任編輯|责任校对|编辑|編輯|审核|撰文|文字编辑|본문편집)\s?[:：/／]",
            r"\W*(?:translated|edited) by [^.]{2,60}\W*$",
            r"\W*(?:übersetzung|redaktion|schlussredaktion|traduction|traducción|traduzione)\s?:",
        ),
        says=((" contributed to this report", " contributed to this story", " contributed to this article"),),
        why="Who else worked on it, in the words of the house: a by-line at the foot.",
    ),
    Ending(
        "signatures",
        "byline",
        120,
        re.compile(rf"{_NAME}\s{_NAME}(?:(?:,|\s[&/|])\s{_NAME}\s{_NAME}){{1,5}}$"),
        why="The names of those who wrote it, as its last line.",
    ),
    Ending(
        "source-line",
        "footer",
        120,
        _words(
            r"\W*(?:quelle|source|fuente|fonte|bron|kilde|källa|lähde|źródło|zdroj|источник|джерело|kaynak|πηγή|المصدر|출처|"
            r"来源|來源|文章来源|原文链接|出典|nguồn|sumber)\s?[:：][ \u00a0]?\S.*$"
        ),
        why="From where the house has it; a line of its own below the text.",
    ),
    Ending(
        "rights",
        "footer",
        240,
        _words(
            r"\W{0,3}(?:©|\(c\) |copyright\b)",
        ),
        says=(
            (
                "all rights reserved",
                "alle rechte vorbehalten",
                "tous droits réservés",
                "todos los derechos reservados",
                "todos os direitos reservados",
                "riproduzione riservata",
                "все права защищены",
                "無断転載",
                "版权所有",
                "版權所有",
                "转载请注明",
                "轉載請註明",
                "무단전재",
                "무단 전재",
            ),
        ),
        why="Who owns it, and that others may not print it.",
    ),
    Ending(
        "first-published",
        "footer",
        220,
        _words(
            r"\W*(?:this|the) (?:article|post|story|piece)(?: was| has been)? (?:originally|first) (?:appeared|published)\b",
            r"\W*(?:read the original (?:article|post|story)|lest den originalartikel|lesen sie den originalartikel|"
            r"lire l'article original|lee el artículo original|leia o artigo original|leggi l'articolo originale)\b",
            r"\W*(?:originally published|cross-?posted) (?:on|at|in|by|from|to)\b",
            r"\W*dieser (?:artikel|text|beitrag) (?:ist|erschien|wurde) (?:zuerst|ursprünglich|eine übersetzung)\b",
            r"\W*cet article (?:a été publié|est paru) (?:initialement|d'abord|pour la première fois)\b",
            r"\W*(?:este artículo (?:fue|se) public\w+ originalmente|este artigo foi publicado originalmente|"
            r"questo articolo è stato pubblicato)\b",
            r"\W*(?:原发布于|原載於|原文发表于|本文首发于|本文首發於)",
        ),
        why="Where it stood before: a statement about the article.",
    ),
    Ending(
        "not-yet-whole",
        "footer",
        160,
        _words(
            r"\W*this (?:is a|article is|story is|breaking|developing)\b.{0,30}\b(?:breaking|developing|updated|"
            r"story)\b.{0,80}$",
            r"\W*(?:more to follow|more follows|mehr in kürze|weitere informationen in kürze|plus d'informations à suivre|"
            r"plus d'informations à venir|noticia en desarrollo|habrá ampliación|matéria em atualização|in aggiornamento|"
            r"saken oppdateres|artikeln uppdateras|новость дополняется|новина доповнюється|更新中|続報|持续更新|"
            r"持續更新)\W*$",
        ),
        why="That more will be told later, of an article which is as it is.",
    ),
    Ending(
        "keywords",
        "tags",
        600,
        _words(
            r"\W*(?:tags?|tagged(?: with| as| in)?|filed (?:under|in)|posted in|published (?:in|under)|technorati "
            r"tags?|keywords|"
            r"topics?|labels?|categor(?:y|ies)|schlagworte|schlagwörter|stichworte|mots[- ]clés|étiquettes|etiquetas|"
            r"palabras clave|palavras-chave|parole chiave|trefwoorden|taggar|emneord|avainsanat|tagi|słowa kluczowe|"
            r"štítky|теги|"
            r"метки|ключевые слова|etiketler|ετικέτες|الوسوم|תגיות|标签|標籤|关键词|關鍵字|タグ|태그|từ khóa)\s?[:：]?\s"
        ),
        linked=0.4,
        why="The keywords that the header carries too, as links to lists.",
    ),
    Ending(
        "rest-elsewhere",
        "read-more",
        140,
        _words(
            r"\W*(?:read (?:more|the rest|the full|on)|continue reading|click here to (?:read|continue)|weiterlesen|"
            r"lire la suite|"
            r"seguir leyendo|leer más|continue lendo|leggi tutto|lees verder|läs hela|les mer|czytaj (?:dalej|więcej)|"
            r"читать (?:далее|полностью)|читати далі|devamı|続きを読む|阅读全文|閱讀全文|阅读原文|查看原文|더 보기|"
            r"baca selengkapnya|xem thêm)"
        ),
        linked=0.9,
        why="The way to the rest of the same text: feeds cut it short.",
    ),
    Ending(
        "discussion",
        "comments",
        120,
        _words(
            r"\W*(?:blog )?comments powered by\b",
            r".{0,60}(?:правила комментирования|правила обсуждения|comment(?:ing)? (?:policy|guidelines|rules)|"
            r"netiquette|netikette|"
            r"kommentarregeln|normas de (?:los )?comentarios|règles de modération|regras de comentários)",
            r"\W*(?:\(?\d+\)?\s?)?(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|"
            r"kommentarer|"
            r"komentarze|комментари\w*|коментар\w*|yorum|评论|評論|コメント|댓글)\W*\d*\W*$",
            r"\W*(?:log in|sign in|register|anmelden|zum kommentieren|connectez-vous|inicia sesión|"
            r"accedi)\b.{0,20}(?:comment|kommentieren"
            r"|anmelden|commenter|comentar|commentare)\W*$",
            r"\W*(?:view|show|read|see|ver|voir|leer|zobrazit|kommentare)\s(?:all )?(?:the )?"
            r"(?:comments?|comentarios|commentaires|komentáře|öffnen|anzeigen|lesen)\W*\d*\W*$",
        ),
        why="The way to what readers wrote, and how much it is.",
    ),
    Ending(
        "come-again",
        "promotion",
        320,
        _words(
            r"\W*click here (?:to (?:get|download|subscribe|sign|join)|for (?:more|the latest))\b",
            r"\W*(?:get in touch with our|for more stories like this|do you have a story|have a news tip)\b",
        ),
        says=(_SIGN_UP, _CHANNEL),
        linked=0.02,
        why="The house asks its readers to come again, to follow and to write; only as the last words, and with a link.",
    ),
    Ending(
        "appeal",
        "promotion",
        320,
        _words(
            r"\W*(?:did you (?:like|enjoy) this (?:article|post|story)|hat (?:ihnen|dir|euch) dieser (?:artikel|text) "
            r"gefallen)\b"
        ),
        says=(
            (
                "support us",
                "support our",
                "unterstützen sie",
                "unterstützt uns",
                "unterstütze uns",
                "soutenez",
                "apóyanos",
                "apoya a",
                "apoie",
                "sostieni",
                "steun ons",
                "støtt oss",
                "wesprzyj",
                "поддержите",
                "підтримайте",
                "请支持",
                "請支持",
            ),
            (
                "donat",
                "spende",
                "mitglied",
                "member",
                "un don",
                "adhér",
                "soci",
                "doaç",
                "dona",
                "lid van",
                "medlem",
                "wpłat",
                "пожертв",
                "донат",
                "捐",
                "會員",
                "会员",
            ),
        ),
        linked=0.02,
        why="The house asks for money; only as the last words, and with a link.",
    ),
)
