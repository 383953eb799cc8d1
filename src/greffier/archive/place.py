"""The folder of an archive: what is in it, and whether one can be made there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from greffier.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "archive.db"
FETCHED: Final = "fetched"  # a folder: what was fetched from the web, as it came


def prepare(folder: Path, *, create: bool) -> bool:
    """See that there is a folder to work in; say whether it was made for this."""
    if folder.exists() and not folder.is_dir():
        raise _a_file(folder)
    path = folder / NAME
    if path.exists() and not is_empty(path):
        return False
    if not create:
        raise UsageError(
            str(folder),
            "no archive is there",
            "make one with `greffier add SOURCE --archive FOLDER`, or name the right folder",
        )
    if folder.exists():
        _see_that_nothing_else_is_in(folder)
        return False
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise _unusable(folder, error) from error
    return True


def check(folder: Path) -> bool:
    """Say whether an archive is in a folder; where there is none, see that one can be made there.

    Raises:
        UsageError: the folder holds something else.
    """
    path = folder / NAME
    if path.exists() and not is_empty(path):
        return True
    if folder.is_dir():
        _see_that_nothing_else_is_in(folder)
    elif folder.exists():
        raise _a_file(folder)
    return False


def _see_that_nothing_else_is_in(folder: Path) -> None:
    """Raise UsageError where a folder holds the files of others.

    Beside the database an archive keeps an index that it deletes when it has to: they must not be
    in its way.
    """
    try:
        others = [entry.name for entry in folder.iterdir() if not entry.name.startswith(".")]
    except OSError as error:
        raise _unusable(folder, error) from error
    if any(name != FETCHED and not name.startswith(NAME) for name in others):
        raise UsageError(
            str(folder), "it holds other files and no archive", "name a new folder or an empty one"
        )


def _a_file(folder: Path) -> UsageError:
    return UsageError(str(folder), "a file", "an archive is a folder: name another")


def _unusable(folder: Path, error: OSError) -> UsageError:
    met = error.strerror or "the folder cannot be used"
    return UsageError(str(folder), met, "name another folder")


def is_empty(path: Path) -> bool:
    """Say whether this is what a creation leaves that was cut short: nothing at all."""
    return path.is_file() and path.stat().st_size == 0
