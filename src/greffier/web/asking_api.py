"""The HTTP API of who, of chairs, of what is watched, and of what can be taken away, as JSON."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from greffier.authority import shipped
from greffier.query.lines import line
from greffier.query.watching import news
from greffier.query.who import who
from greffier.web.authority_api import On
from greffier.web.description import answers
from greffier.web.paging import PER_PAGE, After, Limit, in_order, page, place
from greffier.web.rendering import answer_json, archive_of
from greffier.web.take_away import offered

router = APIRouter(tags=["archive"])

Name = Annotated[str, Path(min_length=1, max_length=1_000, description="as it is called")]


@router.get("/who", responses=answers("Answer"))
def who_held(
    request: Request,
    q: Annotated[str, Query(min_length=1, max_length=1_000, description="an office or a person")],
    on: On = "",
) -> Response:
    """Give who held an office, on a day if one is given, or which offices somebody held.

    An office is asked for with what it is of: `President of Kyrgyzstan`. Every observation has its
    words in `quotes`.
    """
    return answer_json(who(archive_of(request), q.strip(), shipped(), on=on.strip() or None))


@router.get("/lines/{name:path}", responses=answers("Line"))
def chairs(request: Request, name: Name) -> Response:
    """Give who held the chair of an organisation or body, by which words, and who was next."""
    return answer_json(line(archive_of(request), name, shipped()))


@router.get("/persons", responses=answers("ListedPerson", many=True, paged=True))
def persons(request: Request, after: After = "", limit: Limit = PER_PAGE) -> Response:
    """Give the persons whom records name, by name, each with the office last seen of him."""
    last = place(after, 2)
    start = (last[0], last[1]) if last else None
    found = archive_of(request).persons(after=start, limit=limit + 1)
    return page(request, found, limit=limit, key=lambda one: (one.name, one.id))


@router.get("/watches", responses=answers("Watch", many=True, paged=True))
def watches(request: Request, after: After = "", limit: Limit = PER_PAGE) -> Response:
    """Give the questions that are watched, by name."""
    found = archive_of(request).watches()
    return in_order(request, found, after=after, limit=limit, key=lambda one: (one.name,))


@router.get("/watches/{name:path}", responses=answers("News"))
def watch(request: Request, name: Name, limit: Limit = 20) -> Response:
    """Give what came for a watch since it was last looked at; this is no look."""
    return answer_json(news(archive_of(request), name, limit=limit))


@router.get("/formats", responses=answers("Offered", many=True))
def formats() -> Response:
    """Give the forms in which records and passages can be taken away, and where."""
    return answer_json(offered())
