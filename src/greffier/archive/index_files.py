"""The files of a search index, each held against the sum that tantivy ended it with.

A file of a segment is its body, then a JSON object with the CRC-32 of the body, then the length of
that object and a number that marks it, each in four bytes. `meta.json` names the segments and has
no sum: its digest stands in the mark of the index.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

META = "meta.json"
_PARTS = ("fast", "fieldnorm", "idx", "pos", "store", "term")
_END = struct.Struct("<II")  # the length of the object, and the mark
_MARK = 1337
_CHUNK = 1 << 20


class _Sum(msgspec.Struct):
    crc: int


class _Deletes(msgspec.Struct):
    opstamp: int


class _Segment(msgspec.Struct):
    segment_id: str
    deletes: _Deletes | None = None


class _Meta(msgspec.Struct):
    segments: tuple[_Segment, ...]


_sum = msgspec.json.Decoder(_Sum).decode
_meta = msgspec.json.Decoder(_Meta).decode


def digest_of_meta(folder: Path) -> str:
    """Give the digest of what names the segments; empty where it cannot be read."""
    try:
        return hashlib.sha256((folder / META).read_bytes()).hexdigest()
    except OSError:
        return ""


def file_faults(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the name of each file of an index that is damaged, and what is wrong with it.

    Nobody may write to the index meanwhile.
    """
    try:
        meta = _meta((folder / META).read_bytes())
    except (OSError, ValueError) as error:
        yield META, f"it cannot be read ({error})"
        return
    for segment in meta.segments:
        for name in _files(segment):
            met = _fault(folder / name)
            if met is not None:
                yield name, met


def _files(segment: _Segment) -> Iterator[str]:
    key = segment.segment_id.replace("-", "")
    yield from (f"{key}.{part}" for part in _PARTS)
    if segment.deletes is not None:
        yield f"{key}.{segment.deletes.opstamp}.del"


def _fault(path: Path) -> str | None:
    """Say what is wrong with a file of a segment; None where it is as it was written."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            file.seek(max(size - _END.size, 0))
            length, mark = _END.unpack(file.read(_END.size))
            body = size - _END.size - length
            if mark != _MARK or body < 0:
                return "its end is damaged or cut off"
            file.seek(body)
            wanted = _sum(file.read(length)).crc
            file.seek(0)
            found = 0
            while body and (chunk := file.read(min(body, _CHUNK))):
                found = zlib.crc32(chunk, found)
                body -= len(chunk)
    except (OSError, ValueError, struct.error) as error:
        return f"it cannot be read ({error})"
    return None if found == wanted else "its bytes have changed since it was written"
