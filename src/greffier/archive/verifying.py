"""Checking that an archive is what it says it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from greffier.archive.crosschecking import naming_faults, person_faults
from greffier.archive.frame import kind_faults
from greffier.archive.guarding import guarded
from greffier.archive.judged import apply
from greffier.archive.keeping import reading_of_kept, witness_of_kept
from greffier.archive.passages import passages as passages_of
from greffier.archive.posting import posted_of_kept
from greffier.archive.recording import record_row, worked_out
from greffier.archive.rows import rows
from greffier.archive.sealing import seal_faults
from greffier.archive.stored import Fault
from greffier.archive.tables import DERIVED, MEMBERSHIP, POSTING, READING, RECORD, STATE, WITNESS
from greffier.archive.tellings import meeting_faults
from greffier.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection, Row, Table
    from sqlalchemy.engine import RowMapping

    from greffier.model import Reading

RESTORE = "restore the archive from a copy"
_REGROUP = "run `greffier group --again`, or restore the archive from a copy"


def faults(connection: Connection, place: str, passages: list[int]) -> Iterator[Fault]:
    """Yield what is wrong with the database, one check after the other.

    Args:
        connection: to it, as it is at one moment.
        place: what to call it.
        passages: takes how many each witness has.
    """
    yield from guarded(place, database_faults(connection, place))
    yield from guarded(place, kind_faults(connection))
    yield from guarded(place, count_faults(connection, place))
    for witness in connection.scalars(select(WITNESS.c.id)).all():
        yield from guarded(str(witness), witness_faults(connection, witness, passages))
    for check in (
        record_faults(connection, place),
        naming_faults(connection),
        person_faults(connection),
        meeting_faults(connection),
    ):
        yield from guarded(place, check)


def database_faults(connection: Connection, place: str) -> Iterator[Fault]:
    """Yield what SQLite itself finds wrong with the file."""
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield Fault(place=place, met=f"the database is damaged: {said}", advice=RESTORE)
    for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        met = f"a row of the table {table} names a row of {parent} that is not there"
        yield Fault(place=place, met=met, advice=RESTORE)
    yield from seal_faults(connection)


def count_faults(connection: Connection, place: str) -> Iterator[Fault]:
    """Yield what is wrong with the count of changes: the last of them wrote a reading."""
    counted = connection.scalar(select(STATE.c.generation))
    last = connection.scalar(select(func.max(READING.c.generation))) or 0
    if counted != last:
        met = f"the table state counts {counted} changes, the table reading {last}"
        yield _fault(place, met, RESTORE)


def witness_faults(connection: Connection, witness: str, passages: list[int]) -> Iterator[Fault]:
    """Yield what is wrong with one witness; `passages` takes how many it has."""
    kept = connection.execute(
        select(WITNESS.c.digest, WITNESS.c.length, WITNESS.c.data, READING.c.form)
        .join(READING, READING.c.witness == WITNESS.c.id, isouter=True)
        .where(WITNESS.c.id == witness)
    ).one()
    yield from _witness_faults(kept, witness)
    if kept.form is None:
        yield _fault(witness, "the witness has no reading", "add its source again")
        return
    reading = reading_of_kept(kept.form, witness)
    if reading.witness.digest != kept.digest:
        yield _fault(witness, "its reading is of another witness", RESTORE)
    yield from _row_faults(connection, reading, witness)
    passages.append(sum(1 for _ in passages_of(apply(connection, reading))))


def record_faults(connection: Connection, place: str) -> Iterator[Fault]:
    """Yield what is wrong with the records: each must be what its witnesses come to."""
    for row in connection.execute(select(RECORD)).mappings().all():
        try:
            record = worked_out(connection, row["id"])
        except ValueError as error:  # what stands there has no form
            yield _fault(row["id"], f"the table record is damaged ({error})", _REGROUP)
            continue
        except ArchiveError:  # told of its witness
            continue
        if record is None or record_row(record) != dict(row):
            met = "the table record differs from what its witnesses come to"
            yield _fault(row["id"], met, _REGROUP)
    yield from _grouping_faults(connection, place)
    carrying = select(MEMBERSHIP.c.witness).where(MEMBERSHIP.c.witness == WITNESS.c.id).exists()
    for witness in connection.scalars(select(WITNESS.c.id).where(~carrying)):
        yield _fault(witness, f"in {place} this witness carries no record", RESTORE)


def _grouping_faults(connection: Connection, place: str) -> Iterator[Fault]:
    """Yield what is wrong with that by which the like of a witness are found."""
    found = 0
    of_witness = select(func.count()).select_from(POSTING)
    for row in connection.execute(select(MEMBERSHIP).where(MEMBERSHIP.c.sketch.is_not(None))):
        wanted = posted_of_kept(row.sketch)
        if wanted is None:
            yield _fault(row.witness, "its sketch is damaged", _REGROUP)
            continue
        ours = of_witness.where(POSTING.c.hash.in_(wanted), POSTING.c.n == row.n)
        held = connection.execute(ours).scalar_one()
        found += held
        if held != len(wanted):
            met = "what its like are found by differs from its sketch"
            yield _fault(row.witness, met, _REGROUP)
    if others := connection.execute(of_witness).scalar_one() - found:
        yield _fault(place, f"{others} hashes that are of no sketch", _REGROUP)


def _witness_faults(kept: Row[*tuple[Any, ...]], witness: str) -> Iterator[Fault]:
    try:
        data = witness_of_kept(kept.data, kept.digest, witness)
    except ArchiveError as error:
        yield _fault(error.place, error.met, error.wanted)
        return
    if len(data) != kept.length:
        yield _fault(witness, f"{len(data)} bytes for a length of {kept.length}", RESTORE)
    if not kept.digest.removeprefix("sha256:").startswith(witness):
        yield _fault(witness, f"it is kept under a name that {kept.digest} does not give", RESTORE)


def _row_faults(connection: Connection, reading: Reading, witness: str) -> Iterator[Fault]:
    """Compare every table with what the reading says."""
    wanted = rows(apply(connection, reading))
    for table in DERIVED:
        found = connection.execute(select(table).where(table.c.witness == witness)).mappings()
        if _comparable(table, wanted[table.name]) != _comparable(table, found):
            met = f"the table {table.name} differs from the reading"
            yield _fault(witness, met, "read the witness again with another version, or restore it")


def _comparable(
    table: Table, found: Iterable[Mapping[str, Any] | RowMapping]
) -> list[tuple[object, ...]]:
    names = [column.name for column in table.c]
    return sorted((tuple(row[name] for name in names) for row in found), key=repr)


def _fault(place: str, met: str, advice: str) -> Fault:
    return Fault(place=place, met=met, advice=advice)
