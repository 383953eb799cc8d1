"""Records as they are taken away, and files of an export in memory."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from greffier.archive import StoredWitness
from greffier.exports.taking import Taken
from greffier.model import record_of
from tests.builders import meeting, received

if TYPE_CHECKING:
    from greffier.model import Reading


class Files(dict[str, bytes]):
    """Keeps what is written into files that are opened by name."""

    def __init__(self) -> None:
        super().__init__()
        self._open: dict[str, BytesIO] = {}

    def __call__(self, name: str) -> BytesIO:
        """Open a file."""
        return self._open.setdefault(name, _Kept())

    def __missing__(self, name: str) -> bytes:
        return self._open[name].getvalue()

    @property
    def names(self) -> list[str]:
        """The names of the files that were opened."""
        return list(self._open)


class _Kept(BytesIO):
    """A file whose content outlives whoever closes it."""

    def close(self) -> None:
        """Stay open."""


def alone(reading: Reading) -> Taken:
    """Give a record that no archive holds."""
    return Taken(reading=reading)


def copied() -> Taken:
    """Give a record out of an archive that a second witness carries too."""
    came, reading = meeting()
    copy = received(f"{came.witness.text}\nSee also", name="copy.txt").witness
    other = Taken(reading=reading).reading.witness
    stored = [
        StoredWitness(
            id=one.id,
            digest=one.digest,
            name=one.name,
            media_type=one.media_type,
            url="https://example.org/copy" if one is copy else None,
            language=one.language,
            length=one.length,
            added="2026-01-02T03:04:05+00:00",
            base=one is not copy,
        )
        for one in (other, copy)
    ]
    record = record_of([reading], base=other.id)
    return Taken(reading=reading, record=record, witnesses=tuple(stored))
