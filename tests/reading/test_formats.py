"""In what formats a session met, as it is told and as a speaker says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.texts import HEAD

if TYPE_CHECKING:
    from greffier.model import SessionFormat
    from tests.reading.texts import Read


def _formats(reading_of: Read, printed: str) -> tuple[SessionFormat, ...]:
    subject = reading_of(printed).subject
    assert subject
    return subject.formats


@pytest.mark.parametrize(
    ("said", "formats"),
    [
        ("Today we are holding a regular meeting of the Council.", ("regular",)),
        ("Just now, my colleagues and I discussed this in the restricted format.", ("restricted",)),
        # Of another session, or of nothing in particular.
        ("We discussed it in the restricted format in Minsk.", ()),
        ("Today I will speak of the regular meeting of the State Duma Council.", ()),
        ("We hold regular meetings.", ()),
    ],
)
def test_a_speaker_says_it_of_the_session_he_is_at(
    reading_of: Read, said: str, formats: tuple[SessionFormat, ...]
) -> None:
    assert _formats(reading_of, f"{HEAD}They met.\n\nVladimir Putin: {said}") == formats


def test_first_in_narrow_format_and_then_with_the_ministers(reading_of: Read) -> None:
    said = (
        "At today's meeting, first in narrow format and then with the participation of the deputy "
        "prime ministers, key ministers and heads of our biggest companies, we examined it."
    )
    printed = f"Talks in Moscow\n\nApril 5, 2017\n\nVladimir Putin: {said}"
    assert _formats(reading_of, printed) == ("expanded", "restricted")


@pytest.mark.parametrize(
    "title",
    [
        "Meeting with King of Bahrain Hamad Al Khalifa",
        "Meeting with German Chancellor Angela Merkel",
        "News conference following talks with Federal Chancellor of Austria Sebastian Kurz",
        "Telephone conversation with President of Turkey Recep Tayyip Erdogan",
        "Remarks by President Biden and Prime Minister Yair Lapid of Israel",
        "Встреча с Министром иностранных дел Китая Ван И",
    ],
)
def test_whoever_stands_for_a_state_meets_bilaterally(reading_of: Read, title: str) -> None:
    assert _formats(reading_of, f"{title}\n\nFebruary 8, 2016\n\nThey talked.") == ("bilateral",)


@pytest.mark.parametrize(
    "title",
    [
        "Meeting with Sverdlovsk Region Governor Yevgeny Kuyvashev",
        (
            "Remarks by President Niinistö of Finland, President Meri of Estonia, and President Xi "
            "of China after a Meeting"
        ),
        "Telephone conversation with UNESCO Director-General Irina Bokova",
        # Journalists make no format.
        "Joint press conference in Singapore",
    ],
)
def test_others_do_not(reading_of: Read, title: str) -> None:
    assert _formats(reading_of, f"{title}\n\nFebruary 8, 2016\n\nThey talked.") == ()


def test_what_is_told_of_another_session_is_not_of_this(reading_of: Read) -> None:
    account = (
        "This positive attitude will be furthered at the regular meeting of the Cooperation "
        "Council to be held at the top level."
    )
    printed = f"Telephone conversation with Lidia Petrova\n\nMarch 19, 2018\n\n{account}"
    assert _formats(reading_of, printed) == ()
