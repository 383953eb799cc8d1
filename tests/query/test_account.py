"""Tests of `greffier.query.account`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from greffier.query import account, sitting, speakers
from tests.builders import meeting

if TYPE_CHECKING:
    from greffier.model import Reading


def test_an_account_says_what_a_reading_holds() -> None:
    told = account(meeting()[1])
    assert told.title == "Meeting of the CSTO Collective Security Council"
    assert told.sessions == ("CSTO Collective Security Council, videoconference, regular",)
    assert told.participants == (
        "Vladimir Putin, President of Russia",
        "Nikol Pashinyan, Prime Minister of Armenia",
    )
    assert told.instruments == ("the declaration (declaration, signed)",)
    assert told.chairmanships == ("CSTO: Russia (current)",)
    assert (told.turns, told.quotations, told.glosses, len(told.remarks)) == (3, 1, 0, 1)


def test_what_sets_a_participant_apart_is_told() -> None:
    _, reading = meeting()
    first, second = reading.participants
    cast = (replace(first, role="chair", mode="videoconference"), replace(second, role="guest"))
    assert account(replace(reading, participants=cast)).participants == (
        "Vladimir Putin, President of Russia (chair, by videoconference)",
        "Nikol Pashinyan, Prime Minister of Armenia (guest)",
    )


def test_a_record_without_a_title_goes_by_its_file() -> None:
    assert account(meeting(title=None)[1]).title == "meeting.txt"


def test_speakers_come_in_the_order_of_their_first_turn() -> None:
    _, reading = meeting()
    again = replace(reading.turns[0], n=4)
    told = speakers(replace(reading, turns=(*reading.turns, again)))
    assert [(one.name, one.turns) for one in told] == [
        ("Vladimir Putin", 2),
        ("Nikol Pashinyan", 1),
        ("An interpreter", 1),  # nobody is made out behind the label
    ]
    assert told[2].participant is None


def test_a_planned_session_says_so() -> None:
    session = replace(meeting()[1].sessions[0], status="planned", body=None, organisations=())
    assert sitting(session) == "CSTO Collective Security Council, videoconference, regular, planned"


def test_the_examples_have_an_account(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        told = account(reading)
        assert len(told.participants) == len(reading.participants)
        assert sum(one.turns for one in told.speakers) == len(reading.turns)
