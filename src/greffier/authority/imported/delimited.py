"""CSV with columns that are stated: one office held on each line."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from greffier.authority.imported.values import Found, Post, bounded, names, period
from greffier.errors import AuthorityError
from greffier.model import KnownPerson

if TYPE_CHECKING:
    from pathlib import Path

NEEDED = ("name", "office")
COLUMNS = (*NEEDED, "of", "since", "until", "other_names", "id")
"""Other names are parted by `;`. Without an id, whoever bears one name is one person."""
_WANTED = f"a line of columns first: {', '.join(COLUMNS)}; the first {len(NEEDED)} are needed"
_FIELD = 10_000  # characters


def read_csv(path: Path) -> Found:
    """Read a file; what stands in columns of other names is passed over.

    Raises:
        AuthorityError: no such columns, a field that is empty or too long, a date that is none.
    """
    persons: dict[str, tuple[str, ...]] = {}
    posts: list[Post] = []
    with path.open(encoding="utf-8-sig", newline="") as lines:
        try:
            table = csv.DictReader(lines, strict=True)
            if not set(NEEDED) <= set(table.fieldnames or ()):
                raise AuthorityError(path.name, "other columns", _WANTED)
            for row in table:
                place = f"line {table.line_num}"
                given = {key: (row.get(key) or "").strip() for key in COLUMNS}
                if any(len(value) > _FIELD for value in given.values()):
                    raise AuthorityError(place, "a field without end", _WANTED)
                post = _post(given, place)
                others = given["other_names"].split(";")
                known = names([given["name"], *others], place)
                before = persons.get(post.person, ())
                persons[post.person] = tuple(dict.fromkeys((*before, *known)))
                posts.append(post)
                bounded(posts, place)
        except (csv.Error, UnicodeDecodeError) as error:
            raise AuthorityError(path.name, f"no CSV in UTF-8 ({error})", _WANTED) from error
    return Found(
        format="csv",
        persons=tuple(KnownPerson(id=key, names=known) for key, known in persons.items()),
        posts=tuple(posts),
    )


def _post(given: dict[str, str], place: str) -> Post:
    for key in NEEDED:
        if not given[key]:
            raise AuthorityError(place, f"no {key}", _WANTED)
    return Post(
        person=given["id"] or " ".join(given["name"].split()),
        title=" ".join(given["office"].split()),
        of=given["of"] or None,
        state=None,
        period=period(given["since"], given["until"], place),
        place=place,
    )
