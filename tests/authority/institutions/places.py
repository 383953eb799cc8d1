"""What the tests ask about, by the names that records use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.authority import find_bodies, find_organisation
from greffier.authority.institutions import institutions

if TYPE_CHECKING:
    from greffier.authority.institutions import Seat


def seat(acronym: str, body: str | None = None) -> Seat:
    """Give an organisation, or a body of it."""
    known = institutions().known
    if body is not None:
        (found,) = find_bodies(known, body, of=acronym)
        return found
    organisation = find_organisation(known, acronym)
    assert organisation is not None
    return organisation
