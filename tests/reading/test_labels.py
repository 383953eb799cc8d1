"""Which colons announce a speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.reading.folding import View
from greffier.reading.label_forms import Label
from greffier.reading.labels import label_of
from greffier.reading.languages import ANY, ENGLISH, RUSSIAN, Language
from greffier.reading.layout import lines_of
from tests.reading.texts import HEAD, cut

if TYPE_CHECKING:
    from tests.reading.texts import Read


def _label(printed: str, language: Language = ENGLISH) -> Label | None:
    return label_of(lines_of(View.of(printed))[0], language)


@pytest.mark.parametrize(
    ("printed", "rule"),
    [
        ("President of Russia Vladimir Putin", "label:name"),
        ("Acting President of Kyrgyzstan Talant Mamytov", "label:name"),
        ("Secretary General of the CSTO Stanislav Zas", "label:name"),
        ("Vladimir Putin", "label:name"),
        ("Xi Jinping", "label:name"),
        ("Jean-Claude Juncker", "label:name"),
        ("Ursula von der Leyen", "label:name"),
        ("Mohammed bin Zayed Al Nahyan", "label:name"),
        ("Vladimir Putin (in English)", "label:name"),
        ("Dmitry Peskov (retranslated)", "label:name"),
        ("V. Putin", "label:initials"),
        ("V.V. Putin", "label:initials"),
        ("Mr Putin", "label:titled"),
        ("MR. PUTIN", "label:titled"),
        ("Mr. Churkin (Russian Federation) (spoke in Russian)", "label:titled"),
        ("The Chair", "label:the-office"),
        ("The Acting President", "label:the-office"),
        ("THE PRESIDENT", "label:the-office"),  # an office in capitals is nobody's name
        ("EMOMALI RAHMON", "label:capitals"),
        ("Question", "label:role"),
        ("Question 2", "label:role"),
        ("Moderator", "label:role"),
    ],
)
def test_a_label_opens_a_line(printed: str, rule: str) -> None:
    assert _label(f"{printed}: Good afternoon.") == Label(printed, len(printed) + 2, rule)
    assert _label(f"{printed}:") == Label(printed, len(printed) + 1, rule)


@pytest.mark.parametrize(
    "printed",
    [
        "He began: The Chair is absent.",
        "I would like to say: no.",
        "Vladimir Putin said the following: we agree.",
        "There are three tasks: peace, bread and land.",
        "Colleagues: good afternoon.",
        "My Dear Friends: welcome.",
        "Ladies and Gentlemen: welcome.",
        "First: Peace.",
        "10:30 we begin.",
        "At 10:30 President Putin: arrived.",
        "https://example.org/ is the address.",
        "Vladimir Putin:no blank follows",
        "Photo: Ivan Petrov",
        "Source: Interfax Agency",
        "A good day",
        ": Emomali Rahmon",
        "President of Russia and " * 8 + "Vladimir Putin: too long",
        "No colon at all, Vladimir Putin",
    ],
)
def test_a_colon_in_running_speech_opens_no_turn(printed: str) -> None:
    assert _label(printed) is None


def test_a_letter_stands_for_a_question(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}Q Why was it held?\n\nA Because it was time.\n\nQ: And then?")
    assert [one.label for one in reading.turns] == ["Q", "A", "Q"]
    assert [cut(reading, one.paragraphs[0]) for one in reading.turns] == [
        "Why was it held?",
        "Because it was time.",
        "And then?",
    ]


@pytest.mark.parametrize(
    ("printed", "rule"),
    [
        ("В.Путин", "label:initials"),
        ("Н.Пашинян (как переведено)", "label:initials"),
        ("Владимир Путин", "label:name"),
        ("Президент России Владимир Путин", "label:name"),
        ("Вопрос", "label:role"),
    ],
)
def test_russian_labels(printed: str, rule: str) -> None:
    assert _label(f"{printed}: Добрый день.", RUSSIAN) == Label(printed, len(printed) + 2, rule)


@pytest.mark.parametrize("printed", ["Первое: мир.", "Уважаемые коллеги: добрый день."])
def test_russian_speech_with_a_colon(printed: str) -> None:
    assert _label(printed, RUSSIAN) is None


def test_names_are_labels_in_any_language() -> None:
    label = _label("Sauli Niinistö: Hyvää päivää.", ANY)
    assert label
    assert label.text == "Sauli Niinistö"


def test_an_aside_is_of_the_label_as_printed() -> None:
    label = _label("Nikol Pashinyan (via interpreter) : Thank you.")
    assert label == Label("Nikol Pashinyan (via interpreter)", 36, "label:name")
