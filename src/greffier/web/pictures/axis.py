"""A line of time: where its days stand, and which years or months are written under it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
# In months; and of which a phone has room for every second, third and so on.
_STEPS: Final = (
    *(1, 3, 6),
    *(years * 12 for years in (1, 2, 4, 5, 10, 20, 25, 50, 100, 250, 500, 1000, 2000, 5000)),
)

_TIMES: Final = (1, 2, 3, 4, 5, 10, 20)
_YEAR: Final = 12
# How many names there is room for: of years and of months, on a wide screen and on a narrow one.
_YEARS: Final = (9, 4)
_OF_MONTHS: Final = (5, 2)
_ROOM: Final = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the line that has a name; one that is not `main` is left out where it is tight."""

    at: float
    name: str
    main: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last`, drawn from left to right; places are shares of the width."""

    first: date
    last: date

    @classmethod
    def over(cls, days: Iterable[date]) -> Axis:
        """Give the line that has room for some days, and a little more at both ends."""
        known = sorted(days) or [date(2000, 1, 1), date(2001, 1, 1)]
        room = max(_ROOM, (known[-1] - known[0]) / 40)
        return cls(_moved(known[0], -room), _moved(known[-1], room))

    def at(self, day: date) -> float:
        """Give where a day begins; days outside stand at the ends."""
        whole = (self.last - self.first).days + 1
        return min(max((day - self.first).days / whole, 0.0), 1.0)

    def after(self, day: date) -> float:
        """Give where a day ends."""
        return self.at(day) + 1 / ((self.last - self.first).days + 1)

    def marks(self) -> tuple[Mark, ...]:
        """Give the years, or months where there are few, that are written under the line."""
        step, shown = self._fitting(_STEPS, on=0)
        _, main = self._fitting((step * times for times in _TIMES), on=1)
        return tuple(Mark(self.at(day), _name(day, step), day in main) for day in shown)

    def _fitting(self, steps: Iterable[int], *, on: int) -> tuple[int, list[date]]:
        """Give the first step, in months, whose names have room on a screen."""
        found: list[date] = []
        last = 0
        for step in steps:
            most = (_YEARS if step >= _YEAR else _OF_MONTHS)[on]
            found, last = list(islice(self._begins(step), most + 1)), step
            if len(found) <= most:
                break
        return last, found

    def _begins(self, step: int) -> Iterator[date]:
        """Yield the days within the line on which a step of months begins."""
        months = self.first.year * _YEAR + self.first.month - 1
        at = -(-months // step) * step
        while at // _YEAR <= self.last.year and at // _YEAR <= date.max.year:
            day = date(max(at // _YEAR, 1), at % _YEAR + 1, 1)
            if self.first <= day <= self.last:
                yield day
            at += step


def _moved(day: date, by: timedelta) -> date:
    """Move a day, as far as the calendar goes."""
    ordinal = min(max(day.toordinal() + by.days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def _name(day: date, step: int) -> str:
    return str(day.year) if step >= _YEAR else f"{_MONTHS[day.month - 1]} {day.year}"
