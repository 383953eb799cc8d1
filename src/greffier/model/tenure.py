"""Offices held in time, as the records show them: who was seen in which office on which day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from greffier.model.span import Span

# `observed`: a record of that day shows it. `between`: before and after it, and nobody else.
# `possible`: the last holder seen before that day, or the first one seen after it.
Certainty = Literal["observed", "between", "possible"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """Somebody in an office in one record.

    Args:
        person: the identifier of the person; `name` as the record prints it.
        called: the name by which the person goes over all records, where that is known.
        office, of, acting: as the reading has them.
        date: of the session, else of the record; ISO 8601, perhaps reduced, None where unknown.
        first, last: the first and the last day that the date may mean, as numbers: 20201202.
        record: the record, and `witness` the one of its witnesses whose words these are.
        participant: the identifier of the participant in the reading.
        spans: the words that show it.
    """

    person: str
    name: str
    office: str
    of: str | None
    acting: bool
    date: str | None
    first: int | None
    last: int | None
    record: str
    witness: str
    participant: str
    spans: tuple[Span, ...]
    called: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A stretch of time in which one person is seen in an office, and nobody else is in between.

    When it began and ended is not known better than this: after `before` and no later than the
    first of `seen`; no earlier than the last of them and before `after`.

    Args:
        person, office, of, acting: whose it is; `name` by which he goes, else as last printed.
        seen: the observations, the earliest first; at least one.
        before: the last time that somebody else was seen in the office before, if ever.
        after: the first time that somebody else is seen in it after, if ever.
        beside: who else is seen in it on a day of these: the records gainsay each other, or
            several hold it.
    """

    person: str
    name: str
    office: str
    of: str | None
    acting: bool
    seen: tuple[Observation, ...]
    before: Observation | None = None
    after: Observation | None = None
    beside: tuple[Observation, ...] = ()

    @property
    def first(self) -> int:
        """The day by which the office was held: the last one that the first date may mean."""
        return self.seen[0].last or 0

    @property
    def last(self) -> int:
        """The day until which it was held: the first one that the last date may mean."""
        return self.seen[-1].first or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Who held an office on a day, and how surely; the observations that say so."""

    tenure: Tenure
    certainty: Certainty
    shown_by: tuple[Observation, ...]
