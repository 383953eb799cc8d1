"""Visits to servers, one request at a time: pauses, permission, further tries, redirects."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from greffier.errors import FetchError
from greffier.fetching.answers import FOR_NOW, REDIRECTS, failure, led, wanted_wait
from greffier.fetching.asking import Heed, ask
from greffier.fetching.permitting import Permissions
from greffier.logs import fields

if TYPE_CHECKING:
    from greffier.fetching.address import Address
    from greffier.fetching.asking import Answer
    from greffier.fetching.connecting import Network
    from greffier.fetching.limits import Clock, Limits

Headers: TypeAlias = tuple[tuple[str, str], ...]
_log = logging.getLogger(__name__)
_AGAIN = frozenset({"silent", "cut", "unreachable"})


@dataclass(slots=True)
class _Host:
    """When a host may be asked next, and how many addresses of it failed in a row."""

    next: float = 0
    faults: int = 0
    last: str = ""


class Visitor:
    """Asks servers, never more than one thing at a time, and with a pause between two.

    Args:
        network: the way to them.
        limits: how far it goes.
        clock: what pauses are measured by.
        agent: how the program names itself.
        pause: seconds between two requests to one host, unless its robots.txt wants more.
    """

    def __init__(
        self, network: Network, limits: Limits, clock: Clock, *, agent: str, pause: float
    ) -> None:
        self._network = network
        self._limits = limits
        self._clock = clock
        self._agent = agent
        self._pause = pause
        self._hosts: dict[str, _Host] = {}
        self._permissions = Permissions(self._asked, limits, clock)

    def left(self, host: str) -> float:
        """Give how many seconds are left until a host may be asked again."""
        known = self._hosts.get(host)
        return max(0.0, known.next - self._clock.now()) if known is not None else 0

    def visit(
        self,
        address: Address,
        *,
        headers: Headers = (),
        heed: Heed | None = None,
    ) -> list[Answer]:
        """Ask for an address and follow where it leads; give all answers, the one that counts last.

        Each step is checked anew: the form of the address, robots.txt, and where its host is.

        Args:
            address: where to begin.
            headers: of the request, beside those that each has.
            heed: if anything is to be looked at before a body is received.

        Raises:
            FetchError: it is refused, or cannot be had.
        """
        answers: list[Answer] = []
        seen = {address}
        while True:
            self._permissions.check(address)
            answers.append(self._asked(address, self._limits, headers, heed))
            if answers[-1].status not in REDIRECTS:
                return answers
            address = led(answers[-1])
            if address in seen:
                raise _astray(answers, "it leads back to where it came from", self._limits)
            if len(answers) > self._limits.redirects:
                raise _astray(answers, "it leads from one address to another", self._limits)
            seen.add(address)

    def _asked(
        self,
        address: Address,
        limits: Limits,
        headers: Headers = (),
        heed: Heed | None = None,
    ) -> Answer:
        """Ask until there is an answer or no use in asking; wait longer each time."""
        host = self._hosts.setdefault(address.host, _Host())
        if host.faults >= limits.faults:
            met = f"left alone, since its host failed again and again ({host.last})"
            raise FetchError(str(address), met, "ask again later", "given up")
        back, left = limits.backing_off, limits.tries
        while True:
            left -= 1
            answer = self._once(address, host, limits, headers, heed)
            if not isinstance(answer, FetchError):
                if answer.status not in FOR_NOW:
                    host.faults = 0
                    return answer
                wait, error = (
                    wanted_wait(answer, self._clock.day()),
                    failure(address, answer.status),
                )
            else:
                wait, error = 0.0, answer
            if wait > limits.patience:
                error = _asks_for_patience(error, wait, limits)
                host.faults, left = limits.faults, 0
            if left <= 0:
                host.faults, host.last = host.faults + 1, error.met
                raise error
            told = fields(address=str(address), met=error.met, seconds=max(wait, back))
            _log.info("asked again later", extra=told)
            self._clock.wait(max(wait, back))
            back *= 2

    def _once(
        self,
        address: Address,
        host: _Host,
        limits: Limits,
        headers: Headers,
        heed: Heed | None,
    ) -> Answer | FetchError:
        """Wait until the host may be asked, and ask; give an error that may pass as a value."""
        self._clock.wait(max(0.0, host.next - self._clock.now()))
        headers = (("User-Agent", self._agent), *headers)
        try:
            return ask(address, self._network, limits, self._clock, headers=headers, heed=heed)
        except FetchError as error:
            if error.reason not in _AGAIN:
                raise
            return error
        finally:
            pause = max(self._pause, min(self._permissions.pause(address), limits.patience))
            host.next = self._clock.now() + pause


def _astray(answers: list[Answer], met: str, limits: Limits) -> FetchError:
    wanted = f"give the address that it comes to; {limits.redirects} redirects are followed"
    return FetchError(str(answers[0].address), met, wanted, "redirects")


def _asks_for_patience(error: FetchError, wait: float, limits: Limits) -> FetchError:
    longer = (
        f"wants {wait:,.0f} seconds waited" if wait != float("inf") else "wants endless waiting"
    )
    met = f"{error.met} and {longer}, more than {limits.patience:g}"
    return FetchError(error.place, met, "ask again then", "wait")
