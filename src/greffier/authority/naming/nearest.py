"""The days of a unit, and which of them is nearest to another's, however many there are."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from greffier.authority.naming.days import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.authority.naming.observed import Observed

Bounds = tuple[int, int]


class Near(NamedTuple):
    """Days of two units and how many lie between them; the nearest sorts first."""

    gap: int
    mine: Bounds
    theirs: Bounds


class Days:
    """The days on which the members of a unit are observed, each with its first member.

    Args:
        members: in the order of their keys; who has no day is left out.
    """

    __slots__ = ("exact", "of", "vague")

    def __init__(self, members: Iterable[Observed]) -> None:
        self.of: dict[Bounds, Observed] = {}
        for one in members:
            if one.day is not None:
                self.of.setdefault(bounds(one.day), one)
        self.exact = sorted(begins for begins, ends in self.of if begins == ends)
        self.vague = sorted(one for one in self.of if one[0] != one[1])

    def nearest(self, other: Days) -> tuple[Observed, Observed] | None:
        """Give the two members between which fewest days lie, the earliest of several."""
        best = min(self._near(other), default=None)
        return (self.of[best.mine], other.of[best.theirs]) if best else None

    def _near(self, other: Days) -> Iterator[Near]:
        if len(self.exact) <= len(other.exact):
            for day in self.exact:
                yield from (Near(*found) for found in _beside((day, day), other.exact))
        else:
            for day in other.exact:
                yield from (Near(gap, at, to) for gap, to, at in _beside((day, day), self.exact))
        for span in self.vague:
            yield from (Near(*found) for found in _beside(span, other.exact))
            yield from (Near(_gap(span, theirs), span, theirs) for theirs in other.vague)
        for span in other.vague:
            yield from (Near(gap, at, to) for gap, to, at in _beside(span, self.exact))


def _beside(span: Bounds, exact: Sequence[int]) -> Iterator[tuple[int, Bounds, Bounds]]:
    """Yield how far the last day before `span` and the first in or behind it are."""
    at = bisect_left(exact, span[0])
    for day in exact[max(at - 1, 0) : at + 1]:
        yield _gap(span, (day, day)), span, (day, day)


def _gap(one: Bounds, other: Bounds) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
