"""From the data files to what the reader may know."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast, get_args

from greffier.authority.find import body_names, office_titles, organisation_names, state_names
from greffier.authority.names import fold
from greffier.authority.table import Row, read_table
from greffier.errors import AuthorityError
from greffier.model import Body, Known, Level, Office, Organisation, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

T = TypeVar("T")
Part = TypeVar("Part", Body, Office)
# What was made of a row, behind the file and line it stands on.
Placed = tuple[str, T]

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
    states = [(row.place, _state(row)) for row in read_table(folder / "states.csv", STATES)]
    rows = list(read_table(folder / "organisations.csv", ORGANISATIONS))
    acronyms = [row.text("acronym") for row in rows]
    bodies = _grouped(
        ((row.place, _body(row)) for row in read_table(folder / "bodies.csv", BODIES)), acronyms
    )
    offices = _grouped(
        (
            (row.place, _office(row))
            for row in read_table(folder / "organisation_offices.csv", OFFICES)
        ),
        acronyms,
    )
    _check_one_each([(place, state.code) for place, state in states], "a code is one state's")
    organisations = [(row.place, _organisation(row, bodies, offices)) for row in rows]
    return Known(
        states=_named(states, "states", state_names),
        organisations=_named(organisations, "organisations", organisation_names),
    )


def _grouped(
    parts: Iterable[Placed[Part]], acronyms: Iterable[str]
) -> Mapping[str, list[Placed[Part]]]:
    """Give the parts by their organisation, each of which is one of `acronyms`."""
    listed = set(acronyms)
    groups: dict[str, list[Placed[Part]]] = defaultdict(list)
    for place, part in parts:
        if part.organisation not in listed:
            raise AuthorityError(
                place,
                f"the organisation {part.organisation!r}",
                "an acronym that organisations.csv lists",
            )
        groups[part.organisation].append((place, part))
    return groups


def _check_one_each(keys: Iterable[Placed[str]], wanted: str) -> None:
    """Raise an error where two rows have one key; a row may have it twice."""
    taken: dict[str, str] = {}
    for place, key in keys:
        first = taken.setdefault(key, place)
        if first != place:
            raise AuthorityError(place, f"{key!r}, which {first} has too", wanted)


def _named(
    placed: list[Placed[T]], kind: str, names: Callable[[T], Iterable[str]]
) -> tuple[T, ...]:
    """Give the things without their places, once no two of them are found to share a name."""
    _check_one_each(
        ((place, fold(name)) for place, thing in placed for name in names(thing)),
        f"a name that two {kind} bear is left out of both",
    )
    return tuple(thing for _, thing in placed)


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
    row: Row,
    bodies: Mapping[str, list[Placed[Body]]],
    offices: Mapping[str, list[Placed[Office]]],
) -> Organisation:
    acronym = row.text("acronym")
    return Organisation(
        acronym=acronym,
        name=row.text("name"),
        other_names=row.many("other_names"),
        russian_names=row.many("russian_names"),
        rotating_chair=row.one_of("rotating_chair", ("yes", "no")) == "yes",
        bodies=_named(bodies.get(acronym, []), "bodies of one organisation", body_names),
        offices=_named(offices.get(acronym, []), "offices of one organisation", office_titles),
        source=row.text("source"),
    )
