"""Who is who and which session is which: worked out over all records, once they are all there.

What one record says is read by itself; who its persons are shows only beside the other records.
So this is one unit of work, done when witnesses have come, been grouped or been judged. It looks
at whatever these reach: `query.reaching` says how persons hang together, `query.merging.reaching`
how sessions do, and what is settled so is what settling the whole archive comes to. The archive
keeps with each change what it touches, so that a run which was stopped loses nothing. All is
settled anew by another version of this, where the user knows more or less than before, and when
it is asked for. Either way only what came out otherwise than it stood is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.jobs.convening import settle_sessions
from greffier.jobs.identifying import settle_persons

if TYPE_CHECKING:
    from collections.abc import Callable

    from greffier.archive.protocol import Archive
    from greffier.archive.settlement import Settlement, Touched
    from greffier.model import Known

# Raise this whenever persons or sessions would be told apart otherwise.
SETTLER = "1"

# What is worked out, in this order: what a later step goes by is settled by an earlier one.
_STEPS: tuple[Callable[[Settlement, Known, Touched | None], None], ...] = (
    settle_persons,
    settle_sessions,
)


def settle(archive: Archive, known: Known, *, again: bool = False) -> bool:
    """Work out who is who and which session is which; say whether there was anything to do.

    All is done in one transaction, or nothing.

    Args:
        archive: what is settled.
        known: the states, organisations and bodies.
        again: all of it, also where nothing was added, grouped or judged since.
    """
    if archive.is_settled(SETTLER) and not again:
        return False
    with archive.settling() as settlement:
        work_out(settlement, known, None if again else settlement.touched(SETTLER))
        settlement.settled(SETTLER)
    return True


def work_out(settlement: Settlement, known: Known, touched: Touched | None = None) -> None:
    """Work out what was touched, or all of it, and hand it to where it is kept.

    Args:
        settlement: where it is kept.
        known: the states, organisations and bodies.
        touched: what was touched since all was worked out; all is unless it is known.
    """
    for step in _STEPS:
        step(settlement, known, touched)
