"""Positions side by side: a session a row, a state or a speaker a column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from greffier.archive.protocol import Archive
from greffier.archive.stored import Question
from greffier.authority import shipped
from greffier.errors import QueryError
from greffier.model import Span
from greffier.query import named
from greffier.query.frequency import frequency
from greffier.query.positions import (
    MOST_COLUMNS,
    MOST_PASSAGES,
    Column,
    Position,
    Positions,
    Sitting,
    positions,
)
from greffier.web.asking import Asked
from greffier.web.corpus.asking import READ, Wanted, answer_words, kept, question_of
from greffier.web.listing import first_of, listing
from greffier.web.marking import Words
from greffier.web.passages import clipped, excerpt, unseen
from greffier.web.pictures import Cell
from greffier.web.rendering import archive_of
from greffier.web.taking import File, table_file

router = APIRouter()

ROWS: Final = 20  # sessions of a page
SHOWN: Final = 3  # passages of a cell
_FIRST: Final = 3  # columns, where none are named: of those that said most of it
_KEY: Final = "positions"
_BY: Final[dict[Column, str]] = {"of": "states", "speaker": "speakers"}
_COLUMNS: Final = (
    *("Date", "Session", "Column", "Speaker", "Office", "Of", "Words"),
    *("Record", "Turn", "Span", "Session identifier"),
)

Names = Annotated[tuple[str, ...], Query()]


@dataclass(frozen=True, slots=True)
class Said:
    """A passage as a cell shows it.

    Args:
        before, after: whether the passage goes on there.
        unseen: how many places of it are not shown.
    """

    position: Position
    words: tuple[Words, ...]
    before: bool
    after: bool
    unseen: int


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A passage as `excerpt` takes it."""

    quote: str
    span: Span
    matches: tuple[Span, ...]


@router.api_route("/positions", methods=READ)
def positions_page(
    request: Request,
    wanted: Wanted,
    column: Names = (),
    by: Annotated[str, Query(max_length=20)] = "of",
    file: File = "",
) -> Response:
    """Show what several said of something, side by side."""
    archive = archive_of(request)
    error: QueryError | None = None
    found: Positions | None = None
    offered: dict[str, int] = {}
    try:
        way = _way(by)
        if wanted.q:
            offered = _offered(archive, question_of(wanted), way)
            columns = tuple(dict.fromkeys(filter(None, map(str.strip, column))))
            found = _found(archive, wanted, columns or tuple(offered)[:_FIRST], way)
    except QueryError as fault:
        if file:
            raise
        error = fault
    rows = found.rows if found else ()
    shown = listing(rows[first_of(wanted.page, size=ROWS) :], wanted.page, size=ROWS)
    columns = found.columns if found else ()
    return table_file(file, _KEY, _COLUMNS, _cells(found) if found else ()) or answer_words(
        request,
        "positions.html",
        wanted,
        error=error,
        found=found,
        shown=shown,
        cells=[_said(one) for one in shown.items],
        first=SHOWN,
        by=by,
        ways_of=_BY,
        offered=_with(offered, columns),
        most=MOST_PASSAGES,
        asking={**kept(wanted), "by": by},
        columns=columns,
        file=f"{_KEY}.csv",
    )


def _way(by: str) -> Column:
    for way in _BY:
        if way == by:
            return way
    raise QueryError("by", repr(by), f"one of {', '.join(_BY)}")


def _offered(archive: Archive, question: Question, by: Column) -> dict[str, int]:
    """Give who said it most often, as names that are meant whole, with how often."""
    rows = frequency(archive, replace(question, spoken=True), by=by)
    said = {f"={one.value}": one.occurrences for one in rows if one.value and one.occurrences}
    return dict(sorted(said.items(), key=lambda one: (-one[1], one[0]))[:MOST_COLUMNS])


def _with(offered: dict[str, int], columns: Sequence[str]) -> dict[str, int | None]:
    """Give what may be chosen for a column: also what was chosen and said little of it."""
    return {**offered, **{one: None for one in columns if one not in offered}}


def _found(
    archive: Archive, wanted: Asked, columns: tuple[str, ...], by: Column
) -> Positions | None:
    """Put the columns side by side; None where nobody said anything of it."""
    question = question_of(wanted)
    if by == "of":
        columns = tuple(_kept_as(one) for one in columns)
    return positions(archive, question, columns, by=by) if columns else None


def _kept_as(name: str) -> str:
    """Give the name by which the readings keep what a column is asked by."""
    return named(Question(words="", of=name), shipped()).of or name


def _said(row: Sitting) -> list[list[Said]]:
    return [[_shown(one) for one in cell[:SHOWN]] for cell in row.cells]


def _shown(one: Position) -> Said:
    quoted = _Quoted(one.text, Span(0, len(one.text)), one.matches)
    return Said(one, excerpt(quoted), *clipped(quoted), unseen(quoted))


def _cells(found: Positions) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each passage: a table of one value a cell."""
    for row in found.rows:
        for column, cell in zip(found.columns, row.cells, strict=True):
            for one in cell:
                turn = "" if one.turn is None else str(one.turn)
                span = f"{one.span.start}-{one.span.end}"
                told = (one.speaker, one.office, one.of, one.text, one.witness, turn, span)
                whole = (row.date, row.name, column.removeprefix("="), *told, row.session)
                yield tuple(Cell(value or "") for value in whole)
