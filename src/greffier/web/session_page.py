"""What the page of a session says: its facts, and whoever and whatever belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.authority.institutions import institutions
from greffier.model import Chairmanship, Instrument
from greffier.model.checks import Finding
from greffier.query import Fact, facts
from greffier.query.checks import findings

if TYPE_CHECKING:
    from greffier.model import Reading, Session


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """The facts of one session, in the order of its page.

    Args:
        name: what the session is called, with the words that call it so.
        fields: body, date, venue and the like, each with its words.
        instruments, chairmanships: each with its fact. Chairmanships are of the whole record: no
            record says at which of several sessions it tells of them.
        findings: what it shows when it is held against the rules of whoever met.
        by_id: all facts of the record, by which a participant's words are found.
    """

    name: Fact | None
    fields: tuple[Fact, ...]
    instruments: tuple[tuple[Instrument, Fact], ...]
    chairmanships: tuple[tuple[Chairmanship, Fact], ...]
    findings: tuple[Finding, ...]
    by_id: dict[str, Fact]


def session_facts(reading: Reading, session: Session) -> SessionFacts:
    """Gather what a reading says of one of its sessions."""
    by_id = {fact.id: fact for fact in facts(reading)}
    return SessionFacts(
        name=by_id.get(session.id),
        fields=tuple(fact for key, fact in by_id.items() if key.startswith(f"{session.id}.")),
        instruments=tuple(
            (one, by_id[f"i{n}"])
            for n, one in reading.numbered("i", reading.instruments)
            if one.session == session.id or (one.session is None and session.subject)
        ),
        chairmanships=tuple(
            (one, by_id[f"c{n}"]) for n, one in reading.numbered("c", reading.chairmanships)
        ),
        findings=findings(reading, session, institutions()),
        by_id=by_id,
    )
