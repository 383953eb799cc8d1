"""The pages: what is asked of the archive for each, and the template that shows it."""

from math import ceil
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from greffier.archive.stored import Hits
from greffier.authority import shipped
from greffier.errors import QueryError, SeveralError
from greffier.exports.citing import part
from greffier.exports.taking import Taken, from_archive
from greffier.query.comparing import comparison
from greffier.query.holding import held
from greffier.query.missing import missing
from greffier.web import addresses as address
from greffier.web.asking import HITS_PER_PAGE, KINDS, Asked, asked_page
from greffier.web.citing import citation_of
from greffier.web.compare_page import TOLD, asked_kinds, sheet_of
from greffier.web.corpus.asking import kept
from greffier.web.download import witness_headers
from greffier.web.faceting import VALUES, narrower
from greffier.web.figures import offices_figure, speech_figure, turns_figure
from greffier.web.judged import by_fact, on_session
from greffier.web.layout import blocks, front
from greffier.web.linking import linked_person, linked_record, linked_session
from greffier.web.listing import PER_PAGE, PageNumber, first_of, listing
from greffier.web.passages import clipped, excerpt, persons_of, unseen
from greffier.web.person_names import others
from greffier.web.quality import figures
from greffier.web.record_page import choice, fact_groups, stated_elsewhere, turns_by_speaker
from greffier.web.rendering import answer_page, archive_of, based
from greffier.web.session_page import persons_in, session_sheet
from greffier.web.taking import File, figure_file
from greffier.web.view import COOKIE, COOKIE_AGE, FORM_LIMIT, View, form_values, local_path

router = APIRouter()
"""Every route is synchronous, because the archive is: the server runs it in a thread."""

_READ: Final = ["GET", "HEAD"]


@router.api_route("/", methods=_READ)
def sessions(request: Request, page: PageNumber = 1) -> Response:
    """Show what the archive holds: the sessions, newest first."""
    archive = archive_of(request)
    found = archive.sessions(limit=PER_PAGE + 1, offset=first_of(page))
    return answer_page(
        request, "sessions.html", counts=archive.counts(), sessions=listing(found, page)
    )


@router.api_route("/records", methods=_READ)
def records(request: Request, page: PageNumber = 1) -> Response:
    """Show the records, newest first, those of no session among them."""
    archive = archive_of(request)
    found = archive.records(limit=PER_PAGE + 1, offset=first_of(page))
    return answer_page(
        request, "records.html", counts=archive.counts(), records=listing(found, page)
    )


@router.api_route("/persons", methods=_READ)
def persons(request: Request, page: PageNumber = 1) -> Response:
    """Show the persons by name."""
    archive = archive_of(request)
    found = archive.persons(limit=PER_PAGE + 1, offset=first_of(page))
    return answer_page(
        request, "persons.html", counts=archive.counts(), persons=listing(found, page)
    )


@router.api_route("/sessions/{key}", methods=_READ)
def session(request: Request, key: str, file: File = "") -> Response:
    """Show a session: every fact with the way to the words that support it."""
    archive = archive_of(request)
    stored = archive.session(key)
    if key != stored.id:
        return RedirectResponse(address.session(stored.id), status_code=307)
    (taken,) = from_archive(archive, [stored.witness], exactly=True)
    reading = taken.reading
    sheet = session_sheet(archive, stored, reading)
    speech = speech_figure(reading, persons_in(stored))
    return figure_file(file, (speech,)) or answer_page(
        request,
        "session.html",
        speech=speech,
        where=address.session(stored.id),
        stored=stored,
        cite=citation_of(part(taken, stored.session.id)),
        linked=linked_session(stored, based(request)),
        sheet=sheet,
        judged=on_session(archive, stored),
        others=[one for one in archive.sessions_of(stored.witness) if one.id != stored.id],
    )


@router.api_route("/records/{key}", methods=_READ)
def record(  # noqa: PLR0913, PLR0917 - one parameter for each part of the address
    request: Request, key: str, witness: str = "", fact: str = "", span: str = "", q: str = ""
) -> Response:
    """Show a record for reading, the words highlighted that a fact or a hit rests on.

    Facts and spans are of the witness that the address names. Without them the record's base is
    shown, at the one address that a record has.
    """
    archive = archive_of(request)
    stored = archive.record(key)
    exact = fact or span
    if key != stored.id and not exact:
        return RedirectResponse(address.record(stored.id, witness=witness), status_code=307)
    reading = archive.reading(key if exact else witness or stored.base)
    if archive.record(reading.witness.id) != stored:
        return RedirectResponse(address.record(witness), status_code=307)
    chosen = choice(reading, fact, span)
    applied = archive.applications(reading.witness.id)
    made = archive.made_of(stored.id)
    witnesses = archive.witnesses(stored.id)
    taken = Taken(reading=reading, record=made, witnesses=witnesses)
    head, body = front(blocks(reading, chosen.marks))
    return answer_page(
        request,
        "record.html",
        record=stored,
        witnesses=witnesses,
        made=made,
        cite=citation_of(part(taken)),
        linked=linked_record(taken, based(request)),
        base=based(request),
        elsewhere=stated_elsewhere(made, reading.witness.id),
        reading=reading,
        head=head,
        body=body,
        chosen=chosen,
        applied=applied,
        judged=by_fact(applied),
        groups=fact_groups(reading, chosen),
        missing=list(missing(reading, archive.groupings(stored.id))),
        speakers=turns_by_speaker(reading),
        sessions=list(archive.sessions_of(reading.witness.id)),
        persons=archive.persons_of(reading.witness.id),
        query=q,
    )


