"""In what order the floor was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.model import Date
from tests.query.checks.sittings import CSTO, SPEECH, THANKS, found, sitting

if TYPE_CHECKING:
    from greffier.model import Reading

OTHERS = tuple(one for one in CSTO if one != "Russia")


def turns(*parties: str) -> list[tuple[str, str]]:
    return [(party, SPEECH) for party in parties]


def test_the_sample_of_2020_shows_the_russian_order_after_the_chair(
    readings: dict[str, Reading],
) -> None:
    (reading,) = (one for name, one in readings.items() if name.startswith("002"))
    finding = found(reading, "floor-order")
    assert finding.agrees == "yes"
    assert finding.found == (
        "After the chair, Russia: Armenia, Belarus, Kazakhstan, Kyrgyzstan, Tajikistan. "
        "This is the Russian and also the English alphabetical order of their names"
    )
    words = [one.span.cut(reading.witness.text) for one in finding.evidence]
    assert [
        (one.shows, label.split()[-1]) for one, label in zip(finding.evidence, words, strict=True)
    ] == [
        ("Russia", "Putin"),
        ("Armenia", "Pashinyan"),  # who is interrupted, and is not first twice
        ("Belarus", "Lukashenko"),
        ("Kazakhstan", "Tokayev"),
        ("Kyrgyzstan", "Mamytov"),
        ("Tajikistan", "Rahmon"),
    ]
    (rule,) = finding.against
    assert rule.source.startswith("Charter of the CSTO, 2002, art. 12 and 13")
    assert "no row says in which the floor is given" in rule.says


def test_the_first_pair_that_breaks_the_order_is_named() -> None:
    finding = found(
        sitting(turns("Russia", "Armenia", "Kazakhstan", "Belarus", "Tajikistan")), "floor-order"
    )
    assert finding.agrees == "no"
    assert "Kazakhstan came before Belarus, against the Russian and English names" in finding.found


def test_the_two_alphabets_are_told_apart() -> None:
    """Hungary comes before Germany in Russian: Австрия, Венгрия, Германия."""
    chosen = {"organisations": ("EU",), "body": "European Council"}
    russian, english = ("Austria", "Hungary", "Germany"), ("Austria", "Germany", "Hungary")
    for order, alphabet in ((russian, "Russian"), (english, "English")):
        reading = sitting(turns("France", *order), chair="France")
        finding = found(reading, "floor-order", date=_on("2005-06-16"), **chosen)
        assert finding.agrees == "yes"
        assert f"This is the {alphabet} alphabetical order" in finding.found


def test_the_order_may_begin_after_the_name_of_the_chair() -> None:
    reading = sitting(
        turns("Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Armenia"), chair="Belarus"
    )
    finding = found(reading, "floor-order")
    assert finding.agrees == "yes"
    assert "from the name of the chair on" in finding.found


def test_thanks_are_no_turn_of_substance() -> None:
    spoke = [*turns("Russia"), ("Tajikistan", THANKS), *turns("Armenia", "Belarus", "Tajikistan")]
    assert found(sitting(spoke), "floor-order").agrees == "yes"


def test_a_host_may_welcome_the_others_before_the_chair_opens() -> None:
    reading = sitting(
        turns("Russia", "Belarus", "Armenia", "Kazakhstan", "Russia"), chair="Belarus"
    )
    finding = found(reading, "floor-order")
    assert finding.agrees == "yes"
    assert "After the chair, Belarus: Armenia, Kazakhstan, Russia" in finding.found
    assert "Before the chair opened it, Russia had spoken" in finding.found


def test_who_has_no_seat_stands_apart() -> None:
    spoke = turns("Russia", "Armenia", "Serbia", "Belarus", "Kazakhstan")
    finding = found(sitting(spoke), "floor-order")
    assert finding.agrees == "yes"
    assert "Besides the members: Serbia" in finding.found


@pytest.mark.parametrize(
    ("reading", "why"),
    [
        (sitting(turns("Armenia"), present=["Russia"]), "only Armenia took the floor besides"),
        (sitting(present=CSTO), "prints no turn"),
        (sitting(turns(*OTHERS), chair=None), "for whom the chair took part is not known"),
    ],
)
def test_what_the_record_cannot_show_stays_unknown(reading: Reading, why: str) -> None:
    finding = found(reading, "floor-order")
    assert finding.agrees == "unknown"
    assert why in finding.found.replace("Only", "only").replace("For", "for")


def test_without_a_day_it_is_unknown_who_has_a_seat() -> None:
    finding = found(sitting(turns("Russia", *reversed(OTHERS))), "floor-order", date=None)
    assert finding.agrees == "unknown"
    assert "gives the session no date" in finding.found
    assert finding.against == ()


def test_a_chair_that_nobody_tells_of_makes_no_order_wrong() -> None:
    """As where a host opens the session and gives the chair to another."""
    reading = sitting(turns("Russia", "Belarus", "Armenia", "Kazakhstan"), inferred=True)
    assert found(reading, "floor-order").agrees == "unknown"


@given(st.permutations(OTHERS))
def test_only_the_alphabetical_order_agrees(order: list[str]) -> None:
    finding = found(sitting(turns("Russia", *order)), "floor-order")
    right = tuple(order) == OTHERS or tuple(order) == (OTHERS[-1], *OTHERS[:-1])
    assert finding.agrees == ("yes" if right else "no")


def _on(day: str) -> Date:
    return Date(value=day, basis="stated")
