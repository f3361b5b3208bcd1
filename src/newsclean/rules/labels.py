"""Furniture that is known by its words: short labels that stand alone, and sentences that software adds.

Words come last: they help in the languages of the tables only, and only where they are the whole of a block.
"""

import re
from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from newsclean.dom import BLOCKS, HTML_SPACE, UNREAD, Element
from newsclean.rules.answers import SHORT, Skip
from newsclean.rules.prose import HEADINGS
from newsclean.rules.signals import is_linked, is_within


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
            "passend zum artikel|meistgelesen|ähnliche artikel|ähnliche beiträge|verwandte artikel|verwandte themen|"
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
_REASONS = MappingProxyType({label: row.reason for row in reversed(LABELS) for label in sorted(row.words)})
_LONGEST = SHORT
_LEFT = " \t\n\r\f\u00a0|•·*#[(【«‹<→➔➤↓▼-–—_+"
# A number before a label counts sections, one after it counts advertisements.
_RIGHT = " \t\n\r\f\u00a0.:;!|•·*])】»›>→➔➤↓▼…-–—_+0123456789"
# Set in bold, a single word may be the heading of a section on that matter.
_BOLD = frozenset({"b", "strong", *HEADINGS})
# How long a film or a sound lasts, as players print it.
_DURATION = re.compile(r"\(?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?min\.?)?\)?", re.IGNORECASE)
# Levels of inline elements around a label.
_NEAR = 6
# A word in one of these is an entry of its own.
_CELLS = frozenset({"blockquote", "caption", "dd", "dt", "figcaption", "li", "td", "th"})
_SIGNS = UNREAD | {"svg"}
_SHOWN = frozenset({"audio", "br", "iframe", "img", "object", "video"})
_ELSEWHERE = frozenset({"related", "read-more"})
_POST_AND_SITE, _FEW = 2, 3
_FEED_TAILS = (
    "appeared first on",
    "first appeared on",
    "was originally published in",
    "erschien zuerst auf",
    "est apparu en premier sur",
    "se publicó primero en",
    "aparece primero en",
    "apareceu primeiro em",
    "proviene da",
    "verscheen eerst op",
    "dök först upp på",
    "pochodzi z serwisu",
    "появились сначала на",
    "ilk önce üzerinde ortaya çıktı",
    "最先出现在",
    "最早出現於",
    "に最初に表示されました",
)


def words(node: Element) -> Skip | None:
    """Leave out an element whose words are one of the labels, or a paragraph that is a sentence added to the article."""
    if len(node) and not _is_iconic(node):
        return _added_sentence(node) if node.tag == "p" else None
    text = node.text
    if text is None or len(text) > _LONGEST:
        return None
    bare = _bare(text)
    reason = _REASONS.get(bare)
    if reason is None and _DURATION.fullmatch(text.strip()):
        reason = "player"
    if reason is None or not is_alone(node):
        return None
    single = " " not in bare
    if reason == "related":
        return Skip(reason) if not (single or node.tag in _BOLD) or _leads_to_links(node) else None
    if reason == "read-more" and text.rstrip().endswith((":", "：")):  # what follows is the author's
        return None
    return None if node.tag in _BOLD and single else Skip(reason)


def _is_iconic(node: Element) -> bool:
    """Tell whether all that an element holds beside its first words is without words: a sign on a button."""
    parts = list(islice(node.iter(), 1, _NEAR + 2))
    return len(parts) <= _NEAR and all(
        part.tag != "br" and not (part.text or "").strip() and not (part.tail or "").strip() for part in parts
    )


def dateline(node: Element) -> Skip | None:
    """Leave out a date that stands alone: when the article, or another that it names, was printed."""
    return (
        Skip("byline")
        if is_alone(node) and not any(part.tag in HEADINGS for part in islice(node.iterancestors(), _NEAR))
        else None
    )


