"""What a person wants to know first of a reading: the values of a summary in a few lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.model import Participant, Remark, capacity

if TYPE_CHECKING:
    from greffier.model import Reading, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One who took turns: in the order of the first of them, with how many there were."""

    name: str
    participant: Participant | None
    turns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The account of one reading, ready to be put into words.

    Args:
        title: as the record has it, else the name of the witness.
        sessions: one line each, the subject of the record first.
        participants: one line each, name and capacity.
        instruments: one line each: title, kind and what became of it.
        chairmanships: one line each: organisation, holder and phase.
        remarks: what could not be read or is uncertain.
    """

    record: str
    name: str
    kind: str
    title: str
    date: str | None
    place: str | None
    publisher: str | None
    language: str
    sessions: tuple[str, ...]
    participants: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    turns: int
    instruments: tuple[str, ...]
    chairmanships: tuple[str, ...]
    quotations: int
    glosses: int
    remarks: tuple[Remark, ...]


def account(reading: Reading) -> Account:
    """Give the account of a reading; use it wherever a record is summed up."""
    witness, head = reading.witness, reading.record
    return Account(
        record=witness.id,
        name=witness.name,
        kind=head.kind,
        title=head.title.text if head.title else witness.name,
        date=head.date.value if head.date else None,
        place=head.dateline_place.text if head.dateline_place else None,
        publisher=reading.publisher,
        language=witness.language,
        sessions=tuple(
            sitting(one) for one in sorted(reading.sessions, key=lambda one: not one.subject)
        ),
        participants=tuple(_part(one) for one in reading.participants),
        speakers=speakers(reading),
        turns=len(reading.turns),
        instruments=tuple(f"{one.title} ({one.kind}, {one.action})" for one in reading.instruments),
        chairmanships=tuple(
            f"{one.organisation}: {one.holder} ({one.phase})" for one in reading.chairmanships
        ),
        quotations=len(reading.quotations),
        glosses=len(reading.glosses),
        remarks=reading.remarks,
    )


def speakers(reading: Reading) -> tuple[Speaker, ...]:
    """Give those who took turns, in the order in which they first spoke.

    A turn whose speaker was not made out stands under its label as printed.
    """
    cast = {one.id: one for one in reading.participants}
    taken: dict[tuple[str | None, str], int] = {}
    for turn in reading.turns:
        known = turn.participant in cast
        key = (turn.participant, "") if known else (None, turn.label)
        taken[key] = taken.get(key, 0) + 1
    return tuple(
        Speaker(
            name=label if key is None else cast[key].name or capacity(cast[key]),
            participant=None if key is None else cast[key],
            turns=turns,
        )
        for (key, label), turns in taken.items()
    )


def _part(one: Participant) -> str:
    """Give a participant with what sets him apart: that he chaired, or joined by video link."""
    apart = (
        None if one.role in {"participant", capacity(one)} else one.role,
        "by videoconference" if one.mode == "videoconference" else None,
    )
    told = ", ".join(filter(None, apart))
    return f"{capacity(one)} ({told})" if told else capacity(one)


def sitting(session: Session) -> str:
    """Give a session in one line: `CSTO Collective Security Council, 2020-12-02`."""
    parts = (
        session.name,
        session.date.value if session.date else None,
        session.venue,
        None if session.mode == "unknown" else session.mode,
        " and ".join(session.formats) or None,
        None if session.status in {"held", "unknown"} else session.status,
    )
    return ", ".join(part for part in parts if part)
