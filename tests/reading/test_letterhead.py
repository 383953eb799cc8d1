"""Records whose head names who sat, on a line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.reading.texts import Read

SPOKEN = "The President: I thank all of you.\n\nMr. Okoro (Nigeria): Thank you, Mr. President.\n"


@pytest.mark.parametrize(
    ("head", "organisations", "body"),
    [
        ("General Assembly\n\n4th plenary meeting", ("UN",), "General Assembly"),
        ("CONFERENCE ON DISARMAMENT\n\nPlenary meeting", ("UN",), "Conference on Disarmament"),
        ("Human Rights Committee\n\n125th session", ("UN",), "Human Rights Committee"),
        ("House of Commons", (), "House of Commons"),
        ("LOK SABHA DEBATES", (), "Lok Sabha"),
        ("Dáil Éireann debate", (), "Dáil Éireann"),
        ("PROCEEDINGS OF THE NATIONAL ASSEMBLY", (), "National Assembly"),
        # A committee sits in its stead.
        (
            "House of Representatives\n\nCommittee on Foreign Affairs",
            (),
            "Committee on Foreign Affairs",
        ),
    ],
)
def test_a_body_that_heads_a_record_sat(
    reading_of: Read, head: str, organisations: tuple[str, ...], body: str
) -> None:
    subject = reading_of(f"{head}\n\nTuesday, 19 September 2023\n\n{SPOKEN}").subject
    assert subject
    assert (subject.organisations, subject.body) == (organisations, body)
    fields = {one.field for one in subject.evidence}
    assert ("organisations" in fields) == bool(organisations)  # by the same words as the body


def test_a_body_that_publishes_a_statement_has_not_met(reading_of: Read) -> None:
    printed = "Security Council\n\nOn the border\n\nMay 19, 2023\n\nThe situation is getting worse."
    assert reading_of(printed).subject is None