def related_list(node: Element) -> Skip | None:
    """Leave out links under a label that says they lead to other articles."""
    before = node.getprevious()
    if before is None or (before.tail or "").strip(HTML_SPACE):
        return None
    said = "".join(islice(_texts(before), _FEW))
    known = len(said) <= _LONGEST and _REASONS.get(_bare(said)) == "related"
    return Skip("related") if known and is_within(node, 4000) and is_linked(node) else None


def _added_sentence(node: Element) -> Skip | None:
    """Find a paragraph of links that software or habit adds: to another article, or WordPress's last words in a feed."""
    links = list(islice(node.iter("a"), _FEW + 1))
    if not 1 <= len(links) <= _FEW or not is_within(node, 600):
        return None
    between = "".join(link.tail or "" for link in links)
    if len(links) == _POST_AND_SITE and any(tail in between for tail in _FEED_TAILS):
        return Skip("feed-footer")
    said = "".join(_texts(node)).strip()
    first = "".join(_texts(links[0])).strip()
    if first == said and said.isupper() and said.count(" ") >= _FEW:
        return Skip("related")  # a headline, shouted: so papers set links to other articles between paragraphs
    before, _, _ = said.partition(first or ":")
    leads = (before, *(said.partition(colon)[0] for colon in ":："))
    known = any(lead != said and _REASONS.get(_bare(lead)) in _ELSEWHERE for lead in leads)
    return Skip("related") if known and is_linked(node) else None


def _bare(text: str) -> str:
    # Without its dot: what lower-case letters make of a Turkish capital i is another string than the plain one.
    return text.lstrip(_LEFT).rstrip(_RIGHT).casefold().replace("i\u0307", "i")


def reason_of(text: str) -> str | None:
    """Give the reason for which a block that says no more than this is a label."""
    return _REASONS.get(_bare(text)) if len(text) <= _LONGEST else None


def label_of_box(text: str) -> str | None:
    """Give the reason of a label over a box; one over links to other articles may go on: `More on this matter`."""
    bare = _bare(text)
    reason = _REASONS.get(bare)
    while reason is None and " " in bare:
        bare = bare.rpartition(" ")[0]
        reason = _REASONS.get(bare) if " " in bare and _REASONS.get(bare) == "related" else None
    return reason


def is_alone(node: Element) -> bool:
    """Tell whether nothing stands beside an element in its block."""
    for _ in range(_NEAR):
        if node.tag in BLOCKS:
            return not any(above.tag in _CELLS for above in (node, *islice(node.iterancestors(), 2)))
        above = node.getparent()
        if above is None or (above.text or "").strip(HTML_SPACE) or (node.tail or "").strip(HTML_SPACE):
            return False
        if len(above) != 1 and any(child is not node and not _is_bare(child) for child in islice(above, _NEAR)):
            return False
        node = above
    return False


def _is_bare(node: Element) -> bool:
    """Tell whether an element beside a label shows nothing: a script, a sign, the empty box of an advertisement."""
    if node.tag in _SIGNS:
        return not (node.tail or "").strip(HTML_SPACE)
    parts = list(islice(node.iter(), _FEW + 1))
    return len(parts) <= _FEW and not any(
        part.tag in _SHOWN or (part.text or "").strip(HTML_SPACE) or (part.tail or "").strip(HTML_SPACE) for part in parts
    )


def _leads_to_links(node: Element) -> bool:
    """Tell whether what follows a label, or is what it heads, is links."""
    for _ in range(_NEAR):
        if (node.tail or "").strip(HTML_SPACE):
            return False
        after = node.getnext()
        if after is not None:
            return is_within(after, 4000) and is_linked(after)
        above = node.getparent()
        if above is None or above.tag == "body":
            return False
        node = above
    return False


def _texts(node: Element) -> Iterator[str]:
    # lxml-stubs allow for bytes, which Python 2 knew.
    return node.itertext()  # type: ignore[return-value]
