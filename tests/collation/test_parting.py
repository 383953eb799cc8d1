"""Tests of `greffier.collation.parting`: who carries one record, from what binds two and two."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.collation.parting import parted
from greffier.model import Bond


def like(pair: str, words: int = 100) -> Bond:
    return Bond(one=pair[0], other=pair[1], same=True, words=words)


def judged(pair: str, *, same: bool) -> Bond:
    return Bond(one=pair[0], other=pair[1], same=same, judged=True)


@pytest.mark.parametrize(
    ("bonds", "groups"),
    [
        ([], "a b c d"),
        ([like("ca")], "ac b d"),
        ([like("cb"), like("ba")], "abc d"),
        # What was judged apart is not brought together by way of a third: the nearer one has it.
        ([judged("ab", same=False), like("ac", 50), like("bc", 90)], "a bc d"),
        ([judged("ab", same=False), like("ac", 90), like("bc", 50)], "ac b d"),
        ([judged("ab", same=True), judged("bc", same=False), like("ac")], "ab c d"),
        # Of two judgements on one pair the first given counts: the later one made.
        ([judged("ab", same=True), judged("ba", same=False)], "ab c d"),
        ([judged("ab", same=False), judged("ba", same=True), like("ab")], "a b c d"),
        ([like("ax"), like("yx")], "a b c d"),  # nobody here
    ],
)
def test_witnesses_are_parted_into_records(bonds: list[Bond], groups: str) -> None:
    assert ["".join(group) for group in parted("abcd", bonds)] == groups.split()


@given(
    st.lists(
        st.builds(
            Bond,
            one=st.sampled_from("abcdef"),
            other=st.sampled_from("abcdef"),
            same=st.booleans(),
            words=st.integers(0, 9),
            judged=st.booleans(),
        )
    )
)
def test_every_witness_carries_one_record_whatever_binds_it(bonds: list[Bond]) -> None:
    groups = parted("abcdef", bonds)
    assert sorted(one for group in groups for one in group) == list("abcdef")
    assert all(earlier < later for group in groups for earlier, later in pairwise(group))
    # The order in which words were found to bind decides nothing.
    found = [one for one in bonds if not one.judged]
    told = [one for one in bonds if one.judged]
    assert parted("abcdef", [*told, *reversed(found)]) == groups
