"""What the pages of words share: the fields of a search, and how much they take on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Final

from fastapi import Depends, Query

from greffier.errors import QueryError
from greffier.web.asking import KINDS, Asked, asked_page
from greffier.web.rendering import answer_page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from greffier.archive.protocol import Archive
    from greffier.archive.stored import Question

READ: Final = ["GET", "HEAD"]
MOST: Final = 100_000
"""Passages whose words a page counts: of more nobody waits for the answer."""

Wanted = Annotated[Asked, Depends(asked_page)]
Least = Annotated[int, Query(ge=1, le=1_000_000)]


def kept(wanted: Asked) -> dict[str, str]:
    """Give the fields of a search that every page of words takes over, as addresses name them."""
    return {
        key: value for key, value in wanted.named().items() if value and key not in {"sort", "page"}
    }


def question_of(wanted: Asked) -> Question:
    """Give the question of a search without its order, which each of these pages has its own of."""
    return replace(wanted, sort="", page=1).question()


def refuse_too_many(archive: Archive, *questions: Question) -> None:
    """Refuse what would be counted over more passages than a page takes on.

    Raises:
        QueryError: one of the questions leaves too many, or cannot be read.
    """
    for one in questions:
        # Counted in the index alone, before anything is read.
        if sum(size.passages for size in archive.sizes(one, by="year")) > MOST:
            wanted = "narrow it, or ask the command line, which has no limit"
            raise QueryError("passages", f"more than {MOST:,} passages to count", wanted)


def answer_words(
    request: Request,
    template: str,
    wanted: Asked,
    *,
    error: QueryError | None = None,
    **values: object,
) -> Response:
    """Answer with one of the pages of words, with what their templates share."""
    return answer_page(
        request,
        template,
        status=400 if error else 200,
        asked=wanted,
        kept=kept(wanted),
        kinds=KINDS,
        error=error,
        **values,
    )
