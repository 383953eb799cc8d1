"""The tables of records and of the witnesses that carry them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from greffier.archive import StoredWitness
from greffier.exports.tables.columns import Column, Table
from greffier.model import Record, bounds, record_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.exports.tables.columns import Value
    from greffier.exports.taking import Taken
    from greffier.model import Stated


class _Whole(NamedTuple):
    """A record with what was taken of it."""

    taken: Taken
    record: Record


class _Carrier(NamedTuple):
    """A witness with what was taken of its record."""

    taken: Taken
    witness: StoredWitness


def _records(taken: Taken) -> Iterable[_Whole]:
    reading = taken.reading
    yield _Whole(taken, taken.record or record_of([reading], base=reading.witness.id))


def _witnesses(taken: Taken) -> Iterable[_Carrier]:
    witness = taken.reading.witness
    only = StoredWitness(
        id=witness.id,
        digest=witness.digest,
        name=witness.name,
        media_type=witness.media_type,
        url=witness.url,
        language=witness.language,
        length=witness.length,
        added=None,
        base=True,
    )
    return (_Carrier(taken, one) for one in taken.witnesses or (only,))


def _stated(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def _day(one: _Whole, end: int) -> Value:
    date = one.record.date
    return bounds(date.value)[end] if date else None


def _added(one: _Carrier) -> Value:
    return datetime.fromisoformat(one.witness.added) if one.witness.added else None


RECORDS: Final = Table(
    name="records",
    about="A record: the published account that one or more witnesses carry.",
    rows=_records,
    columns=(
        Column(
            "record",
            "text",
            "The record, named by its earliest witness.",
            lambda x: x.record.id,
        ),
        Column(
            "base",
            "text",
            "The witness whose text stands for the record.",
            lambda x: x.record.base,
            "witnesses",
        ),
        Column(
            "reading",
            "text",
            "The witness whose reading was exported; the base unless another was asked for.",
            lambda x: x.taken.reading.witness.id,
            "witnesses",
        ),
        Column(
            "reader",
            "text",
            "The version of the reader whose reading it is.",
            lambda x: x.taken.reading.reader,
        ),
        Column("kind", "text", "What the record is.", lambda x: x.taken.reading.record.kind),
        Column("title", "text", "Its title.", lambda x: _stated(x.record.title)),
        Column(
            "date",
            "text",
            "The date that it bears: ISO 8601, a year or a month where no more is known, two with "
            "a stroke for an interval.",
            lambda x: _stated(x.record.date),
        ),
        Column(
            "first_day",
            "date",
            "The earliest day that the date may stand for.",
            lambda x: _day(x, 0),
        ),
        Column("last_day", "date", "The latest day that it may stand for.", lambda x: _day(x, 1)),
        Column(
            "place",
            "text",
            "The place of its dateline, which need not be where the session met.",
            lambda x: _stated(x.record.place),
        ),
        Column("publisher", "text", "Who published it.", lambda x: _stated(x.record.publisher)),
        Column(
            "language",
            "text",
            "The language of the reading, a BCP 47 tag; `und` where it is not known.",
            lambda x: x.taken.reading.witness.language,
        ),
        Column(
            "witnesses",
            "integer",
            "How many witnesses carry the record.",
            lambda x: len(x.record.witnesses),
        ),
    ),
)

WITNESSES: Final = Table(
    name="witnesses",
    about="A witness: one received text, kept byte for byte.",
    rows=_witnesses,
    columns=(
        Column(
            "witness",
            "text",
            "The witness, named by the first 16 digits of its digest.",
            lambda x: x.witness.id,
        ),
        Column("record", "text", "The record that it carries.", lambda x: x.taken.id, "records"),
        Column(
            "base", "boolean", "Whether its text stands for the record.", lambda x: x.witness.base
        ),
        Column(
            "digest",
            "text",
            "`sha256:` and the digest of the bytes as they were received.",
            lambda x: x.witness.digest,
        ),
        Column("name", "text", "What it was received as.", lambda x: x.witness.name),
        Column("media_type", "text", "The form of the bytes.", lambda x: x.witness.media_type),
        Column("url", "text", "The address it is from.", lambda x: x.witness.url),
        Column(
            "language",
            "text",
            "Its language, a BCP 47 tag; `und` where it is not known.",
            lambda x: x.witness.language,
        ),
        Column(
            "length",
            "integer",
            "How long its text is, in Unicode code points.",
            lambda x: x.witness.length,
        ),
        Column(
            "added",
            "datetime",
            "When it came into the archive, in UTC; missing where that is not known.",
            _added,
        ),
    ),
)
