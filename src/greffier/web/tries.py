"""How often the token may be guessed: a few times a minute, from one address and from all.

It is kept in memory and not in the archive: what is counted is over after a minute. Whoever has
given the token is known by the cookie and is not counted.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS: Final = 60.0
FROM_ONE: Final = 10
FROM_ALL: Final = 100
_ADDRESSES: Final = 10_000  # that are remembered at a time
_NETWORK: Final = 64  # bits; whoever has one address of IPv6 has as a rule all that share these


class Tries:
    """Counts wrong tokens; may be asked from several threads.

    Args:
        now: gives the time in seconds.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._all: deque[float] = deque()
        self._by: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def begin(self, address: str) -> float:
        """Count a try before it is looked at, so that many at once are counted too.

        Returns:
            0, or for how many seconds no try is looked at.
        """
        with self._lock:
            now, mine = self._now(), self._of(address)
            for times in (mine, self._all):
                while times and times[0] <= now - SECONDS:
                    times.popleft()
            for times, most in ((mine, FROM_ONE), (self._all, FROM_ALL)):
                if len(times) >= most:
                    return times[0] + SECONDS - now
            mine.append(now)
            self._all.append(now)
            return 0.0

    def right(self, address: str) -> None:
        """Take the last try back: it was the token."""
        with self._lock:
            for times in (self._of(address), self._all):
                if times:
                    times.pop()

    def _of(self, address: str) -> deque[float]:
        key = _network(address)
        times = self._by.setdefault(key, deque())
        self._by.move_to_end(key)
        if len(self._by) > _ADDRESSES:
            self._by.popitem(last=False)
        return times


def _network(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return address  # a socket has none
    if isinstance(found, IPv6Address) and found.ipv4_mapped is None:
        return str(int(found) >> (128 - _NETWORK))
    return str(found)
