"""Names of months in the languages of the press, as CLDR has them: data."""

from typing import NamedTuple


class Months(NamedTuple):
    """The months of one language or several."""

    language: str
    names: str
    """Twelve, separated by spaces, January first; other forms after a slash."""
    why: str


MONTHS = (
    Months("en", "january february march april may june july august september october november december", why="English."),
    Months(
        "de",
        "januar/jänner februar/feber märz/maerz april mai juni juli august september oktober november dezember",
        why="German, with Austrian forms.",
    ),
    Months(
        "fr", "janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre décembre", why="French."
    ),
    Months(
        "es",
        "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
        why="Spanish.",
    ),
    Months(
        "pt",
        "janeiro fevereiro março/marco abril maio junho julho agosto setembro outubro novembro dezembro",
        why="Portuguese.",
    ),
    Months(
        "it", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", why="Italian."
    ),
    Months("nl", "januari februari maart april mei juni juli augustus september oktober november december", why="Dutch."),
    Months(
        "sv-da-nb",
        "januari/januar februari/februar mars/marts april maj/mai juni juli augusti/august september oktober november "
        "december/desember",
        why="Swedish, Danish, Norwegian.",
    ),
    Months(
        "fi",
        "tammikuu/tammikuuta helmikuu/helmikuuta maaliskuu/maaliskuuta huhtikuu/huhtikuuta toukokuu/toukokuuta "
        "kesäkuu/kesäkuuta heinäkuu/heinäkuuta elokuu/elokuuta syyskuu/syyskuuta lokakuu/lokakuuta "
        "marraskuu/marraskuuta joulukuu/joulukuuta",
        why="Finnish.",
    ),
    Months(
        "pl",
        "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec "
        "sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień",
        why="Polish; in dates the genitive.",
    ),
    Months(
        "cs",
        "ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen "
        "září října/říjen listopadu prosince/prosinec",
        why="Czech; `listopad` is October or November by the language.",
    ),
    Months(
        "ru",
        "января/январь февраля/февраль марта/март апреля/апрель мая/май июня/июнь июля/июль августа/август "
        "сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь",
        why="Russian; in dates the genitive.",
    ),
    Months(
        "uk",
        "січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень липня/липень "
        "серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень",
        why="Ukrainian.",
    ),
    Months("bg", "януари февруари март април май юни юли август септември октомври ноември декември", why="Bulgarian."),
    Months("tr", "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık", why="Turkish."),
    Months("id", "januari februari maret april mei juni juli agustus september oktober november desember", why="Indonesian."),
    Months(
        "hu",
        "január február március április május június július augusztus szeptember október november december",
        why="Hungarian.",
    ),
    Months(
        "ro",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        why="Romanian.",
    ),
    Months(
        "el",
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
        why="Greek; in dates the genitive.",
    ),
    Months(
        "lt",
        "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
        why="Lithuanian; in dates the genitive.",
    ),
    Months("is", "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember", why="Icelandic."),
    Months(
        "ar",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        why="Arabic of Egypt and the Gulf; months of the Levant have names of two words.",
    ),
    Months("he", "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר", why="Hebrew."),
)
