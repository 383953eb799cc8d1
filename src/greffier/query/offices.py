"""An office in time: who is seen in it, by which words, and who held it on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.archive.surveyed import StoredOffice
from greffier.errors import UsageError
from greffier.model import Holding, Tenure
from greffier.query.showing import day_asked, ends, quotes
from greffier.query.tenures import holders, tenures

if TYPE_CHECKING:
    from greffier.archive import Archive

_QUOTED = 40  # witnesses whose words are told; what is seen in more is told without


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeAccount:
    """What the records show of an office.

    Args:
        office, of: as readings keep them; without `of`, whatever it is of.
        kept: the office with each thing that it is of, and how often it is seen.
        tenures: who is seen in it, by time; acting holders apart. None without `of`.
        quotes: the words that show an observation, by the participant.
        on: the day that was asked for, as it was given.
        holdings: who held it on that day, the surest first.
    """

    office: str
    of: str | None
    kept: tuple[StoredOffice, ...]
    tenures: tuple[Tenure, ...] = ()
    quotes: dict[str, str]
    on: str | None = None
    holdings: tuple[Holding, ...] = ()


def office_account(
    archive: Archive, office: str, of: str | None = None, *, on: str | None = None
) -> OfficeAccount:
    """Give what the records show of an office.

    Args:
        archive: whose records show it.
        office: its title; case makes no difference.
        of: the state, organisation or body that it is of, as readings keep it.
        on: a day, month or year, ISO 8601.

    Raises:
        QueryError: the day cannot be read.
        UsageError: no record shows anybody in this office.
    """
    day = day_asked(on) if on else None
    with archive.survey() as survey:
        kept = tuple(survey.offices(office=office, of=of))
        if not kept:
            title = f"{office} of {of}" if of else office
            wanted = "name an office as records keep it; the list of offices has them all"
            raise UsageError(title, "no record shows anybody in it", wanted)
        found = tenures(archive.observations(office=office, of=of)) if of else ()
        held = holders(found, day) if day else ()
        told = [one for holding in held for one in holding.shown_by]
        return OfficeAccount(
            office=kept[0].office,
            of=of,
            kept=kept,
            tenures=found,
            quotes=quotes(survey, [*told, *ends(found)], most=_QUOTED),
            on=on,
            holdings=held,
        )
