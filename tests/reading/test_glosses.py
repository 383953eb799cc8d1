"""Cards that were melted into sentences, and names that only look like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.texts import HEAD, cut

if TYPE_CHECKING:
    from tests.reading.texts import Read


@pytest.mark.parametrize(
    ("printed", "name", "office"),
    [
        (
            "Nikol Pashinyan Pashinyan NikolPrime Minister of the Republic of Armenia ,",
            "Pashinyan Nikol",
            "Prime Minister of the Republic of Armenia",
        ),
        # The order is the same in China.
        (
            "Xi Jinping Xi JinpingPresident of People’s Republic of China ,",
            "Xi Jinping",
            "President of People’s Republic of China",
        ),
        (
            "Kassym-Jomart Tokayev Tokayev Kassym-JomartPresident of Kazakhstan .",
            "Tokayev Kassym-Jomart",
            "President of Kazakhstan",
        ),
        # The sentence goes on in small letters, or behind the state.
        (
            "Emomali Rahmon Rahmon EmomaliPresident of Tajikistan chaired the meeting.",
            "Rahmon Emomali",
            "President of Tajikistan",
        ),
        (
            "Emomali Rahmon Rahmon EmomaliPresident of Tajikistan and others.",
            "Rahmon Emomali",
            "President of Tajikistan",
        ),
        # Only the surname was shown.
        (
            "Mr Lavrov Lavrov SergeiMinister of Foreign Affairs .",
            "Lavrov Sergei",
            "Minister of Foreign Affairs",
        ),
    ],
)
def test_a_card_is_a_name_said_again_with_an_office_glued_to_it(
    reading_of: Read, printed: str, name: str, office: str
) -> None:
    reading = reading_of(f"{HEAD}The participants were {printed} They were welcomed by the host.")
    assert [(one.name, one.office) for one in reading.glosses] == [(name, office)]
    assert cut(reading, reading.glosses[0].span) == f"{name}{office}"


@pytest.mark.parametrize(
    "printed",
    [
        "Mr Ronald McDonald and Ms Fiona MacLeod took part.",
        "They watched YouTube on an iPhone.",
        "Ivan Ivanov IvanovPetrov spoke.",
        "Vladimir Putin met Nikol Pashinyan in NovoOgaryovo.",
    ],
)
def test_a_capital_inside_a_word_is_no_card(reading_of: Read, printed: str) -> None:
    reading = reading_of(f"{HEAD}{printed}")
    assert reading.glosses == ()
    assert reading.furniture == ()


def test_a_sentence_is_whole_again_without_its_cards(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}The participants were Prime Minister of Armenia Nikol Pashinyan Pashinyan Nikol"
        "Prime Minister of the Republic of Armenia , and President of Iran Ebrahim Raisi."
    )
    assert [(one.name, one.office, one.of) for one in reading.participants] == [
        ("Nikol Pashinyan", "Prime Minister", "Armenia"),
        ("Ebrahim Raisi", "President", "Iran"),
    ]


def test_a_card_in_a_label_is_not_of_the_label(reading_of: Read) -> None:
    reading = reading_of(
        f"{HEAD}President of Tajikistan Emomali Rahmon Rahmon EmomaliPresident of Tajikistan : "
        "Good afternoon to all of you."
    )
    assert [one.label for one in reading.turns] == ["President of Tajikistan Emomali Rahmon"]
    assert [cut(reading, one.span) for one in reading.glosses] == [
        "Rahmon EmomaliPresident of Tajikistan"
    ]


@pytest.mark.parametrize(
    ("printed", "card"),
    [
        (
            "in the SCO Background information Shanghai Cooperation Organisation (SCO) this year.",
            "Background information Shanghai Cooperation Organisation (SCO)",
        ),
        ("and Maxim Sokolov Sokolov Maxim was there.", "Sokolov Maxim"),
    ],
)
def test_a_card_without_an_office_is_furniture(reading_of: Read, printed: str, card: str) -> None:
    reading = reading_of(f"{HEAD}The leaders met {printed}")
    assert [cut(reading, span) for span in reading.furniture] == [card]
    assert reading.glosses == ()


def test_cards_do_not_overlap(reading_of: Read) -> None:
    """One card may look like the name that another begins with; the first counts."""
    reading = reading_of(f"{HEAD}Aa Bb Aa BbCc Dd Cc DdEe met. ")
    spans = [one.span for one in reading.glosses]
    assert len(spans) == 1
