"""Which session each telling is of: what shows it, out of the tables, and what came of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import and_, bindparam, delete, insert, select, update

from greffier.archive.batching import batches
from greffier.archive.judged import judgements
from greffier.archive.keeping import reading_of_kept
from greffier.archive.settlement import Present, Telling
from greffier.archive.stored import Fault, Tie
from greffier.archive.tables import (
    HEAD,
    IDENTITY,
    JUDGEMENT,
    MEETING,
    MEMBERSHIP,
    PARTICIPANT,
    READING,
    RECORD,
    SESSION,
    SESSION_ORGANISATION,
    TELLING,
)
from greffier.model import SessionFormat, find  # msgspec reads the annotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Column, Connection, Select, Table
    from sqlalchemy import Row as AnyRow

    from greffier.archive.rows import Row
    from greffier.archive.settlement import Meeting
    from greffier.model import Subject

_Place = tuple[str, str]
_SETTLE = "run `greffier group --again`, or restore the archive from a copy"
# What reads a conversation by telephone.
_BY_PHONE = "by-phone"
_SESSIONS = (
    select(
        *(SESSION.c[name] for name in ("witness", "position", "subject", "name", "body")),
        *(SESSION.c[name] for name in ("status", "venue", "mode", "first", "last", "form")),
        SESSION.c.id.label("session"),
        MEMBERSHIP.c.n,
        MEMBERSHIP.c.record,
        HEAD.c.kind,
        HEAD.c.language,
        RECORD.c.base,
        RECORD.c.first.label("recorded"),
        RECORD.c.last.label("recorded_last"),
    )
    .join(MEMBERSHIP, MEMBERSHIP.c.witness == SESSION.c.witness)
    .join(RECORD, RECORD.c.id == MEMBERSHIP.c.record)
    .join(HEAD, HEAD.c.witness == SESSION.c.witness)
    .order_by(MEMBERSHIP.c.n, SESSION.c.position)
)
_IS = and_(IDENTITY.c.witness == PARTICIPANT.c.witness, IDENTITY.c.participant == PARTICIPANT.c.id)
_PRESENT = (
    select(
        PARTICIPANT.c.witness,
        PARTICIPANT.c.session,
        PARTICIPANT.c.name,
        PARTICIPANT.c.of,
        IDENTITY.c.person,
    )
    .join(IDENTITY, _IS, isouter=True)
    .where(PARTICIPANT.c.session.is_not(None), PARTICIPANT.c.role.not_in(("absent", "press")))
    .order_by(PARTICIPANT.c.witness, PARTICIPANT.c.position)
)
_OF = and_(TELLING.c.witness == bindparam("of"), TELLING.c.session == bindparam("told"))
_MOVED = update(TELLING).where(_OF).values(meeting=bindparam("to"))
# What only damage takes away is there again once all is settled anew.
_TOLD = insert(TELLING).values(
    witness=bindparam("of"), session=bindparam("told"), meeting=bindparam("to")
)
_CHANGED = update(MEETING).where(MEETING.c.id == bindparam("which"))


def tellings(connection: Connection, witnesses: Iterable[str] | None = None) -> Iterator[Telling]:
    """Yield what every witness, or each of these, tells of sessions, as the witnesses came."""
    for some in (None,) if witnesses is None else batches(witnesses):
        yield from _tellings(connection, some)


def _tellings(connection: Connection, some: Sequence[str] | None) -> Iterator[Telling]:
    present = _present(connection, some)
    organisations = _organisations(connection, some)
    for row in connection.execute(_of(_SESSIONS, SESSION, some)):
        own = _form(row.form)
        yield Telling(
            witness=row.witness,
            session=row.session,
            n=row.n,
            position=row.position,
            record=row.record,
            base=row.base == row.witness,
            kind=row.kind,
            language=row.language,
            recorded=_days(row.recorded, row.recorded_last),
            subject=row.subject,
            name=row.name,
            organisations=tuple(organisations[row.witness, row.session]),
            body=row.body,
            status=row.status,
            days=_days(row.first, row.last),
            venue=row.venue,
            mode=row.mode,
            formats=own.formats,
            by_phone=any(one.rule.endswith(_BY_PHONE) for one in own.evidence),
            present=tuple(present[row.witness, row.session]),
        )


def judged(connection: Connection) -> Iterator[tuple[bool, str, str]]:
    """Yield the judgements in force on sessions: whether two tellings are of one, and which."""
    in_force = (JUDGEMENT.c.about == "session", JUDGEMENT.c.undone.is_(None))
    for one in judgements(connection, *in_force):
        made = one.judgement
        subject = _found(connection, made.subject)
        for other in made.others:
            beside = _found(connection, other)
            if subject and beside and subject != beside:
                yield made.kind == "merge", subject, beside


def _found(connection: Connection, subject: Subject) -> str | None:
    """Give the name of the telling that a judgement is about, as the witness is read now."""
    form = connection.scalar(select(READING.c.form).where(READING.c.witness == subject.witness))
    if form is None:
        return None
    found = find(reading_of_kept(form, subject.witness), subject)
    return found and f"{subject.witness}.{found}"


def meeting_row(meeting: Meeting) -> Row:
    """Give a session as the row that keeps it."""
    first, last = meeting.days or (None, None)
    return {
        "id": meeting.id,
        "witness": meeting.stands.witness,
        "session": meeting.stands.session,
        "subject": meeting.subject,
        "first": first,
        "last": last,
        "tellings": len(meeting.tellings),
        "ties": msgspec.json.encode(meeting.ties).decode(),
    }


def told_of(connection: Connection, witness: str) -> dict[str, str]:
    """Give the session that each telling of a witness is of, by its name in the reading."""
    wanted = select(TELLING.c.session, TELLING.c.meeting).where(TELLING.c.witness == witness)
    return {row.session: row.meeting for row in connection.execute(wanted)}


def put_meetings(
    connection: Connection, found: Iterable[Meeting], among: Iterable[str] | None = None
) -> set[str]:
    """Write the sessions that changed, and let go of those that are no more.

    Args:
        connection: where they are written.
        found: the sessions.
        among: the identifiers of those in whose place they come; of all unless said.

    Returns:
        The witnesses that tell of another session than before.
    """
    kept: dict[str, Row] = {}
    told: dict[_Place, str] = {}
    for some in (None,) if among is None else batches(among):
        for meeting_kept in connection.execute(_among(MEETING, MEETING.c.id, some)).mappings():
            kept[meeting_kept["id"]] = dict(meeting_kept)
        for row in connection.execute(_among(TELLING, TELLING.c.meeting, some)):
            told[row.witness, row.session] = row.meeting
    wanted: dict[str, Row] = {}
    moved: list[Row] = []
    for meeting in found:
        wanted[meeting.id] = meeting_row(meeting)
        for key in meeting.tellings:
            witness, _, session = key.partition(".")
            if told.get((witness, session)) != meeting.id:
                moved.append({"of": witness, "told": session, "to": meeting.id})
    _write(connection, kept, wanted)
    if moved:
        connection.execute(_MOVED, moved)
    if lost := [row for row in moved if (row["of"], row["told"]) not in told]:
        connection.execute(_TOLD, lost)
    gone = [{"which": one} for one in kept.keys() - wanted.keys()]
    if gone:
        connection.execute(delete(MEETING).where(MEETING.c.id == bindparam("which")), gone)
    return {row["of"] for row in moved}


def _among(table: Table, column: Column[str], some: Sequence[str] | None) -> Select[Any]:
    return select(table) if some is None else select(table).where(column.in_(some))


def meeting_faults(connection: Connection) -> Iterator[Fault]:
    """Yield what is wrong with the sessions: every telling is of one, and every one is told of."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for row in connection.execute(select(TELLING)):
        told[row.meeting].add(f"{row.witness}.{row.session}")
    one = and_(TELLING.c.witness == SESSION.c.witness, TELLING.c.session == SESSION.c.id)
    alone = select(SESSION.c.witness, SESSION.c.id).where(~select(TELLING).where(one).exists())
    for row in connection.execute(alone):
        yield Fault(place=f"{row.witness}.{row.id}", met="it is of no session", advice=_SETTLE)
    for row in connection.execute(select(MEETING)):
        if (met := _fault(row, told[row.id])) is not None:
            yield Fault(place=row.id, met=met, advice=_SETTLE)


