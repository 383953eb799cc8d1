"""Dates and labels of languages that have no rules beyond those: what a head and a turn need.

How a month is named is all that differs between most of them: `24. Oktober 2017`, `20 décembre
2016`, `26 de abril de 2023`, `12 maja 2022`, `2017. október 24.`.
"""

from __future__ import annotations

from greffier.reading.languages.base import DateRules, LabelRules, Language

_MONTHS = {
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "el": (
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου "
        "οκτωβρίου νοεμβρίου δεκεμβρίου"
    ),
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ),
    "et": (
        "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember"
    ),
    "fi": (
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta "
        "syyskuuta lokakuuta marraskuuta joulukuuta"
    ),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "hr": (
        "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga "
        "prosinca"
    ),
    "hu": (
        "január február március április május június július augusztus szeptember október november "
        "december"
    ),
    "it": (
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre"
    ),
    "lt": (
        "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio "
        "gruodžio"
    ),
    "lv": (
        "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris "
        "decembris"
    ),
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "nn": "januar februar mars april mai juni juli august september oktober november desember",
    "pl": (
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
        "grudnia"
    ),
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ro": (
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie "
        "decembrie"
    ),
    "sk": (
        "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra"
    ),
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
    "sr": "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "uk": (
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
    ),
}
_WEEKDAYS = {
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "uk": "понеділок вівторок середа четвер п'ятниця субота неділя",
}
# Whoever asks and whoever answers; the first are journalists.
_ROLES = {
    "de": ("frage fragen journalist journalistin reporter", "antwort moderator moderatorin zuruf"),
    "es": ("pregunta preguntas periodista", "respuesta moderador moderadora"),
    "fr": ("question questions journaliste", "réponse réponses modérateur modératrice"),
    "it": ("domanda domande giornalista", "risposta moderatore moderatrice"),
    "nl": ("vraag vragen journalist", "antwoord moderator"),
    "pl": ("pytanie pytania dziennikarz dziennikarka", "odpowiedź moderator moderatorka"),
    "pt": ("pergunta perguntas jornalista", "resposta moderador moderadora"),
    "tr": ("soru gazeteci", "cevap moderatör"),
    "uk": ("питання запитання журналіст журналістка", "відповідь модератор ведучий"),
    "zh": ("问 记者 问题", "答 主持人"),
    "ja": ("問 記者", "答 司会"),
}
_DAY = r"(?P<day>\d{1,2})(?:\.|º|ª|er|e)?"
_PATTERNS = (
    (
        "day-month-year",
        rf"{_DAY}(?:(?: ?[-–/] ?| (?:et|y|e|und|en|i) )(?P<day2>\d{{1,2}})\.?)? (?i:de |d')?(?P<month><month>)(?i: de| del)?,? (?P<year>\d{{4}})",
    ),
    ("year-month-day", rf"(?P<year>\d{{4}})(?:\.| m\.|\. gada)? (?P<month><month>) {_DAY}"),
    ("month-year", r"(?P<month><month>)(?i: de| del)? (?P<year>\d{4})"),
)


def _language(code: str) -> Language:
    months = _MONTHS.get(code, "").split()
    press, others = _ROLES.get(code, ("", ""))
    return Language(
        code=code,
        dates=DateRules(
            months={name: at for at, name in enumerate(months, 1)},
            weekdays={name: at for at, name in enumerate(_WEEKDAYS.get(code, "").split())},
            patterns=_PATTERNS if months else (),
        ),
        labels=LabelRules(
            roles=frozenset(f"{press} {others}".split()), press=frozenset(press.split())
        ),
    )


OTHERS = {code: _language(code) for code in sorted({*_MONTHS, *_ROLES})}
