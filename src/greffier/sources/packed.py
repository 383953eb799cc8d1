"""ZIP archives of records: what is in them, and one member at a time."""

from __future__ import annotations

import io
import lzma
import threading
import zipfile
import zlib
from typing import TYPE_CHECKING

from greffier.errors import DataError, WitnessError
from greffier.sources.items import named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIXES = (".zip",)
_last = threading.local()  # the archive that a thread asked last, and the file as it was
_LONGEST_LIST = 24 << 20  # bytes, of 200,000 members or more; in memory it is forty times as long
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    NotImplementedError,
    ValueError,
)


def members(path: Path) -> Iterator[str]:
    """Yield the names of the files in a ZIP archive, in order, each once.

    Raises:
        DataError: it is damaged, or holds more than can be listed.
    """
    try:
        with _file(path) as file, zipfile.ZipFile(file) as archive:
            names = sorted(
                {one.filename for one in archive.infolist() if not one.filename.endswith("/")}
            )
    except _DAMAGE as error:
        raise DataError(named(path), f"a damaged ZIP archive ({error})", "pack it anew") from error
    yield from names


def member(path: Path, inside: str, *, place: str, most: int) -> bytes:
    """Give the bytes of a member, and of a larger one no more than shows that it is too large.

    Args:
        path: the archive.
        inside: the name of the member.
        place: what to call it in an error.
        most: bytes to unpack. What the archive says of its size is not believed.

    Raises:
        WitnessError: it cannot be unpacked.
    """
    try:
        with _opened(path).open(inside) as file:
            return file.read(most + 1)
    except RuntimeError as error:  # a password, which the library has no error of its own for
        raise WitnessError(place, "it is locked by a password", "unpack it yourself") from error
    except (KeyError, *_DAMAGE) as error:
        raise WitnessError(place, f"it cannot be unpacked ({error})", "pack it anew") from error


class _File(io.BufferedReader):
    """A file of which no more is read at once than a list of members may be long.

    The library reads the list as a whole, and says what is in it only when it has it all.
    """

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _LONGEST_LIST:
            raise ValueError(
                f"a list of its files of {size >> 20} MB, which is too long: divide it"
            )
        return super().read(size)


def _file(path: Path) -> _File:
    return _File(io.FileIO(path))


def _opened(path: Path) -> zipfile.ZipFile:
    """Give an archive whose list is read: members are asked for one after another.

    To read the list anew for each would take longer the more there are. The one that was asked for
    last stays open, in each thread its own, as long as the file does not change.
    """
    now = path.stat()
    state = (path, now.st_mtime_ns, now.st_size, now.st_ino)
    if getattr(_last, "state", None) != state:
        for before in (getattr(_last, "archive", None), getattr(_last, "file", None)):
            if before is not None:
                before.close()
        _last.state, _last.archive = None, None
        _last.file = _file(path)
        _last.archive = zipfile.ZipFile(_last.file)
        _last.state = state
    archive: zipfile.ZipFile = _last.archive
    return archive
