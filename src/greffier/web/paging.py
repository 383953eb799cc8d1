"""Lists of the API, a page at a time: each page names the next by an opaque cursor.

A cursor says after which item to go on, not after how many: what is added meanwhile moves nothing.
"""

from __future__ import annotations

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Final, TypeVar

from fastapi import Path, Query

from greffier.errors import QueryError
from greffier.web.rendering import answer_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from starlette.requests import Request
    from starlette.responses import Response

    Place = tuple[str, ...]

T = TypeVar("T")
PER_PAGE: Final = 50
MOST: Final = 500
Key = Annotated[
    str, Path(min_length=1, max_length=1_000, description="its name, as lists and answers have it")
]
Limit = Annotated[int, Query(ge=1, le=MOST, description="how many at most")]
After = Annotated[
    str, Query(max_length=4_000, description="the cursor in the `Link` of the page before")
]


def place(after: str, parts: int) -> Place | None:
    """Give where a list goes on; None for its start.

    Args:
        after: the cursor, empty where none was given.
        parts: of how many names the list's cursors are made.

    Raises:
        QueryError: this list has given no such cursor.
    """
    if not after:
        return None
    try:
        found = json.loads(urlsafe_b64decode(after.encode("ascii")))
    except (binascii.Error, RecursionError, ValueError):
        found = None
    if (
        isinstance(found, list)
        and len(found) == parts
        and all(isinstance(one, str) for one in found)
    ):
        return tuple(found)
    raise QueryError("after", repr(after[:60]), "a cursor as the page before has it in its `Link`")


def page(
    request: Request, items: Iterable[T], *, limit: int, key: Callable[[T], Place]
) -> Response:
    """Answer with a page of a list; where more follows, `Link` has the address of the next page.

    Args:
        request: what was asked.
        items: those of the page and one more, if there is one.
        limit: how many the page has.
        key: gives what names an item in a cursor.
    """
    taken = list(islice(items, limit + 1))
    answer = answer_json(taken[:limit])
    if len(taken) > limit:
        link_next(request, answer, key(taken[limit - 1]))
    return answer


def link_next(request: Request, answer: Response, last: Place) -> None:
    """Put the address of the next page on an answer: it goes on after what `last` names."""
    after = urlsafe_b64encode(json.dumps(last).encode()).decode()
    following = request.url.include_query_params(after=after)
    answer.headers["Link"] = f'<{following.path}?{following.query}>; rel="next"'


def in_order(
    request: Request, items: Iterable[T], *, after: str, limit: int, key: Callable[[T], Place]
) -> Response:
    """Answer with a page of a short list that is at hand whole, in the order of what names an item.

    Args:
        request: what was asked.
        items: all of the list.
        after: the cursor.
        limit: how many the page has.
        key: gives what names an item, and no other; the list is sorted by it.
    """
    ordered = sorted(items, key=key)
    if ordered:
        last = place(after, len(key(ordered[0])))
        ordered = [one for one in ordered if last is None or key(one) > last]
    return page(request, ordered, limit=limit, key=key)
