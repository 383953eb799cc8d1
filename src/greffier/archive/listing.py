"""Records, sessions and persons out of the tables, as values."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec
from sqlalchemy import Text, cast, func, select

from greffier.archive.protocol import (
    Appearance,
    Counts,
    StoredParticipant,
    StoredPerson,
    StoredRecord,
    StoredSession,
)
from greffier.archive.tables import INSTRUMENT, PARTICIPANT, PERSON, RECORD, REMARK, SESSION, TURN
from greffier.model import Participant, Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    AnyRow: TypeAlias = Row[Any]

_FAR = 2**62  # no list is as long, and SQLite counts no further than twice as far
# Rows taken at a time while a list is streamed.
_BATCH = 200
_RECORD_COLUMNS = tuple(column for column in RECORD.c if column.name not in {"first", "last"})


def counts(connection: Connection) -> Counts:
    """Count what is kept; the sessions are those that records are of."""

    def count(counted: Select[Any]) -> int:
        return int(connection.execute(counted).scalar_one())

    number = func.count().label("records")
    kinds = select(RECORD.c.kind, number).group_by(RECORD.c.kind).order_by(RECORD.c.kind)
    subjects = select(func.count()).select_from(SESSION).where(SESSION.c.subject)
    return Counts(
        records=count(select(func.count()).select_from(RECORD)),
        sessions=count(subjects),
        persons=count(select(func.count()).select_from(PERSON)),
        turns=count(select(func.count()).select_from(TURN)),
        instruments=count(select(func.count()).select_from(INSTRUMENT)),
        remarks=count(select(func.count()).select_from(REMARK)),
        kinds={row.kind: row.records for row in connection.execute(kinds)},
    )


def records(
    connection: Connection,
    *,
    only: Iterable[str] | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[StoredRecord]:
    """Yield records, newest first, undated last; with `only`, those of these identifiers."""
    wanted = (
        select(*_RECORD_COLUMNS)
        .order_by(RECORD.c.first.desc().nulls_last(), RECORD.c.record)
        .limit(limit)
        .offset(min(offset, _FAR))
    )
    if only is not None:
        wanted = wanted.where(RECORD.c.record.in_(tuple(only)))
    for row in connection.execution_options(yield_per=_BATCH).execute(wanted):
        yield stored_record(row)


def stored_record(row: AnyRow) -> StoredRecord:
    """Make a record of a row that has its columns."""
    values = {column.name: row._mapping[column] for column in _RECORD_COLUMNS}  # noqa: SLF001 - its documented name
    return StoredRecord(id=values.pop("record"), **values)


def sessions(
    connection: Connection, *, where: ColumnElement[bool], limit: int | None = None, offset: int = 0
) -> Iterator[StoredSession]:
    """Yield sessions, newest first, undated last; of one record in the reading's order."""
    wanted = (
        select(SESSION.c.id, SESSION.c.form, *_RECORD_COLUMNS)
        .join(RECORD, RECORD.c.record == SESSION.c.record)
        .where(where)
        .order_by(SESSION.c.first.desc().nulls_last(), SESSION.c.record, SESSION.c.position)
        .limit(limit)
        .offset(min(offset, _FAR))
    )
    for rows in connection.execution_options(yield_per=_BATCH).execute(wanted).partitions():
        yield from _with_participants(connection, rows)


def sessions_of(connection: Connection, record: str) -> list[StoredSession]:
    """Give the sessions of one record in the order of its reading."""
    wanted = (
        select(SESSION.c.id, SESSION.c.form, *_RECORD_COLUMNS)
        .join(RECORD, RECORD.c.record == SESSION.c.record)
        .where(SESSION.c.record == record)
        .order_by(SESSION.c.position)
    )
    return list(_with_participants(connection, connection.execute(wanted).all()))


def _with_participants(connection: Connection, rows: Sequence[AnyRow]) -> Iterator[StoredSession]:
    cast_of = _participants(connection, {row.record for row in rows})
    for row in rows:
        session = msgspec.json.decode(row.form, type=Session)
        yield StoredSession(
            id=f"{row.record}.{session.id}",
            record=stored_record(row),
            session=session,
            participants=tuple(cast_of[row.record, session.id]),
        )


def _participants(
    connection: Connection, records: set[str]
) -> defaultdict[tuple[str, str | None], list[StoredParticipant]]:
    """Give the participants of records by record and session."""
    turns = (
        select(func.count())
        .where(TURN.c.record == PARTICIPANT.c.record, TURN.c.participant == PARTICIPANT.c.id)
        .scalar_subquery()
    )
    wanted = (
        select(
            PARTICIPANT.c.record,
            PARTICIPANT.c.session,
            PARTICIPANT.c.person,
            PARTICIPANT.c.form,
            turns.label("turns"),
        )
        .where(PARTICIPANT.c.record.in_(records))
        .order_by(PARTICIPANT.c.record, PARTICIPANT.c.position)
    )
    found: defaultdict[tuple[str, str | None], list[StoredParticipant]] = defaultdict(list)
    for row in connection.execute(wanted):
        participant = msgspec.json.decode(row.form, type=Participant)
        found[row.record, row.session].append(
            StoredParticipant(
                id=f"{row.record}.{participant.id}",
                person=row.person,
                participant=participant,
                turns=row.turns,
            )
        )
    return found


def persons(connection: Connection, key: str | None = None) -> Iterator[StoredPerson]:
    """Yield persons by name, each with every appearance; with `key`, that one only."""
    turns = (
        select(func.aggregate_strings(cast(TURN.c.n, Text), ","))
        .where(TURN.c.record == PARTICIPANT.c.record, TURN.c.participant == PARTICIPANT.c.id)
        .scalar_subquery()
    )
    session = (SESSION.c.record == PARTICIPANT.c.record) & (SESSION.c.id == PARTICIPANT.c.session)
    day = func.coalesce(RECORD.c.first, SESSION.c.first)
    wanted = (
        select(
            PERSON.c.id.label("person"),
            PERSON.c.name.label("person_name"),
            PARTICIPANT.c.form.label("participant"),
            SESSION.c.form.label("session"),
            turns.label("turn_numbers"),
            *_RECORD_COLUMNS,
        )
        .join(PARTICIPANT, PARTICIPANT.c.person == PERSON.c.id)
        .join(RECORD, RECORD.c.record == PARTICIPANT.c.record)
        .join(SESSION, session, isouter=True)
        .order_by(PERSON.c.id, day.nulls_last(), RECORD.c.record, PARTICIPANT.c.position)
    )
    if key is not None:
        wanted = wanted.where(PERSON.c.id == key)
    rows = connection.execution_options(yield_per=_BATCH).execute(wanted)
    for (person, name), of_one in groupby(rows, key=lambda row: (row.person, row.person_name)):
        appearances = tuple(_appearance(row) for row in of_one)
        yield StoredPerson(id=person, name=name, appearances=appearances)


def _appearance(row: AnyRow) -> Appearance:
    session = None if row.session is None else msgspec.json.decode(row.session, type=Session)
    return Appearance(
        record=stored_record(row),
        participant=msgspec.json.decode(row.participant, type=Participant),
        session=session,
        turns=tuple(sorted(int(n) for n in (row.turn_numbers or "").split(",") if n)),
    )
