"""Which witnesses carry one record, and why."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from greffier.archive.tables.base import METADATA, SMALL

# A published account: the witnesses that carry it (`membership`) and what they come to.
RECORD = Table(
    "record",
    METADATA,
    Column("id", Text, ForeignKey("witness.id"), primary_key=True),
    Column("base", Text, ForeignKey("witness.id"), nullable=False),
    Column("title", Text),
    Column("date", Text),
    Column("first", Integer),
    Column("last", Integer),
    Column("place", Text),
    Column("publisher", Text),
    Column("title_of", Text),  # the witness that states it
    Column("date_of", Text),
    Column("place_of", Text),
    Column("publisher_of", Text),
    Column("witnesses", Integer, nullable=False),
    Column("reasons", Text, nullable=False),  # for the base: sentences, as JSON
    Index("record_by_day", "first"),
    Index("record_by_base", "base"),
)

# Which record a witness carries. `n` counts the witnesses as they come.
MEMBERSHIP = Table(
    "membership",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("witness", Text, ForeignKey("witness.id"), nullable=False, unique=True),
    Column("record", Text, ForeignKey("record.id"), nullable=False, index=True),
    Column("url", Text, index=True),
    Column("added", Text),  # when, as ISO 8601 in UTC; unknown for what the first version kept
    Column("grouper", Text, index=True),  # the version that looked for its like; none as yet
    Column("sketch", LargeBinary),
)

# Hashes of a witness's words, by which its like are found.
POSTING = Table(
    "posting",
    METADATA,
    Column("hash", Integer, primary_key=True),
    Column("n", Integer, primary_key=True),
    **SMALL,
)

# Two witnesses that were found to carry one record, and the words that show it.
GROUPING = Table(
    "grouping",
    METADATA,
    Column("witness", Text, ForeignKey("witness.id"), primary_key=True),
    Column("other", Text, ForeignKey("witness.id"), primary_key=True, index=True),
    Column("words", Integer, nullable=False),  # that both have
    Column("form", LargeBinary, nullable=False),
    **SMALL,
)
