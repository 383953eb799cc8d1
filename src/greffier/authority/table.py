"""One authority data file: comma-separated, UTF-8, read strictly, every fault with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.errors import AuthorityError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a data file; `place` names the file and the line for whoever has to mend it."""

    place: str
    cells: Mapping[str, str]

    def maybe(self, column: str) -> str | None:
        """Give a cell that may be empty, None where it is.

        Raises:
            AuthorityError: what no eye sees: a control character, a space that is not plain, is
                doubled or stands at an end.
        """
        cell = self.cells[column]
        if not cell:
            return None
        if not cell.isprintable() or "  " in cell or cell != cell.strip():
            raise AuthorityError(
                self.place,
                f"{column} {cell!r}",
                "a cell has single plain spaces inside it and none at its ends",
            )
        return cell

    def text(self, column: str) -> str:
        """Give a cell that must be filled."""
        cell = self.maybe(column)
        if cell is None:
            raise AuthorityError(self.place, f"no {column}", "every row fills this column")
        return cell

    def many(self, column: str) -> tuple[str, ...]:
        """Give the names in a cell, parted by semicolons; none where it is empty.

        Raises:
            AuthorityError: an empty name between two semicolons, or the same name twice.
        """
        cell = self.maybe(column)
        if cell is None:
            return ()
        names = tuple(cell.split(SEPARATOR))
        if not all(name and name == name.strip() for name in names) or len(set(names)) < len(names):
            raise AuthorityError(
                self.place, f"{column} {cell!r}", "names are parted by `;` alone, each given once"
            )
        return names

    def one_of(self, column: str, choices: Sequence[str]) -> str:
        """Give a cell that holds one of a few words."""
        cell = self.text(column)
        if cell not in choices:
            raise AuthorityError(self.place, f"{column} {cell!r}", f"one of: {', '.join(choices)}")
        return cell


def read_table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a data file whose first line names exactly `columns`, in their order.

    Raises:
        AuthorityError: no such file, not UTF-8, not comma-separated, other columns, or a row with
            more or fewer cells.
    """
    reader = csv.reader(io.StringIO(_text_of(path), newline=""), strict=True)
    try:
        for cells in reader:
            place = f"{path.name}, line {reader.line_num}"
            if reader.line_num == 1 and cells != list(columns):
                raise AuthorityError(
                    place, f"the columns {','.join(cells)!r}", f"they are {','.join(columns)}"
                )
            if len(cells) != len(columns):
                raise AuthorityError(place, f"{len(cells)} cells", f"a row has {len(columns)}")
            if reader.line_num > 1:
                yield Row(place, dict(zip(columns, cells, strict=True)))
    except csv.Error as error:
        raise AuthorityError(
            f"{path.name}, line {reader.line_num}", str(error), "a quoted cell closes its quotes"
        ) from error
    if reader.line_num == 0:
        raise AuthorityError(path.name, "an empty file", f"its first line is {','.join(columns)}")


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise AuthorityError(str(path), "no such file", "the folder holds every table") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise AuthorityError(
            f"{path.name}, line {line}", "bytes that are not UTF-8", "save the file as UTF-8"
        ) from error
