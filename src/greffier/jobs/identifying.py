"""Which person each participant is: a step of `jobs.settling`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.archive.identity import person_id
from greffier.query.identities import identities
from greffier.query.reaching import reached

if TYPE_CHECKING:
    from collections.abc import Collection

    from greffier.archive.settlement import Ruling, Settlement, Touched
    from greffier.model import Known


def settle_persons(settlement: Settlement, known: Known, touched: Touched | None = None) -> None:
    """Join participants into persons, and keep who changed.

    Args:
        settlement: where they are kept.
        known: the states.
        touched: what was touched since all were joined; all are joined unless it is known.
    """
    rulings = tuple(settlement.rulings())
    keys = None if touched is None else _reached(settlement, touched, rulings)
    named = list(settlement.named(None if keys is None else sorted(keys)))
    found = identities(named, known, rulings, settlement.known() if named else ())
    settlement.put_persons(
        found.names,
        (
            (one.witness, one.participant, person)
            for one, person in zip(named, found.persons, strict=True)
            if one.person != person
        ),
    )
    before = {one.person for one in named if one.person is not None}
    about = None if keys is None else before | found.names.keys()
    settlement.put_doubts("person", found.doubts, about=about)


def _reached(
    settlement: Settlement, touched: Touched, rulings: Collection[Ruling]
) -> frozenset[str]:
    """Give the names, folded, whose bearers what was touched reaches."""
    gone = {(person_id(name), name) for name in touched.names}
    names = {key for key, _ in gone} | set(settlement.named_by(sorted(touched.witnesses)))
    if not names:
        return frozenset()
    judged = [tuple(person_id(each.name) for each in (one.one, one.other)) for one in rulings]
    return reached({*settlement.printed(), *gone}, names, (*judged, *settlement.known_by()))
