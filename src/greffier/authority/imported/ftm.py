"""FollowTheMoney entities, one a line: who held which position.

A line is looked at twice, since an entity may stand before what it names: first the offices held
and the positions, then the persons who held them. Entities of other schemata are passed over.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from greffier.authority.imported.values import Found, Post, bounded, names, period
from greffier.errors import AuthorityError
from greffier.model import OPEN, KnownPerson

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINE = 1 << 20  # bytes: no entity is as long
_NAMES = ("name", "alias", "previousName", "weakAlias")
_BODIES = {"PublicBody", "Organization", "LegalEntity"}
_Entity = dict[str, Any]


def read_ftm(path: Path) -> Found:
    """Read a file of entities.

    Raises:
        AuthorityError: a line that is no entity, or names what is not there; with its number.
    """
    positions: dict[str, tuple[str, str, str]] = {}
    held: list[tuple[str, _Entity]] = []
    bodies: dict[str, str] = {}
    for place, entity in entities(path):
        if entity["schema"] == "Position":
            one = (_first(entity, *key) for key in (("name",), ("organization",), ("country",)))
            positions[entity["id"]] = (*one,)  # type: ignore[assignment] # three of them
        elif entity["schema"] == "Occupancy":
            held.append((place, entity))
        elif entity["schema"] in _BODIES:
            bodies[entity["id"]] = _first(entity, "name")
    posts: list[Post] = []
    for place, entity in held:
        posts.append(_post(place, entity, positions, bodies))
        bounded(posts, place)
    return Found(format="ftm", persons=_persons(path, posts), posts=tuple(posts))


def entities(path: Path) -> Iterator[tuple[str, _Entity]]:
    """Yield the entities of a file with the place where each stands."""
    with path.open("rb") as lines:
        number = 0
        while line := lines.readline(LINE + 1):
            number += 1
            place = f"line {number}"
            if len(line) > LINE:
                raise AuthorityError(f"{path.name}: {place}", "a line without end", _WANTED)
            if line.strip():
                yield place, _entity(line, f"{path.name}: {place}")


_WANTED = 'an entity on each line: {"id": …, "schema": …, "properties": {…}}'


def _entity(line: bytes, place: str) -> _Entity:
    try:
        entity = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise AuthorityError(place, f"no JSON ({str(error)[:80]})", _WANTED) from error
    whole = isinstance(entity, dict) and isinstance(entity.get("properties"), dict)
    if not whole or not all(isinstance(entity.get(key), str) for key in ("id", "schema")):
        raise AuthorityError(place, "no entity", _WANTED)
    return dict(entity)


def _values(entity: _Entity, key: str) -> list[Any]:
    """Give the values of a property; one that is nested stands by its identifier."""
    values = entity["properties"].get(key, [])
    return [
        one.get("id") if isinstance(one, dict) else one
        for one in (values if isinstance(values, list) else [values])
    ]


def _first(entity: _Entity, key: str) -> str:
    return next((one for one in _values(entity, key) if isinstance(one, str)), "")


def _post(
    place: str,
    entity: _Entity,
    positions: dict[str, tuple[str, str, str]],
    bodies: dict[str, str],
) -> Post:
    holder, post = _first(entity, "holder"), _first(entity, "post")
    if not holder or post not in positions:
        met = f"an Occupancy whose post {post[:40]!r} is not there" if holder else "nobody holds it"
        raise AuthorityError(place, met, "a Position and a Person in the same file")
    title, body, country = positions[post]
    until = _first(entity, "endDate")
    if not until and _first(entity, "status") == "current":
        until = OPEN
    return Post(
        person=holder,
        title=next(iter(names([title], place)), ""),
        of=bodies.get(body, body) or None,
        state=country.upper() or None,
        period=period(_first(entity, "startDate"), until, place),
        place=place,
    )


def _persons(path: Path, posts: list[Post]) -> tuple[KnownPerson, ...]:
    wanted = {one.person: one.place for one in posts}
    found: dict[str, KnownPerson] = {}
    for place, entity in entities(path):
        if entity["id"] in wanted:
            given = (one for key in _NAMES for one in _values(entity, key))
            known = names(given, place)
            if not known:
                raise AuthorityError(place, "a person without a name", "give the property `name`")
            found[entity["id"]] = KnownPerson(id=entity["id"], names=known)
    for person, place in wanted.items():
        if person not in found:
            met = f"the holder {person[:40]!r} is not there"
            raise AuthorityError(place, met, "a Person in the same file")
    return tuple(found.values())
