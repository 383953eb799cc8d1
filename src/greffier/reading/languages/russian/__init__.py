"""The rules of Russian."""

from greffier.reading.languages.base import Language
from greffier.reading.languages.russian.chair import CHAIR
from greffier.reading.languages.russian.meetings import CAST, SESSIONS
from greffier.reading.languages.russian.offices import CASES, OFFICES
from greffier.reading.languages.russian.page import DATES, LABELS, PAGE, RUN_ON
from greffier.reading.languages.russian.texts import INSTRUMENTS, QUOTES

RUSSIAN = Language(
    code="ru",
    common=frozenset(
        "и в на что с по не для это как мы из к о от за у так но а то же все его также".split()
    ),
    cases=CASES,
    dates=DATES,
    offices=OFFICES,
    labels=LABELS,
    page=PAGE,
    run_on=RUN_ON,
    sessions=SESSIONS,
    cast=CAST,
    instruments=INSTRUMENTS,
    chair=CHAIR,
    quotes=QUOTES,
)
