"""What was read out of one witness: the contract's `greffier/reading/1`, with its evidence.

Every fact names the rule that read it, and each field of a fact that the words support on their
own has an `Evidence` of its own. A value is as understood; the words as printed are what its span
cuts. Nothing here does any reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from greffier.errors import SpanError
from greffier.model.span import Span
from greffier.model.witness import Witness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Fact = TypeVar("_Fact")
RecordKind = Literal[
    "transcript",
    "address",
    "communique",
    "declaration",
    "decision",
    "notice",
    "report",
    "participants",
    "other",
]
DateBasis = Literal["stated", "resolved", "inferred"]
SessionStatus = Literal["held", "planned", "cancelled", "unknown"]
SessionMode = Literal["in person", "videoconference", "hybrid", "unknown"]
SessionFormat = Literal[
    "restricted",
    "expanded",
    "plenary",
    "joint",
    "extraordinary",
    "informal",
    "regular",
    "bilateral",
]
Role = Literal["chair", "participant", "guest", "observer", "press", "absent"]
ParticipantMode = Literal["in person", "videoconference", "unknown"]
InstrumentKind = Literal[
    "declaration",
    "statement",
    "communique",
    "agreement",
    "treaty",
    "protocol",
    "memorandum",
    "decision",
    "resolution",
    "plan",
    "strategy",
    "budget",
    "package",
    "other",
]
InstrumentAction = Literal[
    "adopted", "signed", "approved", "drafted", "planned", "in force", "mentioned"
]
ChairmanshipPhase = Literal["current", "incoming", "outgoing", "past", "future"]
MentionKind = Literal[
    "person",
    "state",
    "organisation",
    "body",
    "office",
    "place",
    "instrument",
    "activity",
    "group",
    "date",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that support one field of a fact, and the rule that read them so."""

    field: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words of the record that have a place in it: `text` as understood, white space made plain."""

    text: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date with its precision: `2021`, `2021-09`, `2021-09-17`, or two of them with a `/`.

    Args:
        value: ISO 8601; an interval includes both its ends.
        basis: `stated` whole in the text, `resolved` from the text and the record's date, or
            `inferred` from what is known of the institution.
        span: the words; none where no words of this witness state it.
        rule: what read it.
    """

    value: str
    basis: DateBasis
    span: Span | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordHead:
    """What the record says it is."""

    kind: RecordKind
    title: Text | None
    date: Date | None
    dateline_place: Text | None = None
    publisher: Text | None = None
    kind_rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A meeting, as this witness tells of it; `subject` marks the one that the record is of."""

    id: str
    subject: bool
    name: str
    organisations: tuple[str, ...]
    body: str | None
    status: SessionStatus
    date: Date | None
    venue: str | None
    mode: SessionMode
    formats: tuple[SessionFormat, ...]
    spans: tuple[Span, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person in a session in a capacity; `name` is None where only an office is named."""

    id: str
    name: str | None
    office: str | None
    of: str | None
    acting: bool
    role: Role
    session: str | None
    spans: tuple[Span, ...]
    person: str | None = None
    mode: ParticipantMode = "unknown"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker said until another label; `continues` is the turn that was interrupted."""

    n: int
    participant: str | None
    label: str
    label_span: Span
    paragraphs: tuple[Span, ...]
    session: str | None = None
    continues: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A document adopted, signed or otherwise spoken of; `title` as the text names it."""

    kind: InstrumentKind
    title: str
    action: InstrumentAction
    spans: tuple[Span, ...]
    date: Date | None = None
    session: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chairmanship:
    """Who holds, takes or leaves the chair of an organisation or body (not of one sitting)."""

    organisation: str
    holder: str
    phase: ChairmanshipPhase
    spans: tuple[Span, ...]
    date: Date | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """What the record quotes: `span` the quoted words, `cue` the words that say who said them."""

    speaker: str | None
    direct: bool
    span: Span
    participant: str | None = None
    cue: Span | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A thing that the record names; `name` is the one it is kept under, not the wording here."""

    kind: MentionKind
    name: str
    span: Span
    id: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gloss:
    """A tooltip flattened into the text: a name, and the office on the day the page was fetched."""

    name: str
    office: str | None
    span: Span
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What could not be read, or is uncertain; `code` is stable, `message` is for people."""

    code: str
    message: str
    span: Span | None = None


SCHEMA: Literal["greffier/reading/1"] = "greffier/reading/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read out of one witness: a pure function of the witness and of `reader`.

    Raises:
        SpanError: a span does not lie in the witness text.
    """

    schema: Literal["greffier/reading/1"]
    reader: str
    witness: Witness
    record: RecordHead
    sessions: tuple[Session, ...]
    participants: tuple[Participant, ...]
    turns: tuple[Turn, ...]
    instruments: tuple[Instrument, ...]
    chairmanships: tuple[Chairmanship, ...]
    furniture: tuple[Span, ...]
    remarks: tuple[Remark, ...]
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    glosses: tuple[Gloss, ...] = ()

    def __post_init__(self) -> None:
        length = self.witness.length
        for span in self.spans():
            if not 0 <= span.start < span.end <= length:
                raise SpanError(
                    self.witness.name,
                    f"the span {span.start}..{span.end}",
                    f"a span lies in the {length} code points of its text",
                )

    @property
    def subject(self) -> Session | None:
        """The session that the record is of, if the record says of one."""
        return next((session for session in self.sessions if session.subject), None)

    @property
    def publisher(self) -> str | None:
        """Who publishes the record: as printed in its text, else as its page states beside it."""
        printed = self.record.publisher
        return printed.text if printed else self.witness.stated("publisher")

    def participant(self, key: str | None) -> Participant | None:
        """Give the participant whose id is `key`, or None."""
        return next((one for one in self.participants if one.id == key), None)

    def numbered(self, letter: str, facts: Iterable[_Fact]) -> Iterator[tuple[int, _Fact]]:  # noqa: ARG002 - a reading over which judgements were applied asks for both
        """Yield facts of one kind with the numbers that they are addressed by, such as `i1`.

        Args:
            letter: what their addresses begin with.
            facts: all of this kind in this reading.
        """
        return enumerate(facts, start=1)

    def spans(self) -> Iterator[Span]:
        """Yield every span of the reading, fact by fact."""
        head = self.record
        for text in (head.title, head.dateline_place, head.publisher):
            if text is not None:
                yield text.span
        yield from _date_span(head.date)
        facts: tuple[Session | Participant, ...] = (*self.sessions, *self.participants)
        for fact in facts:
            yield from fact.spans
            yield from (one.span for one in fact.evidence)
        named: tuple[Instrument | Chairmanship, ...] = (*self.instruments, *self.chairmanships)
        for one in named:
            yield from one.spans
            yield from _date_span(one.date)
        for session in self.sessions:
            yield from _date_span(session.date)
        for turn in self.turns:
            yield turn.label_span
            yield from turn.paragraphs
        yield from (one.cue for one in self.quotations if one.cue is not None)
        yield from (one.span for one in self.quotations)
        yield from (one.span for one in self.mentions)
        yield from (one.span for one in self.glosses)
        yield from self.furniture
        yield from (one.span for one in self.remarks if one.span is not None)


def _date_span(date: Date | None) -> Iterator[Span]:
    if date is not None and date.span is not None:
        yield date.span
