"""Which tellings a change reaches: those whose session has to be settled anew.

Which session a telling is of hangs on other tellings, and on nothing beside them, in these ways:

- it is compared with what is told of a day of its own and has something more in common with it; of
  a crowd only with its neighbours. Only what is not two sessions for certain joins or is doubted,
  and what holds two apart counts only where both are joined to a third;
- what has no day of its own goes to the one session of its body that was in its month, or in the
  week before its record;
- what another witness of a record tells goes where what its base tells goes;
- what is judged leads from one telling to another;
- a session that is now kept as one is taken whole, for it may fall apart.

From the tellings that were touched these ways are followed to their end, each day that they lead to
taken whole. What is reached so is put together as if all were, and all else stays as it is. Who the
persons are that took part counts for nothing here: names as printed do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from greffier.query.merging.deciding import decide
from greffier.query.merging.faces import PRECISE, days_before, each_day, face, is_precise
from greffier.query.merging.pairing import (
    CROWD,
    EARLIER,
    Scene,
    arrange,
    blocked,
    body_of,
    paired,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence

    from greffier.archive.settlement import Settlement, Telling, Touched
    from greffier.model import Known
    from greffier.query.merging.faces import Face
    from greffier.query.merging.pairing import Pair
    from greffier.query.merging.units import Unit

Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reached:
    """What a change reaches.

    Args:
        scene: what is reached, and what it is compared with.
        keys: the names of those that are reached.
        meetings: the identifiers of the sessions that these are now kept as.
    """

    scene: Scene
    keys: frozenset[str]
    meetings: frozenset[str]


def reached(
    settlement: Settlement,
    touched: Touched,
    known: Known,
    *,
    same: Collection[Pair] = (),
    different: Collection[Pair] = (),
) -> Reached:
    """Give the tellings that what was touched reaches, and whatever is needed to settle them.

    Args:
        settlement: where the tellings are.
        touched: what came, went, moved to another record or was judged.
        known: states, and organisations with their bodies.
        same: the names of two tellings that were judged to be of one session.
        different: likewise of two that were judged not to be.
    """
    ground = _Ground(settlement, known)
    ground.load(touched.witnesses)
    dirty = {key for key, one in ground.tellings.items() if one.witness in touched.witnesses}
    gone = [*touched.days, *ground.moved(dirty)]
    spans = [(days_before(first, EARLIER), last) for first, last in gone]
    ground.complete({day for span in spans for day in each_day(span)})
    seeds = dirty | {key for key in ground.tellings if _is_within(ground.window(key), spans)}
    while True:
        scene = arrange(ground.tellings.values(), ground.face, same, different)
        ways = _Ways(scene, ground, (*same, *different))
        keys = ways.follow(seeds | ways.crowds(dirty))
        if not ground.grow(keys):
            # A judgement may be on what is not told any more.
            there = keys & ground.tellings.keys()
            ours = {ground.meeting[key] for key in there}
            return Reached(scene, frozenset(there), frozenset(ours))


class _Ground:
    """What was taken out of the archive so far: whole records, and whole days."""

    def __init__(self, settlement: Settlement, known: Known) -> None:
        self._settlement = settlement
        self._known = known
        self.tellings: dict[str, Telling] = {}
        self.meeting: dict[str, str] = {}
        self.days: set[int] = set()
        self._faces: dict[str, Face] = {}
        self._loaded: set[str] = set()

    def load(self, witnesses: Iterable[str]) -> None:
        """Take what these witnesses tell, and the others of their records."""
        fresh = set(witnesses) - self._loaded
        every = sorted(set(self._settlement.carriers(sorted(fresh))) - self._loaded)
        self._loaded |= fresh | set(every)
        for one in self._settlement.tellings(every):
            self.tellings[one.key] = one
        self.meeting |= self._settlement.together(every)

    def complete(self, days: Iterable[int]) -> None:
        """Take whatever is told of these days, by the day or by the month."""
        fresh = set(days) - self.days
        if not fresh:
            return
        self.days |= fresh
        ordered = sorted(fresh)
        # What began before may have lasted until then.
        days = {one for day in ordered for one in each_day((days_before(day, PRECISE - 1), day))}
        told = chain(self._settlement.begun(sorted(days)), self._vague)
        self.load(one for one, first, last in told if _any_within(ordered, first, last))

    def grow(self, keys: Collection[str]) -> bool:
        """Take what is still needed to know these; say whether there was anything."""
        before = len(self.tellings), len(self.days)
        told = {key.partition(".")[0] for key in keys}
        self.load(told)
        windows = [self.window(key) for key in keys if key in self.tellings]
        self.complete({day for span in windows if span for day in each_day(span)})
        return (len(self.tellings), len(self.days)) != before

    def face(self, one: Telling) -> Face:
        """Give what of a telling is compared."""
        if one.key not in self._faces:
            self._faces[one.key] = face(one, self._known)
        return self._faces[one.key]

    def window(self, key: str) -> Days | None:
        """Give the days on which a telling looks for others; None where it looks on no day."""
        one = self.face(self.tellings[key])
        if not one.is_precise and body_of(one) is None:
            return None
        return _window(one.days, self.tellings[key].recorded)

    def moved(self, keys: Iterable[str]) -> Iterator[Days]:
        """Yield the days of those that may have stood for themselves and do no more.

        Of a record with one witness each telling stands for itself.
        """
        carriers: defaultdict[str, set[str]] = defaultdict(set)
        for one in self.tellings.values():
            carriers[one.record].add(one.witness)
        for key in keys:
            one = self.tellings[key]
            span = one.days or one.recorded
            if span and len(carriers[one.record]) > 1:
                yield span

    @cached_property
    def _vague(self) -> tuple[tuple[str, int, int], ...]:
        """Give the witnesses that tell of sessions of a body without their day, and when."""
        found = []
        for witness, days, recorded in self._settlement.vague():
            if not is_precise(days) and (window := _window(days, recorded)):
                found.append((witness, *window))
        return tuple(found)


class _Ways:
    """The ways from telling to telling that are known of a part of an archive."""

    def __init__(self, scene: Scene, ground: _Ground, judged: Iterable[Pair]) -> None:
        self._units = scene.units
        self._ground = ground
        self._place = {key: at for at, unit in enumerate(scene.units) for key in unit.keys}
        self._beside: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in judged:
            self._beside[one].add(other)
            self._beside[other].add(one)
        self._meetings: defaultdict[str, list[str]] = defaultdict(list)
        for key, meeting in ground.meeting.items():
            self._meetings[meeting].append(key)
        self._bodies: defaultdict[Hashable, list[int]] = defaultdict(list)
        for at, unit in enumerate(scene.units):
            if (body := body_of(unit.face)) is not None:
                self._bodies[body].append(at)

    @cached_property
    def _pairs(self) -> defaultdict[int, set[int]]:
        found: defaultdict[int, set[int]] = defaultdict(set)
        for one, other in paired(self._units):
            found[one].add(other)
            found[other].add(one)
        return found

    def crowds(self, dirty: Collection[str]) -> set[str]:
        """Give all of each crowd that somebody came to or left: they have other neighbours."""
        came = Counter(self._place[key] for key in dirty if key in self._place)
        found: set[str] = set()
        for block in blocked(self._units).values():
            changed = sum(came[at] for at in block)
            if changed and len(block) + changed > CROWD:
                found.update(self._units[at].keys[0] for at in block)
        return found

    def follow(self, seeds: Iterable[str]) -> set[str]:
        """Give all that some lead to, they among them."""
        found = set(seeds)
        left = list(found)
        while left:
            for key in self._next(left.pop()):
                if key not in found:
                    found.add(key)
                    left.append(key)
        return found

    def _next(self, key: str) -> Iterator[str]:
        yield from self._beside.get(key, ())
        if meeting := self._ground.meeting.get(key):
            yield from self._meetings[meeting]
        at = self._place.get(key)
        if at is None:
            return
        yield from self._units[at].keys
        if key != self._units[at].keys[0]:
            return
        for place in (*self._compared(at), *self._undated(at)):
            yield self._units[place].keys[0]

    def _compared(self, at: int) -> Iterator[int]:
        """Yield the units with which one is joined, or doubted."""
        for place in self._pairs.get(at, ()):
            one, other = sorted((at, place))
            decision = decide(self._units[one].face, self._units[other].face)
            if decision is not None and decision.verdict != "different":
                yield place

    def _undated(self, at: int) -> Iterator[int]:
        """Yield those of the same body of which one has a day and the other looks for it."""
        unit = self._units[at]
        for place in self._bodies.get(body_of(unit.face), ()):
            other = self._units[place]
            if other.face.is_precise != unit.face.is_precise and _meet(unit, other):
                yield place


def _meet(one: Unit, other: Unit) -> bool:
    ours, theirs = (_window(unit.face.days, unit.recorded) for unit in (one, other))
    return bool(ours and theirs) and _is_within(ours, [theirs] if theirs else [])


def _window(days: Days | None, recorded: Days | None) -> Days | None:
    if days is not None:
        return days
    return (days_before(recorded[0], EARLIER), recorded[0]) if recorded else None


def _any_within(days: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(days, first)
    return at < len(days) and days[at] <= last


def _is_within(window: Days | None, spans: Iterable[Days]) -> bool:
    return window is not None and any(
        window[0] <= last and first <= window[1] for first, last in spans
    )
