"""What an archive can do. Every store meets `Archive`; the same contract tests run against each.

What comes out of one, and how it is named, is in `archive.stored`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from greffier.archive.proving import Proof
    from greffier.archive.settlement import Settlement, StoredDoubt
    from greffier.archive.speech import By, FoundPassage, Size, Vocabulary
    from greffier.archive.stored import (
        Added,
        Arrival,
        Counts,
        Fault,
        Hit,
        Hits,
        ListedPerson,
        Question,
        Spelling,
        StoredChairmanship,
        StoredPerson,
        StoredRecord,
        StoredSession,
        StoredWitness,
        Watch,
    )
    from greffier.archive.surveyed import Survey
    from greffier.model import (
        Application,
        Authority,
        AuthorityFormat,
        Bond,
        Claim,
        Grouping,
        Holder,
        Judged,
        Judgement,
        KnownPerson,
        Observation,
        Occupancy,
        Reading,
        Received,
        Record,
        Sketch,
    )


class Desk(Protocol):
    """Where witnesses are grouped, in one transaction; `Archive.grouping` opens it."""

    def pending(self, grouper: str) -> str | None:
        """Give the earliest witness whose like this version of the grouper has not looked for."""
        ...

    def is_alone(self, witness: str) -> bool:
        """Say whether no other witness carries the record of this one."""
        ...

    def forget(self) -> None:
        """Have the like of every witness looked for again."""
        ...

    def reading(self, witness: str) -> Reading:
        """Give the reading of a witness. Raises UsageError if there is none."""
        ...

    def sharing(self, sketch: Sketch) -> Iterator[tuple[str, Sketch]]:
        """Yield the witnesses that share the rarer hashes of a sketch, with their own."""
        ...

    def carried(self, witnesses: Iterable[str]) -> dict[str, str]:
        """Give the record that each of some witnesses carries, by the witness."""
        ...

    def claim(self, witness: str) -> Claim:
        """Give what a witness brings when it is asked which record it carries.

        Raises:
            UsageError: there is no such witness.
        """
        ...

    def of_address(self, witness: str) -> tuple[str, ...]:
        """Give the latest witnesses that came from the address that this one came from."""
        ...

    def keep(
        self, witness: str, sketch: Sketch, groupings: Iterable[Grouping], *, grouper: str
    ) -> None:
        """Keep what looking for the like of a witness found, in place of what it found before."""
        ...

    def together(self, witnesses: Iterable[str]) -> tuple[str, ...]:
        """Give whoever is bound to these witnesses or carries a record of one, earliest first."""
        ...

    def bonds(self, witnesses: Sequence[str]) -> tuple[Bond, ...]:
        """Give what binds these witnesses to each other or holds them apart."""
        ...

    def put(self, records: Sequence[Record]) -> None:
        """Keep records in place of those that their witnesses carried until now."""
        ...

    def judge(self, judgement: Judgement) -> int:
        """Write a judgement into the log, apply it where it is on a fact, and give its number."""
        ...

    def undo(self, n: int) -> Judgement:
        """Take a judgement back; it stays in the log. Raises UsageError if there is none."""
        ...


class Archive(Protocol):
    """One archive, whatever keeps it; `close` it after use. Threads may share it."""

    def add(self, received: Received, reading: Reading) -> Added:
        """Keep a witness and its reading, whole or not at all; the same again changes nothing."""
        ...

    def grouping(self) -> AbstractContextManager[Desk]:
        """Open the desk at which witnesses are grouped: all that is done there, or nothing."""
        ...

    def settling(self) -> AbstractContextManager[Settlement]:
        """Open the place where who is who is written: all that is done there, or nothing."""
        ...

    def proving(self) -> AbstractContextManager[Proof]:
        """Open the place where who is who is held against what all records come to."""
        ...

    def is_settled(self, settler: str) -> bool:
        """Say whether nothing came since this version worked out who is who."""
        ...

    def doubts(self, *, about: str | None = None) -> Iterator[StoredDoubt]:
        """Yield what waits for a judgement: pairs of persons, then of sessions.

        Args:
            about: only those of this person or session, by identifier.
        """
        ...

    def groupings(self, record: str) -> tuple[Grouping, ...]:
        """Give what binds the witnesses of a record, two and two."""
        ...

    def import_authority(  # noqa: PLR0913 - each says one thing of the file
        self,
        name: str,
        digest: str,
        format_: AuthorityFormat,
        *,
        persons: Iterable[KnownPerson],
        occupancies: Iterable[Occupancy],
        replace: bool = False,
    ) -> bool:
        """Keep what a file says of persons and offices, whole or not at all.

        Args:
            name: of the file; one name is one authority.
            digest: of its bytes: the same again changes nothing.
            format_: which it has.
            persons: whom it names.
            occupancies: who held what, as it says.
            replace: put it in the place of what was imported under this name before.

        Returns:
            Whether anything changed.

        Raises:
            UsageError: another file was imported under this name, and it is not to be replaced.
        """
        ...

    def drop_authority(self, n: int) -> Authority:
        """Let go of an imported authority. Raises UsageError if there is none of this number."""
        ...

    def authorities(self) -> tuple[Authority, ...]:
        """Give the imported authorities, the earliest first."""
        ...

    def holders(
        self,
        *,
        office: str | None = None,
        of: str | None = None,
        names: Sequence[str] | None = None,
        resolved: bool = False,
    ) -> Iterator[Holder]:
        """Yield who held which office, as imported authorities say, by time, undated last.

        Args:
            office: only this one, as readings keep it; case makes no difference.
            of: only of this state, organisation or body.
            names: only of persons who bear one of these names, in whatever spelling of case,
                marks and order of punctuation.
            resolved: only offices that are known.
        """
        ...

    def judgements(self) -> tuple[Judged, ...]:
        """Give the log of judgements, the earliest first, those that were undone among them."""
        ...

    def refresh(self) -> None:
        """Bring the search index up to what is stored; does nothing where it is."""
        ...

    def state(self) -> str:
        """Give a name of what a search sees: another one as soon as anything of it has changed."""
        ...

    def counts(self) -> Counts:
        """Count what is kept."""
        ...

    def has(self, digest: str, *, reader: str) -> bool:
        """Say whether the witness is kept with a reading by this version of the reader."""
        ...

    def records(
        self, *, after: str | None = None, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredRecord]:
        """Yield the records, newest first, undated last.

        Args:
            after: only those that come after the one that this witness carries.
            limit: at most so many.
            offset: leave out so many of the newest.

        Raises:
            UsageError: there is no such witness.
        """
        ...

    def sessions(  # noqa: PLR0913 - each narrows the list in one way
        self,
        *,
        organisation: str | None = None,
        body: str | None = None,
        state: str | None = None,
        person: str | None = None,
        after: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[StoredSession]:
        """Yield the sessions that records are of, newest first, undated last.

        Args:
            organisation: only those of this one, by acronym.
            body: only those of this body, by the name that readings keep it by.
            state: only those in which somebody of this state took part, by its short name.
            person: only those in which this person took part, by identifier.
            after: only those that come after the one that the telling of this name is of.
            limit: at most so many.
            offset: leave out so many of the newest.

        Raises:
            UsageError: there is no such telling.
        """
        ...

    def sessions_of(self, witness: str) -> Iterator[StoredSession]:
        """Yield every session that a witness tells of, as it tells it, in its reading's order."""
        ...

    def told_of(self, witness: str) -> dict[str, str]:
        """Give the session that each telling of a witness is of, by its name in the reading."""
        ...

    def session(self, key: str) -> StoredSession:
        """Give the session that has this name, or that the telling of this name is of.

        Raises:
            UsageError: there is none.
        """
        ...

    def record(self, key: str) -> StoredRecord:
        """Give the record that has this name, or that the witness of this name carries.

        Raises:
            UsageError: there is none.
        """
        ...

    def witnesses(self, record: str) -> tuple[StoredWitness, ...]:
        """Give the witnesses of a record in the order in which they were added."""
        ...

    def made_of(self, record: str) -> Record:
        """Give what the witnesses of a record come to: the base and why, and who states what.

        Raises:
            UsageError: there is no record of this name.
        """
        ...

    def reading(self, witness: str, *, raw: bool = False) -> Reading:
        """Give the whole reading of a witness. Raises UsageError if there is none.

        Args:
            witness: whose.
            raw: as it was read; otherwise as it is with the judgements on its facts applied.
        """
        ...

    def applications(self, witness: str) -> tuple[Application, ...]:
        """Say to what of its raw reading each judgement on facts of a witness applies."""
        ...

    def witness_bytes(self, witness: str) -> bytes:
        """Give the bytes of a witness, as they were received. Raises UsageError if none."""
        ...

    def person(self, key: str) -> StoredPerson:
        """Give the person that an identifier, or any name that a record prints for him, leads to.

        Raises:
            UsageError: nobody is called so.
            SeveralError: several are; it lists them.
        """
        ...

    def persons(
        self,
        *,
        only: Iterable[str] | None = None,
        after: tuple[str, str] | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[ListedPerson]:
        """Yield the persons whom records name, by name; with `only`, those of these identifiers.

        `after` is the name and the identifier of one: only those that come after.
        """
        ...

    def person_of(self, name: str) -> str:
        """Give the identifier of the person that a name leads to; raises as `person` does."""
        ...

    def names_of(self, person: str) -> tuple[Spelling, ...]:
        """Give the names that records print for a person, the most frequent first."""
        ...

    def persons_of(self, witness: str) -> dict[str, str]:
        """Give the person that each named participant of a witness is, by the participant."""
        ...

    def speakers_of(self, turns: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
        """Give the person who took each of some turns, by the witness and the number of the turn.

        Turns of nobody who is known are left out. Ask for those of one page: it is one query.
        """
        ...

    def chairmanships(
        self, organisation: str | None = None, *, holder: str | None = None
    ) -> Iterator[StoredChairmanship]:
        """Yield what records tell of chairs, the earliest first, undated last.

        Args:
            organisation: only of this organisation or body, by the name that readings keep it by:
                an acronym, or a body's name.
            holder: only where this state holds, leaves or takes it.
        """
        ...

    def survey(self) -> AbstractContextManager[Survey]:
        """Open a look through all records, which stay as they are at this moment meanwhile."""
        ...

    def observations(
        self, *, office: str | None = None, of: str | None = None, person: str | None = None
    ) -> Iterator[Observation]:
        """Yield who is seen in which office, the earliest first, undated first of all.

        Args:
            office: only in this one, as readings keep it; case makes no difference.
            of: only of this state, organisation or body.
            person: only this person, by identifier.
        """
        ...

    def search(self, question: Question) -> Hits:
        """Answer a question. Raises QueryError where it cannot be read."""
        ...

    def passages(self, question: Question) -> Iterator[FoundPassage]:
        """Yield every passage that answers a question, in its order, whatever its page.

        A question that asks for nothing is answered by all there is; so in `sizes`, `vocabulary`.
        """
        ...

    def sizes(self, question: Question, *, by: By) -> tuple[Size, ...]:
        """Give how many passages answer a question, and the words in them, by what they share."""
        ...

    def languages(self, question: Question) -> tuple[Size, ...]:
        """Give how many passages answer a question, and the words in them, by their language."""
        ...

    def vocabulary(self, question: Question) -> Vocabulary:
        """Count the words of all passages that answer a question."""
        ...

    def hits(self, question: Question) -> Iterator[Hit]:
        """Yield every hit of a question in its order, however many; `limit` and `offset` are moot.

        Raises:
            QueryError: it cannot be read.
        """
        ...

    def arrivals(self, *, after: int = 0, latest: int | None = None) -> tuple[Arrival, ...]:
        """Give the witnesses that came after a number, as they came; or only the latest of them."""
        ...

    def watches(self) -> tuple[Watch, ...]:
        """Give the questions that are watched, by name."""
        ...

    def watch(self, name: str, question: Question, *, began: int) -> Watch:
        """Watch for what comes after a number. Raises UsageError where the name is taken."""
        ...

    def looked(self, name: str, *, seen: int) -> None:
        """Note what had come when a watch was looked at. Raises UsageError if there is none."""
        ...

    def unwatch(self, name: str) -> None:
        """Watch no more. Raises UsageError if there is no such watch."""
        ...

    def verify(self) -> Iterator[Fault]:
        """Check every digest, span and index row; yield what is wrong."""
        ...

    def close(self) -> None:
        """Let go of files and locks."""
        ...
