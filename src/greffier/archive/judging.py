"""A judgement logged or taken back, and what it changes of the rows of its witness."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import insert, update

from greffier.archive.adding import write_anew
from greffier.archive.judged import Form, judgements
from greffier.archive.sealing import seal
from greffier.archive.shelf import printable
from greffier.archive.tables import JUDGED, JUDGEMENT
from greffier.archive.touching import touch
from greffier.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from greffier.model import Judgement

_LAST = 2**63 - 1  # the greatest number that a row can have


def judge(connection: Connection, judgement: Judgement) -> int:
    """Write a judgement into the log and, where it is on a fact, what follows; give its number."""
    form = Form(subject=judgement.subject, others=judgement.others)
    row = {
        "made": _now(),
        "author": judgement.author,
        "reason": judgement.reason,
        "kind": judgement.kind,
        "about": judgement.about,
        "witness": judgement.subject.witness,
        "form": msgspec.json.encode(form).decode(),
    }
    number = connection.execute(insert(JUDGEMENT), row).inserted_primary_key
    n = int(number[0]) if number else 0
    if judgement.about == "witness":
        witness, *others = judgement.witnesses
        pairs = [{"n": n, "witness": witness, "other": one} for one in others]
        connection.execute(insert(JUDGED), pairs)
    seal(connection, "judgement", [n])
    _follow(connection, judgement)
    return n


def undo(connection: Connection, n: int) -> Judgement:
    """Take a judgement back, with what followed from it; it stays in the log.

    Raises:
        UsageError: there is none of this number, or it has been undone.
    """
    # Of a number that the database has no room for there is none.
    found = next(judgements(connection, JUDGEMENT.c.n == n), None) if abs(n) <= _LAST else None
    if found is None or found.undone:
        met = "it has been undone" if found else "no such judgement"
        raise UsageError(printable(f"judgement {n}"), met, "see `greffier judge list`")
    connection.execute(update(JUDGEMENT).where(JUDGEMENT.c.n == n).values(undone=_now()))
    seal(connection, "judgement", [n])
    _follow(connection, found.judgement)
    return found.judgement


def _follow(connection: Connection, judgement: Judgement) -> None:
    if judgement.about == "fact" and judgement.kind != "confirm":
        write_anew(connection, judgement.subject.witness)
    elif judgement.about != "fact":
        touch(connection, witnesses=judgement.witnesses)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
