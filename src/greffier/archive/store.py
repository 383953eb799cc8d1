"""An archive as a folder: SQLite for what matters, tantivy beside it for finding words."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from sqlalchemy import select

from greffier.archive import (
    adding,
    chairing,
    convening,
    grouping,
    judged,
    listing,
    observing,
    recording,
    searching,
    settling,
    surveying,
    verifying,
)
from greffier.archive.asking import ask
from greffier.archive.damage import DamagedError, sound
from greffier.archive.database import BUSY, open_database, told, writing
from greffier.archive.identity import person_id
from greffier.archive.index import Mark, PassageIndex
from greffier.archive.keeping import reading_of_kept, witness_of_kept
from greffier.archive.stored import Fault
from greffier.archive.tables import READING, RECORD, STATE, WITNESS
from greffier.errors import ArchiveError, UsageError
from greffier.model import applications

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from greffier.archive.asking import Asked
    from greffier.archive.protocol import Desk
    from greffier.archive.settlement import Settlement, StoredDoubt
    from greffier.archive.stored import (
        Added,
        Counts,
        Hits,
        Question,
        StoredChairmanship,
        StoredPerson,
        StoredRecord,
        StoredSession,
        StoredWitness,
    )
    from greffier.archive.surveyed import Survey
    from greffier.model import (
        Application,
        Grouping,
        Judged,
        Observation,
        Reading,
        Received,
        Record,
    )


class SqliteArchive:
    """An archive in a folder; meets `Archive`. May be shared by threads.

    Args:
        folder: the archive; `open` checks or makes it.
        engine: its database.
    """

    def __init__(self, folder: Path, engine: Engine) -> None:
        self._folder = folder
        self._engine = engine
        self._index = PassageIndex(folder)

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

    def is_settled(self, settler: str) -> bool:
        """Say whether nothing came since this version worked out who is who."""
        with self._reading() as connection:
            return settling.is_settled(connection, settler)

    def refresh(self) -> None:
        """Bring the search index up to what is stored; does nothing where it is."""
        self._index.refresh(self)

    # -- what the index is made of -------------------------------------------------------------

    def mark(self) -> Mark:
        """Give the mark of an index that holds all there is."""
        with self._reading() as connection:
            state = connection.execute(select(STATE)).one()
            return Mark(archive=state.archive, generation=state.generation)

    def since(self, generation: int) -> Iterator[tuple[Reading, bool]]:
        """Yield what changed after a generation: readings, and whether each is of a base."""
        wanted = (
            select(READING.c.witness, READING.c.form, RECORD.c.base)
            .join(RECORD, RECORD.c.base == READING.c.witness, isouter=True)
            .where(READING.c.generation > generation)
            .order_by(READING.c.generation)
        )
        with self._reading() as connection:
            for row in connection.execution_options(yield_per=50).execute(wanted):
                reading = reading_of_kept(row.form, row.witness)
                yield judged.apply(connection, reading), row.base is not None

    # -- reading back --------------------------------------------------------------------------

    def counts(self) -> Counts:
        """Count what is kept."""
        with self._reading() as connection:
            return listing.counts(connection)

    def has(self, digest: str, *, reader: str) -> bool:
        """Say whether the witness is kept with a reading by this version of the reader."""
        wanted = (
            select(READING.c.witness)
            .join(WITNESS, WITNESS.c.id == READING.c.witness)
            .where(WITNESS.c.digest == digest, READING.c.reader == reader)
        )
        with self._reading() as connection:
            return connection.execute(wanted).first() is not None

    def records(self, *, limit: int | None = None, offset: int = 0) -> Iterator[StoredRecord]:
        """Yield the records, newest first, undated last."""
        with self._reading() as connection:
            yield from listing.records(connection, limit=limit, offset=offset)

    def sessions(  # noqa: PLR0913 - see the protocol
        self,
        *,
        organisation: str | None = None,
        body: str | None = None,
        state: str | None = None,
        person: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[StoredSession]:
        """Yield the sessions that records are of, newest first, undated last."""
        with self._reading() as connection:
            yield from convening.sessions(
                connection,
                organisation=organisation,
                body=body,
                state=state,
                person=person,
                limit=limit,
                offset=offset,
            )

    def sessions_of(self, witness: str) -> Iterator[StoredSession]:
        """Yield every session that a witness tells of, as it tells it, in its reading's order."""
        with self._reading() as connection:
            yield from convening.sessions_of(connection, _bindable(witness))

    def session(self, key: str) -> StoredSession:
        """Give the session that has this name, or that the telling of this name is of."""
        witness, _, part = _bindable(key).partition(".")
        with self._reading() as connection:
            found = convening.session(connection, witness, part)
        if found is None:
            raise self._unknown("session", key, "`a4231deef9788138.s1`")
        return found

    def record(self, key: str) -> StoredRecord:
        """Give the record that has this name, or that the witness of this name carries."""
        with self._reading() as connection:
            found = listing.records_of(connection, [_bindable(key)])
        if not found:
            raise self._unknown("record", key, "`a4231deef9788138`")
        return found[_bindable(key)]

    def witnesses(self, record: str) -> tuple[StoredWitness, ...]:
        """Give the witnesses of a record in the order in which they were added."""
        with self._reading() as connection:
            return listing.witnesses(connection, _bindable(record))

    def made_of(self, record: str) -> Record:
        """Give what the witnesses of a record come to: the base and why, and who states what."""
        with self._reading() as connection:
            found = recording.made_of(connection, _bindable(record))
        if found is None:
            raise self._unknown("record", record, "`a4231deef9788138`")
        return found

    def reading(self, witness: str, *, raw: bool = False) -> Reading:
        """Give the reading of a witness, judgements applied unless `raw` is asked for."""
        wanted = select(READING.c.form).where(READING.c.witness == _bindable(witness))
        with self._reading() as connection:
            kept = connection.scalar(wanted)
            if kept is None:
                raise self._unknown("witness", witness, "`a4231deef9788138`")
            reading = reading_of_kept(kept, witness)
            return reading if raw else judged.apply(connection, reading)

    def witness_bytes(self, witness: str) -> bytes:
        """Give the bytes of a witness, as they were received."""
        wanted = select(WITNESS).where(WITNESS.c.id == _bindable(witness))
        with self._reading() as connection:
            kept = connection.execute(wanted).first()
        if kept is None:
            raise self._unknown("witness", witness, "`a4231deef9788138`")
        return witness_of_kept(kept.data, kept.digest, witness)

    def groupings(self, record: str) -> tuple[Grouping, ...]:
        """Give what binds the witnesses of a record, two and two."""
        with self._reading() as connection:
            return grouping.groupings(connection, _bindable(record))

    def judgements(self) -> tuple[Judged, ...]:
        """Give the log of judgements, the earliest first, those that were undone among them."""
        with self._reading() as connection:
            return tuple(judged.judgements(connection))

    def doubts(self) -> Iterator[StoredDoubt]:
        """Yield what waits for a judgement: pairs of persons, then of sessions."""
        with self._reading() as connection:
            yield from settling.doubts(connection)

    def applications(self, witness: str) -> tuple[Application, ...]:
        """Say to what of its raw reading each judgement on facts of a witness applies."""
        return applications(self.reading(witness, raw=True), self.judgements())

    def person(self, key: str) -> StoredPerson:
        """Give a person by identifier. Raises UsageError if there is none."""
        with self._reading() as connection:
            found = next(listing.persons(connection, _bindable(key)), None)
        if found is None:
            raise self._unknown("person", key, "`vladimir-putin`")
        return found

    def persons(self) -> Iterator[StoredPerson]:
        """Yield every person, by name."""
        with self._reading() as connection:
            yield from listing.persons(connection)

    def chairmanships(
        self, organisation: str | None = None, *, holder: str | None = None
    ) -> Iterator[StoredChairmanship]:
        """Yield what records tell of chairs, the earliest first, undated last."""
        of, by = (None if one is None else _bindable(one) for one in (organisation, holder))
        with self._reading() as connection:
            yield from chairing.chairmanships(connection, of, by)

    def observations(
        self, *, office: str | None = None, of: str | None = None, person: str | None = None
    ) -> Iterator[Observation]:
        """Yield who is seen in which office, the earliest first, undated first of all."""
        with self._reading() as connection:
            yield from observing.observations(connection, office=office, of=of, person=person)

    @contextmanager
    def survey(self) -> Iterator[Survey]:
        """Open a look through all records, which stay as they are at this moment meanwhile."""
        with self._reading() as connection:
            yield surveying.Survey(connection)

    def person_of(self, name: str) -> str:
        """Give the identifier that a person of this name has in the archive."""
        return person_id(name)

    # -- finding and checking ------------------------------------------------------------------

    def search(self, question: Question) -> Hits:
        """Answer a question. Raises QueryError where it cannot be read."""
        asked = ask(question.words)
        self.refresh()
        try:
            return self._answer(asked, question)
        except DamagedError:
            self._index.remake(self)
        try:
            return self._answer(asked, question)
        except DamagedError as error:
            raise ArchiveError(
                str(self._folder),
                f"the search index is damaged ({error})",
                "delete the folder `index` in it: the next search makes it anew",
            ) from error

    def _answer(self, asked: Asked | None, question: Question) -> Hits:
        with sound():
            found = searching.find(self._index.searcher(), asked, question)
        with self._reading() as connection:
            return searching.tell(connection, asked, found)

    def verify(self) -> Iterator[Fault]:
        """Check every digest, span and index row; yield what is wrong."""
        passages = 0
        try:
            with self._reading() as connection:
                yield from verifying.database_faults(connection, str(self._folder))
                for witness in connection.scalars(select(WITNESS.c.id)).all():
                    faults, found = verifying.witness_faults(connection, witness)
                    yield from faults
                    passages += found
                yield from verifying.record_faults(connection, str(self._folder))
            yield from self._index.faults(self, passages)
        except ArchiveError as error:  # so damaged that it cannot be looked through
            yield Fault(place=error.place, met=error.met, advice=error.wanted)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Look at the database as it is at this moment, whatever others write meanwhile."""
        with told(self._folder), self._engine.begin() as connection:
            yield connection

    def _unknown(self, what: str, key: str, form: str) -> UsageError:
        place = key[:60].encode("utf-8", "backslashreplace").decode()
        met = f"no {what} of this name is in the archive"
        return UsageError(place, met, f"a {what} is named like {form}; `greffier search` finds it")


def _bindable(key: str) -> str:
    """Give a name in a form that a database takes: a command line may hold half characters."""
    return key.encode("utf-8", "replace").decode()
