"""The pages of states, organisations, bodies and offices: what each is, in time."""

from datetime import UTC, date, datetime
from typing import Annotated, Final, NamedTuple

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from greffier.archive.surveyed import Which
from greffier.authority import shipped
from greffier.query.offices import office_account
from greffier.query.seats import seat_account, seat_names
from greffier.query.states import StateAccount, named_state, state_account
from greffier.query.tenures import by_person
from greffier.web import addresses as address
from greffier.web import links
from greffier.web.figures import (
    chair_figure,
    company_figure,
    diary_figure,
    held_figure,
    meeting_figures,
    membership_figure,
)
from greffier.web.figures.diary import by_body, by_organisation, by_status
from greffier.web.listing import PER_PAGE, PageNumber, first_of, listing
from greffier.web.organs import organs
from greffier.web.pictures import Figure
from greffier.web.rendering import answer_page, archive_of
from greffier.web.taking import File, figure_file

router = APIRouter()


class Place(NamedTuple):
    """An organisation, or a body of one or of none, by the names that they are kept by."""

    organisation: str | None
    body: str | None


Of = Annotated[str, Query(max_length=1_000)]
On = Annotated[str, Query(max_length=21)]
_READ: Final = ["GET", "HEAD"]
_DRAWN: Final = 200  # sessions in a picture
_HOLDERS: Final = 24  # rows of holders on a state's page, where much else stands
_ROTATIONS: Final = {
    "alphabetical-ru": "in the Russian alphabetical order of the members' names",
    "alphabetical-en": "in the English alphabetical order of the members' names",
    "decided": "in an order that is decided ahead",
    "elected": "by election",
    "agreed": "as the members agree from time to time",
    "host": "to whoever holds the session",
    "fixed": "to no other member",
    "with the organisation": "with the chair of the organisation",
}
_TERMS: Final = {
    "P1Y": "a year",
    "P6M": "half a year",
    "P3M": "three months",
    "P1M": "a month",
    "P2Y": "two years",
    "P3Y": "three years",
    "session": "the time until the next regular session",
}


@router.api_route("/states", methods=_READ)
def states(request: Request) -> Response:
    """Show the states of which records name somebody."""
    names = [one.name for one in shipped().states]
    with archive_of(request).survey() as survey:
        return answer_page(request, "states.html", states=list(survey.parties(names)))


@router.api_route("/organisations", methods=_READ)
def organisations(request: Request, file: File = "") -> Response:
    """Show the organisations whose sessions records tell of, and those that are known besides."""
    which = Which(organised=True)
    with archive_of(request).survey() as survey:
        found = organs(survey.seats(), shipped())
        total = survey.count_sessions(which)
        latest = list(survey.sessions(which, limit=_DRAWN))
    diary = diary_figure(latest, by_organisation, called="Sessions by organisation", total=total)
    met = {one.acronym for one in found}
    return figure_file(file, (diary,)) or answer_page(
        request,
        "organisations.html",
        organisations=found,
        others=[one for one in shipped().organisations if one.acronym not in met],
        diary=diary,
        where="/organisations",
    )


@router.api_route("/offices", methods=_READ)
def offices(request: Request, of: Of = "", page: PageNumber = 1) -> Response:
    """Show the offices that records show somebody in: all, or those of a state or other thing."""
    with archive_of(request).survey() as survey:
        found = survey.offices(of=of or None, limit=PER_PAGE + 1, offset=first_of(page))
        return answer_page(
            request,
            "offices.html",
            of=of,
            offices=listing(found, page),
            where=address.offices(of),
        )


@router.api_route("/offices/{title:path}", methods=_READ)
def office(request: Request, title: str, of: Of = "", on: On = "", file: File = "") -> Response:
    """Show who is seen in an office when, and who held it on a day."""
    account = office_account(archive_of(request), title, of or None, on=on.strip() or None)
    dated = by_person(account.tenures)
    called = f"Who is seen as {account.office}" + (f" of {account.of}" if account.of else "")
    held = held_figure(dated, account.quotes, key="held", called=called, by="person")
    return figure_file(file, (held,)) or answer_page(
        request,
        "office.html",
        account=account,
        held=held if dated else None,
        where=address.office(account.office, account.of),
        action=address.office(account.office),
    )


