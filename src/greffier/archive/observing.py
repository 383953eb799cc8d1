"""Who is seen in which office on which day, over all records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import func, select

from greffier.archive.days import days
from greffier.archive.tables import IDENTITY, PARTICIPANT, PERSON, RECORD, SESSION
from greffier.model import Observation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Select

_BATCH = 200


class _Shown(msgspec.Struct):
    """Of a participant, what its other columns do not say."""

    spans: tuple[Span, ...] = ()


_shown = msgspec.json.Decoder(_Shown).decode


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
            *(PARTICIPANT.c[name] for name in ("witness", "id", "name", "office", "of", "acting")),
            PARTICIPANT.c.form,
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
        wanted = wanted.where(PARTICIPANT.c.office.in_(_spelt(office, of)))
    if of is not None:
        wanted = wanted.where(PARTICIPANT.c.of == of)
    if person is not None:
        wanted = wanted.where(IDENTITY.c.person == person)
    for row in connection.execution_options(yield_per=_BATCH).execute(wanted):
        first, last = days(row.date) if row.date else (None, None)
        yield Observation(
            person=row.person,
            name=row.name or "",
            office=row.office,
            of=row.of,
            acting=row.acting,
            date=row.date,
            first=first,
            last=last,
            record=row.record,
            witness=row.witness,
            participant=f"{row.witness}.{row.id}",
            spans=_shown(row.form).spans,
            called=row.called,
        )


def _spelt(office: str, of: str | None) -> Select[tuple[str | None]]:
    """Give the offices of this title however its case is: by them an index leads to the rest."""
    found = select(PARTICIPANT.c.office).distinct()
    found = found.where(func.lower(PARTICIPANT.c.office) == office.lower())
    return found if of is None else found.where(PARTICIPANT.c.of == of)
