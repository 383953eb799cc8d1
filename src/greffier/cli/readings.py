"""The readings of files, one after another, with the progress and the complaints beside them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from greffier import jobs, wiring
from greffier.cli.progress import ProgressLine
from greffier.cli.words import complain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from greffier.errors import GreffierError
    from greffier.model import Reading
    from greffier.sources import Item


class Readings:
    """Gives the reading of each file that has one, and says at once which have none.

    Args:
        items: what is read, when it is asked for.
    """

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self.failures: list[GreffierError] = []

    def __iter__(self) -> Iterator[Reading]:
        # What is printed on a terminal is progress enough.
        visible = sys.stderr.isatty() and not sys.stdout.isatty()
        results = wiring.executor().run(jobs.units(self._items))
        with ProgressLine(visible=visible) as line:
            for done, result in enumerate(results, start=1):
                line.tell(done, len(self._items), result.unit.item.name)
                if isinstance(result, jobs.Failed):
                    line.clear()
                    complain(result.error)
                    self.failures.append(result.error)
                else:
                    yield result.reading
