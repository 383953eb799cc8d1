"""Files and folders: which files are records, and what a file is received as."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from greffier.errors import DataError, GreffierError, UsageError, WitnessError
from greffier.model import Received, Witness, digest_of
from greffier.sources.forms import SUFFIXES, content
from greffier.sources.unread import refuse_suffix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from greffier.model import Hint

LARGEST = 64 * 1024 * 1024  # bytes; the longest published record we know of is under 4 MB
_PIECE = 1024 * 1024  # bytes read at a time

_ABOUT_THE_FOLDER = frozenset(
    {"readme", "license", "licence", "copying", "changelog", "contributing"}
)


def find(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files to read under `paths`, folders walked in order, each file once.

    A file that is named is always tried. In a folder, hidden files and folders are passed over,
    and so are files of a form that is not read and those that tell of the folder (`README.md`).

    Raises:
        UsageError: a path does not exist; known before the first file is given.
        DataError: a folder without records, or one that may not be read.
    """
    asked = list(dict.fromkeys(paths))
    for path in asked:
        _check(path)
    seen = set()
    for path in asked:
        for file in _walked(path) if path.is_dir() else (path,):
            if file not in seen:
                seen.add(file)
                yield file


def receive(path: Path) -> Received:
    """Read one file and give it as a witness, with the bytes that it came as.

    Raises:
        UsageError: the file is not there.
        WitnessError: it cannot become a witness: empty, too large, binary, of a form that is not
            read, or not to be opened.
    """
    name, suffix = named(path), path.suffix.lower()
    refuse_suffix(suffix, place=name)
    data = _bytes(path, name)
    made = content(data, suffix, place=name)
    witness = Witness(
        digest=digest_of(data),
        name=name,
        media_type=made.form.media_type,
        language="und",
        length=len(made.words),
        text=made.words,
        url=_address(made.form.hints),
        encoding=made.encoding,
        marks=made.form.marks,
        hints=made.form.hints,
    )
    return Received(witness=witness, data=data)


def _address(hints: tuple[Hint, ...]) -> str | None:
    """Give where the text was published, if it says so; an address of any other kind is none."""
    stated = (hint.value for hint in hints if hint.key == "url")
    return next((url for url in stated if url.startswith(("https://", "http://"))), None)


def named(path: Path) -> str:
    """Give a path as the user would name it, `/` between its parts, and always writable as UTF-8.

    A file name on disk may be any bytes; those that are no characters are shown as U+FFFD.
    """
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            data = b"".join(_pieces(file))
    except FileNotFoundError as error:
        raise UsageError(name, "no such file", "give a file or folder that exists") from error
    except OSError as error:
        raise WitnessError(name, _reason(error), "the file must be readable") from error
    if len(data) > LARGEST:
        raise WitnessError(
            name,
            f"more than {LARGEST // 1024**2} MB",
            "divide it; a record is a few megabytes at most",
        )
    return data


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    """Yield what a file holds, and no more than shows that it is too long.

    Room for the longest is not asked for at once: to get it takes longer than to read a record.
    """
    left = LARGEST + 1
    while left and (piece := file.read(min(left, _PIECE))):
        left -= len(piece)
        yield piece


def _check(path: Path) -> None:
    """Find out whether a path can be walked or read at all."""
    try:
        is_folder = path.is_dir()
        there = is_folder or path.exists()
    except (OSError, ValueError) as error:
        raise _unusable(path, error) from error
    if not there:
        raise UsageError(named(path), "no such file or folder", "give one that exists")
    if is_folder and next(_walked(path), None) is None:
        raise DataError(
            named(path),
            "a folder without records",
            f"records in a folder end in {', '.join(SUFFIXES)}",
        )


def _walked(folder: Path) -> Iterator[Path]:
    """Yield the records of a folder and of the folders in it, by name."""

    def refuse(error: OSError) -> None:
        raise DataError(
            named(Path(error.filename or folder)), _reason(error), "the folder must be readable"
        ) from error

    for top, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = Path(top, name)
            if _is_record(file) and file.is_file():
                yield file


def _is_record(file: Path) -> bool:
    return (
        not file.name.startswith(".")
        and file.suffix.lower() in SUFFIXES
        and file.name.lower().partition(".")[0] not in _ABOUT_THE_FOLDER
    )


def _unusable(path: Path, error: OSError | ValueError) -> GreffierError:
    met = _reason(error) if isinstance(error, OSError) else str(error)
    return UsageError(named(path), met, "give a file or folder that exists")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
