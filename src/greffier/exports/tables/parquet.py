"""Tables as Parquet: the same columns as the CSV files, with their types, read by every data tool.

pyarrow writes them; it is large, so it is an extra: `pip install greffier[tables]`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO, Final

from greffier.errors import UsageError
from greffier.exports.signs import whole
from greffier.exports.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.exports.registry import Opener
    from greffier.exports.tables import AnyTable
    from greffier.exports.tables.columns import Value
    from greffier.exports.taking import Taken

_ROWS: Final = 10_000  # of one table held at a time: of turns some five megabytes


def write_parquet(taken: Iterable[Taken], opened: Opener) -> None:
    """Write every table as a file of its own, in one pass.

    Args:
        taken: the records.
        opened: opens a file by its name.

    Raises:
        UsageError: pyarrow is not installed.
    """
    writers = [_Writer(one, opened(f"{one.name}.parquet")) for one in TABLES]
    for one in taken:
        for writer in writers:
            writer.add(one)
    for writer in writers:
        writer.close()


class _Writer:
    """Writes one table, so many rows at a time."""

    def __init__(self, table: AnyTable, file: BinaryIO) -> None:
        self._table = table
        self._schema = _arrow_schema(table)
        self._writer = _parquet().ParquetWriter(file, self._schema, compression="zstd")
        self._rows: list[list[Value]] = []

    def add(self, taken: Taken) -> None:
        """Take up the rows of a record."""
        self._rows += self._table.values(taken)
        if len(self._rows) >= _ROWS:
            self._flush()

    def close(self) -> None:
        """Write what is left, and the foot of the file."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(_arrow(self._rows, self._schema))
        self._rows = []


def arrow_table(table: AnyTable, taken: Iterable[Taken]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Give one table in memory, as a `pyarrow.Table`, for work in Python.

    Raises:
        UsageError: pyarrow is not installed.
    """
    schema = _arrow_schema(table)
    return _arrow([row for one in taken for row in table.values(one)], schema)


def _arrow(rows: list[list[Value]], schema: Any) -> Any:  # noqa: ANN401 - see above
    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    arrays = [
        _pyarrow().array([_value(one) for one in column], type=field.type)
        for column, field in zip(columns, schema, strict=True)
    ]
    return _pyarrow().Table.from_arrays(arrays, schema=schema)


def _value(value: Value) -> object:
    return whole(value) if isinstance(value, str) else value


def _arrow_schema(table: AnyTable) -> Any:  # noqa: ANN401 - see above
    pa = _pyarrow()
    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "datetime": pa.timestamp("s", tz="UTC"),
        "list": pa.list_(pa.string()),
    }
    fields = [
        pa.field(one.name, types[one.kind], metadata={"description": one.about})
        for one in table.columns
    ]
    return pa.schema(fields, metadata={"description": table.about})


def _pyarrow() -> Any:  # noqa: ANN401 - see above
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and 0.2 s
    except ModuleNotFoundError as error:
        met, advice = "pyarrow is not installed", "run `pip install greffier[tables]`"
        raise UsageError("tables for Parquet", met, advice) from error
    return pa


def _parquet() -> Any:  # noqa: ANN401 - see above
    _pyarrow()
    from pyarrow import parquet  # noqa: PLC0415 - see above

    return parquet
