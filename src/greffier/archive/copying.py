"""A copy of an archive while others read and write it, and an archive made of such a copy."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from greffier.archive.database import FILE, told
from greffier.archive.migrations import APPLICATION
from greffier.archive.place import check
from greffier.errors import ArchiveError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CHUNK = 1 << 20
# What SQLite keeps beside a database, and takes for a part of the one that it finds there.
_BESIDE = ("-wal", "-shm", "-journal")


def back_up(folder: Path, to: Path, *, before: Callable[[], object] | None = None) -> str:
    """Copy the database of an archive as it is at one moment, whatever others write meanwhile.

    Everything that matters is in it; the search index is made anew from it. The copy comes under
    its name when it is whole and on the disk, and is then a file that `restore` takes.

    Args:
        folder: the archive.
        to: a file that is not there yet.
        before: done when the copy is whole, before it comes under its name: what it raises leaves
            none.

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
    try:
        with _beside(to) as part:
            with told(folder):
                _copy(folder / FILE, part)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            if before is not None:
                before()
            _put(part, to)
    except OSError as error:
        raise _unwritable(to, error) from error
    return digest


def restore(copy: Path, folder: Path, *, before: Callable[[], object] | None = None) -> None:
    """Make an archive of a copy; open it and `verify` it before you trust it.

    Args:
        copy: a file that `back_up` made.
        folder: where there is no archive yet, nor anything of others.
        before: done when the folder is there, before an archive is in it: what it raises leaves
            none.

    Raises:
        UsageError: there is no such copy, or an archive or something else is there already.
        ArchiveError: the copy cannot be read, or the archive not be written.
    """
    if not copy.is_file():
        raise UsageError(str(copy), "no file is there", "name a file that `greffier backup` made")
    _see_that_it_is_ours(copy)
    _see_that_there_is_room(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _beside(folder / FILE) as part:
            with copy.open("rb") as source, part.open("wb") as file:
                shutil.copyfileobj(source, file, _CHUNK)
                file.flush()
                os.fsync(file.fileno())
            if before is not None:
                before()
            _put(part, folder / FILE)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _see_that_there_is_room(folder: Path) -> None:
    """Refuse a folder where an archive is, or what would be deleted for one or be taken into it."""
    if check(folder) or (folder / FILE).exists():
        raise UsageError(str(folder), "an archive is there already", "name a new folder")
    for end in _BESIDE:
        left = folder / f"{FILE}{end}"
        if os.path.lexists(left):
            met = "a part of another database, which would be taken into this one"
            raise UsageError(
                str(left), met, "move it away with what it is of, or name a new folder"
            )


@contextmanager
def _beside(to: Path) -> Iterator[Path]:
    """Give a new file in the folder of another, gone in the end; nobody else has one of its name.

    A file of a name that can be foreseen may be there, somebody's own or a link to it.
    """
    number, name = tempfile.mkstemp(dir=to.parent, prefix=".greffier-", suffix=".part")
    os.close(number)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _put(part: Path, to: Path) -> None:
    """Give a whole file its name; never in the place of another, also of one that came just now.

    Raises:
        UsageError: something is there.
    """
    part.chmod(0o666 & ~_mask())
    try:
        os.link(part, to)
    except FileExistsError as error:
        advice = "name what is not there"
        raise UsageError(str(to), "something is there already", advice) from error
    except OSError:  # a file system without links
        if to.exists():
            raise
        part.rename(to)


def _mask() -> int:
    """Give the permissions that files are made without here: a scratch file is its owner's only."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


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
