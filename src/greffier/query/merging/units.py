"""Tellings that nothing tells apart, taken together before others are compared with them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.archive.stored import Tie
from greffier.query.merging.deciding import decide
from greffier.query.merging.faces import Face

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from greffier.archive.settlement import Telling

_Days = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Unit:
    """Tellings with one face, by name; `ties` are why they are of one session."""

    face: Face
    recorded: _Days
    keys: tuple[str, ...]
    ties: tuple[Tie, ...]


def units(tellings: Iterable[tuple[Telling, Face]], *, judged: Collection[str] = ()) -> list[Unit]:
    """Take tellings together that have one face and are, by it, of one session.

    Args:
        tellings: each with its face, in the order of their names.
        judged: the names of those that a judgement is about, which stand by themselves.
    """
    alike: defaultdict[tuple[Face, _Days], list[str]] = defaultdict(list)
    made = []
    for one, face in tellings:
        if one.key in judged:
            made.append(Unit(face, one.recorded, (one.key,), ()))
            continue
        # Where a day is told, the day of the record says nothing about which session it is.
        alike[face, None if face.is_precise else one.recorded].append(one.key)
    for (face, recorded), keys in alike.items():
        decision = decide(face, face) if face.is_precise else None
        if decision is None or decision.verdict != "same":
            made += [Unit(face, recorded, (key,), ()) for key in keys]
            continue
        ties = (
            Tie(one=keys[0], other=key, rule=decision.rule, reason=decision.reason)
            for key in keys[1:]
        )
        made.append(Unit(face, recorded, tuple(keys), tuple(ties)))
    return sorted(made, key=lambda unit: unit.keys[0])


def by_record(tellings: Sequence[Telling]) -> tuple[list[Telling], tuple[Tie, ...]]:
    """Take apart what other witnesses of a record tell of sessions that its base tells of.

    Returns:
        The tellings that stand for themselves, and why each of the others is of the session of one
        of them: `one` stands for itself, `other` does not.
    """
    based: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in tellings:
        if one.base:
            based[one.record].append(one)
    subjects: defaultdict[str, int] = defaultdict(int)
    for one in tellings:
        subjects[one.witness] += one.subject
    own: list[Telling] = []
    ties: list[Tie] = []
    for one in tellings:
        found = None if one.base else _told_by(based[one.record], one, subjects)
        if found is None:
            own.append(one)
            continue
        reason = "told by two witnesses of one record"
        ties.append(Tie(one=found.key, other=one.key, rule="record", reason=reason))
    return own, tuple(ties)


def _told_by(based: Iterable[Telling], one: Telling, subjects: dict[str, int]) -> Telling | None:
    """Give what the base tells of the session that another witness of its record tells of."""
    alike = [base for base in based if base.subject == one.subject and _agree(base, one)]
    if len(alike) == 1:
        return alike[0]
    sole = [base for base in based if base.subject and subjects[base.witness] == 1]
    return sole[0] if sole and one.subject and subjects[one.witness] == 1 else None


def _agree(one: Telling, other: Telling) -> bool:
    if set(one.organisations) != set(other.organisations) or one.body != other.body:
        return False
    if one.days is None or other.days is None:
        return True
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]
