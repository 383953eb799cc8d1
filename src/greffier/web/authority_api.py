"""The HTTP API of states, organisations, bodies and offices: what their pages show, as JSON."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from greffier.authority import shipped
from greffier.query.offices import office_account
from greffier.query.seats import seat_account, seat_names
from greffier.query.states import state_account
from greffier.web.description import answers
from greffier.web.paging import PER_PAGE, After, Limit, in_order
from greffier.web.rendering import answer_json, archive_of

router = APIRouter(tags=["authority"])

Offset = Annotated[int, Query(ge=0, le=10_000_000, description="how many sessions to leave out")]
Of = Annotated[str, Query(max_length=1_000, description="the state or organisation it is of")]
Name = Annotated[
    str, Path(min_length=1, max_length=1_000, description="any of its names, or its code")
]
Title = Annotated[str, Path(min_length=1, max_length=1_000, description="as records have it")]
On = Annotated[str, Query(max_length=21, description="a day, month or year: 2020-12-02")]


@router.get("/states", responses=answers("StoredParty", many=True, paged=True))
def states(request: Request, after: After = "", limit: Limit = PER_PAGE) -> Response:
    """Give the states of which records name somebody, by name."""
    names = [one.name for one in shipped().states]
    with archive_of(request).survey() as survey:
        found = list(survey.parties(names))
    return in_order(request, found, after=after, limit=limit, key=lambda one: (one.of,))


@router.get("/states/{name:path}", responses=answers("StateAccount"))
def state(request: Request, name: Name, limit: Limit = PER_PAGE, offset: Offset = 0) -> Response:
    """Give a state by any of its names or its ISO code; `limit` is of its sessions."""
    account = state_account(archive_of(request), name, shipped(), limit=limit, offset=offset)
    return answer_json(account)


@router.get("/organisations", responses=answers("StoredSeat", many=True, paged=True))
def organisations(request: Request, after: After = "", limit: Limit = PER_PAGE) -> Response:
    """Give the organisations and bodies whose sessions records tell of, by name."""
    with archive_of(request).survey() as survey:
        found = list(survey.seats())
    return in_order(
        request,
        found,
        after=after,
        limit=limit,
        key=lambda one: (one.organisation or "", one.body or ""),
    )


@router.get("/organisations/{name:path}", responses=answers("SeatAccount"))
def organisation(
    request: Request, name: Name, on: On = "", limit: Limit = PER_PAGE, offset: Offset = 0
) -> Response:
    """Give an organisation by any of its names; `on` is the day for which members are given."""
    return _seat(request, name, None, on, limit, offset)


@router.get("/bodies/{name:path}", responses=answers("SeatAccount"))
def body(  # noqa: PLR0913, PLR0917 - one parameter for each part of the address
    request: Request,
    name: Name,
    of: Of = "",
    on: On = "",
    limit: Limit = PER_PAGE,
    offset: Offset = 0,
) -> Response:
    """Give a body of an organisation, or of none where `of` is left out."""
    return _seat(request, of or None, name, on, limit, offset)


@router.get("/offices", responses=answers("StoredOffice", many=True, paged=True))
def offices(request: Request, of: Of = "", after: After = "", limit: Limit = PER_PAGE) -> Response:
    """Give the offices that records show somebody in, by what they are of and their titles."""
    with archive_of(request).survey() as survey:
        found = list(survey.offices(of=of or None))
    return in_order(
        request,
        found,
        after=after,
        limit=limit,
        key=lambda one: (one.of or "", one.office),
    )


@router.get("/offices/{title:path}", responses=answers("OfficeAccount"))
def office(request: Request, title: Title, of: Of = "", on: On = "") -> Response:
    """Give who is seen in an office when, and who held it on a day."""
    account = office_account(archive_of(request), title, of or None, on=on.strip() or None)
    return answer_json(account)


def _seat(  # noqa: PLR0913, PLR0917 - as above
    request: Request, organisation: str | None, body: str | None, on: str, limit: int, offset: int
) -> Response:
    known = shipped()
    day = on.strip() or datetime.now(UTC).date().isoformat()
    acronym, name = seat_names(known, organisation, body)
    account = seat_account(
        archive_of(request), acronym, name, known, on=day, limit=limit, offset=offset
    )
    return answer_json(account)
