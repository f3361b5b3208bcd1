"""Labels of furniture: a block that says nothing but one of these is left out (`labels.py`)."""

from typing import NamedTuple


class Label(NamedTuple):
    """One row: a block that says nothing but one of these."""

    reason: str
    words: frozenset[str]
    """Case-folded, without punctuation at either end and numbers at the right one."""
    why: str


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip().casefold() for line in text.strip().split("|"))


LABELS = (
    Label(
        "consent",
        _lines(
            "external content|recommended editorial content|show external content|load external content|"
            "externer inhalt|externe inhalte|externer inhalt nicht verfügbar|externen inhalt anzeigen|externen inhalt laden|"
            "empfohlener externer inhalt|empfohlener redaktioneller inhalt|inhalte anzeigen|contenu externe|contenu bloqué|"
            "afficher le contenu externe|contenido externo|contenuto esterno|conteúdo externo|externe inhoud|extern innhold|"
            "externt innehåll|eksternt indhold|ulkopuolinen sisältö|treść zewnętrzna|externí obsah|внешний контент|"
            "外部コンテンツ|外部内容|외부 콘텐츠"
        ),
        why="A question about cookies in place of something that is not there.",
    ),
    Label(
        "advertisement",
        _lines(
            "advertisement|advert|advertising|advertorial|sponsored|sponsored content|article continues below|"
            "article continues below advertisement|story continues below|story continues below advertisement|"
            "article continues after advertisement|continue reading below|scroll to continue with content|"
            "anzeige|werbung|publicité|la suite après la publicité|publicidad|publicidade|"
            "continua después de la publicidad|continua após a publicidade|continua a leggere dopo la pubblicità|pubblicità|"
            "advertentie|reclame|reklame|annonse|annonsørinnhold|annonce|annons|mainos|reklama|reklam|hirdetés|publicitate|"
            "реклама|pr|διαφήμιση|إعلان|اعلان|פרסומת|विज्ञापन|広告|广告|廣告|광고|iklan|quảng cáo|โฆษณา"
        ),
        why="What remains of an advertisement: the law asks for the label.",
    ),
    Label(
        "loading",
        _lines(
            "placeholder image|image placeholder|loading|loading comments|loading video|wird geladen|lädt|chargement|"
            "chargement en cours|cargando|carregando|caricamento|caricamento in corso|aan het laden|laddar|laster|indlæser|"
            "ładowanie|načítání|загрузка|завантаження|yükleniyor|読み込み中|加载中|載入中|正在加载|불러오는 중|로딩 "
            "중|memuat|đang tải"
        ),
        why="What stands in the place of something until a script puts it there.",
    ),
    Label(
        "control",
        _lines(
            "close|close video|close gallery|expand|collapse|schließen|ausklappen|einklappen|fermer|cerrar|fechar|"
            "chiudi|sluiten|"
            "stäng|lukk|sulje|zamknij|zavřít|закрыть|закрити|kapat|閉じる|关闭|關閉|닫기|tutup|đóng"
        ),
        why="What remains of a button.",
    ),
    Label(
        "player",
        _lines(
            "play video|watch video|watch the video|video abspielen|video starten|lire la vidéo|ver video|ver vídeo|"
            "reproducir vídeo|assistir ao vídeo|guarda il video|video bekijken|spela video|spill av video|odtwórz wideo|"
            "přehrát video|смотреть видео|videoyu izle|動画を再生|播放视频|播放影片|동영상 재생|putar video"
        ),
        why="What remains of a player.",
    ),
    Label(
        "navigation",
        _lines(
            "back to top|back to homepage|go to homepage|top of page|zur startseite|zurück zur startseite|nach oben|"
            "zurück zur übersicht|retour en haut|retour à l'accueil|volver arriba|volver a portada|voltar ao topo|torna su|"
            "terug naar boven|till startsidan|til forsiden|на главную|все публикации|наверх|усі публікації|ana sayfaya dön|"
            "ページトップへ|トップへ戻る|返回顶部|返回首页|返回首頁|回到頂部|맨 위로|목록으로"
        ),
        why="The way to another place of the page or site.",
    ),
    Label(
        "share",
        _lines(
            "share|share this|share this article|share this post|share on facebook|share on twitter|share via email|tweet|"
            "bu haberi paylaşın|haberi paylaş|teilen|artikel teilen|link kopieren|copy link|drucken|print this "
            "article|partager|partager l'article|compartir|"
            "compartilhar|condividi|udostępnij|sdílet|поделиться|поділитися|paylaş|مشاركة|شارك|"
            "シェア|シェアする|分享|分享到|분享让更多人看到|分享让更多人看到|공유|공유하기|bagikan|chia sẻ"
        ),
        why="What remains of a share button.",
    ),
    Label(
        "read-more",
        _lines(
            "read more|read on|read the full story|read the rest|read the rest of this entry|continue reading|keep reading|"
            "show more|view more|learn more|weiterlesen|mehr lesen|lesen sie mehr|mehr anzeigen|lire la suite|lire plus|"
            "seguir leyendo|leer más|ler mais|continue lendo|leia mais|leggi tutto|continua a leggere|lees verder|lees meer|"
            "läs mer|les mer|læs mere|lue lisää|czytaj dalej|czytaj więcej|číst dále|zobrazit vše|читать далее|читать дальше|"
            "читати далі|devamını oku|اقرأ المزيد|قراءة المزيد|"
            "続きを読む|もっと見る|阅读更多|阅读全文|繼續閱讀|閱讀更多|閱讀全文|"
            "더 보기|더보기|계속 읽기|selengkapnya|baca selengkapnya|xem thêm|อ่านต่อ"
        ),
        why="A link to the rest of the same text, or a button that would open it.",
    ),
    Label(
        "newsletter",
        _lines(
            "sign up|sign up now|subscribe|subscribe now|join our newsletter|newsletter|jetzt anmelden|newsletter abonnieren|"
            "s'abonner|je m'abonne|suscríbete|suscribirse|iscriviti|assine|inschrijven|prenumerera|zapisz się|подписаться|"
            "abone ol|購読する|登録する|订阅|訂閱|구독하기|berlangganan|đăng ký"
        ),
        why="What remains of a form to subscribe.",
    ),
    Label(
        "comments",
        _lines(
            "join the conversation|leave a comment|leave a reply|post a comment|add a comment|no comments|comments "
            "are closed|"
            "kommentare geschlossen|"
            "view comments|show comments|comment on this article|kommentare|kommentieren|kommentar schreiben|"
            "commenter|laisser un commentaire|comentarios|deja un comentario|deixe um comentário|comentários|commenti|"
            "lascia un commento|reacties|reageer|kommentarer|kommentoi|komentarze|komentáře|комментарии|коментарі|yorumlar|"
            "コメント|コメントする|评论|發表評論|发表评论|댓글"
        ),
        why="What remains of a comment section.",
    ),
    Label(
        "related",
        _lines(
            "read also|also read|read next|more about|recommended from editorial|"
            "up next|related|related article|related articles|related content|related video|related videos|"
            "recommended videos|featured videos|more videos|more articles|more news|latest news|latest|latest "
            "national stories|related stories|related topics|related coverage|"
            "more on this story|more stories|more from author|most read|most popular|trending|trending now|"
            "latest stories|top stories|more trending|"
            "recommended for you|recommended stories|recommended videos|you may also like|you might also like|"
            "lesen sie auch|lest auch|lies auch|lesen sie hier|auf dieser seite|"
            "mehr zum thema|auch interessant|zum thema|das könnte sie auch interessieren|"
            "passend zum artikel|meistgelesen|meist gelesen|häufig gelesen|am beliebtesten|ähnliche artikel|ähnliche "
            "beiträge|verwandte artikel|verwandte themen|"
            "mehr themen|weiterführende links|weitere artikel|weitere artikel zum thema|am häufigsten gelesen|"
            "articles similaires|articles liés|"
            "artículos relacionados|noticias relacionadas|notas relacionadas|le puede interesar|lea más|"
            "artigos relacionados|notícias relacionadas|articoli correlati|gerelateerde artikelen|relaterade artiklar|"
            "relaterte artikler|powiązane artykuły|související články|похожие статьи|похожие записи|"
            "à lire aussi|lire aussi|à lire également|à découvrir|sur le même sujet|"
            "noticia relacionada|lea también|lee también|para saber más|te puede interesar|también te puede interesar|"
            "leia também|leia mais|veja também|leggi anche|potrebbe interessarti|lees ook|läs också|läs mer|les også|"
            "læs også|"
            "lue myös|czytaj także|czytaj też|zobacz też|čtěte také|přečtěte si také|olvassa el|citește și|taip pat "
            "skaitykite|"
            "читайте также|по теме|читайте також|ilgili haberler|ilgili konular|διαβάστε επίσης|"
            "اقرأ أيضا|اقرأ أيضاً|مواضيع ذات صلة|"
            "関連記事|あわせて読みたい|相关阅读|相关新闻|"
            "延伸阅读|延伸閱讀|相關新聞|相關報導|관련기사|관련 기사|baca juga|đọc thêm|tin liên quan"
        ),
        why="The heading over links to other articles.",
    ),
)
