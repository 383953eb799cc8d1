"""Who chaired, and how the record says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.texts import HEAD, cut

if TYPE_CHECKING:
    from greffier.model import Reading
    from tests.reading.texts import Read


def _chairs(reading: Reading) -> list[str | None]:
    return [one.name or one.office for one in reading.participants if one.role == "chair"]


def _words(reading: Reading) -> list[str | None]:
    return [
        cut(reading, seen.span)
        for one in reading.participants
        for seen in one.evidence
        if seen.field == "role"
    ]


@pytest.mark.parametrize(
    ("printed", "chair", "words"),
    [
        ("Vladimir Putin chaired a meeting of it.", "Vladimir Putin", "Vladimir Putin chaired"),
        (
            "The session was held under the chairmanship of Tajik President Emomali Rahmon.",
            "Emomali Rahmon",
            "under the chairmanship of Tajik President Emomali Rahmon",
        ),
        (
            "The meeting was chaired by President of Belarus Alexander Lukashenko.",
            "Alexander Lukashenko",
            "chaired by President of Belarus Alexander Lukashenko",
        ),
        (
            "President of Russia Vladimir Putin held a meeting of the Security Council.",
            "Vladimir Putin",
            "President of Russia Vladimir Putin held a meeting of the Security Council",
        ),
    ],
)
def test_the_account_says_who_chaired(
    reading_of: Read, printed: str, chair: str, words: str
) -> None:
    reading = reading_of(f"{HEAD}{printed} It was agreed that they will meet again.")
    assert _chairs(reading) == [chair]
    assert _words(reading) == [words]


def test_two_may_chair_together(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}President of Russia Vladimir Putin and Prime Minister of Armenia Nikol Pashinyan "
        "co-chaired the talks."
    )
    assert _chairs(reading) == ["Vladimir Putin", "Nikol Pashinyan"]


def test_whoever_declares_it_open_chairs(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}President of Russia Vladimir Putin: I hereby declare the meeting open.\n\n"
        "President of Belarus Alexander Lukashenko: I declare that we are ready."
    )
    assert _chairs(reading) == ["Vladimir Putin"]


@pytest.mark.parametrize(
    ("said", "chairs"),
    [
        ("I suggest that we continue our work.", ["Vladimir Putin"]),
        ("Mr Zas, you have the floor.", ["Vladimir Putin"]),
        ("I have called this meeting because of the crisis.", ["Vladimir Putin"]),
        ("It is good to see you.", []),
    ],
)
def test_whoever_opens_a_body_s_session_and_leads_it_chairs(
    reading_of: Read, said: str, chairs: list[str]
) -> None:
    reading = reading_of(f"{HEAD}President of Russia Vladimir Putin: Colleagues, welcome. {said}")
    assert _chairs(reading) == chairs


@pytest.mark.parametrize(
    "head",
    [
        # A guest of the board, and a meeting of one with one.
        "Federal Security Service Board meeting\n\nMay 5, 2018\n\nVladimir Putin attended it.\n\n",
        "Meeting with Igor Rudenya\n\nMarch 2, 2016\n\n",
    ],
)
def test_whoever_leads_what_is_not_his_does_not_chair(reading_of: Read, head: str) -> None:
    reading = reading_of(f"{head}President of Russia Vladimir Putin: Let us begin.")
    assert _chairs(reading) == []


@pytest.mark.parametrize(
    ("printed", "chair"),
    [
        ("Vladimir Putin met with Government members.", "Vladimir Putin"),
        (
            "Vladimir Putin had a meeting with permanent members of the Security Council.",
            "Vladimir Putin",
        ),
        (
            "President of Tajikistan Emomali Rahmon hosted a virtual meeting of the CSTO.",
            "Emomali Rahmon",
        ),
        ("The President chaired a meeting of the Security Council.", "President"),
    ],
)
def test_whoever_holds_the_meeting_of_a_body_chairs(
    reading_of: Read, printed: str, chair: str
) -> None:
    assert _chairs(reading_of(f"Meeting of ministers\n\nMay 2, 2020\n\n{printed}")) == [chair]


def test_a_name_that_only_the_title_has_chairs(reading_of: Read) -> None:
    reading = reading_of(
        "Vladimir Putin chaired a meeting of the Security Council\n\nJanuary 25, 2001\n\n"
        "The Security Council approved the programme."
    )
    assert _chairs(reading) == ["Vladimir Putin"]


def test_speaker_is_anybody_who_speaks(reading_of: Read) -> None:
    reading = reading_of(
        "Meeting with workers\n\nMay 2, 2020\n\nVladimir Putin: Welcome.\n\nSpeaker: Thank you."
    )
    assert _chairs(reading) == []


def test_what_the_account_says_comes_before_what_is_said(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}Alexander Lukashenko chaired the meeting.\n\n"
        "Vladimir Putin: I declare the meeting open.\n\nAlexander Lukashenko: Thank you for that."
    )
    assert _chairs(reading) == ["Alexander Lukashenko"]


def test_whoever_is_thanked_for_the_floor_is_taken_to_chair(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}President of Russia Vladimir Putin: Thank you, Mr Rahmon! "
        "We have come to the end of the agenda for this meeting."
    )
    assert _chairs(reading) == ["Rahmon"]
    assert [cut(reading, one.span) for one in reading.remarks if one.code == "chair-inferred"] == [
        "Mr Rahmon"
    ]


def test_the_host_who_is_thanked_holds_the_host_state_s_office(reading_of: Read) -> None:
    reading = reading_of(
        "The presidents of Russia, Armenia and Tajikistan met in narrow format.\n\n* * *\n\n"
        "President of Russia Vladimir Putin: Thank you, Mr Rahmon! "
        "We see that here in Tajikistan, you also face problems."
    )
    chair = next(one for one in reading.participants if one.role == "chair")
    assert (chair.name, chair.office, chair.of) == ("Rahmon", "President", "Tajikistan")


def test_thanks_among_several_speakers_seat_nobody(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}Vladimir Putin: Thank you, Mr Rahmon! We have come to the end of it.\n\n"
        "Alexander Lukashenko: Thank you, Mr Putin! It was good to be here."
    )
    assert _chairs(reading) == []


def test_nobody_chairs_where_nothing_says_so(reading_of: Read) -> None:
    assert _chairs(reading_of(f"{HEAD}Vladimir Putin took part in the meeting in Moscow.")) == []
