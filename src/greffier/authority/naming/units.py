"""Observations that are one person without asking: one name in one capacity.

An archive has a head of state hundreds of times, in the same words; joining asks about each name
and capacity once, not about each pair of records.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from greffier.authority.naming.days import bounds
from greffier.authority.naming.deciding import decide
from greffier.authority.naming.observed import Observed
from greffier.authority.naming.parts import parse
from greffier.authority.naming.standing import LIFETIME, TERM

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from greffier.authority.naming.observed import Decision
    from greffier.model import Known


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """Observations of one name in one capacity, the earliest first."""

    members: tuple[Observed, ...]
    days: tuple[tuple[int, int, Observed], ...] = field(repr=False)
    records: dict[str, Observed] = field(repr=False)

    @property
    def name(self) -> str:
        """The name, as all members have it."""
        return self.members[0].name

    @property
    def key(self) -> tuple[str, ...]:
        """What units are put in order by."""
        return self.members[0].key

    @property
    def weak(self) -> bool:
        """Whether the name is a surname alone or with initials."""
        return parse(self.name).weak


def make_units(
    observed: Iterable[Observed], judged: Collection[Observed], known: Known
) -> Iterator[Unit]:
    """Put observations into units; one that a judgement names is a unit of its own."""
    gathered: dict[tuple[str | None, ...], list[Observed]] = defaultdict(list)
    for one in sorted(set(observed), key=lambda one: one.key):
        own = ("judged", *one.key) if one in judged else ()
        gathered[(one.name, one.office, one.of, _record(one, known), *own)].append(one)
    for members in gathered.values():
        name = parse(members[0].name)
        for run in _runs(members, TERM if name.weak or name.usual else LIFETIME):
            yield _unit(run)


def _record(one: Observed, known: Known) -> str | None:
    """Give the record where the name and the capacity are not enough to tell who it is."""
    elsewhere = decide(one, replace(one, record=f"not {one.record}"), known)
    settled = elsewhere.verdict == "same" and not elsewhere.rule.endswith(":together")
    return None if settled else one.record


def _runs(members: list[Observed], longest: int) -> Iterator[list[Observed]]:
    """Part observations where too many days lie between: another of the name may have come."""
    dated = sorted((bounds(one.day), one.key, one) for one in members if one.day is not None)
    undated = [one for one in members if one.day is None]
    if longest == TERM:
        yield from ([one] for one in undated)
    elif undated:
        yield undated
    run: list[Observed] = []
    last = None
    for (begins, ends), _, one in dated:
        if last is not None and begins - last > longest:
            yield run
            run = []
        run.append(one)
        last = ends if last is None else max(last, ends)
    if run:
        yield run


def _unit(members: Iterable[Observed]) -> Unit:
    ordered = tuple(sorted(members, key=lambda one: one.key))
    return Unit(
        members=ordered,
        days=tuple(
            sorted(
                ((*bounds(one.day), one) for one in ordered if one.day is not None),
                key=lambda dated: (dated[0], dated[1], dated[2].key),
            )
        ),
        records={one.record: one for one in reversed(ordered)},
    )


def decide_units(one: Unit, other: Unit, known: Known) -> tuple[Observed, Observed, Decision]:
    """Decide two units by the members that say most: those of one record, and the nearest in time.

    Returns:
        The two members and the decision; what keeps them apart counts before what joins them.
    """
    found = [(mine, theirs, decide(mine, theirs, known)) for mine, theirs in _telling(one, other)]
    for verdict in ("different", "same"):
        for pair in found:
            if pair[2].verdict == verdict:
                return pair
    return found[0]


def _telling(one: Unit, other: Unit) -> Iterator[tuple[Observed, Observed]]:
    yield _nearest(one, other) or (one.members[0], other.members[0])
    shared = one.records.keys() & other.records.keys()
    if shared:
        record = min(shared)
        yield one.records[record], other.records[record]


def _nearest(one: Unit, other: Unit) -> tuple[Observed, Observed] | None:
    """Find the two members between which fewest days lie, going once through both."""
    best: tuple[int, Observed, Observed] | None = None
    at = place = 0
    while at < len(one.days) and place < len(other.days):
        begins, ends, mine = one.days[at]
        starts, stops, theirs = other.days[place]
        gap = max(begins - stops, starts - ends, 0)
        if best is None or gap < best[0]:
            best = (gap, mine, theirs)
        if gap == 0:
            break
        if ends < starts:
            at += 1
        else:
            place += 1
    return best[1:] if best else None
