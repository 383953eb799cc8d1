"""Real records as the reader reads them, each read once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from greffier import jobs, wiring

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.model import Reading


@cache
def read(path: Path) -> Reading:
    """Read the record of a file."""
    (result,) = wiring.executor().run(jobs.units([path]))
    assert not isinstance(result, jobs.Failed), result
    return result.reading
