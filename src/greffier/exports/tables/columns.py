"""What a table is: its columns, and how each has its value of a fact.

A column says once what it is called, of what type it is, what it holds and where its value comes
from; the files and their dictionary are made of the same definitions, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar

from greffier.exports.taking import Taken
from greffier.model import bounds

if TYPE_CHECKING:
    from greffier.model import Date, Span

T = TypeVar("T")

Value: TypeAlias = str | int | bool | date | datetime | tuple[str, ...] | None
Kind = Literal["text", "integer", "boolean", "date", "datetime", "list"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Of(Generic[T]):
    """A fact in its reading; `key` is its name there: `s1`."""

    taken: Taken
    key: str
    fact: T

    @property
    def name(self) -> str:
        """The name of the fact outside its reading."""
        return f"{self.taken.name}.{self.key}"

    @property
    def text(self) -> str:
        """The text of the witness, which spans point into."""
        return self.taken.reading.witness.text

    def joined(self, key: str | None) -> str | None:
        """Give the name outside its reading of another fact, if there is one."""
        return f"{self.taken.name}.{key}" if key else None


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column of a table.

    Args:
        name: as files head it.
        kind: the type of its values; any may be missing.
        about: what it holds, one sentence.
        value: gives its value of a row.
        joins: the table whose first column has the same values, if there is one.
    """

    name: str
    kind: Kind
    about: str
    value: Callable[[T], Value]
    joins: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[T]):
    """A table.

    Args:
        name: of its file, without ending.
        about: what a row is, one sentence.
        columns: in order.
        rows: gives what each row is made of, for one record.
        keyed: whether its first column names the row.
    """

    name: str
    about: str
    columns: tuple[Column[T], ...]
    rows: Callable[[Taken], Iterable[T]]
    keyed: bool = True

    def values(self, taken: Taken) -> Iterable[list[Value]]:
        """Yield the rows of a record."""
        for one in self.rows(taken):
            yield [column.value(one) for column in self.columns]


AnyTable: TypeAlias = Table[Any]


def placed() -> tuple[Column[Of[Any]], ...]:
    """Give the columns that say of which witness and record a fact is."""
    return (
        Column("witness", "text", "The witness it was read from.", _witness, "witnesses"),
        Column("record", "text", "The record that the witness carries.", _record, "records"),
    )


def dated(
    of: Callable[[T], Date | None], told: str = "as the reading has it"
) -> tuple[Column[T], ...]:
    """Give the columns of a date: as it is known, and the first and last day that it may be."""
    return (
        Column(
            "date",
            "text",
            f"The date {told}: ISO 8601, a year or a month where no more is known, two with a "
            "stroke for an interval.",
            lambda one: _of_date(of(one), lambda date: date.value),
        ),
        Column(
            "first_day",
            "date",
            "The earliest day that the date may stand for.",
            lambda one: _of_date(of(one), lambda date: bounds(date.value)[0]),
        ),
        Column(
            "last_day",
            "date",
            "The latest day that it may stand for.",
            lambda one: _of_date(of(one), lambda date: bounds(date.value)[1]),
        ),
        Column(
            "date_basis",
            "text",
            "How the date is known: stated whole in the text, resolved from the text and the "
            "record's date, inferred from what is known of the institution.",
            lambda one: _of_date(of(one), lambda date: date.basis),
        ),
    )


def spanned(of: Callable[[T], Span | None]) -> tuple[Column[T], ...]:
    """Give the columns of a stretch of the witness text."""
    return (
        Column(
            "start",
            "integer",
            "Where its words begin in the text of the witness, in Unicode code points from 0.",
            lambda one: None if (span := of(one)) is None else span.start,
        ),
        Column(
            "end",
            "integer",
            "Where they end; the code point there is not theirs.",
            lambda one: None if (span := of(one)) is None else span.end,
        ),
    )


def numbered(taken: Taken, letter: str, facts: Iterable[T]) -> Iterable[Of[T]]:
    """Yield facts with the names that their places give them: `i1`, `i2`."""
    for n, fact in enumerate(facts, start=1):
        yield Of(taken=taken, key=f"{letter}{n}", fact=fact)


def named(what: str) -> Column[Of[Any]]:
    """Give the column that names the row."""
    return Column(what, "text", f"The {what}: the witness and its place there.", _name)


def _name(one: Of[Any]) -> str:
    return one.name


def _witness(one: Of[Any]) -> str:
    return one.taken.name


def _record(one: Of[Any]) -> str:
    return one.taken.id


def _of_date(date: Date | None, value: Callable[[Date], Value]) -> Value:
    return None if date is None else value(date)
