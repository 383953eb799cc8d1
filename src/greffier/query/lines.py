"""The chair of an organisation in time: who held it, by which words, who was next, and the rule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from greffier.authority.institutions import (
    chairmanships_of,
    expected_next,
    find_seat,
    institutions,
)
from greffier.errors import UsageError
from greffier.model import Answer, ChairmanshipPhase
from greffier.model.period import bounds
from greffier.query.showing import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.archive import Archive, StoredChairmanship
    from greffier.archive.surveyed import Survey
    from greffier.authority.institutions import Seat
    from greffier.model import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one record says of the chair: who, in which phase, and the words."""

    id: str
    holder: str
    phase: ChairmanshipPhase
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The chair as one record shows it.

    Args:
        record: the record, by its identifier.
        date: of what is told, else of the record, ISO 8601; None where neither is known and
            nothing could be inferred.
        inferred: how a date was inferred that no record states; empty where one does.
        holder: who has the chair, or leaves it; None where only the next one is told.
        next: who takes it, if that is told.
        told: the statements.
        by_rule: whether `next` is whom the rule names after `holder`.
        reason: how the rule was applied, or why it could not be; empty where none was asked.
    """

    record: str
    date: str | None
    inferred: str
    holder: str | None
    next: str | None
    told: tuple[Told, ...]
    by_rule: Answer
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The chair of an organisation or body, record by record, the earliest first, undated last."""

    organisation: str
    steps: tuple[Step, ...]


def line(archive: Archive, name: str, known: Known) -> Line:
    """Give the chairmanships of an organisation or body that the records tell of.

    Args:
        archive: whose records tell.
        name: the organisation or body, by any of its names.
        known: organisations and states.

    Raises:
        UsageError: no organisation or body is known by this name, and no record tells of its chair.
    """
    seat = find_seat(known, name)
    kept = getattr(seat, "acronym", None) or getattr(seat, "name", None) or name
    by_record: dict[str, list[StoredChairmanship]] = {}
    for one in archive.chairmanships(str(kept)):
        by_record.setdefault(one.record, []).append(one)
    if not by_record and seat is None:
        wanted = "name an organisation, such as CSTO, or a body"
        raise UsageError(name, "nothing is known by this name, and no record tells of it", wanted)
    with archive.survey() as survey:
        steps = [_step(survey, told, seat) for told in by_record.values()]
    steps = [_dated(one, steps, seat) for one in steps]
    steps.sort(key=lambda one: (one.date is None, one.date or "", one.record))
    return Line(organisation=str(kept), steps=tuple(steps))


def _step(survey: Survey, told: Sequence[StoredChairmanship], seat: Seat | None) -> Step:
    holder = _holder(told, ("current", "outgoing"))
    following = _holder(told, ("incoming", "next"))
    date = next((one.date for one in told if one.date), None)
    by_rule, reason = _rule(seat, holder, following, date)
    return Step(
        record=told[0].record,
        date=date,
        inferred="",
        holder=holder,
        next=following,
        told=tuple(_words(survey, told)),
        by_rule=by_rule,
        reason=reason,
    )


def _holder(told: Iterable[StoredChairmanship], phases: tuple[str, ...]) -> str | None:
    return next((one.holder for phase in phases for one in told if one.phase == phase), None)


def _words(survey: Survey, told: Sequence[StoredChairmanship]) -> Iterator[Told]:
    text = survey.text(told[0].witness)
    for one in told:
        quote = quoted(text, one.spans[0]) if one.spans else ""
        yield Told(id=one.id, holder=one.holder, phase=one.phase, quote=quote)


def _dated(step: Step, steps: Sequence[Step], seat: Seat | None) -> Step:
    """Infer when a chair passed that no record dates: where it did so but once, it was then.

    It did not pass where another record shows it still held on a day on which it is listed to have
    passed, or to have been about to.
    """
    if step.date is not None or seat is None or step.holder is None or step.next is None:
        return step
    listed = chairmanships_of(institutions(), seat)
    passed = [
        later.period.since
        for earlier, later in pairwise(listed)
        if (earlier.holder, later.holder) == (step.holder, step.next) and later.period.since
    ]
    held = [
        one.date for one in steps if one.date and one.next is None and one.holder == step.holder
    ]
    left = [since for since in passed if not any(_within(date, since) for date in held)]
    if len(left) != 1:
        return step
    year = left[0][:4]
    years = ", ".join(since[:4] for since in passed)
    reason = f"{step.holder} is listed to have been followed by {step.next} in {years}"
    if len(passed) > 1:
        reason += "; in the others a record shows it still in the chair"
    by_rule, said = _rule(seat, step.holder, step.next, year)
    return replace(step, date=year, inferred=reason, by_rule=by_rule, reason=said)


def _within(date: str, since: str) -> bool:
    """Say whether a day lies in the time in which a chairmanship is listed to have begun."""
    (first, last), (began, begun) = bounds(date), bounds(since)
    return began <= first and last <= begun


def _rule(
    seat: Seat | None, holder: str | None, following: str | None, date: str | None
) -> tuple[Answer, str]:
    if seat is None or holder is None or following is None or date is None:
        return "unknown", ""
    expected = expected_next(institutions(), seat, holder, date.partition("/")[0])
    return expected.says(following), expected.reason
