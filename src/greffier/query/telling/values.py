"""What is put side by side of a session, as values; and one telling as it is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from greffier.archive.stored import StoredParticipant, StoredRecord, StoredTelling
from greffier.model import Fact, Instrument, Participant, Span

if TYPE_CHECKING:
    from collections.abc import Hashable

Agreement = Literal["alone", "alike", "differ"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one telling says, and where.

    Args:
        telling: the number of the telling in the session's list, counted from 1.
        value: as understood.
        fact: its address in the reading: `s1.date`.
        spans: the words; none where no words say it.
        quotes: those words as printed.
    """

    telling: int
    value: str
    fact: str
    spans: tuple[Span, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that is told of a session: each value with whoever says so.

    Args:
        field: as a session calls it, `date`; `name` what it is called.
        agreement: `alone` where one telling says it; `alike` where all that do say the same, or
            one more exactly; `differ` where they do not.
        values: each with those who say it, in the order of the tellings.
        silent: the numbers of the tellings that say nothing of it.
    """

    field: str
    label: str
    agreement: Agreement
    values: tuple[tuple[str, tuple[Said, ...]], ...]
    silent: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How one telling has a participant: the capacity, his turns, and the address of the fact."""

    telling: int
    taken: StoredParticipant
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One who took part, as each telling has him.

    Args:
        person: his identifier; None for one who is not named, or not as a person.
        name: the fullest that is printed; None where only an office is.
        parts: how each telling has him.
        agreement: whether those who name him give him one capacity and one role.
        silent: the numbers of the tellings that name participants, and not him.
    """

    person: str | None
    name: str | None
    parts: tuple[Part, ...]
    agreement: Agreement
    silent: tuple[int, ...]

    @property
    def capacities(self) -> tuple[tuple[Participant, tuple[Part, ...]], ...]:
        """Each capacity in which he is told to have taken part, with the tellings that say so."""
        found: dict[Hashable, list[Part]] = {}
        for part in self.parts:
            who = part.taken.participant
            key = who.office, who.of, who.acting, who.role, who.mode
            found.setdefault(key, []).append(part)
        return tuple((some[0].taken.participant, tuple(some)) for some in found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """An instrument of the session, with whoever tells of it; `action` as the first has it."""

    instrument: Instrument
    said: tuple[Said, ...]
    agreement: Agreement


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A session side by side.

    Args:
        tellings: what is compared, each known by its number in this order, from 1.
        left_out: how many more there are that were not compared.
        fields: what is told of it.
        attendance: who took part, the chair first.
        adopted: its instruments.
    """

    tellings: tuple[StoredTelling, ...]
    left_out: int
    fields: tuple[Field, ...]
    attendance: tuple[Attendance, ...]
    adopted: tuple[Adopted, ...]

    @property
    def records(self) -> tuple[StoredRecord, ...]:
        """The records whose tellings are compared, each once."""
        return tuple({one.record.id: one.record for one in self.tellings}.values())

    @property
    def differing(self) -> tuple[str, ...]:
        """The labels of what is told differently."""
        found = [one.label for one in self.fields if one.agreement == "differ"]
        return (*found, *(("Participants",) if self.is_cast_told_differently else ()))

    @property
    def is_cast_told_differently(self) -> bool:
        """Whether somebody has one capacity or role in one telling, and another in another."""
        return any(one.agreement == "differ" for one in self.attendance)


@dataclass(frozen=True, slots=True)
class View:
    """A telling with what its reading says."""

    n: int
    telling: StoredTelling
    facts: Mapping[str, Fact]
    text: str

    def said(self, fact: Fact, value: str | None = None) -> Said:
        """Give what a fact says, as this telling says it."""
        return Said(
            telling=self.n,
            value=fact.value if value is None else value,
            fact=fact.id,
            spans=fact.spans,
            quotes=tuple(" ".join(span.cut(self.text).split()) for span in fact.spans),
        )
