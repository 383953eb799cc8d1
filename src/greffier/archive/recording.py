"""Records in their table: which witnesses carry each, and what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update

from greffier.archive.days import days
from greffier.archive.judged import apply
from greffier.archive.keeping import reading_of_kept
from greffier.archive.sealing import seal
from greffier.archive.tables import MEMBERSHIP, READING, RECORD
from greffier.archive.touching import touch
from greffier.model import STATED, Record, Stated, record_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from greffier.archive.rows import Row
    from greffier.model import Reading


# Every new witness asks these; made once, they cost a tenth.
_REPLACED = update(RECORD).where(RECORD.c.id == bindparam("of"))
_DAYS = select(RECORD.c.first, RECORD.c.last).where(RECORD.c.id == bindparam("of"))
_NEW = insert(RECORD)
_CARRIED = (
    update(MEMBERSHIP).where(MEMBERSHIP.c.witness == bindparam("of")).values(record=bindparam("by"))
)


def record_row(record: Record) -> Row:
    """Give a record as the row of its table."""
    first, last = days(record.date.value) if record.date else (None, None)
    return {
        "id": record.id,
        "base": record.base,
        "first": first,
        "last": last,
        "witnesses": len(record.witnesses),
        "reasons": msgspec.json.encode(record.reasons).decode(),
        **{
            name: value
            for field in STATED
            for name, value in _stated(field, getattr(record, field)).items()
        },
    }


def _stated(field: str, stated: Stated | None) -> Row:
    value, witness = (stated.value, stated.witness) if stated else (None, None)
    return {field: value, f"{field}_of": witness}


def made_of(connection: Connection, record: str) -> Record | None:
    """Give a record as its row has it, with its witnesses in the order in which they were added."""
    kept = connection.execute(select(RECORD).where(RECORD.c.id == record)).mappings().first()
    if kept is None:
        return None
    carriers = select(MEMBERSHIP.c.witness).where(MEMBERSHIP.c.record == record)
    return Record(
        id=kept["id"],
        witnesses=tuple(connection.scalars(carriers.order_by(MEMBERSHIP.c.n))),
        base=kept["base"],
        reasons=msgspec.json.decode(kept["reasons"], type=tuple[str, ...]),
        **{field: _kept(kept[field], kept[f"{field}_of"]) for field in STATED},
    )


def _kept(value: str | None, witness: str | None) -> Stated | None:
    return None if value is None or witness is None else Stated(value=value, witness=witness)


def put_record(connection: Connection, record: Record) -> None:
    """Write a record in place of the one of its name, and let its witnesses carry it."""
    row = record_row(record)
    before = connection.execute(_DAYS, {"of": record.id}).first()
    if before is None:
        connection.execute(_NEW, row)
    else:
        connection.execute(_REPLACED, {"of": record.id, **row})
    moved = before is not None and (before.first, before.last) != (row["first"], row["last"])
    days = ((before.first, before.last),) if before is not None and moved else ()
    touch(connection, witnesses=record.witnesses, days=days)
    seal(connection, "record", [record.id])
    connection.execute(_CARRIED, [{"of": one, "by": record.id} for one in record.witnesses])


def touch_records(connection: Connection, records: Iterable[str]) -> None:
    """Note the days of records that lose witnesses, before they do."""
    rows = [connection.execute(_DAYS, {"of": record}).first() for record in records]
    touch(connection, days=((row.first, row.last) for row in rows if row is not None))


def drop_record(connection: Connection, record: str) -> None:
    """Let go of a record that no witness carries any more."""
    connection.execute(delete(RECORD).where(RECORD.c.id == record))
    seal(connection, "record", [record])


def readings_of(connection: Connection, record: str) -> tuple[Reading, ...]:
    """Give the readings of a record's witnesses, judgements applied, as they were added."""
    wanted = (
        select(READING.c.witness, READING.c.form)
        .join(MEMBERSHIP, MEMBERSHIP.c.witness == READING.c.witness)
        .where(MEMBERSHIP.c.record == record)
        .order_by(MEMBERSHIP.c.n)
    )
    return tuple(
        apply(connection, reading_of_kept(row.form, row.witness))
        for row in connection.execute(wanted).all()
    )


def worked_out(connection: Connection, record: str) -> Record | None:
    """Give what the witnesses of a record come to by their readings as they are now."""
    kept = connection.execute(
        select(RECORD.c.base, RECORD.c.reasons).where(RECORD.c.id == record)
    ).first()
    readings = readings_of(connection, record)
    if kept is None or not any(one.witness.id == kept.base for one in readings):
        return None
    return record_of(
        readings, base=kept.base, reasons=msgspec.json.decode(kept.reasons, type=tuple[str, ...])
    )


def read_anew(connection: Connection, witness: str) -> None:
    """Bring the record of a witness up to its new reading; its like are to be looked for again."""
    ours = MEMBERSHIP.c.witness == witness
    connection.execute(update(MEMBERSHIP).where(ours).values(grouper=None))
    seal(connection, "membership", [witness])
    bring_up(connection, witness)


def bring_up(connection: Connection, witness: str) -> None:
    """Bring the record of a witness up to what its readings say now."""
    ours = MEMBERSHIP.c.witness == witness
    record = connection.scalar(select(MEMBERSHIP.c.record).where(ours))
    found = worked_out(connection, record) if record else None
    if found is not None:
        put_record(connection, found)
