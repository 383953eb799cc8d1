"""What is worked out from one reading, and hangs on it."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from greffier.archive.tables.base import METADATA, SMALL, of_reading, to

# What a witness says of itself, and how much was read in it.
HEAD = Table(
    "head",
    METADATA,
    of_reading(),
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
    of_reading(),
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
    of_reading(),
    Column("session", Text, primary_key=True),
    Column("organisation", Text, primary_key=True, index=True),
    to("session", "session", "id"),
    **SMALL,
)

# How participants are named: the name folded, and as a record prints it.
NAMING = Table(
    "naming",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
)

PARTICIPANT = Table(
    "participant",
    METADATA,
    of_reading(),
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text),
    Column("named", Text, ForeignKey("naming.id")),
    Column("office", Text),
    Column("of", Text),
    Column("acting", Boolean, nullable=False),
    Column("role", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("session", Text),
    Column("form", LargeBinary, nullable=False),
    to("session", "session", "id"),
    Index("participant_by_name", "named", "name"),
    Index("participant_by_office", "of", "office"),
)

TURN = Table(
    "turn",
    METADATA,
    of_reading(),
    Column("n", Integer, primary_key=True),
    Column("participant", Text),
    Column("label", Text, nullable=False),
    Column("session", Text),
    Column("continues", Integer),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    to("participant", "participant", "id"),
    to("session", "session", "id"),
    to("turn", "continues", "n"),
    Index("turn_by_participant", "witness", "participant"),
    **SMALL,
)

INSTRUMENT = Table(
    "instrument",
    METADATA,
    of_reading(),
    Column("n", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("date", Text),
    Column("first", Integer),
    Column("last", Integer),
    Column("session", Text),
    to("session", "session", "id"),
    **SMALL,
)

CHAIRMANSHIP = Table(
    "chairmanship",
    METADATA,
    of_reading(),
    Column("n", Integer, primary_key=True),
    Column("organisation", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("phase", Text, nullable=False),
    Column("date", Text),
    Column("first", Integer),
    Column("last", Integer),
    **SMALL,
)

REMARK = Table(
    "remark",
    METADATA,
    of_reading(),
    Column("n", Integer, primary_key=True),
    Column("code", Text, nullable=False, index=True),
    Column("message", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    **SMALL,
)

EVIDENCE = Table(
    "evidence",
    METADATA,
    of_reading(),
    Column("n", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("fact", Text, nullable=False),  # `s1`, `p3`, `record`
    Column("field", Text, nullable=False),  # empty where the words support the fact as a whole
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    **SMALL,
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
