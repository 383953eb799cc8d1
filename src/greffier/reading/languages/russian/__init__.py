"""The rules of Russian: dates, labels and what the page says of itself."""

from __future__ import annotations

from greffier.reading.languages.base import DateRules, LabelRules, Language, PageRules

_MONTHS = ("январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр").split()
_ENDINGS = {"март": ("", "а", "е"), "август": ("", "а", "е"), "ма": ("й", "я", "е")}

RUSSIAN = Language(
    code="ru",
    common=frozenset(
        "и в на что с по не для это как мы из к о от за у так но а то же все его также".split()
    ),
    dates=DateRules(
        months={
            stem + ending: at
            for at, stem in enumerate(_MONTHS, 1)
            for ending in _ENDINGS.get(stem, ("ь", "я", "е"))
        },
        patterns=(
            (
                "day-month-year",
                r"(?P<day>\d{1,2})(?: ?[-–] ?(?P<day2>\d{1,2}))? (?P<month><month>) (?P<year>\d{4})(?: года| г\.)?",
            ),
            ("month-year", r"(?P<month><month>) (?P<year>\d{4})(?: года| г\.)?"),
            ("day-month", r"(?P<day>\d{1,2})(?: ?[-–] ?(?P<day2>\d{1,2}))? (?P<month><month>)\b"),
        ),
        relative=(("today", r"\b[Сс]егодня\b", 0), ("yesterday", r"\b[Вв]чера\b", -1)),
    ),
    labels=LabelRules(
        roles=frozenset("вопрос вопросы ответ реплика ведущий ведущая модератор реплики".split()),
        press=frozenset("вопрос вопросы".split()),
        not_openings=frozenset(
            "я мы вы он она они это эти тот та те и но а так если когда как в на с по для из к "
            "о от за у первое второе третье во-первых во-вторых спасибо уважаемые дорогие".split()
        ),
        asides=r"\((?:как переведено|по видеосвязи|через переводчика)\)",
    ),
    page=PageRules(
        publishers=(("official-website", r"^(?P<publisher>(?:Официальный сайт|Сайт) .{3,120})$"),),
        credits=(("photo-credit", r"^(?:Фото|Источник|Автор)s?: ?.{0,200}$"),),
    ),
)
