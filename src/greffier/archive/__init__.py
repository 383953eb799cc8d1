"""The store: what is kept, found and read back. Heavy libraries load when an archive is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.archive.identity import person_id
from greffier.archive.protocol import Archive
from greffier.archive.stored import (
    Added,
    Appearance,
    Counts,
    Fault,
    Hit,
    Hits,
    ListedPerson,
    Outcome,
    Question,
    Spelling,
    StoredChairmanship,
    StoredParticipant,
    StoredPerson,
    StoredRecord,
    StoredSession,
    StoredTelling,
    StoredWitness,
    Tie,
)

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "Added",
    "Appearance",
    "Archive",
    "Counts",
    "Fault",
    "Hit",
    "Hits",
    "ListedPerson",
    "Outcome",
    "Question",
    "Spelling",
    "StoredChairmanship",
    "StoredParticipant",
    "StoredPerson",
    "StoredRecord",
    "StoredSession",
    "StoredTelling",
    "StoredWitness",
    "Tie",
    "open_archive",
    "person_id",
]


def open_archive(folder: Path, *, create: bool = False, busy: float | None = None) -> Archive:
    """Open the archive in `folder`; close it after use.

    Args:
        folder: the archive.
        create: make an archive there if there is none.
        busy: seconds to wait for another process that writes; a few unless said.

    Raises:
        UsageError: there is no archive there, or none can be made.
        ArchiveError: what is there is no archive of this program, or cannot be trusted.
    """
    from greffier.archive.store import SqliteArchive  # noqa: PLC0415 - SQLAlchemy takes 0.3 s

    waits = {} if busy is None else {"busy": busy}
    return SqliteArchive.open(folder, create=create, **waits)
