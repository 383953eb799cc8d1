"""Who is who, read for being worked out over all records, and written where it changed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import bindparam, delete, exists, func, insert, select, update

from greffier.archive.batching import batches
from greffier.archive.identity import person_id
from greffier.archive.judged import judgements
from greffier.archive.settlement import Bearer, KnownAs, Named, Ruling
from greffier.archive.tables import (
    HEAD,
    IDENTITY,
    JUDGEMENT,
    KNOWN_NAME,
    KNOWN_PERSON,
    MEMBERSHIP,
    NAMING,
    OCCUPANCY,
    PARTICIPANT,
    PERSON,
    RECORD,
    SESSION,
)
from greffier.model import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection, Select

    from greffier.model import Subject

_SAME = (IDENTITY.c.witness == PARTICIPANT.c.witness) & (IDENTITY.c.participant == PARTICIPANT.c.id)
_SESSION = (SESSION.c.witness == PARTICIPANT.c.witness) & (SESSION.c.id == PARTICIPANT.c.session)
_NAMED = (
    select(
        PARTICIPANT.c.witness,
        PARTICIPANT.c.id.label("participant"),
        MEMBERSHIP.c.record,
        PARTICIPANT.c.name,
        PARTICIPANT.c.named.label("key"),
        PARTICIPANT.c.office,
        PARTICIPANT.c.of,
        PARTICIPANT.c.acting,
        func.coalesce(SESSION.c.date, RECORD.c.date).label("date"),
        HEAD.c.language,
        IDENTITY.c.person,
    )
    .join(IDENTITY, _SAME, isouter=True)
    .join(HEAD, HEAD.c.witness == PARTICIPANT.c.witness)
    .join(MEMBERSHIP, MEMBERSHIP.c.witness == PARTICIPANT.c.witness)
    .join(RECORD, RECORD.c.id == MEMBERSHIP.c.record)
    .join(SESSION, _SESSION, isouter=True)
    .where(PARTICIPANT.c.named.is_not(None))
)
_HELD = (KNOWN_PERSON.c.authority == OCCUPANCY.c.authority) & (
    KNOWN_PERSON.c.id == OCCUPANCY.c.person
)
# Whom no record names is nobody's namesake: an authority may know the heads of all states.
_PRINTED = (
    select(KNOWN_NAME.c.key)
    .join(NAMING, NAMING.c.id == KNOWN_NAME.c.key)
    .where(KNOWN_NAME.c.authority == KNOWN_PERSON.c.authority)
    .where(KNOWN_NAME.c.person == KNOWN_PERSON.c.id)
)
_NO_MORE = delete(IDENTITY).where(
    IDENTITY.c.witness == bindparam("of"), IDENTITY.c.participant == bindparam("whom")
)
_CALLED = update(PERSON).where(PERSON.c.id == bindparam("of")).values(name=bindparam("by"))


def named(connection: Connection, keys: Iterable[str] | None = None) -> Iterator[Named]:
    """Yield every participant with a name, or with one of these; no reading is decoded."""
    names = tuple(str(column.key) for column in _NAMED.selected_columns)
    asked = (_NAMED,) if keys is None else map(_named_so, batches(keys))
    for wanted in asked:
        for row in connection.execute(wanted):
            yield Named(**dict(zip(names, row, strict=True)))


def _named_so(keys: list[str]) -> Select[Any]:
    return _NAMED.where(PARTICIPANT.c.named.in_(keys))


def printed(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield every name, folded and as printed."""
    wanted = select(PARTICIPANT.c.named, PARTICIPANT.c.name).distinct()
    for row in connection.execute(wanted.where(PARTICIPANT.c.named.is_not(None))):
        yield row.named, row.name


def named_by(connection: Connection, witnesses: Iterable[str]) -> Iterator[str]:
    """Yield the names, folded, of the participants of some witnesses."""
    wanted = select(PARTICIPANT.c.named).where(PARTICIPANT.c.named.is_not(None))
    for some in batches(witnesses):
        yield from connection.scalars(wanted.where(PARTICIPANT.c.witness.in_(some)).distinct())


def known_by(connection: Connection) -> Iterator[tuple[str, ...]]:
    """Yield the names, folded, of each whom the user knows by several that records print."""
    wanted = (
        select(KNOWN_NAME)
        .join(NAMING, NAMING.c.id == KNOWN_NAME.c.key)
        .order_by(KNOWN_NAME.c.authority, KNOWN_NAME.c.person)
    )
    rows = connection.execute(wanted)
    for _, some in groupby(rows, key=lambda row: (row.authority, row.person)):
        keys = tuple(row.key for row in some)
        if len(keys) > 1:
            yield keys


def rulings(connection: Connection) -> Iterator[Ruling]:
    """Yield the judgements in force on who is who, the earliest first."""
    in_force = (JUDGEMENT.c.about == "person", JUDGEMENT.c.undone.is_(None))
    for one in judgements(connection, *in_force):
        made = one.judgement
        for other in made.others:
            yield Ruling(same=made.kind == "merge", one=_bearer(made.subject), other=_bearer(other))


def known(connection: Connection) -> Iterator[KnownAs]:
    """Yield the offices of those whom the user knows by more than one name, one of them printed."""
    wanted = (
        select(KNOWN_PERSON.c.names, OCCUPANCY)
        .join(OCCUPANCY, _HELD)
        .where(_PRINTED.exists())
        .order_by(OCCUPANCY.c.authority, OCCUPANCY.c.n)
    )
    for row in connection.execute(wanted):
        names = msgspec.json.decode(row.names, type=tuple[str, ...])
        keys = frozenset(filter(None, map(person_id, names)))
        if len(keys) > 1:
            yield KnownAs(
                authority=row.authority,
                person=row.person,
                keys=keys,
                office=row.office,
                of=row.of,
                period=Period(row.since, row.until),
            )


def put_persons(
    connection: Connection, names: Mapping[str, str], moved: Iterable[tuple[str, str, str]]
) -> set[str]:
    """Keep who is who, writing only what changed; give the witnesses whose participants moved."""
    _put_names(connection, names)
    rows = [
        {"witness": witness, "participant": participant, "person": person}
        for witness, participant, person in moved
    ]
    if rows:
        gone = [{"of": one["witness"], "whom": one["participant"]} for one in rows]
        connection.execute(_NO_MORE, gone)
        connection.execute(insert(IDENTITY), rows)
    someone = exists().where(IDENTITY.c.person == PERSON.c.id)
    connection.execute(delete(PERSON).where(~someone))
    return {one["witness"] for one in rows}


def _put_names(connection: Connection, names: Mapping[str, str]) -> None:
    kept: dict[str, str] = {}
    for some in batches(names):
        rows = connection.execute(select(PERSON).where(PERSON.c.id.in_(some)))
        kept |= {row.id: row.name for row in rows}
    new = [{"id": key, "name": name} for key, name in names.items() if key not in kept]
    if new:
        connection.execute(insert(PERSON), new)
    changed = [
        {"of": key, "by": name} for key, name in names.items() if kept.get(key, name) != name
    ]
    if changed:
        connection.execute(_CALLED, changed)


def _bearer(subject: Subject) -> Bearer:
    return Bearer(witness=subject.witness, name=subject.value, office=subject.office, of=subject.of)
