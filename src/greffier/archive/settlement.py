"""What an archive gives to work out who is who and which session is which, and keeps of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from greffier.archive.stored import Tie
from greffier.model import Period, RecordKind, SessionFormat, SessionMode, SessionStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


# What may be one without being joined, and waits for a judgement.
DoubtKind = Literal["person", "session"]

Days = tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A participant with a name: what tells who he is, and who he is held to be until now.

    Args:
        witness, participant: where he is.
        record: the record that the witness carries.
        name: as printed, and `key` the name folded.
        office, of, acting: as the reading has them.
        date: of the session, else of the record; ISO 8601, perhaps reduced, None where unknown.
        language: of the witness.
        person: the identifier of the person that he is held to be, if of any.
    """

    witness: str
    participant: str
    record: str
    name: str
    key: str
    office: str | None
    of: str | None
    acting: bool
    date: str | None
    language: str
    person: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """A participant as a judgement names him, whatever place a reading gives him.

    Args:
        witness: where he is.
        name: as printed.
        office, of: what he was when it was judged; of two of one name, who has them is meant.
    """

    witness: str
    name: str
    office: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A judgement that two participants are one person, or are not."""

    same: bool
    one: Bearer
    other: Bearer


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """One who takes part in a session, as a telling has him: who, and of what."""

    person: str | None
    name: str | None
    of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a witness tells of a session: what shows which session it is.

    Args:
        witness, session: where it is told.
        n: the place of the witness in the order in which witnesses came, `position` that of the
            session in its reading.
        record: the record that the witness carries, `base` whether it stands for it, `kind` what
            kind of record it is, `language` in which the witness is written.
        recorded: the first and the last day that the date of the record may mean.
        subject: whether the record is of this session.
        days: likewise of the session; of the record where it is of the session and says no other.
        by_phone: whether it is told to have been a conversation by telephone.
        present: those who took part; who was absent is not among them.
    """

    witness: str
    session: str
    n: int
    position: int
    record: str
    base: bool
    kind: RecordKind
    language: str
    recorded: tuple[int, int] | None
    subject: bool
    name: str
    organisations: tuple[str, ...]
    body: str | None
    status: SessionStatus
    days: tuple[int, int] | None
    venue: str | None
    mode: SessionMode
    formats: tuple[SessionFormat, ...]
    by_phone: bool
    present: tuple[Present, ...]

    @property
    def key(self) -> str:
        """How it is named in an archive: `a4231deef9788138.s1`."""
        return f"{self.witness}.{self.session}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A session over all records.

    Args:
        id: its identifier.
        stands: the telling that stands for it.
        subject: whether the base of a record is of it.
        days: the first and the last day that it may have met on.
        tellings: the names of all that is told of it.
        ties: why they are of one session.
    """

    id: str
    stands: Telling
    subject: bool
    days: tuple[int, int] | None
    tellings: tuple[str, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAs:
    """Somebody whom the user knows: the names that he goes by, folded, and an office of his.

    Args:
        authority, person: who says so, and whom it means.
        period: when he held it, as far as that is known.
    """

    authority: int
    person: str
    keys: frozenset[str]
    office: str
    of: str | None
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDoubt:
    """Two that may be one, left for a judgement.

    Args:
        kind: what they are.
        one, other: their identifiers: of persons as of now, or of sessions.
        rule: the rule that left it open.
        reasons: why, in words.
    """

    kind: DoubtKind
    one: str
    other: str
    rule: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What was touched since an archive was settled.

    Args:
        witnesses: those whose reading or record changed, or that were judged.
        names: as printed, of those who were named so and are so no more.
        days: the first and the last day of what was told and is told no more.
    """

    witnesses: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    days: frozenset[tuple[int, int]] = frozenset()


class Settlement(Protocol):
    """Where who is who and which session is which are written; `Archive.settling` opens it."""

    def touched(self, settler: str) -> Touched | None:
        """Give what was touched since this version settled all; None where it has not."""
        ...

    def named(self, keys: Iterable[str] | None = None) -> Iterator[Named]:
        """Yield every participant with a name, or with one of these, in no particular order."""
        ...

    def printed(self) -> Iterator[tuple[str, str]]:
        """Yield every name, folded and as printed."""
        ...

    def named_by(self, witnesses: Iterable[str]) -> Iterator[str]:
        """Yield the names, folded, of the participants of some witnesses."""
        ...

    def known_by(self) -> Iterator[tuple[str, ...]]:
        """Yield the names, folded, of each whom the user knows by several that records print."""
        ...

    def rulings(self) -> Iterator[Ruling]:
        """Yield the judgements in force on who is who, the earliest first."""
        ...

    def known(self) -> Iterator[KnownAs]:
        """Yield the offices of those whom the user knows by more than one name."""
        ...

    def put_persons(self, names: Mapping[str, str], moved: Iterable[tuple[str, str, str]]) -> None:
        """Keep who is who, and let go of the persons whom no participant is any more.

        Args:
            names: the name of each person, by identifier.
            moved: witness, participant and person, of those that changed.
        """
        ...

    def tellings(self, witnesses: Iterable[str] | None = None) -> Iterator[Telling]:
        """Yield what every witness, or each of these, tells of sessions, as the witnesses came."""
        ...

    def carriers(self, witnesses: Iterable[str]) -> Iterator[str]:
        """Yield the witnesses that carry the records of some, these among them."""
        ...

    def together(self, witnesses: Iterable[str]) -> dict[str, str]:
        """Give, by its name, the session of each telling whose session one of these tells of."""
        ...

    def begun(self, days: Iterable[int]) -> Iterator[tuple[str, int, int]]:
        """Yield who tells of a session that began on one of these days, with its first and last."""
        ...

    def vague(self) -> Iterator[tuple[str, Days, Days]]:
        """Yield who tells of a session of some organisation without its day.

        Each is a witness with the first and the last day that the session, and that the record,
        may be of. What is left open in a few days only may be among them.
        """
        ...

    def sessions_judged(self) -> Iterator[tuple[bool, str, str]]:
        """Yield the judgements in force on sessions, the earliest first.

        Each says whether two tellings, by name, are of one session; where they are not, the first
        is the one that was put apart. What a reading does not tell any more is left out.
        """
        ...

    def put_sessions(
        self, meetings: Iterable[Meeting], *, among: Iterable[str] | None = None
    ) -> None:
        """Keep which session each telling is of, writing only what changed.

        Args:
            meetings: the sessions of all tellings; with `among`, of all that are told of these.
            among: the identifiers of the sessions in whose place they come.
        """
        ...

    def put_doubts(
        self,
        kind: DoubtKind,
        doubts: Iterable[StoredDoubt],
        *,
        about: Iterable[str] | None = None,
    ) -> None:
        """Keep what is left open, in place of what was, or of what was about some.

        Args:
            kind: what they are.
            doubts: what is left open.
            about: the identifiers, as they were and as they are, of all that it may be about; all
                that there are unless said.
        """
        ...

    def settled(self, settler: str) -> None:
        """Note that all is worked out as it now stands, and by which version."""
        ...
