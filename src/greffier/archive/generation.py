"""An archive as it is at a moment: its generation, and what was worked out of all of it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sqlalchemy import select

from greffier.archive.index import Mark
from greffier.archive.tables import STATE
from greffier.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from sqlalchemy import Connection, Engine, PoolProxiedConnection

    T = TypeVar("T")

_RESTORE: Final = "restore the archive from a copy"
_REMEMBERED = 256  # answers, each of which is a list that a page shows, or a number


def mark_of(connection: Connection) -> Mark:
    """Give the mark of an index that holds all that is seen through this connection."""
    return _mark(connection.execute(select(STATE.c.archive, STATE.c.generation)).all())


def _mark(rows: Sequence[Sequence[Any]]) -> Mark:
    """Give the mark that the rows of `state` tell: there is one, or the archive is damaged."""
    if len(rows) != 1:
        raise ArchiveError("state", f"the table has {len(rows)} rows, where one belongs", _RESTORE)
    archive, number = rows[0]
    if not (isinstance(archive, str) and isinstance(number, int)):
        raise ArchiveError("state", "the table counts changes by what is no number", _RESTORE)
    return Mark(archive=archive, generation=number)


class Moment:
    """An archive between two writings: what is asked of all of it is worked out once.

    Args:
        mark: of an index that holds all there is.
    """

    def __init__(self, mark: Mark) -> None:
        self.mark = mark
        self._known: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Give what is known under a key, or make it.

        Take the moment before the transaction in which it is made begins: what is newer than its
        moment does no harm, for whoever writes ends the moment.
        """
        found: T
        try:
            found = self._known[key]
        except KeyError:
            found = make()
            if len(self._known) < _REMEMBERED:
                self._known[key] = found
        return found


class Generation:
    """Tells which moment it is, at once: every search asks.

    SQLite says quickly whether others have written since a connection last asked, so one is kept
    for that.

    Args:
        engine: of the database.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._one = threading.Lock()
        self._kept: PoolProxiedConnection | None = None
        self._known: tuple[int, Moment] | None = None

    def now(self) -> Moment:
        """Give the moment: the same one until something is written."""
        with self._one:
            if self._kept is None:
                self._kept = self._engine.raw_connection()
            cursor = self._kept.cursor()
            # The version first: of what is written between the two the next look tells.
            ((version,),) = cursor.execute("PRAGMA data_version").fetchall()
            if self._known is None or self._known[0] != version:
                rows = cursor.execute("SELECT archive, generation FROM state").fetchall()
                self._known = version, Moment(_mark(rows))
            return self._known[1]

    def close(self) -> None:
        """Let go of the connection; who asks again gets another."""
        with self._one:
            if self._kept is not None:
                self._kept.close()
            self._kept = self._known = None
