"""Who is who in an archive: observed persons joined, and the pairs that wait for a judgement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.authority.naming.blocking import candidates
from greffier.authority.naming.groups import Groups
from greffier.authority.naming.observed import Decision, Observed
from greffier.authority.naming.units import make_units

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.authority.naming.units import Unit
    from greffier.model import Known

Pair = tuple[Observed, Observed]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two observations that may be of one person: `decision` says why it was left open."""

    one: Observed
    other: Observed
    decision: Decision


@dataclass(frozen=True, slots=True)
class Joined:
    """The persons of an archive.

    Args:
        groups: the observations of each person; no group holds two that are `different`.
        doubts: what was left open between two groups, one pair of observations for each.
    """

    groups: tuple[tuple[Observed, ...], ...]
    doubts: tuple[Doubt, ...]


def join(
    observed: Iterable[Observed],
    known: Known,
    *,
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
) -> Joined:
    """Join observed persons who are one; the answer does not hang on the order they come in.

    Names in full are joined first. A surname, alone or with initials, then goes to the one person
    that it fits; where it fits two, it is left undecided.

    Args:
        observed: persons as the records have them; equal ones count once.
        known: the states, as for `decide`.
        same: pairs that a judgement made one, whatever the rules say.
        different: pairs that a judgement kept apart, whatever the rules say.

    Raises:
        AuthorityError: two judgements cannot both hold.
    """
    same, different = tuple(same), tuple(different)
    judged = {one for pair in (*same, *different) for one in pair}
    units = tuple(
        sorted(make_units({*observed, *judged}, judged, known), key=lambda unit: unit.key)
    )
    groups = Groups(units, known)
    groups.judge(_places(units, same), _places(units, different))
    groups.ask(candidates(units))
    groups.join_names()
    groups.join_surnames()
    return Joined(
        groups=tuple(
            sorted(
                (tuple(sorted(members, key=lambda one: one.key)) for members in groups.members()),
                key=lambda members: members[0].key,
            )
        ),
        doubts=tuple(Doubt(one, other, decision) for one, other, decision in groups.left_open()),
    )


def _places(units: tuple[Unit, ...], pairs: Iterable[Pair]) -> list[tuple[int, int]]:
    """Give the places of judged observations, each of which is a unit of its own."""
    at = {unit.members[0]: place for place, unit in enumerate(units)}
    return [(at[one], at[other]) for one, other in pairs]
