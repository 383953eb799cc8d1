"""Who is seen in which office on which day, over all records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import func, select

from greffier.archive.days import days
from greffier.archive.tables import IDENTITY, PARTICIPANT, PERSON, RECORD, SESSION
from greffier.model import Observation, Participant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

_BATCH = 200


def observations(
    connection: Connection,
    *,
    office: str | None = None,
    of: str | None = None,
    person: str | None = None,
) -> Iterator[Observation]:
    """Yield the persons who are seen in an office, by the bases of records, the earliest first.

    Args:
        connection: where to look.
        office: only in this one, as readings keep it; case makes no difference.
        of: only of this state, organisation or body.
        person: only this person, by identifier.
    """
    session = (SESSION.c.witness == PARTICIPANT.c.witness) & (SESSION.c.id == PARTICIPANT.c.session)
    same = (IDENTITY.c.witness == PARTICIPANT.c.witness) & (
        IDENTITY.c.participant == PARTICIPANT.c.id
    )
    date = func.coalesce(SESSION.c.date, RECORD.c.date)
    wanted = (
        select(
            IDENTITY.c.person,
            PERSON.c.name.label("called"),
            PARTICIPANT.c.form,
            PARTICIPANT.c.witness,
            RECORD.c.id.label("record"),
            date.label("date"),
        )
        .join(IDENTITY, same)
        .join(PERSON, PERSON.c.id == IDENTITY.c.person)
        .join(RECORD, RECORD.c.base == PARTICIPANT.c.witness)
        .join(SESSION, session, isouter=True)
        .where(PARTICIPANT.c.office.is_not(None))
        .order_by(date, RECORD.c.id, PARTICIPANT.c.position)
    )
    if office is not None:
        wanted = wanted.where(func.lower(PARTICIPANT.c.office) == office.lower())
    if of is not None:
        wanted = wanted.where(PARTICIPANT.c.of == of)
    if person is not None:
        wanted = wanted.where(IDENTITY.c.person == person)
    for row in connection.execution_options(yield_per=_BATCH).execute(wanted):
        one = msgspec.json.decode(row.form, type=Participant)
        first, last = days(row.date) if row.date else (None, None)
        yield Observation(
            person=row.person,
            name=one.name or "",
            office=one.office or "",
            of=one.of,
            acting=one.acting,
            date=row.date,
            first=first,
            last=last,
            record=row.record,
            witness=row.witness,
            participant=f"{row.witness}.{one.id}",
            spans=one.spans,
            called=row.called,
        )
