"""What the user knows, as it was imported."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
)

from greffier.archive.tables.base import METADATA, SMALL

# What the user knows: persons and the offices that they held, by the file that says so.
AUTHORITY = Table(
    "authority",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("digest", Text, nullable=False, unique=True),
    Column("format", Text, nullable=False),
    Column("made", Text, nullable=False),  # when it was imported, as ISO 8601 in UTC
)


def _of_authority() -> Column[int]:
    return Column(
        "authority", Integer, ForeignKey("authority.n", ondelete="CASCADE"), primary_key=True
    )


KNOWN_PERSON = Table(
    "known_person",
    METADATA,
    _of_authority(),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("names", Text, nullable=False),  # all of them, as JSON
    **SMALL,
)

# The names of the persons, folded as those of participants are.
KNOWN_NAME = Table(
    "known_name",
    METADATA,
    _of_authority(),
    Column("person", Text, primary_key=True),
    Column("key", Text, primary_key=True, index=True),
    **SMALL,
)

OCCUPANCY = Table(
    "occupancy",
    METADATA,
    _of_authority(),
    Column("n", Integer, primary_key=True),
    Column("person", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("of", Text),
    Column("acting", Boolean, nullable=False),
    Column("title", Text, nullable=False),  # as printed, with what it is of
    Column("resolved", Boolean, nullable=False),  # whether the office is one that is known
    Column("since", Text),
    Column("until", Text),
    Column("place", Text, nullable=False),  # in the file: a line or an identifier
    ForeignKeyConstraint(
        ["authority", "person"],
        ["known_person.authority", "known_person.id"],
        deferrable=True,
        initially="DEFERRED",
    ),
    Index("occupancy_by_office", "office", "of"),
    Index("occupancy_by_person", "authority", "person"),
    **SMALL,
)
