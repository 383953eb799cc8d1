"""The chunks that an answer of a server may come in, brought to the form that every library reads.

The head of a chunk is its length and, after a `;`, what nobody has a use for; the standard has
whoever reads pass over that (RFC 9112, 7.1.1).
"""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 16 * 1024  # bytes of the head of a chunk
_LENGTH: Final = re.compile(rb"([0-9A-Fa-f]{1,20})[ \t]{0,99}(?:;|\r?\Z)")


def bare(data: bytes) -> bytes:
    """Give the same chunks with heads that hold their lengths alone, and nothing behind the last.

    Raises:
        ValueError: these are no chunks, or they are cut off.
    """
    pieces: list[bytes] = []
    at = 0
    while True:
        end = data.find(b"\n", at, at + _LONGEST)
        found = _LENGTH.match(data[at:end]) if end >= 0 else None
        if found is None:
            raise ValueError("a chunk without its length")
        length = int(found[1], 16)
        at = end + 1 + length
        pieces += (b"%x\r\n" % length, data[end + 1 : at], b"\r\n")
        if not length:
            return b"".join(pieces)
        if data[at : at + 2] != b"\r\n":
            raise ValueError("a chunk that is longer or shorter than it says")
        at += 2