@router.api_route("/states/{name:path}", methods=_READ)
def state(request: Request, name: str, page: PageNumber = 1, file: File = "") -> Response:
    """Show a state: who held office, where it belongs, what it chaired, where it took part."""
    known = shipped()
    kept = named_state(known, name).name
    where = address.state(kept)
    if kept != name:
        return RedirectResponse(address.listing(where, page), status_code=301)
    account = state_account(
        archive_of(request), kept, known, limit=_asked(page), offset=first_of(page)
    )
    held = _held_of(account)
    belongs = membership_figure(account.memberships, _today())
    company = company_figure(account.met, called=f"Whom {kept} met")
    diary = None
    if page == 1:
        called = f"Sessions with somebody of {kept}"
        diary = diary_figure(account.sessions, by_organisation, called=called, total=account.total)
    return figure_file(file, (held, belongs, company, diary)) or answer_page(
        request,
        "state.html",
        account=account,
        held=held,
        memberships=belongs,
        company=company,
        diary=diary,
        sessions=listing(account.sessions, page),
        where=where,
    )


@router.api_route("/organisations/{name:path}", methods=_READ)
def organisation(
    request: Request, name: str, on: On = "", page: PageNumber = 1, file: File = ""
) -> Response:
    """Show an organisation: bodies, members on a day, rules, the line of its chair, sessions."""
    kept, _ = seat_names(shipped(), name, None)
    if kept is not None and kept != name:
        there = address.listing(address.organisation(kept), page)
        return RedirectResponse(there, status_code=301)
    return _seat_page(request, Place(kept, None), on=on, page=page, file=file)


@router.api_route("/bodies/{name:path}", methods=_READ)
def body(  # noqa: PLR0913, PLR0917 - one parameter for each part of the address
    request: Request,
    name: str,
    of: Of = "",
    on: On = "",
    page: PageNumber = 1,
    file: File = "",
) -> Response:
    """Show a body as an organisation is shown."""
    place = Place(*seat_names(shipped(), of or None, name))
    if place != Place(of or None, name):
        there = address.listing(links.seat(place.organisation, place.body), page)
        return RedirectResponse(there, status_code=301)
    return _seat_page(request, place, on=on, page=page, file=file)


def _seat_page(request: Request, place: Place, *, on: str, page: int, file: str) -> Response:
    account = seat_account(
        archive_of(request),
        place.organisation,
        place.body,
        shipped(),
        on=on.strip() or _today().isoformat(),
        limit=_asked(page),
        offset=first_of(page),
    )
    name = place.body or place.organisation or ""
    rule = account.rules[0] if account.rules else None
    chair = chair_figure(
        account.line, account.listed, rule, _today(), called=f"The chair of {name}"
    )
    met = meeting_figures(
        account.attended, account.together, called=f"Who met whom in sessions of {name}"
    )
    diary = None
    if page == 1:
        rows_of = by_status if place.body else by_body
        called = f"Sessions of {name}"
        diary = diary_figure(account.sessions, rows_of, called=called, total=account.total)
    return figure_file(file, (chair, *met, diary)) or answer_page(
        request,
        "seat.html",
        account=account,
        chair=chair,
        met=met,
        diary=diary,
        sessions=listing(account.sessions, page),
        rotations=_ROTATIONS,
        terms=_TERMS,
        where=links.seat(place.organisation, place.body),
        action=links.seat(place.organisation, place.body).partition("?")[0],
    )


def _held_of(account: StateAccount) -> Figure | None:
    if not account.tenures:
        return None
    called = f"Persons in offices of {account.state.name}"
    return held_figure(account.tenures, {}, key="held", called=called, by="both", most=_HOLDERS)


def _asked(page: int) -> int:
    """Give how many sessions are asked for: on the first page, those of its picture."""
    return _DRAWN if page == 1 else PER_PAGE + 1


def _today() -> date:
    return datetime.now(UTC).date()
