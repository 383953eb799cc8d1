"""Judgements over HTTP: listed for everybody, made and undone by whoever bears the token."""

from typing import Annotated

from fastapi import APIRouter, Header, Path, Request
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from greffier.errors import QueryError
from greffier.jobs import judging
from greffier.model import JudgementKind
from greffier.query.judgements import Signature, logged
from greffier.web.description import answers
from greffier.web.judging import LONGEST_REASON, made
from greffier.web.paging import PER_PAGE, After, Limit, in_order, page, place
from greffier.web.rendering import answer_json, archive_of
from greffier.web.visiting import LONGEST_NAME, admitted, token_of

router = APIRouter(tags=["judgements"])

Bearer = Annotated[str, Header(alias="Authorization", description="`Bearer` and the token.")]
_DIGITS = 19  # of a number that a database counts to
_Key = Annotated[str, Field(max_length=300)]


class Decision(BaseModel):
    """A judgement to be made; `one` and `other` are names that the archive has."""

    kind: JudgementKind
    one: _Key
    other: _Key = ""
    author: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
    reason: Annotated[str, Field(min_length=1, max_length=LONGEST_REASON)]


@router.get("/judgements", responses=answers("Logged", many=True, paged=True))
def judgements(request: Request, after: After = "", limit: Limit = PER_PAGE) -> Response:
    """Give the log of judgements, the earliest first, with what each applies to now."""
    last = place(after, 1)
    if last and not (last[0].isdecimal() and len(last[0]) < _DIGITS):
        raise QueryError("after", repr(after[:60]), "a cursor of this list")
    found = logged(archive_of(request), after=int(last[0]) if last else 0)
    return page(request, found, limit=limit, key=lambda one: (str(one.judged.n),))


@router.get("/doubts", responses=answers("StoredDoubt", many=True, paged=True))
def doubts(request: Request, after: After = "", limit: Limit = PER_PAGE) -> Response:
    """Give what waits for a judgement: persons and sessions that may be one."""
    found = archive_of(request).doubts()
    return in_order(request, found, after=after, limit=limit, key=lambda one: (one.one, one.other))


@router.post("/judgements", status_code=201, responses=answers("Kept", status=201))
def judge(request: Request, decision: Decision, authorization: Bearer = "") -> Response:
    """Make a judgement, and give its number in the log."""
    _require(request, authorization)
    archive = archive_of(request)
    by = Signature(author=decision.author, reason=decision.reason)
    fields = {"kind": decision.kind, "one": decision.one, "other": decision.other}
    number = judging.judge(archive, made(archive, fields, by))
    return answer_json({"n": number}, status=201)


@router.post("/judgements/{number}/undo", responses=answers("Kept"))
def undo(
    request: Request,
    number: Annotated[int, Path(ge=1, le=2**53, description="its number in the log")],
    authorization: Bearer = "",
) -> Response:
    """Take a judgement back; it stays in the log."""
    _require(request, authorization)
    judging.undo(archive_of(request), number)
    return answer_json({"n": number})


def _require(request: Request, authorization: str) -> None:
    """Refuse whoever does not bear the token; where none is set nobody can judge."""
    if not token_of(request):
        raise HTTPException(404, "nobody can judge here")
    scheme, _, given = authorization.partition(" ")
    if scheme.lower() != "bearer" or not admitted(request, given.strip()):
        refused = "no token, or another" if authorization else "no token"
        raise HTTPException(401, refused, headers={"WWW-Authenticate": "Bearer"})
