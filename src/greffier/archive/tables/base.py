"""What the tables have in common: the metadata that holds them, and how they are tied."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    MetaData,
    Text,
)

METADATA = MetaData()
# Tables of many short rows are kept in the order of their key, without another key beside it.
SMALL: Any = {"sqlite_with_rowid": False}


def of_reading() -> Column[str]:
    """Give the first column of a table that is worked out from a reading."""
    return Column(
        "witness", Text, ForeignKey("reading.witness", ondelete="CASCADE"), primary_key=True
    )


def to(table: str, column: str, key: str) -> ForeignKeyConstraint:
    """Tie a column to a row that the same reading gave."""
    return ForeignKeyConstraint(
        ["witness", column],
        [f"{table}.witness", f"{table}.{key}"],
        deferrable=True,
        initially="DEFERRED",
    )


def later(column: str) -> ForeignKey:
    """Tie a column to a row that may be written later in the same transaction."""
    return ForeignKey(column, deferrable=True, initially="DEFERRED")
