"""Tests of looking through all records: offices by any spelling of their title."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from greffier.archive.store import SqliteArchive

TITLE = "Государственный секретарь"


def test_an_office_is_found_in_any_case_of_any_script(
    archive: SqliteArchive, keep: Callable[..., str]
) -> None:
    keep("Анна Берг: Спасибо.\n", cast={"Анна Берг": ("Анна Берг", TITLE, "Russia")})
    for title in (TITLE, TITLE.upper(), TITLE.lower()):
        with archive.survey() as survey:
            assert [one.office for one in survey.offices(office=title)] == [TITLE]
