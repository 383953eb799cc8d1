"""A judgement logged or taken back, and what it changes of the rows of its witness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.archive.adding import write_anew
from greffier.archive.judging import undo_judgement, write_judgement

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from greffier.model import Judgement


def judge(connection: Connection, judgement: Judgement) -> int:
    """Log a judgement and, where it is on a fact, write the rows that follow; give its number."""
    number = write_judgement(connection, judgement)
    _follow(connection, judgement)
    return number


def undo(connection: Connection, n: int) -> Judgement:
    """Take a judgement back, and what followed from it. Raises UsageError if there is none."""
    judgement = undo_judgement(connection, n)
    _follow(connection, judgement)
    return judgement


def _follow(connection: Connection, judgement: Judgement) -> None:
    if judgement.about == "fact" and judgement.kind != "confirm":
        write_anew(connection, judgement.subject.witness)
