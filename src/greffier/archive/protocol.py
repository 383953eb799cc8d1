"""What an archive can do, and the values that come out of one.

Every store meets `Archive`; the same contract tests run against each. Identifiers:

- a witness is named by the first 16 hexadecimal digits of its SHA-256, such as `a4231deef9788138`;
- a record by the earliest of its witnesses in the archive; the name of any of them leads to it;
- a session, participant, turn or instrument by its witness and its place in the reading:
  `a4231deef9788138.s1`, `.p3`, `.t12`, `.i1` (chairmanships `.c1`, quotations `.q1`);
- a person by the folded name in lower case with hyphens: `vladimir-putin`. Two records that print
  the same full name name the same person; whether two spellings are one is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from greffier.model import Participant, RecordKind, Session, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from greffier.model import (
        Bond,
        Claim,
        Grouping,
        Judged,
        Judgement,
        Observation,
        Reading,
        Received,
        Record,
        Sketch,
    )

Outcome = Literal["added", "known", "reread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one witness: `added`, `known`, or `reread` by another reader version."""

    witness: str
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRecord:
    """A record in a list: enough to choose it by.

    Args:
        base: the witness that stands for it; `name`, `kind`, `language`, `length` and the numbers
            are of its reading.
        witnesses: how many carry it.
        title, date, place, publisher: what the base states, else what another witness does.
    """

    id: str
    base: str
    witnesses: int
    name: str
    kind: RecordKind
    title: str | None
    date: str | None
    place: str | None
    publisher: str | None
    language: str
    length: int
    sessions: int
    participants: int
    turns: int
    instruments: int
    remarks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredWitness:
    """A witness in a list of those that carry one record.

    Args:
        base: whether it stands for the record.
        length: of its text, in code points.
        added: when it came, as ISO 8601 in UTC; None where an older archive did not note it.
    """

    id: str
    digest: str
    name: str
    media_type: str
    url: str | None
    language: str
    length: int
    added: str | None
    base: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSession:
    """A session with the record, and the witness of it, that tells of it; and who took part."""

    id: str
    record: StoredRecord
    witness: str
    session: Session
    participants: tuple[StoredParticipant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredParticipant:
    """A participant with the person's page (None without a name) and how many turns he took."""

    id: str
    person: str | None
    participant: Participant
    turns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One person in one record: the capacity, the session, and the numbers of his turns."""

    record: StoredRecord
    participant: Participant
    session: Session | None
    turns: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPerson:
    """A person as the records name him, with every appearance, oldest first, undated last."""

    id: str
    name: str
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A search: `words` in the query language, and what the hits must be. None leaves it open.

    Args:
        words: words, "phrases", AND, OR, NOT or -, prefix*. Inflected forms are found.
        speaker: words of the speaker's name.
        office: words of the office held there.
        of: words of the state or organisation that the office is of, as the reading names it:
            `Russia`, `CSTO`.
        organisation: acronym of an organisation of the record's subject session.
        body: words of the name of its body.
        since: first day, an ISO date, reduced precision allowed: of the record's session, else of
            the record.
        until: last day, the same way; both are included.
        kind: the kind of the record.
        spoken: True for what was said only, False for the rest of the records only.
        copies: look in every witness of a record, not in its base alone.
    """

    words: str
    speaker: str | None = None
    office: str | None = None
    of: str | None = None
    organisation: str | None = None
    body: str | None = None
    since: str | None = None
    until: str | None = None
    kind: RecordKind | None = None
    spoken: bool | None = None
    copies: bool = False
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One passage that answers a question, with where its words stand.

    `span` is the passage (a turn's paragraph, or a paragraph of the rest) in the text of `witness`;
    `matches` are the words that were looked for, as spans inside it. `quote` is the passage's
    words as printed.
    """

    record: StoredRecord
    witness: str
    turn: int | None
    speaker: str | None
    office: str | None
    of: str | None
    span: Span
    matches: tuple[Span, ...]
    quote: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """The hits of one page of answers, and how many there are in all."""

    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that `verify` found wrong: where, what, and what to do about it."""

    place: str
    met: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much an archive holds."""

    records: int = 0
    witnesses: int = 0
    sessions: int = 0
    persons: int = 0
    turns: int = 0
    instruments: int = 0
    remarks: int = 0
    kinds: dict[str, int] = field(default_factory=dict)


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
        """Write a judgement into the log, and give its number."""
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

    def groupings(self, record: str) -> tuple[Grouping, ...]:
        """Give what binds the witnesses of a record, two and two."""
        ...

    def judgements(self) -> tuple[Judged, ...]:
        """Give the log of judgements, the earliest first, those that were undone among them."""
        ...

    def refresh(self) -> None:
        """Bring the search index up to what is stored; does nothing where it is."""
        ...

    def counts(self) -> Counts:
        """Count what is kept."""
        ...

    def has(self, digest: str, *, reader: str) -> bool:
        """Say whether the witness is kept with a reading by this version of the reader."""
        ...

    def records(self, *, limit: int | None = None, offset: int = 0) -> Iterator[StoredRecord]:
        """Yield the records, newest first, undated last."""
        ...

    def sessions(self, *, limit: int | None = None, offset: int = 0) -> Iterator[StoredSession]:
        """Yield the sessions that records are of, newest first, undated last."""
        ...

    def sessions_of(self, witness: str) -> Iterator[StoredSession]:
        """Yield every session that a witness is of or names, in its reading's order."""
        ...

    def session(self, key: str) -> StoredSession:
        """Give a session by its identifier. Raises UsageError if there is none."""
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

    def reading(self, witness: str) -> Reading:
        """Give the whole reading of a witness. Raises UsageError if there is none."""
        ...

    def witness_bytes(self, witness: str) -> bytes:
        """Give the bytes of a witness, as they were received. Raises UsageError if none."""
        ...

    def person(self, key: str) -> StoredPerson:
        """Give a person by identifier. Raises UsageError if there is none."""
        ...

    def persons(self) -> Iterator[StoredPerson]:
        """Yield every person, by name."""
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

    def person_of(self, name: str) -> str:
        """Give the identifier that a person of this name has in the archive."""
        ...

    def search(self, question: Question) -> Hits:
        """Answer a question. Raises QueryError where it cannot be read."""
        ...

    def verify(self) -> Iterator[Fault]:
        """Check every digest, span and index row; yield what is wrong."""
        ...

    def close(self) -> None:
        """Let go of files and locks."""
        ...
