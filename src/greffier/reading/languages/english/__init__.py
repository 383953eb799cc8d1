"""The rules of English."""

from greffier.reading.languages.base import Language
from greffier.reading.languages.english.cast import CAST
from greffier.reading.languages.english.chair import CHAIR
from greffier.reading.languages.english.meetings import SESSIONS
from greffier.reading.languages.english.offices import OFFICES
from greffier.reading.languages.english.page import DATES, LABELS, PAGE
from greffier.reading.languages.english.texts import ACTIVITIES, INSTRUMENTS, QUOTES

ENGLISH = Language(
    code="en",
    common=frozenset(
        "the of and to in that is for was with on as are have has will be this by from at we "
        "it not our which a an his their were been or but".split()
    ),
    dates=DATES,
    offices=OFFICES,
    labels=LABELS,
    page=PAGE,
    sessions=SESSIONS,
    cast=CAST,
    instruments=INSTRUMENTS,
    chair=CHAIR,
    quotes=QUOTES,
    activities=ACTIVITIES,
)
