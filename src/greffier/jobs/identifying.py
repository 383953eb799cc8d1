"""Which person each participant is: a step of `jobs.settling`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.query.identities import identities

if TYPE_CHECKING:
    from greffier.archive.settlement import Settlement
    from greffier.model import Known


def settle_persons(settlement: Settlement, known: Known) -> None:
    """Join the participants of all records into persons, and keep who changed."""
    named = list(settlement.named())
    found = identities(named, known, settlement.rulings(), settlement.known())
    settlement.put_persons(
        found.names,
        (
            (one.witness, one.participant, person)
            for one, person in zip(named, found.persons, strict=True)
            if one.person != person
        ),
    )
    settlement.put_doubts("person", found.doubts)
