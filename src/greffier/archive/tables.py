"""The tables of an archive, as the queries see them; `migrations` makes them.

`witness` and `reading` hold what is kept. Most other tables are worked out from a reading and hang
on it, so that reading a witness again replaces its rows; `record` is worked out from the witnesses
that carry it, and `grouping` holds why they do. `form` holds a value whole, as JSON.
Days are numbers such as 20210917, the first and the last that a date may mean.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

METADATA = MetaData()
# Tables of many short rows are kept in the order of their key, without another key beside it.
_SMALL: Any = {"sqlite_with_rowid": False}


def _of_reading() -> Column[str]:
    """Give the first column of a table that is worked out from a reading."""
    return Column(
        "witness", Text, ForeignKey("reading.witness", ondelete="CASCADE"), primary_key=True
    )


def _to(table: str, column: str, key: str) -> ForeignKeyConstraint:
    """Tie a column to a row that the same reading gave."""
    return ForeignKeyConstraint(
        ["witness", column],
        [f"{table}.witness", f"{table}.{key}"],
        deferrable=True,
        initially="DEFERRED",
    )


# One row: what this archive is, and how often it was written to.
STATE = Table(
    "state",
    METADATA,
    Column("archive", Text, primary_key=True),
    Column("generation", Integer, nullable=False),
)

WITNESS = Table(
    "witness",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("length", Integer, nullable=False),  # in bytes, as received
    Column("data", LargeBinary, nullable=False),  # compressed by zstandard
)

READING = Table(
    "reading",
    METADATA,
    Column("witness", Text, ForeignKey("witness.id"), primary_key=True),
    Column("reader", Text, nullable=False),
    Column("generation", Integer, nullable=False, index=True),  # when it was written
    Column("form", LargeBinary, nullable=False),  # compressed by zstandard
)

# What a witness says of itself, and how much was read in it.
HEAD = Table(
    "head",
    METADATA,
    _of_reading(),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text),
    Column("date", Text),
    Column("first", Integer),
    Column("last", Integer),
    Column("place", Text),
    Column("publisher", Text),
    Column("language", Text, nullable=False),
    Column("length", Integer, nullable=False),  # in code points
    Column("sessions", Integer, nullable=False),
    Column("participants", Integer, nullable=False),
    Column("turns", Integer, nullable=False),
    Column("instruments", Integer, nullable=False),
    Column("remarks", Integer, nullable=False),
)

SESSION = Table(
    "session",
    METADATA,
    _of_reading(),
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("subject", Boolean, nullable=False),
    Column("name", Text, nullable=False),
    Column("body", Text),
    Column("status", Text, nullable=False),
    Column("date", Text),
    Column("first", Integer),  # of the session, else of a record that is of it
    Column("last", Integer),
    Column("venue", Text),
    Column("mode", Text, nullable=False),
    Column("form", LargeBinary, nullable=False),
    Index("session_by_day", "subject", "first"),
)

SESSION_ORGANISATION = Table(
    "session_organisation",
    METADATA,
    _of_reading(),
    Column("session", Text, primary_key=True),
    Column("organisation", Text, primary_key=True, index=True),
    _to("session", "session", "id"),
    **_SMALL,
)

PERSON = Table(
    "person",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),  # as a record prints it
)

PARTICIPANT = Table(
    "participant",
    METADATA,
    _of_reading(),
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text),
    Column("person", Text, ForeignKey("person.id")),
    Column("office", Text),
    Column("of", Text),
    Column("acting", Boolean, nullable=False),
    Column("role", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("session", Text),
    Column("form", LargeBinary, nullable=False),
    _to("session", "session", "id"),
    Index("participant_by_person", "person", "name"),
)

TURN = Table(
    "turn",
    METADATA,
    _of_reading(),
    Column("n", Integer, primary_key=True),
    Column("participant", Text),
    Column("label", Text, nullable=False),
    Column("session", Text),
    Column("continues", Integer),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _to("participant", "participant", "id"),
    _to("session", "session", "id"),
    _to("turn", "continues", "n"),
    Index("turn_by_participant", "witness", "participant"),
    **_SMALL,
)

INSTRUMENT = Table(
    "instrument",
    METADATA,
    _of_reading(),
    Column("n", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("date", Text),
    Column("first", Integer),
    Column("last", Integer),
    Column("session", Text),
    _to("session", "session", "id"),
    **_SMALL,
)

CHAIRMANSHIP = Table(
    "chairmanship",
    METADATA,
    _of_reading(),
    Column("n", Integer, primary_key=True),
    Column("organisation", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("phase", Text, nullable=False),
    Column("date", Text),
    Column("first", Integer),
    Column("last", Integer),
    **_SMALL,
)

REMARK = Table(
    "remark",
    METADATA,
    _of_reading(),
    Column("n", Integer, primary_key=True),
    Column("code", Text, nullable=False, index=True),
    Column("message", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    **_SMALL,
)

EVIDENCE = Table(
    "evidence",
    METADATA,
    _of_reading(),
    Column("n", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("fact", Text, nullable=False),  # `s1`, `p3`, `record`
    Column("field", Text, nullable=False),  # empty where the words support the fact as a whole
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    **_SMALL,
)

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
    **_SMALL,
)

# Two witnesses that were found to carry one record, and the words that show it.
GROUPING = Table(
    "grouping",
    METADATA,
    Column("witness", Text, ForeignKey("witness.id"), primary_key=True),
    Column("other", Text, ForeignKey("witness.id"), primary_key=True, index=True),
    Column("words", Integer, nullable=False),  # that both have
    Column("form", LargeBinary, nullable=False),
    **_SMALL,
)

# What a person decided; applied over what was worked out, and never taken out again.
JUDGEMENT = Table(
    "judgement",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("made", Text, nullable=False),  # when, as ISO 8601 in UTC
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("undone", Text),  # when, if it was
)

# The witnesses that a judgement puts together or apart, two and two.
JUDGED = Table(
    "judged",
    METADATA,
    Column("n", Integer, ForeignKey("judgement.n"), primary_key=True),
    Column("witness", Text, ForeignKey("witness.id"), primary_key=True, index=True),
    Column("other", Text, ForeignKey("witness.id"), primary_key=True, index=True),
    **_SMALL,
)

# What is worked out from one reading, in an order in which the rows can be written.
DERIVED = (
    HEAD,
    SESSION,
    SESSION_ORGANISATION,
    PARTICIPANT,
    TURN,
    INSTRUMENT,
    CHAIRMANSHIP,
    REMARK,
    EVIDENCE,
)
