"""How names are compared, whatever the characters they are printed with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.authority import Names, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("People\u2019s Republic", "people's republic"),
        ("São Tomé", "Sao Tome"),
        ("Sao\u00a0 Tome", "São\tTomé"),
        ("Guinea\u2013Bissau", "Guinea-Bissau"),
        ("Kyrgyz\u00ad Republic", "the Kyrgyz Republic"),
        ("Объединённые", "объединенные"),
        ("\ufeffOslo\u200b", "Oslo"),
        ("İstanbul", "Istanbul"),
    ],
)
def test_two_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Nigerien", "Nigerian"), ("мой", "мои"), ("Niger", "Nigeria"), ("theatre", "atre")],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_again_changes_nothing_but_an_article(words: str) -> None:
    """So that a folded name may be kept and compared."""
    folded = fold(words)
    assert folded.split() == folded.split(" ") or not folded
    assert fold(folded) == folded.removeprefix("the ")


@given(st.text(min_size=1))
def test_whatever_bears_a_name_is_found_by_it_once(name: str) -> None:
    first, second = object(), object()
    assert Names([(name, first), (name, second), (name, first)]).get(name) == (first, second)


def test_equal_values_are_told_apart_and_unknown_names_find_nothing() -> None:
    names = Names([("Council", "one"), ("COUNCIL", "two")])
    assert names.get("Council") == ("one",)
    assert names.get("COUNCIL") == ("two",)
    assert names.get("Councils") == ()
