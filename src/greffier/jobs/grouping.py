"""Which witnesses of an archive carry one record: looked for as they come, and judged by people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.collation import (
    base_of,
    compare,
    hashes,
    likeliest,
    same_record,
    sketch,
    worth_aligning,
)
from greffier.collation.parting import parted
from greffier.errors import UsageError
from greffier.model import Judgement, record_of
from greffier.model.collation import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.archive.protocol import Archive, Desk
    from greffier.model import Grouping, Reading, Record, Sketch, Span

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
    return count


def group_next(archive: Archive) -> bool:
    """Group the earliest witness that waits for it; say whether there was one."""
    with archive.grouping() as desk:
        witness = desk.pending(GROUPER)
        if witness is not None:
            _group(desk, witness)
        return witness is not None


def judge(archive: Archive, judgement: Judgement) -> int:
    """Write a judgement into the log and apply it; give its number.

    Raises:
        UsageError: it names a witness that is not there, or is about one witness alone.
    """
    with archive.grouping() as desk:
        for witness in (judgement.witness, *judgement.others):
            desk.reading(witness)
        if not set(judgement.others) - {judgement.witness}:
            raise UsageError("judgement", "one witness alone", "name another, or its record")
        number = desk.judge(judgement)
        _settle(desk, (judgement.witness, *judgement.others))
        return number


def undo(archive: Archive, number: int) -> Judgement:
    """Take a judgement back, and group its witnesses as if it had not been.

    Raises:
        UsageError: there is none of this number, or it has been undone.
    """
    with archive.grouping() as desk:
        judgement = desk.undo(number)
        _settle(desk, (judgement.witness, *judgement.others))
        return judgement


def _group(desk: Desk, witness: str) -> None:
    reading = desk.reading(witness)
    made = sketch_of(reading)
    ours = _claim(reading)
    found: list[Grouping] = []
    for other in _candidates(desk, reading, made):
        grouping = same_record(ours, _claim(desk.reading(other)))
        if grouping is not None:
            found.append(grouping)
    before = () if desk.is_alone(witness) else desk.together([witness])
    desk.keep(witness, made, found, grouper=GROUPER)
    if found or before:
        _settle(desk, (witness, *before, *(one.b for one in found)))


def sketch_of(reading: Reading) -> Sketch:
    """Give the sketch by which the like of a witness are found: of its own words alone."""
    return sketch(reading.witness.text, _not_own(reading))


def _not_own(reading: Reading) -> Iterator[Span]:
    yield from reading.furniture
    yield from (gloss.span for gloss in reading.glosses)


def _candidates(desk: Desk, reading: Reading, made: Sketch) -> Iterator[str]:
    """Yield whoever may carry the same record: by words, the likeliest first, and by address."""
    near = []
    for witness, other in desk.sharing(made):
        shared = len(set(hashes(made).tolist()) & set(hashes(other).tolist()))
        one = compare(made, other, shared=shared, witness=witness)
        if worth_aligning(one, size=min(made.size, other.size)):
            near.append(one)
    names = [one.witness for one in likeliest(near)]
    if reading.witness.url:
        names += desk.at(reading.witness.url)
    yield from (one for one in dict.fromkeys(names) if one != reading.witness.id)


def _settle(desk: Desk, witnesses: Iterable[str]) -> None:
    """Part these witnesses, and whoever is bound to them, into records, and keep those."""
    around = desk.together(witnesses)
    readings = {one: desk.reading(one) for one in around}
    groups = parted(around, desk.bonds(around))
    desk.put([_record([readings[one] for one in group]) for group in groups])


def _record(readings: Sequence[Reading]) -> Record:
    base = base_of([_claim(one) for one in readings])
    reasons = base.reasons if len(readings) > 1 else ()
    return record_of(readings, base=base.witness, reasons=reasons)


def _claim(reading: Reading) -> Claim:
    return Claim(
        witness=reading.witness.id,
        text=reading.witness.text,
        head=reading.record,
        furniture=reading.furniture,
        glosses=tuple(one.span for one in reading.glosses),
        official=reading.publisher is not None,
    )
