"""Answers as rows: a sequence of values that can become a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, Literal, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

T_co = TypeVar("T_co", covariant=True)


class Rows(Sequence[T_co], Generic[T_co]):
    """Values of one kind, in order; `to_arrow` makes a table of them.

    Args:
        kind: the dataclass that each of them is; a table has its fields as columns.
        values: the values.
        total: how many there are in all, where these are one page of them; None where that is
            not known, because only these were looked for.
    """

    def __init__(
        self,
        kind: type[T_co],
        values: Iterable[T_co],
        *,
        total: int | Literal["these"] | None = "these",
    ) -> None:
        self._kind = kind
        self._values = tuple(values)
        self.total = len(self._values) if total == "these" else total

    @overload
    def __getitem__(self, at: int) -> T_co: ...
    @overload
    def __getitem__(self, at: slice) -> Rows[T_co]: ...
    def __getitem__(self, at: int | slice) -> T_co | Rows[T_co]:
        """Give one value, or some of them as rows."""
        if isinstance(at, slice):
            return Rows(self._kind, self._values[at], total=self.total)
        return self._values[at]

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        total = "?" if self.total is None else self.total
        return f"Rows({self._kind.__name__}, {len(self)} of {total})"

    def to_arrow(self) -> pa.Table:
        """Make an Arrow table of the rows, whose columns have the types of the fields.

        Values within values become structs, several become lists; no row makes no difference to
        the columns. Needs the extra `tables` (`pip install greffier[tables]`).

        Raises:
            UsageError: pyarrow is not installed.
        """
        from greffier.library.arrow import table  # noqa: PLC0415 - pyarrow is an extra

        return table(self._kind, self._values)
