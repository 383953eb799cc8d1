"""The rules of Russian."""

from greffier.reading.languages.base import Language
from greffier.reading.languages.russian.page import DATES, LABELS, PAGE, RUN_ON

RUSSIAN = Language(
    code="ru",
    common=frozenset(
        "и в на что с по не для это как мы из к о от за у так но а то же все его также".split()
    ),
    dates=DATES,
    labels=LABELS,
    page=PAGE,
    run_on=RUN_ON,
)
