"""What is kept whole, the witness and its reading: compressed, and checked when it is read back."""

from __future__ import annotations

import zstandard

from greffier import form
from greffier.errors import ArchiveError, FormError
from greffier.model import Reading, digest_of

_RESTORE = "restore the archive from a copy, or add the source anew to a new archive"


def pack(data: bytes) -> bytes:
    """Compress what is to be kept; `unpack` gives it back."""
    return zstandard.ZstdCompressor(level=3, write_checksum=True).compress(data)


def pack_reading(reading: Reading) -> bytes:
    """Give a reading in the form in which it is kept. Raises FormError where it has none."""
    return pack(form.encode(reading))


def unpack(data: bytes, place: str) -> bytes:
    """Give back what was packed. Raises ArchiveError where the bytes have been damaged."""
    try:
        return zstandard.ZstdDecompressor().decompress(data)
    except zstandard.ZstdError as error:
        raise ArchiveError(place, f"kept bytes are damaged ({error})", _RESTORE) from error


def witness_of_kept(data: bytes, digest: str, place: str) -> bytes:
    """Give the bytes of a witness as received. Raises ArchiveError where they have changed."""
    received = unpack(data, place)
    if digest_of(received) != digest:
        raise ArchiveError(place, "its bytes have another digest than when received", _RESTORE)
    return received


def reading_of_kept(data: bytes, place: str) -> Reading:
    """Give a reading back. Raises ArchiveError where it has been damaged."""
    try:
        return form.decode(unpack(data, place), place=place)
    except FormError as error:
        raise ArchiveError(place, f"its reading is damaged ({error.met})", _RESTORE) from error
