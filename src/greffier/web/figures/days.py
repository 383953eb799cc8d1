"""Days and offices in a few words, and how far an open end is drawn."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from greffier.model.period import OPEN, bounds
from greffier.web.pictures import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.model import Period

_LEAST: Final = timedelta(days=60)
_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


def in_office(office: str, of: str | None, *, acting: bool = False) -> str:
    """Give an office in words: `Acting President of Kyrgyzstan`."""
    title = f"Acting {office}" if acting else office
    return f"{title} of {of}" if of else title


def short_day(iso: str | None) -> str:
    """Give a date as a picture has room for it: `2 Dec 2020`; an interval by its first day."""
    year, month, day = (*(iso or "").partition("/")[0].split("-"), "", "", "")[:3]
    named = _MONTHS[int(month) - 1] if month.isdigit() and 0 < int(month) <= len(_MONTHS) else ""
    return " ".join(filter(None, (day.lstrip("0"), named, year)))


def days_in_words(first: str | None, last: str | None) -> str:
    """Give two dates, or one where they are the same."""
    return short_day(first) if first == last else f"{short_day(first)} – {short_day(last)}"


def outlook(days: Iterable[date]) -> timedelta:
    """Give how far an open end is drawn: so far that it is seen among some days."""
    known = list(days)
    return max(_LEAST, (max(known) - min(known)) / 14) if known else _LEAST


def spread(day: date, by: timedelta) -> date:
    """Move a day, as far as the calendar goes."""
    ordinal = day.toordinal() + by.days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def of_period(period: Period, today: date, room: timedelta) -> Iterator[Stretch]:
    """Yield the bar of a period: held for certain, and what is open or not known at its ends.

    An end that is not set is open from today on.
    """
    until_now = period.until == OPEN
    ending, ended = (today, today) if until_now else _ends(period.until, today)
    began, begun = _ends(period.since, spread(ending, -room))
    if period.since is None:
        yield Stretch(kind="before", start=began, end=begun)
    elif began < begun:
        yield Stretch(kind="vague", start=began, end=begun)
    if begun <= ending:
        yield Stretch(kind="held", start=begun, end=ending)
    if until_now or period.until is None:
        yield Stretch(kind="after", start=ending, end=spread(ending, room))
    elif ending < ended:
        yield Stretch(kind="vague", start=max(ending, begun), end=ended)


def _ends(value: str | None, unknown: date) -> tuple[date, date]:
    if value is None:
        return unknown, unknown
    first, last = bounds(value)
    return first, unknown if last == date.max else last
