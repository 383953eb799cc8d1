"""Dates of reduced precision as numbers that a database and an index can compare."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_LAST_MONTH, _LAST_DAY = 12, 31
_REMEMBERED = 1 << 15  # dates: those of a century


@lru_cache(_REMEMBERED)
def days(value: str) -> tuple[int, int]:
    """Give the first and the last day that a date may mean: `2021-09` is 20210901 to 20210931.

    The last day of a month counts as its 31st, whatever the month: the numbers are for comparing.

    Raises:
        ValueError: no ISO 8601 date, reduced date or interval of two of them.
    """
    start, _, end = value.partition("/")
    first, last = _bounds(start), _bounds(end or start)
    if first is None or last is None or first[0] > last[1]:
        raise ValueError(f"{value!r} is no date")
    return first[0], last[1]


def _bounds(value: str) -> tuple[int, int] | None:
    found = _DATE.fullmatch(value)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError:  # no such day
        return None
    first = _number(year, month or 1, day or 1)
    return first, _number(year, month or _LAST_MONTH, day or _LAST_DAY)


def _number(year: int, month: int, day: int) -> int:
    return (year * 100 + month) * 100 + day
