"""Which session each telling is of: a step of `jobs.settling`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.query.merging import doubts, meetings, merge

if TYPE_CHECKING:
    from greffier.archive.settlement import Settlement
    from greffier.model import Known


def settle_sessions(settlement: Settlement, known: Known) -> None:
    """Put what all records tell of one session together, and keep what changed."""
    # Of two judgements that gainsay each other the later counts.
    judged = {
        frozenset((one, other)): (same, one, other)
        for same, one, other in settlement.sessions_judged()
    }
    merged = merge(
        settlement.tellings(),
        known,
        same=[(one, other) for same, one, other in judged.values() if same],
        different=[(one, other) for same, one, other in judged.values() if not same],
    )
    settlement.put_sessions(meetings(merged))
    settlement.put_doubts("session", doubts(merged))
