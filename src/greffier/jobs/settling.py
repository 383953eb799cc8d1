"""Who is who and which session is which: worked out over all records, once they are all there.

What one record says is read by itself; who its persons are shows only beside the other records.
So this is one unit of work over the whole archive, done when witnesses have come, been grouped
or been judged; it writes only what came out otherwise than it stood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.jobs.convening import settle_sessions
from greffier.jobs.identifying import settle_persons

if TYPE_CHECKING:
    from collections.abc import Callable

    from greffier.archive.protocol import Archive
    from greffier.archive.settlement import Settlement
    from greffier.model import Known

# Raise this whenever persons or sessions would be told apart otherwise.
SETTLER = "1"

# What is worked out, in this order: what a later step goes by is settled by an earlier one.
_STEPS: tuple[Callable[[Settlement, Known], None], ...] = (settle_persons, settle_sessions)


def settle(archive: Archive, known: Known, *, again: bool = False) -> bool:
    """Work out who is who and which session is which; say whether there was anything to do.

    All is done in one transaction, or nothing.

    Args:
        archive: what is settled.
        known: the states, organisations and bodies.
        again: also where nothing was added, grouped or judged since this was last done.
    """
    if archive.is_settled(SETTLER) and not again:
        return False
    with archive.settling() as settlement:
        work_out(settlement, known)
        settlement.settled(SETTLER)
    return True


def work_out(settlement: Settlement, known: Known) -> None:
    """Work all of it out, whatever was settled before, and hand it to where it is kept."""
    for step in _STEPS:
        step(settlement, known)
