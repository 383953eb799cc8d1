"""What imported authorities say to a question of who, beside what the records show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from greffier.errors import PeriodError, QueryError
from greffier.model import Holder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from greffier.archive import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """Who held an office as a file says, which is no observation.

    Args:
        certainty: `imported`: the file says so, of the day that is asked for; `unknown`: it does
            not say whether he held it on that day.
    """

    holder: Holder
    certainty: Literal["imported", "unknown"]


def imported(
    archive: Archive,
    *,
    office: str | None = None,
    of: str | None = None,
    names: Sequence[str] | None = None,
    on: str | None = None,
) -> Iterator[Imported]:
    """Yield who held an office, or what a person held, as imported authorities say.

    Args:
        archive: into which they were imported.
        office: as readings keep it.
        of: the state, organisation or body that it is of, likewise.
        names: those of a person.
        on: the day, month or year that is asked for.

    Raises:
        QueryError: the day cannot be read.
    """
    for one in archive.holders(office=office, of=of, names=names):
        try:
            holds = one.occupancy.period.holds_on(on) if on else "yes"
        except PeriodError as error:
            wanted = "a day, month or year such as 2020-12-02"
            raise QueryError("on", repr(on), wanted) from error
        if holds != "no":
            yield Imported(holder=one, certainty="imported" if holds == "yes" else "unknown")
