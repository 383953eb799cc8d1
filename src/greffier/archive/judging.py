"""The log of judgements: written, read back, and taken back; nothing leaves it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from greffier.archive.settling import unsettle
from greffier.archive.tables import JUDGED, JUDGEMENT
from greffier.errors import UsageError
from greffier.model import Judged, Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


def judgements(connection: Connection) -> Iterator[Judged]:
    """Yield the log of judgements, the earliest first, those that were undone among them."""
    pairs: dict[int, list[Any]] = {}
    for pair in connection.execute(select(JUDGED).order_by(JUDGED.c.n)):
        pairs.setdefault(pair.n, []).append(pair)
    for row in connection.execute(select(JUDGEMENT).order_by(JUDGEMENT.c.n)):
        judgement = Judgement(
            kind=row.kind,
            witness=pairs[row.n][0].witness,
            others=tuple(pair.other for pair in pairs[row.n]),
            author=row.author,
            reason=row.reason,
        )
        yield Judged(n=row.n, judgement=judgement, made=row.made, undone=row.undone)


def write_judgement(connection: Connection, judgement: Judgement) -> int:
    """Write a judgement into the log, and give its number."""
    row = {
        "made": _now(),
        "author": judgement.author,
        "reason": judgement.reason,
        "kind": judgement.kind,
    }
    number = connection.execute(insert(JUDGEMENT), row).inserted_primary_key
    n = int(number[0]) if number else 0
    pairs = [{"n": n, "witness": judgement.witness, "other": one} for one in judgement.others]
    connection.execute(insert(JUDGED), pairs)
    unsettle(connection)
    return n


def undo_judgement(connection: Connection, n: int) -> Judgement:
    """Take a judgement back; it stays in the log. Raises UsageError if there is none."""
    found = next((one for one in judgements(connection) if one.n == n), None)
    if found is None or found.undone:
        met = "it has been undone" if found else "no such judgement"
        raise UsageError(f"judgement {n}", met, "see `greffier judge list`")
    connection.execute(update(JUDGEMENT).where(JUDGEMENT.c.n == n).values(undone=_now()))
    unsettle(connection)
    return found.judgement


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
