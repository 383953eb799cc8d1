"""Copies of an archive with what was fetched for it: each is there only when both are whole."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from greffier.archive import copying
from greffier.archive.place import FETCHED
from greffier.errors import UsageError
from greffier.fetching.copying import copy_kept, is_copied, is_kept

if TYPE_CHECKING:
    from pathlib import Path


def back_up(folder: Path, to: Path) -> tuple[str, Path | None]:
    """Copy an archive into a file and what was fetched into a folder beside it, with `.fetched`.

    The folder comes first: where the file is, both are whole.

    Args:
        folder: the archive.
        to: a file that is not there yet.

    Returns:
        The SHA-256 of the file, and the folder; None where nothing was fetched.

    Raises:
        UsageError: there is no archive, or something is there under either name.
        ArchiveError: the archive cannot be read, or the copy not be written.
    """
    if not to.name:
        raise UsageError(str(to), "a folder", "name a file that is not there")
    fetched = beside(to)
    if os.path.lexists(fetched) and not os.path.lexists(to):
        met = f"it is there already without {to.name}, as a copy leaves it that was broken off"
        raise UsageError(str(fetched), met, "delete it if it is one, or name another file")
    if os.path.lexists(fetched):
        raise UsageError(str(fetched), "something is there already", "name another file")
    # After the database: what that names has been fetched before.
    digest = copying.back_up(folder, to, before=lambda: _copy(folder / FETCHED, fetched))
    return digest, fetched if is_kept(fetched) else None


def restore(copy: Path, folder: Path) -> Path | None:
    """Make an archive of a copy, with what was fetched, which comes first.

    What a run that was broken off has put there already is used.

    Args:
        copy: a file that `back_up` made.
        folder: where there is no archive yet.

    Returns:
        The folder of what was fetched; None where nothing lies beside the copy.

    Raises:
        UsageError: there is no such copy, or something is in the folder already.
        ArchiveError: the copy cannot be read, or the archive not be written.
    """
    to = folder / FETCHED
    copying.restore(copy, folder, before=lambda: _put_back(beside(copy), to))
    return to if is_kept(to) else None


def beside(copy: Path) -> Path:
    """Give where what was fetched lies beside a copy."""
    return copy.with_name(copy.name + ".fetched")


def _copy(fetched: Path, to: Path) -> None:
    if is_kept(fetched):
        copy_kept(fetched, to)


def _put_back(fetched: Path, to: Path) -> None:
    if not os.path.lexists(to):
        _copy(fetched, to)
    elif not (is_kept(fetched) and is_kept(to) and is_copied(fetched, to)):
        met = "it is there already, and is not what was fetched for the copy"
        raise UsageError(str(to), met, "move it away, or name a new folder")
