"""Keeping a witness with its reading, in one transaction."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from greffier.archive.judged import apply
from greffier.archive.keeping import pack, pack_reading, reading_of_kept
from greffier.archive.recording import bring_up, put_record, read_anew
from greffier.archive.rows import namings, rows
from greffier.archive.sealing import seal
from greffier.archive.standing import drop_persons, part, stand
from greffier.archive.stored import Added, Outcome
from greffier.archive.tables import (
    DERIVED,
    MEMBERSHIP,
    NAMING,
    PARTICIPANT,
    READING,
    RECORD,
    SESSION,
    STATE,
    WITNESS,
)
from greffier.archive.touching import touch
from greffier.errors import ArchiveError, UsageError
from greffier.model import record_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from greffier.archive.rows import Row
    from greffier.model import Reading, Received

_INTO = {table.name: insert(table) for table in DERIVED}


def add(connection: Connection, received: Received, reading: Reading) -> Added:
    """Keep a witness and its reading inside the transaction that `connection` is in.

    Raises:
        ArchiveError: the reading is of another witness, or cannot be kept.
    """
    witness = received.witness
    if reading.witness.digest != witness.digest:
        raise ArchiveError(witness.name, "a reading of another witness", "read this one")
    reader = _reader_of(connection, witness.id, witness.digest)
    if reader == reading.reader:
        return Added(witness=witness.id, outcome="known")
    outcome: Outcome = "added" if reader is None else "reread"
    generation = next_generation(connection)
    if reader is None:
        connection.execute(insert(WITNESS), _witness(received))
    _write(connection, reading, generation)
    if reader is None:
        put_record(connection, record_of([reading], base=witness.id))
        connection.execute(insert(MEMBERSHIP), _membership(reading))
        seal(connection, "witness", [witness.id])
        seal(connection, "membership", [witness.id])
    else:
        read_anew(connection, witness.id)
    return Added(witness=witness.id, outcome=outcome)


def write_anew(connection: Connection, witness: str) -> None:
    """Write the rows of a witness anew, because judgements on its facts were made or undone."""
    kept = connection.scalar(select(READING.c.form).where(READING.c.witness == witness))
    if kept is None:
        raise UsageError(witness, "no such witness", "name one that the archive holds")
    _write(connection, reading_of_kept(kept, witness), next_generation(connection))
    bring_up(connection, witness)


def next_generation(connection: Connection) -> int:
    """Give the number of a change that the index does not have yet."""
    connection.execute(update(STATE).values(generation=STATE.c.generation + 1))
    return int(connection.execute(select(STATE.c.generation)).scalar_one())


def _membership(reading: Reading) -> Row:
    """Say that a witness carries a record of its own, until its like have been looked for."""
    witness = reading.witness
    return {
        "witness": witness.id,
        "record": witness.id,
        "url": witness.url,
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _reader_of(connection: Connection, witness: str, digest: str) -> str | None:
    """Give the version of the reader whose reading of this witness is kept, if one is."""
    found = connection.execute(
        select(WITNESS.c.digest, READING.c.reader)
        .join(READING, READING.c.witness == WITNESS.c.id)
        .where(WITNESS.c.id == witness)
    ).first()
    if found is None:
        return None
    if found.digest != digest:
        raise ArchiveError(
            witness, "another witness is kept under this name", "keep this one in another archive"
        )
    return str(found.reader)


def _witness(received: Received) -> Row:
    witness = received.witness
    return {
        "id": witness.id,
        "digest": witness.digest,
        "name": witness.name,
        "media_type": witness.media_type,
        "length": len(received.data),
        "data": pack(received.data),
    }


def _write(connection: Connection, reading: Reading, generation: int) -> None:
    """Write a reading and its rows in place of any that there are."""
    key = reading.witness.id
    before = _named_by(connection, key)
    gone = _part(connection, key) if before is not None else set()
    connection.execute(delete(READING).where(READING.c.witness == key))  # and, with it, its rows
    kept = {
        "witness": key,
        "reader": reading.reader,
        "generation": generation,
        "form": pack_reading(reading),
    }
    connection.execute(insert(READING), kept)
    seal(connection, "reading", [key])
    judged = apply(connection, reading)
    now = namings(judged)
    known = set(connection.scalars(select(NAMING.c.id).where(NAMING.c.id.in_(now))))
    new = [{"id": key, "name": name} for key, name in now.items() if key not in known]
    if new:
        connection.execute(insert(NAMING), new)
    made = rows(judged)
    for table in DERIVED:
        if made[table.name]:
            connection.execute(_INTO[table.name], made[table.name])
    _name(connection, (before or set()) | set(now))
    stand(connection, key)
    drop_persons(connection, gone)


def _part(connection: Connection, witness: str) -> set[str]:
    """Part a reading that is replaced from what other records tell; give the persons it names."""
    told = select(SESSION.c.first, SESSION.c.last).where(SESSION.c.witness == witness)
    recorded = (
        select(RECORD.c.first, RECORD.c.last)
        .join(MEMBERSHIP, MEMBERSHIP.c.record == RECORD.c.id)
        .where(MEMBERSHIP.c.witness == witness)
    )
    days = [(row.first, row.last) for one in (told, recorded) for row in connection.execute(one)]
    named = select(PARTICIPANT.c.name).where(
        PARTICIPANT.c.witness == witness, PARTICIPANT.c.named.is_not(None)
    )
    names = connection.scalars(named)
    touch(connection, witnesses=(witness,), names=names, days=days)
    return part(connection, witness)


def _named_by(connection: Connection, witness: str) -> set[str] | None:
    """Give the names that the reading of a witness prints; None where it has no reading yet."""
    if connection.scalar(select(READING.c.witness).where(READING.c.witness == witness)) is None:
        return None
    named = select(PARTICIPANT.c.named).where(PARTICIPANT.c.witness == witness)
    return {key for key in connection.scalars(named) if key is not None}


def _name(connection: Connection, keys: set[str]) -> None:
    """Keep names as they are printed; let go of those that no record prints any more.

    Of several spellings the one that sorts last is taken, whatever the order of adding: it prefers
    `Tokayev` to `TOKAYEV`, and letters with their marks to letters without.
    """
    named = PARTICIPANT.c.named == NAMING.c.id
    ours = NAMING.c.id.in_(keys)
    someone = select(PARTICIPANT.c.named).where(named).exists()
    connection.execute(delete(NAMING).where(ours, ~someone))
    fullest = select(func.max(PARTICIPANT.c.name)).where(named).scalar_subquery()
    connection.execute(update(NAMING).where(ours).values(name=fullest))
