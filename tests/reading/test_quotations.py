"""Whose words an account quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.texts import HEAD, cut

if TYPE_CHECKING:
    from greffier.model import Reading
    from tests.reading.texts import Read

Row = tuple[str | None, bool, str | None]
PUTIN = "President of Russia Vladimir Putin met the press in Moscow."


def _quoted(reading: Reading) -> list[Row]:
    return [(one.speaker, one.direct, cut(reading, one.span)) for one in reading.quotations]


@pytest.mark.parametrize(
    ("printed", "quoted"),
    [
        (
            '"We must act now," the Kremlin said in a statement.',
            [("Kremlin", True, "We must act now,")],
        ),
        ("«We must act now», said Vladimir Putin.", [("Vladimir Putin", True, "We must act now")]),
        ("“We must act now,” he said.", [("Vladimir Putin", True, "We must act now,")]),
        ('"We must act now," said the President.', [("Vladimir Putin", True, "We must act now,")]),
        ('As Vladimir Putin said, "it is all fine".', [("Vladimir Putin", True, "it is all fine")]),
        (
            'According to the press service of the Tajik president, they "called for more steps".',
            [("press service of the Tajik president", True, "called for more steps")],
        ),
        (
            "Nothing will be decided at the summit itself, he said.",
            [("Vladimir Putin", False, "Nothing will be decided at the summit itself")],
        ),
        ('The "so called" state was there.', []),  # two words, of nobody
        ('The operation "Peaceful Mission of the Year" began.', []),  # a name
    ],
)
def test_words_are_of_whoever_is_said_to_have_spoken(
    reading_of: Read, printed: str, quoted: list[Row]
) -> None:
    assert _quoted(reading_of(f"{HEAD}{PUTIN} {printed}")) == quoted


def test_an_institution_is_never_he(reading_of: Read) -> None:
    reading = reading_of(
        f'{HEAD}"We must act now," the Kremlin said in a statement. {PUTIN} '
        '"All of this is clear," he said.'
    )
    assert [one.speaker for one in reading.quotations] == ["Kremlin", "Vladimir Putin"]


def test_he_is_whoever_was_quoted_last(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}{PUTIN} He was met by Prime Minister of Armenia Nikol Pashinyan. "
        '"We are glad of it," Nikol Pashinyan said.\n\nThe talks went on for an hour. '
        '"It was a long day," he added.'
    )
    assert [one.speaker for one in reading.quotations] == ["Nikol Pashinyan", "Nikol Pashinyan"]


def test_a_quotation_leads_to_its_words_its_cue_and_who_took_part(reading_of: Read) -> None:
    reading = reading_of(f'{HEAD}{PUTIN} "We must act now," said Vladimir Putin.')
    (one,) = reading.quotations
    assert cut(reading, one.cue) == "Vladimir Putin"
    assert one.participant in {None, *(person.id for person in reading.participants)}
    assert one.rule == "quotation:said-source"


def test_what_is_quoted_inside_a_speech_is_the_speaker_s(reading_of: Read) -> None:
    reading = reading_of(f'{HEAD}Vladimir Putin: As Lincoln said, "it is all fine with us".')
    assert reading.quotations == ()


def test_the_president_is_a_state_s(reading_of: Read) -> None:
    reading = reading_of(
        "Meeting with the President of the Academy\n\nMay 5, 2012, Moscow\n\nPresident of Russia "
        "Vladimir Putin met with President of the Academy of Sciences Alexander Sergeyev. At the "
        "meeting, the President said that he would support the young researchers."
    )
    assert [one.speaker for one in reading.quotations] == ["Vladimir Putin"]


@pytest.mark.parametrize(
    ("printed", "quoted"),
    [
        (
            "«Мы готовы к работе», – сказал Владимир Путин.",
            [("Владимир Путин", True, "Мы готовы к работе")],
        ),
        (
            "«Это был долгий день», – добавил он.",
            [("Владимир Путин", True, "Это был долгий день")],
        ),
        (
            "Владимир Путин отметил, что отношения развиваются.",
            [("Владимир Путин", False, "отношения развиваются")],
        ),
        (
            "По словам Владимира Путина, отношения развиваются.",
            [("Владимир Путин", False, "отношения развиваются")],
        ),
        ("Принят закон «О мерах поддержки семей».", []),
    ],
)
def test_whose_words_a_record_in_russian_quotes(
    reading_of: Read, printed: str, quoted: list[Row]
) -> None:
    head = "Встреча с журналистами\n\n2 декабря 2020 года, Москва\n\n"
    reading = reading_of(f"{head}Владимир Путин встретился с ними. {printed}")
    assert _quoted(reading) == quoted
