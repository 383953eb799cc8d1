"""What every table and column holds: as a page for people, and as a descriptor for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from greffier.exports.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.exports.tables import AnyTable, Column

# The names that the Table Schema has for our types; a list is written as one text.
_TYPES: Final = {"text": "string", "list": "string"}


def package(*, guarded: bool = False) -> dict[str, Any]:
    """Give the descriptor of the CSV files: a Data Package with a Table Schema for each.

    Args:
        guarded: the files are those for spreadsheets.
    """
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "greffier-tables",
        "title": "Records of meetings as tables",
        "resources": [_resource(one, guarded=guarded) for one in TABLES],
    }


def _resource(table: AnyTable, *, guarded: bool) -> dict[str, Any]:
    about = table.about
    if guarded:
        about += " An apostrophe stands before a cell that a spreadsheet would take for a formula."
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "description": about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n", "header": True},
        "schema": _schema(table),
    }


def _schema(table: AnyTable) -> dict[str, Any]:
    made: dict[str, Any] = {
        "fields": [_field(one) for one in table.columns],
        "missingValues": [""],
    }
    if table.keyed:
        made["primaryKey"] = [table.columns[0].name]
    joins = [_join(one) for one in table.columns if one.joins]
    return made | ({"foreignKeys": joins} if joins else {})


def _field(column: Column[Any]) -> dict[str, Any]:
    about = column.about
    if column.kind == "list":
        about += " Several have a semicolon and a blank between them."
    return {
        "name": column.name,
        "type": _TYPES.get(column.kind, column.kind),
        "description": about,
    }


def _join(column: Column[Any]) -> dict[str, Any]:
    (there,) = [one.columns[0].name for one in TABLES if one.name == column.joins]
    return {"fields": [column.name], "reference": {"resource": column.joins, "fields": [there]}}


def page() -> Iterator[str]:
    """Yield the lines of the page that tells of every table and column."""
    for table in TABLES:
        yield f"## {table.name}"
        yield ""
        yield table.about
        yield ""
        yield "| column | type | what it holds | joins |"
        yield "|---|---|---|---|"
        for column in table.columns:
            joins = f"[{column.joins}](#{column.joins})" if column.joins else ""
            about = column.about.replace("|", "\\|")
            yield f"| `{column.name}` | {column.kind} | {about} | {joins} |"
        yield ""
