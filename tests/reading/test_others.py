"""Sessions that a record names besides the one it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.reading.texts import Read

COUNCIL = "Meeting of the Supreme Eurasian Economic Council\n\nApril 14, 2017, Bishkek\n\n"
VISIT = "Meeting with Igor Rudenya\n\nMarch 2, 2016, The Kremlin, Moscow\n\n"


def _others(reading_of: Read, printed: str) -> list[tuple[tuple[str, ...], str | None, str]]:
    sessions = reading_of(printed).sessions
    return [(one.organisations, one.body, one.status) for one in sessions if not one.subject]


@pytest.mark.parametrize(
    ("printed", "others"),
    [
        # Its own session, told with its place, is no other.
        (f"{COUNCIL}A meeting of the Supreme Eurasian Economic Council was held in Bishkek.", []),
        (
            f"{COUNCIL}The Council will hold its next meeting in May.",
            [(("EAEU",), "Supreme Eurasian Economic Council", "planned")],
        ),
        (
            f"{VISIT}The participants spoke in the run-up to the CIS summit.",
            [(("CIS",), None, "planned")],
        ),
        # A speaker tells of any; only one in particular is a session.
        (f"{VISIT}Igor Rudenya: We can speak of this at an SCO summit.", []),
        (
            f"{VISIT}Igor Rudenya: At the recent Interior Ministry Board meeting, I noted that.",
            [((), "Interior Ministry Board", "held")],
        ),
        (
            (
                f"{VISIT}Igor Rudenya: We stepped up the work of the Joint Russian-Austrian "
                "Commission on Trade. The commission's latest meeting took place in Moscow."
            ),
            [((), "Joint Russian-Austrian Commission on Trade", "held")],
        ),
        (
            (
                f"{VISIT}He is a co-chair of the Russian-Kyrgyzstani Intergovernmental Commission. "
                "A package of documents has been drafted for the Commission's April 22 session."
            ),
            [((), "Russian-Kyrgyzstani Intergovernmental Commission", "planned")],
        ),
        # `Earlier` is said of the talks.
        (
            (
                "Meeting with permanent members of Security Council\n\nMarch 10, 2017\n\n"
                "Vladimir Putin chaired a meeting with permanent members of the Security Council, "
                "taking into account the Russian-Turkish talks held earlier in the day."
            ),
            [],
        ),
    ],
)
def test_which_sessions_are_others(
    reading_of: Read, printed: str, others: list[tuple[tuple[str, ...], str | None, str]]
) -> None:
    assert _others(reading_of, printed) == others


def test_each_day_is_another_meeting(reading_of: Read) -> None:
    printed = (
        "The President: The Security Council will now begin its consideration of the item.\n\n"
        "Mr. Churkin (Russian Federation): We said so to the United Nations, at the Council "
        "meeting on 13 March, and again when our meeting on 16 March was held.\n\n"
        "The President: I thank him.\n"
    )
    assert _others(reading_of, printed) == [(("UN",), "Security Council", "held")] * 2


def test_the_number_of_a_session_tells_it_apart_from_no_other(reading_of: Read) -> None:
    printed = (
        "Greetings to the 14th session of the CSTO Permanent Council\n\nApril 5, 2017\n\n"
        "The 14th session of the CSTO Permanent Council is opening today."
    )
    assert _others(reading_of, printed) == []


def test_a_session_to_come_has_its_date(reading_of: Read) -> None:
    reading = reading_of(f"{VISIT}They spoke of the upcoming SCO summit on June 24, 2016.")
    assert [one.date.value for one in reading.sessions if not one.subject and one.date] == [
        "2016-06-24"
    ]
