"""Pages of what is found, in an order that no hit has a name in: by likeness, or by its neighbours.

A cursor says how far the reader had come, in which state of the archive, and of which question.
Where the archive has changed since, the order may have too, and he is told to begin anew.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from greffier.errors import ChangedError, QueryError
from greffier.web.paging import link_next, place
from greffier.web.rendering import answer_json

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from greffier.archive.protocol import Archive
    from greffier.archive.stored import Question

_DIGITS: Final = 9  # of a number of hits


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """How far a reader has come in what was found.

    Args:
        offset: how many he has seen.
        state: of the archive that they were found in.
        question: which one, in short.
        first: whether it is the first page.
    """

    offset: int
    state: str
    question: str
    first: bool

    def page(
        self, request: Request, archive: Archive, found: object, *, following: int
    ) -> Response:
        """Answer with what was found from here on; `following` is how far the next page is, if any.

        Raises:
            ChangedError: the archive changed while it was looked for.
        """
        if not self.first and archive.state() != self.state:
            raise _changed()
        answer = answer_json(found)
        if following:
            link_next(request, answer, (self.state, self.question, str(self.offset + following)))
        return answer


def turned_to(archive: Archive, after: str, question: Question, *others: str) -> Turned:
    """Give how far a reader has come, by his cursor.

    Args:
        archive: what is searched.
        after: the cursor, empty where none was given.
        question: what is asked; how many hits of it does not matter.
        others: what else their order depends on.

    Raises:
        QueryError: no such cursor was given for this question.
        ChangedError: the archive has changed since it was.
    """
    asked = repr((replace(question, limit=1, offset=0, facets=0), others))
    told = hashlib.sha256(asked.encode("utf-8", "replace")).hexdigest()[:16]
    state = archive.state()
    last = place(after, 3)
    if last is None:
        return Turned(offset=0, state=state, question=told, first=True)
    began, of, offset = last
    if of != told or not (offset.isascii() and offset.isdigit() and len(offset) <= _DIGITS):
        wanted = "a cursor as the page before has it in its `Link`, with the same question"
        raise QueryError("after", repr(after[:60]), wanted)
    if began != state:
        raise _changed()
    return Turned(offset=int(offset), state=state, question=told, first=False)


def _changed() -> ChangedError:
    met = "the archive has changed since the page before"
    return ChangedError("after", met, "begin anew, without `after`")
