"""Which session each telling is of: a step of `jobs.settling`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.query.merging import doubts, meetings, merge

if TYPE_CHECKING:
    from greffier.archive.settlement import Settlement
    from greffier.model import Known


def settle_sessions(settlement: Settlement, known: Known) -> None:
    """Put what all records tell of one session together, and keep what changed."""
    merged = merge(settlement.tellings(), known)
    settlement.put_sessions(meetings(merged))
    settlement.put_doubts("session", doubts(merged))
