"""A reading with what an archive knows beside it: what exports need that a reading does not say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from greffier.archive.identity import person_id
from greffier.model import Reading, Record, record_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from greffier.archive import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A reading, the record that its witness carries, and who its participants are.

    Args:
        reading: what was read out of the witness.
        record: what it carries, with all its witnesses.
        added: when the witness came into the archive, as ISO 8601; None where that is not known.
        persons: the identifiers of those participants that have a name, by participant.
    """

    reading: Reading
    record: Record
    added: str | None = None
    persons: Mapping[str, str] = field(default_factory=dict)

    @property
    def base(self) -> bool:
        """Whether the witness stands for its record."""
        return self.record.base == self.reading.witness.id

    @property
    def witness(self) -> str:
        """The name of the witness."""
        return self.reading.witness.id

    def name(self, fact: str) -> str:
        """Give the name that a fact has outside its reading: `a4231deef9788138.s1`."""
        return f"{self.witness}.{fact}"


def alone(reading: Reading) -> Kept:
    """Give a reading that no archive holds: its witness is the only one of its record."""
    record = record_of([reading], base=reading.witness.id)
    named = ((one.id, person_id(one.name)) for one in reading.participants if one.name)
    return Kept(reading=reading, record=record, persons={key: to for key, to in named if to})


def kept(archive: Archive, records: Iterable[str], *, copies: bool = True) -> Iterator[Kept]:
    """Yield the readings of records, one witness after another, each record's base first.

    Args:
        archive: what holds them.
        records: their names.
        copies: the other witnesses too, not the base alone.

    Raises:
        UsageError: there is no record of a name.
    """
    for key in records:
        record = archive.made_of(archive.record(key).id)
        added = {one.id: one.added for one in archive.witnesses(record.id)}
        others = [one for one in record.witnesses if one != record.base]
        for witness in [record.base, *(others if copies else ())]:
            yield _kept(archive, record, witness, added[witness])


def _kept(archive: Archive, record: Record, witness: str, added: str | None) -> Kept:
    reading = archive.reading(witness)
    named = ((one.id, archive.person_of(one.name)) for one in reading.participants if one.name)
    return Kept(
        reading=reading,
        record=record,
        added=added,
        persons={key: to for key, to in named if to},
    )
