"""Tests of `greffier.query.keyness`, against figures that are printed or worked out by hand."""

from __future__ import annotations

from math import isclose, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.query.keyness import log_dice, log_likelihood, log_ratio, together

counts = st.integers(min_value=0, max_value=10_000)


def test_the_log_likelihood_is_that_of_two_shares() -> None:
    # 30 of 1,000 against 10 of 2,000: expected are 13.33 and 26.67.
    by_hand = 2 * (30 * log(30 / (40 * 1_000 / 3_000)) + 10 * log(10 / (40 * 2_000 / 3_000)))
    assert isclose(log_likelihood(30, 1_000, 10, 2_000), by_hand)


def test_equal_shares_tell_nothing_apart() -> None:
    assert log_likelihood(5, 1_000, 10, 2_000) == pytest.approx(0)
    assert log_ratio(5, 1_000, 10, 2_000) == 0


def test_a_ratio_counts_doublings() -> None:
    assert log_ratio(40, 1_000, 20, 2_000) == 2
    assert log_ratio(1, 1_000, 0, 1_000) == 1  # none counts as a half


def test_words_that_only_stand_together_have_the_highest_dice() -> None:
    assert log_dice(7, 7, 7) == 14
    assert log_dice(7, 14, 14) == 13


@given(one=counts, other=counts)
def test_a_log_likelihood_is_never_below_nothing(one: int, other: int) -> None:
    if one + other:
        assert log_likelihood(one, 10_000, other, 20_000) >= -1e-6


@given(
    both=st.integers(min_value=0, max_value=50),
    near=st.integers(min_value=50, max_value=500),
    word=st.integers(min_value=50, max_value=500),
)
def test_words_together_are_as_the_table_of_four_says(both: int, near: int, word: int) -> None:
    """Rows and columns may change places, and independence gives nothing."""
    total = 10_000
    assert together(both, near, word, total) >= -1e-6
    assert isclose(
        together(both, near, word, total), together(both, word, near, total), abs_tol=1e-6
    )
    assert together(25, 500, 500, total) == pytest.approx(0)
