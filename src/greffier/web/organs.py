"""The list of organisations: each with its bodies, and how many sessions of it there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.archive.surveyed import StoredSeat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.model import Known


@dataclass(frozen=True, slots=True)
class Organ:
    """An organisation with those of its bodies that sessions are of.

    Args:
        acronym: None for the bodies of no organisation that a record names.
        name: in full, where it is known.
    """

    acronym: str | None
    name: str
    sessions: int
    first: int | None
    last: int | None
    bodies: tuple[StoredSeat, ...]


def organs(seats: Iterable[StoredSeat], known: Known) -> tuple[Organ, ...]:
    """Put bodies under their organisations, those with most sessions first, those of none last."""
    names = {one.acronym: one.name for one in known.organisations}
    by_organisation: dict[str | None, list[StoredSeat]] = {}
    for seat in seats:
        by_organisation.setdefault(seat.organisation, []).append(seat)
    found = [
        Organ(
            acronym=acronym,
            name=names.get(acronym or "", ""),
            sessions=sum(seat.sessions for seat in some),
            first=min((seat.first for seat in some if seat.first), default=None),
            last=max((seat.last for seat in some if seat.last), default=None),
            bodies=tuple(seat for seat in some if seat.body),
        )
        for acronym, some in by_organisation.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.acronym is None, -one.sessions)))
