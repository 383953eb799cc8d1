"""Who met whom, in pictures: among those who attended, and whom one of them met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from greffier.web import links
from greffier.web.pictures import (
    Cell,
    Figure,
    Meeting,
    Meetings,
    Name,
    Share,
    draw_arcs,
    draw_matrix,
    draw_shares,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greffier.query.together import Attended, Together

_SQUARE: Final = 12
_BARS: Final = 15


def meeting_figures(
    attended: Sequence[Attended], together: Sequence[Together], *, called: str
) -> tuple[Figure, ...]:
    """Show who met whom as a square of numbers and as arcs; nothing where no two met.

    Args:
        attended: who attended how many sessions, those that attended most first.
        together: which two met in how many.
        called: what is said of it.
    """
    names = [one.of for one in attended[:_SQUARE]]
    places = {name: number for number, name in enumerate(names)}
    met = tuple(
        Meeting(
            one=min(places[pair.one], places[pair.other]),
            other=max(places[pair.one], places[pair.other]),
            times=pair.sessions,
        )
        for pair in together
        if pair.one in places and pair.other in places
    )
    if not met:
        return ()
    value = Meetings(
        key="met",
        called=called,
        told="How many sessions two states both had somebody in, those that attended most first.",
        names=tuple(Name(label=name, href=links.of(name)) for name in names),
        met=met,
    )
    columns = ("State", "Met", "Sessions")
    rows = tuple(
        (
            Cell(pair.one, links.of(pair.one)),
            Cell(pair.other, links.of(pair.other)),
            Cell(str(pair.sessions), "", "number"),
        )
        for pair in together
    )
    left_out = len(attended) - len(names)
    notes = ["Names stand in the order of how many sessions each attended."]
    notes += [f"{left_out} that attended fewer are left out."] if left_out > 0 else []
    square = Figure(
        key="met",
        called=called,
        svg=draw_matrix(value),
        columns=columns,
        rows=rows,
        notes=tuple(notes),
    )
    arcs = Figure(
        key="arcs",
        called=f"{called}, as arcs",
        svg=draw_arcs(value),
        columns=columns,
        rows=rows,
        notes=("An arc for every two that met; the more sessions, the thicker.",),
    )
    return square, arcs


def company_figure(met: Sequence[Attended], *, called: str) -> Figure | None:
    """Show whom one met in how many sessions; None where nobody."""
    if not met:
        return None
    shares = [
        Share(
            label=one.of,
            amount=one.sessions,
            note=f"{one.sessions:,}",
            href=links.of(one.of),
        )
        for one in met[:_BARS]
    ]
    left_out = len(met) - len(shares)
    return Figure(
        key="company",
        called=called,
        svg=draw_shares("company", called, "In how many sessions it met each state.", shares),
        columns=("State", "Sessions"),
        rows=tuple(
            (Cell(one.of, links.of(one.of)), Cell(str(one.sessions), "", "number")) for one in met
        ),
        notes=(f"{left_out} more are in the table alone.",) if left_out > 0 else (),
    )
