"""A picture with the table of what it shows, which is also given as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, Literal, TypeVar, overload

from greffier.exports.signs import no_formula

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")
_NUMBER: Final = re.compile(r"-?\d{1,18}(\.\d{1,9})?")
_AS_WIDE: Final = ' width="100%"'
_OPENING: Final = "<svg"
_NAMESPACE: Final = ' xmlns="http://www.w3.org/2000/svg"'  # which a page of HTML does without

# `words`: a witness says it. `date`: ISO 8601. `number`: to be compared. `doubt`: not certain.
CellKind = Literal["", "words", "date", "number", "doubt"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a table, and where it leads."""

    text: str
    href: str = ""
    kind: CellKind = ""


class Rows(Sequence[tuple[Cell, ...]], Generic[T]):
    """A table whose rows are made when they are looked at: a page shows few of a great many.

    Args:
        things: what the rows are of, in their order.
        cells: gives the cells of one.
    """

    def __init__(self, things: Sequence[T], cells: Callable[[T], Iterable[Cell]]) -> None:
        self._things, self._cells = things, cells

    def __len__(self) -> int:
        return len(self._things)

    @overload
    def __getitem__(self, at: int) -> tuple[Cell, ...]: ...
    @overload
    def __getitem__(self, at: slice) -> Rows[T]: ...
    def __getitem__(self, at: int | slice) -> tuple[Cell, ...] | Rows[T]:
        if isinstance(at, slice):
            return Rows(self._things[at], self._cells)
        return tuple(self._cells(self._things[at]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture and what it shows.

    Args:
        key: names it among others of its page.
        called: what it is called.
        svg: the picture, in which everything is escaped already.
        columns, rows: the table of the same data; the first cell of a row says what it is of.
        legend: the marks that are explained beside it, by their names in the style sheet.
        notes: what must be said of it, such as what is left out.
    """

    key: str
    called: str
    svg: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    legend: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The picture as a file of its own, which has no box to be as wide as."""
        named = self.svg.replace(_OPENING, _OPENING + _NAMESPACE, 1)
        return named.replace(_AS_WIDE, ' width="960"', 1)

    @property
    def table(self) -> str:
        """The table as CSV; an apostrophe keeps programs from taking words for a formula."""
        return table_csv(self.columns, self.rows)


def table_csv(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    """Give a table as CSV, as `Figure.table` does."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(columns)
    writer.writerows([_tame(cell) for cell in row] for row in rows)
    return written.getvalue()


def _tame(cell: Cell) -> str:
    """Keep a spreadsheet from taking words for a formula; a number below 0 is none."""
    if cell.kind == "number" and _NUMBER.fullmatch(cell.text):
        return cell.text
    return no_formula(cell.text)
