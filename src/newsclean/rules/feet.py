"""Furniture below the text that is known by its words and by its place: the last blocks of the article (`endings.py`)."""

import re

from newsclean.rules.endings import NAME, Ending, pattern_of

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
        pattern_of(
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
        re.compile(rf"{NAME}\s{NAME}(?:(?:,|\s[&/|])\s{NAME}\s{NAME}){{1,5}}$"),
        why="The names of those who wrote it, as its last line.",
    ),
    Ending(
        "house-and-hands",
        "byline",
        80,
        re.compile(
            rf"[A-ZÄÖÜ][A-ZÄÖÜ0-9]{{1,5}}\s?\((?:[a-zäöü]{{2,5}}|{NAME}\s{NAME}(?:,\s{NAME}\s{NAME}){{0,4}})\)$"
            r"|(?:dpa|afp|apa|sda|epd|kna)\s?[/(-].{1,30}$"
        ),
        why="Agencies and broadcasters sign with the short form of their own name, and of those who wrote in brackets.",
    ),
    Ending(
        "broadcast",
        "footer",
        200,
        pattern_of(
            r"\W*dieses thema im programm\b",
            r"\W*(?:sendung|emission|emisja|ausgestrahlt|gesendet|first broadcast|diffusé)\s?:.*\d",
        ),
        why="When the house has told or will tell it on air.",
    ),
    Ending(
        "answer-to",
        "footer",
        120,
        pattern_of(r"\W*(?:e-?mails?|mail|contact|kontakt|correo|courriel|posta|почта)\s?:?\s?[^\s@]{1,60}@[^\s@]{3,60}$"),
        why="Where to write to whoever wrote it.",
    ),
    Ending(
        "source-line",
        "footer",
        120,
        pattern_of(
            r"\W*(?:quelle|source|fuente|fonte|bron|kilde|källa|lähde|źródło|zdroj|источник|джерело|kaynak|πηγή|المصدر|출처|"
            r"来源|來源|文章来源|原文链接|出典|nguồn|sumber)\s?[:：][ \u00a0]?\S.*$"
        ),
        why="From where the house has it; a line of its own below the text.",
    ),
    Ending(
        "rights",
        "footer",
        240,
        pattern_of(
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
        pattern_of(
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
        pattern_of(
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
        pattern_of(
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
        pattern_of(
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
        pattern_of(
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
        pattern_of(
            r"\W*click here (?:to (?:get|download|subscribe|sign|join)|for (?:more|the latest))\b",
            r"\W*(?:get in touch with our|for more stories like this|do you have a story|have a news tip)\b",
        ),
        says=(_SIGN_UP, _CHANNEL),
        linked=0.02,
        why="The house asks its readers to come again, to follow and to write; only as the last words, and with a link.",
    ),
    Ending(
        "for-subscribers",
        "promotion",
        320,
        pattern_of(r"(?!)"),
        says=(
            tuple(
                "subscri|abonelik|abonnement|abonnent|abonnier|abonné|suscri|assinat|abbonat|подписк|підписк|订阅|訂閱|購読|구독".split(
                    "|"
                )
            ),
        ),
        linked=0.9,
        why="What subscribers have beside it, as one link.",
    ),
    Ending(
        "feed-of-answers",
        "footer",
        320,
        pattern_of(r"(?!)"),
        says=(("rss 2.0",), ("ping", "trackback", "пинг", "トラックバック", "引用")),
        why="The last words of every post in WordPress's first theme, in the language of the site.",
    ),
    Ending(
        "appeal",
        "promotion",
        320,
        pattern_of(
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