@router.api_route("/records/{key}/compare", methods=_READ)
def compare(
    request: Request,
    key: str,
    witness: str = "",
    kinds: Annotated[tuple[str, ...], Query(alias="class")] = (),
    at: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Response:
    """Show a witness of a record beside its base, the variants marked in place."""
    archive = archive_of(request)
    stored = archive.record(key)
    wanted = asked_kinds(kinds)
    if key != stored.id:
        there = address.compare(stored.id, witness=witness, kinds=wanted, at=at)
        return RedirectResponse(there, status_code=307)
    names = [one.id for one in archive.witnesses(stored.id) if not one.base]
    beside = [witness] if witness else names[:1]
    found = comparison(archive, stored.id, witnesses=beside)
    return answer_page(
        request,
        "compare.html",
        record=stored,
        found=found,
        sheet=sheet_of(found, wanted, at) if found.compared else None,
        kinds=wanted,
        told=TOLD,
    )


@router.api_route("/records/{key}/witness", methods=_READ)
def witness(request: Request, key: str) -> Response:
    """Give the bytes of a witness exactly as they were received."""
    archive = archive_of(request)
    received = archive.reading(key).witness
    return Response(archive.witness_bytes(key), headers=witness_headers(received))


@router.api_route("/search", methods=_READ)
def search(request: Request, wanted: Annotated[Asked, Depends(asked_page)]) -> Response:
    """Show the search form, and what is found."""
    if not wanted.anything:
        return _search_page(request, wanted)
    try:
        archive = archive_of(request)
        found = archive.search(held(archive, wanted.question(facets=VALUES), shipped()))
    except QueryError as error:
        return _search_page(request, wanted, error=error)
    return _search_page(request, wanted, found=found)


def _search_page(
    request: Request, wanted: Asked, *, found: Hits | None = None, error: QueryError | None = None
) -> Response:
    hits = found.hits if found else ()
    return answer_page(
        request,
        "search.html",
        status=400 if error else 200,
        asked=wanted,
        kept=kept(wanted),
        kinds=KINDS,
        error=error,
        found=found,
        shown=[(hit, excerpt(hit), clipped(hit), unseen(hit)) for hit in hits],
        persons=persons_of(archive_of(request), hits),
        narrower=narrower(found, wanted) if found else (),
        first=(wanted.page - 1) * HITS_PER_PAGE + 1,
        last=ceil(found.total / HITS_PER_PAGE) if found else 0,
    )


@router.api_route("/persons/{key}", methods=_READ)
def person(request: Request, key: str, page: PageNumber = 1, file: File = "") -> Response:
    """Show a person: every appearance in time, with the office held on the day.

    A name that a record prints for him leads to the one address that he has.
    """
    archive = archive_of(request)
    try:
        found = archive.person(key)
    except SeveralError as error:
        some = list(archive.persons(only=error.choices))
        return answer_page(request, "choice.html", status=300, name=key, persons=some)
    if found.id != key:
        return RedirectResponse(address.person(found.id), status_code=307)
    held = offices_figure(archive, found)
    years = turns_figure(found)
    return figure_file(file, (held, years)) or answer_page(
        request,
        "person.html",
        person=found,
        linked=linked_person(found, based(request)),
        others=others(archive, found),
        offices=held,
        years=years,
        appearances=listing(found.appearances[first_of(page) :], page),
        where=address.person(found.id),
    )


@router.api_route("/quality", methods=_READ)
def quality(request: Request) -> Response:
    """Show how well the program reads: its figures over records with gold."""
    return answer_page(request, "quality.html", quality=figures())


@router.post("/view")
async def view(request: Request) -> Response:
    """Keep the view settings in a cookie and lead back to where the reader was."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > FORM_LIMIT:
            raise HTTPException(413, "a form that is too long")
    values = form_values(body)
    answer = RedirectResponse(local_path(values.get("back", "")), status_code=303)
    answer.set_cookie(
        COOKIE,
        View.chosen(values).cookie,
        max_age=COOKIE_AGE,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answer


@router.api_route("/healthz", methods=_READ)
def health(request: Request) -> Response:
    """Say whether the archive answers; for whatever watches the server."""
    archive_of(request).counts()
    return PlainTextResponse("ok\n")
