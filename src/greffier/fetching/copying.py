"""A copy of what was fetched, while others go on fetching."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Final

from greffier.errors import ArchiveError, UsageError
from greffier.fetching.keeping import LIST, ends, told_in

if TYPE_CHECKING:
    from pathlib import Path

_PART: Final = ".part"  # of a name, while the folder under it is not whole
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
    if to.exists():
        raise UsageError(str(to), "something is there already", "name a file that is not there")
    part = to.with_name(to.name + _PART)
    try:
        told, whole = told_in(folder)
        part.mkdir()
        for name, end in ends(told).items():
            _copy(folder / name, part / name, end)
        _copy(folder / LIST, part / LIST, whole)
        part.rename(to)
    except OSError as error:
        met = (error.strerror or str(error)).lower()
        raise ArchiveError(str(to), met, "make room there, or name another place") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _copy(source: Path, to: Path, length: int) -> None:
    """Copy the beginning of a file, and see it on the disk."""
    with source.open("rb") as file, to.open("wb") as out:
        while length and (piece := file.read(min(_PIECE, length))):
            out.write(piece)
            length -= len(piece)
        out.flush()
        os.fsync(out.fileno())
