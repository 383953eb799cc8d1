"""Citations for assistants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.mcp.answers import Citation, hidden_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.archive import Archive, StoredRecord, StoredWitness
    from greffier.model import Reading, Span


class Citer:
    """Makes citations for one answer; what is cited twice is asked for once."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._records: dict[str, StoredRecord] = {}
        self._witnesses: dict[str, StoredWitness] = {}
        self._readings: dict[str, Reading] = {}

    def reading(self, witness: str) -> Reading:
        """Give the reading of a witness."""
        if witness not in self._readings:
            self._readings[witness] = self._archive.reading(witness)
        return self._readings[witness]

    def cite(self, witness: str, span: Span | None, words: str | None = None) -> Citation:
        """Cite words of a witness.

        Args:
            witness: by its name.
            span: the words; None where a record is cited and none of its words.
            words: as printed, if they are at hand.
        """
        carried, record = self._of(witness)
        if words is None:
            words = span.cut(self.reading(witness).witness.text) if span else ""
        return Citation(
            words=words,
            hidden=hidden_in(words),
            start=span.start if span else 0,
            end=span.end if span else 0,
            witness=witness,
            digest=carried.digest,
            record=record.id,
            title=record.title,
            date=record.date,
            publisher=record.publisher,
            address=carried.url,
        )

    def cite_all(self, witness: str, spans: Iterable[Span]) -> list[Citation]:
        """Cite several stretches of a witness."""
        return [self.cite(witness, span) for span in spans]

    def _of(self, witness: str) -> tuple[StoredWitness, StoredRecord]:
        if witness not in self._records:
            record = self._archive.record(witness)
            for one in self._archive.witnesses(record.id):
                self._witnesses[one.id] = one
                self._records[one.id] = record
        return self._witnesses[witness], self._records[witness]
