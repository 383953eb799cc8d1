"""From the data files to what the reader may know."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast, get_args

from greffier.authority.find import body_names, office_titles, organisation_names, state_names
from greffier.authority.names import fold
from greffier.authority.table import Row, read_table
from greffier.errors import AuthorityError
from greffier.model import Body, Known, Level, Office, Organisation, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_T = TypeVar("_T")

DATA = Path(__file__).parent / "data"
STATES = (
    "code", "name", "formal_name", "demonyms", "other_names", "russian_name",
    "russian_other_names", "capital", "source",
)  # fmt: skip
ORGANISATIONS = ("acronym", "name", "other_names", "russian_names", "rotating_chair", "source")
BODIES = ("organisation", "name", "other_names", "russian_names", "level", "source")
OFFICES = ("organisation", "title", "other_titles", "russian_titles", "source")


@cache
def shipped() -> Known:
    """Give what is shipped with the program; loaded once."""
    return load(DATA)


def load(folder: Path) -> Known:
    """Give what the four data files in `folder` say: use it to try files before they are shipped.

    Raises:
        AuthorityError: the first fault, with its file and line.
    """
    states = _checked(_rows(folder / "states.csv", STATES, _state), "states", state_names)
    bodies = list(_rows(folder / "bodies.csv", BODIES, _body))
    offices = list(_rows(folder / "organisation_offices.csv", OFFICES, _office))
    path = folder / "organisations.csv"
    rows = list(_rows(path, ORGANISATIONS, lambda row: _organisation(row, bodies, offices)))
    listed = {one.acronym for _, one in rows}
    for place, part in (*bodies, *offices):
        if part.organisation not in listed:
            raise AuthorityError(
                place, f"the organisation {part.organisation!r}", f"an acronym from {path.name}"
            )
    return Known(states=states, organisations=_checked(rows, "organisations", organisation_names))


def _rows(
    path: Path, columns: tuple[str, ...], make: Callable[[Row], _T]
) -> Iterator[tuple[str, _T]]:
    for row in read_table(path, columns):
        yield row.place, make(row)


def _checked(
    placed: Iterable[tuple[str, _T]], kind: str, names: Callable[[_T], Iterable[str]]
) -> tuple[_T, ...]:
    """Give the things without their places, once no two of them are found to share a name."""
    taken: dict[str, str] = {}
    out: list[_T] = []
    for place, thing in placed:
        for name in names(thing):
            first = taken.setdefault(fold(name), place)
            if first != place:
                raise AuthorityError(
                    place,
                    f"the name {name!r}, which {first} has too",
                    f"a name that two {kind} bear is left out of both",
                )
        out.append(thing)
    return tuple(out)


def _state(row: Row) -> State:
    code = row.text("code")
    if not re.fullmatch("[A-Z]{2}", code):
        raise AuthorityError(
            row.place, f"the code {code!r}", "two capitals, as ISO 3166-1 has them"
        )
    return State(
        code=code,
        name=row.text("name"),
        formal_name=row.text("formal_name"),
        demonyms=row.many("demonyms"),
        other_names=row.many("other_names"),
        russian_name=row.text("russian_name"),
        capital=row.maybe("capital"),
        source=row.text("source"),
        russian_other_names=row.many("russian_other_names"),
    )


def _body(row: Row) -> Body:
    return Body(
        name=row.text("name"),
        organisation=row.text("organisation"),
        other_names=row.many("other_names"),
        level=cast("Level", row.one_of("level", get_args(Level))),
        source=row.text("source"),
        russian_names=row.many("russian_names"),
    )


def _office(row: Row) -> Office:
    return Office(
        title=row.text("title"),
        organisation=row.text("organisation"),
        other_titles=row.many("other_titles"),
        source=row.text("source"),
        russian_titles=row.many("russian_titles"),
    )


def _organisation(
    row: Row, bodies: list[tuple[str, Body]], offices: list[tuple[str, Office]]
) -> Organisation:
    acronym = row.text("acronym")
    its_bodies = [placed for placed in bodies if placed[1].organisation == acronym]
    its_offices = [placed for placed in offices if placed[1].organisation == acronym]
    return Organisation(
        acronym=acronym,
        name=row.text("name"),
        other_names=row.many("other_names"),
        russian_names=row.many("russian_names"),
        rotating_chair=row.one_of("rotating_chair", ("yes", "no")) == "yes",
        bodies=_checked(its_bodies, "bodies of one organisation", body_names),
        offices=_checked(its_offices, "offices of one organisation", office_titles),
        source=row.text("source"),
    )
