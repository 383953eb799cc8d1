"""Seals: digests of the rows that can be worked out from nothing else, so that damage shows.

What is worked out from a reading is checked against it. What a person decided or imported, when a
witness came, the reading itself: of these only a digest that was written with them can say whether
they still are what they were, and whether they are all there.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import msgspec
from sqlalchemy import Table, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from greffier.archive.stored import Fault
from greffier.archive.tables import (
    AUTHORITY,
    GROUPING,
    JUDGED,
    JUDGEMENT,
    KNOWN_NAME,
    KNOWN_PERSON,
    MEMBERSHIP,
    OCCUPANCY,
    READING,
    RECORD,
    SEAL,
    WATCH,
    WITNESS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

Kind: TypeAlias = Literal[
    "witness", "reading", "membership", "record", "grouping", "judgement", "authority", "watch"
]
Key: TypeAlias = str | int | tuple[str, str]
_SIZE = 16  # bytes of a digest: this is against accidents, not against whoever can write seals
_REGROUP: Final = "run `greffier group --again`, or restore the archive from a copy"
_READ: Final = "read its source again into a new archive, or restore this one from a copy"
_RESTORE: Final = "restore the archive from a copy"
_PUT = insert(SEAL)
_PUT_OVER = _PUT.on_conflict_do_update(set_={"digest": _PUT.excluded.digest})
_DROP = delete(SEAL).where(SEAL.c.of == bindparam("kind"), SEAL.c.key == bindparam("named"))


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows of one table that are sealed together, found by the columns `by`."""

    table: Table
    by: tuple[str, ...]
    but: tuple[str, ...] = ()  # columns that are checked otherwise

    def statement(self) -> str:
        """Give what asks for the rows of one seal; raw, so that each value is seen as it is."""
        columns = ", ".join(f'"{one.name}"' for one in self.table.c if one.name not in self.but)
        order = ", ".join(f'"{one.name}"' for one in self.table.primary_key)
        where = " AND ".join(f'"{one}" = ?' for one in self.by)
        return f'SELECT {columns} FROM "{self.table.name}" WHERE {where} ORDER BY {order}'  # noqa: S608 - names of our tables


# What is sealed under one digest, by the table that has the key; a witness's bytes have their own.
_PARTS: dict[Kind, tuple[_Part, ...]] = {
    "witness": (_Part(WITNESS, ("id",), but=("data",)),),
    "reading": (_Part(READING, ("witness",)),),
    "membership": (_Part(MEMBERSHIP, ("witness",), but=("record",)),),
    "record": (_Part(RECORD, ("id",)),),
    "grouping": (_Part(GROUPING, ("witness", "other")),),
    "judgement": (_Part(JUDGEMENT, ("n",)), _Part(JUDGED, ("n",))),
    "authority": (
        _Part(AUTHORITY, ("n",)),
        *(_Part(one, ("authority",)) for one in (KNOWN_PERSON, KNOWN_NAME, OCCUPANCY)),
    ),
    "watch": (_Part(WATCH, ("name",)),),
}
_STATEMENTS = {kind: tuple(one.statement() for one in parts) for kind, parts in _PARTS.items()}
_ADVICE: dict[str, str] = {"record": _REGROUP, "grouping": _REGROUP, "reading": _READ}


def seal(connection: Connection, kind: Kind, keys: Iterable[Key]) -> None:
    """Seal rows as they now stand, inside the transaction that wrote them; unseal what is gone."""
    for key in keys:
        found = _digest(connection, kind, key)
        if found is None:
            connection.execute(_DROP, {"kind": kind, "named": _named(key)})
        else:
            row = {"of": kind, "key": _named(key), "digest": found}
            connection.execute(_PUT_OVER, row)


def seal_all(connection: Connection, kind: Kind) -> None:
    """Seal all rows of a kind, after a change of many, and let go of seals of what is gone."""
    connection.execute(delete(SEAL).where(SEAL.c.of == kind))
    seal(connection, kind, list(_keys(connection, kind)))


def digest(rows: Iterable[Iterable[Any]]) -> str:
    """Give the digest of some rows, with the values that the database holds."""
    values = msgspec.msgpack.encode([list(row) for row in rows])
    return hashlib.blake2b(values, digest_size=_SIZE).hexdigest()


def seal_faults(connection: Connection) -> Iterator[Fault]:
    """Yield the rows that are not as they were sealed, and those that are gone."""
    wanted = select(SEAL.c.of, SEAL.c.key, SEAL.c.digest)
    seals = {(row.of, row.key): row.digest for row in connection.execute(wanted)}
    for kind in _PARTS:
        for key in _keys(connection, kind):
            sealed = seals.pop((kind, _named(key)), None)
            if sealed is None:
                yield _fault(kind, _named(key), "has a row that was never sealed")
            elif sealed != _digest(connection, kind, key):
                yield _fault(kind, _named(key), "differs from what was written there")
    for kind, name in seals:
        yield _fault(kind, name, "has lost a row")


def _digest(connection: Connection, kind: Kind, key: Key) -> str | None:
    """Give the digest of what is sealed under a key; None where nothing is there."""
    bound = key if isinstance(key, tuple) else (key,)
    found = [connection.exec_driver_sql(one, bound).all() for one in _STATEMENTS[kind]]
    return digest(row for rows in found for row in rows) if found[0] else None


def _keys(connection: Connection, kind: Kind) -> Iterator[Key]:
    first = _PARTS[kind][0]
    for row in connection.execute(select(*(first.table.c[one] for one in first.by))).all():
        yield row[0] if len(row) == 1 else (row[0], row[1])


def _named(key: Key) -> str:
    return " ".join(key) if isinstance(key, tuple) else str(key)


def _fault(kind: str, name: str, met: str) -> Fault:
    return Fault(
        place=f"{kind} {name}", met=f"the table {kind} {met}", advice=_ADVICE.get(kind, _RESTORE)
    )
