"""The time in which something held, as exactly as it is known and no more."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from greffier.errors import PeriodError

Answer = Literal["yes", "no", "unknown"]
OPEN = ".."  # ISO 8601-2: no end that is known of
_REMEMBERED = 1 << 15  # dates: those of a century
_PRECISE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """When something held; both ends count.

    Args:
        since: its first day in ISO 8601, of any precision (`2021`, `2021-09`, `2021-09-17`), or two
            of them with a `/` between which it lies; None where it is unknown.
        until: its last day likewise; `..` where none has been set, None where it is unknown.
            `2018-05-19/..` is some day from then on, or none yet.
    """

    since: str | None
    until: str | None

    def __post_init__(self) -> None:
        if self.since == OPEN:
            raise PeriodError(
                str(self), "a first day that is open", "leave it out if it is unknown"
            )
        if _first(self.since)[0] > _last(self.until)[1]:
            raise PeriodError(str(self), "an end before its beginning", "a period runs forwards")

    def __str__(self) -> str:
        return f"{self.since or '?'} to {self.until or '?'}"

    def holds_on(self, day: str) -> Answer:
        """Say whether it held on a day, or through the whole of a month, year or interval.

        A `day` of reduced precision is one day that is not known better: the answer is `yes` or
        `no` only if it is the same for all that it may be.

        Raises:
            PeriodError: `day` is not ISO 8601.
        """
        (began, begun), (ending, ended) = _first(self.since), _last(self.until)
        first, last = bounds(day)
        if last < began or first > ended:
            return "no"
        return "yes" if begun <= first and last <= ending else "unknown"

    def begun_by(self, day: str) -> Answer:
        """Say whether it had begun on a day, whether or not it had ended by then."""
        began, begun = _first(self.since)
        first, last = bounds(day)
        if last < began:
            return "no"
        return "yes" if begun <= first else "unknown"

    def adjoins(self, later: Period) -> bool:
        """Say whether `later` may follow without a day between them."""
        ended, began = _last(self.until)[1], _first(later.since)[0]
        return ended == date.max or began <= ended + timedelta(days=1)

    def meets(self, other: Period) -> bool:
        """Say whether both held on some day for certain."""
        since = max(_first(self.since)[1], _first(other.since)[1])
        return since <= min(_last(self.until)[0], _last(other.until)[0])


@lru_cache(maxsize=4096)
@lru_cache(_REMEMBERED)
def bounds(value: str) -> tuple[date, date]:
    """Give the first and the last day that an ISO 8601 date or interval may stand for.

    Raises:
        PeriodError: it is no date, or an interval that runs backwards.
    """
    start, stroke, end = value.partition("/")
    first = _days(start, value)[0]
    last = date.max if end == OPEN else _days(end if stroke else start, value)[1]
    if first > last:
        raise PeriodError(value, "an interval that runs backwards", "write the earlier date first")
    return first, last


def _first(since: str | None) -> tuple[date, date]:
    return (date.min, date.max) if since is None else bounds(since)


def _last(until: str | None) -> tuple[date, date]:
    if until is None:
        return date.min, date.max
    return (date.max, date.max) if until == OPEN else bounds(until)


def _days(part: str, value: str) -> tuple[date, date]:
    """Give the first and the last day of a year, a month or a day."""
    if found := _PRECISE.fullmatch(part):
        year, month, day = (int(one) if one else None for one in found.groups())
        try:
            return _span(year or 0, month, day)
        except ValueError as error:
            raise PeriodError(value, "a day that no calendar has", "a date of ISO 8601") from error
    raise PeriodError(value, "no date", "a date of ISO 8601: 2021, 2021-09 or 2021-09-17")


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    first = date(year, month or 1, day or 1)
    last = date(year, month or 12, 1)
    if day is None:
        return first, last.replace(day=calendar.monthrange(last.year, last.month)[1])
    return first, first
