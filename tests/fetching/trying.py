"""A fetcher as the tests have it: with a clock that does not wait, and names of their own."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from greffier.fetching import (
    Address,
    Fetcher,
    Kept,
    Limits,
    Network,
    Outcome,
    Visitor,
    Wanted,
    address_of,
)
from greffier.fetching.connecting import look_up
from greffier.sources import MEDIA_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


AGENT = "Greffier/0 (+tests@example.org)"
LIMITS = Limits(connecting=2, silence=0.2, whole=0.5, size=200_000, redirects=4, tries=3, faults=3)
_BEGINNING = datetime(2026, 11, 22, 8, 0, 0, tzinfo=UTC)


@dataclass(slots=True)
class StillClock:
    """A clock that goes on when somebody waits, at once; `waits` are for how long."""

    at: float = 1000.0
    waits: list[float] = field(default_factory=list)

    def now(self) -> float:
        """Give seconds from some fixed moment."""
        return self.at

    def day(self) -> datetime:
        """Give the time of day."""
        return _BEGINNING + timedelta(seconds=self.at - 1000)

    def wait(self, seconds: float) -> None:
        """Go on by so much."""
        if seconds > 0:
            self.waits.append(seconds)
            self.at += seconds


class Loopback(Network):
    """A network in which the server of the tests, and nothing else of this machine, is public.

    Args:
        ports: where it listens on 127.0.0.1, and others of the tests.
        names: what hosts lead to, beside those that are IP addresses.
    """

    def __init__(self, *ports: int, names: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._ports = ports
        self._names = {"private.test": ("10.0.0.1",), **(names or {})}
        super().__init__(resolve=self._found)

    def _found(self, host: str, port: int) -> tuple[str, ...]:
        if host in self._names:
            return self._names[host]
        if host.endswith((".test", ".org")):
            raise socket.gaierror(-2, "Name or service not known")
        return look_up(host, port)  # an IP address, in whatever way it is written

    def checked(self, address: Address) -> tuple[str, ...]:
        """Give the IP addresses of a host: that of the server whatever it is called."""
        ours = address.host in {"127.0.0.1", *self._names} - {"private.test"}
        if ours and address.port in self._ports:
            return ("127.0.0.1",)
        return super().checked(address)


def fetcher(
    kept: Kept,
    network: Network,
    *,
    clock: StillClock | None = None,
    wanted: Wanted | None = None,
    limits: Limits = LIMITS,
) -> Fetcher:
    """Give a fetcher that keeps to small bounds."""
    clock = clock or StillClock()
    visitor = Visitor(network, limits, clock, agent=AGENT, pause=1)
    return Fetcher(visitor, kept, wanted or Wanted(types=MEDIA_TYPES), limits, clock)


def fetched(
    folder: Path,
    network: Network,
    *urls: str,
    clock: StillClock | None = None,
    wanted: Wanted | None = None,
    limits: Limits = LIMITS,
) -> list[Outcome]:
    """Fetch addresses into a folder, and give what became of each."""
    with Kept(folder, agent=AGENT) as kept:
        one = fetcher(kept, network, clock=clock, wanted=wanted, limits=limits)
        return list(one.run(map(address_of, urls)))
