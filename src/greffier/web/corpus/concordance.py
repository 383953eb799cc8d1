"""A concordance: every place where something was said, a line each."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Final, cast

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from greffier.errors import QueryError
from greffier.query.concordance import (
    ALL_SORTED,
    CONTEXT,
    SORTED,
    WIDEST,
    Concordance,
    Line,
    Neighbour,
    concordance,
)
from greffier.web.asking import Asked
from greffier.web.corpus.asking import READ, Wanted, answer_words, kept, question_of
from greffier.web.passages import persons_of
from greffier.web.pictures import Cell
from greffier.web.rendering import archive_of
from greffier.web.taking import File, table_file

if TYPE_CHECKING:
    from greffier.archive.stored import Sort

router = APIRouter()

LINES: Final = 50  # of a page
_KEY: Final = "concordance"
_ORDERS: Final = {
    "oldest": "oldest first",
    "newest": "newest first",
    "left": "by the words before",
    "right": "by the words after",
    "speaker": "by speaker",
}
_NEIGHBOURS: Final = frozenset(("left", "right", "speaker"))
_COLUMNS: Final = (
    *("Date", "Speaker", "Office", "Of", "Before", "Words", "After"),
    *("Record", "Turn", "Span", "Session"),
)

Context = Annotated[int, Query(ge=0, le=WIDEST)]
Order = Annotated[str, Query(max_length=20)]


@router.api_route("/concordance", methods=READ)
def concordance_page(
    request: Request,
    wanted: Wanted,
    order: Order = "oldest",
    context: Context = CONTEXT,
    file: File = "",
) -> Response:
    """Show every place where words stand, with those on each side of them."""
    error: QueryError | None = None
    found: Concordance | None = None
    size = ALL_SORTED if file else LINES
    try:
        found = _found(request, wanted, order, context, size) if wanted.q else None
    except QueryError as fault:
        if file:
            raise
        error = fault
    lines = found.lines if found else ()
    asking = {"order": order, "context": str(context)}
    return table_file(file, _KEY, _COLUMNS, map(_cells, lines)) or answer_words(
        request,
        "concordance.html",
        wanted,
        error=error,
        found=found,
        first=(wanted.page - 1) * LINES + 1,
        persons=persons_of(archive_of(request), lines),
        orders=_ORDERS,
        order=order,
        context=context,
        widest=WIDEST,
        asking={**kept(wanted), **asking},
        file=f"{_KEY}.csv",
        most=SORTED if order in _NEIGHBOURS else ALL_SORTED,
        most_in_file=ALL_SORTED,
    )


def _found(request: Request, wanted: Asked, order: str, context: int, size: int) -> Concordance:
    """Give the lines of a page; of one file, the first that a file takes."""
    if order not in _ORDERS:
        raise QueryError("order", repr(order), f"one of {', '.join(_ORDERS)}")
    by = cast("Neighbour", order) if order in _NEIGHBOURS else None
    file = size == ALL_SORTED
    most = ALL_SORTED if file or by is None else SORTED
    offset = 0 if file else (wanted.page - 1) * size
    if offset >= most:
        raise QueryError("page", str(wanted.page), f"at most {most // size}: ask for less")
    sort = "oldest" if by else cast("Sort", order)
    question = replace(question_of(wanted), sort=sort, limit=size, offset=offset)
    return concordance(archive_of(request), question, context=context, by=by, most=most)


def _cells(line: Line) -> Iterator[Cell]:
    turn = "" if line.turn is None else str(line.turn)
    span = f"{line.span.start}-{line.span.end}"
    told = (line.date, line.speaker, line.office, line.of, line.left, line.node, line.right)
    return (Cell(one or "") for one in (*told, line.witness, turn, span, line.session))
