"""What is taken away: records out of an archive, or readings that none holds, one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from greffier.archive import StoredWitness, person_id
from greffier.model import Reading, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.archive import Archive, Question
    from greffier.model import Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A record as it is taken away: one reading of it, and what an archive knows beside.

    Args:
        reading: of the record's base, or of the witness that was asked for.
        record: what its witnesses come to; None where no archive holds it.
        witnesses: all of them, with the day each came; empty where no archive holds it.
        persons: whom the archive knows each named participant as, by the participant.
        sessions: the session that each telling of one is of, by its name in the reading.
    """

    reading: Reading
    record: Record | None = None
    witnesses: tuple[StoredWitness, ...] = ()
    persons: Mapping[str, str] = field(default_factory=dict)
    sessions: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The name of the record, or of the witness where no archive holds it."""
        return self.record.id if self.record else self.reading.witness.id

    @property
    def name(self) -> str:
        """What a file for it alone is called, without an ending: the name of the witness."""
        return self.reading.witness.id

    def session(self, key: str) -> str:
        """Give the one name, over all records, of the session that the reading calls `key`."""
        return self.sessions.get(key, f"{self.name}.{key}")

    def person(self, participant: Participant) -> str | None:
        """Give the identifier of the person that a participant is; None where there is no name."""
        if known := self.persons.get(participant.id):
            return known
        return (person_id(participant.name) or None) if participant.name else None


def from_archive(
    archive: Archive, keys: Iterable[str] | None = None, *, exactly: bool = False
) -> Iterator[Taken]:
    """Yield records out of an archive, newest first; with `keys`, these in this order.

    Args:
        archive: where they are.
        keys: names of records, which are given by their bases, or of other witnesses of them.
        exactly: they are all names of witnesses: a record has the name of one, which need not be
            its base.

    Raises:
        UsageError: there is no record or witness of a name.
    """
    # Names only, so that no list is held open while whoever takes the records away is slow.
    wanted = [one.id for one in archive.records()] if keys is None else keys
    for key in wanted:
        stored = archive.record(key)
        witness = stored.base if key == stored.id and not exactly else key
        yield Taken(
            reading=archive.reading(witness),
            record=archive.made_of(stored.id),
            witnesses=archive.witnesses(stored.id),
            persons=archive.persons_of(witness),
            sessions=archive.told_of(witness),
        )


def found(archive: Archive, question: Question) -> Iterator[str]:
    """Yield the name of every record with a hit, once each, that with the first hit first.

    Raises:
        QueryError: the question cannot be read.
    """
    seen: set[str] = set()
    for hit in archive.hits(question):
        if hit.record.id not in seen:
            seen.add(hit.record.id)
            yield hit.record.id
