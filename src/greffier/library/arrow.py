"""Dataclasses as Arrow: what type a column has follows from the annotation of its field."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from greffier.errors import UsageError
from greffier.form import plain
from greffier.model import Span

try:
    import pyarrow as pa
except ImportError as error:
    raise UsageError(
        "pyarrow", "it is not installed", "install Greffier with its extra `tables`"
    ) from error

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLAIN: dict[object, pa.DataType] = {
    bool: pa.bool_(),
    int: pa.int64(),
    float: pa.float64(),
    str: pa.string(),
    Span: pa.list_(pa.int64(), 2),
}


def table(kind: type, values: Iterable[object]) -> pa.Table:
    """Make a table of dataclass values, one row each, one column for each field.

    Args:
        kind: the dataclass.
        values: instances of it.
    """
    schema = pa.schema(_columns(kind))
    return pa.Table.from_pylist([plain(value) for value in values], schema=schema)


@cache
def _columns(kind: type) -> list[pa.Field]:
    hints = get_type_hints(kind, include_extras=False)
    return [pa.field(one.name, _type(hints[one.name])) for one in fields(kind)]


def _type(hint: Any) -> pa.DataType:  # noqa: ANN401 - an annotation is anything
    """Give the type of a column for an annotation of a field."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_dataclass(hint):
        return pa.struct(_columns(hint))  # type: ignore[arg-type] # a class, as the hint is a type
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Literal:
        return pa.string()
    if origin in {Union, UnionType}:
        (one,) = [part for part in inside if part is not NoneType]
        return _type(one)
    if origin is tuple:
        return pa.list_(_type(inside[0]))
    if origin is dict:
        return pa.map_(_type(inside[0]), _type(inside[1]))
    raise TypeError(f"no column is made of {hint!r}")
