"""The rules on sessions get right what was told by hand."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.quality.sessions import measure, read_pairs

PAIRS = read_pairs()
PRECISION = 1.0  # of what is put together nothing is two sessions
RECALL = {False: 0.84, True: 1.0}  # of the real pairs two are left for a judgement


def test_there_are_enough_pairs_of_each_kind() -> None:
    counted = Counter((pair.made, pair.same) for pair in PAIRS)
    assert all(counted[made, same] >= 10 for made in (False, True) for same in (False, True))


@pytest.mark.parametrize("made", [False, True])
def test_no_two_sessions_are_put_together(made: bool) -> None:  # noqa: FBT001 - which half it is
    found = measure([pair for pair in PAIRS if pair.made is made])
    assert found.precision >= PRECISION, found.wrong
    assert found.recall >= RECALL[made], found.missed


def test_what_is_missed_is_left_for_a_judgement() -> None:
    missed = [pair for pair in PAIRS if pair.same and measure([pair]).missed]
    assert all(measure([pair]).open for pair in missed)
