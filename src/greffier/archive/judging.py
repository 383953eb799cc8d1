"""The log of judgements: written, read back, taken back, and applied over readings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import bindparam, insert, select, update

from greffier.archive.tables import JUDGED, JUDGEMENT
from greffier.errors import UsageError
from greffier.model import Judged, Judgement, Subject, applied, of_witnesses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection, Row

    from greffier.model import Reading

# Every reading asks this; made once, it costs a tenth.
_OF_READING = (
    select(JUDGEMENT)
    .where(
        JUDGEMENT.c.witness == bindparam("of"),
        JUDGEMENT.c.about == "fact",
        JUDGEMENT.c.undone.is_(None),
    )
    .order_by(JUDGEMENT.c.n)
)


class _Form(msgspec.Struct):
    """What a judgement is about, as it is kept."""

    subject: Subject
    others: tuple[Subject, ...] = ()


def judgements(connection: Connection, *wanted: ColumnElement[bool]) -> Iterator[Judged]:
    """Yield the log of judgements, the earliest first, those that were undone among them."""
    asked = select(JUDGEMENT).where(*wanted).order_by(JUDGEMENT.c.n)
    for row in connection.execute(asked).all():
        yield _judged(connection, row)


def of_facts(connection: Connection, witness: str) -> tuple[Judged, ...]:
    """Give the judgements that stand on facts of a witness, the earliest first."""
    rows = connection.execute(_OF_READING, {"of": witness}).all()
    return tuple(_judged(connection, row) for row in rows)


def apply(connection: Connection, reading: Reading) -> Reading:
    """Give a reading with the judgements on its facts applied; itself where there are none."""
    return applied(reading, of_facts(connection, reading.witness.id))


def write_judgement(connection: Connection, judgement: Judgement) -> int:
    """Write a judgement into the log, and give its number."""
    form = _Form(subject=judgement.subject, others=judgement.others)
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
        connection.execute(
            insert(JUDGED), [{"n": n, "witness": witness, "other": one} for one in others]
        )
    return n


def undo_judgement(connection: Connection, n: int) -> Judgement:
    """Take a judgement back; it stays in the log. Raises UsageError if there is none."""
    found = next(judgements(connection, JUDGEMENT.c.n == n), None)
    if found is None or found.undone:
        met = "it has been undone" if found else "no such judgement"
        raise UsageError(f"judgement {n}", met, "see `greffier judge list`")
    connection.execute(update(JUDGEMENT).where(JUDGEMENT.c.n == n).values(undone=_now()))
    return found.judgement


def _judged(connection: Connection, row: Row[Any]) -> Judged:
    if row.form is None:  # of the second schema, which knew judgements on witnesses alone
        pairs = connection.execute(select(JUDGED).where(JUDGED.c.n == row.n)).all()
        others = tuple(pair.other for pair in pairs)
        judgement = of_witnesses(
            row.kind, pairs[0].witness, others, author=row.author, reason=row.reason
        )
    else:
        form = msgspec.json.decode(row.form, type=_Form)
        judgement = Judgement(
            kind=row.kind,
            subject=form.subject,
            others=form.others,
            author=row.author,
            reason=row.reason,
        )
    return Judged(n=row.n, judgement=judgement, made=row.made, undone=row.undone)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
