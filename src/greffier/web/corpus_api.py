"""The HTTP API of an archive as a corpus: words in context, and counted, as JSON."""

from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from greffier.archive.stored import Question
from greffier.authority import shipped
from greffier.errors import QueryError
from greffier.query import collocates as beside
from greffier.query import concordance as in_context
from greffier.query import keywords as used
from greffier.query import named
from greffier.query.positions import MOST_COLUMNS, positions
from greffier.web.asking import Asked, asked
from greffier.web.corpus.asking import refuse_too_many
from greffier.web.description import answers
from greffier.web.paging import After, Limit
from greffier.web.rendering import answer_json, archive_of
from greffier.web.turning import turned_to

router = APIRouter(tags=["corpus"])

Wanted = Annotated[Asked, Depends(asked)]
Least = Annotated[int, Query(ge=1, le=1_000_000, description="only words that stand so often")]
Context = Annotated[int, Query(ge=0, le=in_context.WIDEST, description="words on each side")]
Window = Annotated[int, Query(ge=1, le=beside.WIDEST, description="words on each side")]
Side = Annotated[
    Literal["", "left", "right", "speaker"], Query(description="sorted by these neighbours")
]
Names = Annotated[
    tuple[Annotated[str, Query(max_length=1_000)], ...],
    Query(max_length=MOST_COLUMNS, description="a column each"),
]
Other = Annotated[str, Query(max_length=1_000, description="of the passages set against these")]


@router.get("/kwic", responses=answers("Concordance", paged=True))
def kwic(  # noqa: PLR0913, PLR0917 - one parameter for each part of the address
    request: Request,
    wanted: Wanted,
    context: Context = in_context.CONTEXT,
    by: Side = "",
    after: After = "",
    limit: Limit = 50,
) -> Response:
    """Give the places where words stand, a line each, with the words on both sides.

    Unless `sort` or `by` is given the oldest come first.
    """
    archive = archive_of(request)
    question = wanted.question()
    question = replace(question, sort=question.sort if wanted.sort else "oldest")
    turned = turned_to(archive, after, question, by)
    question = replace(question, limit=limit, offset=turned.offset)
    found = in_context.concordance(archive, question, context=context, by=by or None)
    return turned.page(request, archive, found, following=limit if found.more else 0)


@router.get("/keywords", responses=answers("Keyword", many=True))
def keywords(  # noqa: PLR0913, PLR0917 - one parameter for each part of the address
    request: Request,
    wanted: Wanted,
    against_speaker: Other = "",
    against_of: Other = "",
    against_organisation: Other = "",
    against_body: Other = "",
    least: Least = used.LEAST,
    limit: Limit = 50,
) -> Response:
    """Give the words that some passages use more than others, those furthest from chance first.

    The others are all other passages, unless one of the names that begin with `against` is given.
    """
    if not wanted.anything:
        raise QueryError("query", "no words and no restriction", "say whose words")
    question = wanted.question()
    other = Question(
        words="",
        language=question.language,
        spoken=question.spoken,
        speaker=against_speaker.strip() or None,
        of=against_of.strip() or None,
        organisation=against_organisation.strip() or None,
        body=against_body.strip() or None,
    )
    given = other.speaker or other.of or other.organisation or other.body
    against = named(other, shipped()) if given else None
    archive = archive_of(request)
    like = Question(words="", language=question.language, spoken=question.spoken)
    refuse_too_many(archive, question, against or like)
    return answer_json(used.keywords(archive, question, against, least=least, limit=limit))


@router.get("/collocates", responses=answers("Collocate", many=True))
def collocates(
    request: Request,
    wanted: Wanted,
    window: Window = beside.WINDOW,
    least: Least = beside.LEAST,
    limit: Limit = 50,
) -> Response:
    """Give the words that stand near others more than by chance, the furthest from it first."""
    archive = archive_of(request)
    question = wanted.question()
    refuse_too_many(archive, replace(question, words=""))
    found = beside.collocates(archive, question, window=window, least=least, limit=limit)
    return answer_json(found)


@router.get("/positions", responses=answers("Positions"))
def side_by_side(
    request: Request,
    wanted: Wanted,
    state: Names = (),
    who: Names = (),
) -> Response:
    """Put side by side what several said of something: a session a row, a name a column.

    The columns are those of `state`, a state or organisation each, or those of `who`, a speaker
    each; either may be given more than once, not both.
    """
    if bool(state) == bool(who):
        met = "both kinds of column" if state else "no columns"
        raise QueryError("state", met, "name the columns by `state`, or by `who`")
    known = shipped()
    columns = [named(Question(words="", of=one), known).of or one for one in state] or list(who)
    archive = archive_of(request)
    by: Literal["of", "speaker"] = "of" if state else "speaker"
    return answer_json(positions(archive, wanted.question(), columns, by=by))
