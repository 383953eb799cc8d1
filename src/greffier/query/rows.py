"""Two witnesses beside each other, row by row, for the eye: a paragraph of each, variants told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from greffier.collation.agreeing import steps
from greffier.model import VariantKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Compared, Part, Span

LONG: Final = 900  # characters; a longer row ends at the next line
LONGEST: Final = 2_400  # and at the next blank, when no line ends before


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A stretch of one witness in a row.

    Args:
        text: as it stands; empty where the other witness has words that this one lacks.
        at: where it begins.
        n: the number of the variant that it is, counted from 1; 0 where both say the same.
        kind: what sort of variant.
    """

    text: str
    at: int
    n: int = 0
    kind: VariantKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What stands beside each other in two witnesses; the rows together are both of them."""

    base: tuple[Cell, ...]
    other: tuple[Cell, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the variants in it, in order."""
        return tuple(sorted({one.n for one in (*self.base, *self.other) if one.n}))

    @property
    def words(self) -> int:
        """How many words of the base are in it."""
        return sum(len(one.text.split()) for one in self.base)


def rows(compared: Compared, base: str, other: str) -> Iterator[Row]:
    """Yield two witnesses row by row; a row ends where both end a paragraph.

    Args:
        compared: the two.
        base: the text of the base.
        other: the text of the other.
    """
    table = _Table(base, other)
    for part in compared.parts:
        if part.variant is not None:
            kind = compared.variants[part.variant].kind
            table.put(part, n=part.variant + 1, kind=kind)
        elif part.a and part.b:
            yield from table.alike(part.a, part.b)
        else:
            table.put(part)
    yield from table.ended()


@dataclass(slots=True)
class _Column:
    """One side of the row in the making."""

    text: str
    at: int = 0
    cells: list[Cell] = field(default_factory=list)

    def put(self, start: int, end: int, n: int = 0, kind: VariantKind | None = None) -> None:
        """Put in a stretch; what goes on plainly goes on with the same cell."""
        if self.cells and not n and not self.cells[-1].n:
            start = self.cells.pop().at
        if n or start < end:
            self.cells.append(Cell(text=self.text[start:end], at=start, n=n, kind=kind))
        self.at = end

    def taken(self) -> tuple[Cell, ...]:
        """Give the cells of the row that ends here."""
        done, self.cells = tuple(self.cells), []
        return done


class _Table:
    """Rows in the making."""

    def __init__(self, base: str, other: str) -> None:
        self._a, self._b = _Column(base), _Column(other)

    def put(self, part: Part, n: int = 0, kind: VariantKind | None = None) -> None:
        """Put in what is a variant, or stands in one text only."""
        for column, span in ((self._a, part.a), (self._b, part.b)):
            column.put(*(span or (column.at, column.at)), n, kind)

    def alike(self, a: Span, b: Span) -> Iterator[Row]:
        """Put in what both say, and yield the rows that end in it."""
        ours, theirs = a.cut(self._a.text), b.cut(self._b.text)
        from_a, from_b, length = a.start, b.start, self._length()
        for one in steps(ours, theirs):
            line_a = "\n" in ours[one.a : one.a_end]
            line_b = "\n" in theirs[one.b : one.b_end]
            size = length + a.start + one.a_end - from_a
            blank = one.same and ours[one.a].isspace()
            over = (line_a and line_b) if blank else not one.same and (line_a or line_b)
            if over or (size > LONG and blank and line_a) or (size > LONGEST and blank):
                self._a.put(from_a, a.start + one.a_end)
                self._b.put(from_b, b.start + one.b_end)
                yield from self.ended()
                from_a, from_b, length = a.start + one.a_end, b.start + one.b_end, 0
        self._a.put(from_a, a.end)
        self._b.put(from_b, b.end)

    def ended(self) -> Iterator[Row]:
        """Yield the row that ends here, if there is anything in it."""
        row = Row(base=self._a.taken(), other=self._b.taken())
        if row.base or row.other:
            yield row

    def _length(self) -> int:
        return sum(len(one.text) for one in self._a.cells)
