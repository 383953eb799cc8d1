"""What the API is asked for by a name that it does not know is refused, not passed over.

A misspelled restriction that went unnoticed would be answered with everything there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Request  # noqa: TC002 - FastAPI reads the annotation
from fastapi.routing import APIRoute

from greffier.errors import QueryError

if TYPE_CHECKING:
    from fastapi.dependencies.models import Dependant

_ROOM = 60  # characters of a name that nobody knows


async def known_parameters(request: Request) -> None:
    """Refuse an address with a parameter that its route has no use for; for every route of the API.

    Raises:
        QueryError: there is one.
    """
    route = request.scope.get("route")
    if not request.query_params or not isinstance(route, APIRoute):
        return
    known = names(route)
    for name in request.query_params:
        if name not in known:
            wanted = f"the parameters here are {', '.join(known)}" if known else "there are none"
            raise QueryError(name[:_ROOM], "a parameter that is not known here", wanted)


def names(route: APIRoute) -> tuple[str, ...]:
    """Give the parameters that a route takes behind the `?`, by the names that addresses use."""
    return tuple(dict.fromkeys(_names(route.dependant)))


def _names(one: Dependant) -> list[str]:
    own = [field.alias for field in one.query_params]
    return own + [name for part in one.dependencies for name in _names(part)]
