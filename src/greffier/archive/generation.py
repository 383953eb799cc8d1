"""Which generation an archive is of, asked before every search and so told at once."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from sqlalchemy import select

from greffier.archive.index import Mark
from greffier.archive.tables import STATE

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, PoolProxiedConnection


def mark_of(connection: Connection) -> Mark:
    """Give the mark of an index that holds all that is seen through this connection."""
    state = connection.execute(select(STATE.c.archive, STATE.c.generation)).one()
    return Mark(archive=state.archive, generation=state.generation)


class Generation:
    """Tells the mark of an index that holds all there is.

    SQLite says quickly whether others have written since a connection last asked, so one is kept
    for that, and what it read is read again only then.

    Args:
        engine: of the database.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._one = threading.Lock()
        self._kept: PoolProxiedConnection | None = None
        self._known: tuple[int, Mark] | None = None

    def mark(self) -> Mark:
        """Give the mark as it is now."""
        with self._one:
            if self._kept is None:
                self._kept = self._engine.raw_connection()
            cursor = self._kept.cursor()
            # The version first: of what is written between the two the next look tells.
            ((version,),) = cursor.execute("PRAGMA data_version").fetchall()
            if self._known is None or self._known[0] != version:
                ((archive, number),) = cursor.execute(
                    "SELECT archive, generation FROM state"
                ).fetchall()
                self._known = version, Mark(archive=archive, generation=number)
            return self._known[1]

    def close(self) -> None:
        """Let go of the connection; who asks again gets another."""
        with self._one:
            if self._kept is not None:
                self._kept.close()
            self._kept = self._known = None
