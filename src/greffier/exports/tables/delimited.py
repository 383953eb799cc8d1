"""Tables as CSV: RFC 4180, UTF-8, a heading, `true` and `false`, ISO 8601, nothing for no value.

Words of witnesses stand in the cells as they stand in the witness. A spreadsheet may take a cell
that begins with `=` for a formula; `guarded` puts an apostrophe before such a cell, which changes
it, so it is done only where that is asked for.
"""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING, Final

from greffier.exports.signs import no_formula, whole
from greffier.exports.tables import TABLES
from greffier.exports.tables.dictionary import package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from greffier.exports.registry import Opener
    from greffier.exports.tables import AnyTable
    from greffier.exports.tables.columns import Value
    from greffier.exports.taking import Taken

LIST_BETWEEN: Final = "; "
_MARK: Final = "\ufeff"  # without it, some spreadsheets take UTF-8 for something else


def write_csv(taken: Iterable[Taken], opened: Opener, *, guarded: bool = False) -> None:
    """Write every table as a file of its own, in one pass, and beside them what their columns are.

    Args:
        taken: the records.
        opened: opens a file by its name.
        guarded: for spreadsheets: no cell begins like a formula, and the files begin with a mark
            that they are UTF-8.
    """
    files = {one.name: opened(f"{one.name}.csv") for one in TABLES}
    for table in TABLES:
        files[table.name].write(_heading(table, guarded=guarded))
    for one in taken:
        for table in TABLES:
            files[table.name].write(_lines(table.values(one), guarded=guarded))
    described = json.dumps(package(guarded=guarded), indent=2, ensure_ascii=False)
    opened("datapackage.json").write(described.encode() + b"\n")


def csv_of(table: AnyTable, taken: Iterable[Taken], *, guarded: bool = False) -> Iterator[bytes]:
    """Yield one table as CSV, a piece for each record."""
    yield _heading(table, guarded=guarded)
    for one in taken:
        yield _lines(table.values(one), guarded=guarded)


def _heading(table: AnyTable, *, guarded: bool) -> bytes:
    names = _lines([[column.name for column in table.columns]], guarded=False)
    return _MARK.encode() + names if guarded else names


def _lines(rows: Iterable[Iterable[Value]], *, guarded: bool) -> bytes:
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    cell: Callable[[Value], str | int] = _guarded_cell if guarded else _cell
    writer.writerows([cell(value) for value in row] for row in rows)
    return whole(out.getvalue()).encode()


def _guarded_cell(value: Value) -> str | int:
    made = _cell(value)
    return no_formula(made) if isinstance(made, str) else made


def _cell(value: Value) -> str | int:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case tuple():
            return LIST_BETWEEN.join(value)
        case _:
            return value
