"""A person in time: the offices held, and how often he spoke from year to year."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from greffier.model.period import bounds
from greffier.query.tenures import by_person
from greffier.query.who import offices_of
from greffier.web import addresses
from greffier.web.figures.holders import held_figure
from greffier.web.pictures import Cell, Figure, Share, draw_columns

if TYPE_CHECKING:
    from greffier.archive import Archive
    from greffier.archive.stored import Appearance, StoredPerson


def offices_figure(archive: Archive, person: StoredPerson) -> Figure | None:
    """Show the offices that somebody is seen in; None where no record with a date shows any."""
    found = by_person(offices_of(archive, person.id))
    if not found:
        return None
    called = f"Offices in which {person.name} is seen"
    return held_figure(found, {}, key="offices-held", called=called, by="office")


def turns_figure(person: StoredPerson) -> Figure | None:
    """Show how many turns somebody took in each year; None where he spoke in one year at most."""
    turns: Counter[int] = Counter()
    records: Counter[int] = Counter()
    undated = 0
    for one in person.appearances:
        year = _year(one)
        if year is None:
            undated += len(one.turns)
        elif one.turns:
            turns[year] += len(one.turns)
            records[year] += 1
    if len(turns) < 2:  # noqa: PLR2004 - one year is no picture
        return None
    years = range(min(turns), max(turns) + 1)
    called = "Turns by year"
    columns = [
        Share(
            label=str(year), amount=turns[year], note=f"{turns[year]:,}", href=_said(person, year)
        )
        for year in years
    ]
    return Figure(
        key="turns-by-year",
        called=called,
        svg=draw_columns("turns-by-year", called, "A column for each year.", columns),
        columns=("Year", "Turns", "Records"),
        rows=tuple(
            (
                Cell(str(year), _said(person, year)),
                Cell(str(turns[year]), "", "number"),
                Cell(str(records[year]), "", "number"),
            )
            for year in years
        ),
        notes=(
            "What the records print, which is not all that was said.",
            *([f"Not counted: {_turns(undated)} in records without a date."] if undated else []),
        ),
    )


def _year(one: Appearance) -> int | None:
    date = one.session.date.value if one.session and one.session.date else one.record.date
    return bounds(date)[0].year if date else None


def _turns(number: int) -> str:
    return "1 turn" if number == 1 else f"{number:,} turns"


def _said(person: StoredPerson, year: int) -> str:
    """Give the address of a search for what somebody said in a year."""
    asked = {"speaker": person.name, "spoken": "yes", "from": str(year), "to": str(year)}
    return addresses.search(asked)
