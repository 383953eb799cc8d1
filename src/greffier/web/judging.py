"""The pages on which people judge: the token, the form for one thing, the log with its doubts."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Annotated, Final, TypeVar, cast

from fastapi import APIRouter, Depends, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from greffier.archive.protocol import Archive
from greffier.authority import shipped
from greffier.errors import QueryError
from greffier.jobs import judging
from greffier.model import Judgement, JudgementKind
from greffier.query.clashes import clashes
from greffier.query.judgements import (
    Signature,
    deciding,
    logged,
    merging,
    reassigning,
    splitting,
)
from greffier.web import addresses as address
from greffier.web.judged import thing_of
from greffier.web.listing import PageNumber, first_of, listing
from greffier.web.rendering import answer_page, archive_of
from greffier.web.view import form_values, local_path
from greffier.web.visiting import (
    COOKIE,
    COOKIE_AGE,
    LONGEST_NAME,
    admitted,
    cookie_of,
    require_own_form,
    token_of,
    visitor_of,
)

router = APIRouter()
T = TypeVar("T")

_READ: Final = ["GET", "HEAD"]
_LONGEST_FORM: Final = 16_384  # bytes; a reason is a sentence
_MOST: Final = 500  # judgements of the log that are shown
LONGEST_REASON: Final = 2_000


async def posted(request: Request) -> dict[str, str]:
    """Give the fields of a form, as a route depends on them."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LONGEST_FORM:
            raise HTTPException(413, "a form that is too long")
    return {key: value.strip() for key, value in form_values(body).items()}


Form = Annotated[dict[str, str], Depends(posted)]


@router.api_route("/judge", methods=_READ)
def enter(request: Request, back: str = "/judgements") -> Response:
    """Ask for the token, or say that it was given."""
    if not token_of(request):
        raise HTTPException(404, "nobody can judge here")
    return answer_page(request, "judge.html", back=local_path(back), refused=False)


@router.post("/judge")
def give(request: Request, form: Form) -> Response:
    """Take the token, and remember in a cookie that it was given."""
    require_own_form(request)
    author = " ".join(form.get("author", "").split())[:LONGEST_NAME]
    back = local_path(form.get("back", ""))
    if not author or not admitted(request, form.get("token", "")):
        return answer_page(request, "judge.html", status=403, back=back, refused=True)
    answer = RedirectResponse(back, status_code=303)
    answer.set_cookie(
        COOKIE,
        cookie_of(token_of(request), author),
        max_age=COOKIE_AGE,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/judge/leave")
def leave(request: Request, form: Form) -> Response:
    """Forget that the token was given."""
    require_own_form(request, form.get("seal", ""))
    answer = RedirectResponse("/judgements", status_code=303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


@router.api_route("/judge/{key}", methods=_READ)
def ask(request: Request, key: str, other: str = "") -> Response:
    """Show what can be decided of one thing, to whoever may decide."""
    visitor = visitor_of(request)
    if not visitor.possible:
        raise HTTPException(404, "nobody can judge here")
    if not visitor.author:
        return RedirectResponse(address.enter(request.url.path), status_code=303)
    thing = thing_of(archive_of(request), key)
    return answer_page(request, "judging.html", thing=thing, other=other)


@router.api_route("/judgements", methods=_READ)
def judgements(request: Request, page: PageNumber = 1) -> Response:
    """Show the log of judgements, the latest first, and what waits for one, a page at a time."""
    archive = archive_of(request)
    numbers = [one.n for one in archive.judgements()]
    log = list(logged(archive, after=numbers[-_MOST - 1] if len(numbers) > _MOST else 0))
    return answer_page(
        request,
        "judgements.html",
        log=log[::-1],
        earlier=len(numbers) - len(log),
        doubts=listing(_from(archive.doubts(), page), page),
    )


@router.api_route("/clashes", methods=_READ)
def list_clashes(request: Request, page: PageNumber = 1) -> Response:
    """Show where imported authorities and the records gainsay each other."""
    archive = archive_of(request)
    return answer_page(
        request,
        "clashes.html",
        clashes=listing(_from(clashes(archive, shipped()), page), page),
        authorities=archive.authorities(),
    )


def _from(items: Iterable[T], page: int) -> Iterator[T]:
    return islice(items, first_of(page), None)


@router.post("/judgements")
def judge(request: Request, form: Form) -> Response:
    """Keep a judgement that a form brings, and lead to where it shows."""
    require_own_form(request, form.get("seal", ""))
    archive = archive_of(request)
    by = Signature(author=visitor_of(request).author, reason=form.get("reason", ""))
    judging.judge(archive, made(archive, form, by))
    return RedirectResponse(local_path(form.get("back", "")) or "/judgements", status_code=303)


@router.post("/judgements/{number}/undo")
def undo(request: Request, number: int, form: Form) -> Response:
    """Take a judgement back."""
    require_own_form(request, form.get("seal", ""))
    judging.undo(archive_of(request), number)
    return RedirectResponse("/judgements", status_code=303)


def made(archive: Archive, fields: dict[str, str], by: Signature) -> Judgement:
    """Give the judgement that the fields of a form or of a request say.

    Args:
        archive: what is judged.
        fields: `kind`, `one` and, where it takes another, `other`: names that the archive has.
        by: who decides.

    Raises:
        QueryError: a field that is missing or cannot be read.
        UsageError: one that names nothing.
    """
    if not by.reason or len(by.reason) > LONGEST_REASON:
        met = f"{len(by.reason)} characters"
        raise QueryError("reason", met, f"a sentence of at most {LONGEST_REASON}")
    kind, one, other = (fields.get(name, "") for name in ("kind", "one", "other"))
    match cast("JudgementKind", kind):
        case "merge":
            return merging(archive, one, other, by)
        case "split":
            return splitting(archive, one, other or None, by)
        case "reassign":
            return reassigning(archive, one, other or None, by)
        case "reject" | "confirm" as decided:
            return deciding(archive, decided, one, by)
    raise QueryError("kind", repr(kind)[:60], "merge, split, reassign, reject or confirm")
