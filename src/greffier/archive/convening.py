"""Sessions out of the tables, as values: each with all that records tell of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec
from sqlalchemy import and_, func, select

from greffier.archive.listing import FAR, OF_BASE, RECORD_COLUMNS, following, stored_record
from greffier.archive.shelf import unknown
from greffier.archive.stored import StoredParticipant, StoredSession, StoredTelling, Tie
from greffier.archive.tables import (
    HEAD,
    IDENTITY,
    MEETING,
    MEMBERSHIP,
    PARTICIPANT,
    RECORD,
    SESSION,
    SESSION_ORGANISATION,
    TELLING,
    TURN,
)
from greffier.model import Participant, Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Row, Select

    AnyRow: TypeAlias = Row[*tuple[Any, ...]]

_ties = msgspec.json.Decoder(tuple[Tie, ...]).decode
_BATCH = 200
_TOLD = and_(TELLING.c.witness == SESSION.c.witness, TELLING.c.session == SESSION.c.id)
_TAKES_PART = and_(
    TELLING.c.witness == PARTICIPANT.c.witness, TELLING.c.session == PARTICIPANT.c.session
)
_IS = and_(IDENTITY.c.witness == PARTICIPANT.c.witness, IDENTITY.c.participant == PARTICIPANT.c.id)
_TELLINGS = (
    select(
        TELLING.c.meeting,
        TELLING.c.witness,
        (MEETING.c.witness == TELLING.c.witness).label("stands"),
        (MEETING.c.session == TELLING.c.session).label("stands_so"),
        (RECORD.c.base == TELLING.c.witness).label("of_base"),
        SESSION.c.form.label("session"),
        *RECORD_COLUMNS,
    )
    .join(SESSION, _TOLD)
    .join(MEETING, MEETING.c.id == TELLING.c.meeting)
    .join(MEMBERSHIP, MEMBERSHIP.c.witness == TELLING.c.witness)
    .join(RECORD, RECORD.c.id == MEMBERSHIP.c.record)
    .join(HEAD, OF_BASE)
    .order_by(RECORD.c.first.nulls_last(), MEMBERSHIP.c.n, SESSION.c.position)
)

# Between its grouping and its settling, what a witness tells may be of a record no more.
_OF_RECORDS = (
    select(TELLING)
    .join(SESSION, _TOLD)
    .join(RECORD, RECORD.c.base == TELLING.c.witness)
    .where(TELLING.c.meeting == MEETING.c.id, SESSION.c.subject)
)


def count_sessions(connection: Connection) -> int:
    """Count the sessions that records are of."""
    wanted = select(func.count()).select_from(MEETING)
    return int(
        connection.execute(wanted.where(MEETING.c.subject, _OF_RECORDS.exists())).scalar_one()
    )


def sessions(  # noqa: PLR0913 - each narrows the list in one way
    connection: Connection,
    *,
    organisation: str | None = None,
    body: str | None = None,
    state: str | None = None,
    person: str | None = None,
    after: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[StoredSession]:
    """Yield the sessions that records are of, newest first, undated last.

    Args:
        connection: where to look.
        organisation: only those that a record says are of this one, by acronym.
        body: only those of this body, by the name that readings keep it by.
        state: only those in which somebody of this state took part.
        person: only those in which this person took part, by identifier.
        after: only those that come after the one that the telling of this name is of.
        limit: at most so many.
        offset: leave out so many of the newest.
    """
    wanted = select(MEETING.c.id, MEETING.c.ties).where(MEETING.c.subject, _OF_RECORDS.exists())
    some = select(TELLING.c.meeting)
    if organisation is not None:
        own = and_(
            TELLING.c.witness == SESSION_ORGANISATION.c.witness,
            TELLING.c.session == SESSION_ORGANISATION.c.session,
        )
        of_one = SESSION_ORGANISATION.c.organisation == organisation
        wanted = _only(wanted, some.join(SESSION_ORGANISATION, own).where(of_one))
    if body is not None:
        wanted = _only(wanted, some.join(SESSION, _TOLD).where(SESSION.c.body == body))
    if state is not None:
        present = some.join(PARTICIPANT, _TAKES_PART)
        wanted = _only(
            wanted, present.where(PARTICIPANT.c.of == state, PARTICIPANT.c.role != "absent")
        )
    if person is not None:
        present = some.join(PARTICIPANT, _TAKES_PART).join(IDENTITY, _IS)
        wanted = _only(wanted, present.where(IDENTITY.c.person == person))
    if after is not None:
        wanted = wanted.where(following(MEETING, _told_as(connection, after)))
    ordered = (
        wanted.order_by(MEETING.c.first.desc().nulls_last(), MEETING.c.id)
        .limit(limit)
        .offset(min(offset, FAR))
    )
    for rows in connection.execution_options(yield_per=_BATCH).execute(ordered).partitions():
        yield from _whole(connection, rows)


def _told_as(connection: Connection, key: str) -> AnyRow:
    """Give the day and the identifier of the session that a telling is of."""
    witness, _, part = key.partition(".")
    wanted = select(MEETING.c.first, MEETING.c.id).join(TELLING, TELLING.c.meeting == MEETING.c.id)
    told = wanted.where(TELLING.c.witness == witness, TELLING.c.session == part)
    found = connection.execute(told).first()
    if found is None:
        raise unknown("session", key, "`a4231deef9788138.s1`")
    return found


def session(connection: Connection, witness: str, part: str) -> StoredSession | None:
    """Give the session that a witness tells of under this name in its reading."""
    wanted = (
        select(MEETING.c.id, MEETING.c.ties)
        .join(TELLING, TELLING.c.meeting == MEETING.c.id)
        .where(TELLING.c.witness == witness, TELLING.c.session == part)
    )
    return next(_whole(connection, connection.execute(wanted).all()), None)


def sessions_of(connection: Connection, witness: str) -> Iterator[StoredSession]:
    """Yield the sessions that a witness tells of, in the order of its reading, as it tells them."""
    wanted = (
        select(MEETING.c.id, MEETING.c.ties, TELLING.c.session)
        .join(TELLING, TELLING.c.meeting == MEETING.c.id)
        .join(SESSION, _TOLD)
        .where(TELLING.c.witness == witness)
        .order_by(SESSION.c.position)
    )
    rows = connection.execute(wanted).all()
    tellings = _tellings(connection, [row.id for row in rows])
    for row in rows:
        key = f"{witness}.{row.session}"
        told = next(one for one in tellings[row.id] if one.id == key)
        yield _session(row, told, tellings[row.id])


def _only(wanted: Select[Any], some: Select[Any]) -> Select[Any]:
    return wanted.where(MEETING.c.id.in_(some))


def _whole(connection: Connection, rows: Sequence[AnyRow]) -> Iterator[StoredSession]:
    tellings = _tellings(connection, [row.id for row in rows])
    for row in rows:
        yield _session(row, tellings[row.id][0], tellings[row.id])


def _session(row: AnyRow, told: StoredTelling, tellings: Iterable[StoredTelling]) -> StoredSession:
    return StoredSession(
        id=row.id,
        record=told.record,
        witness=told.witness,
        session=told.session,
        participants=told.participants,
        tellings=tuple(tellings),
        ties=_ties(row.ties),
    )


def _tellings(
    connection: Connection, meetings: Iterable[str]
) -> defaultdict[str, list[StoredTelling]]:
    """Give what is told of some sessions, by session, what stands for it first."""
    rows = connection.execute(_TELLINGS.where(TELLING.c.meeting.in_(set(meetings)))).all()
    cast_of = _participants(connection, {row.witness for row in rows})
    found: defaultdict[str, list[StoredTelling]] = defaultdict(list)
    for row in rows:
        session = msgspec.json.decode(row.session, type=Session)
        told = StoredTelling(
            id=f"{row.witness}.{session.id}",
            record=stored_record(row),
            witness=row.witness,
            base=row.of_base,
            session=session,
            participants=tuple(cast_of[row.witness, session.id]),
        )
        at = 0 if row.stands and row.stands_so else len(found[row.meeting])
        found[row.meeting].insert(at, told)
    return found


def _participants(
    connection: Connection, witnesses: set[str]
) -> defaultdict[tuple[str, str | None], list[StoredParticipant]]:
    """Give the participants that witnesses name, by witness and session."""
    turns = (
        select(func.count())
        .where(TURN.c.witness == PARTICIPANT.c.witness, TURN.c.participant == PARTICIPANT.c.id)
        .scalar_subquery()
    )
    wanted = (
        select(
            PARTICIPANT.c.witness,
            PARTICIPANT.c.session,
            IDENTITY.c.person,
            PARTICIPANT.c.form,
            turns.label("turns"),
        )
        .join(IDENTITY, _IS, isouter=True)
        .where(PARTICIPANT.c.witness.in_(witnesses))
        .order_by(PARTICIPANT.c.witness, PARTICIPANT.c.position)
    )
    found: defaultdict[tuple[str, str | None], list[StoredParticipant]] = defaultdict(list)
    for row in connection.execute(wanted):
        participant = msgspec.json.decode(row.form, type=Participant)
        found[row.witness, row.session].append(
            StoredParticipant(
                id=f"{row.witness}.{participant.id}",
                person=row.person,
                participant=participant,
                turns=row.turns,
            )
        )
    return found
