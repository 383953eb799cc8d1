"""Which tellings are compared: in order, with what is judged of them, and two and two."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from greffier.archive.settlement import Telling
from greffier.archive.stored import Tie
from greffier.query.merging.faces import each_day
from greffier.query.merging.units import Unit, by_record, units

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from greffier.query.merging.faces import Face

Pair = tuple[str, str]

# In a crowd each is compared with its neighbours alone: what so many have in common shows little.
CROWD: Final = 40
# `A session took place earlier in Dushanbe` is one of the days before, not of the months.
EARLIER: Final = 7


@dataclass(frozen=True, slots=True)
class Scene:
    """Tellings made ready to be compared.

    Args:
        tellings: all, by name.
        units: those that stand for themselves, in order.
        ties: why each of the others is of the session of one of them.
        same, different: what is judged, each pair as of those that stand for themselves.
    """

    tellings: dict[str, Telling]
    units: list[Unit]
    ties: tuple[Tie, ...]
    same: list[Pair]
    different: list[Pair]


def arrange(
    tellings: Iterable[Telling],
    face: Callable[[Telling], Face],
    same: Iterable[Pair],
    different: Iterable[Pair],
) -> Scene:
    """Make tellings ready to be compared; of each record all are needed.

    Args:
        tellings: what witnesses tell.
        face: gives what of a telling is compared.
        same: the names of two that were judged to be of one session.
        different: likewise of two that were judged not to be.
    """
    ordered = sorted(tellings, key=lambda one: one.key)
    own, ties = by_record(ordered)
    carried = {tie.other: tie.one for tie in ties}
    merged, parted = (_carried(pairs, carried) for pairs in (same, different))
    judged = frozenset(key for pair in (*merged, *parted) for key in pair)
    made = units(((one, face(one)) for one in own), judged=judged)
    return Scene({one.key: one for one in ordered}, made, ties, merged, parted)


def paired(some: Sequence[Unit]) -> set[tuple[int, int]]:
    """Give the places of units that have a day, and something that is theirs, in common."""
    found: set[tuple[int, int]] = set()
    for block in blocked(some).values():
        found.update(combinations(block, 2) if len(block) <= CROWD else pairwise(block))
    return found


def blocked(some: Iterable[Unit]) -> Mapping[Hashable, Sequence[int]]:
    """Give the places of the units that have a day and something more in common, by what it is."""
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, unit in enumerate(some):
        for key in blocks(unit.face):
            found[key].append(at)
    return found


def blocks(one: Face) -> Iterator[Hashable]:
    """Yield what two tellings of one session have in common, at least one of them."""
    for day in each_day(one.days or (1, 0)) if one.is_precise else ():
        for organisation in one.organisations:
            yield day, "organisation", organisation
        if not one.organisations:
            yield from ((day, "body", one.body),) if one.body else ()
            yield from ((day, "party", party) for party in one.parties)
        yield from ((day, "stem", stem) for stem in one.stems)
        yield from ((day, "venue", venue) for venue in one.venue if one.subject)


def body_of(one: Face) -> Hashable | None:
    """Give the body by which what has no day of its own finds the session that it can be."""
    if not one.organisations or not (one.body or one.summit):
        return None
    return one.organisations, one.body or one.summit_body


def _carried(pairs: Iterable[Pair], carried: Mapping[str, str]) -> list[Pair]:
    """Give what is judged of another witness of a record as judged of what its base tells."""
    found = {(carried.get(one, one), carried.get(other, other)) for one, other in pairs}
    return sorted((one, other) for one, other in found if one != other)
