"""The HTTP API: the same values as the pages show, as JSON; `/api/openapi.json` describes it."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from greffier.authority import shipped
from greffier.authority.institutions import institutions
from greffier.errors import QueryError
from greffier.exports.citing import cited
from greffier.query.checks import findings as held_against
from greffier.query.comparing import comparison, differences
from greffier.query.holding import held
from greffier.query.telling import told as side_by_side
from greffier.web.asking import HITS_PER_PAGE, Asked, asked
from greffier.web.citing import cited_as
from greffier.web.compare_page import asked_kinds
from greffier.web.description import answers
from greffier.web.paging import MOST, PER_PAGE, After, Key, Limit, link_next, page, place
from greffier.web.rendering import answer_json, archive_of
from greffier.web.turning import turned_to

router = APIRouter(tags=["archive"])

Named = Annotated[str | None, Query(max_length=1_000, description="only sessions of this one")]
Witness = Annotated[str, Query(max_length=1_000, description="another witness than the base")]
Raw = Annotated[bool, Query(description="as it was read, without judgements")]
_CITED = "of a record, a session, a fact, a paragraph or a passage"


@router.get("/sessions", responses=answers("StoredSession", many=True, paged=True))
def sessions(  # noqa: PLR0913, PLR0917 - one parameter for each part of the address
    request: Request,
    organisation: Named = None,
    body: Named = None,
    state: Named = None,
    person: Named = None,
    after: After = "",
    limit: Limit = PER_PAGE,
) -> Response:
    """Give the sessions that records are of, newest first, undated last, with all their tellings.

    Only those of an organisation (by acronym) or body, or in which somebody of a state or a person
    took part, where that is asked for.
    """
    last = place(after, 1)
    found = archive_of(request).sessions(
        organisation=organisation,
        body=body,
        state=state,
        person=person,
        after=last[0] if last else None,
        limit=limit + 1,
    )
    return page(request, found, limit=limit, key=lambda one: (one.id,))


@router.get("/sessions/{key}", responses=answers("StoredSession"))
def session(request: Request, key: Key) -> Response:
    """Give one session with what each record tells of it; any of its tellings leads to it."""
    return answer_json(archive_of(request).session(key))


@router.get("/sessions/{key}/told", responses=answers("Told"))
def told(request: Request, key: Key) -> Response:
    """Give what the records say of a session side by side: who says what, with the words.

    Every span counts code points of the text of its telling's witness.
    """
    archive = archive_of(request)
    return answer_json(side_by_side(archive.session(key), archive.reading))


@router.get("/sessions/{key}/findings", responses=answers("Finding", many=True))
def findings(request: Request, key: Key) -> Response:
    """Give what a session shows when it is held against the rules of whoever met.

    Every span counts code points of the text of the witness that stands for the session.
    """
    archive = archive_of(request)
    stored = archive.session(key)
    reading = archive.reading(stored.witness)
    return answer_json(held_against(reading, stored.session, institutions()))


@router.get("/records", responses=answers("StoredRecord", many=True, paged=True))
def records(request: Request, after: After = "", limit: Limit = PER_PAGE) -> Response:
    """Give the records, newest first, undated last."""
    last = place(after, 1)
    found = archive_of(request).records(after=last[0] if last else None, limit=limit + 1)
    return page(request, found, limit=limit, key=lambda one: (one.base,))


@router.get("/records/{key}", responses=answers("StoredRecord"))
def record(request: Request, key: Key) -> Response:
    """Give one record, as a list has it."""
    return answer_json(archive_of(request).record(key))


@router.get("/records/{key}/reading", responses=answers("Reading"))
def reading(request: Request, key: Key, witness: Witness = "", *, raw: Raw = False) -> Response:
    """Give the whole reading of a record's base, or of the witness that is asked for.

    Every span counts code points of that witness's text. Judgements on its facts are applied,
    unless it is asked for `raw`.
    """
    archive = archive_of(request)
    return answer_json(archive.reading(witness or archive.record(key).base, raw=raw))


@router.get("/records/{key}/witnesses", responses=answers("StoredWitness", many=True))
def witnesses(request: Request, key: Key) -> Response:
    """Give the witnesses that carry a record, in the order in which they came."""
    archive = archive_of(request)
    return answer_json(archive.witnesses(archive.record(key).id))


@router.get("/records/{key}/compare", responses=answers("Differences"))
def compare(
    request: Request,
    key: Key,
    witness: Annotated[
        tuple[str, ...], Query(max_length=100, description="only these witnesses")
    ] = (),
    kinds: Annotated[
        tuple[str, ...],
        Query(alias="class", max_length=20, description="only variants of these classes"),
    ] = (),
) -> Response:
    """Give where the witnesses of a record differ from its base, each variant with its words.

    `witness` and `class` may be given more than once: only these witnesses, these classes.
    """
    archive = archive_of(request)
    found = comparison(archive, key, witnesses=witness)
    return answer_json(differences(found, asked_kinds(kinds)))


@router.get("/citations/{name}", responses=answers("CitedAs"))
def citation(
    request: Request, name: Annotated[str, Path(max_length=60, description=_CITED)]
) -> Response:
    """Give how a record, a session, a turn, a paragraph or a passage is cited.

    A fact is named by its witness and its place in the reading (`a4231deef9788138.t12`), a
    paragraph after its turn (`.t12p3`), a passage by its code points (`:1200-1344`).
    """
    return answer_json(cited_as(cited(archive_of(request), name)))


@router.get("/search", responses=answers("Hits", paged=True))
def search(
    request: Request,
    wanted: Annotated[Asked, Depends(asked)],
    facets: Annotated[int, Query(ge=0, le=1_000, description="how many values of each")] = 0,
    after: After = "",
    limit: Limit = HITS_PER_PAGE,
) -> Response:
    """Give the passages that answer a question, the best first unless sorted.

    With `facets` all passages are counted by speaker, body, year and so on, so many values of each.
    """
    archive = archive_of(request)
    question = held(archive, wanted.question(facets=facets), shipped())
    turned = turned_to(archive, after, question)
    found = archive.search(replace(question, limit=limit, offset=turned.offset))
    more = turned.offset + limit < found.total
    return turned.page(request, archive, found, following=limit if more else 0)


@router.get("/persons/{key}", responses=answers("StoredPerson", paged=True))
def person(request: Request, key: Key, after: After = "", limit: Limit = MOST) -> Response:
    """Give a person with his appearances, oldest first; `limit` and `after` are of those."""
    found = archive_of(request).person(key)
    names = [(one.record.base, one.participant.id) for one in found.appearances]
    last = place(after, 2)
    if last is not None and last not in names:
        raise QueryError("after", repr(after[:60]), "a cursor of this person")
    start = names.index((last[0], last[1])) + 1 if last else 0
    some = found.appearances[start : start + limit]
    answer = answer_json(replace(found, appearances=some))
    if start + limit < len(names):
        link_next(request, answer, names[start + limit - 1])
    return answer
