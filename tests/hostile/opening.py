"""The addresses to open: what the pages themselves lead to, and every parameter of every route."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from httpx2 import Response
    from starlette.testclient import TestClient

    from greffier.archive import Archive
    from tests.hostile.payloads import Payload
    from tests.hostile.routes import Route

START: Final = (
    *("/", "/records", "/persons", "/offices", "/states", "/organisations", "/search", "/watches"),
    *("/judgements", "/clashes", "/quality", "/judge", "/healthz", "/api/openapi.json"),
)
HOST: Final = "http://localhost"
WHOLE: Final = ("/records/{key}", "/sessions/{key}")
"""The pages on which everything of a record is shown; of others some are looked at."""
_SOME: Final = 4


def linked(
    client: TestClient, table: Sequence[Route], start: Iterable[str], *, most: int
) -> Iterator[tuple[Route, str, Response]]:
    """Follow the links of the pages; yield addresses of each route, opened: `most` of `WHOLE`.

    Addresses of one route that ask for different things count as different routes.
    """
    shapes: dict[tuple[str, frozenset[str]], int] = defaultdict(int)
    waiting, seen = list(start), set()
    while waiting:
        address = waiting.pop(0).partition("#")[0]
        route = next((one for one in table if one.reads and one.matches(address)), None)
        if route is None or address in seen:
            continue
        seen.add(address)
        shape = (route.path, frozenset(_asked(address)))
        if shapes[shape] >= (most if route.path in WHOLE else min(most, _SOME)):
            continue
        shapes[shape] += 1
        answer = client.get(address)
        yield route, address, answer
        if shown(answer):
            waiting += links(answer.text, address)
        elif "location" in answer.headers:
            waiting.append(urljoin(address, answer.headers["location"]).removeprefix(HOST))


def shown(answer: Response) -> bool:
    """Say whether a browser shows an answer as a page, and does not keep it as a file."""
    return answer.headers.get("content-type", "").startswith("text/html")


def links(page: str, address: str) -> Iterator[str]:
    """Yield the addresses on this site that a page leads to."""
    for node in LexborHTMLParser(page).css("a[href]"):
        to = urljoin(HOST + address, node.attributes["href"] or "")
        if to.startswith(f"{HOST}/"):
            yield to.removeprefix(HOST)


def _asked(address: str) -> Iterator[str]:
    """Yield what shapes an answer: which file is taken, else whether there is a search at all."""
    for part in urlsplit(address).query.split("&"):
        name, _, value = part.partition("=")
        if name in {"take", "format"}:
            yield f"{name}={value}"
        elif name in {"fact", "span", "take", "witness", "by", "class", "at"}:
            yield name


def named(route: Route, archive: Archive) -> Iterator[str]:
    """Yield addresses of a route that lead to what is in an archive, hostile names among them."""
    kind = next((part for part in route.path.split("/") if part not in {"", "api"}), "")
    for name in _NAMES.get(kind, _no_names)(archive):
        inside = dict.fromkeys(route.inside, name)
        if "form" in inside:
            inside["form"] = "csl"
        for asked in _ASKED:
            wanted = [one for one in asked if one[0] in route.asked]
            yield route.address(inside, wanted)


def _no_names(_: Archive) -> Iterable[str]:
    return ("x",)


def _sessions(archive: Archive) -> Iterable[str]:
    return [one.id for one in archive.sessions(limit=2, offset=0)]


def _records(archive: Archive) -> Iterable[str]:
    return [one.id for one in archive.records(limit=2, offset=0)]


def _turns(archive: Archive) -> Iterable[str]:
    return [f"{one}.t1" for one in _records(archive)]


def _persons(archive: Archive) -> Iterable[str]:
    return [one.id for one in archive.persons(limit=2, offset=0)]


def _told(archive: Archive) -> Iterable[str]:
    """Give names that the first record tells: of organisations, bodies, offices, persons."""
    (first, *_) = archive.records(limit=1, offset=0)
    reading = archive.reading(first.base)
    who = reading.participants[0]
    session = reading.sessions[0]
    return list(filter(None, (*session.organisations, session.body, who.office, who.of, who.name)))


def _watches(archive: Archive) -> Iterable[str]:
    return [one.name for one in archive.watches()][:2]


_NAMES: Final[dict[str, Callable[[Archive], Iterable[str]]]] = {
    "records": _records,
    "sessions": _sessions,
    "persons": _persons,
    "cite": _turns,
    "citations": _turns,
    "judge": _turns,
    **dict.fromkeys(("states", "organisations", "bodies", "offices", "lines"), _told),
    "watches": _watches,
}
_ASKED: Final = (
    (("q", "alert"), ("class", "words")),
    (("fact", "p1"), ("q", "script"), ("take", "x")),
    (("fact", "r1"), ("q", "evil"), ("facets", "20"), ("order", "left"), ("by", "speaker")),
)


def reflected(
    table: Iterable[Route], payloads: Sequence[Payload], known: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield addresses with a payload in one place each, and the name of that place.

    Args:
        table: the routes.
        payloads: each is put into every place.
        known: what leads somewhere for each parameter in a path, by its name.
    """
    for route in table:
        if not route.reads:
            continue
        right = {name: known.get(name, "x") for name in route.inside}
        needed = [("q", "words")] if "q" in route.asked else []
        for payload in payloads:
            for name in route.inside:
                yield route.address(right | {name: payload.words}), f"{route.path} in {name}"
            for name in route.asked:
                asked = [*(one for one in needed if one[0] != name), (name, payload.words)]
                yield route.address(right, asked), f"{route.path} {name}"
            if not (route.inside or route.asked):
                yield route.address({}, [("x", payload.words)]), route.path


def together(route: Route, payload: Payload, known: dict[str, str]) -> Iterator[str]:
    """Yield addresses of a route with a payload in all its parameters at once, and in its path."""
    right = {name: known.get(name, "x") for name in route.inside}
    if route.asked:
        yield route.address(right, [(name, payload.words) for name in route.asked])
    if route.inside:
        yield route.address(dict.fromkeys(right, payload.words))
