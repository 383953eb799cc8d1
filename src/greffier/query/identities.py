"""Who is who over many records: participants joined into persons, each with a name of his own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.archive.settlement import StoredDoubt
from greffier.authority.naming import Observed, join
from greffier.query.calling import call

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.archive.settlement import Named
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


def identities(named: Sequence[Named], known: Known) -> Identities:
    """Say which person each participant is; the same whatever order they are given in.

    Args:
        named: the participants of all records who have a name.
        known: the states.
    """
    seen = [observed(one) for one in named]
    joined = join(seen, known)
    of = {one: at for at, group in enumerate(joined.groups) for one in group}
    groups: defaultdict[int, list[Named]] = defaultdict(list)
    for one, observation in zip(named, seen, strict=True):
        groups[of[observation]].append(one)
    called = call([groups[at] for at in range(len(joined.groups))])
    return Identities(
        persons=tuple(called[of[one]].id for one in seen),
        names={one.id: one.name for one in called},
        doubts=tuple(_doubts(joined.doubts, {one: called[at].id for one, at in of.items()})),
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
