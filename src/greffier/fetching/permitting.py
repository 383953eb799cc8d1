"""What sites let be fetched: the robots.txt of each, had once a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus
from math import inf
from typing import TYPE_CHECKING, Final

from greffier.errors import FetchError
from greffier.fetching.answers import REDIRECTS, failure, led
from greffier.fetching.robots import READ, Robots, robots_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from greffier.fetching.address import Address
    from greffier.fetching.asking import Answer
    from greffier.fetching.limits import Clock, Limits

_FOLLOWED: Final = 5  # redirects; as many as RFC 9309 wants followed
_HELD: Final = 24 * 3600  # seconds after which it is had anew, by the same
_RULES: Final = 200_000  # that are held at once, of all sites; one has a few hundred at most
_LARGEST: Final = 8 * READ  # bytes; what is behind those that are read is not, but is received
_PASSED_ON: Final = frozenset({"private", "certificate", "given up"})


@dataclass(frozen=True, slots=True)
class _Said:
    """What a site said, or why it could not; and until when that holds."""

    robots: Robots
    closed: FetchError | None
    until: float


class Permissions:
    """Asks each site for its robots.txt before anything else.

    Args:
        ask: asks for an address, with bounds of its own; raises FetchError.
        limits: how far fetching goes.
        clock: what a day is measured by.
    """

    def __init__(
        self, ask: Callable[[Address, Limits], Answer], limits: Limits, clock: Clock
    ) -> None:
        self._ask = ask
        self._limits = limits
        self._clock = clock
        self._said: dict[str, _Said] = {}

    def pause(self, address: Address) -> float:
        """Give the seconds that a site wants between two requests, as far as it has said so."""
        said = self._said.get(address.site)
        return said.robots.pause if said is not None else 0

    def check(self, address: Address) -> None:
        """See that an address may be fetched.

        Raises:
            FetchError: its site does not let it, wants longer pauses than are made, or cannot tell.
        """
        said = self._said.get(address.site)
        if said is None or self._clock.now() >= said.until:
            robots, closed = self._of(address)
            said = _Said(robots, closed, self._clock.now() + _HELD)
            self._remember(address.site, said)
        if said.closed is not None:
            closed = said.closed
            raise FetchError(str(address), closed.met, closed.wanted, closed.reason)
        if rule := said.robots.refusal(address.target):
            met = f"its robots.txt refuses that (`{rule.printed[:80]}`)"
            raise FetchError(str(address), met, "ask those who run the site", "robots")
        if said.robots.pause > self._limits.patience:
            wants = "endless" if said.robots.pause == inf else f"{said.robots.pause:g}"
            met = f"its robots.txt wants {wants} seconds between two requests"
            wanted = f"fetch it by hand; at most {self._limits.patience:g} are waited"
            raise FetchError(str(address), met, wanted, "robots")

    def _remember(self, site: str, said: _Said) -> None:
        """Hold what a site said; where all of it takes too much room, forget who was asked first.

        A feed may name thousands of sites, each with as many rules as there is room for in one.
        """
        self._said.pop(site, None)
        self._said[site] = said
        rules = sum(len(one.robots.rules) for one in self._said.values())
        for other in list(self._said):
            if rules <= _RULES or other == site:
                break
            rules -= len(self._said.pop(other).robots.rules)

    def _of(self, address: Address) -> tuple[Robots, FetchError | None]:
        """Give what a robots.txt says, or why all is closed.

        By RFC 9309: where there is none (4xx), or where it leads on and on, all is open; where the
        site cannot tell for now (5xx or above, and by us 429 too; no answer), all is closed.
        """
        limits = replace(self._limits, size=min(_LARGEST, self._limits.size))
        at = address.joined("/robots.txt")
        try:
            for _ in range(_FOLLOWED + 1):
                answer = self._ask(at, limits)
                if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise failure(at, answer.status)
                if answer.status not in REDIRECTS:
                    found = answer.status == HTTPStatus.OK
                    return robots_of(answer.body) if found else Robots(), None
                at = led(answer)
        except FetchError as error:
            if error.reason in _PASSED_ON:
                return Robots(), error
            met = f"its robots.txt cannot be had ({error.met}), so that nothing may be fetched"
            return Robots(), FetchError(address.site, met, "ask again later", "robots")
        return Robots(), None
