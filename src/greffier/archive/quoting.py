"""What is kept of a passage in the index, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from greffier.archive.damage import DamagedError
from greffier.archive.documents import Kept

if TYPE_CHECKING:
    from tantivy import DocAddress, Searcher

_kept = msgspec.msgpack.Decoder(Kept)


def kept_at(searcher: Searcher, address: DocAddress) -> Kept:
    """Give what is kept of a passage.

    Raises:
        DamagedError: nothing that can be read.
    """
    try:
        return _kept.decode(searcher.doc(address)["kept"][0])
    except msgspec.DecodeError as error:
        raise DamagedError(str(error)) from error
