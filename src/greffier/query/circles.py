"""Things that hang together, told from pairs of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable

T = TypeVar("T", bound="Hashable")


class Circles(Generic[T]):
    """Sets that grow together: whoever is joined to one of a circle is of it."""

    def __init__(self) -> None:
        self._above: dict[T, T] = {}

    def of(self, one: T) -> T:
        """Give who stands for the circle that something is of; itself until it is joined."""
        top = one
        while (above := self._above.get(top, top)) != top:
            top = above
        while (above := self._above.get(one, one)) != top:
            self._above[one], one = top, above
        return top

    def join(self, *some: T) -> None:
        """Make one circle of the circles of all these."""
        if some:
            top = self.of(some[0])
            for one in some[1:]:
                self._above[self.of(one)] = top
