"""Where and how a session met."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from greffier.model import Session
    from tests.reading.texts import Read


def _subject(reading_of: Read, printed: str) -> Session:
    subject = reading_of(printed).subject
    assert subject
    return subject


@pytest.mark.parametrize(
    ("head", "venue"),
    [
        ("Rose Garden", "Washington"),
        ("Tokyo, Japan", "Tokyo"),
        ("State House\nLusaka, Zambia", "Lusaka"),
        ("Treaty Room\nWashington, DC", "Washington"),
        ("New York", "New York"),
        ("The agenda", None),
    ],
)
def test_a_line_of_the_head_is_where_they_were(
    reading_of: Read, head: str, venue: str | None
) -> None:
    printed = (
        f"Remarks after a meeting of ministers\n\nMay 19, 2022\n\n{head}\n\n"
        "PRESIDENT BIDEN: Please be seated. Thank you.\n\nPRESIDENT NIINISTO: Thank you."
    )
    assert _subject(reading_of, printed).venue == venue


@pytest.mark.parametrize(
    ("account", "venue"),
    [
        ("Joe Biden met with Prime Minister of Japan Fumio Kishida in Hiroshima.", "Hiroshima"),
        ("The meeting is underway at Beijing in China.", "Beijing"),
        ("The meeting was held at the Palais Wilson, Geneva, on Tuesday.", "Geneva"),
        # Not of this session, no place, or a place that is talked about.
        ("The participants discussed the recent round of talks in Astana.", None),
        ("The House met at Eleven of the Clock.", None),
        ("He held a meeting on wild fires in the Urals.", None),
        ("The ministers held a meeting in May.", None),
    ],
)
def test_the_account_says_where(reading_of: Read, account: str, venue: str | None) -> None:
    printed = f"Meeting of ministers\n\nMay 15, 2017\n\n{account}"
    assert _subject(reading_of, printed).venue == venue


def test_the_state_of_the_publisher_is_told_better_by_the_dateline(reading_of: Read) -> None:
    printed = (
        "Official website of the President of Russia\n\nRussia-Kyrgyzstani talks\n\n"
        "November 29, 2017, The Kremlin, Moscow\n\nVladimir Putin: It is good to see you.\n\n"
        "Sooronbay Jeenbekov: I am glad to be here in Russia once again."
    )
    assert _subject(reading_of, printed).venue == "Moscow"


def test_one_who_is_said_to_join_by_video_makes_it_hybrid(reading_of: Read) -> None:
    printed = (
        "The President: The Security Council will now begin its consideration of the item.\n\n"
        "Ms. Hennis-Plasschaert is joining today's meeting via video-teleconference from Baghdad. "
        "I thank the representatives for being in this Chamber.\n\n"
        "Ms. Hennis-Plasschaert: Thank you, Madam President.\n\nThe President: I thank her.\n"
    )
    assert _subject(reading_of, printed).mode == "hybrid"


@pytest.mark.parametrize(
    ("title", "venue"),
    [
        ("Встреча Министров прошла в Нижнем Новгороде", "Нижний Новгород"),
        ("17 апреля в Москве состоятся переговоры", "Москва"),
        ("Сергей Лавров прибыл в Минск для участия в СМИД ОДКБ", "Минск"),
        ("Пресс-конференция с Министром иностранных дел, Москва, 26 мая 2025 года", "Москва"),
        ("Заседание СМИД ОДКБ в Казахстане", "Kazakhstan"),
        # Nobody meets in a speech about it.
        ("Заседание о событиях в Берлинской Академии", None),
    ],
)
def test_russian_cities_stand_in_a_case(reading_of: Read, title: str, venue: str | None) -> None:
    printed = f"{title}\n\n26 мая 2025 года\n\nОбсуждались вопросы взаимодействия."
    assert _subject(reading_of, printed).venue == venue
