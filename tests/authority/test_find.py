"""Look-ups, over the names that records print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from greffier.authority import find_bodies, find_offices, find_organisation, find_state, shipped
from tests.places import EXAMPLE_RECORDS, label

if TYPE_CHECKING:
    from pathlib import Path

NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Kyrgyzstan", "KG"),
        ("the Kyrgyz Republic", "KG"),
        (f"Kyrgyz{NO_BREAK}Republic", "KG"),
        ("Kirghizia", "KG"),
        ("Киргизия", "KG"),
        ("Кыргызстан", "KG"),
        ("Tajik", "TJ"),
        ("TAJIKISTAN", "TJ"),  # a heading
        ("People\u2019s Republic of China", "CN"),
        ("Cote d\u2019Ivoire", "CI"),
        ("Türkiye", "TR"),
        ("Turkiye", "TR"),
        ("Tu\u0308rkiye", "TR"),  # the same letters, otherwise encoded
        ("Йемен", "YE"),  # a letter of its own, not an accent
        ("Соединённые Штаты", "US"),
        ("US", "US"),
        ("U.S.", "US"),
        ("The Netherlands", "NL"),
        ("the UK", "GB"),
        ("DR Congo", "CD"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("us", None),  # a pronoun
        ("pole", None),
        ("Guinea-Bissau and Guinea", None),  # two names are no name
        ("", None),
    ],
)
def test_a_state_by_a_name_in_a_record(printed: str, code: str | None) -> None:
    state = find_state(shipped(), printed, printed=True)
    assert (state.code if state else None) == code


@pytest.mark.parametrize(
    ("printed", "acronym"),
    [
        ("CSTO", "CSTO"),
        ("Collective Security Treaty Organization", "CSTO"),
        (f"the{NO_BREAK}Collective Security Treaty Organisation", "CSTO"),
        ("ОДКБ", "CSTO"),
        ("Commonwealth of Independent States", "CIS"),
        ("Organization of the Islamic Conference", "OIC"),
        ("WHO", "WHO"),
        ("who", None),
        ("Who", None),
        ("eco", None),
    ],
)
def test_an_organisation_by_a_name_in_a_record(printed: str, acronym: str | None) -> None:
    found = find_organisation(shipped(), printed, printed=True)
    assert (found.acronym if found else None) == acronym


@pytest.mark.parametrize(
    "typed", ["csto", "одкб", "организация договора о коллективной безопасности"]
)
def test_case_does_not_count_in_what_a_person_types(typed: str) -> None:
    found = find_organisation(shipped(), typed)
    assert found is not None
    assert found.acronym == "CSTO"


def test_a_name_that_several_bodies_bear_gives_them_all() -> None:
    found = find_bodies(shipped(), "Council of Foreign Ministers")
    assert {body.organisation for body in found} >= {"CSTO", "SCO", "CIS"}
    (one,) = find_bodies(shipped(), "Council of Foreign Ministers", of="CSTO")
    assert one.organisation == "CSTO"
    assert find_bodies(shipped(), "Council of Foreign Ministers", of="NATO") == ()


def test_a_body_by_another_of_its_names() -> None:
    (one,) = find_bodies(shipped(), "Council of Heads of State", of="SCO")
    assert one.name == "Heads of State Council"
    (other,) = find_bodies(shipped(), "Совет коллективной безопасности")
    assert other.name == "Collective Security Council"


def test_an_office_in_either_spelling() -> None:
    (office,) = find_offices(shipped(), "Secretary-General", of="SCO")
    assert office.title == "Secretary General"
    assert len(find_offices(shipped(), "secretary general")) > 1
    (russian,) = find_offices(shipped(), "Генеральный секретарь", of="CSTO")
    assert russian.title == "Secretary General"


@pytest.mark.parametrize("path", EXAMPLE_RECORDS, ids=label)
def test_every_state_whose_head_a_record_names_is_known(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace(NO_BREAK, " ")
    printed = re.findall(r"(?:President|Prime Minister) of (?!the |People)([A-Z][a-z]+)", text)
    printed += re.findall(
        r"President of ((?:the )?(?:People|Kyrgyz)\S* Republic(?: of China)?)", text
    )
    printed += re.findall(r"\b([A-Z]\w+) President [A-Z]", text)
    assert printed
    assert [one for one in printed if find_state(shipped(), one, printed=True) is None] == []


def test_members_stand_in_the_order_of_the_russian_alphabet() -> None:
    """The order in which the heads of state of one organisation speak, after the chair."""
    names = ["Tajikistan", "Kyrgyzstan", "Belarus", "Kazakhstan", "Armenia"]
    states = [one for one in (find_state(shipped(), name) for name in names) if one]
    spoke = ["Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Tajikistan"]
    assert [one.name for one in sorted(states, key=lambda one: one.russian_name)] == spoke
