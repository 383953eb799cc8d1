"""The reader: its stages in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.model import SCHEMA, Reading, RecordHead

if TYPE_CHECKING:
    from greffier.model import Known, Witness

READER = "1"


def read(witness: Witness, known: Known) -> Reading:  # noqa: ARG001 - the stages come next
    """Read a witness: a pure function of the witness, of what is known, and of `READER`."""
    return Reading(
        schema=SCHEMA,
        reader=READER,
        witness=witness,
        record=RecordHead(kind="other", title=None, date=None),
        sessions=(),
        participants=(),
        turns=(),
        instruments=(),
        chairmanships=(),
        furniture=(),
        remarks=(),
    )
