"""Popolo: one JSON document of persons, organisations, posts and memberships with dates."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from greffier.authority.imported.values import Found, Post, bounded, names, period
from greffier.errors import AuthorityError
from greffier.model import KnownPerson

if TYPE_CHECKING:
    from pathlib import Path

BYTES = 256 << 20  # a document is read whole: no longer one is
_Row = dict[str, Any]
_WANTED = 'a document such as {"persons": […], "organizations": […], "memberships": […]}'


def read_popolo(path: Path) -> Found:
    """Read a document.

    A membership without dates has those of its legislative period, where the document gives it one.

    Raises:
        AuthorityError: it is too long, no JSON, or not of the form; the place says where in it.
    """
    if path.stat().st_size > BYTES:
        raise AuthorityError(path.name, f"more than {BYTES >> 20} MiB", "import it in parts")
    try:
        document = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise AuthorityError(path.name, f"no JSON ({str(error)[:80]})", _WANTED) from error
    if not isinstance(document, dict):
        raise AuthorityError(path.name, "no document", _WANTED)
    kept = {
        key: _rows(document, key)
        for key in ("persons", "organizations", "posts", "events", "memberships")
    }
    named = {
        kind: {str(row.get("id")): row for row in rows.values()} for kind, rows in kept.items()
    }
    posts: list[Post] = []
    for place, row in kept["memberships"].items():
        posts.append(_post(place, row, named))
        bounded(posts, place)
    held = {one.person for one in posts}
    persons = (_person(place, row) for place, row in kept["persons"].items())
    return Found(
        format="popolo",
        persons=tuple(one for one in persons if one.id in held),
        posts=tuple(posts),
    )


def _rows(document: _Row, key: str) -> dict[str, _Row]:
    """Give the rows of one kind by place: `persons[3]`."""
    rows = document.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise AuthorityError(key, "no list of objects", _WANTED)
    return {f"{key}[{n}]": row for n, row in enumerate(rows)}


def _text(row: _Row, key: str, place: str) -> str:
    value = row.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise AuthorityError(f"{place}.{key}", f"{value!r:.60}", "text")
    return " ".join(value.split())


def _post(place: str, row: _Row, named: dict[str, dict[str, _Row]]) -> Post:
    person = _text(row, "person_id", place)
    if person not in named["persons"]:
        raise AuthorityError(place, f"the person {person[:40]!r} is not there", _WANTED)
    post = named["posts"].get(_text(row, "post_id", place), {})
    of = _text(row, "organization_id", place) or _text(post, "organization_id", place)
    body = named["organizations"].get(of, {})
    term = named["events"].get(_text(row, "legislative_period_id", place), {})
    given = [
        *(_text(row, key, place) for key in ("label", "role")),
        *(_text(post, key, place) for key in ("label", "role")),
    ]
    title = next(filter(None, given), "member")
    since, until = (
        _text(row, key, place) or _text(term, key, place) for key in ("start_date", "end_date")
    )
    return Post(
        person=person,
        title=title,
        of=_text(body, "name", place) or None,
        state=None,
        period=period(since, until, place),
        place=place,
    )


def _person(place: str, row: _Row) -> KnownPerson:
    others = row.get("other_names") or []
    if not isinstance(others, list) or not all(isinstance(one, dict) for one in others):
        raise AuthorityError(f"{place}.other_names", "no list of objects", _WANTED)
    found = names([row.get("name"), *(one.get("name") for one in others)], place)
    key = _text(row, "id", place)
    if not found or not key:
        raise AuthorityError(place, "a person without a name or an identifier", _WANTED)
    return KnownPerson(id=key, names=found)
