"""All tellings put together into sessions, whatever order they come in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from greffier.archive.settlement import Telling
from greffier.archive.stored import Tie
from greffier.query.merging.deciding import Decision, decide, overlap
from greffier.query.merging.faces import Face, days_between, face, told_day
from greffier.query.merging.pairing import EARLIER, arrange, body_of, paired
from greffier.query.merging.units import Unit

if TYPE_CHECKING:
    from collections.abc import Container, Hashable, Iterator

    from greffier.model import Known
    from greffier.query.merging.pairing import Pair, Scene

# Whoever judges needs no more to begin with; the next ones come when these are judged.
_DOUBTS: Final = 8
# The surest rules join first; what joins later may not contradict them.
_ORDER: Final = ("judgement", "body", "call", "parties", "name", "organisation")


@dataclass(frozen=True, slots=True)
class Together:
    """The tellings of one session, and why they are of one."""

    tellings: tuple[Telling, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """All tellings, put together into sessions; `doubts` are of two that may be one."""

    sessions: tuple[Together, ...]
    doubts: tuple[Tie, ...]


def merge(
    tellings: Iterable[Telling],
    known: Known,
    *,
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
) -> Merged:
    """Put tellings together that are of one session; the same whatever order they come in.

    Args:
        tellings: what every witness tells.
        known: states, and organisations with their bodies.
        same: the names of two tellings that a person judged to be of one session.
        different: likewise of two that are not, and of which the first is the one apart.
    """
    return put_together(arrange(tellings, lambda one: face(one, known), same, different))


def put_together(scene: Scene, only: Container[str] | None = None) -> Merged:
    """Put tellings together that were made ready for it.

    Args:
        scene: the tellings, with whatever they are compared with.
        only: the names of those that are put together, as `reaching` finds them; all unless said.
    """
    some = [at for at, unit in enumerate(scene.units) if only is None or unit.keys[0] in only]
    place = {at: new for new, at in enumerate(some)}
    pairs = ((place[a], place[b]) for a, b in paired(scene.units) if a in place and b in place)
    made = _Merging([scene.units[at] for at in some])
    made.judge(scene.same, scene.different)
    made.join(pairs)
    return made.merged(scene.tellings, scene.ties)


@dataclass
class _Merging:
    """Units on the way into groups; a group is known by the least of its units."""

    units: Sequence[Unit]
    ties: list[Tie] = field(default_factory=list)
    _group: list[int] = field(default_factory=list)
    _members: dict[int, list[int]] = field(default_factory=dict)
    _decided: dict[tuple[int, int], Decision | None] = field(default_factory=dict)
    _apart: set[tuple[int, int]] = field(default_factory=set)
    _open: set[tuple[int, int]] = field(default_factory=set)
    _doubted: dict[tuple[int, int], Decision] = field(default_factory=dict)
    _parted: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._group = list(range(len(self.units)))
        self._members = {at: [at] for at in self._group}
        self._at = {key: at for at, unit in enumerate(self.units) for key in unit.keys}

    def judge(self, same: Iterable[Pair], different: Iterable[Pair]) -> None:
        """Join what a person judged to be one, whatever the rules say, and keep apart the rest."""
        for one, other in different:
            if one in self._at and other in self._at:
                self._apart.add(_sorted(self._at[one], self._at[other]))
                self._parted.add(self._at[one])
        for one, other in same:
            if one in self._at and other in self._at:
                decision = Decision("same", "judgement", "judged to be one session")
                self._tie(self._at[one], self._at[other], decision)

    def join(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join what the rules say is one, of the pairs that are to be asked about."""
        found = []
        for pair in pairs:
            decision = self._decide(*pair)
            if decision is None or decision.verdict == "different":
                continue
            if decision.verdict == "same":
                # What was put apart comes last: it joins none of those that the others join.
                apart = not self._parted.isdisjoint(pair)
                found.append((apart, _ORDER.index(decision.rule), pair, decision))
            elif decision.verdict == "open":
                self._open.add(pair)
            else:
                self._doubted[pair] = decision
        for *_, (one, other), decision in sorted(found, key=lambda one: one[:3]):
            self._tie(one, other, decision)
        self._join_open()
        self._join_undated()

    def merged(self, tellings: dict[str, Telling], ties: Sequence[Tie]) -> Merged:
        """Give the sessions as they have come out."""
        carried = defaultdict(list)
        for tie in ties:
            carried[tie.one].append(tie)
        of: defaultdict[int, list[Tie]] = defaultdict(list)
        for tie in self.ties:
            of[self._group[self._at[tie.one]]].append(tie)
        sessions = []
        for root, members in sorted(self._members.items()):
            keys = [key for at in members for key in self.units[at].keys]
            own = [tie for at in members for tie in self.units[at].ties]
            beside = [tie for key in keys for tie in carried[key]]
            every = sorted([*keys, *(tie.other for tie in beside)])
            why = (*of[root], *own, *beside)
            sessions.append(Together(tuple(tellings[key] for key in every), why))
        return Merged(tuple(sessions), tuple(self._doubts()))

    # -- what is compared ----------------------------------------------------------------------

    def _decide(self, one: int, other: int) -> Decision | None:
        pair = _sorted(one, other)
        if pair in self._apart:
            return Decision("different", "judgement", "judged to be two sessions")
        if pair not in self._decided:
            self._decided[pair] = decide(self.units[pair[0]].face, self.units[pair[1]].face)
        return self._decided[pair]

    def _gainsaid(self, one: int, other: int) -> bool:
        """Say whether anything in two groups says that they are two."""
        for ours in self._members[self._group[one]]:
            for theirs in self._members[self._group[other]]:
                decision = self._decide(ours, theirs)
                if decision is not None and decision.verdict == "different":
                    return True
        return False

    # -- joining -------------------------------------------------------------------------------

    def _tie(self, one: int, other: int, decision: Decision) -> None:
        ours, theirs = sorted((self._group[one], self._group[other]))
        if ours == theirs:
            return
        if decision.rule != "judgement" and self._gainsaid(one, other):
            return
        self._members[ours].extend(self._members.pop(theirs))
        for at in self._members[ours]:
            self._group[at] = ours
        first, second = sorted((self.units[one].keys[0], self.units[other].keys[0]))
        self.ties.append(Tie(one=first, other=second, rule=decision.rule, reason=decision.reason))

    def _join_open(self) -> None:
        """Join a session whose body is not told to the one of the day that it can be."""
        beside: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
        for one, other in self._open:
            for ours, theirs in ((one, other), (other, one)):
                if not self._bodies(self._group[ours]):
                    beside[self._group[ours]].add((ours, theirs))
        for _, pairs in sorted(beside.items()):
            self._choose(sorted(pairs))

    def _choose(self, pairs: Sequence[tuple[int, int]]) -> None:
        bodies = {self.units[theirs].face.body for _, theirs in pairs}
        asked = self.units[pairs[0][0]].face
        summit = asked.summit_body if asked.summit else ""
        for ours, theirs in pairs:
            there = self.units[theirs].face
            told = f"both are of {there.named} on {told_day(there.days or (0, 0))}"
            if summit and there.body == summit:
                reason = f"{told}; a summit is a session of this body"
                self._tie(ours, theirs, Decision("same", "summit", reason))
            elif len(bodies) == 1 and not summit:
                reason = f"{told}; one does not name the body, and no other body met"
                self._tie(ours, theirs, Decision("same", "organisation", reason))
            else:
                reason = f"{told}; one does not say which body it was"
                pair = _sorted(ours, theirs)
                self._doubted[pair] = Decision("doubt", "organisation", reason)

    def _bodies(self, group: int) -> set[str]:
        return {self.units[at].face.body for at in self._members[group]} - {""}

    def _join_undated(self) -> None:
        """Join what has no day of its own to the one session that it can be."""
        of_body: defaultdict[Hashable, list[int]] = defaultdict(list)
        for at, unit in enumerate(self.units):
            one = unit.face
            if one.is_precise and (body := body_of(one)) is not None:
                of_body[body].append(at)
        for at, unit in enumerate(self.units):
            one = unit.face
            if one.is_precise or (body := body_of(one)) is None:
                continue
            others = of_body[body]
            if one.days:
                self._join_one(at, [to for to in others if overlap(one, self.units[to].face)])
            else:
                self._join_earlier(at, others)

    def _join_one(self, at: int, others: Sequence[int]) -> None:
        if others and len({self._group[to] for to in others}) == 1:
            one = self.units[at].face
            told = told_day(one.days or (0, 0))
            reason = f"the only session of the {one.named} in {told} that is told of by its day"
            self._tie(at, others[0], Decision("same", "month", reason))

    def _join_earlier(self, at: int, others: Sequence[int]) -> None:
        """Join one that a record says took place earlier, in the same place, a few days before."""
        unit = self.units[at]
        if unit.face.subject or unit.face.status != "held" or unit.recorded is None:
            return
        before = [to for to in others if _is_earlier(self.units[to].face, unit.recorded[0])]
        there = [to for to in before if unit.face.venue & self.units[to].face.venue]
        if there and len({self._group[to] for to in before}) == 1:
            days = self.units[there[0]].face.days or (0, 0)
            reason = (
                f"told to have met earlier in {_place(unit.face)}; the {unit.face.named} met there "
                f"on {told_day(days)}, not more than {EARLIER} days before"
            )
            self._tie(at, there[0], Decision("same", "earlier", reason))
            return
        for to in before:
            reason = f"told to have met earlier; the {unit.face.named} met shortly before"
            self._doubted[_sorted(at, to)] = Decision("doubt", "earlier", reason)

    def _doubts(self) -> Iterator[Tie]:
        """Yield what is open between two groups, once for each two."""
        told: set[tuple[int, int]] = set()
        count: defaultdict[int, int] = defaultdict(int)
        for (one, other), decision in sorted(self._doubted.items(), key=lambda one: one[0]):
            pair = _sorted(self._group[one], self._group[other])
            if pair[0] == pair[1] or pair in told or self._gainsaid(one, other):
                continue
            if max(count[pair[0]], count[pair[1]]) >= _DOUBTS:
                continue
            told.add(pair)
            count[pair[0]] += 1
            count[pair[1]] += 1
            first, second = sorted((self.units[one].keys[0], self.units[other].keys[0]))
            yield Tie(one=first, other=second, rule=decision.rule, reason=decision.reason)


def _is_earlier(one: Face, day: int) -> bool:
    return one.days is not None and 0 <= days_between(one.days[0], day) <= EARLIER


def _place(one: Face) -> str:
    return " and ".join(sorted(one.venue)).title()


def _sorted(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
