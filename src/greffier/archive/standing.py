"""Who a participant is and which session a telling is of, until all records are looked at together.

A name leads to the person that it led to before, else to a person of its own; a telling is of a
session of its own. What is worked out over all records comes in their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, delete, exists, insert, select

from greffier.archive.tables import (
    IDENTITY,
    MEETING,
    NAMING,
    PARTICIPANT,
    PERSON,
    SESSION,
    TELLING,
)
from greffier.archive.touching import touch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from greffier.archive.rows import Row

# Every new witness asks these; made once, they cost a tenth.
_NAMED = select(PARTICIPANT.c.id, PARTICIPANT.c.named).where(
    PARTICIPANT.c.witness == bindparam("of"), PARTICIPANT.c.named.is_not(None)
)
_SAME = and_(
    IDENTITY.c.witness == PARTICIPANT.c.witness, IDENTITY.c.participant == PARTICIPANT.c.id
)
_LED_TO = (
    select(IDENTITY.c.person)
    .join(PARTICIPANT, _SAME)
    .where(PARTICIPANT.c.named == bindparam("name"))
    .limit(1)
)
_OWN = select(SESSION).where(SESSION.c.witness == bindparam("of")).order_by(SESSION.c.position)


def stand(connection: Connection, witness: str) -> None:
    """Give each participant of a new reading his person, and each telling its session."""
    _identify(connection, witness)
    sessions = connection.execute(_OWN, {"of": witness}).mappings()
    _meet(connection, [dict(row) for row in sessions])


def part(connection: Connection, witness: str) -> set[str]:
    """Let what a reading tells stand alone, before it is replaced; give the persons it names.

    The other tellings of its sessions become sessions of their own again: which belong together
    is to be looked for anew.
    """
    told = select(TELLING.c.meeting).where(TELLING.c.witness == witness)
    meetings = set(connection.scalars(told))
    ours = TELLING.c.meeting.in_(meetings)
    of_one = and_(TELLING.c.witness == SESSION.c.witness, TELLING.c.session == SESSION.c.id)
    others = select(SESSION).join(TELLING, of_one).where(ours, SESSION.c.witness != witness)
    left = [dict(row) for row in connection.execute(others).mappings()]
    touch(connection, witnesses={row["witness"] for row in left})
    connection.execute(delete(TELLING).where(ours))
    connection.execute(delete(MEETING).where(MEETING.c.id.in_(meetings)))
    _meet(connection, left)
    return set(connection.scalars(select(IDENTITY.c.person).where(IDENTITY.c.witness == witness)))


def drop_persons(connection: Connection, persons: Iterable[str]) -> None:
    """Let go of those of some persons whom no participant is any more."""
    someone = exists().where(IDENTITY.c.person == PERSON.c.id)
    connection.execute(delete(PERSON).where(PERSON.c.id.in_(tuple(persons)), ~someone))


def meeting_id(witness: str, session: str) -> str:
    """Give the identifier of a session that only this telling is of."""
    return f"{witness}.{session}"


def _identify(connection: Connection, witness: str) -> None:
    named = connection.execute(_NAMED, {"of": witness}).all()
    leads = {row.named: connection.scalar(_LED_TO, {"name": row.named}) for row in named}
    own = {name for name, person in leads.items() if person is None}
    known = set(connection.scalars(select(PERSON.c.id).where(PERSON.c.id.in_(own))))
    new = select(NAMING.c.id, NAMING.c.name).where(NAMING.c.id.in_(own - known))
    rows = [{"id": row.id, "name": row.name} for row in connection.execute(new)]
    if rows:
        connection.execute(insert(PERSON), rows)
    made = [
        {"witness": witness, "participant": row.id, "person": leads[row.named] or row.named}
        for row in named
    ]
    if made:
        connection.execute(insert(IDENTITY), made)


def _meet(connection: Connection, sessions: list[Row]) -> None:
    """Make a session of its own of each telling."""
    if not sessions:
        return
    keys = [(row["witness"], row["id"]) for row in sessions]
    made = [
        {
            "id": meeting_id(witness, session),
            "witness": witness,
            "session": session,
            **{name: row[name] for name in ("subject", "first", "last")},
            "tellings": 1,
            "ties": "[]",
        }
        for (witness, session), row in zip(keys, sessions, strict=True)
    ]
    connection.execute(insert(MEETING), made)
    told = [{"witness": w, "session": s, "meeting": meeting_id(w, s)} for w, s in keys]
    connection.execute(insert(TELLING), told)
