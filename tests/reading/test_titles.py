"""Which line of a head is the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.reading.texts import Read

AVAILABILITY = """Remarks at a Joint Press Availability

Remarks

Antony J. Blinken, Secretary of State

Benjamin Franklin Room

Washington, D.C.

September 15, 2023

SECRETARY BLINKEN: Well, good morning."""

HEARING = """[House Hearing, 115 Congress]
[From the U.S. Government Publishing Office]


                         ORGANIZATIONAL MEETING

===============================================

                                MEETING

                      COMMITTEE ON FOREIGN AFFAIRS

                            JANUARY 24, 2017

                               __________

    Chairman ROYCE. The committee will come to order."""

BY_LINE = """Press conference

by NATO Secretary General Jens Stoltenberg

• 24 May. 2017 -

Good morning."""

FILED = """CD/PV.1475

Conference on Disarmament

The President: I call the meeting to order."""

PRESIDED = """President: Ms. Mohamed (Kenya)

The President: I call the meeting to order."""


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        (AVAILABILITY, "Remarks at a Joint Press Availability"),
        (HEARING, "ORGANIZATIONAL MEETING"),
        (BY_LINE, "Press conference"),
        (FILED, "Conference on Disarmament"),
        (PRESIDED, None),
    ],
    ids=["availability", "hearing", "by-line", "filed", "presided"],
)
def test_a_title_is_not_what_stands_beside_it(
    reading_of: Read, printed: str, title: str | None
) -> None:
    found = reading_of(printed).record.title
    assert (found.text if found else None) == title
