"""How long one input may take that somebody sends, when it is small."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT: Final = 5.0  # seconds of CPU


class SlowError(Exception):
    """Something took longer than anything may."""


class Clock:
    """Runs one thing after another, and knows how many there were and what the slowest took."""

    def __init__(self) -> None:
        self.count = 0
        self.longest = 0.0

    def time(self, work: Callable[[], None]) -> bool:
        """Do some work; say whether it took longer than all before.

        Raises:
            SlowError: it took longer than anything may.
        """
        self.count += 1
        begun = time.process_time()
        work()
        taken = time.process_time() - begun
        if taken > LIMIT:
            raise SlowError(f"{taken:.1f} s of CPU")
        slowest = taken > self.longest
        self.longest = max(self.longest, taken)
        return slowest
