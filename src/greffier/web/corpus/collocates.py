"""Words that stand near others more often than by chance, as a page."""

from dataclasses import replace
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from greffier.errors import QueryError
from greffier.query.collocates import LEAST, WIDEST, WINDOW, Collocate, collocates
from greffier.query.languages import mixed
from greffier.web import addresses as address
from greffier.web.asking import Asked
from greffier.web.corpus.asking import (
    READ,
    Least,
    Wanted,
    answer_words,
    kept,
    question_of,
    refuse_too_many,
)
from greffier.web.pictures import Cell
from greffier.web.rendering import archive_of
from greffier.web.taking import File, table_file

router = APIRouter()

ROWS: Final = 100
_ROWS_OF_A_FILE: Final = 5_000
_KEY: Final = "collocates"
_COLUMNS: Final = ("Word", "Near", "By chance", "In all", "Log-likelihood", "Log Dice")

Window = Annotated[int, Query(ge=1, le=WIDEST)]


@router.api_route("/collocates", methods=READ)
def collocates_page(
    request: Request,
    wanted: Wanted,
    window: Window = WINDOW,
    least: Least = LEAST,
    file: File = "",
) -> Response:
    """Show the words that stand near those of a search."""
    error: QueryError | None = None
    found: tuple[Collocate, ...] = ()
    limit = _ROWS_OF_A_FILE if file else ROWS
    try:
        found = _found(request, wanted, window, least, limit) if wanted.q else ()
    except QueryError as fault:
        if file:
            raise
        error = fault
    rows = [_cells(one, wanted, window) for one in found]
    return table_file(file, _KEY, _COLUMNS, rows) or answer_words(
        request,
        "collocates.html",
        wanted,
        error=error,
        columns=_COLUMNS,
        rows=rows,
        several=mixed(archive_of(request), question_of(wanted)) if found else (),
        nodes=found[0].node if found else 0,
        window=window,
        widest=WIDEST,
        least=least,
        most=ROWS,
        asking={**kept(wanted), "window": str(window), "least": str(least)},
        file=f"{_KEY}.csv",
    )


def _found(
    request: Request, wanted: Asked, window: int, least: int, limit: int
) -> tuple[Collocate, ...]:
    archive = archive_of(request)
    question = question_of(wanted)
    refuse_too_many(archive, replace(question, words=""))
    return collocates(archive, question, window=window, least=least, limit=limit)


def _cells(one: Collocate, wanted: Asked, window: int) -> tuple[Cell, ...]:
    return (
        Cell(one.word, _together(one.word, wanted, window)),
        Cell(str(one.together), "", "number"),
        Cell(f"{one.expected:.1f}", "", "number"),
        Cell(str(one.count), "", "number"),
        Cell(f"{one.log_likelihood:.1f}", "", "number"),
        Cell(f"{one.log_dice:.1f}", "", "number"),
    )


def _together(word: str, wanted: Asked, window: int) -> str:
    """Give the address at which both stand in context: near each other where one word is asked for.

    Of a question of more words the passages that also hold this one are shown.
    """
    words = f'"{wanted.q} {word}"~{window - 1}' if wanted.q.isalpha() else f"({wanted.q}) {word}"
    return address.concordance({**kept(wanted), "q": words})
