"""What belongs to whose turn, and what to nobody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.texts import HEAD, cut

if TYPE_CHECKING:
    from greffier.model import Reading
    from tests.reading.texts import Read


def _turns(reading: Reading) -> list[tuple[str, list[str | None]]]:
    return [(one.label, [cut(reading, span) for span in one.paragraphs]) for one in reading.turns]


def test_a_turn_lasts_until_another_label(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}They met.\n\nVladimir Putin: Good day.\n\nLet us begin.\n\nStanislav Zas: Yes."
    )
    assert _turns(reading) == [
        ("Vladimir Putin", ["Good day.", "Let us begin."]),
        ("Stanislav Zas", ["Yes."]),
    ]


def test_a_label_may_stand_on_a_line_of_its_own(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}Vladimir Putin:\n\nGood afternoon.\n\nStanislav Zas:\nYes.")
    assert _turns(reading) == [
        ("Vladimir Putin", ["Good afternoon."]),
        ("Stanislav Zas", ["Yes."]),
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "(Applause.)",
        "[inaudible]",
        "* * *",
        "***",
        "<…>",
        "(The meeting went on behind closed doors)",
    ],
)
def test_what_is_seen_or_left_out_is_not_said(reading_of: Read, printed: str) -> None:
    reading = reading_of(f"{HEAD}Vladimir Putin: One.\n\n{printed}\n\nTwo.")
    assert _turns(reading) == [("Vladimir Putin", ["One.", "Two."])]


@pytest.mark.parametrize(
    "printed",
    [
        "Question agreed to.",
        "Question put and agreed to.",
        "Bill read a second time.",
        "There was no objection.",
        "It was so decided.",
        "Several hon. Members rose—",
        "The House divided",
        "Sitting suspended from 13:30 to 16:00",
        "Mr. Hilale (Morocco), Vice-President, took the Chair.",
        "Mr. Sauli Niinistö, President of the Republic of Finland, was escorted into the Hall.",
        "[Whereupon, at 11:25 a.m., the committee was adjourned.]",
        "{time} 1645",
    ],
)
def test_what_the_procedure_says_is_nobody_s_speech(reading_of: Read, printed: str) -> None:
    reading = reading_of(f"{HEAD}Vladimir Putin: One.\n\n{printed}\n\nTwo.")
    assert _turns(reading) == [("Vladimir Putin", ["One.", "Two."])]


@pytest.mark.parametrize(
    "printed",
    [
        "I took the chair.",
        "We were told that it was escorted to the border.",
        "The Council adjourned, and we went on to talk.",
        "The question was agreed to by all of us, and I was glad.",
    ],
)
def test_speech_of_the_procedure_is_speech(reading_of: Read, printed: str) -> None:
    reading = reading_of(f"{HEAD}Vladimir Putin: One.\n\n{printed}\n\nTwo.")
    assert _turns(reading) == [("Vladimir Putin", ["One.", printed, "Two."])]


def test_a_heading_in_capitals_needs_no_blank_line(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}Vladimir Putin: One.\nADOPTION OF THE AGENDA\nStanislav Zas: Two.")
    assert _turns(reading) == [("Vladimir Putin", ["One."]), ("Stanislav Zas", ["Two."])]


def test_brackets_inside_a_paragraph_are_of_it(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}Vladimir Putin: All (I want to say this) agreed. (Laughter.)")
    assert _turns(reading) == [("Vladimir Putin", ["All (I want to say this) agreed. (Laughter.)"])]


def test_a_heading_before_a_label_is_nobody_s_speech(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}Vladimir Putin: One.\n\nThe second part\n\nStanislav Zas: Two.\n\nThat is all."
    )
    assert _turns(reading) == [
        ("Vladimir Putin", ["One."]),
        ("Stanislav Zas", ["Two.", "That is all."]),
    ]


@pytest.mark.parametrize(
    ("broken", "linked"),
    [
        ("I would like to say that…", True),
        ("I would like to say that...", True),
        ("I would like to say that –", True),
        ("That is all.", False),  # he had ended, and speaks again
    ],
)
def test_an_interrupted_turn_is_linked_to_where_it_goes_on(
    reading_of: Read, broken: str, *, linked: bool
) -> None:
    reading = reading_of(
        f"{HEAD}President of Russia Vladimir Putin: {broken}\n\n"
        "Stanislav Zas: We cannot hear you.\n\nVladimir Putin: As I said, we agree."
    )
    assert [one.continues for one in reading.turns] == [None, None, 1 if linked else None]


def test_a_long_answer_between_two_turns_is_no_interruption(reading_of: Read) -> None:
    answer = "We have spoken about this for years and nothing has come of it. " * 3
    reading = reading_of(
        f"{HEAD}Vladimir Putin: And so…\n\nStanislav Zas: {answer}\n\nVladimir Putin: Thank you."
    )
    assert [one.continues for one in reading.turns] == [None, None, None]


def test_turns_of_one_person_lead_to_one_participant(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}President of Russia Vladimir Putin: We have met.\n\nStanislav Zas: We agreed.\n\n"
        "Vladimir Putin: That is so, and it was good.\n\nQuestion: Why did you meet?"
    )
    assert [one.participant for one in reading.turns] == ["p1", "p2", "p1", "p3"]


@pytest.mark.parametrize("language", ["fi", "de", "fr"])
def test_turns_are_read_without_rules_of_the_language(reading_of: Read, language: str) -> None:
    reading = reading_of(_OTHER[language])
    assert reading.witness.language == language
    assert [one.label for one in reading.turns] == ["Sauli Niinistö", "Ursula von der Leyen"]
    assert [len(one.paragraphs) for one in reading.turns] == [2, 1]
    assert "language-without-rules" in {one.code for one in reading.remarks}


_OTHER = {
    "fi": """Kokous Helsingissä

Sauli Niinistö: Hyvää päivää kaikille. Olen iloinen, että olette täällä tänään.

Meillä on paljon puhuttavaa: turvallisuus, talous ja ympäristö.

Ursula von der Leyen: Kiitos kutsusta, arvoisa presidentti. Aloitetaan siis.
""",
    "de": """Treffen in Helsinki

Sauli Niinistö: Guten Tag, meine Damen und Herren. Ich freue mich, dass Sie heute hier sind.

Wir haben viel zu besprechen: die Sicherheit, die Wirtschaft und die Umwelt.

Ursula von der Leyen: Vielen Dank für die Einladung, Herr Präsident. Fangen wir also an.
""",
    "fr": """Réunion à Helsinki

Sauli Niinistö: Bonjour à tous. Je suis heureux que vous soyez ici avec nous aujourd’hui.

Nous avons beaucoup à nous dire : la sécurité, l’économie et l’environnement.

Ursula von der Leyen: Merci de votre invitation, Monsieur le Président. Commençons donc.
""",
}


def test_whose_account_it_is_opens_no_turn(reading_of: Read) -> None:
    reading = reading_of(
        "Secretary Blinken's Meeting with Minister Jaishankar\n\nOctober 31, 2021\n\n"
        "The following is attributable to Spokesperson Ned Price:\n\n"
        "Secretary of State Antony J. Blinken met with the Minister in Rome."
    )
    assert not reading.turns
