"""One file to one reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier import authority, reading, sources

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.model import Reading, Received


def read_path(path: Path) -> tuple[Received, Reading]:
    """Receive one file and read it with what is shipped.

    Raises:
        UsageError: the file is not there.
        WitnessError: it cannot become a witness.
    """
    received = sources.receive(path)
    return received, reading.read(received.witness, authority.shipped())
