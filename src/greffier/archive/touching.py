"""What was touched since the archive was settled: written with each change, in its transaction.

A witness is touched when its reading, its record or a judgement on it changes. What a reading no
longer tells, only the change itself knows: the names that it named and the days that it told of
are written down too. All of it stays until `settling` has looked at whatever it reaches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from greffier.archive.settlement import Touched
from greffier.archive.tables import UNSETTLED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

_NEW = insert(UNSETTLED)


def touch(
    connection: Connection,
    *,
    witnesses: Iterable[str] = (),
    names: Iterable[str] = (),
    days: Iterable[tuple[int | None, int | None]] = (),
) -> None:
    """Note what is to be settled anew, inside the transaction that `connection` is in.

    Args:
        connection: where it is noted.
        witnesses: those whose participants and sessions are to be looked at.
        names: as printed, that somebody bears no more, or otherwise than before.
        days: the first and the last day of what is told no more; None where they are not known.
    """
    rows = [{"kind": "witness", "key": one} for one in sorted(set(witnesses))]
    rows += [{"kind": "name", "key": one} for one in sorted(set(names))]
    told = {(first, last) for first, last in days if first is not None and last is not None}
    rows += [{"kind": "days", "key": f"{first}/{last}"} for first, last in sorted(told)]
    if rows:
        connection.execute(_NEW, rows)


def touched(connection: Connection) -> Touched:
    """Give all that was touched since the archive was settled."""
    found: dict[str, set[str]] = {"witness": set(), "name": set(), "days": set()}
    for row in connection.execute(select(UNSETTLED.c.kind, UNSETTLED.c.key)):
        found[row.kind].add(row.key)
    days = (one.partition("/") for one in found["days"])
    return Touched(
        witnesses=frozenset(found["witness"]),
        names=frozenset(found["name"]),
        days=frozenset((int(first), int(last)) for first, _, last in days),
    )


def is_touched(connection: Connection) -> bool:
    """Say whether anything waits to be settled."""
    return connection.scalar(select(UNSETTLED.c.n).limit(1)) is not None


def forget(connection: Connection) -> None:
    """Let go of what was touched, once it is settled."""
    connection.execute(delete(UNSETTLED))
