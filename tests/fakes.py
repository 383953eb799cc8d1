"""An archive in memory that meets the protocol, for tests of what stands above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from greffier.archive.identity import person_id
from greffier.archive.passages import passages
from greffier.archive.protocol import (
    Added,
    Appearance,
    Counts,
    Fault,
    Hit,
    Hits,
    StoredParticipant,
    StoredPerson,
    StoredRecord,
    StoredSession,
    StoredWitness,
)
from greffier.errors import QueryError, UsageError
from greffier.model import Reading, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive.protocol import Archive, Question
    from greffier.model import Participant, Received, Session


@dataclass
class MemoryArchive:
    """Keeps readings in a dictionary; its search finds plain words, written as they are asked."""

    readings: dict[str, Reading] = field(default_factory=dict)
    data: dict[str, bytes] = field(default_factory=dict)

    def add(self, received: Received, reading: Reading) -> Added:
        """Keep a witness and its reading."""
        key = reading.witness.id
        known = self.readings.get(key)
        if known == reading:
            return Added(witness=key, outcome="known")
        self.readings[key], self.data[key] = reading, received.data
        return Added(witness=key, outcome="reread" if known else "added")

    def refresh(self) -> None:
        """Do nothing: there is no index."""

    def counts(self) -> Counts:
        """Count what is kept."""
        readings = self.readings.values()
        return Counts(
            records=len(readings),
            witnesses=len(readings),
            sessions=sum(one.subject is not None for one in readings),
            persons=len(list(self.persons())),
            turns=sum(len(one.turns) for one in readings),
            instruments=sum(len(one.instruments) for one in readings),
            remarks=sum(len(one.remarks) for one in readings),
        )

    def has(self, digest: str, *, reader: str) -> bool:
        """Say whether the witness is kept with a reading by this reader."""
        return any(
            (one.witness.digest, one.reader) == (digest, reader) for one in self.readings.values()
        )

    def records(self, *, limit: int | None = None, offset: int = 0) -> Iterator[StoredRecord]:
        """Yield the records, newest first."""
        dated = [_record(one) for one in self.readings.values()]
        dated.sort(key=lambda one: one.date or "", reverse=True)
        yield from dated[offset:][:limit]

    def sessions(self, *, limit: int | None = None, offset: int = 0) -> Iterator[StoredSession]:
        """Yield the sessions that records are of, newest first."""
        found = [
            _session(one, one.subject) for one in self.readings.values() if one.subject is not None
        ]
        found.sort(key=lambda one: one.session.date.value if one.session.date else "", reverse=True)
        yield from found[offset:][:limit]

    def sessions_of(self, witness: str) -> Iterator[StoredSession]:
        """Yield every session of a witness."""
        reading = self.reading(witness)
        yield from (_session(reading, session) for session in reading.sessions)

    def session(self, key: str) -> StoredSession:
        """Give a session."""
        witness, _, own = key.partition(".")
        for stored in self.sessions_of(witness):
            if stored.session.id == own:
                return stored
        raise UsageError(key, "no such session", "see the list of sessions")

    def record(self, key: str) -> StoredRecord:
        """Give a record."""
        return _record(self.reading(key))

    def witnesses(self, record: str) -> tuple[StoredWitness, ...]:
        """Give the one witness of a record."""
        witness = self.reading(record).witness
        return (
            StoredWitness(
                id=witness.id,
                digest=witness.digest,
                name=witness.name,
                media_type=witness.media_type,
                url=witness.url,
                language=witness.language,
                length=witness.length,
                added=None,
                base=True,
            ),
        )

    def reading(self, witness: str) -> Reading:
        """Give a reading."""
        if witness not in self.readings:
            raise UsageError(witness, "no such witness", "see the list of records")
        return self.readings[witness]

    def witness_bytes(self, witness: str) -> bytes:
        """Give the bytes of a witness."""
        self.reading(witness)
        return self.data[witness]

    def person(self, key: str) -> StoredPerson:
        """Give a person."""
        for person in self.persons():
            if person.id == key:
                return person
        raise UsageError(key, "no such person", "see the list of persons")

    def persons(self) -> Iterator[StoredPerson]:
        """Yield every person by name."""
        found: dict[str, tuple[str, list[Appearance]]] = {}
        for reading in self.readings.values():
            for one in reading.participants:
                if one.name:
                    kept = found.setdefault(self.person_of(one.name), (one.name, []))
                    kept[1].append(_appearance(reading, one))
        for key, (name, appearances) in sorted(found.items()):
            appearances.sort(key=lambda one: one.record.date or "9")
            yield StoredPerson(id=key, name=name, appearances=tuple(appearances))

    def person_of(self, name: str) -> str:
        """Give the identifier of a person."""
        return person_id(name)

    def search(self, question: Question) -> Hits:
        """Find the words; a lone quotation mark cannot be read."""
        if question.words.count('"') % 2:
            raise QueryError("q", "a quotation mark that opens nothing", 'two of them: "so"')
        found = [hit for one in self.readings.values() for hit in _hits(one, question)]
        page = found[question.offset :][: question.limit]
        return Hits(total=len(found), hits=tuple(page))

    def verify(self) -> Iterator[Fault]:
        """Find nothing wrong."""
        yield from ()

    def close(self) -> None:
        """Do nothing."""


def _record(reading: Reading) -> StoredRecord:
    head, witness = reading.record, reading.witness
    return StoredRecord(
        id=witness.id,
        base=witness.id,
        witnesses=1,
        name=witness.name,
        kind=head.kind,
        title=head.title.text if head.title else None,
        date=head.date.value if head.date else None,
        place=head.dateline_place.text if head.dateline_place else None,
        publisher=head.publisher.text if head.publisher else None,
        language=witness.language,
        length=witness.length,
        sessions=len(reading.sessions),
        participants=len(reading.participants),
        turns=len(reading.turns),
        instruments=len(reading.instruments),
        remarks=len(reading.remarks),
    )


def _session(reading: Reading, session: Session) -> StoredSession:
    key = reading.witness.id
    return StoredSession(
        id=f"{key}.{session.id}",
        record=_record(reading),
        witness=key,
        session=session,
        participants=tuple(
            StoredParticipant(
                id=f"{key}.{one.id}",
                person=person_id(one.name) if one.name else None,
                participant=one,
                turns=sum(turn.participant == one.id for turn in reading.turns),
            )
            for one in reading.participants
            if one.session == session.id
        ),
    )


def _appearance(reading: Reading, participant: Participant) -> Appearance:
    return Appearance(
        record=_record(reading),
        participant=participant,
        session=next((one for one in reading.sessions if one.id == participant.session), None),
        turns=tuple(turn.n for turn in reading.turns if turn.participant == participant.id),
    )


def _hits(reading: Reading, question: Question) -> Iterator[Hit]:
    wanted = [word for word in re.findall(r"\w+", question.words.casefold()) if word != "or"]
    turns = {turn.n: turn for turn in reading.turns}
    for passage in passages(reading):
        speaker = reading.participant(turns[passage.turn].participant) if passage.turn else None
        name = speaker.name if speaker else None
        if question.speaker and question.speaker.casefold() not in (name or "").casefold():
            continue
        start = passage.span.start
        matches = tuple(
            Span(start + found.start(), start + found.end())
            for found in re.finditer(r"\w+", passage.text)
            if found.group().casefold() in wanted
        )
        if matches or not wanted:
            yield Hit(
                record=_record(reading),
                witness=reading.witness.id,
                turn=passage.turn,
                speaker=name,
                office=speaker.office if speaker else None,
                of=speaker.of if speaker else None,
                span=passage.span,
                matches=matches,
                quote=passage.span.cut(reading.witness.text),
                score=float(len(matches)),
            )


def as_archive(archive: MemoryArchive) -> Archive:
    """Give a memory archive as what it stands for; the type checker holds it to the protocol."""
    return archive
