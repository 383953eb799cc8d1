"""How far fetching goes: bounds on time and size, as one value; and the clock that it goes by."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one answer may take, and how often something is tried.

    Args:
        connecting: seconds to reach a server and agree on a key with it.
        silence: seconds without a byte.
        whole: seconds for one answer from the first byte asked to the last one received, however
            it drips.
        size: bytes of an answer, as it comes and unpacked.
        redirects: how many are followed, one after the other.
        tries: how often a page is asked for that does not come for now.
        backing_off: seconds before the second try; twice as long before each further one.
        patience: seconds that a server may ask to wait, between pages or before another try.
        faults: pages of one host that fail in a row before the rest of it is left alone.
    """

    connecting: float = 15
    silence: float = 30
    whole: float = 180
    size: int = 64 * MEGABYTE
    redirects: int = 8
    tries: int = 4
    backing_off: float = 2
    patience: float = 120
    faults: int = 4


class Clock(Protocol):
    """Tells the time and waits."""

    def now(self) -> float:
        """Give seconds from some fixed moment; they never run backwards."""
        ...

    def day(self) -> datetime:
        """Give the time of day in UTC, as it is written down."""
        ...

    def wait(self, seconds: float) -> None:
        """Do nothing for so long."""
        ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> float:
        """Give seconds from some fixed moment; they never run backwards."""
        return time.monotonic()

    def day(self) -> datetime:
        """Give the time of day in UTC, as it is written down."""
        return datetime.now(UTC)

    def wait(self, seconds: float) -> None:
        """Do nothing for so long."""
        time.sleep(seconds)
