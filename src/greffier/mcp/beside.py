"""Positions side by side for assistants: what several said of one thing, session by session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from greffier.archive import Question
from greffier.authority import shipped
from greffier.errors import UsageError
from greffier.mcp.answers import Beside, Cell, Passage, Row
from greffier.query import named
from greffier.query.positions import positions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greffier.archive import Archive
    from greffier.mcp.citing import Citer
    from greffier.query.positions import Column, Position, Sitting

_ROWS = 30  # sessions of one answer
_SHOWN = 2  # passages of one cell


def beside(
    archive: Archive,
    question: Question,
    states: Sequence[str],
    speakers: Sequence[str],
    citer: Citer,
) -> Beside:
    """Put side by side what states, or what speakers, said of what a question asks for.

    Raises:
        UsageError: both are named or neither is, or the question cannot be read.
    """
    if bool(states) == bool(speakers):
        met = "both states and speakers" if states else "neither states nor speakers"
        raise UsageError("columns", met, "name the one or the other")
    known = shipped()
    by: Column = "of" if states else "speaker"
    columns = [named(Question(words="", of=one), known).of or one for one in states]
    asked = replace(named(question, known), spoken=True)
    found = positions(archive, asked, columns or list(speakers), by=by)
    return Beside(
        words=found.words,
        rows=[_row(one, found.columns, citer) for one in found.rows[:_ROWS]],
        left_out=max(len(found.rows) - _ROWS, 0),
        cut=list(found.cut),
    )


def _row(sitting: Sitting, columns: Sequence[str], citer: Citer) -> Row:
    cells = [
        Cell(
            column=column,
            total=len(cell),
            passages=[_passage(one, citer) for one in cell[:_SHOWN]],
        )
        for column, cell in zip(columns, sitting.cells, strict=True)
    ]
    return Row(session=sitting.session, name=sitting.name, date=sitting.date, cells=cells)


def _passage(one: Position, citer: Citer) -> Passage:
    return Passage(
        speaker=one.speaker,
        office=one.office,
        of=one.of,
        turn=one.turn,
        citation=citer.cite(one.witness, one.span),
    )
