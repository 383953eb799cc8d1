"""What kind of record it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.reading.texts import Read

SPEECH = "Vladimir Putin: It is good to see all of you here."
ANSWER = "Stanislav Zas: And it is good to be here with you."
OFFICIAL = "Official website of the President of Russia"
DATED = "December 2, 2020, Moscow"


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        (f"CSTO summit\n\n{DATED}\n\n{SPEECH}\n\n{ANSWER}", "transcript"),
        (f"CSTO summit\n\n{DATED}\n\n{SPEECH}\n\nThank you for that.", "address"),
        # Two labels of one speaker are one speaker.
        (f"CSTO summit\n\n{DATED}\n\n{SPEECH}\n\nMr Putin: And we will go on.", "address"),
        (f"Joint statement of the leaders\n\n{DATED}\n\nWe have agreed on this.", "declaration"),
        (f"Declaration of the CSTO\n\n{DATED}\n\nWe have agreed on this.", "declaration"),
        (f"Resolution 2231 (2015)\n\n{DATED}\n\nThe Council calls for this.", "decision"),
        (f"List of participants\n\n{DATED}\n\nThe members of the Council", "participants"),
        (f"CSTO summit\n\n{DATED}\n\nThe summit will be held on Friday.", "notice"),
        (f"CSTO leaders to discuss Afghanistan\n\n{DATED}\n\nA session will be held.", "notice"),
        (f"CSTO summit\n\n{DATED}\n\nThe leaders met in Moscow.", "report"),
        (f"Vladimir Putin sent a message of greetings to it\n\n{DATED}\n\nHe wrote.", "other"),
        (f"Vladimir Putin met and congratulated veterans\n\n{DATED}\n\nThey met.", "report"),
        # What is to come behind a meeting that was is another.
        (
            f"CSTO summit\n\n{DATED}\n\nThe leaders met in Moscow. A summit will be held in May.",
            "report",
        ),
        (f"Leaders met with veterans\n\n{DATED}\n\nA meeting will be held on Monday.", "report"),
        (f"Xi Jinping to visit Russia\n\n{DATED}\n\nHe has been invited.", "notice"),
        (
            f"29 апреля Владимир Путин посетит Волгоград\n\n{DATED}\n\nПройдут мероприятия.",
            "notice",
        ),
        (
            f"{OFFICIAL}\n\nCSTO summit\n\n{DATED}\n\nThe leaders met in Moscow.",
            "communique",
        ),
        (f"Greetings to the leaders\n\n{DATED}\n\nHe sent his greetings to them.", "other"),
    ],
)
def test_the_kind_of_a_record(reading_of: Read, printed: str, kind: str) -> None:
    reading = reading_of(printed)
    assert reading.record.kind == kind
    assert reading.record.kind_rule.startswith("kind:")
