"""Who is who and which session is which, worked out over all records."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text

from greffier.archive.tables.base import METADATA, SMALL, later, of_reading, to

# Who is who, worked out over all records: which person a participant is.
PERSON = Table(
    "person",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Index("person_by_name", "name"),
)

IDENTITY = Table(
    "identity",
    METADATA,
    of_reading(),
    Column("participant", Text, primary_key=True),
    Column("person", Text, later("person.id"), nullable=False, index=True),
    to("participant", "participant", "id"),
    **SMALL,
)

# A session, whichever records tell of it (`telling`); `witness` and `session` stand for it.
MEETING = Table(
    "meeting",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("witness", Text, nullable=False),
    Column("session", Text, nullable=False),
    Column("subject", Boolean, nullable=False),  # whether any record is of it
    Column("first", Integer),
    Column("last", Integer),
    Column("tellings", Integer, nullable=False),
    Column("ties", Text, nullable=False),  # why they are of one session, two and two, as JSON
    to("session", "session", "id"),
    Index("meeting_by_day", "subject", "first"),
    Index("meeting_by_session", "witness", "session"),
)

TELLING = Table(
    "telling",
    METADATA,
    of_reading(),
    Column("session", Text, primary_key=True),
    Column("meeting", Text, later("meeting.id"), nullable=False, index=True),
    to("session", "session", "id"),
    **SMALL,
)

# What was touched since all this was worked out: a `witness`, a `name` as printed, or `days`.
UNSETTLED = Table(
    "unsettled",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
)

# Two that may be one, such as two participants one person: left for a judgement.
DOUBT = Table(
    "doubt",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("rule", Text, nullable=False),
    Column("reasons", Text, nullable=False),  # as JSON
    **SMALL,
)
