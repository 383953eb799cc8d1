"""Pairs of sessions as two records tell of them, put together or apart by hand.

Each line of `pairs.jsonl` has two tellings as the reader gives them, the record of each by its
path in the development set. The real ones are all that the set tells of one day, and sessions of
one body of which no day is told. `made` are pairs of which one side was made from a real record,
such as a notice from the head of a transcript: the set has few sessions with several records. The
rules were written with these pairs in sight.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from greffier.archive.settlement import Present, Telling
from greffier.authority import shipped
from greffier.query.merging import merge

PAIRS = Path(__file__).parent / "pairs.jsonl"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings, and whether they are of one session; `why` is how a careful reader knows."""

    made: bool
    same: bool
    why: str
    one: Telling
    other: Telling


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the pairs: put together rightly and wrongly, missed, and left for judgement.

    What is missed may be among what is open.
    """

    right: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    open: int

    @property
    def precision(self) -> float:
        """How much of what was put together belongs together."""
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """How much of what belongs together was put together."""
        return self.right / (self.right + len(self.missed))


def read_pairs() -> list[Pair]:
    """Give the pairs, in their order."""
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    return [_pair(n, json.loads(line)) for n, line in enumerate(lines)]


def measure(pairs: list[Pair]) -> Result:
    """Put each pair together by itself, and count."""
    known = shipped()
    right, undecided = 0, 0
    wrong: list[str] = []
    missed: list[str] = []
    for pair in pairs:
        merged = merge([pair.one, pair.other], known)
        together = len(merged.sessions) == 1
        undecided += bool(merged.doubts)
        right += together and pair.same
        told = f"{pair.one.name} / {pair.other.name}: {pair.why}"
        if together and not pair.same:
            wrong.append(told)
        elif pair.same and not together:
            missed.append(told)
    return Result(right=right, wrong=tuple(wrong), missed=tuple(missed), open=undecided)


def _pair(n: int, row: dict[str, Any]) -> Pair:
    one, other = (
        _telling(f"{n:08x}{side:08x}", row[name]) for side, name in ((0, "one"), (1, "other"))
    )
    return Pair(made=row["made"], same=row["same"], why=row["why"], one=one, other=other)


def _telling(witness: str, row: dict[str, Any]) -> Telling:
    return Telling(
        witness=witness,
        session="s1",
        n=1,
        position=0,
        record=witness,
        base=True,
        kind=row["kind"],
        language=row["language"],
        recorded=_days(row["recorded"]),
        subject=row["subject"],
        name=row["name"],
        organisations=tuple(row["organisations"]),
        body=row["body"],
        status=row["status"],
        days=_days(row["days"]),
        venue=row["venue"],
        mode=row["mode"],
        formats=tuple(row["formats"]),
        by_phone=row["by_phone"],
        present=tuple(Present(person=None, name=name, of=of) for name, of in row["present"]),
    )


def _days(days: list[int] | None) -> tuple[int, int] | None:
    return None if days is None else (days[0], days[1])
