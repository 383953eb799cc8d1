"""Checking that what was worked out over all records fits the records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from greffier.archive.stored import Fault
from greffier.archive.tables import IDENTITY, NAMING, PARTICIPANT, PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

RESETTLE: Final = "run `greffier group --again`, or restore the archive from a copy"
_IS = (IDENTITY.c.witness == PARTICIPANT.c.witness) & (IDENTITY.c.participant == PARTICIPANT.c.id)


def person_faults(connection: Connection) -> Iterator[Fault]:
    """Yield what is wrong with who is who: all who have a name are somebody, and nobody else."""
    place = select(PARTICIPANT.c.witness, PARTICIPANT.c.id)
    apart = place.join(IDENTITY, _IS, isouter=True)
    nobody = apart.where(PARTICIPANT.c.named.is_not(None), IDENTITY.c.person.is_(None))
    for row in connection.execute(nobody):
        yield _fault(f"{row.witness}.{row.id}", "a participant with a name who is no person")
    unnamed = place.join(IDENTITY, _IS).where(PARTICIPANT.c.named.is_(None))
    for row in connection.execute(unnamed):
        yield _fault(f"{row.witness}.{row.id}", "a person of whom the record prints no name")
    someone = select(IDENTITY.c.person).where(IDENTITY.c.person == PERSON.c.id).exists()
    for key in connection.scalars(select(PERSON.c.id).where(~someone)):
        yield _fault(key, "a person whom no record names")


def naming_faults(connection: Connection) -> Iterator[Fault]:
    """Yield what is wrong with how participants are named: each name as `adding` keeps it."""
    called = select(func.max(PARTICIPANT.c.name)).where(PARTICIPANT.c.named == NAMING.c.id)
    fullest = called.scalar_subquery()
    for row in connection.execute(select(NAMING, fullest.label("called"))):
        if row.name != row.called:
            met = "the table naming differs from what records print"
            yield Fault(place=row.id, met=met, advice="restore the archive from a copy")


def _fault(place: str, met: str) -> Fault:
    return Fault(place=place, met=met, advice=RESETTLE)
