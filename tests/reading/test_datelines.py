"""The date of a record, in the forms and languages that heads print it in."""

from __future__ import annotations

import pytest

from greffier.model import witness_of
from greffier.reading.datelines import announced, dateline
from greffier.reading.folding import View
from greffier.reading.languages import ANY, ENGLISH, LANGUAGES, RUSSIAN, Language
from greffier.reading.layout import lines_of


@pytest.mark.parametrize(
    ("printed", "language", "date", "place"),
    [
        ("Tuesday, 19 September 2023, 9 a.m.", ENGLISH, "2023-09-19", None),
        ("• 24 May. 2017 -", ENGLISH, "2017-05-24", None),
        ("2016/09/15", ENGLISH, "2016-09-15", None),
        ("TUESDAY, 3 MARCH 2020", ENGLISH, "2020-03-03", None),
        ("Wednesday, 16th November, 2011", ENGLISH, "2011-11-16", None),
        ("19 April 201716:51", ENGLISH, "2017-04-19", None),  # a scraper lost the blank
        ("Moscow, April 19, 2017", ENGLISH, "2017-04-19", "Moscow"),
        ("December 2, 2020, 10:47 a.m. Moscow", ENGLISH, "2020-12-02", "Moscow"),
        ("Berlin, Dienstag, den 24. Oktober 2017", LANGUAGES["de"], "2017-10-24", "Berlin"),
        ("mardi 20 décembre 2016", LANGUAGES["fr"], "2016-12-20", None),
        ("miércoles 26 de abril de 2023", LANGUAGES["es"], "2023-04-26", None),
        ("21 DE ABRIL DE 2022", LANGUAGES["pt"], "2022-04-21", None),
        ("martedì 20 dicembre 2016", LANGUAGES["it"], "2016-12-20", None),
        ("12 maja 2022", LANGUAGES["pl"], "2022-05-12", None),
        ("2017. október 24.", LANGUAGES["hu"], "2017-10-24", None),
        ("2023年5月12日", LANGUAGES["zh"], "2023-05-12", None),
        ("Москва, 26 мая 2025 года", RUSSIAN, "2025-05-26", "Москва"),
        ("2023-05-12 18:20", ANY, "2023-05-12", None),
        ("May 12, 2023, N’Djamena", ENGLISH, "2023-05-12", "N’Djamena"),  # not another sign for it
    ],
)
def test_a_dateline_has_many_forms(
    printed: str, language: Language, date: str, place: str | None
) -> None:
    view = View.of(printed)
    found = dateline(witness_of(printed), view, lines_of(view)[0], language)
    assert found
    assert (found[0].value, found[1].text if found[1] else None) == (date, place)


@pytest.mark.parametrize(
    "printed",
    [
        "Meeting of the Council, Moscow, April 19, 2017",  # a title
        "On April 19, 2017, they met.",
        "S/2019/903",
        "CD/PV.941 20 January 2004",
        "Last updated 25-May-2017 09:01",
        "31 June 2021",
    ],
)
def test_a_line_with_a_date_is_not_always_a_dateline(printed: str) -> None:
    view = View.of(printed)
    assert dateline(witness_of(printed), view, lines_of(view)[0], ENGLISH) is None


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("Held at the Palais, Geneva, on Monday, 21 January 2019, at 10.10 a.m.", "2019-01-21"),
        ("[Congressional Record Volume 163 (Wednesday, December 20, 2017)]", "2017-12-20"),
        ("CD/PV.941 20 January 2004\n\nHeld in Geneva, on Tuesday, 20 January 2004", "2004-01-20"),
        ("Briefing of 3 May 2021\n\nResumed on Tuesday, 4 May 2021", "2021-05-04"),
        ("They met on Monday, 21 January 2019, and agreed on it.", None),  # a sentence
        ("Ann Berg: Hello.\n\nHeld on Monday, 21 January 2019", None),  # she speaks
    ],
)
def test_a_head_may_announce_its_date(printed: str, date: str | None) -> None:
    view = View.of(printed)
    found = announced(view, lines_of(view), ENGLISH)
    assert (found.value if found else None) == date
