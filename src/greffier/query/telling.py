"""A session as its records tell of it: what all say, and what they say differently, side by side.

Where records differ nothing is decided: each value stands with whoever says it, and the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from greffier.archive.days import days
from greffier.archive.stored import StoredParticipant, StoredRecord, StoredTelling
from greffier.authority import fold
from greffier.model import Fact, Instrument, Participant, Span, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from greffier.archive.stored import StoredSession
    from greffier.model import Reading

Agreement = Literal["alone", "alike", "differ"]
_FIELDS = ("organisations", "body", "status", "date", "venue", "mode", "formats")
_LABELS = {"name": "Called"}


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


def told(session: StoredSession, reading: Callable[[str], Reading], *, most: int = 12) -> Told:
    """Put what is told of a session side by side.

    Args:
        session: with its tellings.
        reading: gives the reading of a witness.
        most: compare no more tellings than so many. Of a record its base counts: its witnesses are
            compared word by word elsewhere.
    """
    ordered = _told_once(session.tellings)
    tellings = tuple(ordered[:most])
    known = {one.witness: reading(one.witness) for one in tellings}
    by_id = [{fact.id: fact for fact in facts(known[one.witness])} for one in tellings]
    texts = [known[one.witness].witness.text for one in tellings]
    views = [_View(n, *one) for n, one in enumerate(zip(tellings, by_id, texts, strict=True), 1)]
    return Told(
        tellings=tellings,
        left_out=len(ordered) - len(tellings),
        fields=tuple(_fields(views)),
        attendance=_attendance(views),
        adopted=tuple(_adopted(views, known)),
    )


def _told_once(tellings: Iterable[StoredTelling]) -> list[StoredTelling]:
    """Leave out the other witnesses of a record whose base tells of the session."""
    found = list(tellings)
    based = {one.record.id for one in found if one.base}
    return [one for one in found if one.base or one.record.id not in based]


@dataclass(frozen=True, slots=True)
class _View:
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


def _fields(views: Sequence[_View]) -> Iterator[Field]:
    for field in ("name", *_FIELDS):
        said = [one for view in views if (one := _said(view, field))]
        if not said:
            continue
        values: dict[Hashable, list[Said]] = {}
        for one in said:
            values.setdefault(_plain(field, one.value), []).append(one)
        speaking = {one.telling for one in said}
        yield Field(
            field=field,
            label=_LABELS.get(field, field.capitalize()),
            agreement=_agreement(field, said, len(values)),
            values=tuple((some[0].value, tuple(some)) for some in values.values()),
            silent=tuple(view.n for view in views if view.n not in speaking),
        )


def _said(view: _View, field: str) -> Said | None:
    key = view.telling.session.id
    fact = view.facts.get(key if field == "name" else f"{key}.{field}")
    if fact is None:
        return None
    date = view.telling.session.date
    return view.said(fact, date.value if field == "date" and date else None)


def _plain(field: str, value: str) -> Hashable:
    """Give a value as it is compared: the order of formats, and of organisations, says nothing."""
    if field in {"formats", "organisations"}:
        return frozenset(value.split(", "))
    return fold(value)


def _agreement(field: str, said: Sequence[Said], values: int) -> Agreement:
    if len(said) == 1:
        return "alone"
    told_so = [one.value for one in said]
    return "alike" if values == 1 or _AGREE.get(field, _never)(told_so) else "differ"


def _called(_: Sequence[str]) -> bool:
    """Every record has its own name for a session."""
    return True


def _never(_: Sequence[str]) -> bool:
    return False


def _announced(values: Sequence[str]) -> bool:
    """What is held was planned before."""
    return set(values) == {"planned", "held"}


def _one_day(values: Sequence[str]) -> bool:
    """One is more exact than another."""
    every = [days(value) for value in values]
    return max(one[0] for one in every) <= min(one[1] for one in every)


def _one_place(values: Sequence[str]) -> bool:
    """One says more exactly where: `Moscow`, and `Moscow, Kremlin`."""
    return bool(set.intersection(*({fold(part) for part in one.split(",")} for one in values)))


def _one_more(values: Sequence[str]) -> bool:
    """One says more than another, and none anything else."""
    parts = sorted((set(one.split(", ")) for one in values), key=len)
    return all(fewer <= more for fewer, more in pairwise(parts))


_AGREE: Final[dict[str, Callable[[Sequence[str]], bool]]] = {
    "name": _called,
    "status": _announced,
    "date": _one_day,
    "venue": _one_place,
    "formats": _one_more,
}


def _attendance(views: Sequence[_View]) -> tuple[Attendance, ...]:
    parts: dict[Hashable, list[Part]] = {}
    naming = [view for view in views if view.telling.participants]
    for view in naming:
        for one in view.telling.participants:
            fact = view.facts.get(one.participant.id)
            part = Part(telling=view.n, taken=one, spans=fact.spans if fact else ())
            parts.setdefault(_who(one), []).append(part)
    _seat(parts)
    every = {view.n for view in naming}
    found = (_attended(some, every) for some in parts.values())
    return tuple(sorted(found, key=lambda one: not _chairs(one)))


def _who(one: StoredParticipant) -> Hashable:
    """Give whom a participant is taken for: the person, else the name, else what he holds."""
    who = one.participant
    if one.person is not None or who.name:
        return one.person or fold(who.name or "")
    return who.office, who.of, who.acting


def _seat(parts: dict[Hashable, list[Part]]) -> None:
    """Put one whom a telling has by his office alone to whom others name in that office."""
    for key in [key for key in parts if isinstance(key, tuple)]:
        holders = [
            other
            for other, some in parts.items()
            if not isinstance(other, tuple) and any(_held(part) == key for part in some)
        ]
        if len(holders) == 1 and key[0] and key[1]:
            parts[holders[0]].extend(parts.pop(key))


def _held(part: Part) -> Hashable:
    who = part.taken.participant
    return who.office, who.of, who.acting


def _attended(parts: Sequence[Part], every: set[int]) -> Attendance:
    ordered = tuple(sorted(parts, key=lambda part: part.telling))
    names = [part.taken.participant.name for part in ordered if part.taken.participant.name]
    return Attendance(
        person=next((part.taken.person for part in ordered if part.taken.person), None),
        name=max(names, key=lambda name: (len(name), name)) if names else None,
        parts=ordered,
        agreement=_alike(ordered),
        silent=tuple(sorted(every - {part.telling for part in ordered})),
    )


def _alike(parts: Sequence[Part]) -> Agreement:
    """Say whether those who name somebody give him one capacity; what is not told differs not."""
    if len(parts) == 1:
        return "alone"
    who = [part.taken.participant for part in parts]
    told_of = (
        {one.office for one in who if one.office},
        {one.of for one in who if one.of},
        {one.acting for one in who if one.office},
        {one.mode for one in who if one.mode != "unknown"},
        {one.role for one in who if one.role != "participant"},
    )
    return "differ" if any(len(some) > 1 for some in told_of) else "alike"


def _chairs(one: Attendance) -> bool:
    return any(part.taken.participant.role == "chair" for part in one.parts)


def _adopted(views: Sequence[_View], known: Mapping[str, Reading]) -> Iterator[Adopted]:
    found: dict[Hashable, list[tuple[Instrument, Said]]] = {}
    for view in views:
        session = view.telling.session
        reading = known[view.telling.witness]
        for n, one in reading.numbered("i", reading.instruments):
            if one.session == session.id or (one.session is None and session.subject):
                said = view.said(view.facts[f"i{n}"], one.action)
                found.setdefault((one.kind, fold(one.title)), []).append((one, said))
    for some in found.values():
        every = tuple(one for _, one in some)
        agreement: Agreement = "alone" if len({one.telling for one in every}) == 1 else "alike"
        if len({one.value for one in every}) > 1:
            agreement = "differ"
        yield Adopted(instrument=some[0][0], said=every, agreement=agreement)


def by_kind(tellings: Iterable[StoredTelling]) -> tuple[tuple[str, tuple[StoredTelling, ...]], ...]:
    """Give tellings by the kind of their record, in their order."""
    found: dict[str, list[StoredTelling]] = {}
    for one in tellings:
        found.setdefault(one.record.kind, []).append(one)
    return tuple((kind, tuple(some)) for kind, some in found.items())
