"""Readings as tables that join: one definition of their columns, files in several forms."""

from typing import Final

from greffier.exports.tables.columns import AnyTable, Column, Table
from greffier.exports.tables.facts import CHAIRMANSHIPS, INSTRUMENTS, PARTICIPANTS, SESSIONS
from greffier.exports.tables.records import RECORDS, WITNESSES
from greffier.exports.tables.words import (
    EVIDENCE,
    GLOSSES,
    MENTIONS,
    PARAGRAPHS,
    QUOTATIONS,
    REMARKS,
    TURNS,
)

TABLES: Final[tuple[AnyTable, ...]] = (
    RECORDS,
    WITNESSES,
    SESSIONS,
    PARTICIPANTS,
    TURNS,
    PARAGRAPHS,
    INSTRUMENTS,
    CHAIRMANSHIPS,
    QUOTATIONS,
    MENTIONS,
    GLOSSES,
    REMARKS,
    EVIDENCE,
)
"""Every table, in the order in which the dictionary tells of them."""

__all__ = ["TABLES", "AnyTable", "Column", "Table"]
