"""The fifth schema: seals, by which it shows what was changed behind the archive's back.

Rows that are there when an archive is brought up are sealed as they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.archive.sealing import digest

if TYPE_CHECKING:
    from sqlalchemy import Connection

STATEMENTS = (
    """
    CREATE TABLE seal (
        "of" TEXT NOT NULL,
        "key" TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY ("of", "key")
    )
    WITHOUT ROWID
    """,
)
# The keys of what is sealed, and the rows under each: as `sealing` had them in this version.
_KEYS = {
    "witness": "SELECT id FROM witness",
    "reading": "SELECT witness FROM reading",
    "membership": "SELECT witness FROM membership",
    "record": "SELECT id FROM record",
    "grouping": "SELECT witness, other FROM grouping",
    "judgement": "SELECT n FROM judgement",
    "authority": "SELECT n FROM authority",
    "watch": "SELECT name FROM watch",
}
_ROWS = {
    "witness": ("SELECT id, digest, name, media_type, length FROM witness WHERE id = ?",),
    "reading": ("SELECT witness, reader, generation, form FROM reading WHERE witness = ?",),
    "membership": (
        "SELECT n, witness, url, added, grouper, sketch FROM membership WHERE witness = ?",
    ),
    "record": (
        (
            "SELECT id, base, title, date, first, last, place, publisher, title_of, date_of, "
            "place_of, publisher_of, witnesses, reasons FROM record WHERE id = ?"
        ),
    ),
    "grouping": (
        "SELECT witness, other, words, form FROM grouping WHERE witness = ? AND other = ?",
    ),
    "judgement": (
        (
            "SELECT n, made, author, reason, kind, undone, form, about, witness FROM judgement "
            "WHERE n = ?"
        ),
        "SELECT n, witness, other FROM judged WHERE n = ? ORDER BY n, witness, other",
    ),
    "authority": (
        "SELECT n, name, digest, format, made FROM authority WHERE n = ?",
        (
            "SELECT authority, id, name, names FROM known_person WHERE authority = ? "
            "ORDER BY authority, id"
        ),
        (
            'SELECT authority, person, "key" FROM known_name WHERE authority = ? '
            'ORDER BY authority, person, "key"'
        ),
        (
            'SELECT authority, n, person, office, "of", acting, title, resolved, since, until, '
            "place FROM occupancy WHERE authority = ? ORDER BY authority, n"
        ),
    ),
    "watch": ("SELECT name, question, made, began, seen FROM watch WHERE name = ?",),
}


def seal_what_is_there(connection: Connection) -> None:
    """Seal every row of an archive that had no seals."""
    for kind, keys in _KEYS.items():
        for key in connection.exec_driver_sql(keys).all():
            found = [connection.exec_driver_sql(one, tuple(key)).all() for one in _ROWS[kind]]
            made = digest(row for rows in found for row in rows)
            name = " ".join(map(str, key))
            connection.exec_driver_sql("INSERT INTO seal VALUES (?, ?, ?)", (kind, name, made))
