"""Offices held in time: a bar for each who is seen in an office, with what is open at its ends."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal

from greffier.model.period import bounds
from greffier.web import addresses
from greffier.web.figures.days import days_in_words, in_office, outlook, spread
from greffier.web.pictures import Cell, Figure, Row, Rows, Stretch, Tick, Timeline, draw_timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import timedelta

    from greffier.model import Observation, Tenure

_ROWS: Final = 40
_BESIDE: Final = 12  # names in one cell
_SEEN: Final = 50  # parts of the room of an open end that can be told apart
_CROWDED: Final = 150  # stretches of a row of which each is drawn
_LEGEND: Final = (
    ("seen", "seen in office, on a day of a record"),
    ("between", "between two of these, nobody else seen"),
    ("after", "an end that is open: nobody is seen"),
    ("vague", "some day of these, not known which"),
)
_ACTING: Final = ("acting", "acting")
# What names a row: who holds an office; which office, of one person; or both, of a state's offices.
By = Literal["person", "office", "both"]


def held_figure(  # noqa: PLR0913 - what is shown, and how it is told
    tenures: Sequence[Tenure],
    quotes: Mapping[str, str],
    *,
    key: str,
    called: str,
    by: By,
    most: int = _ROWS,
) -> Figure:
    """Show who is seen in offices.

    Args:
        tenures: in the order in which rows are wanted.
        quotes: the words that show an observation, by the participant.
        key: names the picture on its page.
        called: what it is called.
        by: what names a row.
        most: how many rows are drawn at most; the table has them all.
    """
    grouped = [list(run) for _, run in groupby(tenures, key=_line)]
    room = outlook(day for one in tenures for seen in one.seen for day in bounds(seen.date or ""))
    rows = tuple(_row(run, by, room) for run in grouped[:most])
    told = f"{len(grouped)} rows, a bar for each; the table has the same in words."
    legend = _LEGEND + ((_ACTING,) if any(one.acting for one in tenures) else ())
    left_out = len(grouped) - most
    return Figure(
        key=key,
        called=called,
        svg=draw_timeline(Timeline(key=key, called=called, told=told, rows=rows)),
        columns=_columns(by),
        rows=Rows(tenures, lambda one: _cells(one, quotes, by)),
        legend=legend,
        notes=(f"{left_out} more rows are in the table alone.",) if left_out > 0 else (),
    )


def _line(tenure: Tenure) -> tuple[str, str, str | None, bool]:
    return tenure.person, tenure.office, tenure.of, tenure.acting


def _row(run: Sequence[Tenure], by: By, room: timedelta) -> Row:
    first = run[0]
    seen = [observation for one in run for observation in one.seen]
    records = len({one.record for one in seen})
    when = days_in_words(seen[0].date, seen[-1].date)
    return Row(
        label=_label(run[-1], by),
        href=addresses.office(first.office, first.of)
        if by == "office"
        else addresses.person(first.person),
        note=f"{when} · {records} {'record' if records == 1 else 'records'}",
        acting=first.acting,
        stretches=tuple(_apart([drawn for one in run for drawn in _stretches(one, room)], room)),
        ticks=tuple(_ticks(seen)),
    )


def _apart(drawn: Sequence[Stretch], room: timedelta) -> Iterator[Stretch]:
    """Yield the stretches of a row; of very many, what the eye can tell from what came before."""
    step = room.days // _SEEN if len(drawn) > _CROWDED else 0
    last: dict[str, Stretch] = {}
    for one in drawn:
        before = last.get(one.kind)
        if (
            not step
            or before is None
            or max(abs((one.start - before.start).days), abs((one.end - before.end).days)) > step
        ):
            last[one.kind] = one
            yield one


def _label(one: Tenure, by: By) -> str:
    match by:
        case "person":
            return f"{one.name}, acting" if one.acting else one.name
        case "office":
            return in_office(one.office, one.of, acting=one.acting)
        case "both":
            return f"{in_office(one.office, None, acting=one.acting)}: {one.name}"


def _stretches(tenure: Tenure, room: timedelta) -> Iterator[Stretch]:
    """Yield what is known of a tenure: open, then between its observations, then open again."""
    first, last = (bounds(tenure.seen[at].date or "") for at in (0, -1))
    before = bounds(tenure.before.date or "")[1] if tenure.before else spread(first[0], -room)
    after = bounds(tenure.after.date or "")[0] if tenure.after else spread(last[1], room)
    if before < first[0]:
        yield Stretch(kind="before", start=before, end=first[0])
    if first[1] < last[0]:
        yield Stretch(kind="between", start=first[1], end=last[0])
    if after > last[1]:
        yield Stretch(kind="after", start=last[1], end=after)
    for date in dict.fromkeys(one.date or "" for one in tenure.seen):
        start, end = bounds(date)
        if start != end:
            yield Stretch(kind="vague", start=start, end=end)


def _ticks(seen: Sequence[Observation]) -> Iterator[Tick]:
    """Yield a tick for each date on which somebody is seen, leading to the first record of it."""
    of_date: dict[str, list[Observation]] = {}
    for one in seen:
        of_date.setdefault(one.date or "", []).append(one)
    for date, same in of_date.items():
        first = same[0]
        start, end = bounds(date)
        told = f"{first.name}, {in_office(first.office, first.of, acting=first.acting)}: {date}"
        if len(same) > 1:
            told += f", in {len(same)} records"
        yield Tick(start=start, end=end, told=told, href=_words(first))


def _words(one: Observation) -> str:
    witness, _, participant = one.participant.partition(".")
    return addresses.fact(witness, participant)


def _columns(by: By) -> tuple[str, ...]:
    named = {"person": ("Holder",), "office": ("Office",), "both": ("Office", "Holder")}[by]
    return (
        *named,
        "Seen from",
        "Seen to",
        "Records",
        "Began after",
        "Ended before",
        "Seen beside",
        "Words",
    )


def _cells(one: Tenure, quotes: Mapping[str, str], by: By) -> Iterator[Cell]:
    if by != "person":
        held = in_office(one.office, one.of, acting=one.acting)
        yield Cell(held, addresses.office(one.office, one.of))
    if by != "office":
        yield Cell(_label(one, "person"), addresses.person(one.person))
    first, last = one.seen[0], one.seen[-1]
    yield Cell(first.date or "", _words(first), "date")
    yield Cell(last.date or "", _words(last), "date")
    yield Cell(str(len({seen.record for seen in one.seen})), "", "number")
    yield Cell(one.before.date or "", _words(one.before), "date") if one.before else Cell("")
    yield Cell(one.after.date or "", _words(one.after), "date") if one.after else Cell("")
    beside = list(dict.fromkeys(other.name for other in one.beside))
    more = [f"and {len(beside) - _BESIDE:,} more"] if len(beside) > _BESIDE else []
    yield Cell(", ".join([*beside[:_BESIDE], *more]), "", "doubt")
    yield Cell(quotes.get(first.participant, "the words"), _words(first), "words")
