"""Dates as they are printed, whole or in part, and what they come to beside the record's date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from greffier.model import Date, DateBasis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Span
    from greffier.reading.languages import Language

_ISO = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])"
_SLASHED = r"(?<!/)(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])"
_IN_SIGNS = r"(?P<year>\d{4}) ?年 ?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日"
_DOTTED = r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})(?!\d)"
_MONTH_SLOT = re.compile(r"(?<!\?P)<month>")
# A year outside these is a number that looks like one.
_YEARS = range(1800, 2200)


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as printed: where in the searched text, its ISO value, and how that was come by."""

    start: int
    end: int
    value: str
    rule: str
    basis: DateBasis

    def at(self, span: Span) -> Date:
        """Give the date with its place in the witness."""
        return Date(value=self.value, basis=self.basis, span=span, rule=f"date:{self.rule}")


@cache
def _patterns(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    names = "|".join(map(re.escape, sorted(language.dates.months, key=len, reverse=True)))
    slot = f"(?=[A-Z])(?i:{names})" if language.dates.capitals else f"(?i:{names})"
    rules = (
        ("iso", _ISO),
        ("slashed", _SLASHED),
        ("in-signs", _IN_SIGNS),
        *language.dates.patterns,
        ("dotted", _DOTTED),
    )
    return tuple(
        (name, re.compile(rf"(?<![\w.-]){_MONTH_SLOT.sub(slot, pattern)}"))
        for name, pattern in rules
        if names or not _MONTH_SLOT.search(pattern)
    )


def find_dates(text: str, language: Language, anchor: str | None = None) -> Iterator[Printed]:
    """Yield the dates in a folded text, in order, the longest where several overlap.

    Args:
        text: what is searched, on one line or many.
        language: whose months and ways of printing are known.
        anchor: the record's date as ISO 8601. Dates without a year take its year; without an
            anchor they are not dates. Weekdays and `the day before` are read only beside one.
    """
    found: list[tuple[int, int, Printed | None]] = []
    for name, pattern in _patterns(language):
        for match in pattern.finditer(text):
            if anchor or match.groupdict().get("year"):
                printed = _printed(name, match, language, anchor)
                found.append((match.start(), match.end(), printed))
    if anchor and len(anchor) == len("2000-01-01"):
        starts = {start for start, _, _ in found}
        found.extend(
            (p.start, p.end, p)
            for p in _relative(text, language, anchor)
            # `Thursday, September 15` is the 15th, whichever Thursday is near.
            if starts.isdisjoint(range(p.end, p.end + len(", ") + 1))
        )
    taken = 0
    for start, end, printed in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= taken:
            taken = end
            # No part of what is no date is one: `31 June 2021` is not in June.
            if printed:
                yield printed


def whole_date(text: str, language: Language) -> Printed | None:
    """Give the date that `text` begins with, if it is printed whole, to the day."""
    for name, pattern in _patterns(language):
        match = pattern.match(text)
        printed = match and _printed(name, match, language, None)
        if printed and len(printed.value.split("/")[0]) == len("2000-01-01"):
            return printed
    return None


def _printed(
    name: str, match: re.Match[str], language: Language, anchor: str | None
) -> Printed | None:
    groups = match.groupdict()
    year = _year(match, anchor)
    if year is None:
        return None
    month = _month(groups.get("month"), language)
    value = _iso(year, month, groups.get("day"))
    if value and groups.get("day2"):
        last = _iso(year, _month(groups.get("month2"), language) or month, groups["day2"])
        value = f"{value}/{last}" if last and last > value else None
    if value is None:
        return None
    basis: DateBasis = "stated" if groups.get("year") else "resolved"
    return Printed(match.start(), match.end(), value, name, basis)


def _year(match: re.Match[str], anchor: str | None) -> int | None:
    """Give the year that is printed, else the record's; None where it can be none."""
    year = int(match.groupdict().get("year") or (anchor or "")[:4] or 0)
    return year if year in _YEARS else None


def _month(printed: str | None, language: Language) -> int | None:
    if printed is None:
        return None
    # To a pattern `ſ` is an s of another case, but to nothing else; month 0 is none.
    return int(printed) if printed.isdecimal() else language.dates.months.get(printed.lower(), 0)


def _iso(year: int, month: int | None, day: str | None) -> str | None:
    if month is None:
        return str(year)
    if day is None:
        return f"{year}-{month:02d}"
    number = int(re.sub(r"\D", "", day))
    try:
        return date(year, month, number).isoformat()
    except ValueError:  # 31 June: not a date, whatever it is
        return None


def _relative(text: str, language: Language, anchor: str) -> Iterator[Printed]:
    base = date.fromisoformat(anchor)
    rules = language.dates
    for name, pattern, days in rules.relative:
        for match in re.finditer(pattern, text):
            value = (base + timedelta(days=days)).isoformat()
            yield Printed(match.start(), match.end(), value, name, "resolved")
    if rules.weekday:
        for match in re.finditer(rules.weekday, text):
            away = (rules.weekdays[match["weekday"].lower()] - base.weekday()) % 7
            # A notice speaks of the coming Monday, a report of the last one: the nearer counts.
            days = away if away <= 3 else away - 7  # noqa: PLR2004 - half of a week
            value = (base + timedelta(days=days)).isoformat()
            yield Printed(match.start(), match.end(), value, "weekday", "resolved")
