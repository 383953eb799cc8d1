"""What takes a look at the whole archive, worked out once and kept until somebody writes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine, PoolProxiedConnection

T = TypeVar("T")


class Version:
    """Tells whether anybody, in this process or another, has written since it was last asked.

    SQLite counts that for each connection on its own, so one is kept for it.

    Args:
        engine: of the database.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._one = threading.Lock()
        self._kept: PoolProxiedConnection | None = None
        self._taken = 0  # connections, each of which has a count of its own

    def now(self) -> tuple[int, int]:
        """Give what is another after every change."""
        with self._one:
            if self._kept is None:
                self._kept = self._engine.raw_connection()
                self._taken += 1
            row = self._kept.cursor().execute("PRAGMA data_version").fetchone()
            return self._taken, int(row[0])

    def close(self) -> None:
        """Let go of the connection."""
        with self._one:
            if self._kept is not None:
                self._kept.close()
            self._kept = None


class Remembered(Generic[T]):
    """One answer, which is right until the archive changes.

    While one thread works it out anew, the others are given what was right a moment ago, so that
    many who ask at once do not all do the same work.

    Args:
        version: of what it is worked out from.
        work: gives the answer as it is now.
    """

    def __init__(self, version: Version, work: Callable[[], T]) -> None:
        self._version = version
        self._work = work
        self._working = threading.Lock()
        self._known: tuple[tuple[int, int], T] | None = None

    def now(self) -> T:
        """Give the answer."""
        # The version first: what is written meanwhile makes the answer old, and never seem new.
        version, known = self._version.now(), self._known
        if known is not None and known[0] == version:
            return known[1]
        if not self._working.acquire(blocking=known is None):
            return self._known[1] if self._known is not None else self._work()
        try:
            if self._known is None or self._known[0] != version:
                self._known = version, self._work()
            return self._known[1]
        finally:
            self._working.release()
