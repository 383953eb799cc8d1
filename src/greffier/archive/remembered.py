"""What takes a look at the whole archive, worked out once and kept until somebody writes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from greffier.archive.generation import Generation, Moment

T = TypeVar("T")


class Remembered(Generic[T]):
    """One answer, which is right until the archive changes.

    While one thread works it out anew, the others are given what was right a moment ago, so that
    many who ask at once do not all do the same work.

    Args:
        generation: of what it is worked out from.
        work: gives the answer as it is now.
    """

    def __init__(self, generation: Generation, work: Callable[[], T]) -> None:
        self._generation = generation
        self._work = work
        self._working = threading.Lock()
        self._known: tuple[Moment, T] | None = None

    def now(self) -> T:
        """Give the answer."""
        # The moment first: what is written meanwhile makes the answer old, and never seem new.
        moment, known = self._generation.now(), self._known
        if known is not None and known[0] is moment:
            return known[1]
        if not self._working.acquire(blocking=known is None):
            return self._known[1] if self._known is not None else self._work()
        try:
            if self._known is None or self._known[0] is not moment:
                self._known = moment, self._work()
            return self._known[1]
        finally:
            self._working.release()
