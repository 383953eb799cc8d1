"""Persons as values: listed, found by any of their names, and where each appears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Text, cast, func, select, true, tuple_

from greffier.archive.identity import person_id
from greffier.archive.listing import FAR, OF_BASE, RECORD_COLUMNS, someone_is, stored_record
from greffier.archive.stored import Appearance, ListedPerson, Spelling, StoredPerson
from greffier.archive.tables import (
    HEAD,
    IDENTITY,
    MEMBERSHIP,
    NAMING,
    PARTICIPANT,
    PERSON,
    RECORD,
    SESSION,
    TURN,
)
from greffier.model import Participant, Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select

    from greffier.archive.listing import AnyRow

IS = (IDENTITY.c.witness == PARTICIPANT.c.witness) & (IDENTITY.c.participant == PARTICIPANT.c.id)
IN_SESSION = (SESSION.c.witness == PARTICIPANT.c.witness) & (SESSION.c.id == PARTICIPANT.c.session)
_NUMBERED = re.compile(r"(?P<name>.{1,500})-[0-9]{1,6}")
_MOST_CALLED = 12  # persons whom one name may mean
_MANY = 500  # names that they may be borne by
_BASE = RECORD.c.base == IDENTITY.c.witness
_DAY = func.coalesce(RECORD.c.first, SESSION.c.first)


def persons(
    connection: Connection,
    *,
    only: Iterable[str] | None = None,
    after: tuple[str, str] | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[ListedPerson]:
    """Yield the persons whom records name, by name, each with the office he was last seen in."""
    of_him = IDENTITY.c.person == PERSON.c.id
    records = select(func.count(RECORD.c.id.distinct())).join(IDENTITY, _BASE).where(of_him)
    # Those of the page first: of the persons before it nothing else is looked at.
    page = (
        select(PERSON.c.id)
        .where(someone_is(PERSON.c.id), true() if only is None else PERSON.c.id.in_(tuple(only)))
        .where(true() if after is None else tuple_(PERSON.c.name, PERSON.c.id) > tuple_(*after))
        .order_by(PERSON.c.name, PERSON.c.id)
        .limit(limit)
        .offset(min(offset, FAR))
    )
    wanted = (
        select(
            PERSON.c.id,
            PERSON.c.name,
            records.correlate(PERSON).scalar_subquery().label("records"),
            _latest(PARTICIPANT.c.form).label("last"),
            _latest(func.coalesce(SESSION.c.date, RECORD.c.date)).label("date"),
        )
        .where(PERSON.c.id.in_(page))
        .order_by(PERSON.c.name, PERSON.c.id)
    )
    for row in connection.execute(wanted):
        yield ListedPerson(
            id=row.id,
            name=row.name,
            records=row.records,
            last=msgspec.json.decode(row.last, type=Participant),
            date=row.date,
        )


def _latest(column: ColumnElement[Any]) -> ScalarSelect[Any]:
    """Give a column of where a person was last seen, for each row of persons."""
    return (
        select(column)
        .select_from(PARTICIPANT)
        .join(IDENTITY, IS)
        .join(RECORD, _BASE)
        .join(SESSION, IN_SESSION, isouter=True)
        .where(IDENTITY.c.person == PERSON.c.id)
        .order_by(_DAY.desc().nulls_last(), RECORD.c.id, PARTICIPANT.c.position)
        .limit(1)
        .correlate(PERSON)
        .scalar_subquery()
    )


def led_to(connection: Connection, key: str) -> tuple[str, ...]:
    """Give the persons that an identifier or a name leads to: one, several or none.

    What is the identifier of a person leads to no other. An identifier with a number that nobody
    has any more leads to those who bear the name: one of them is he.
    """
    folded = person_id(key)
    for wanted in dict.fromkeys((key, folded)):
        if connection.scalar(select(PERSON.c.id).where(PERSON.c.id == wanted)) is not None:
            return (wanted,)
    numbered = _NUMBERED.fullmatch(folded)
    return _bearing(connection, folded) or (
        _bearing(connection, numbered["name"]) if numbered else ()
    )


def _bearing(connection: Connection, folded: str) -> tuple[str, ...]:
    """Give the persons for whom a record prints this name."""
    named = (
        select(IDENTITY.c.person)
        .distinct()
        .join(PARTICIPANT, IS)
        .where(PARTICIPANT.c.named == folded)
        .order_by(IDENTITY.c.person)
    )
    return tuple(connection.scalars(named))


def otherwise_called(connection: Connection, words: str) -> tuple[str, ...]:
    """Give all names that records print for whoever some record names in these words.

    `Putin` leads to `Владимир Путин`, where the two are known to be one person. A name that others
    bear too is left out, for it would lead to them.

    Args:
        connection: where to look.
        words: of a name, in any order and script.

    Returns:
        the names; none where the words name nobody, or too many to be meant.
    """
    wanted = [word for word in person_id(words).split("-") if word]
    holding = (NAMING.c.id.contains(word, autoescape=True) for word in wanted)
    found = connection.scalars(select(NAMING.c.id).where(*holding)) if wanted else ()
    fitting = [one for one in found if set(wanted) <= set(one.split("-"))]
    meant = _borne(PARTICIPANT.c.named.in_(fitting))
    persons = {row.person for row in connection.execute(meant.limit(_MANY))}
    if len(persons) > _MOST_CALLED:
        return ()
    theirs = list(connection.execute(_borne(IDENTITY.c.person.in_(persons))))
    borne = PARTICIPANT.c.named.in_({row.named for row in theirs})
    others = connection.execute(_borne(borne, IDENTITY.c.person.not_in(persons)))
    shared = {row.named for row in others}
    return tuple(sorted({row.name for row in theirs if row.named not in shared}))


def _borne(*where: ColumnElement[bool]) -> Select[Any]:
    """Give who bears which name, each pair once."""
    columns = IDENTITY.c.person, PARTICIPANT.c.named, PARTICIPANT.c.name
    return select(*columns).distinct().join(PARTICIPANT, IS).where(*where)


def persons_of(connection: Connection, witness: str) -> dict[str, str]:
    """Give the person that each named participant of a witness is, by the participant."""
    wanted = select(IDENTITY.c.participant, IDENTITY.c.person).where(IDENTITY.c.witness == witness)
    return {row.participant: row.person for row in connection.execute(wanted)}


def speakers_of(
    connection: Connection, turns: Iterable[tuple[str, int]]
) -> dict[tuple[str, int], str]:
    """Give the person who took each of some turns, by the witness and the number of the turn."""
    asked = set(turns)
    by_him = (IDENTITY.c.witness == TURN.c.witness) & (IDENTITY.c.participant == TURN.c.participant)
    wanted = (
        select(TURN.c.witness, TURN.c.n, IDENTITY.c.person)
        .join(IDENTITY, by_him)
        # Not as pairs, for which SQLite would go through every turn that there is.
        .where(
            TURN.c.witness.in_({witness for witness, _ in asked}),
            TURN.c.n.in_({n for _, n in asked}),
        )
    )
    found = {(row.witness, row.n): row.person for row in connection.execute(wanted)}
    return {turn: person for turn, person in found.items() if turn in asked}


def person(connection: Connection, key: str) -> StoredPerson:
    """Give the person of this identifier, which must be one, with every appearance."""
    name = connection.execute(select(PERSON.c.name).where(PERSON.c.id == key)).scalar_one()
    return StoredPerson(
        id=key,
        name=name,
        names=tuple(spellings(connection, key)),
        namesakes=_namesakes(connection, key),
        appearances=tuple(_appearances(connection, key)),
    )


def spellings(connection: Connection, key: str) -> Iterator[Spelling]:
    """Yield the names that records print for a person, the most frequent first."""
    records = func.count(MEMBERSHIP.c.record.distinct()).label("records")
    wanted = (
        select(PARTICIPANT.c.name, records)
        .join(IDENTITY, IS)
        .join(MEMBERSHIP, MEMBERSHIP.c.witness == PARTICIPANT.c.witness)
        .where(IDENTITY.c.person == key)
        .group_by(PARTICIPANT.c.name)
        .order_by(records.desc(), PARTICIPANT.c.name)
    )
    for row in connection.execute(wanted):
        yield Spelling(name=row.name, records=row.records)


def _namesakes(connection: Connection, key: str) -> tuple[str, ...]:
    """Give the other persons whom some record names as another names this one."""
    names = select(PARTICIPANT.c.named).join(IDENTITY, IS).where(IDENTITY.c.person == key)
    wanted = (
        select(IDENTITY.c.person)
        .distinct()
        .join(PARTICIPANT, IS)
        .where(PARTICIPANT.c.named.in_(names), IDENTITY.c.person != key)
        .order_by(IDENTITY.c.person)
    )
    return tuple(connection.scalars(wanted))


def _appearances(connection: Connection, key: str) -> Iterator[Appearance]:
    """Yield where a person appears, the earliest first, undated last."""
    turns = (
        select(func.aggregate_strings(cast(TURN.c.n, Text), ","))
        .where(TURN.c.witness == PARTICIPANT.c.witness, TURN.c.participant == PARTICIPANT.c.id)
        .scalar_subquery()
    )
    wanted = (
        select(
            PARTICIPANT.c.form.label("participant"),
            SESSION.c.form.label("session"),
            turns.label("turn_numbers"),
            *RECORD_COLUMNS,
        )
        .join(IDENTITY, IS)
        .join(RECORD, _BASE)
        .join(HEAD, OF_BASE)
        .join(SESSION, IN_SESSION, isouter=True)
        .where(IDENTITY.c.person == key)
        .order_by(_DAY.nulls_last(), RECORD.c.id, PARTICIPANT.c.position)
    )
    for row in connection.execute(wanted):
        yield _appearance(row)


def _appearance(row: AnyRow) -> Appearance:
    session = None if row.session is None else msgspec.json.decode(row.session, type=Session)
    return Appearance(
        record=stored_record(row),
        participant=msgspec.json.decode(row.participant, type=Participant),
        session=session,
        turns=tuple(sorted(int(n) for n in (row.turn_numbers or "").split(",") if n)),
    )
