"""The rules on persons get right what was told by hand, on pairs they were not written on too."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.quality.persons import HALVES, Half, Score, joined, one_by_one, read_pairs

PRECISION = 0.99
RECALL = 0.94  # pair by pair, without what the other records tell
RECALL_JOINED = 0.95
PAIRS = read_pairs()
TOGETHER = joined(PAIRS)


def test_there_are_enough_pairs_in_each_half() -> None:
    counted = Counter((pair.half, pair.same) for pair in PAIRS)
    assert all(counted[half, same] >= 100 for half in HALVES for same in (True, False))


@pytest.mark.parametrize("half", HALVES)
def test_pairs_by_themselves(half: Half) -> None:
    score = Score.of((pair for pair in PAIRS if pair.half == half), one_by_one)
    assert score.precision >= PRECISION
    assert score.recall >= RECALL


@pytest.mark.parametrize("half", HALVES)
def test_pairs_when_all_are_joined(half: Half) -> None:
    score = Score.of((pair for pair in PAIRS if pair.half == half), TOGETHER)
    assert score.precision >= PRECISION
    assert score.recall >= RECALL_JOINED
