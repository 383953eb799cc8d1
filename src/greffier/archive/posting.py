"""The hashes under which the like of a witness are found, and who has them."""

from __future__ import annotations

import struct
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from greffier.model import Sketch

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Of a sketch the lowest hashes are posted. Of two texts of which one holds a third of the other,
# the two lowest rows of this length have twenty in common.
POSTED = 64
# Of the witnesses that share a hash the earliest so many are looked at. A hash that more have is a
# phrase of a site or of a form: the words that are the record's own find its like.
COMMON = 200

_sketch = msgspec.msgpack.Decoder(Sketch).decode


def posted(sketch: Sketch) -> tuple[int, ...]:
    """Give the hashes under which a sketch is to be found."""
    return struct.unpack_from(f"<{min(sketch.size, POSTED)}Q", sketch.kept)


def posted_of_kept(kept: bytes) -> tuple[int, ...] | None:
    """Give the hashes under which a kept sketch is to be found; None where it is damaged."""
    try:
        return posted(_sketch(kept))
    except (msgspec.DecodeError, struct.error, TypeError):  # the last where it is no bytes
        return None


def holders(connection: Connection, hashes: tuple[int, ...]) -> list[list[int]]:
    """Give who has each hash, the earliest first; one statement asks for all."""
    if not hashes:
        return []
    asked = connection.exec_driver_sql(_holding(len(hashes)), hashes)
    return [[int(n) for n in held.split(",")] for (held,) in asked if held]


@cache
def _holding(hashes: int) -> str:
    """Give the statement that asks for the holders of so many hashes; SQLite allows 500 parts.

    Those of one hash come in one row: where there are many witnesses, hundreds have a hash of what
    a form or a site prints everywhere.
    """
    some = f"SELECT n FROM posting WHERE hash = ? ORDER BY n LIMIT {COMMON}"  # noqa: S608 - constants
    part = f"SELECT group_concat(n) FROM ({some})"  # noqa: S608 - as above
    return " UNION ALL ".join([part] * hashes)
