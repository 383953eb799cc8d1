"""Lists of those present that a line announces."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.reading.texts import Read

LIST = """Readout of White House Meeting with Latino Executives

October 14, 2023

Administration officials convened over 40 members of the alliance from across the country to discuss
the agenda to ensure economic prosperity for their communities and advance equity through the plan.

Participants included:

-   Stephen Benjamin, Assistant to the President, Senior Advisor to the
    President and Director of the Office of Public Engagement
-   Victoria Brown, Deputy Chief of Staff, U.S. Department of Housing
    and Urban Development
-   Marcia Sigal, Acting Director of the CDFI Fund and Deputy Director
    for Policy and Programs for the CDFI Fund
-   Vehya Will, A10 Associates

The group agreed to continue to collaborate. Jane Doe, Director of the Example Fund, was elsewhere.
"""


def test_whoever_is_listed_took_part_with_the_first_office(reading_of: Read) -> None:
    found = {(one.name, one.office, one.of) for one in reading_of(LIST).participants}
    assert found == {
        ("Stephen Benjamin", "Assistant to the President", None),
        (
            "Victoria Brown",
            "Deputy Chief of Staff",
            "U.S. Department of Housing and Urban Development",
        ),
        ("Marcia Sigal", "Director", "CDFI Fund"),
        ("Vehya Will", None, None),
    }


def test_a_list_of_anything_else_names_nobody(reading_of: Read) -> None:
    assert not reading_of(LIST.replace("Participants included:", "Further reading:")).participants
