"""The frame of a database: its tables, indexes, triggers and views, and the kinds of its values.

SQLite checks what is there, and takes any kind of value in nearly any column: what should be there
only the program knows.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import Boolean, Integer, LargeBinary, Text, create_engine

from greffier.archive.migrations import migrate
from greffier.archive.stored import Fault
from greffier.archive.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table

_RESTORE: Final = "restore the archive from a copy"
_OWN: Final = "sqlite_"  # how the names begin of what SQLite makes for itself
_THERE: Final = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
# The kind of value, as SQLite calls it, that a column of each type holds.
_KINDS: Final = {Boolean: "integer", Integer: "integer", LargeBinary: "blob", Text: "text"}


class _Part(NamedTuple):
    """A table, an index, a trigger or a view, and the statement that makes it."""

    kind: str
    statement: str


def frame_faults(connection: Connection, place: str) -> tuple[list[Fault], bool]:
    """Give what is missing in a database, changed or foreign, and whether its tables can be read.

    Args:
        connection: to the database.
        place: what to call it.
    """
    wanted, found = _wanted(), _parts(connection)
    met: dict[str, str] = {}
    for name, part in wanted.items():
        if name not in found:
            met[name] = f"the {part.kind} {name} is missing"
        elif found[name].kind != part.kind:
            met[name] = f"the {part.kind} {name} is a {found[name].kind}"
        elif found[name] != part:
            met[name] = f"the {part.kind} {name} is not as it was made"
    faults = [Fault(place=place, met=one, advice=_RESTORE) for one in met.values()]
    for name in found.keys() - wanted.keys():
        foreign = f"the {found[name].kind} {_shown(name)} is none of an archive"
        faults.append(Fault(place=place, met=foreign, advice=f"drop it, or {_RESTORE}"))
    return faults, not any(wanted[name].kind == "table" for name in met)


def kind_faults(connection: Connection) -> Iterator[Fault]:
    """Yield the columns with values of another kind than they hold, such as words for a number."""
    for table in METADATA.sorted_tables:
        names = [column.name for column in table.c]
        counted = connection.exec_driver_sql(_counting(table)).one()
        for name, many in zip(names, counted, strict=True):
            if many:
                met = f"{many} of its values are of another kind than it holds"
                yield Fault(place=f"{table.name}.{name}", met=met, advice=_RESTORE)


def _counting(table: Table) -> str:
    """Give the statement that counts, for each column, its values of another kind."""
    parts = []
    for column in table.c:
        kinds = [_KINDS[type(column.type)], *(["null"] if column.nullable else [])]
        wanted = ", ".join(f"'{one}'" for one in kinds)
        parts.append(f'sum(typeof("{column.name}") NOT IN ({wanted}))')
    return f'SELECT {", ".join(parts)} FROM "{table.name}"'  # noqa: S608 - names of our tables


@cache
def _wanted() -> dict[str, _Part]:
    """Give what this version makes, as the same statements make it in a database of nothing."""
    engine = create_engine("sqlite://")
    try:
        with engine.begin() as connection:
            migrate(connection, "memory")
            return _parts(connection)
    finally:
        engine.dispose()


def _parts(connection: Connection) -> dict[str, _Part]:
    rows = connection.exec_driver_sql(_THERE).all()
    return {
        name: _Part(kind, _folded(statement))
        for kind, name, statement in rows
        if not name.startswith(_OWN)
    }


def _folded(statement: str) -> str:
    """Give a statement without what versions of SQLite write otherwise: white space and quotes."""
    return " ".join(statement.split()).replace('"', "")


def _shown(name: str) -> str:
    return name[:60]
