"""The one place that chooses: which store, and where work is done.

Whatever is heavy is imported where it is asked for, so that `greffier --version` waits for nothing.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.archive import Archive
    from greffier.jobs import Executor


@contextmanager
def archive_in(folder: Path, *, create: bool = False) -> Iterator[Archive]:
    """Open the archive in `folder` for the length of a `with` block.

    Raises:
        UsageError: there is none, and none was to be made.
        ArchiveError: what is there is no archive, or cannot be trusted.
    """
    from greffier.archive import open_archive  # noqa: PLC0415 - loads when it is needed

    with closing(open_archive(folder, create=create)) as archive:
        yield archive


def executor() -> Executor:
    """Give what does the reading."""
    from greffier.jobs import InThisProcess  # noqa: PLC0415 - loads the reader

    return InThisProcess()
