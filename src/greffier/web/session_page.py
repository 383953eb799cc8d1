"""What the page of a session says: what its records tell of it, and what else they tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.archive.settlement import StoredDoubt
from greffier.archive.stored import StoredSession, StoredTelling
from greffier.authority.institutions import institutions
from greffier.errors import UsageError
from greffier.model import Chairmanship, Fact, facts
from greffier.model.checks import Finding
from greffier.query.checks import findings
from greffier.query.telling import Told, by_kind, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.archive import Archive
    from greffier.model import Reading
    from greffier.query.telling import Said


@dataclass(frozen=True, slots=True)
class SessionSheet:
    """A session, ready for its page.

    Args:
        told: what its records say, side by side.
        kinds: the tellings by the kind of their record, each with its number.
        numbers: the number of each telling, by its name.
        standing: the name of the telling that stands for the session.
        doubts: other sessions that may be this one, each with what speaks for it.
        chairmanships: each with its fact. They are of the whole record: no record says at which of
            several sessions it tells of them.
        findings: what it shows when it is held against the rules of whoever met, as the record that
            stands for it has it.
        remarks: what is uncertain in the record that stands for the session.
    """

    told: Told
    kinds: tuple[tuple[str, tuple[tuple[int, StoredTelling], ...]], ...]
    numbers: dict[str, int]
    standing: str
    doubts: tuple[tuple[StoredSession, StoredDoubt], ...]
    chairmanships: tuple[tuple[Chairmanship, Fact], ...]
    findings: tuple[Finding, ...]
    remarks: tuple[Fact, ...]

    def bases(self, said: Iterable[Said]) -> tuple[str, ...]:
        """Say how a date is known, where its words do not state it whole."""
        found = (self.told.tellings[one.telling - 1].session.date for one in said)
        return tuple(dict.fromkeys(one.basis for one in found if one and one.basis != "stated"))


def session_sheet(archive: Archive, stored: StoredSession, reading: Reading) -> SessionSheet:
    """Gather what the page of a session says.

    Args:
        archive: what holds it.
        stored: the session.
        reading: of the witness that stands for it.
    """
    side = told(stored, lambda witness: _reading(archive, witness, reading))
    numbers = {one.id: n for n, one in enumerate(side.tellings, start=1)}
    every = {fact.id: fact for fact in facts(reading)}
    return SessionSheet(
        told=side,
        kinds=tuple(
            (kind, tuple((numbers[one.id], one) for one in some))
            for kind, some in by_kind(side.tellings)
        ),
        numbers=numbers,
        standing=f"{stored.witness}.{stored.session.id}",
        doubts=tuple(_doubts(archive, stored.id)),
        chairmanships=tuple(
            (one, every[f"c{n}"]) for n, one in reading.numbered("c", reading.chairmanships)
        ),
        findings=findings(reading, stored.session, institutions()),
        remarks=tuple(fact for fact in every.values() if fact.kind == "remark"),
    )


def persons_in(stored: StoredSession) -> dict[str, str]:
    """Give the person of each participant in the telling that stands for a session, by its id."""
    return {one.participant.id: one.person for one in stored.participants if one.person}


def _reading(archive: Archive, witness: str, standing: Reading) -> Reading:
    return standing if witness == standing.witness.id else archive.reading(witness)


def _doubts(archive: Archive, key: str) -> Iterator[tuple[StoredSession, StoredDoubt]]:
    for doubt in archive.doubts(about=key):
        if doubt.kind != "session":
            continue
        try:
            other = archive.session(doubt.other if doubt.one == key else doubt.one)
        except UsageError:  # its record was read anew, and who is who is not worked out since
            continue
        yield other, doubt
