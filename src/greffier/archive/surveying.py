"""Looking through all records: which offices there are, who took part, which sessions were."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import and_, exists, func, or_, select, true

from greffier.archive.keeping import text_of_kept
from greffier.archive.surveyed import SessionInBrief, StoredOffice, StoredParty, StoredSeat
from greffier.archive.tables import (
    IDENTITY,
    MEETING,
    PARTICIPANT,
    READING,
    RECORD,
    SESSION,
    SESSION_ORGANISATION,
    TELLING,
)
from greffier.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from sqlalchemy import ColumnElement, Connection, Select

    from greffier.archive.generation import Moment
    from greffier.archive.surveyed import Which

    T = TypeVar("T")

_IDENTITY = and_(
    IDENTITY.c.witness == PARTICIPANT.c.witness, IDENTITY.c.participant == PARTICIPANT.c.id
)
_OF_SESSION = and_(
    TELLING.c.witness == PARTICIPANT.c.witness, TELLING.c.session == PARTICIPANT.c.session
)
_STANDS = and_(SESSION.c.witness == MEETING.c.witness, SESSION.c.id == MEETING.c.session)
_OF_BASE = RECORD.c.base == PARTICIPANT.c.witness
_OF_SAME = and_(
    SESSION_ORGANISATION.c.witness == SESSION.c.witness,
    SESSION_ORGANISATION.c.session == SESSION.c.id,
)
_SOME = 400  # sessions whose organisations are asked for at once


class Survey:
    """A look through all records, in one transaction; meets `archive.surveyed.Survey`.

    Args:
        connection: in the transaction.
        now: the moment before it began; what is asked of all records is worked out once in it.
    """

    def __init__(self, connection: Connection, now: Moment) -> None:
        self._connection = connection
        self._now = now

    def offices(
        self,
        *,
        office: str | None = None,
        of: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[StoredOffice]:
        """Yield the offices that records show somebody in, those that most records show first.

        Args:
            office: only of this title; case makes no difference.
            of: only of this state, organisation or body.
            limit: how many at most.
            offset: how many to leave out before them.
        """
        records = func.count(PARTICIPANT.c.witness.distinct()).label("records")
        wanted = (
            select(
                PARTICIPANT.c.office,
                PARTICIPANT.c.of,
                func.count(IDENTITY.c.person.distinct()).label("persons"),
                records,
                func.min(RECORD.c.first).label("first"),
                func.max(RECORD.c.last).label("last"),
            )
            .join(RECORD, _OF_BASE)
            .join(IDENTITY, _IDENTITY, isouter=True)  # some have an office and no name
            .where(PARTICIPANT.c.office.is_not(None))
            .group_by(PARTICIPANT.c.office, PARTICIPANT.c.of)
            .order_by(records.desc(), PARTICIPANT.c.office, PARTICIPANT.c.of)
        )
        if office is not None:
            wanted = wanted.where(func.lower(PARTICIPANT.c.office) == office.lower())
        if of is not None:
            wanted = wanted.where(PARTICIPANT.c.of == of)
        found = self._every(StoredOffice, wanted, "offices", office, of)
        yield from islice(found, offset, None if limit is None else offset + limit)

    def parties(self, names: Iterable[str] | None = None) -> Iterator[StoredParty]:
        """Yield what participants are of, by name; with `names`, these only."""
        wanted = (
            select(
                PARTICIPANT.c.of,
                func.count(IDENTITY.c.person.distinct()).label("persons"),
                func.count(PARTICIPANT.c.office.distinct()).label("offices"),
                func.count(TELLING.c.meeting.distinct()).label("sessions"),
                func.min(RECORD.c.first).label("first"),
                func.max(RECORD.c.last).label("last"),
            )
            .join(RECORD, _OF_BASE)
            .join(IDENTITY, _IDENTITY, isouter=True)
            .join(TELLING, _OF_SESSION, isouter=True)
            .where(PARTICIPANT.c.of.is_not(None))
            .group_by(PARTICIPANT.c.of)
            .order_by(PARTICIPANT.c.of)
        )
        these = None if names is None else tuple(names)
        if these is not None:
            wanted = wanted.where(PARTICIPANT.c.of.in_(these))
        yield from self._every(StoredParty, wanted, "parties", these)

    def seats(self, organisation: str | None = None) -> Iterator[StoredSeat]:
        """Yield organisations and their bodies, those with most sessions first.

        Args:
            organisation: only what sessions of this one are of.
        """
        sessions = func.count().label("sessions")
        wanted = (
            select(
                SESSION_ORGANISATION.c.organisation,
                SESSION.c.body,
                sessions,
                func.min(MEETING.c.first).label("first"),
                func.max(MEETING.c.last).label("last"),
            )
            .select_from(MEETING)
            .join(SESSION, _STANDS)
            .join(SESSION_ORGANISATION, _OF_SAME, isouter=True)
            .where(
                or_(SESSION.c.body.is_not(None), SESSION_ORGANISATION.c.organisation.is_not(None))
            )
            .group_by(SESSION_ORGANISATION.c.organisation, SESSION.c.body)
            .order_by(sessions.desc(), SESSION_ORGANISATION.c.organisation, SESSION.c.body)
        )
        if organisation is not None:
            wanted = wanted.where(SESSION_ORGANISATION.c.organisation == organisation)
        yield from self._every(StoredSeat, wanted, "seats", organisation)

    def _every(self, kind: type[T], wanted: Select[Any], *key: Hashable) -> tuple[T, ...]:
        """Give all rows of a list, worked out once, as values."""

        def made() -> tuple[T, ...]:
            return tuple(kind(**row) for row in self._connection.execute(wanted).mappings())

        return self._now.once(key, made)

    def sessions(
        self, which: Which, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[SessionInBrief]:
        """Yield sessions, newest first, undated last: what a list or a picture needs of them."""
        wanted = (
            select(
                *(MEETING.c[name] for name in ("id", "witness", "session")),
                *(MEETING.c[name] for name in ("first", "last", "subject", "tellings")),
                *(SESSION.c[name] for name in ("name", "body", "status")),
                func.coalesce(SESSION.c.date, _date_of_record()).label("date"),
            )
            .join(SESSION, _STANDS)
            .where(_where(which))
            .order_by(MEETING.c.first.desc().nulls_last(), MEETING.c.id)
            .limit(limit)
            .offset(offset)
        )
        rows = self._connection.execute(wanted).all()
        for at in range(0, len(rows), _SOME):
            some = rows[at : at + _SOME]
            of = _organisations(self._connection, {row.witness for row in some})
            for row in some:
                values = dict(row._mapping)  # noqa: SLF001 - its documented name
                key = (values.pop("witness"), values.pop("session"))
                yield SessionInBrief(**values, organisations=tuple(of[key]))

    def count_sessions(self, which: Which) -> int:
        """Count sessions."""
        wanted = select(func.count()).select_from(MEETING).join(SESSION, _STANDS)

        def counted() -> int:
            return int(self._connection.execute(wanted.where(_where(which))).scalar_one())

        return self._now.once(("sessions", which), counted)

    def attendance(self, which: Which) -> Iterator[tuple[str, str]]:
        """Yield which session had somebody of what: pairs of a session and a name, each once."""
        wanted = (
            select(MEETING.c.id, PARTICIPANT.c.of)
            .join(SESSION, _STANDS)
            .join(TELLING, TELLING.c.meeting == MEETING.c.id)
            .join(PARTICIPANT, _OF_SESSION)
            .where(_where(which), PARTICIPANT.c.of.is_not(None))
            .distinct()
            .order_by(MEETING.c.id, PARTICIPANT.c.of)
        )
        for row in self._connection.execute(wanted):
            yield row.id, row.of

    def text(self, witness: str) -> str:
        """Give the text of a witness alone. Raises UsageError if there is none."""
        wanted = select(READING.c.form).where(READING.c.witness == witness)
        kept = self._connection.scalar(wanted)
        if kept is None:
            wanted_form = "a witness is named like `a4231deef9788138`"
            raise UsageError(witness, "no witness of this name is in the archive", wanted_form)
        return text_of_kept(kept, witness)


def _where(which: Which) -> ColumnElement[bool]:
    """Give what must hold of a session's row."""
    wanted: list[ColumnElement[bool]] = [true()]
    if which.organisation is not None:
        one = SESSION_ORGANISATION.c.organisation == which.organisation
        wanted.append(
            exists().where(_OF_SAME, one) if which.organisation else ~exists().where(_OF_SAME)
        )
    if which.organised:
        wanted.append(exists().where(_OF_SAME))
    if which.body is not None:
        wanted.append(SESSION.c.body == which.body if which.body else SESSION.c.body.is_(None))
    if which.of is not None or which.person is not None:
        wanted.append(MEETING.c.id.in_(_attended(which)))
    return and_(*wanted)


def _attended(which: Which) -> Select[Any]:
    """Give the sessions in which somebody took part."""
    found = select(TELLING.c.meeting).join(PARTICIPANT, _OF_SESSION)
    if which.of is not None:
        found = found.where(PARTICIPANT.c.of == which.of)
    if which.person is not None:
        found = found.join(IDENTITY, _IDENTITY).where(IDENTITY.c.person == which.person)
    return found


def _date_of_record() -> ColumnElement[str | None]:
    """Give the date of the record that is of a session, for where the session has none."""
    told = RECORD.c.base == MEETING.c.witness
    return select(RECORD.c.date).where(told, MEETING.c.subject).limit(1).scalar_subquery()


def _organisations(
    connection: Connection, witnesses: set[str]
) -> defaultdict[tuple[str, str], list[str]]:
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    table = SESSION_ORGANISATION
    wanted = select(table).where(table.c.witness.in_(witnesses)).order_by(table.c.organisation)
    for row in connection.execute(wanted):
        found[row.witness, row.session].append(row.organisation)
    return found
