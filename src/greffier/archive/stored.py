"""What comes out of an archive, as values.

Identifiers:

- a witness is named by the first 16 hexadecimal digits of its SHA-256, such as `a4231deef9788138`;
- a record by the earliest of its witnesses in the archive; the name of any of them leads to it;
- a participant, turn or instrument by its witness and its place in the reading:
  `a4231deef9788138.p3`, `.t12`, `.i1` (chairmanships `.c1`, quotations `.q1`);
- what a witness tells of a session likewise, `a4231deef9788138.s1`; and a session by the earliest
  of its tellings among the bases of records: the name of any of them leads to it;
- a person by the folded name in lower case with hyphens: `vladimir-putin`, with a number behind it
  where another person is called so. Any name that a record prints for him leads to him.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from greffier.model import ChairmanshipPhase, Participant, RecordKind, Session, Span

Outcome = Literal["added", "known", "reread"]
Sort = Literal["relevance", "newest", "oldest"]
FacetName = Literal["speaker", "of", "organisation", "body", "kind", "language", "year"]


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
class StoredTelling:
    """What one record tells of a session, and whom it names in it.

    Args:
        id: the witness with the place in its reading: `a4231deef9788138.s1`.
        record: the record, and `witness` the one of its witnesses that says so.
        base: whether that is the record's base.
        session: the session as told there; `subject` says whether the record is of it.
    """

    id: str
    record: StoredRecord
    witness: str
    base: bool
    session: Session
    participants: tuple[StoredParticipant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Why what two records tell is of one session: the rule, and its reason in words."""

    one: str
    other: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSession:
    """A session, as one telling stands for it, with every telling of it.

    Args:
        id: the name of its earliest telling among the bases of records; that of any leads to it.
        record, witness, session, participants: the telling that stands for it: the fullest, or,
            where the sessions of one witness are asked for, what that witness tells.
        tellings: all of them, the one that stands for it first.
        ties: why they are of one session.
    """

    id: str
    record: StoredRecord
    witness: str
    session: Session
    participants: tuple[StoredParticipant, ...] = ()
    tellings: tuple[StoredTelling, ...] = ()
    ties: tuple[Tie, ...] = ()

    @property
    def records(self) -> tuple[StoredRecord, ...]:
        """The records that tell of it, each once, in the order of the tellings."""
        return tuple({one.record.id: one.record for one in self.tellings}.values())


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
class StoredChairmanship:
    """What a record tells of a chair; `date` of what is told, else of the record."""

    id: str
    record: str
    witness: str
    organisation: str
    holder: str
    phase: ChairmanshipPhase
    date: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """A name as records print it, and how many records do."""

    name: str
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """A person in a list: in how many records, the participant last seen of him, and when that was.

    Args:
        date: of that session, else of its record; ISO 8601, perhaps reduced, None where unknown.
    """

    id: str
    name: str
    records: int
    last: Participant
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPerson:
    """A person, whatever the records call him.

    Args:
        name: the one that most records print, of the fuller ones in Latin letters if there are any.
        names: all that are printed for him, the most frequent first.
        namesakes: the identifiers of other persons whom a record names by one of these names.
        appearances: in the bases of records, oldest first, undated last.
    """

    id: str
    name: str
    names: tuple[Spelling, ...]
    namesakes: tuple[str, ...]
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A time in which somebody is known to have had an office: days as numbers, both included.

    Args:
        names: all that records print for him.
    """

    names: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A search: `words` in the query language, and what the hits must be. None leaves it open.

    Names are given by words of theirs, in any order; with a = before it, a name is meant whole.

    Args:
        words: words, "phrases", AND, OR, NOT or -, patt*rns, "two words"~5; `archive.asking` tells
            them all. Inflected forms are found.
        speaker: the speaker's name; any other that is known to be his is looked for too.
        office: the office held there.
        of: the state or organisation that the office is of, as the reading names it: `Russia`,
            `CSTO`.
        organisation: acronym of an organisation of the record's subject session.
        body: the name of its body.
        session: the identifier of a session.
        since: first day, an ISO date, reduced precision allowed: of the record's session, else of
            the record.
        until: last day, the same way; both are included.
        kind: the kind of the record.
        language: of the record, as a code: `en`, `ru`.
        spoken: True for what was said only, False for the rest of the records only.
        copies: look in every witness of a record, not in its base alone.
        held: what these said in these times counts as said in the office, though the record there
            does not print it; worked out by `query.holding`.
        among: only in these witnesses, by name; in all of them unless said.
        sort: the best hits first, or those of the newest or the oldest records; the undated last.
        facets: how many values of each facet are counted at most; none, where it is 0.
    """

    words: str
    speaker: str | None = None
    office: str | None = None
    of: str | None = None
    organisation: str | None = None
    body: str | None = None
    session: str | None = None
    since: str | None = None
    until: str | None = None
    kind: RecordKind | None = None
    language: str | None = None
    spoken: bool | None = None
    copies: bool = False
    among: tuple[str, ...] | None = None
    held: tuple[Held, ...] = ()
    sort: Sort = "relevance"
    facets: int = 0
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


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the passages found have a value: `value` as a question takes it."""

    value: str
    passages: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The passages found, counted by one thing: the most frequent values first, years in order.

    `others` counts the passages of values that are left out.
    """

    name: FacetName
    values: tuple[Tally, ...]
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """The hits of one page of answers, how many there are in all, and of what if that was asked."""

    total: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...] = ()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A question that is asked again and again.

    Args:
        name: what the user calls it.
        made: when, as ISO 8601 in UTC.
        began: the number of the last witness that it passes over; they are counted as they come.
        seen: the number of the last one that had come when it was last looked at.
    """

    name: str
    question: Question
    made: str
    began: int
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A witness, the number it came as, and when it did; unknown for what an old archive held."""

    n: int
    witness: str
    added: str | None
