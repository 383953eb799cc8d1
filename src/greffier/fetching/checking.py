"""Whether what was fetched is still there as it came: every record by its digest."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from greffier.errors import ArchiveError
from greffier.fetching.keeping import ends, told_in
from greffier.fetching.limits import MEGABYTE
from greffier.fetching.warc import digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_PIECE: Final = 64 * 1024
_LARGEST: Final = 80 * MEGABYTE  # of a record; an answer has 64 and its headers
_ADVICE: Final = "restore it from a copy, or fetch it anew with `--again`; the archive has its own"


def faults(folder: Path) -> Iterator[ArchiveError]:
    """Yield what is wrong with what was fetched, each with its place and what to do about it.

    What the witnesses of the archive were read from is in the archive itself: a fault here takes
    the headers and the proof of fetching, and no witness.

    Args:
        folder: where it was fetched to; others may go on fetching.
    """
    try:
        told, _ = told_in(folder)
    except ArchiveError as error:
        yield error
        return
    for name, end in ends(told).items():
        pages = {one["start"] for one in told if one["file"] == name and "asked" in one}
        try:
            yield from _of_file(folder / name, end, pages)
        except OSError as error:
            met = (error.strerror or str(error)).lower()
            yield ArchiveError(str(folder / name), met, _ADVICE)


def _of_file(file: Path, end: int, pages: set[int]) -> Iterator[ArchiveError]:
    """Check the records of a file one after the other, as far as the list tells of it."""
    at = 0
    with file.open("rb") as opened:
        while at < end:
            length, fault = _record(opened, at)
            if fault is not None:
                yield ArchiveError(f"{file} at byte {at}", fault, _ADVICE)
            pages.discard(at)
            if not length:
                return  # where the next one begins cannot be known
            at += length
    for start in sorted(pages):
        met = "the list tells of a page where no record begins"
        yield ArchiveError(f"{file} at byte {start}", met, _ADVICE)


def _record(opened: BinaryIO, at: int) -> tuple[int, str | None]:
    """Give how many bytes a record has, 0 where that cannot be known; and what is wrong with it."""
    try:
        length, data = _unpacked(opened, at)
    except (ValueError, zlib.error) as error:
        return 0, f"a damaged record ({error})"
    head, _, rest = data.partition(b"\r\n\r\n")
    fields = _fields(head)
    block = rest.removesuffix(b"\r\n\r\n")
    if fields.get("warc-block-digest") != digest(block):
        return length, "a record whose bytes have another digest than when it was kept"
    return length, None


def _unpacked(opened: BinaryIO, at: int) -> tuple[int, bytes]:
    """Unpack the record that begins at a byte; give how many bytes it has there, and it."""
    machine, data, read = zlib.decompressobj(16 + zlib.MAX_WBITS), bytearray(), 0
    opened.seek(at)
    while not machine.eof:
        piece = opened.read(_PIECE)
        if not piece:
            raise ValueError("it is cut off")
        read += len(piece)
        data += machine.decompress(piece, _LARGEST - len(data) + 1)
        if len(data) > _LARGEST:
            raise ValueError("it is longer than any that is kept")
    return read - len(machine.unused_data), bytes(data)


def _fields(head: bytes) -> dict[str, str]:
    lines = (line.partition(b":") for line in head.split(b"\r\n")[1:])
    return {
        name.decode("latin-1").lower(): value.strip().decode("latin-1") for name, _, value in lines
    }
