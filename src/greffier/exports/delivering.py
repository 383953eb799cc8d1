"""Where an export goes: a stream, a file, a folder or a ZIP file, never held in memory whole."""

from __future__ import annotations

import os
import tempfile
import zipfile
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from greffier.errors import UsageError
from greffier.exports.registry import Each, Several, Together

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from greffier.exports.registry import Format
    from greffier.exports.taking import Taken

_CHUNK: Final = 1 << 16
_TABLES: Final = frozenset({".csv", ".parquet"})  # endings that no folder of tables has
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the same records give the same ZIP file


def is_many(format_: Format) -> bool:
    """Say whether more than one record makes more than one file."""
    return isinstance(format_.writer, Each | Several)


def deliver(format_: Format, taken: Iterable[Taken], to: Path) -> None:
    """Write an export to a place, which says by its name what it is.

    Args:
        format_: one that takes records.
        taken: they.
        to: a file, for what is one stream, and for the one record of documents where it has their
            ending; a file `.zip`; else a folder, made if there is none.

    Raises:
        UsageError: a document's name for more than one record, or a table's for several.
    """
    writer = format_.writer
    if isinstance(writer, Together):
        into_file(writer.write(taken), to)
    elif to.suffix.lower() == ".zip":
        into_file(zipped(format_, taken), to)
    elif isinstance(writer, Each) and to.suffix == PurePath(f"_{format_.ending}").suffix:
        into_file(writer.write(only(taken, str(to))), to)
    elif to.suffix in _TABLES and not to.is_dir():
        advice = "name a folder or a .zip file for them"
        raise UsageError(str(to), f"one file for the several of `{format_.name}`", advice)
    else:
        into_folder(format_, taken, to)


def zipped(format_: Format, taken: Iterable[Taken]) -> Generator[bytes, None, None]:
    """Yield a ZIP file with all files of an export, for a format that `is_many`."""
    pipe = _Pipe()
    with zipfile.ZipFile(cast("BinaryIO", pipe), "w", zipfile.ZIP_DEFLATED) as packed:
        if isinstance(format_.writer, Each):
            for one in taken:
                with packed.open(_entry(one.name + format_.ending), "w", force_zip64=True) as file:
                    for chunk in format_.writer.write(one):
                        file.write(chunk)
                        yield from pipe.taken()
                yield from pipe.taken()
        elif isinstance(format_.writer, Several):
            with tempfile.TemporaryDirectory(prefix="greffier-export-") as scratch:
                into_folder(format_, taken, Path(scratch))
                for path in sorted(Path(scratch).iterdir()):
                    yield from _packed(packed, path, pipe)
    yield from pipe.taken()


def into_folder(format_: Format, taken: Iterable[Taken], folder: Path) -> int:
    """Write every file of an export into a folder, made if there is none; give how many records.

    Files that are there already are replaced, each when the new one is whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    counted = _Counted(taken)
    if isinstance(format_.writer, Each):
        for one in counted:
            into_file(format_.writer.write(one), folder / (one.name + format_.ending))
    elif isinstance(format_.writer, Several):
        with ExitStack() as open_files:
            format_.writer.write(
                counted, lambda name: open_files.enter_context(_replacing(folder / _plain(name)))
            )
    return counted.number


def into_file(chunks: Iterable[bytes], path: Path) -> None:
    """Write a stream to a file, which is there only when it is whole."""
    with _replacing(path) as file:
        file.writelines(chunks)


def only(taken: Iterable[Taken], place: str) -> Taken:
    """Give the one record of an export that makes one document.

    Raises:
        UsageError: there is none, or more than one; `place` names what is exported.
    """
    first = list(islice(taken, 2))
    if len(first) != 1:
        met = "no record" if not first else "more than one record"
        raise UsageError(
            place, met, "a document has one: name it, or a folder or .zip file to fill"
        )
    return first[0]


class _Counted:
    """Counts what goes through it."""

    def __init__(self, taken: Iterable[Taken]) -> None:
        self._taken = taken
        self.number = 0

    def __iter__(self) -> Iterator[Taken]:
        for one in self._taken:
            self.number += 1
            yield one


class _Pipe:
    """What a ZIP file is written into and read from again, piece by piece; it cannot seek."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._chunks.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: what was written can be taken at once."""

    def taken(self) -> Iterator[bytes]:
        """Yield what was written since the last time."""
        chunks, self._chunks = self._chunks, []
        if chunks:
            yield b"".join(chunks)


def _packed(packed: zipfile.ZipFile, path: Path, pipe: _Pipe) -> Iterator[bytes]:
    with path.open("rb") as source, packed.open(_entry(path.name), "w", force_zip64=True) as file:
        while chunk := source.read(_CHUNK):
            file.write(chunk)
            yield from pipe.taken()
    yield from pipe.taken()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(_plain(name), _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _plain(name: str) -> str:
    """Give the name of a file in the export's own folder, whatever a record is called."""
    return PurePath(name).name


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of `path` when it is whole, and is gone if it never is."""
    if not path.parent.is_dir():
        raise UsageError(str(path.parent), "no folder is there", "make it, or name another place")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
