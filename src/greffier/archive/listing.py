"""Records out of the tables, as values; sessions are in `convening`, persons in `persons`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec
from sqlalchemy import and_, bindparam, func, or_, select, true

from greffier.archive.shelf import unknown
from greffier.archive.stored import (
    Counts,
    StoredRecord,
    StoredWitness,
)
from greffier.archive.tables import (
    HEAD,
    IDENTITY,
    MEMBERSHIP,
    PARTICIPANT,
    RECORD,
    WITNESS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from sqlalchemy import ColumnElement, Connection, Row, Select, Table

    AnyRow: TypeAlias = Row[Any]

FAR = 2**62  # no list is as long, and SQLite counts no further than twice as far
# Rows taken at a time while a list is streamed.
_BATCH = 200
_REMEMBERED = 10_000  # records: some ten megabytes
_STORED = (*StoredRecord.__dataclass_fields__,)
RECORD_COLUMNS = tuple(RECORD.c[name] if name in RECORD.c else HEAD.c[name] for name in _STORED)
_IDENTITY = (IDENTITY.c.witness == PARTICIPANT.c.witness) & (
    IDENTITY.c.participant == PARTICIPANT.c.id
)
# The facts of a record are those of its base: no speech is counted twice.
OF_BASE = HEAD.c.witness == RECORD.c.base


def counts(connection: Connection, *, sessions: int) -> Counts:
    """Count what is kept; `sessions` are those that records are of."""

    def count(counted: Select[Any]) -> int:
        return int(connection.execute(counted).scalar_one())

    # A head says how much its reading has: to count the rows of a million turns takes longer.
    sums = [func.sum(HEAD.c[name]).label(name) for name in ("turns", "instruments", "remarks")]
    kinds = select(HEAD.c.kind, func.count().label("records"), *sums).join(RECORD, OF_BASE)
    rows = connection.execute(kinds.group_by(HEAD.c.kind).order_by(HEAD.c.kind)).all()
    named = select(func.count(IDENTITY.c.person.distinct()))
    return Counts(
        records=sum(row.records for row in rows),
        witnesses=count(select(func.count()).select_from(WITNESS)),
        sessions=sessions,
        persons=count(named.join(RECORD, RECORD.c.base == IDENTITY.c.witness)),
        turns=sum(row.turns for row in rows),
        instruments=sum(row.instruments for row in rows),
        remarks=sum(row.remarks for row in rows),
        kinds={row.kind: row.records for row in rows},
    )


def someone_is(person: ColumnElement[str]) -> ColumnElement[bool]:
    """Say that the base of some record names a person."""
    base = RECORD.c.base == IDENTITY.c.witness
    return select(IDENTITY.c.person).join(RECORD, base).where(IDENTITY.c.person == person).exists()


def records(
    connection: Connection,
    *,
    after: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[StoredRecord]:
    """Yield records, newest first, undated last; `after` the one that this witness carries."""
    carried = select(RECORD.c.first, RECORD.c.id).join(
        MEMBERSHIP, RECORD.c.id == MEMBERSHIP.c.record
    )
    last = connection.execute(carried.where(MEMBERSHIP.c.witness == after)).first()
    if after is not None and last is None:
        raise unknown("record", after, "`a4231deef9788138`")
    order = (RECORD.c.first.desc().nulls_last(), RECORD.c.id)
    # Those of the page first: of the records before it nothing else is looked at.
    page = select(RECORD.c.id).where(following(RECORD, last)).order_by(*order)
    page = page.limit(limit).offset(min(offset, FAR))
    wanted = (
        select(*RECORD_COLUMNS).join(HEAD, OF_BASE).where(RECORD.c.id.in_(page)).order_by(*order)
    )
    for row in connection.execution_options(yield_per=_BATCH).execute(wanted):
        yield stored_record(row)


def following(table: Table, last: Row[*tuple[Any, ...]] | None) -> ColumnElement[bool]:
    """Say which rows come after one in a list: newest first, undated last, then by identifier.

    Args:
        table: of the list.
        last: its day and its identifier; all rows follow where there is none.
    """
    if last is None:
        return true()
    first = table.c.first
    later = and_(first.is_not_distinct_from(last.first), table.c.id > last.id)
    return later if last.first is None else or_(first < last.first, first.is_(None), later)


# Every page of hits asks this: made once, and the same whatever the number of witnesses.
_OF = func.json_each(bindparam("of")).table_valued("value")
_CARRIED = (
    select(MEMBERSHIP.c.witness, *RECORD_COLUMNS)
    .join(RECORD, RECORD.c.id == MEMBERSHIP.c.record)
    .join(HEAD, OF_BASE)
    .where(MEMBERSHIP.c.witness.in_(select(_OF.c.value)))
)


def records_of(connection: Connection, witnesses: Iterable[str]) -> dict[str, StoredRecord]:
    """Give the records that witnesses carry, by the name of the witness."""
    named = msgspec.json.encode(list(witnesses)).decode()
    rows = connection.execute(_CARRIED, {"of": named}).all()
    return {key: StoredRecord(**dict(zip(_STORED, row, strict=True))) for key, *row in rows}


class Carried:
    """The records of a moment by the witnesses that carry them: those asked for are remembered."""

    def __init__(self) -> None:
        self._known: dict[str, StoredRecord] = {}

    def of(self, connection: Connection, witnesses: AbstractSet[str]) -> dict[str, StoredRecord]:
        """Give what `records_of` does."""
        known = {key: self._known[key] for key in witnesses & self._known.keys()}
        if new := witnesses - known.keys():
            told = records_of(connection, new)
            known |= told
            if len(self._known) < _REMEMBERED:
                self._known |= told
        return known


def stored_record(row: AnyRow) -> StoredRecord:
    """Make a record of a row that has its columns."""
    values = {
        name: row._mapping[column]  # noqa: SLF001 - its documented name
        for name, column in zip(_STORED, RECORD_COLUMNS, strict=True)
    }
    return StoredRecord(**values)


def witnesses(connection: Connection, record: str) -> tuple[StoredWitness, ...]:
    """Give the witnesses of a record in the order in which they were added."""
    base = (RECORD.c.base == MEMBERSHIP.c.witness).label("base")
    wanted = (
        select(
            *(WITNESS.c[name] for name in ("id", "digest", "name", "media_type")),
            *(MEMBERSHIP.c[name] for name in ("url", "added")),
            *(HEAD.c[name] for name in ("language", "length")),
            base,
        )
        .join(MEMBERSHIP, MEMBERSHIP.c.witness == WITNESS.c.id)
        .join(HEAD, HEAD.c.witness == WITNESS.c.id)
        .join(RECORD, RECORD.c.id == MEMBERSHIP.c.record)
        .where(MEMBERSHIP.c.record == record)
        .order_by(MEMBERSHIP.c.n)
    )
    return tuple(StoredWitness(**row) for row in connection.execute(wanted).mappings())
