"""What the site of an office takes for granted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.model import Hint, witness_of
from greffier.reading import read

if TYPE_CHECKING:
    from greffier.model import Known, Reading
    from tests.reading.texts import Read

Row = tuple[str | None, str | None, str | None]
HOUSE = "https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2023/05/18/x/"


def _cast(reading: Reading) -> list[Row]:
    return [(one.name, one.office, one.of) for one in reading.participants]


def _at(address: str, words: str, known: Known) -> Reading:
    text = f"{address}\n\nReadout of a Meeting\n\nMay 18, 2023\n\n{words}\n"
    return read(replace(witness_of(text), hints=(Hint(key="url", value=address),)), known)


@pytest.mark.parametrize(
    ("address", "state"),
    [(HOUSE, "United States"), ("https://www.example.org/readouts/1", None)],
)
def test_a_president_is_of_the_state_whose_house_publishes(
    address: str, state: str | None, known: Known
) -> None:
    words = "President Biden met with Prime Minister Kishida of Japan in Hiroshima today."
    assert _cast(_at(address, words, known)) == [
        ("Biden", "President", state),
        ("Kishida", "Prime Minister", "Japan"),
    ]


def test_what_its_government_has_not_is_a_guest_s(known: Known) -> None:
    words = "National Security Advisor Jake Sullivan met with Prime Minister Kishida today."
    assert _cast(_at(HOUSE, words, known)) == [
        ("Jake Sullivan", "National Security Advisor", "United States"),
        ("Kishida", "Prime Minister", None),
    ]


def test_several_may_be_aides_of_one_president(reading_of: Read) -> None:
    reading = reading_of(
        "Official website of the President of Russia\n\nA meeting\n\nOctober 4, 2005\n\n"
        "Vladimir Putin met with Presidential Aides Sergei Prikhodko and Viktor Ivanov."
    )
    assert _cast(reading) == [
        ("Vladimir Putin", "President", "Russia"),
        ("Sergei Prikhodko", "Presidential Aide", "Russia"),
        ("Viktor Ivanov", "Presidential Aide", "Russia"),
    ]


def test_the_host_of_a_dateline_is_the_one_of_whom_it_speaks(reading_of: Read) -> None:
    reading = reading_of(
        "Встреча с губернатором Калужской области Владиславом Шапшой\n\n"
        "Владимир Путин провёл рабочую встречу с губернатором Калужской области Владиславом "
        "Шапшой. Губернатор доложил Президенту о развитии области.\n\n"
        "11 февраля 2025 года 13:45 Москва, Кремль\n"
    )
    assert ("Владимир Путин", "President", "Russia") in _cast(reading)
