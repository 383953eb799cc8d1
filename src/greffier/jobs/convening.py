"""Which session each telling is of: a step of `jobs.settling`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.query.merging import doubts, meetings, merge, put_together, reached

if TYPE_CHECKING:
    from greffier.archive.settlement import Settlement, Touched
    from greffier.model import Known


def settle_sessions(settlement: Settlement, known: Known, touched: Touched | None = None) -> None:
    """Put what records tell of one session together, and keep what changed.

    Args:
        settlement: where it is kept.
        known: the states, and the organisations with their bodies.
        touched: what was touched since all was put together; all is unless it is known.
    """
    # Of two judgements that gainsay each other the later counts.
    judged = {
        frozenset((one, other)): (same, one, other)
        for same, one, other in settlement.sessions_judged()
    }
    same = [(one, other) for same, one, other in judged.values() if same]
    different = [(one, other) for same, one, other in judged.values() if not same]
    if touched is None:
        merged = merge(settlement.tellings(), known, same=same, different=different)
        settlement.put_sessions(meetings(merged))
        settlement.put_doubts("session", doubts(merged))
        return
    some = reached(settlement, touched, known, same=same, different=different)
    merged = put_together(some.scene, some.keys)
    found = tuple(meetings(merged))
    settlement.put_sessions(found, among=sorted(some.meetings))
    about = some.meetings | {one.id for one in found}
    settlement.put_doubts("session", doubts(merged), about=about)
