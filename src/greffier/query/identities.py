"""Who is who over many records: participants joined into persons, each with a name of his own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.archive.settlement import StoredDoubt
from greffier.authority.naming import Observed, join
from greffier.query.aliases import alike
from greffier.query.calling import call
from greffier.query.rulings import ruled, united

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.archive.settlement import KnownAs, Named, Ruling
    from greffier.authority.naming import Doubt
    from greffier.model import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """Who is who.

    Args:
        persons: the identifier of the person that each participant is, in the order given.
        names: the name of each person, by identifier.
        doubts: the pairs of persons that may be one.
    """

    persons: tuple[str, ...]
    names: dict[str, str]
    doubts: tuple[StoredDoubt, ...]


def identities(
    named: Sequence[Named],
    known: Known,
    rulings: Iterable[Ruling] = (),
    known_as: Iterable[KnownAs] = (),
) -> Identities:
    """Say which person each participant is; the same whatever order they are given in.

    Judgements come before the rules. What a judgement keeps apart, the rules do not join; whom it
    makes one, with all whom the rules join to either, are one person, unless another judgement
    keeps any two of them apart. Of two on the same two the later one holds.

    Args:
        named: the participants of all records who have a name.
        known: the states.
        rulings: the judgements in force, the earliest first.
        known_as: persons whom the user knows by several names: who bears one of them, in an office
            that is known of him on the day, is the person. No judgement is overruled by this.
    """
    seen = [observed(one) for one in named]
    same, different = ruled(named, seen, rulings)
    joined = join(seen, known, different=different)
    of = {one: at for at, some in enumerate(joined.groups) for one in some}
    of = united(of, (*same, *alike(named, seen, known_as)), different)
    groups: dict[int, list[Named]] = {}
    for one, observation in zip(named, seen, strict=True):
        groups.setdefault(of[observation], []).append(one)
    called = dict(zip(groups, call(list(groups.values())), strict=True))
    persons = {one: called[at].id for one, at in of.items()}
    settled = {frozenset((persons[one], persons[other])) for one, other in different}
    return Identities(
        persons=tuple(persons[one] for one in seen),
        names={one.id: one.name for one in called.values()},
        doubts=tuple(one for one in _doubts(joined.doubts, persons) if _pair(one) not in settled),
    )


def observed(one: Named) -> Observed:
    """Give a participant as one who is observed, as joining asks for him."""
    return Observed(
        name=one.name,
        record=one.record,
        office=one.office,
        of=one.of,
        acting=one.acting,
        day=one.date,
        language=one.language,
    )


def _doubts(doubts: Iterable[Doubt], persons: dict[Observed, str]) -> Iterator[StoredDoubt]:
    """Yield what is open between two persons, once for each two."""
    found: dict[tuple[str, str], StoredDoubt] = {}
    for doubt in doubts:
        one, other = sorted((persons[doubt.one], persons[doubt.other]))
        if one == other:  # a judgement, or what the user knows, made them one
            continue
        found.setdefault(
            (one, other),
            StoredDoubt(
                kind="person",
                one=one,
                other=other,
                rule=doubt.decision.rule,
                reasons=doubt.decision.reasons,
            ),
        )
    yield from found.values()


def _pair(doubt: StoredDoubt) -> frozenset[str]:
    return frozenset((doubt.one, doubt.other))