def _fault(row: AnyRow[*tuple[Any, ...]], told: set[str]) -> str | None:
    """Say what is wrong with a session, by its row and the names of what is told of it."""
    if not told:
        return "a session that nothing tells of"
    if row.tellings != len(told) or row.id not in told:
        return "the table meeting differs from what tells of the session"
    if f"{row.witness}.{row.session}" not in told:
        return "what stands for the session does not tell of it"
    try:
        ties = _ties(row.ties)
    except (msgspec.DecodeError, TypeError) as error:
        return f"the table meeting is damaged ({error})"
    if {one for tie in ties for one in (tie.one, tie.other)} - told:
        return "what does not tell of the session is said to be of it"
    return None


def _write(connection: Connection, kept: Mapping[str, Row], wanted: Mapping[str, Row]) -> None:
    new = [row for key, row in wanted.items() if key not in kept]
    if new:
        connection.execute(insert(MEETING), new)
    changed = [
        {"which": key, **row} for key, row in wanted.items() if key in kept and kept[key] != row
    ]
    if changed:
        values: dict[str, Any] = {name: bindparam(name) for name in changed[0] if name != "which"}
        connection.execute(_CHANGED.values(values), changed)


def _of(wanted: Select[Any], table: Table, some: Sequence[str] | None) -> Select[Any]:
    return wanted if some is None else wanted.where(table.c.witness.in_(some))


def _present(
    connection: Connection, some: Sequence[str] | None
) -> defaultdict[_Place, list[Present]]:
    found: defaultdict[_Place, list[Present]] = defaultdict(list)
    for row in connection.execute(_of(_PRESENT, PARTICIPANT, some)):
        one = Present(person=row.person, name=row.name, of=row.of)
        found[row.witness, row.session].append(one)
    return found


def _organisations(
    connection: Connection, some: Sequence[str] | None
) -> defaultdict[_Place, list[str]]:
    found: defaultdict[_Place, list[str]] = defaultdict(list)
    wanted = select(SESSION_ORGANISATION)
    for row in connection.execute(_of(wanted, SESSION_ORGANISATION, some)):
        found[row.witness, row.session].append(row.organisation)
    return found


def _days(first: int | None, last: int | None) -> tuple[int, int] | None:
    return None if first is None or last is None else (first, last)


class _Evidence(msgspec.Struct):
    rule: str = ""


class _Form(msgspec.Struct):
    """The parts of a session's form that no column has; the rest is passed over."""

    formats: tuple[SessionFormat, ...] = ()
    evidence: tuple[_Evidence, ...] = ()


_form = msgspec.json.Decoder(_Form).decode
_ties = msgspec.json.Decoder(tuple[Tie, ...]).decode
