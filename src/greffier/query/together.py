"""Who met whom: how many sessions two had somebody in."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """A state, or whatever else participants are of, and in how many sessions somebody was."""

    of: str
    sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Two of them, in the order of their names, and how many sessions had somebody of both."""

    one: str
    other: str
    sessions: int


def attended(attendance: Iterable[tuple[str, str]]) -> tuple[Attended, ...]:
    """Give who attended how many sessions, those that attended most first."""
    counted = Counter(of for _, of in attendance)
    return tuple(
        Attended(of=of, sessions=number)
        for of, number in sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    )


def together(attendance: Iterable[tuple[str, str]], among: Iterable[str]) -> tuple[Together, ...]:
    """Give which two of some met in how many sessions, those who met most first."""
    wanted = set(among)
    by_session: defaultdict[str, set[str]] = defaultdict(set)
    for session, of in attendance:
        if of in wanted:
            by_session[session].add(of)
    counted = Counter(
        pair for present in by_session.values() for pair in combinations(sorted(present), 2)
    )
    return tuple(
        Together(one=one, other=other, sessions=number)
        for (one, other), number in sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    )
