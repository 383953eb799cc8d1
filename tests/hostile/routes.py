"""Every route of the program, read off its own table, so that a new one is opened as well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlencode, urlsplit

from fastapi.dependencies.utils import get_flat_params

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from fastapi import FastAPI
    from starlette.routing import BaseRoute

_PARAMETER: Final = re.compile(r"\{(\w+)(:path)?\}")


@dataclass(frozen=True, slots=True)
class Route:
    """One route.

    Args:
        path: its pattern.
        methods: those it answers to.
        inside: the parameters in its path.
        asked: the parameters after its path.
    """

    path: str
    methods: frozenset[str]
    inside: tuple[str, ...]
    asked: tuple[str, ...]

    @property
    def reads(self) -> bool:
        """Whether it only reads."""
        return "GET" in self.methods

    def address(self, inside: Mapping[str, str], asked: Iterable[tuple[str, str]] = ()) -> str:
        """Give an address of it, with values for its parameters."""
        path = _PARAMETER.sub(
            lambda found: quote(inside[found[1]], safe="", errors="replace"), self.path
        )
        query = urlencode(list(asked), errors="replace")
        return f"{path}?{query}" if query else path

    def matches(self, address: str) -> bool:
        """Say whether an address may be one of it."""
        parts = _PARAMETER.split(self.path)
        pattern = "".join(
            re.escape(part) if n % 3 == 0 else "" if n % 3 == 1 else (".+" if part else "[^/]+")
            for n, part in enumerate(parts)
        )
        return re.fullmatch(pattern, urlsplit(address).path, re.DOTALL) is not None


def routes(app: FastAPI) -> tuple[Route, ...]:
    """Give every route of the application; files of its own under /static are no routes."""
    return tuple(_routes(app.routes, ""))


def _routes(found: Iterable[BaseRoute], prefix: str) -> Iterator[Route]:
    for one in found:
        within: Any = getattr(one, "original_router", None)
        if within is not None:
            context: Any = one
            yield from _routes(within.routes, prefix + context.include_context.prefix)
        elif methods := getattr(one, "methods", None):
            path = prefix + str(getattr(one, "path", ""))
            inside = tuple(found[1] for found in _PARAMETER.finditer(path))
            dependant = getattr(one, "dependant", None)
            params = get_flat_params(dependant) if dependant is not None else ()
            asked = tuple(
                param.alias for param in params if type(param.field_info).__name__ == "Query"
            )
            yield Route(path, frozenset(methods), inside, asked)
