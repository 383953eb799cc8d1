"""Whether what was fetched is still there as it came: every record by its digest."""

from __future__ import annotations

import zlib
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from greffier.errors import ArchiveError
from greffier.fetching.answers import REDIRECTS
from greffier.fetching.keeping import LIST, ends, is_file, told_in
from greffier.fetching.limits import MEGABYTE
from greffier.fetching.warc import digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_PIECE: Final = 64 * 1024
_STATUS: Final = 20  # bytes at the beginning of an answer, in which its status stands
_LARGEST: Final = 80 * MEGABYTE  # of a record; an answer has 64 and its headers
_ADVICE: Final = "restore it from a copy, or fetch it anew with `--again`; the archive has its own"
_UNKNOWN: Final = (
    "restore the list from a copy, or take the file out of the folder; the archive has its own"
)


def faults(folder: Path) -> Iterator[ArchiveError]:
    """Yield what is wrong with what was fetched, each with its place and what to do about it.

    What the witnesses of the archive were read from is in the archive itself: a fault here takes
    the headers and the proof of fetching, and no witness.

    Args:
        folder: where it was fetched to; others may go on fetching.
    """
    try:
        # In this order: a file is in the list before it is made.
        there = sorted(file.name for file in folder.iterdir() if is_file(file.name))
        told, _ = told_in(folder)
    except ArchiveError as error:
        yield error
        return
    except OSError as error:
        yield ArchiveError(str(folder / LIST), (error.strerror or str(error)).lower(), _ADVICE)
        return
    known = ends(told)
    for name in there:
        if name not in known:
            yield ArchiveError(str(folder / name), "the list does not tell of it", _UNKNOWN)
            yield from _checked(folder / name, None, [])
    of_file: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in told:
        of_file[one["file"]].append(one)
    for name, end in known.items():
        if end or name in there:  # else it was only begun, when the run was killed
            yield from _checked(folder / name, end, of_file[name])


def _checked(file: Path, end: int | None, told: list[dict[str, Any]]) -> Iterator[ArchiveError]:
    """Check a file as far as the list tells of it, or whole."""
    try:
        yield from _of_file(file, file.stat().st_size if end is None else end, told)
    except OSError as error:
        yield ArchiveError(str(file), (error.strerror or str(error)).lower(), _ADVICE)


def _of_file(file: Path, end: int, told: list[dict[str, Any]]) -> Iterator[ArchiveError]:
    """Check the records of a file one after the other, and that the list tells of each page."""
    at, brought = 0, None
    pages, written = {one["start"] for one in told if "asked" in one}, {one["end"] for one in told}
    with file.open("rb") as opened:
        while at < end:
            record = _record(opened, at)
            if record.fault is not None:
                yield ArchiveError(f"{file} at byte {at}", record.fault, _ADVICE)
            pages.discard(at)
            if not record.length:
                return  # where the next one begins cannot be known
            if record.brings and told:
                if brought is not None:  # two in what was written at once
                    met = "the list does not tell of this page"
                    yield ArchiveError(f"{file} at byte {brought}", met, _UNKNOWN)
                brought = at
            at += record.length
            brought = None if at in written else brought
    for start in sorted(pages):
        met = "the list tells of a page where no record begins"
        yield ArchiveError(f"{file} at byte {start}", met, _ADVICE)


class _Record(NamedTuple):
    """How many bytes a record has, 0 where that cannot be known, and what is wrong with it.

    It `brings` something where it is an answer that leads nowhere else: the last of those that are
    written at once, and no other.
    """

    length: int
    fault: str | None
    brings: bool = False


def _record(opened: BinaryIO, at: int) -> _Record:
    try:
        length, data = _unpacked(opened, at)
    except (ValueError, zlib.error) as error:
        return _Record(0, f"a damaged record ({error})")
    head, _, rest = data.partition(b"\r\n\r\n")
    fields = _fields(head)
    block = rest.removesuffix(b"\r\n\r\n")
    if fields.get("warc-block-digest") != digest(block):
        return _Record(length, "a record whose bytes have another digest than when it was kept")
    status = block[:_STATUS].partition(b" ")[2][:3]
    leads = status.isdigit() and int(status) in REDIRECTS
    return _Record(length, None, brings=fields.get("warc-type") == "response" and not leads)


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
