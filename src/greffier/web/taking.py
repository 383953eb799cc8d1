"""Pictures and tables of a page as files of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Query
from starlette.exceptions import HTTPException
from starlette.responses import Response

from greffier.web.pictures.figure import table_csv

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.web.pictures import Cell, Figure

File = Annotated[str, Query(alias="take", max_length=40)]
"""What an address of a page asks for instead of the page."""

_TYPES = {"csv": "text/csv; charset=utf-8; header=present", "svg": "image/svg+xml"}


def figure_file(file: str, figures: Iterable[Figure | None]) -> Response | None:
    """Give a picture or its table as a file, if that is what an address asks for.

    Args:
        file: the picture's key and what is wanted of it: `held.csv`, `held.svg`; empty where the
            page is wanted.
        figures: those of the page; None stands for one that this page does not have.

    Raises:
        HTTPException: the page has no such picture.
    """
    if not file:
        return None
    key, _, form = file.partition(".")
    found = next((one for one in figures if one is not None and one.key == key), None)
    if found is None or form not in _TYPES:
        raise HTTPException(404, "no picture of this page is called so")
    return _attached(found.table if form == "csv" else found.file, key, form)


def table_file(
    file: str, key: str, columns: Iterable[str], rows: Iterable[Iterable[Cell]]
) -> Response | None:
    """Give the table of a page as a file, if that is what an address asks for.

    Args:
        file: what is asked for: `{key}.csv`; empty where the page is wanted.
        key: names the table.
        columns: what the first line says.
        rows: the table.

    Raises:
        HTTPException: the page has no such table.
    """
    if not file:
        return None
    if file != f"{key}.csv":
        raise HTTPException(404, "no table of this page is called so")
    return _attached(table_csv(columns, rows), key, "csv")


def _attached(content: str, key: str, form: str) -> Response:
    return Response(
        content.encode("utf-8", "replace"),
        media_type=_TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="greffier-{key}.{form}"'},
    )
