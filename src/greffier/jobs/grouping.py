"""Which witnesses of an archive carry one record: looked for as they come, and judged by people."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from greffier.authority import shipped
from greffier.collation import base_of, nearest, same_address, same_record, sketch
from greffier.collation.parting import parted
from greffier.jobs.settling import settle
from greffier.logs import fields
from greffier.model import record_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.archive.protocol import Archive, Desk
    from greffier.model import Claim, Grouping, Record, Sketch

_log = logging.getLogger(__name__)

# Raise this whenever witnesses would be grouped otherwise: every archive groups its own anew then.
GROUPER = "1"


def group_all(archive: Archive, *, again: bool = False) -> int:
    """Group every witness whose like have not been looked for; give how many there were.

    Each is one transaction, so that a run which was stopped goes on where it was.

    Args:
        archive: what is grouped.
        again: group all witnesses anew.
    """
    if again:
        with archive.grouping() as desk:
            desk.forget()
    count = 0
    while group_next(archive):
        count += 1
    settle(archive, shipped(), again=again)
    return count


def group_next(archive: Archive) -> bool:
    """Group the earliest witness that waits for it; say whether there was one."""
    with archive.grouping() as desk:
        witness = desk.pending(GROUPER)
        if witness is not None:
            _group(desk, witness)
        return witness is not None


def _group(desk: Desk, witness: str) -> None:
    ours = desk.claim(witness)
    made = sketch(ours.text, (*ours.furniture, *ours.glosses))
    found = list(_bound(desk, ours, made))
    bound = {one.b for one in found}
    others = (desk.claim(name) for name in desk.of_address(witness) if name not in bound)
    found += [one for other in others if (one := same_address(ours, other))]
    for one in found:
        told = fields(witness=witness, other=one.b, rule=one.rule, why=one.reasons)
        _log.debug("of one record", extra=told)
    before = () if desk.is_alone(witness) else desk.together([witness])
    desk.keep(witness, made, found, grouper=GROUPER)
    if found or before:
        part(desk, (witness, *before, *(one.b for one in found)))


def _bound(desk: Desk, ours: Claim, made: Sketch) -> Iterator[Grouping]:
    """Yield what binds a witness to others: of each record the likeliest one that does."""
    others = {name: one for name, one in desk.sharing(made) if name != ours.witness}
    likely = nearest(made, others.items())
    carried = desk.carried([near.witness for near in likely])
    joined: set[str] = set()
    for near in likely:
        record = carried[near.witness]
        if record not in joined and (one := same_record(ours, desk.claim(near.witness))):
            joined.add(record)
            yield one


def part(desk: Desk, witnesses: Iterable[str]) -> None:
    """Part these witnesses, and whoever is bound to them, into records, and keep those.

    Use it after what binds them has changed, as by a judgement.
    """
    around = desk.together(witnesses)
    desk.put([_record(desk, group) for group in parted(around, desk.bonds(around))])


def _record(desk: Desk, witnesses: Sequence[str]) -> Record:
    base = base_of([desk.claim(one) for one in witnesses])
    reasons = base.reasons if len(witnesses) > 1 else ()
    readings = [desk.reading(one) for one in witnesses]
    return record_of(readings, base=base.witness, reasons=reasons)
