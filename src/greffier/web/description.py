"""What the API answers, described for OpenAPI by the model's own types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from greffier import form
from greffier.archive.settlement import StoredDoubt
from greffier.archive.stored import (
    Hits,
    ListedPerson,
    StoredPerson,
    StoredRecord,
    StoredSession,
    StoredWitness,
    Watch,
)
from greffier.archive.surveyed import StoredOffice, StoredParty, StoredSeat
from greffier.model import Reading
from greffier.model.checks import Finding
from greffier.query.collocates import Collocate
from greffier.query.comparing import Differences
from greffier.query.concordance import Concordance
from greffier.query.frequency import Frequency
from greffier.query.judgements import Logged
from greffier.query.keywords import Keyword
from greffier.query.lines import Line
from greffier.query.offices import OfficeAccount
from greffier.query.positions import Positions
from greffier.query.seats import SeatAccount
from greffier.query.states import StateAccount
from greffier.query.telling import Told
from greffier.query.watching import News
from greffier.query.who import Answer
from greffier.web.citing import CitedAs
from greffier.web.take_away import Offered

if TYPE_CHECKING:
    from fastapi import FastAPI

_TYPES: Final = (
    *(CitedAs, Differences, Finding, Hits, Logged, Reading),
    *(StoredDoubt, StoredPerson, StoredRecord, StoredSession),
    *(Collocate, Concordance, Frequency, Keyword, Positions),
    *(Answer, Line, ListedPerson, News, Offered, StoredWitness, Watch),
    *(OfficeAccount, SeatAccount, StateAccount, StoredOffice, StoredParty, StoredSeat),
    Told,
)
_KEPT: Final = {
    "type": "object",
    "description": "The number of a judgement in the log.",
    "properties": {"n": {"type": "integer"}},
    "required": ["n"],
}
_NEXT: Final = {
    "description": 'The address of the next page, `rel="next"`; missing on the last one.',
    "schema": {"type": "string"},
}
_AT: Final = "#/components/schemas/{name}"
_ERROR: Final = {
    "type": "object",
    "description": "What went wrong: the place, what was met there, and what would be right.",
    "properties": {
        "error": {
            "type": "object",
            "properties": {
                **{key: {"type": "string"} for key in ("place", "met", "wanted")},
                "at": {
                    "description": "The code points of a query that are at fault: start and end.",
                    "type": "array",
                    "items": {"type": "integer", "minimum": 0},
                    "minItems": 2,
                    "maxItems": 2,
                },
            },
            "required": ["place", "met", "wanted"],
        }
    },
    "required": ["error"],
}


def answers(
    name: str, *, many: bool = False, paged: bool = False, status: int = 200
) -> dict[int | str, dict[str, Any]]:
    """Describe what a route answers: a value of the model or a list of them, or an error."""
    one = {"$ref": _AT.format(name=name)}
    answer = _json("The answer.", {"type": "array", "items": one} if many else one)
    if paged:
        answer["headers"] = {"Link": _NEXT}
    return {status: answer, **failing()}


def files() -> dict[int | str, dict[str, Any]]:
    """Describe a route that answers with a file of whatever type was asked for, or an error."""
    content = {"*/*": {"schema": {"type": "string", "format": "binary"}}}
    return {200: {"description": "The file.", "content": content}, **failing()}


def failing() -> dict[int | str, dict[str, Any]]:
    """Describe how every route says what went wrong."""
    return {"default": _json("An error.", {"$ref": _AT.format(name="Error")})}


def described(app: FastAPI) -> None:
    """Put the model's types into the description that `app` gives of itself."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = made()
            components = schema.setdefault("components", {}).setdefault("schemas", {})
            components.update(_components(), Error=_ERROR, Kept=_KEPT)
            for path in schema["paths"].values():
                for operation in path.values():
                    operation["responses"].pop("422", None)  # `default` says what is answered
        return app.openapi_schema or {}

    app.openapi = openapi  # type: ignore[method-assign] # the way that FastAPI's manual names


def _components() -> dict[str, Any]:
    """Describe the types; one that shares its name with another is led to by its name alone."""
    made = form.components(_TYPES, at=_AT)
    for one in _TYPES:
        whole = f"{one.__module__}.{one.__name__}"
        made.setdefault(one.__name__, {"$ref": _AT.format(name=whole)})
    return made


def _json(description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema}}}
