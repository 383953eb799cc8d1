"""A copy of an archive while others read and write it, and an archive made of such a copy."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from greffier.archive.database import FILE, told
from greffier.archive.migrations import APPLICATION
from greffier.errors import ArchiveError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

_PART = ".part"  # of a name, while the file under it is not whole
_CHUNK = 1 << 20


def back_up(folder: Path, to: Path) -> str:
    """Copy the database of an archive as it is at one moment, whatever others write meanwhile.

    Everything that matters is in it; the search index is made anew from it. The copy comes under
    its name when it is whole and on the disk, and is then a file that `restore` takes.

    Args:
        folder: the archive.
        to: a file that is not there yet.

    Returns:
        The SHA-256 of the copy's bytes, as 64 hexadecimal digits.

    Raises:
        UsageError: there is no archive, or something is there under the name of the copy.
        ArchiveError: the archive cannot be read, or the copy not be written.
    """
    if not (folder / FILE).is_file():
        raise UsageError(str(folder), "no archive is there", "name the folder of an archive")
    if to.exists():
        raise UsageError(str(to), "something is there already", "name a file that is not there")
    part = to.with_name(to.name + _PART)
    try:
        with told(folder):
            _copy(folder / FILE, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        part.rename(to)
    except OSError as error:
        raise _unwritable(to, error) from error
    finally:
        part.unlink(missing_ok=True)
    return digest


def restore(copy: Path, folder: Path) -> None:
    """Make an archive of a copy; open it and `verify` it before you trust it.

    Args:
        copy: a file that `back_up` made.
        folder: where there is no archive yet.

    Raises:
        UsageError: there is no such copy, or an archive is there already.
        ArchiveError: the copy cannot be read, or the archive not be written.
    """
    if not copy.is_file():
        raise UsageError(str(copy), "no file is there", "name a file that `greffier backup` made")
    _see_that_it_is_ours(copy)
    if (folder / FILE).exists():
        raise UsageError(str(folder), "an archive is there already", "name a new folder")
    part = folder / (FILE + _PART)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with copy.open("rb") as source, part.open("wb") as file:
            shutil.copyfileobj(source, file, _CHUNK)
            file.flush()
            os.fsync(file.fileno())
        part.rename(folder / FILE)
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        part.unlink(missing_ok=True)


def _copy(database: Path, to: Path) -> None:
    """Copy a database in one read transaction: writers go on, and none of theirs comes in."""
    with closing(_opened(database, "rw")) as source, closing(sqlite3.connect(to)) as made:
        source.backup(made)
        # One file and nothing beside it, until it is opened as an archive again.
        made.execute("PRAGMA journal_mode = DELETE")


def _see_that_it_is_ours(copy: Path) -> None:
    with told(copy), closing(_opened(copy, "ro")) as found:
        application = found.execute("PRAGMA application_id").fetchone()
    if application != (APPLICATION,):
        wanted = "name a file that `greffier backup` made"
        raise ArchiveError(str(copy), "a database of another program", wanted)


def _opened(database: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode={mode}", uri=True)


def _unwritable(place: Path, error: OSError) -> ArchiveError:
    return ArchiveError(
        str(place), error.strerror or str(error), "make room there, or name another place"
    )
