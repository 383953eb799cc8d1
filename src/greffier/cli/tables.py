"""Rows as a command prints them: in columns for people, as CSV, or as JSON."""

from __future__ import annotations

import csv
import io
import sys
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from greffier.cli.output import print_each, print_lines
from greffier.cli.words import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


def print_rows(
    kind: type[Any],
    rows: Sequence[Any],
    shape: str,
    *,
    lines: Callable[[Sequence[Any]], Iterable[str]] | None = None,
) -> None:
    """Print rows of one type, a frozen dataclass.

    Args:
        kind: the type: its fields are the columns.
        rows: what is printed.
        shape: text, csv, json or jsonl.
        lines: gives the lines for people; unless given, columns with the names of the fields.
    """
    if shape == "csv":
        _print_csv(kind, rows)
    elif shape in {"json", "jsonl"}:
        print_each(rows, "json" if shape == "json" else "jsonl", lines=lambda _: ())
    else:
        print_lines((lines or (lambda told: in_columns(kind, told)))(rows))


def in_columns(kind: type[Any], rows: Sequence[Any]) -> Iterator[str]:
    """Yield rows in columns under the names of their fields: numbers to the right."""
    names = [field.name for field in fields(kind)]
    if not rows:
        return
    cells = [[_cell(getattr(row, name)) for name in names] for row in rows]
    heads = [name.replace("_", " ") for name in names]
    wide = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    right = [not isinstance(getattr(rows[0], name), str | None) for name in names]
    for row in [heads, *cells]:
        placed = zip(row, wide, right, strict=True)
        yield "  ".join(one.rjust(n) if far else one.ljust(n) for one, n, far in placed).rstrip()


def _cell(value: object) -> str:
    if value is None:
        return "unknown"
    return f"{value:,.2f}" if isinstance(value, float) else shown(value)


def _print_csv(kind: type[Any], rows: Iterable[Any]) -> None:
    names = [field.name for field in fields(kind)]
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(names)
    table.writerows([_plain(getattr(row, name)) for name in names] for row in rows)
    out.detach()


def _plain(value: object) -> object:
    """Give a value as a cell: a span as its two ends."""
    return "-".join(map(str, value)) if isinstance(value, tuple) else value
