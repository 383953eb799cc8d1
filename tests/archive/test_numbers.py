"""Tests of `greffier.archive.numbers`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.archive.numbers import (
    About,
    language_of,
    number_of,
    number_of_language,
    number_of_sitting,
)


@given(
    year=st.integers(min_value=0, max_value=9_999),
    kind=st.integers(min_value=0, max_value=15),
    language=st.text(alphabet="abcxyz", min_size=2, max_size=3),
)
def test_what_a_record_is_comes_back_from_its_number(year: int, kind: int, language: str) -> None:
    about = About(year, kind, number_of_language(language))
    assert About.of(about.number) == about
    assert language_of(about.language) == language
    assert 0 <= about.number < 2**40


@pytest.mark.parametrize(
    ("tag", "language"), [("en", "en"), ("en-GB", "en"), ("RU", "ru"), ("und", "und"), ("", "")]
)
def test_a_language_is_the_first_part_of_its_tag(tag: str, language: str) -> None:
    assert language_of(number_of_language(tag)) == language


@given(name=st.text(max_size=20))
def test_a_name_has_a_number_and_nobody_has_none(name: str) -> None:
    assert (number_of(name) > 0) == bool(name)
    assert number_of(None) == 0


def test_what_sat_is_told_apart() -> None:
    sat = [(("CSTO",), ()), ((), ("CSTO",)), (("CSTO", "SCO"), ()), (("CSTO",), ("SCO",))]
    assert len({number_of_sitting(*one) for one in sat}) == len(sat)
    assert number_of_sitting((), ()) == 0
