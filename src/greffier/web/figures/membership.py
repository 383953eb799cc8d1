"""Where a state belongs: a row for each organisation or body, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from greffier.model.period import bounds
from greffier.web import links
from greffier.web.figures.days import of_period, outlook
from greffier.web.pictures import Cell, Figure, Row, Timeline, draw_timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from greffier.model.institutions import Membership

_LEGEND: Final = (
    ("held", "member, or with a seat"),
    ("acting", "another status, such as observer"),
    ("after", "no end has been set"),
    ("vague", "some day of these, not known which"),
)
_SEATED: Final = frozenset(("member", "permanent member", "elected member", "co-chair"))


def membership_figure(memberships: Sequence[Membership], today: date) -> Figure | None:
    """Show where a state belongs, each status with its source; None where nothing is known."""
    if not memberships:
        return None
    ordered = sorted(
        memberships, key=lambda one: (one.organisation, one.body or "", one.period.since or "")
    )
    room = outlook(bounds(one.period.since)[0] for one in ordered if one.period.since)
    by_row: dict[tuple[str, str | None, str], list[Membership]] = {}
    for one in ordered:
        by_row.setdefault((one.organisation, one.body, one.status), []).append(one)
    rows = tuple(
        Row(
            label=f"{_seat(of, body)}: {status}",
            href=links.seat(of, body),
            note=_since(some),
            acting=status not in _SEATED,
            stretches=tuple(part for one in some for part in of_period(one.period, today, room)),
        )
        for (of, body, status), some in by_row.items()
    )
    called = "Memberships"
    told = "Organisations and bodies, and when the state belonged to each, as documents say."
    return Figure(
        key="memberships",
        called=called,
        svg=draw_timeline(Timeline(key="memberships", called=called, told=told, rows=rows)),
        columns=("Organisation", "Body", "Status", "Since", "Until", "Certainty", "Source", "Note"),
        rows=tuple(tuple(_cells(one)) for one in ordered),
        legend=_LEGEND,
    )


def _seat(of: str, body: str | None) -> str:
    return f"{of} {body}" if body else of


def _since(some: Sequence[Membership]) -> str:
    """Say from when, and until when where that is known and there was one time only."""
    first, last = some[0].period.since, some[-1].period.until
    if len(some) > 1:
        return f"{len(some)} times since {(first or '?')[:4]}"
    until = "" if last == ".." else f" until {(last or '?')[:4]}"
    return f"since {(first or '?')[:4]}{until}"


def _cells(one: Membership) -> Iterator[Cell]:
    yield Cell(one.organisation, links.seat(one.organisation))
    yield Cell(one.body or "", links.seat(one.organisation, one.body) if one.body else "")
    yield Cell(one.status)
    yield Cell(one.period.since or "unknown", "", "date" if one.period.since else "doubt")
    until = {None: "unknown", "..": "no end set"}.get(one.period.until)
    yield Cell(until or one.period.until or "", "", "" if until else "date")
    yield Cell(one.certainty)
    yield Cell(one.source)
    yield Cell(one.note or "")
