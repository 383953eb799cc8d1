"""What was packed on its way, unpacked within a bound."""

from __future__ import annotations

import zlib
from typing import Final

GZIP: Final = b"\x1f\x8b"
_GZIP_OR_ZLIB: Final = 32 + zlib.MAX_WBITS
_BARE: Final = -zlib.MAX_WBITS
CODINGS: Final = frozenset({"gzip", "x-gzip", "deflate"})


class TooLargeError(ValueError):
    """It unpacks to more than the bound."""


def unpacked(data: bytes, most: int) -> bytes:
    """Give what gzip or zlib packed, however many pieces of gzip stand one after the other.

    Args:
        data: what was packed; some servers leave out the head of zlib.
        most: bytes that it may unpack to; not one more is ever held.

    Raises:
        TooLargeError: it is more.
        ValueError: it is damaged or cut off.
    """
    try:
        return _unpacked(data, most, _GZIP_OR_ZLIB)
    except zlib.error as error:
        if data.startswith(GZIP):
            raise ValueError(str(error)) from error
    try:
        return _unpacked(data, most, _BARE)
    except zlib.error as error:
        raise ValueError(str(error)) from error


def _unpacked(data: bytes, most: int, form: int) -> bytes:
    out = bytearray()
    while data:
        machine = zlib.decompressobj(form)
        # One byte more than there is room for shows that there is more, and 0 would mean no bound.
        out += machine.decompress(data, most - len(out) + 1)
        if len(out) > most:
            raise TooLargeError(f"more than {most} bytes")
        if not machine.eof:
            raise ValueError("it is cut off")
        if not machine.unused_data.startswith(GZIP):
            break  # what stands behind the last piece is padding
        data = machine.unused_data
    return bytes(out)
