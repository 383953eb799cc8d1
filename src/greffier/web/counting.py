"""How often something was said: a page with its picture, and the answer of the API."""

from typing import Annotated, Final, get_args

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from greffier.archive.speech import By
from greffier.errors import QueryError
from greffier.query.frequency import Frequency, frequency
from greffier.query.languages import mixed
from greffier.web import addresses as address
from greffier.web.asking import Asked, asked, asked_page
from greffier.web.corpus.asking import kept
from greffier.web.description import answers
from greffier.web.figures.frequency import frequency_figure
from greffier.web.rendering import answer_json, answer_page, archive_of
from greffier.web.taking import File, figure_file

pages = APIRouter()
api = APIRouter(tags=["archive"])

_WAYS: Final[dict[By, str]] = {
    "year": "from year to year",
    "month": "from month to month",
    "speaker": "by speaker",
    "of": "by state",
    "organisation": "by organisation",
    "body": "by body",
}
Wanted = Annotated[Asked, Depends(asked)]
Way = Annotated[
    str,
    Query(
        max_length=20,
        description=f"one of {', '.join(get_args(By))}",
        json_schema_extra={"enum": [*_WAYS]},
    ),
]
Measure = Annotated[str, Query(max_length=20, description="`million`: in a million words")]


@pages.api_route("/frequency", methods=["GET", "HEAD"])
def frequency_page(
    request: Request,
    wanted: Annotated[Asked, Depends(asked_page)],
    by: Way = "year",
    per: Measure = "",
    file: File = "",
) -> Response:
    """Show how often something was said, from year to year or by whom."""
    way = _way(by)
    error: QueryError | None = None
    rows: tuple[Frequency, ...] = ()
    try:
        rows = frequency(archive_of(request), wanted.question(), by=way) if wanted.q else ()
    except QueryError as found:
        error = found
    several = mixed(archive_of(request), wanted.question()) if rows else ()
    named = kept(wanted)
    shown = frequency_figure(rows, named, by=way, per_million=per == "million")
    return figure_file(file, (shown,)) or answer_page(
        request,
        "frequency.html",
        status=400 if error else 200,
        asked=wanted,
        named=named,
        kept=named,
        error=error,
        shown=shown,
        by=way,
        per=per,
        ways=_WAYS,
        several=several,
        total=sum(one.occurrences for one in rows),
        where=address.counted({**named, "by": way, "per": per}),
    )


@api.get("/frequency", responses=answers("Frequency", many=True))
def frequency_answer(request: Request, wanted: Wanted, by: Way = "year") -> Response:
    """Give how often something was said, by what its passages share; the words of a search."""
    return answer_json(frequency(archive_of(request), wanted.question(), by=_way(by)))


def _way(by: str) -> By:
    for way in _WAYS:
        if way == by:
            return way
    raise QueryError("by", repr(by), f"one of {', '.join(_WAYS)}")
