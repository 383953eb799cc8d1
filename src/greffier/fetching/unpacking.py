"""What was packed on its way, unpacked within a bound."""

from __future__ import annotations

import zlib
from typing import Final

GZIP: Final = b"\x1f\x8b"
_PIECE: Final = 16 * 1024
_MEMBERS: Final = 10_000  # pieces of gzip; whoever packs in many takes some 64 KB for each
_GZIP_OR_ZLIB: Final = 32 + zlib.MAX_WBITS
CODINGS: Final = frozenset({"gzip", "deflate"})  # those that the WARC source unpacks


class TooLargeError(ValueError):
    """It unpacks to more than the bound."""


def unpacked(data: bytes, most: int) -> bytes:
    """Give what gzip or zlib packed, however many pieces of gzip stand one after the other.

    Args:
        data: what was packed.
        most: bytes that it may unpack to; not one more is ever held.

    Raises:
        TooLargeError: it is more.
        ValueError: it is damaged or cut off.
    """
    out, at = bytearray(), 0
    for _ in range(_MEMBERS):
        machine = zlib.decompressobj(_GZIP_OR_ZLIB)
        while not machine.eof:
            piece = data[at : at + _PIECE]
            if not piece:
                raise ValueError("it is cut off")
            at += len(piece)
            out += _next(machine, piece, most - len(out))
        at -= len(machine.unused_data)
        if not data.startswith(GZIP, at):
            return bytes(out)  # what stands behind the last piece is padding
    raise ValueError(f"more than {_MEMBERS:,} pieces of gzip")


def _next(machine: zlib._Decompress, piece: bytes, most: int) -> bytes:
    # One byte more than there is room for shows that there is more, and 0 would mean no bound.
    try:
        out = machine.decompress(piece, most + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if len(out) > most:
        raise TooLargeError("it unpacks to more than is taken")
    return out
