"""Whether an archive can be trusted: what the store can check of itself, and what takes more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.archive.guarding import guarded
from greffier.jobs.settling import SETTLER, work_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive.protocol import Archive
    from greffier.archive.stored import Fault
    from greffier.model import Known


def verify(archive: Archive, known: Known) -> Iterator[Fault]:
    """Yield what is wrong with an archive, each with its place and what to do about it.

    Who is who and which session is which is worked out over all records once more and held against
    what stands there; but only where nothing else is wrong, for it is made of the rest, and not
    where it waits to be worked out anyway.

    Args:
        archive: what is checked; others may go on writing.
        known: the states, organisations and bodies, as when it was settled.
    """
    sound = True
    for fault in archive.verify():
        sound = False
        yield fault
    if not sound:
        return
    yield from guarded("who is who", _proved(archive, known))


def _proved(archive: Archive, known: Known) -> Iterator[Fault]:
    with archive.proving() as proof:
        if proof.is_settled(SETTLER):
            work_out(proof, known)
        yield from proof.faults
