"""What is told around a telling: of its record, of its session and of its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select

from greffier.archive.batching import batches
from greffier.archive.tables import MEMBERSHIP, RECORD, SESSION, SESSION_ORGANISATION, TELLING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from greffier.archive.settlement import Days

_OTHER = MEMBERSHIP.alias()
_BESIDE = TELLING.alias()
_CARRIERS = (
    select(_OTHER.c.witness).join(MEMBERSHIP, MEMBERSHIP.c.record == _OTHER.c.record).distinct()
)
_TOGETHER = select(_BESIDE).join(TELLING, TELLING.c.meeting == _BESIDE.c.meeting).distinct()
# As numbers, two days with ten others between them lie at least so far apart.
_LONG = 10
_OF_SOME = (
    select(SESSION_ORGANISATION.c.witness)
    .where(
        SESSION_ORGANISATION.c.witness == SESSION.c.witness,
        SESSION_ORGANISATION.c.session == SESSION.c.id,
    )
    .exists()
)
_VAGUE = (
    select(
        SESSION.c.witness,
        SESSION.c.first,
        SESSION.c.last,
        RECORD.c.first.label("recorded"),
        RECORD.c.last.label("recorded_last"),
    )
    .join(MEMBERSHIP, MEMBERSHIP.c.witness == SESSION.c.witness)
    .join(RECORD, RECORD.c.id == MEMBERSHIP.c.record)
    .where(
        or_(
            and_(SESSION.c.subject.in_((False, True)), SESSION.c.first.is_(None)),
            SESSION.c.last - SESSION.c.first >= _LONG,
        ),
        _OF_SOME,
    )
)


def carriers(connection: Connection, witnesses: Iterable[str]) -> Iterator[str]:
    """Yield the witnesses that carry the records of some, these among them."""
    for some in batches(witnesses):
        yield from connection.scalars(_CARRIERS.where(MEMBERSHIP.c.witness.in_(some)))


def together(connection: Connection, witnesses: Iterable[str]) -> dict[str, str]:
    """Give, by its name, the session of each telling whose session one of these tells of."""
    found: dict[str, str] = {}
    for some in batches(witnesses):
        for row in connection.execute(_TOGETHER.where(TELLING.c.witness.in_(some))):
            found[f"{row.witness}.{row.session}"] = row.meeting
    return found


def begun(connection: Connection, days: Iterable[int]) -> Iterator[tuple[str, int, int]]:
    """Yield who tells of a session that began on one of these days, with its first and last."""
    # Both kinds are named, so that the index is used: it goes by the kind first.
    wanted = select(SESSION.c.witness, SESSION.c.first, SESSION.c.last).where(
        SESSION.c.subject.in_((False, True)), SESSION.c.last.is_not(None)
    )
    for some in batches(days):
        for row in connection.execute(wanted.where(SESSION.c.first.in_(some))):
            yield row.witness, row.first, row.last


def vague(connection: Connection) -> Iterator[tuple[str, Days, Days]]:
    """Yield who tells of a session of some organisation without its day."""
    for row in connection.execute(_VAGUE):
        days = None if row.first is None or row.last is None else (row.first, row.last)
        known = row.recorded is not None and row.recorded_last is not None
        yield row.witness, days, (row.recorded, row.recorded_last) if known else None
