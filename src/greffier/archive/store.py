"""An archive as a folder: SQLite for what matters, tantivy beside it for finding words."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from sqlalchemy import select

from greffier.archive import (
    adding,
    convening,
    grouping,
    judged,
    listing,
    recording,
    settling,
    verifying,
)
from greffier.archive.database import BUSY, LOOK, open_database, told, writing
from greffier.archive.frame import frame_faults
from greffier.archive.generation import mark_of
from greffier.archive.keeping import reading_of_kept, witness_of_kept
from greffier.archive.knowing import Knowledge
from greffier.archive.meetings import Meetings
from greffier.archive.people import People
from greffier.archive.proving import Proof
from greffier.archive.remembered import Remembered
from greffier.archive.searches import Searches
from greffier.archive.shelf import bindable, unknown
from greffier.archive.stored import Fault
from greffier.archive.tables import READING, WITNESS
from greffier.archive.watching import Watches
from greffier.errors import ArchiveError
from greffier.model import applications

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

    from greffier.archive.protocol import Desk
    from greffier.archive.settlement import Settlement
    from greffier.archive.stored import (
        Added,
        Counts,
        StoredRecord,
        StoredWitness,
    )
    from greffier.model import Application, Grouping, Judged, Reading, Received, Record


class SqliteArchive(People, Meetings, Searches, Watches, Knowledge):
    """An archive in a folder; meets `Archive`. May be shared by threads.

    Args:
        folder: the archive; `open` checks or makes it.
        engine: its database.
    """

    def __init__(self, folder: Path, engine: Engine) -> None:
        super().__init__(folder, engine)
        self._counts = Remembered(self._generation, self._counted)

    @classmethod
    def open(cls, folder: Path, *, create: bool = False, busy: float = BUSY) -> Self:
        """Open an archive; see `greffier.archive.open_archive`.

        Args:
            folder: the archive.
            create: make it if there is none.
            busy: seconds to wait for another process that writes.
        """
        return cls(folder, open_database(folder, create=create, busy=busy))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of files and locks."""
        self._index.close()
        self._generation.close()
        self._engine.dispose()

    # -- writing -----------------------------------------------------------------------------

    def add(self, received: Received, reading: Reading) -> Added:
        """Keep a witness and its reading, whole or not at all; the same again changes nothing."""
        with told(self._folder), writing(self._engine) as connection:
            return adding.add(connection, received, reading)

    @contextmanager
    def grouping(self) -> Iterator[Desk]:
        """Open the desk at which witnesses are grouped: all that is done there, or nothing."""
        with told(self._folder), writing(self._engine) as connection:
            yield grouping.Desk(connection)

    @contextmanager
    def settling(self) -> Iterator[Settlement]:
        """Open the place where who is who is written: all that is done there, or nothing."""
        with told(self._folder), writing(self._engine) as connection:
            yield settling.Settlement(connection)

    @contextmanager
    def proving(self) -> Iterator[Proof]:
        """Open the place where who is who is held against what all records come to."""
        with self._reading() as connection:
            yield Proof(connection)

    def is_settled(self, settler: str) -> bool:
        """Say whether nothing came since this version worked out who is who."""
        with self._reading() as connection:
            return settling.is_settled(connection, settler)

    # -- reading back --------------------------------------------------------------------------

    def counts(self) -> Counts:
        """Count what is kept."""
        with told(self._folder):
            return self._counts.now()

    def _counted(self) -> Counts:
        with self._reading() as connection:
            sessions = convening.count_sessions(connection)
            return listing.counts(connection, sessions=sessions)

    def has(self, digest: str, *, reader: str) -> bool:
        """Say whether the witness is kept with a reading by this version of the reader."""
        wanted = (
            select(READING.c.witness)
            .join(WITNESS, WITNESS.c.id == READING.c.witness)
            .where(WITNESS.c.digest == digest, READING.c.reader == reader)
        )
        with self._reading() as connection:
            return connection.execute(wanted).first() is not None

    def records(
        self, *, after: str | None = None, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredRecord]:
        """Yield the records, newest first, undated last."""
        last = None if after is None else bindable(after)
        with self._reading() as connection:
            yield from listing.records(connection, after=last, limit=limit, offset=offset)

    def record(self, key: str) -> StoredRecord:
        """Give the record that has this name, or that the witness of this name carries."""
        with self._reading() as connection:
            found = listing.records_of(connection, [bindable(key)])
        if not found:
            raise unknown("record", key, "`a4231deef9788138`")
        return found[bindable(key)]

    def witnesses(self, record: str) -> tuple[StoredWitness, ...]:
        """Give the witnesses of a record in the order in which they were added."""
        with self._reading() as connection:
            return listing.witnesses(connection, bindable(record))

    def made_of(self, record: str) -> Record:
        """Give what the witnesses of a record come to: the base and why, and who states what."""
        with self._reading() as connection:
            found = recording.made_of(connection, bindable(record))
        if found is None:
            raise unknown("record", record, "`a4231deef9788138`")
        return found

    def reading(self, witness: str, *, raw: bool = False) -> Reading:
        """Give the reading of a witness, judgements applied unless `raw` is asked for."""
        wanted = select(READING.c.form).where(READING.c.witness == bindable(witness))
        with self._reading() as connection:
            kept = connection.scalar(wanted)
            if kept is None:
                raise unknown("witness", witness, "`a4231deef9788138`")
            reading = reading_of_kept(kept, witness)
            return reading if raw else judged.apply(connection, reading)

    def witness_bytes(self, witness: str) -> bytes:
        """Give the bytes of a witness, as they were received."""
        wanted = select(WITNESS).where(WITNESS.c.id == bindable(witness))
        with self._reading() as connection:
            kept = connection.execute(wanted).first()
        if kept is None:
            raise unknown("witness", witness, "`a4231deef9788138`")
        return witness_of_kept(kept.data, kept.digest, witness)

    def groupings(self, record: str) -> tuple[Grouping, ...]:
        """Give what binds the witnesses of a record, two and two."""
        with self._reading() as connection:
            return grouping.groupings(connection, bindable(record))

    def judgements(self) -> tuple[Judged, ...]:
        """Give the log of judgements, the earliest first, those that were undone among them."""
        with self._reading() as connection:
            return tuple(judged.judgements(connection))

    def applications(self, witness: str) -> tuple[Application, ...]:
        """Say to what of its raw reading each judgement on facts of a witness applies."""
        with self._reading() as connection:
            log = judged.of_facts(connection, bindable(witness))
        return applications(self.reading(witness, raw=True), log) if log else ()

    # -- finding and checking ------------------------------------------------------------------

    def verify(self) -> Iterator[Fault]:
        """Check every digest, span and index row; yield what is wrong."""
        passages: list[int] = []
        try:
            with self._reading() as connection:
                faults, readable = frame_faults(connection, str(self._folder))
                yield from faults
                if not readable:
                    return
                yield from verifying.faults(connection, str(self._folder), passages)
                wanted = mark_of(connection)
            yield from self._index.faults(wanted, sum(passages))
        except ArchiveError as error:  # so damaged that it cannot be looked through
            advice = verifying.RESTORE if error.wanted == LOOK else error.wanted
            yield Fault(place=error.place, met=error.met, advice=advice)
