"""Work done here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.jobs.units import done

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.jobs.units import Done, Failed, Unit


class InThisProcess:
    """Does one unit after another in this process, when the next one is asked for."""

    def run(self, work: Iterable[Unit]) -> Iterator[Done | Failed]:
        """Yield what became of each unit, in the order given."""
        return map(done, work)
