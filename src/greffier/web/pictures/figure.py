"""A picture with the table of what it shows, which is also given as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# What spreadsheet programs take for the beginning of a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a table, and where it leads; `kind` is `words` where a witness says it."""

    text: str
    href: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture and what it shows.

    Args:
        key: names it among others of its page.
        called: what it is called.
        svg: the picture, in which everything is escaped already.
        columns, rows: the table of the same data.
        legend: which marks must be explained beside it.
        notes: what must be said of it, such as what is left out.
    """

    key: str
    called: str
    svg: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    legend: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def table_csv(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    """Give a table as CSV; an apostrophe keeps programs from taking words for a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(columns)
    writer.writerows([_tame(cell.text) for cell in row] for row in rows)
    return written.getvalue()


def _tame(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
