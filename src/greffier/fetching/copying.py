"""A copy of what was fetched, while others go on fetching."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

from greffier.errors import ArchiveError, UsageError
from greffier.fetching.keeping import LIST, ends, told_in

_PIECE: Final = 1 << 20


def is_kept(folder: Path) -> bool:
    """Say whether anything that was fetched is in a folder."""
    return (folder / LIST).is_file()


def copy_kept(folder: Path, to: Path) -> None:
    """Copy what was fetched, as far as the list tells of it at this moment.

    The list is read first, and nothing that it tells of is ever changed: so what the copy of the
    list tells of is in the copy, and whole. The copy comes under its name when it is on the disk.

    Args:
        folder: where it was fetched to.
        to: where nothing may be yet.

    Raises:
        UsageError: something is there.
        ArchiveError: it cannot be read or written, or the list is damaged.
    """
    if os.path.lexists(to):
        raise UsageError(str(to), "something is there already", "name a file that is not there")
    try:
        told, whole = told_in(folder)
        # Of a name that nobody can have: what is deleted in the end is what was made here.
        with tempfile.TemporaryDirectory(
            dir=to.parent, prefix=".greffier-", suffix=".part"
        ) as made:
            part = Path(made) / "whole"
            part.mkdir()
            for name, end in ends(told).items():
                _copy(folder / name, part / name, end)
            _copy(folder / LIST, part / LIST, whole)
            part.rename(to)
    except OSError as error:
        met = (error.strerror or str(error)).lower()
        raise ArchiveError(str(to), met, "make room there, or name another place") from error


def is_copied(folder: Path, to: Path) -> bool:
    """Say whether a folder is a copy of what was fetched into another, as far as its list tells.

    Raises:
        ArchiveError: either cannot be read, or its list is damaged.
    """
    try:
        (told, _), (there, _) = told_in(folder), told_in(to)
        return told == there and all(
            (to / name).is_file() and (to / name).stat().st_size == end
            for name, end in ends(told).items()
        )
    except OSError as error:
        raise ArchiveError(str(to), (error.strerror or str(error)).lower(), "look at it") from error


def _copy(source: Path, to: Path, length: int) -> None:
    """Copy the beginning of a file, and see it on the disk."""
    with source.open("rb") as file, to.open("wb") as out:
        while length and (piece := file.read(min(_PIECE, length))):
            out.write(piece)
            length -= len(piece)
        out.flush()
        os.fsync(out.fileno())
