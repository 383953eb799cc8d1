"""Pairs of persons from the real records, told apart or together by hand, and what is got right.

Each row of `pairs.csv` has two persons as two records name them (the record is named by its path in
the development set). Together are the spellings, offices and years of one person; apart are names
that share a word, and persons who held one office. Each person is in one half with all his pairs.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self, cast

from greffier.authority import shipped
from greffier.authority.naming import Observed, decide, join

PAIRS = Path(__file__).parent / "pairs.csv"
Half = Literal["rules", "held out"]
HALVES: tuple[Half, ...] = ("rules", "held out")
Together = Callable[["Pair"], bool]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two persons as two records have them, and whether they are one.

    Args:
        half: the rules were written with `rules` in sight; `held out` was only scored.
    """

    half: Half
    same: bool
    one: Observed
    other: Observed


@dataclass(frozen=True, slots=True)
class Score:
    """How many pairs were put together, rightly and wrongly, and how many were missed."""

    right: int
    wrong: int
    missed: int

    @classmethod
    def of(cls, pairs: Iterable[Pair], together: Together) -> Self:
        """Count over `pairs`; what `together` leaves undecided is not together."""
        told = [(pair.same, together(pair)) for pair in pairs]
        return cls(told.count((True, True)), told.count((False, True)), told.count((True, False)))

    @property
    def precision(self) -> float:
        """How much of what was put together belongs together."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """How much of what belongs together was put together."""
        return self.right / (self.right + self.missed)


def read_pairs() -> list[Pair]:
    """Give the pairs of `pairs.csv`, in its order."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return [_pair(row) for row in csv.DictReader(file)]


def one_by_one(pair: Pair) -> bool:
    """Whether the two are one by themselves, without what other records tell."""
    return decide(pair.one, pair.other, shipped()).verdict == "same"


def joined(pairs: Iterable[Pair]) -> Together:
    """Join everybody in `pairs`, and give the question whether two stand in one group."""
    groups = join((one for pair in pairs for one in (pair.one, pair.other)), shipped()).groups
    group = {one: at for at, members in enumerate(groups) for one in members}
    return lambda pair: group[pair.one] == group[pair.other]


def _pair(row: Mapping[str, str]) -> Pair:
    return Pair(
        half=cast("Half", row["half"]),
        same=row["verdict"] == "same",
        one=_observed(row, "one"),
        other=_observed(row, "other"),
    )


def _observed(row: Mapping[str, str], side: str) -> Observed:
    return Observed(
        name=row[f"{side}_name"],
        record=row[f"{side}_record"],
        office=row[f"{side}_office"] or None,
        of=row[f"{side}_of"] or None,
        acting=row[f"{side}_acting"] == "acting",
        day=row[f"{side}_day"] or None,
        language=row[f"{side}_language"] or None,
    )
