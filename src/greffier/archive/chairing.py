"""What the records tell of chairs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from greffier.archive.stored import StoredChairmanship
from greffier.archive.tables import CHAIRMANSHIP, EVIDENCE, RECORD
from greffier.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


def chairmanships(
    connection: Connection, organisation: str | None, holder: str | None
) -> Iterator[StoredChairmanship]:
    """Yield what the bases of records tell of chairs, by time; see `Archive.chairmanships`."""
    date = func.coalesce(CHAIRMANSHIP.c.date, RECORD.c.date)
    wanted = (
        select(
            *(CHAIRMANSHIP.c[name] for name in ("witness", "n", "organisation", "holder", "phase")),
            RECORD.c.id.label("record"),
            date.label("date"),
        )
        .join(RECORD, RECORD.c.base == CHAIRMANSHIP.c.witness)
        .order_by(date.nulls_last(), RECORD.c.id, CHAIRMANSHIP.c.n)
    )
    if organisation is not None:
        wanted = wanted.where(CHAIRMANSHIP.c.organisation == organisation)
    if holder is not None:
        wanted = wanted.where(CHAIRMANSHIP.c.holder == holder)
    rows = connection.execute(wanted).all()
    spans = _spans(connection, {row.witness for row in rows})
    for row in rows:
        yield StoredChairmanship(
            id=f"{row.witness}.c{row.n}",
            record=row.record,
            witness=row.witness,
            organisation=row.organisation,
            holder=row.holder,
            phase=row.phase,
            date=row.date,
            spans=tuple(spans[row.witness, f"c{row.n}"]),
        )


def _spans(connection: Connection, witnesses: set[str]) -> dict[tuple[str, str], list[Span]]:
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    wanted = (
        select(EVIDENCE)
        .where(
            EVIDENCE.c.witness.in_(witnesses),
            EVIDENCE.c.kind == "chairmanship",
            EVIDENCE.c.field == "",
        )
        .order_by(EVIDENCE.c.n)
    )
    for row in connection.execute(wanted):
        found[row.witness, row.fact].append(Span(row.start, row.end))
    return found
