"""How far apart two days are, where either may be known to the month or the year only."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache

from greffier.errors import AuthorityError

MONTH_GIVEN = 2
YEAR = 365


def apart(one: str | None, other: str | None) -> int | None:
    """Give the days between two dates, 0 where they may be one day; None where one is unknown."""
    if one is None or other is None:
        return None
    first, last = bounds(one)
    begins, ends = bounds(other)
    return max(begins - last, first - ends, 0)


@lru_cache(maxsize=16_384)
def bounds(value: str) -> tuple[int, int]:
    """Give the first and the last day that `Date.value` allows, as ordinals.

    Raises:
        AuthorityError: it is not ISO 8601 as the contract has it.
    """
    first, _, last = value.partition("/")
    begins, ends = _edges(first), _edges(last or first)
    return min(begins[0], ends[0]), max(begins[1], ends[1])


def _edges(value: str) -> tuple[int, int]:
    try:
        figures = [int(part) for part in value.split("-")]
        year, month = figures[0], figures[1] if len(figures) >= MONTH_GIVEN else None
        if len(figures) > MONTH_GIVEN:
            stated = date.fromisoformat(value).toordinal()
            return stated, stated
        final = calendar.monthrange(year, month or 12)[1]
        return (
            date(year, month or 1, 1).toordinal(),
            date(year, month or 12, final).toordinal(),
        )
    except ValueError as error:
        raise AuthorityError(
            "the day of a person", f"{value!r}", "ISO 8601: 2021, 2021-09 or 2021-09-17"
        ) from error
