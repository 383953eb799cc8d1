"""An office in time: who is seen in it, by which words, and who held it on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.archive.days import days
from greffier.archive.surveyed import StoredOffice
from greffier.errors import QueryError, UsageError
from greffier.model import Holding, Tenure
from greffier.query.tenures import holders, tenures
from greffier.query.who import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.archive import Archive
    from greffier.archive.surveyed import Survey
    from greffier.model import Observation

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
    day = _day(on) if on else None
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
            quotes=quotes(survey, [*told, *ends(found)]),
            on=on,
            holdings=held,
        )


def ends(found: Iterable[Tenure]) -> Iterator[Observation]:
    """Yield the first and the last observation of each tenure: those that its bounds rest on."""
    for tenure in found:
        yield tenure.seen[0]
        if len(tenure.seen) > 1:
            yield tenure.seen[-1]


def quotes(survey: Survey, told: Sequence[Observation]) -> dict[str, str]:
    """Give the words that show observations, by the participant; those of too many are left out."""
    texts: dict[str, str] = {}
    found: dict[str, str] = {}
    for one in told:
        if not one.spans or (one.witness not in texts and len(texts) >= _QUOTED):
            continue
        if one.witness not in texts:
            texts[one.witness] = survey.text(one.witness)
        found[one.participant] = quoted(texts[one.witness], one.spans[0])
    return found


def _day(value: str) -> tuple[int, int]:
    try:
        return days(value)
    except ValueError as error:
        raise QueryError("on", repr(value), "a day, month or year such as 2020-12-02") from error
