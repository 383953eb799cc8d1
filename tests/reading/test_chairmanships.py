"""Who holds the chair of an organisation, and who takes it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.texts import HEAD, cut

if TYPE_CHECKING:
    from greffier.model import Reading
    from tests.reading.texts import Read

Row = tuple[str, str, str]
PUTIN = "President of Russia Vladimir Putin: It is good to be here with all of you."


def _chairs(reading: Reading) -> list[Row]:
    return [(one.organisation, one.holder, one.phase) for one in reading.chairmanships]


@pytest.mark.parametrize(
    ("said", "chairs"),
    [
        (
            "During Russia's chairmanship of the CSTO much was done.",
            [("CSTO", "Russia", "current")],
        ),
        ("The Russian presidency of the CIS goes on.", [("CIS", "Russia", "current")]),
        (
            "Tajikistan currently holds the chairmanship of the SCO.",
            [("SCO", "Tajikistan", "current")],
        ),
        # A speaker's own: his state's.
        (
            "I speak as the head of state holding the current CSTO chairmanship.",
            [("CSTO", "Russia", "current")],
        ),
        (
            "The CSTO chairmanship will go over to the Republic of Tajikistan.",
            [("CSTO", "Tajikistan", "incoming")],
        ),
        ("Armenia will take over the chairmanship of the CSTO.", [("CSTO", "Armenia", "incoming")]),
        ("We remember Armenia's previous chairmanship of the CSTO.", [("CSTO", "Armenia", "past")]),
        # `The Organisation` is the one that meets.
        (
            "We wish our Armenian friends every success in chairing the Organisation.",
            [("CSTO", "Armenia", "incoming")],
        ),
        # Two at once.
        (
            "Tajikistan chairs the SCO and the CSTO.",
            [("SCO", "Tajikistan", "current"), ("CSTO", "Tajikistan", "current")],
        ),
        ("He chaired the meeting of the Council.", []),  # of one sitting
        ("The chairman of the company spoke.", []),
    ],
)
def test_what_is_said_of_a_chair(reading_of: Read, said: str, chairs: list[Row]) -> None:
    assert _chairs(reading_of(f"{HEAD}{PUTIN}\n\n{said}")) == chairs


def test_the_chair_is_of_the_one_who_presides_in_the_account(reading_of: Read) -> None:
    reading = reading_of(
        "Joint meeting of SCO and CSTO heads of state\n\nSeptember 17, 2021, Moscow\n\n"
        "President of Tajikistan Emomali Rahmon chaired the meeting as the head of state "
        "presiding in the SCO and the CSTO this year."
    )
    assert _chairs(reading) == [("SCO", "Tajikistan", "current"), ("CSTO", "Tajikistan", "current")]


def test_whoever_hands_over_is_on_the_way_out(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}{PUTIN} I speak as the head of state holding the current CSTO chairmanship.\n\n"
        "President of Tajikistan Emomali Rahmon: Following today's meeting the CSTO chairmanship "
        "will go over to Tajikistan."
    )
    assert _chairs(reading) == [("CSTO", "Russia", "outgoing"), ("CSTO", "Tajikistan", "incoming")]
    outgoing = reading.chairmanships[0]
    assert [cut(reading, span) for span in outgoing.spans] == [
        "holding the current CSTO chairmanship",
        "the CSTO chairmanship will go over to Tajikistan",  # the words that hand it on
    ]


def test_each_holder_is_told_once_with_all_the_words(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}{PUTIN}\n\nDuring Russia's chairmanship of the CSTO much was done. "
        "Of Russia's CSTO chairmanship we will hear more."
    )
    assert _chairs(reading) == [("CSTO", "Russia", "current")]
    assert len(reading.chairmanships[0].spans) == 2
