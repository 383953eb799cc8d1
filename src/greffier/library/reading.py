"""Records to readings, with nothing kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from greffier import jobs, sources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from greffier.model import Reading


def read(path: str | PathLike[str]) -> Reading:
    """Read one record: all that its text says of the meeting, with the words that say it.

    Args:
        path: a file of any form that `greffier read` takes.

    Raises:
        UsageError: the file is not there.
        WitnessError: it cannot become a witness.
    """
    _, found = jobs.read_item(Path(path))
    return found


def read_all(*paths: str | PathLike[str]) -> Iterator[Reading]:
    """Yield the reading of every record under some files and folders, one at a time.

    Raises:
        UsageError: a path does not exist; raised before anything is read.
        DataError: a folder without records.
        WitnessError: one of the files cannot become a witness.
    """
    for item in list(sources.find(map(Path, paths))):
        yield jobs.read_item(item)[1]
