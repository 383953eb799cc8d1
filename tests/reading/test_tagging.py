"""Offices and their holders, in every order in which they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.reading.folding import View

if TYPE_CHECKING:
    from greffier.reading.tagging import Tagger

Row = tuple[str | None, str | None, str | None]


def _capacities(tagger: Tagger, printed: str) -> list[Row]:
    text = tagger.known(View.of(printed)).text
    found = (one.capacity for one in tagger.capacities(text))
    return [(one.name, one.office, one.of) for one in found]


@pytest.mark.parametrize(
    ("printed", "row"),
    [
        # office, of what, who
        (
            "Prime Minister of Armenia Nikol Pashinyan",
            ("Nikol Pashinyan", "Prime Minister", "Armenia"),
        ),
        (
            "President of the Republic of Armenia, Serzh Sargsyan",
            ("Serzh Sargsyan", "President", "Armenia"),
        ),
        (
            "Secretary-General of the Shanghai Cooperation Organisation Vladimir Norov",
            ("Vladimir Norov", "Secretary General", "SCO"),
        ),
        # of what, office, who
        ("Tajik President Emomali Rahmon", ("Emomali Rahmon", "President", "Tajikistan")),
        ("CSTO Secretary-General Stanislav Zas", ("Stanislav Zas", "Secretary General", "CSTO")),
        (
            "Russia's Foreign Minister Sergei Lavrov",
            ("Sergei Lavrov", "Minister of Foreign Affairs", "Russia"),
        ),
        # who, of what, office; who, office, of what
        (
            "Nikol Pashinyan, the Armenian Prime Minister,",
            ("Nikol Pashinyan", "Prime Minister", "Armenia"),
        ),
        (
            "Nikol Pashinyan, Prime Minister of Armenia,",
            ("Nikol Pashinyan", "Prime Minister", "Armenia"),
        ),
        # office, who, of what
        ("President Ilham Aliyev of Azerbaijan", ("Ilham Aliyev", "President", "Azerbaijan")),
        # part of it only
        ("President Assad is ready", ("Assad", "President", None)),
        ("President of Armenia", (None, "President", "Armenia")),
        ("the Tajik president", (None, "President", "Tajikistan")),
        # of something nobody knows
        (
            "Director of the Bolshoi Theatre Vladimir Urin",
            ("Vladimir Urin", "Director", "Bolshoi Theatre"),
        ),
    ],
)
def test_an_office_with_what_it_is_of_and_who_holds_it(
    tagger: Tagger, printed: str, row: Row
) -> None:
    assert _capacities(tagger, printed) == [row]


@pytest.mark.parametrize(
    ("printed", "office"),
    [
        ("Minister of Foreign Affairs", "Minister of Foreign Affairs"),
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("Minister for Emergency Situations", "Minister of Emergency Situations"),
        ("Defence Minister", "Minister of Defence"),
        ("Minister of Labour and Social Protection", "Minister of Labour and Social Protection"),
        ("First Deputy Prime Minister", "First Deputy Prime Minister"),
        ("Vice President", "Vice President"),
        ("Secretary-General", "Secretary General"),
        ("Chairwoman", "Chairman"),
    ],
)
def test_an_office_is_kept_under_one_name(tagger: Tagger, printed: str, office: str) -> None:
    assert _capacities(tagger, f"{printed} of Belarus Ivan Petrov") == [
        ("Ivan Petrov", office, "Belarus")
    ]


@pytest.mark.parametrize(
    ("printed", "acting"),
    [
        ("Acting President of Kyrgyzstan Talant Mamytov", True),
        ("President of Kyrgyzstan Sadyr Japarov", False),
    ],
)
def test_who_only_acts_is_marked(tagger: Tagger, printed: str, *, acting: bool) -> None:
    text = tagger.known(View.of(printed)).text
    assert [one.capacity.acting for one in tagger.capacities(text)] == [acting]


@pytest.mark.parametrize(
    "printed",
    [
        "the presidents of Russia and Belarus",  # several, named together
        "foreign ministers of Armenia",
        "residents of Russia",
        "a presidential decree",
        "the head of state",
    ],
)
def test_these_are_nobody_s_office(tagger: Tagger, printed: str) -> None:
    assert _capacities(tagger, printed) == []


def test_capitals_that_are_no_name_end_it(tagger: Tagger) -> None:
    assert _capacities(tagger, "President of Russia Vladimir Putin Monday") == [
        ("Vladimir Putin", "President", "Russia")
    ]


def test_two_in_a_row_are_two(tagger: Tagger) -> None:
    printed = "President of Russia Vladimir Putin and Prime Minister of Armenia Nikol Pashinyan"
    assert [name for name, _, _ in _capacities(tagger, printed)] == [
        "Vladimir Putin",
        "Nikol Pashinyan",
    ]


@pytest.mark.parametrize(
    ("printed", "people"),
    [
        ("Vladimir Putin", 1),
        ("Mr Putin and Putin", 2),
        ("Putina, Putin-like", 0),
        ("Ivanov", 0),  # two of this name: neither is meant for certain
        ("Sergei Ivanov", 1),
    ],
)
def test_people_are_found_again_by_their_surnames(
    tagger: Tagger, printed: str, people: int
) -> None:
    view = tagger.people(View.of(printed), ["Vladimir Putin", "Sergei Ivanov", "Pyotr Ivanov"])
    assert sum(tagger.symbols.person(char) is not None for char in view.text) == people
