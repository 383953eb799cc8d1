"""Offices held in time, worked out from dated observations; nothing is assumed between them."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from greffier.model import Holding, Observation, Tenure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_Office = tuple[str, str, bool, str]


def tenures(observations: Iterable[Observation]) -> tuple[Tenure, ...]:
    """Give the stretches of time in which offices are seen held, by office and time.

    Somebody who is seen in an office before and after another one has it in two stretches. Acting
    holders are kept apart: an office may have one beside its holder. What has no date shows nobody
    in office on any day, and is left out. Two who are presidents of something that their records do
    not name need not have had one office: each has his own.
    """
    by_office: defaultdict[_Office, list[Observation]] = defaultdict(list)
    for one in observations:
        if one.first is not None:
            own = one.person if one.of is None else ""
            by_office[one.office, one.of or "", one.acting, own].append(one)
    return tuple(tenure for office in sorted(by_office) for tenure in _of_office(by_office[office]))


def by_person(
    found: Iterable[Tenure], offices: Mapping[str, int] | None = None
) -> tuple[Tenure, ...]:
    """Put tenures in an order in which those of one person in one office stand together.

    Who was seen in an office first stands first. Use it where each is to have one line, although
    he left the office and came back, or others were seen in it between.

    Args:
        found: of one office or of several.
        offices: in which order the offices stand.
    """
    known = sorted(found, key=lambda one: (one.first, one.person))
    order: dict[tuple[str, str, str | None, bool], int] = {}
    for one in known:
        order.setdefault((one.office, one.person, one.of, one.acting), len(order))

    def place(one: Tenure) -> tuple[int, int, int]:
        office = (offices or {}).get(one.office, 0)
        return office, order[one.office, one.person, one.of, one.acting], one.first

    return tuple(sorted(known, key=place))


def holders(found: Iterable[Tenure], day: tuple[int, int]) -> tuple[Holding, ...]:
    """Give who held an office on a day, the surest first; all who may have where it is unknown.

    Args:
        found: the tenures of one office, acting ones among them, or of one person.
        day: the first and the last day that is meant, as numbers: 20201202.
    """
    known = tuple(found)
    sure = [*_observed(known, day)] or [*_between(known, day)]
    return tuple(sure or _possible(known, day))


def _of_office(seen: list[Observation]) -> Iterator[Tenure]:
    seen.sort(key=lambda one: (one.first or 0, one.last or 0, one.person, one.record))
    of_days = {days: list(some) for days, some in groupby(seen, key=_days)}
    runs = [list(run) for _, run in groupby(_in_turn(seen), key=lambda one: one.person)]
    for at, run in enumerate(runs):
        own = run[0].person
        days = dict.fromkeys(map(_days, run))
        yield Tenure(
            person=own,
            name=run[-1].called or run[-1].name,
            office=run[-1].office,
            of=run[-1].of,
            acting=run[-1].acting,
            seen=tuple(run),
            before=runs[at - 1][-1] if at else None,
            after=runs[at + 1][0] if at + 1 < len(runs) else None,
            beside=tuple(one for day in days for one in of_days[day] if one.person != own),
        )


def _days(one: Observation) -> tuple[int | None, int | None]:
    return one.first, one.last


def _in_turn(seen: Sequence[Observation]) -> Iterator[Observation]:
    """Yield observations so that, of several on one day, who was seen last goes on first."""
    last = ""
    for _, of_day in groupby(seen, key=_days):
        same = sorted(of_day, key=lambda one: (one.person != last, one.person))
        yield from same
        last = same[-1].person


def _observed(known: Sequence[Tenure], day: tuple[int, int]) -> Iterator[Holding]:
    for tenure in known:
        shown = tuple(one for one in tenure.seen if _within(one, day))
        if shown:
            yield Holding(tenure=tenure, certainty="observed", shown_by=shown)


def _within(one: Observation, day: tuple[int, int]) -> bool:
    """Say whether a date, whatever day it means, is within what is asked for."""
    return day[0] <= (one.first or 0) and (one.last or 0) <= day[1]


def _between(known: Sequence[Tenure], day: tuple[int, int]) -> Iterator[Holding]:
    for tenure in known:
        before = [one for one in tenure.seen if (one.last or 0) < day[0]]
        after = [one for one in tenure.seen if (one.first or 0) > day[1]]
        if before and after:
            shown = before[-1], after[0]
            yield Holding(tenure=tenure, certainty="between", shown_by=shown)


def _possible(known: Sequence[Tenure], day: tuple[int, int]) -> Iterator[Holding]:
    """Yield who was last seen in office before a day, and who first after it."""
    before = [one for one in known if one.last < day[0]]
    after = [one for one in known if one.first > day[1]]
    for some, pick, end in ((before, max, -1), (after, min, 0)):
        if some:
            tenure = pick(some, key=lambda one: (one.last, one.person))
            yield Holding(tenure=tenure, certainty="possible", shown_by=(tenure.seen[end],))
