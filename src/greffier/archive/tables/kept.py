"""What is kept: witnesses with their readings, and what persons decided and watch for."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text

from greffier.archive.tables.base import METADATA, SMALL

# One row: what this archive is, and how often it was written to.
STATE = Table(
    "state",
    METADATA,
    Column("archive", Text, primary_key=True),
    Column("generation", Integer, nullable=False),
    Column("settled", Integer),  # at which generation who is who was last worked out
    Column("settler", Text),  # by which version
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
    Column("form", Text),  # what it is about, as JSON; none where `judged` says it
    Column("about", Text, nullable=False, server_default="witness"),
    Column("witness", Text, index=True),  # whose fact it is about
)

# The witnesses that a judgement puts together or apart, two and two.
JUDGED = Table(
    "judged",
    METADATA,
    Column("n", Integer, ForeignKey("judgement.n"), primary_key=True),
    Column("witness", Text, ForeignKey("witness.id"), primary_key=True, index=True),
    Column("other", Text, ForeignKey("witness.id"), primary_key=True, index=True),
    **SMALL,
)

# Digests of rows of other tables, by which damage to them shows: of what, under which key.
SEAL = Table(
    "seal",
    METADATA,
    Column("of", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    **SMALL,
)

# A question that is asked again and again. Witnesses are counted as they come (`membership.n`).
WATCH = Table(
    "watch",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("question", Text, nullable=False),  # as JSON
    Column("made", Text, nullable=False),  # when, as ISO 8601 in UTC
    Column("began", Integer, nullable=False),  # the last witness that it passes over
    Column("seen", Integer, nullable=False),  # the last that had come when it was looked at
)
