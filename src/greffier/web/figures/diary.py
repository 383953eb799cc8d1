"""Sessions on a line of time: a row for each body or organisation, a dot for each session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from greffier.model.period import bounds
from greffier.web import addresses, links
from greffier.web.pictures import Cell, Figure, Row, Rows, Tick, Timeline, draw_timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from greffier.archive.surveyed import SessionInBrief

_ROWS: Final = 24
_LEGEND: Final = (("session", "held"), ("planned", "planned, cancelled or not known to be held"))


def diary_figure(
    sessions: Sequence[SessionInBrief],
    rows_of: Callable[[SessionInBrief], Iterable[tuple[str, str]]],
    *,
    called: str,
    total: int,
) -> Figure | None:
    """Show when sessions were; None where none has a date.

    Args:
        sessions: newest first.
        rows_of: gives the rows that a session stands in, each by its name and where that leads.
        called: what the picture is called.
        total: how many sessions there are, of which these may be the latest only.
    """
    rows: dict[tuple[str, str], list[SessionInBrief]] = {}
    for one in sessions:
        for row in rows_of(one) if one.date else ():
            rows.setdefault(row, []).append(one)
    if not rows:
        return None
    most = sorted(rows, key=lambda row: (-len(rows[row]), row))[:_ROWS]
    drawn = tuple(
        Row(
            label=name,
            href=href,
            note=_count(len(rows[name, href])),
            ticks=tuple(_tick(one) for one in rows[name, href]),
        )
        for name, href in most
    )
    dated = sum(1 for one in sessions if one.date)
    return Figure(
        key="diary",
        called=called,
        svg=draw_timeline(
            Timeline(key="diary", called=called, told=f"{_count(dated)} by day.", rows=drawn)
        ),
        columns=("Session", "Date", "Body", "Organisations", "Status", "Records"),
        rows=Rows(sessions, _cells),
        legend=_LEGEND,
        notes=tuple(
            _notes(
                shown=len(sessions),
                total=total,
                undated=len(sessions) - dated,
                left_out=len(rows) - len(most),
            )
        ),
    )


def _notes(*, shown: int, total: int, undated: int, left_out: int) -> Iterator[str]:
    """Yield what the picture does not show, so that nobody takes it for all there is."""
    if total > shown:
        yield f"The latest {shown} of {total:,} sessions."
    if undated:
        are = "is" if undated == 1 else "are"
        yield f"{undated:,} undated {_noun(undated)} {are} in the table alone."
    if left_out:
        yield f"{left_out} rows of fewer sessions are in the table alone."


def by_body(one: SessionInBrief) -> Iterator[tuple[str, str]]:
    """Give the row of a session of an organisation: its body."""
    of = one.organisations[0] if one.organisations else None
    yield (one.body, links.seat(of, one.body)) if one.body else ("of no body that is named", "")


def by_organisation(one: SessionInBrief) -> Iterator[tuple[str, str]]:
    """Give the rows of a session that may be anybody's: its organisations, its body if none."""
    for of in one.organisations:
        yield of, links.seat(of)
    if not one.organisations:
        yield (one.body, links.seat(None, one.body)) if one.body else ("of no organisation", "")


def by_status(one: SessionInBrief) -> Iterator[tuple[str, str]]:
    """Give the row of a session of one body: its status, as nothing else tells them apart."""
    yield one.status, ""


def _count(number: int) -> str:
    return f"{number:,} {_noun(number)}"


def _noun(number: int) -> str:
    return "session" if number == 1 else "sessions"


def _tick(one: SessionInBrief) -> Tick:
    start, end = bounds(one.date or "")
    return Tick(
        start=start,
        end=end,
        told=f"{one.date}: {one.name}, {one.status}",
        href=addresses.session(one.id),
        kind="session" if one.status == "held" else "planned",
    )


def _cells(one: SessionInBrief) -> Iterator[Cell]:
    yield Cell(one.name, addresses.session(one.id))
    yield Cell(one.date or "", "", "date")
    of = one.organisations[0] if one.organisations else None
    yield Cell(one.body or "", links.seat(of, one.body) if one.body else "")
    yield Cell(", ".join(one.organisations), links.seat(of) if len(one.organisations) == 1 else "")
    yield Cell(one.status if one.subject else f"{one.status}, only named")
    yield Cell(str(one.tellings), "", "number")
