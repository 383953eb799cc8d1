"""The persons of a reading as observations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.authority.naming.observed import Observed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Participant, Reading


def observe(reading: Reading, record: str) -> Iterator[tuple[Participant, Observed]]:
    """Yield each participant who has a name, and how he is observed on the day of his session.

    The offices in glosses are left out: they are of the day on which the page was fetched.

    Args:
        reading: what was read out of a witness.
        record: names the record that the witness carries.
    """
    stated = reading.record.date.value if reading.record.date else None
    days = {one.id: one.date.value for one in reading.sessions if one.date is not None}
    for one in reading.participants:
        if one.name is not None:
            yield (
                one,
                Observed(
                    name=one.name,
                    record=record,
                    office=one.office,
                    of=one.of,
                    acting=one.acting,
                    day=days.get(one.session or "", stated),
                    language=reading.witness.language,
                ),
            )
